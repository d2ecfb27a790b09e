/** Two sides with what caused the difference: this reading and another edition, what-if, store or month. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Compared} from '../comparer';
import type {DeskView} from '../desk_view';
import {all_nodes, metric_of} from '../document';
import {change_text, direction, ends_text, moved, nothing_known, type Change} from '../ends';
import type {AdjustmentDifference, Cause, ComparedDifference, ComparedSide, FindingDifference, GateDifference, Node, NodeDifference, Score} from '../generated/shopgauge';
import {icon} from '../icons';
import type {Comparison} from '../trial';
import {list_of, name_of, type View} from '../view';
import {score_text, tier_text, warning_text} from './answer';
import {choice_name, own_name, short_name} from './choices';
import {comparison as compared_words, input_text} from './findings';
import {truth} from './side_by_side';

type Place = 'first' | 'second';

/** One comparison with its two sides. */
export interface PairView extends DeskView {
  pair: Compared;
}

/** The side that is not the page's own. */
const other_place = ({pair}: PairView): Place => (pair.earlier ? 'first' : 'second');
const is_other = (view: PairView, place: Place) => place === other_place(view);

/** A side's own names: another edition may have other metrics and gates. */
const view_of = (view: PairView, place: Place): View => (view.pair.document && is_other(view, place) ? {...view, document: view.pair.document} : view);

/** The name of an id, by the document that has it. */
export function named(view: PairView, id: string): string {
  const own = name_of(view, id);
  return own === id ? name_of(view_of(view, other_place(view)), id) : own;
}

const side_name = (view: PairView, place: Place) => (is_other(view, place) ? choice_name(view, view.pair.choice) : own_name(view, view.pair.choice));

/** The head of a column: an edition by its day alone. */
const column_name = (view: PairView, place: Place) => (is_other(view, place) ? short_name(view, view.pair.choice) : own_name(view, view.pair.choice, true));

/** Days stay whole; the name of a store may be long. */
const column_head = (view: PairView, place: Place, classes = '') => html`<th scope="col" class="${classes} ${view.pair.choice.kind === 'edition' ? 'day' : ''}">${column_name(view, place)}</th>`;

function headline(view: PairView, names: View, side: ComparedSide): TemplateResult {
  const {say} = view;
  const {score, verdict, tier, status} = side;
  return html`${score ? html`<p class="side-score num"><strong>${score_text(view, score)}</strong> <span class="of">${say('page.of_scale', {high: view.format.number(score.scale[1])})}</span></p>`
      : status === 'judged' ? nothing : html`<p>${say.of('status', status)}</p>`}
    ${verdict ? html`<p>${truth(view, 'verdict', verdict)}</p>` : nothing}
    ${tier ? html`<p>${say('page.tier_is', {tier: tier_text(names, tier)})}</p>` : nothing}`;
}

/** What a side cannot use, by name. */
function ignored(view: PairView, {ignored: paths}: ComparedSide, place: Place): TemplateResult | typeof nothing {
  if (!paths.length) return nothing;
  const names = [...new Set(paths.map((path) => {
    const [, head, ...rest] = path.split('/');
    return named(view, head === 'profile' ? `profile.${rest.join('.')}` : (rest.at(-1) ?? head ?? ''));
  }))];
  return html`<details class="fold" data-ignored=${place}><summary><span class="fold-title">${view.say('page.compare.ignored', {side: side_name(view, place), count: names.length})}</span></summary><p class="hint fold-body">${list_of(view, names)}</p></details>`;
}

function side_card(view: PairView, side: ComparedSide, place: Place): TemplateResult {
  const {say} = view;
  const names = view_of(view, place);
  return html`<section class="side" data-side=${place}><h3>${side_name(view, place)}</h3>${headline(view, names, side)}
    <p class="hint">${say.of('basis', side.basis)}${side.missing.length ? `${view.say('page.list_mark')}${say('page.needs', {names: list_of(view, side.missing.map((id) => named(view, id)))})}` : ''}</p></section>`;
}

/** What must be known to read a side. */
function notes(view: PairView, side: ComparedSide, place: Place): TemplateResult {
  const {say} = view;
  const texts = [...(side.out_of_force ? [say('page.out_of_force')] : []), ...side.warnings.map((warning) => warning_text(view, warning))];
  return html`${texts.map((text) => html`<p class="remark" data-note=${place}>${icon('info')}<span>${html`<strong>${side_name(view, place)}</strong> `}${text}</span></p>`)}`;
}

function cause_text(view: PairView, id: string, {of, from, to}: Cause): string {
  const {say, format, document} = view;
  const metric = metric_of(document, id) ?? (view.pair.document && metric_of(view.pair.document, id));
  const show = (value: unknown): string => {
    if (value === undefined) return say('page.not_given');
    if (of === 'weight' || of === 'share') return typeof value === 'number' ? format.percent(value) : String(value);
    return of === 'basis' ? say.of('node_basis', String(value)) : input_text(view, value, metric?.kind === 'rate');
  };
  const name = say.of('cause', of);
  return of === 'curve' ? name : say('page.compare.cause', {name, from: show(from), to: show(to)});
}

type Show = (value: number) => string;

const contribution_of = (show: Show, node: Node | undefined) => ends_text(show, node?.contribution, node?.contribution_low, node?.contribution_high);
const total_of = (show: Show, {unrounded, unrounded_low, unrounded_high}: Score) => ends_text(show, unrounded, unrounded_low, unrounded_high);

function adjustment_of(show: Show, side: ComparedSide, id: string): string {
  const {points, points_low, points_high} = side.adjustments?.find((item) => item.id === id) ?? {};
  return ends_text(show, points, points_low, points_high);
}

function change_cell(view: PairView, by: Change | undefined): TemplateResult {
  return html`<td class="num change ${by ? direction(by) : ''}">${by ? change_text(view.format.points, by) : nothing_known}</td>`;
}

interface Ends {
  first: ComparedSide;
  second: ComparedSide;
}

const node_of = (side: ComparedSide, id: string): Node | undefined => [...all_nodes(side.nodes)].find((node) => node.id === id);

const by_of = (node: NodeDifference) => moved(node, 'contribution');

/** What the totals, or the scores as shown, differ by: a reply leaves out what does not. */
const total_by = (difference: ComparedDifference) => moved(difference, 'unrounded');
const score_by = (difference: ComparedDifference) => moved(difference, 'value');

function node_rows(view: PairView, ends: Ends, difference: NodeDifference, depth: number): TemplateResult {
  const {id, in: only, causes = [], nodes = []} = difference;
  const [first, second] = [node_of(ends.first, id), node_of(ends.second, id)];
  const metric = first?.metric ?? second?.metric;
  const {number} = view.format;
  const notes = [...(only ? [view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')] : []), ...causes.map((cause) => cause_text(view, metric ?? id, cause))];
  return html`<tr class="depth-${depth}" data-cause=${id}><th scope="row">${named(view, metric ?? id)}${notes.length ? html`<small>${notes.map((note) => html`<span class="note">${note}</span>`)}</small>` : nothing}</th>
      <td class="num">${contribution_of(number, first)}</td><td class="num">${contribution_of(number, second)}</td>${change_cell(view, by_of(difference))}</tr>
    ${nodes.map((child) => node_rows(view, ends, child, depth + 1))}`;
}

function adjustment_row(view: PairView, ends: Ends, difference: AdjustmentDifference): TemplateResult {
  const {id, in: only} = difference;
  const {number} = view.format;
  return html`<tr class="depth-0" data-cause=${id}><th scope="row">${view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : named(view, id)}
      ${only ? html`<small>${view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')}</small>` : nothing}</th>
    <td class="num">${adjustment_of(number, ends.first, id)}</td><td class="num">${adjustment_of(number, ends.second, id)}</td>${change_cell(view, moved(difference, 'points'))}</tr>`;
}

/** Adjustments that move nothing say nothing. */
const moves = ({points, points_low, points_high}: AdjustmentDifference) => [points, points_low, points_high].some((value) => value !== undefined && value !== 0);

function score_table(view: PairView, ends: Ends, difference: ComparedDifference): TemplateResult | typeof nothing {
  const {say, format} = view;
  const {nodes = [], adjustments = []} = difference;
  const [first, second] = [ends.first.score, ends.second.score];
  if (!first || !second) return nothing;
  const moving = adjustments.filter(moves);
  if (!nodes.length && !moving.length) return html`<p class="hint">${say('page.compare.same_score')}</p>`;
  return html`<h3>${say('page.compare.causes')}</h3><div class="wide"><table class="sides causes">
    <thead><tr><th scope="col">${say('page.why.part')}</th>${column_head(view, 'first', 'num')}${column_head(view, 'second', 'num')}<th scope="col" class="num">${say('page.what_if.change')}</th></tr></thead>
    <tbody>${nodes.map((node) => node_rows(view, ends, node, 0))}${moving.map((item) => adjustment_row(view, ends, item))}</tbody>
    <tfoot><tr class="main-row" data-row="total"><th scope="row">${say('page.why.total')}</th><td class="num">${total_of(format.number, first)}</td><td class="num">${total_of(format.number, second)}</td>${change_cell(view, total_by(difference))}</tr>
      <tr data-row="shown"><th scope="row">${say('page.why.shown')}</th><td class="num">${score_text(view, first)}</td><td class="num">${score_text(view, second)}</td>${change_cell(view, score_by(difference))}</tr></tfoot></table></div>`;
}

const met_cell = (view: PairView, met: unknown) => (met === undefined ? html`—` : truth(view, 'met', met));

/** A target that moved is told with both targets. */
function finding_row(view: PairView, {id, in: only, from, to}: FindingDifference): TemplateResult {
  const words = (names: View, finding: FindingDifference['from']) => (finding ? compared_words(names, finding).wanted : '');
  const [wanted, instead] = [words(view_of(view, 'first'), from), words(view_of(view, 'second'), to)];
  const note = only ? view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second') : wanted === instead ? wanted : view.say('page.compare.target', {from: wanted, to: instead});
  return html`<tr data-cause=${id}><th scope="row">${named(view, id)}${note ? html`<small>${note}</small>` : nothing}</th>
    <td>${met_cell(view, from?.met)}</td><td>${met_cell(view, to?.met)}</td></tr>`;
}

const gate_row = (view: PairView, {id, in: only, from, to}: GateDifference) => html`<tr data-cause=${id}><th scope="row">${named(view, id)}
    ${only ? html`<small>${view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')}</small>` : nothing}</th><td>${met_cell(view, from)}</td><td>${met_cell(view, to)}</td></tr>`;

function word_table(view: PairView, title: string, rows: TemplateResult[]): TemplateResult | typeof nothing {
  if (!rows.length) return nothing;
  return html`<h3>${title}</h3><div class="wide"><table class="sides"><thead><tr><th scope="col">${view.say('page.why.part')}</th>${column_head(view, 'first')}${column_head(view, 'second')}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A store's own numbers, where they were typed for other rules. */
function typed_for(view: PairView): TemplateResult | typeof nothing {
  const {typed_for: edition, name} = view.pair.choice;
  if (edition === undefined) return nothing;
  return html`<p class="remark" data-testid="typed-for">${icon('info')}<span>${view.say('page.compare.typed_for', {name, edition, own: view.document.edition})}</span></p>`;
}

export function pair_of_sides(view: PairView, {sides: [first, second], difference}: Comparison): TemplateResult {
  const {say} = view;
  const {kind} = view.pair.choice;
  const noted = kind !== 'what_if' && kind !== 'scenario';
  return html`<div class="comparison" data-testid="comparison"><div class="two">${side_card(view, first, 'first')}${side_card(view, second, 'second')}</div>
    ${score_table(view, {first, second}, difference)}
    ${word_table(view, say('page.standards.title'), (difference.standards ?? []).map((item) => finding_row(view, item)))}
    ${word_table(view, say('page.gates.title'), (difference.gates ?? []).map((item) => gate_row(view, item)))}
    ${typed_for(view)}${noted ? html`${notes(view, first, 'first')}${notes(view, second, 'second')}` : nothing}${ignored(view, first, 'first')}${ignored(view, second, 'second')}</div>`;
}

/** The same as rows of a table: each part with both figures, the difference and its causes; then what else differs. */
export function pair_rows(view: PairView, {sides: [first, second], difference}: Comparison): (string | number)[][] {
  const {say} = view;
  // A table has its numbers in full; what is not known stays empty.
  const cell = (text: string) => (text === nothing_known ? '' : text);
  const change = (by: Change | undefined) => (by ? change_text(String, by) : '');
  const rows: (string | number)[][] = [[say('page.why.part'), side_name(view, 'first'), side_name(view, 'second'), say('page.what_if.change'), say('page.compare.causes'), 'id']];
  const add = (node: NodeDifference) => {
    const [from, to] = [node_of(first, node.id), node_of(second, node.id)];
    const metric = from?.metric ?? to?.metric ?? node.id;
    rows.push([named(view, metric), cell(contribution_of(String, from)), cell(contribution_of(String, to)), change(by_of(node)), list_of(view, (node.causes ?? []).map((cause) => cause_text(view, metric, cause))), node.id]);
    (node.nodes ?? []).forEach(add);
  };
  (difference.nodes ?? []).forEach(add);
  for (const adjustment of (difference.adjustments ?? []).filter(moves)) {
    const {id} = adjustment;
    rows.push([named(view, id), cell(adjustment_of(String, first, id)), cell(adjustment_of(String, second, id)), change(moved(adjustment, 'points')), '', id]);
  }
  if (first.score && second.score) {
    rows.push([say('page.why.total'), total_of(String, first.score), total_of(String, second.score), change(total_by(difference)) || 0, '', 'unrounded']);
    rows.push([say('page.the_score'), score_text(view, first.score), score_text(view, second.score), change(score_by(difference)) || 0, '', 'score']);
  }
  const word = (prefix: 'met' | 'verdict', value: unknown) => (value === undefined ? '' : say.of(prefix, String(value)));
  if (first.verdict || second.verdict) rows.push([say('page.what_if.verdict'), word('verdict', first.verdict), word('verdict', second.verdict), '', '', 'verdict']);
  for (const {id, from, to} of difference.standards ?? []) rows.push([named(view, id), word('met', from?.met), word('met', to?.met), '', '', id]);
  for (const {id, from, to} of difference.gates ?? []) rows.push([named(view, id), word('met', from), word('met', to), '', '', id]);
  return rows;
}
