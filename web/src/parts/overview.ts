/** Today and up to three others in columns: the score, the verdict, the parts, and the standards and gates that differ. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Compared} from '../comparer';
import type {DeskView} from '../desk_view';
import {metric_of} from '../document';
import {direction, ends_text, moved, nothing_known, type Change} from '../ends';
import type {Assessment, ComparedSide} from '../generated/shopgauge';
import type {Comparison} from '../trial';
import {list_of, text_of} from '../view';
import {metric_value} from '../request';
import {vars} from '../vars';
import {gain_text, points_text, value_text} from './amounts';
import {score_text, tier_text} from './answer';
import {choice_name, own_name, short_name} from './choices';
import {plain} from './plain';
import {named, type PairView} from './pair';
import {truth} from './side_by_side';

interface Cell {
  text: unknown;
  /** The same in a table without pictures. */
  word?: string;
  /** What it has more than today. */
  by?: Change | undefined;
}

export interface Row {
  id: string;
  name: string;
  cells: Cell[];
  main?: boolean;
}

/** A comparison whose second side is the other one. */
interface Column {
  compared: Compared;
  value: Comparison;
  side: ComparedSide;
}

const names_of = (view: DeskView, compared: Compared): PairView => ({...view, pair: compared});

/** The first name that some document has. */
function name_in(view: DeskView, columns: Column[], id: string): string {
  return columns.map(({compared}) => named(names_of(view, compared), id)).find((name) => name !== id) ?? id;
}

/** One more than this and nobody sees it. */
const two = (value: number) => Number(value.toFixed(2));

type Reading = Pick<Assessment, 'score' | 'nodes' | 'standards' | 'gates' | 'verdict' | 'tier' | 'adjustments' | 'basis'>;
type Draw = (reading: Reading, at: number) => Cell | undefined;

const plain_cell = (text: string | undefined, by?: Change): Cell | undefined => (text === undefined ? undefined : {text, by});

const word_cell = (view: DeskView, prefix: 'met' | 'verdict', value: unknown): Cell | undefined =>
  (value === undefined ? undefined : {text: truth(view, prefix, value), word: view.say.of(prefix, String(value))});

/** A row, unless no side has anything to say. */
function row_of(id: string, name: string, readings: Reading[], draw: Draw, main = false): Row[] {
  const cells = readings.map(draw);
  return cells.some(Boolean) ? [{id, name, cells: cells.map((cell) => cell ?? {text: undefined}), main}] : [];
}

const differs = (values: unknown[]) => values.some((value) => value !== values[0]);
const by_id = <T extends {id: string}>(list: T[] | undefined, id: string) => list?.find((item) => item.id === id);

/** All ids that some side has, in the order of today's. */
const ids_in = (readings: Reading[], list: 'nodes' | 'adjustments' | 'standards' | 'gates') =>
  [...new Set(readings.flatMap((reading) => ((reading[list] ?? []) as {id: string}[]).map(({id}) => id)))];

function node_rows(view: DeskView, columns: Column[], readings: Reading[]): Row[] {
  return ids_in(readings, 'nodes').flatMap((id) => row_of(id, name_in(view, columns, id), readings, ({nodes}, at) => {
    const node = by_id(nodes, id);
    const by = by_id(columns[at - 1]?.value.difference.nodes, id);
    const text = ends_text((value) => view.format.number(two(value)), node?.score, node?.low, node?.high);
    return text === nothing_known ? undefined : plain_cell(text, moved(by, 'score'));
  }));
}

function adjustment_rows(view: DeskView, columns: Column[], readings: Reading[]): Row[] {
  const points = ({adjustments}: Reading, id: string) => {
    // What does not stand there, such as a cap that does not act, brings nothing.
    const {points: exact, points_low, points_high} = by_id(adjustments, id) ?? {points: 0};
    return ends_text((value) => points_text(view, value), exact, points_low, points_high);
  };
  return ids_in(readings, 'adjustments').filter((id) => differs(readings.map((reading) => points(reading, id))))
    .flatMap((id) => row_of(id, view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : name_in(view, columns, id), readings, (reading) => plain_cell(points(reading, id))));
}

function met_rows(view: DeskView, columns: Column[], readings: Reading[], list: 'standards' | 'gates'): Row[] {
  const met = (reading: Reading, id: string) => by_id(reading[list] as {id: string; met?: unknown}[] | undefined, id)?.met;
  return ids_in(readings, list).filter((id) => differs(readings.map((reading) => met(reading, id))))
    .flatMap((id) => row_of(id, name_in(view, columns, id), readings, (reading) => word_cell(view, 'met', met(reading, id))));
}

/** Everything that is shown, today first. */
export function overview_rows(view: DeskView, columns: Column[]): Row[] {
  const {say, today} = view;
  if (!today) return [];
  const readings: Reading[] = [today, ...columns.map(({side}) => side)];
  return [
    ...row_of('score', say('page.the_score'), readings, ({score}, at) => score && plain_cell(String(score_text(view, score)), moved(columns[at - 1]?.value.difference, 'value')), true),
    ...row_of('verdict', say('page.what_if.verdict'), readings, ({verdict}) => word_cell(view, 'verdict', verdict)),
    ...row_of('tier', say('page.tier'), readings, ({tier}) => tier && plain_cell(tier_text(view, tier))),
    ...node_rows(view, columns, readings), ...adjustment_rows(view, columns, readings),
    ...met_rows(view, columns, readings, 'standards'), ...met_rows(view, columns, readings, 'gates'),
    ...row_of('basis', say('page.compare.sure'), readings, ({basis}) => plain_cell(say.of('basis', basis))),
  ];
}

export const columns_of = (compared: Compared[]): Column[] => compared.flatMap((one) => (one.value ? [{compared: one, value: one.value, side: one.value.sides[1]}] : []));

/** Several stores have no common word for the page's own one. */
export const today_name = (view: DeskView, columns: Column[]) =>
  own_name(view, columns.find(({compared: {choice}}) => choice.kind === 'store')?.compared.choice ?? {id: '', kind: 'what_if', name: '', edition: ''});

function row(view: DeskView, {id, name, cells, main = false}: Row): TemplateResult {
  return html`<tr role="row" class=${main ? 'main-row' : ''} data-row=${id}><th role="rowheader" scope="row">${name}</th>
    ${cells.map(({text, by}) => html`<td role="cell" class="num">${text ?? nothing_known}${by ? html`<small class="change ${direction(by)}">${gain_text(view, by)}</small>` : nothing}</td>`)}</tr>`;
}

/** What a scenario changes: "Mean rating 4.81 stars". */
export const changes_text = (view: DeskView, changes: [string, string][]) => list_of(view, changes.map(([id, typed]) => {
  const metric = metric_of(view.document, id);
  return metric ? `${text_of(view, metric.title)} ${value_text(view, id, plain(metric_value(metric.kind, typed)))}` : id;
}));

export function overview(view: DeskView, compared: Compared[]): TemplateResult {
  const {say} = view;
  const columns = columns_of(compared);
  const changed = compared.filter(({choice}) => choice.changes?.length);
  return html`<div class="comparison" data-testid="overview"><table class="sides overview" role="table" ${vars({'--columns': columns.length + 1})}><caption class="visually-hidden">${say('page.compare.tab')}</caption>
      <thead role="rowgroup"><tr role="row"><td role="cell"></td><th role="columnheader" scope="col" class="num">${today_name(view, columns)}</th>${columns.map(({compared: {choice}}) => html`<th role="columnheader" scope="col" class="num" title=${choice_name(view, choice)}>${short_name(view, choice)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${overview_rows(view, columns).map((one) => row(view, one))}</tbody></table>
    ${changed.length ? html`<ul class="changes">${changed.map(({choice}) => html`<li><strong>${choice_name(view, choice)}</strong> <span class="hint num">${changes_text(view, choice.changes ?? [])}</span></li>`)}</ul>` : nothing}
    <p class="hint">${say('page.compare.one_for_causes')}</p></div>`;
}
