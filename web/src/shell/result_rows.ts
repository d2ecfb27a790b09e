/** The figures of a result as rows of a table: the score with its parts and theirs, standards, gates, months, checks, events. A range has both its ends. */
import type {CsvRow} from '../csv';
import {check_of, verdict_text} from '../cycle';
import {metric_of} from '../document';
import type {CheckResult, Finding, Node} from '../generated/shopgauge';
import {score_text, tier_text} from '../parts/answer';
import {comparison, finding_name, input_text} from '../parts/findings';
import {has_reading} from '../state';
import {document_text, name_of, text_of, word_name, type View} from '../view';

export interface Row {
  part: string;
  name: string;
  value: string | number;
  id: string;
  /** What a standard or a gate asks for, and what was seen. */
  wanted?: string;
  observed?: string;
}

/** The heads of the columns, then the rows. */
export function table_of({say}: View, rows: Row[]): CsvRow[] {
  const heads = (['part', 'name', 'value', 'id', 'wanted', 'observed'] as const).map((name) => say(`page.tools.csv.${name}`));
  return [heads, ...rows.map(({part, name, value, id, wanted = '', observed: seen = ''}) => [part, name, value, id, wanted, seen])];
}

/** One number, or both ends of where it lies. */
function range(value?: number, low?: number, high?: number): string | number {
  if (value !== undefined) return value;
  if (low === undefined || high === undefined) return '';
  return low === high ? low : `${low}–${high}`;
}

function node_rows(view: View, node: Node, whole = ''): Row[] {
  const {say} = view;
  const own = name_of(view, node.metric ?? node.id);
  const name = whole ? say('page.tools.csv.within', {whole, part: own}) : own;
  return [{part: say('page.why.title'), name, value: range(node.contribution, node.contribution_low, node.contribution_high), id: node.id},
    ...(node.nodes ?? []).flatMap((child) => node_rows(view, child, name))];
}

type Compared = Parameters<typeof comparison>[1];

function observed(view: View, finding: Compared): string {
  const {of = 'metric', id, observed: seen, rate} = finding;
  if (seen === undefined) return '';
  if (of === 'stage') return document_text(view, 'stage', String(seen));
  if (of === 'enrolment') return word_name(view, id, String(seen));
  const metric = of === 'metric' ? metric_of(view.document, view.document.standards?.find((standard) => standard.id === id)?.metric ?? id) : undefined;
  return input_text(view, seen, metric?.kind === 'rate', rate);
}

const compared = (view: View, finding: Compared) => ({wanted: comparison(view, finding).wanted, observed: observed(view, finding)});

const met_text = ({say}: View, {assessed, met}: Finding) => (assessed === false ? say('page.not_for_this_store') : say.of('met', String(met)));

/** A condition, and what would do instead. */
function finding_rows(view: View, finding: Finding, {part, name, id}: Pick<Row, 'part' | 'name' | 'id'>): Row[] {
  const {say} = view;
  return [{part, name, value: met_text(view, finding), id, ...compared(view, finding)},
    ...(finding.or ?? []).map((other) => ({part, name: `${name} ${say('page.or')} ${finding_name(view, other)}`, value: met_text(view, other), id: `${id}.${other.id}`, ...compared(view, other)}))];
}

const standard_name = (view: View, finding: Finding) => text_of(view, view.document.standards?.find(({id}) => id === finding.id)?.title) || finding_name(view, finding);

const standard_rows = (view: View, finding: Finding) =>
  finding_rows(view, finding, {part: view.say(finding.advisory ? 'page.standards.advisory' : 'page.standards.title'), name: standard_name(view, finding), id: finding.id});

/** The reading: what stands at the top, its parts, what it is judged by. */
function reading_rows(view: View): Row[] {
  const {say, calculation: {assessed}} = view;
  if (!assessed) return [];
  const {score, verdict, tier, basis, nodes = [], adjustments = [], standards = [], gates = []} = assessed;
  const part = say('page.answer');
  const head: Row[] = [
    ...(score ? [{part, name: say('page.the_score'), value: score_text(view, score), id: 'score'}] : []),
    ...(score && (score.consumer ?? score.consumer_low) !== undefined ? [{part, name: say('page.consumer'), value: range(score.consumer, score.consumer_low, score.consumer_high), id: 'consumer'}] : []),
    ...(verdict ? [{part, name: say('page.verdict_of_reading'), value: say.of('verdict', verdict), id: 'verdict'}] : []),
    ...(tier ? [{part, name: say('page.tier'), value: tier_text(view, tier), id: 'tier'}] : []),
    {part, name: say('page.tools.csv.basis'), value: say.of('basis', basis), id: 'basis'},
  ];
  const gate_title = say('page.gates.title');
  return [...head, ...nodes.flatMap((node) => node_rows(view, node)),
    ...adjustments.filter(({applied}) => applied !== false).map(({id, points, points_low, points_high}) => ({part: say('page.why.title'), name: name_of(view, id), value: range(points, points_low, points_high), id})),
    ...(has_reading(view.fields) ? standards.flatMap((finding) => standard_rows(view, finding)) : []),
    ...gates.flatMap(({id, met, conditions}) => [{part: gate_title, name: name_of(view, id), value: say.of('met', String(met)), id},
      ...conditions.flatMap((finding) => finding_rows(view, finding, {part: gate_title, name: say('page.tools.csv.within', {whole: name_of(view, id), part: finding_name(view, finding)}), id: `${id}.${finding.id}`}))])];
}

/** A month or a check, and below it what it was judged by. */
const judged_rows = (view: View, row: Row, standards: Finding[] = []): Row[] => [row, ...standards.flatMap((finding) =>
  finding_rows(view, finding, {part: row.part, name: view.say('page.tools.csv.within', {whole: row.name, part: standard_name(view, finding)}), id: `${row.id}.${finding.id}`}))];

function check_rows(view: View, check: CheckResult): Row[] {
  const rule = check_of(view.document, check.standard);
  const metric = view.document.standards?.find(({id}) => id === rule?.judge[0])?.metric ?? '';
  return judged_rows(view, {
    part: view.say('page.checks.title'), name: `${check.date} ${text_of(view, rule?.title)}`, value: verdict_text(view, check.verdict, check.date), id: check.standard,
    ...(check.standards ? {} : compared(view, {...check, id: metric})),
  }, check.standards);
}

function course_rows(view: View): Row[] {
  const {say, format, calculation: {timeline}} = view;
  return [
    ...(timeline?.months ?? []).flatMap(({month, verdict, standards}) => judged_rows(view, {part: say('page.months.title'), name: format.month(month), value: verdict_text(view, verdict, month), id: month}, standards)),
    ...(timeline?.checks ?? []).flatMap((check) => check_rows(view, check)),
    ...(timeline?.events ?? []).map(({date, event}) => ({part: say('page.calendar.events'), name: date, value: say.of('event', event), id: event})),
  ];
}

export const result_rows = (view: View): Row[] => [...reading_rows(view), ...course_rows(view)];
