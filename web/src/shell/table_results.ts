/** What the rows of a table come to: each is assessed as the form's numbers are; what the engine refuses of it is told in the page's words. */
import type {Assessed} from '../calculation';
import {csv_of} from '../csv';
import {assess, type Engine} from '../engine';
import {today_in} from '../format';
import type {Issue} from '../generated/shopgauge';
import {score_text} from '../parts/answer';
import {assess_request} from '../request';
import {save_file} from '../save_file';
import {sent_fields} from '../sent';
import type {Fields} from '../state';
import type {View} from '../view';
import {figures_of} from './figures';
import type {Grid} from './grid';
import type {Snapshot} from './kept';
import {loaded_of} from './requests';
import {day_shown, last_day} from './to_keep';
import {label_of} from './words';

/** An issue of the engine, the field that it speaks of and what stands there. */
export interface Refusal {
  issue: Issue;
  key: string | undefined;
  typed: string | undefined;
}

export interface RowResult {
  score: string;
  verdict: string;
  basis: string;
  refusals: Refusal[];
}

export const is_refused = (reply: object): reply is Refusal[] => Array.isArray(reply);

export function assess_row(engine: Engine, view: View, fields: Fields): Assessed | Refusal[] {
  const request = assess_request(loaded_of(view), sent_fields(view.document, fields));
  const reply = assess(engine, request.text);
  if (reply.ok) return reply.value;
  return reply.issues.map((issue) => {
    const key = request.field_at(issue.path);
    return {issue, key, typed: key === undefined ? undefined : fields.get(key)};
  });
}

/** A month as it is kept, with the last day of it as its date: the form's own day, where it lies in that month. */
export function assess_month(engine: Engine, view: View, month: string, row: Fields): Snapshot | Refusal[] {
  const shown = day_shown(view);
  const fields = new Map([...row, ['date', shown.startsWith(month) ? shown : last_day(month)]]);
  const reply = assess_row(engine, view, fields);
  if (is_refused(reply)) return reply;
  const {program, edition, time_zone} = view.document;
  const {basis, verdict} = reply;
  return {month, taken: today_in(time_zone), program, edition, fields: [...fields], basis, ...(verdict ? {verdict} : {}), figures: figures_of(view.document, reply)};
}

export function result_of(view: View, reply: Assessed | Refusal[]): RowResult {
  if (is_refused(reply)) return {score: '', verdict: '', basis: '', refusals: reply};
  const {score, verdict, status, basis} = reply;
  const {say} = view;
  return {
    score: score ? score_text(view, score) : '', verdict: verdict ? say.of('verdict', verdict) : status === 'scored' ? '' : say.of('status', status),
    basis: say.of('basis', basis), refusals: [],
  };
}

/** "Quality-return rate: 150% is out of range …". The view has the words for issues once `learn_mistakes` is through; without them it is the code. */
export function refusal_text(view: View, refusals: Refusal[]): string {
  const texts = refusals.map(({issue, key, typed}) => {
    const text = view.mistakes?.issue_text(issue, view, typed) ?? issue.code;
    return key === undefined ? text : view.say('page.tools.table.refused_field', {name: label_of(view, key), text});
  });
  return texts.join(' ');
}

/** The table as it came, with what each row comes to. */
export function save_results(view: View, {header}: Grid, results: Map<string[], RowResult>): void {
  const {say} = view;
  const head = [...header, say('page.the_score'), say('page.tools.history.verdict'), say('page.tools.csv.basis'), say('page.tools.table.fault')];
  const body = [...results].map(([row, {score, verdict, basis, refusals}]) => [...header.map((_, at) => row[at] ?? ''), score, verdict, basis, refusal_text(view, refusals)]);
  save_file(`shopgauge-${view.document.program}-stores.csv`, 'text/csv', csv_of([head, ...body]));
}
