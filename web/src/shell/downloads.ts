/** Files for the device: the figures as a table (CSV), the whole of it with requests and replies (JSON), the dates as a calendar (.ics). */
import {unparse} from 'papaparse';
import type {Timeline} from '../calculation';
import {check_of} from '../cycle';
import {as_request} from './requests';
import {document_text, name_of, text_of, type View} from '../view';
import {score_text} from '../parts/answer';
import {calendar_text, type Entry} from './ics';
import {save_file} from './save_file';
import {label_of, typed_text} from './words';

const file_name = (view: View, ending: string) => `shopgauge-${view.document.program}-${view.sent.get('date') ?? view.sent.get('until') ?? view.document.edition}.${ending}`;

/** A cell that a spreadsheet would take for a formula gets a quote before it; numbers with a sign stay numbers. */
const formula = /^[=@\t\r]|^[+-](?![\d.])/;

type Row = [part: string, name: string, value: string | number, id: string];

function result_rows(view: View): Row[] {
  const {say, calculation: {assessed, timeline}} = view;
  const part = say('page.answer');
  const rows: Row[] = [];
  if (assessed?.score) rows.push([part, say('page.the_score'), score_text(view, assessed.score), 'score']);
  if (assessed?.verdict) rows.push([part, say('page.verdict_of_reading'), say.of('verdict', assessed.verdict), 'verdict']);
  if (assessed) rows.push([part, say('page.tools.csv.basis'), say.of('basis', assessed.basis), 'basis']);
  for (const node of assessed?.nodes ?? []) rows.push([say('page.why.title'), name_of(view, node.metric ?? node.id), node.contribution ?? '', node.id]);
  for (const item of assessed?.adjustments ?? []) if (item.applied === true) rows.push([say('page.why.title'), name_of(view, item.id), item.points ?? '', item.id]);
  for (const month of timeline?.months ?? []) rows.push([say('page.months.title'), view.format.month(month.month), say.of('verdict', month.verdict), month.month]);
  for (const event of timeline?.events ?? []) rows.push([say('page.calendar.events'), event.date, say.of('event', event.event), event.event]);
  return rows;
}

export function csv_text(view: View): string {
  const {say, document} = view;
  const head: Row[] = [
    [say('page.program'), text_of(view, document.title), document.program, 'program'],
    [say('page.edition'), document.edition, document.edition, 'edition'],
  ];
  const typed = [...view.sent].map(([key, text]): Row => [say('page.form.title'), label_of(view, key), typed_text(view, key, text), key]);
  const header = (['part', 'name', 'value', 'id'] as const).map((name) => say(`page.tools.csv.${name}`));
  // With the mark of its encoding: spreadsheets take Chinese for something else without it.
  return `\ufeff${unparse([header, ...head, ...result_rows(view), ...typed], {escapeFormulae: formula})}\r\n`;
}

/** Requests stand in it as they were sent, digit by digit: the command line takes them. */
export function json_text(view: View, reply: unknown, link: string): string {
  const {document: {program, edition}} = view;
  const head = JSON.stringify({format: 'shopgauge-result', version: 1, program, edition, link, fields: Object.fromEntries(view.fields)});
  return `${head.slice(0, -1)},"requests":${as_request(view)},"reply":${JSON.stringify(reply)}}\n`;
}

const day_shown = (view: View) => view.calculation.timeline?.standing?.date ?? '';

/** What is still to come: the next decision, what is certain, checks and months that wait for their day, phases that begin. */
export function entries(view: View, timeline: Timeline): Entry[] {
  const {say, document} = view;
  const today = day_shown(view);
  const {deadline, next} = timeline.standing ?? {};
  const title = text_of(view, document.title);
  const found = new Map<string, Entry>();
  const add = (date: string, kind: string, what: string, about = '') => {
    if (date >= today) found.set(`${date} ${kind}`, {date, id: `${document.program} ${kind}`, title: say('page.tools.ics.title', {what, program: title}), about});
  };
  for (const event of [...timeline.events, ...(next ? [next] : [])]) add(event.date, event.event, say.of('event', event.event), document_text(view, 'rule', event.rule));
  for (const check of timeline.checks) {
    if (check.verdict === 'pending' || check.verdict === 'undetermined') add(check.date, `check-${check.standard}`, text_of(view, check_of(document, check.standard)?.title) || say('deadline.check'));
  }
  for (const month of timeline.months) if (month.reviewed) add(month.reviewed, `reviewed-${month.month}`, say('page.tools.ics.month', {month: view.format.month(month.month)}));
  for (const phase of timeline.phases) add(phase.from, `phase-${phase.id ?? phase.phase}`, say('page.tools.ics.phase', {phase: view.cycle?.phase_name(view, phase) ?? ''}));
  if (deadline && ![...found.values()].some(({date}) => date === deadline.date)) add(deadline.date, `deadline-${deadline.decides}`, say.of('deadline', deadline.decides));
  return [...found.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

export const save_csv = (view: View) => save_file(file_name(view, 'csv'), 'text/csv', csv_text(view));

export const save_json = (view: View, reply: unknown, link: string) => save_file(file_name(view, 'json'), 'application/json', json_text(view, reply, link));

/** `store` tells the dates of one store from those of another. */
export function save_calendar(view: View, store: string, link: string): void {
  const {timeline} = view.calculation;
  if (!timeline) return;
  const about = view.say('page.tools.ics.about', {edition: view.document.edition});
  const list = entries(view, timeline).map((entry) => ({...entry, id: `${entry.id} ${store}`, about: [entry.about, about].filter(Boolean).join('\n'), link}));
  save_file(file_name(view, 'ics'), 'text/calendar', calendar_text(list, view.say('page.brand'), new Date()));
}
