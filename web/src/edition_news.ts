/** What is to be said of the edition that is shown: it has ended, it will, or a newer one stands beside it. */
import {proposed_edition, state_of, type Index} from './content';
import {today_in} from './format';

/** `ends`: still in force, with a last day that is known. */
export type EditionNews = 'ended' | 'superseded' | 'ends';

export interface EditionDetail {
  program: string;
  /** The edition that is shown. */
  edition: string;
  news: EditionNews;
  /** Its last day. */
  until: string | null;
  /** The edition in force today. */
  now?: string;
}

export interface News extends EditionDetail {
  since?: string;
}

/** Undefined for an edition in force, and for one that no program of the index has. */
export function news_of({programs}: Index, program: string, edition: string): News | undefined {
  const entry = programs.find((item) => item.program === program);
  const shown = entry?.editions.find((item) => item.edition === edition);
  if (!entry || !shown) return undefined;
  const today = today_in(entry.time_zone);
  const proposed = proposed_edition(entry, today);
  const later = entry.editions.find((item) => item.edition === proposed && proposed !== edition && state_of(item, today) === 'open' && item.from > shown.from);
  const state = state_of(shown, today);
  const {until} = shown;
  const news = state === 'ended' ? 'ended' : state === 'open' && later ? 'superseded' : state === 'open' && until !== null ? 'ends' : undefined;
  return news && {program, edition, news, until, ...(later ? {now: later.edition, since: later.from} : {})};
}
