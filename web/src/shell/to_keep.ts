/** What is kept for a month, and whose numbers these are: those that the calendar has for it, else those that are filled in now. */
import {today_in} from '../format';
import {below, has_reading, without, type Fields} from '../state';
import type {View} from '../view';
import {figures_of} from './figures';
import type {Snapshot} from './kept';

export interface ToKeep {
  /** now: the readings of the month that the page speaks of; moved: the same readings, for another month; own: the month's numbers in the calendar. */
  of: 'now' | 'moved' | 'own';
  snapshot: Snapshot;
  /** The calendar's plain answer, which counts before what the readings come to. */
  answer?: string;
}

/** The day that the page speaks of: the one that was typed, else today. */
export const day_shown = ({fields, document}: View) => fields.get('date') ?? today_in(document.time_zone);

/** Only ever a field of a reading. */
export function last_day(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

/** The month's own numbers in place of the readings. */
const own_fields = ({fields}: View, month: string): Fields =>
  new Map([...without(fields, (key) => /^([mgw]|fc)\./.test(key)), ...below(fields, `mo.${month}.`), ['date', last_day(month)]]);

function snapshot({document}: View, month: string, fields: Fields, parts: Pick<Snapshot, 'basis' | 'verdict' | 'figures'>): Snapshot {
  const {program, edition, time_zone} = document;
  return {month, taken: today_in(time_zone), program, edition, fields: [...fields], ...parts};
}

function own(view: View, month: string): ToKeep | undefined {
  const {timeline, old_timeline} = view.calculation;
  if (!timeline || old_timeline) return undefined;
  const {verdict, standards = []} = timeline.months.find((item) => item.month === month) ?? {};
  return {of: 'own', snapshot: snapshot(view, month, own_fields(view, month), {...(verdict ? {verdict} : {}), figures: figures_of(view.document, {standards})})};
}

/** Nothing where there is no good result. */
export function to_keep(view: View, month: string): ToKeep | undefined {
  const {document, fields, calculation: {assessed, old_assessed}} = view;
  const shown = day_shown(view).startsWith(month);
  const read = assessed && !old_assessed && has_reading(fields) ? assessed : undefined;
  if (below(fields, `mo.${month}.m.`).length && !(shown && read)) return own(view, month);
  if (!read) return undefined;
  const answer = fields.get(`mo.${month}`);
  const verdict = answer ?? read.verdict;
  const parts = {basis: read.basis, ...(verdict ? {verdict} : {}), figures: figures_of(document, read)};
  return {of: shown ? 'now' : 'moved', snapshot: snapshot(view, month, fields, parts), ...(answer ? {answer} : {})};
}
