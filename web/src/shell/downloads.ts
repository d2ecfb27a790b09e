/** Files for the device: the figures as a table (CSV), the whole of it with requests and replies (JSON), the dates as a calendar (.ics). */
import type {Timeline} from '../calculation';
import {csv_of} from '../csv';
import {check_of} from '../cycle';
import {as_request} from './requests';
import {document_text, text_of, type View} from '../view';
import {calendar_text, type Entry} from './ics';
import {result_rows, table_of, type Row} from './result_rows';
import {save_file} from '../save_file';
import {label_of, typed_text} from './words';

const file_name = (view: View, ending: string) => `shopgauge-${view.document.program}-${view.sent.get('date') ?? view.sent.get('until') ?? view.document.edition}.${ending}`;

export function csv_text(view: View): string {
  const {say, document} = view;
  const head: Row[] = [
    {part: say('page.program'), name: text_of(view, document.title), value: document.program, id: 'program'},
    {part: say('page.edition'), name: document.edition, value: document.edition, id: 'edition'},
  ];
  const typed = [...view.sent].map(([key, text]): Row => ({part: say('page.form.title'), name: label_of(view, key), value: typed_text(view, key, text), id: key}));
  return csv_of(table_of(view, [...head, ...result_rows(view), ...typed]));
}

/** Requests stand in it as they were sent, digit by digit: the command line takes them. */
export function json_text(view: View, reply: unknown, link: string): string {
  const {document: {program, edition}} = view;
  const head = JSON.stringify({format: 'shopgauge-result', version: 1, program, edition, link, fields: Object.fromEntries(view.fields)});
  return `${head.slice(0, -1)},"requests":${as_request(view)},"reply":${JSON.stringify(reply)}}\n`;
}

const day_shown = (view: View) => view.calculation.timeline?.standing?.date ?? '';

/** Words that the page has in the middle of a line begin a title here. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is still to come: the next decision, what is certain, checks and months that wait for their day, phases that begin. */
export function entries(view: View, timeline: Timeline): Entry[] {
  const {say, document} = view;
  const today = day_shown(view);
  const {deadline, next} = timeline.standing ?? {};
  const title = text_of(view, document.title);
  const found = new Map<string, Entry>();
  const add = (date: string, kind: string, what: string, about = '') => {
    if (date >= today) found.set(`${date} ${kind}`, {date, id: `${document.program} ${kind}`, title: say('page.tools.ics.title', {what: capital(what), program: title}), about});
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

/** `store` tells the dates of one store from those of another; `lacks` says what the link does not carry. */
export function save_calendar(view: View, store: string, link: string, lacks: string): void {
  const {timeline} = view.calculation;
  if (!timeline) return;
  const about = view.say('page.tools.ics.about', {edition: view.document.edition});
  const list = entries(view, timeline).map((entry) => ({...entry, id: `${entry.id} ${store}`, about: [entry.about, about, lacks].filter(Boolean).join('\n'), link}));
  save_file(file_name(view, 'ics'), 'text/calendar', calendar_text(list, view.say('page.brand'), new Date()));
}
