/** What is told at the top of the page of a wish that could not be followed to the letter. What is wrong with a link says link_notices.ts. */
import {proposed_edition, type Index} from './content';
import {today_in} from './format';
import type {Issue} from './generated/shopgauge';
import type {Notice} from './view';

export const notice_issue = ({key, params = {}}: Notice): Issue => ({code: key, path: '', message: key, params: params as Issue['params']});

/** An unknown program or edition is told, and the next sensible one shown. */
export function found_edition({programs}: Index, program: string | undefined, edition: string | undefined): {program: string; edition: string; notices: Notice[]} {
  const known = programs.find((entry) => entry.program === program);
  const entry = known ?? programs[0];
  if (!entry) throw new Error('programs/index.json is empty');
  const proposed = proposed_edition(entry, today_in(entry.time_zone));
  const shown = entry.editions.some((item) => item.edition === edition) && edition ? edition : proposed;
  return {program: entry.program, edition: shown, notices: [
    ...(program && !known ? [{key: 'page.link.unknown_program', params: {program}} as const] : []),
    ...(known && edition && edition !== shown ? [{key: 'page.link.unknown_edition', params: {edition, shown}} as const] : []),
  ]};
}
