/** Two sides by side: this edition and another, or today and the what-if; with what caused the difference. */
import {html, nothing, type TemplateResult} from 'lit';
import {state_of} from '../content';
import type {DeskView} from '../desk_view';
import {metric_of} from '../document';
import {today_in} from '../format';
import type {AdjustmentDifference, Cause, ComparedDifference, ComparedSide, FindingDifference, GateDifference, Node, NodeDifference} from '../generated/shopgauge';
import {icon} from '../icons';
import {is_on_left, nodes_in, typed_what_if} from '../trial';
import {list_of, name_of, problem_text, type View} from '../view';
import {score_text, tier_text, warning_text} from './answer';
import {failed} from './desk';
import {comparison as compared_words, input_text} from './reasons';
import {truth} from './side_by_side';

type Place = 'first' | 'second';

/** The side that is not the page's own edition, or not today. */
const other_place = ({document, vs = ''}: DeskView): Place => (is_on_left(document, vs) ? 'first' : 'second');

/** The head of a column: an edition by its day alone. */
const column_name = (view: DeskView, place: Place) => (view.vs === 'what_if' ? side_name(view, place) : place === other_place(view) ? (view.vs ?? '') : view.document.edition);

/** A side's own names: another edition may have other metrics and gates. */
const view_of = (view: DeskView, place: Place): View => (view.other && place === other_place(view) ? {...view, document: view.other} : view);

/** The name of an id, by the document that has it. */
function named(view: DeskView, id: string): string {
  const own = name_of(view, id);
  return own === id ? name_of(view_of(view, other_place(view)), id) : own;
}

function side_name(view: DeskView, place: Place): string {
  const {say, vs = '', document} = view;
  if (vs === 'what_if') return say(place === 'first' ? 'page.what_if.today' : 'page.what_if.trial');
  return say('page.compare.edition', {edition: place === other_place(view) ? vs : document.edition});
}

function picker(view: DeskView): TemplateResult {
  const {say, vs, editions, fields, index, document, actions} = view;
  const entries = index.programs.find(({program}) => program === document.program)?.editions ?? [];
  const today = today_in(document.time_zone);
  const option = (edition: string) => {
    const entry = entries.find((item) => item.edition === edition);
    return html`<option value=${edition} .selected=${vs === edition}>${say('page.compare.edition', {edition})}${entry ? ` · ${say(`page.edition.${state_of(entry, today)}`)}` : ''}</option>`;
  };
  return html`<div class="goal"><label class="goal-label" for="vs">${say('page.compare.with')}</label><span class="box word"><select id="vs" name="vs"
      @change=${(event: globalThis.Event) => actions.commit('vs', (event.target as HTMLSelectElement).value)}>
    ${typed_what_if(fields).length ? html`<option value="what_if" .selected=${vs === 'what_if'}>${say('page.what_if.trial')}</option>` : nothing}
    ${[...editions].reverse().map(option)}</select></span></div>`;
}

function headline(view: DeskView, names: View, side: ComparedSide): TemplateResult {
  const {say} = view;
  const {score, verdict, tier, status} = side;
  return html`${score ? html`<p class="side-score num"><strong>${score_text(view, score)}</strong> <span class="of">${say('page.of_scale', {high: view.format.number(score.scale[1])})}</span></p>`
      : status === 'judged' ? nothing : html`<p>${say.of('status', status)}</p>`}
    ${verdict ? html`<p>${truth(view, 'verdict', verdict)}</p>` : nothing}
    ${tier ? html`<p>${say('page.tier_is', {tier: tier_text(names, tier)})}</p>` : nothing}`;
}

/** What a side cannot use, by name. */
function ignored(view: DeskView, {ignored: paths}: ComparedSide, place: Place): TemplateResult | typeof nothing {
  if (!paths.length) return nothing;
  const names = [...new Set(paths.map((path) => {
    const [, head, ...rest] = path.split('/');
    return named(view, head === 'profile' ? `profile.${rest.join('.')}` : (rest.at(-1) ?? head ?? ''));
  }))];
  return html`<details class="fold" data-ignored=${place}><summary><span class="fold-title">${view.say('page.compare.ignored', {side: side_name(view, place), count: names.length})}</span></summary><p class="hint fold-body">${list_of(view, names)}</p></details>`;
}

function side_card(view: DeskView, side: ComparedSide, place: Place): TemplateResult {
  const {say} = view;
  const names = view_of(view, place);
  return html`<section class="side" data-side=${place}><h3>${side_name(view, place)}</h3>${headline(view, names, side)}
    <p class="hint">${say.of('basis', side.basis)}${side.missing.length ? `${view.say('page.list_mark')}${say('page.needs', {names: list_of(view, side.missing.map((id) => named(view, id)))})}` : ''}</p></section>`;
}

/** What must be known to read a side. */
function notes(view: DeskView, side: ComparedSide, place: Place): TemplateResult {
  const {say} = view;
  const texts = [...(side.out_of_force ? [say('page.out_of_force')] : []), ...side.warnings.map((warning) => warning_text(view, warning))];
  return html`${texts.map((text) => html`<p class="remark" data-note=${place}>${icon('info')}<span>${html`<strong>${side_name(view, place)}</strong> `}${text}</span></p>`)}`;
}

function cause_text(view: DeskView, id: string, {of, from, to}: Cause): string {
  const {say, format, document} = view;
  const metric = metric_of(document, id) ?? (view.other && metric_of(view.other, id));
  const show = (value: unknown): string => {
    if (value === undefined) return say('page.not_given');
    if (of === 'weight' || of === 'share') return typeof value === 'number' ? format.percent(value) : String(value);
    return of === 'basis' ? say.of('node_basis', String(value)) : input_text(view, value, metric?.kind === 'rate');
  };
  const name = say.of('cause', of);
  return of === 'curve' ? name : say('page.compare.cause', {name, from: show(from), to: show(to)});
}

const points_of = (view: DeskView, value: number | undefined) => (value === undefined ? '—' : view.format.number(value));

function change_cell(view: DeskView, by: number | undefined): TemplateResult {
  return html`<td class="num change ${by === undefined ? '' : by > 0 ? 'rises' : by < 0 ? 'falls' : ''}">${by === undefined ? '—' : view.format.points(by)}</td>`;
}

interface Ends {
  first: ComparedSide;
  second: ComparedSide;
}

const node_of = (side: ComparedSide, id: string): Node | undefined => [...nodes_in(side.nodes)].find((node) => node.id === id);

/** The change of a side's low end where it is a range. */
const by_of = ({contribution, contribution_low}: NodeDifference) => contribution ?? contribution_low;

function node_rows(view: DeskView, ends: Ends, difference: NodeDifference, depth: number): TemplateResult {
  const {id, in: only, causes = [], nodes = []} = difference;
  const [first, second] = [node_of(ends.first, id), node_of(ends.second, id)];
  const metric = first?.metric ?? second?.metric;
  const by = by_of(difference) ?? (only === 'second' ? second?.contribution : only === 'first' && first?.contribution !== undefined ? -first.contribution : undefined);
  const notes = [...(only ? [view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')] : []), ...causes.map((cause) => cause_text(view, metric ?? id, cause))];
  return html`<tr class="depth-${depth}" data-cause=${id}><th scope="row">${named(view, metric ?? id)}${notes.length ? html`<small>${notes.map((note) => html`<span class="note">${note}</span>`)}</small>` : nothing}</th>
      <td class="num">${points_of(view, first?.contribution)}</td><td class="num">${points_of(view, second?.contribution)}</td>${change_cell(view, by)}</tr>
    ${nodes.map((child) => node_rows(view, ends, child, depth + 1))}`;
}

function adjustment_row(view: DeskView, ends: Ends, {id, in: only, points}: AdjustmentDifference): TemplateResult {
  const own = (side: ComparedSide) => side.adjustments?.find((item) => item.id === id)?.points;
  return html`<tr class="depth-0" data-cause=${id}><th scope="row">${view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : named(view, id)}
      ${only ? html`<small>${view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')}</small>` : nothing}</th>
    <td class="num">${points_of(view, own(ends.first))}</td><td class="num">${points_of(view, own(ends.second))}</td>${change_cell(view, points)}</tr>`;
}

/** Adjustments that move nothing say nothing. */
const moves = ({points, points_low, points_high}: AdjustmentDifference) => [points, points_low, points_high].some((value) => value !== undefined && value !== 0);

function score_table(view: DeskView, ends: Ends, {nodes = [], adjustments = [], unrounded, unrounded_low, value, value_low}: ComparedDifference): TemplateResult | typeof nothing {
  const {say} = view;
  const [first, second] = [ends.first.score, ends.second.score];
  if (!first || !second) return nothing;
  const moving = adjustments.filter(moves);
  if (!nodes.length && !moving.length) return html`<p class="hint">${say('page.compare.same_score')}</p>`;
  return html`<h3>${say('page.compare.causes')}</h3><div class="wide"><table class="sides causes">
    <thead><tr><th scope="col">${say('page.why.part')}</th><th scope="col" class="num">${column_name(view, 'first')}</th><th scope="col" class="num">${column_name(view, 'second')}</th><th scope="col" class="num">${say('page.what_if.change')}</th></tr></thead>
    <tbody>${nodes.map((node) => node_rows(view, ends, node, 0))}${moving.map((item) => adjustment_row(view, ends, item))}</tbody>
    <tfoot><tr class="main-row" data-row="total"><th scope="row">${say('page.why.total')}</th><td class="num">${points_of(view, first.unrounded ?? first.unrounded_low)}</td><td class="num">${points_of(view, second.unrounded ?? second.unrounded_low)}</td>${change_cell(view, unrounded ?? unrounded_low)}</tr>
      <tr data-row="shown"><th scope="row">${say('page.why.shown')}</th><td class="num">${score_text(view, first)}</td><td class="num">${score_text(view, second)}</td>${change_cell(view, value ?? value_low)}</tr></tfoot></table></div>`;
}

const met_cell = (view: DeskView, met: unknown) => (met === undefined ? html`—` : truth(view, 'met', met));

/** A target that moved is told with both targets. */
function finding_row(view: DeskView, {id, in: only, from, to}: FindingDifference): TemplateResult {
  const words = (names: View, finding: FindingDifference['from']) => (finding ? compared_words(names, finding).wanted : '');
  const [wanted, instead] = [words(view_of(view, 'first'), from), words(view_of(view, 'second'), to)];
  const note = only ? view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second') : wanted === instead ? wanted : view.say('page.compare.target', {from: wanted, to: instead});
  return html`<tr data-cause=${id}><th scope="row">${named(view, id)}${note ? html`<small>${note}</small>` : nothing}</th>
    <td>${met_cell(view, from?.met)}</td><td>${met_cell(view, to?.met)}</td></tr>`;
}

const gate_row = (view: DeskView, {id, in: only, from, to}: GateDifference) => html`<tr data-cause=${id}><th scope="row">${named(view, id)}
    ${only ? html`<small>${view.say(only === 'first' ? 'page.compare.only_first' : 'page.compare.only_second')}</small>` : nothing}</th><td>${met_cell(view, from)}</td><td>${met_cell(view, to)}</td></tr>`;

function word_table(view: DeskView, title: string, rows: TemplateResult[]): TemplateResult | typeof nothing {
  if (!rows.length) return nothing;
  return html`<h3>${title}</h3><div class="wide"><table class="sides"><thead><tr><th scope="col">${view.say('page.why.part')}</th><th scope="col">${column_name(view, 'first')}</th><th scope="col">${column_name(view, 'second')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

export function compare_panel(view: DeskView): TemplateResult {
  const {say, vs, comparison, comparison_issues, comparison_loading} = view;
  if (vs === undefined) return html`<p class="hint">${say('page.compare.nothing')}</p>`;
  if (comparison_loading === 'failed') return html`${picker(view)}${failed(view)}`;
  if (comparison_issues.length) return html`${picker(view)}${comparison_issues.map((issue) => html`<p class="error">${icon('alert')}<span>${problem_text(view, issue, undefined)}</span></p>`)}`;
  if (!comparison) return html`${picker(view)}<p class="hint" aria-busy="true">${say('page.loading')}</p>`;
  const [first, second] = comparison.sides;
  const {difference} = comparison;
  return html`${picker(view)}<div class="comparison" data-testid="comparison"><div class="two">${side_card(view, first, 'first')}${side_card(view, second, 'second')}</div>
    ${score_table(view, {first, second}, difference)}
    ${word_table(view, say('page.standards.title'), (difference.standards ?? []).map((item) => finding_row(view, item)))}
    ${word_table(view, say('page.gates.title'), (difference.gates ?? []).map((item) => gate_row(view, item)))}
    ${vs === 'what_if' ? nothing : html`${notes(view, first, 'first')}${notes(view, second, 'second')}`}${ignored(view, first, 'first')}${ignored(view, second, 'second')}</div>`;
}
