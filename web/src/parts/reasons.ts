/** Why this score: a table whose points visibly sum to the total; and the standards, each with its target. */
import {html, nothing, type TemplateResult} from 'lit';
import {metric_of} from '../document';
import type {Adjustment, Finding, Node, Score} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {has_reading} from '../state';
import {card, document_text, list_of, name_of, text_of, word_name, type View} from '../view';
import {score_text} from './answer';

function range_text(show: (value: number) => string, value?: number, low?: number, high?: number): string {
  if (value !== undefined) return show(value);
  if (low === undefined || high === undefined) return '—';
  return low === high ? show(low) : `${show(low)}–${show(high)}`.replaceAll('+', '');
}

/** A metric's input as it stands in a reply: a number, counts, a condition. */
export function input_text(view: View, input: unknown, rate: boolean, as_rate?: number): string {
  const {format, say} = view;
  if (typeof input === 'number') return rate ? format.percent(input) : format.number(input);
  if (typeof input === 'boolean') return input ? say('page.yes') : say('page.no');
  if (typeof input === 'string') return input;
  const parts = (input ?? {}) as Record<string, number>;
  const [low, high] = [parts['low'], parts['high']];
  if (low !== undefined && high !== undefined) return rate ? `${format.percent(low)}–${format.percent(high)}` : `${format.number(low)}–${format.number(high)}`;
  const percent = parts['percent'];
  if (percent !== undefined) return say('page.percent', {number: format.number(percent)});
  const [first, second] = [parts['num'] ?? parts['sum'], parts['den'] ?? parts['n']];
  if (first === undefined || second === undefined) return as_rate === undefined ? '—' : format.number(as_rate);
  const counts = say('page.counts', {first: format.number(first), second: format.number(second)});
  if (as_rate === undefined) return counts;
  return say('page.counts_and_rate', {counts, rate: rate ? format.percent(as_rate) : format.number(as_rate)});
}

function node_note(view: View, node: Node): string {
  const {say} = view;
  const why = node.why ? say.of('why', node.why) : '';
  const basis = say.of('node_basis', node.basis);
  const metric = node.metric ? metric_of(view.document, node.metric) : undefined;
  const input = node.input === undefined ? '' : input_text(view, node.input, metric?.kind === 'rate', node.rate);
  return list_of(view, [input, why || basis].filter(Boolean));
}

function node_row(view: View, node: Node, depth: number): TemplateResult {
  const {format} = view;
  const points = (value: number) => format.points(value);
  const score = range_text((value) => format.number(value), node.score, node.low, node.high);
  const weight = node.weight === undefined ? '' : `× ${format.percent(node.weight)}`;
  return html`<tr class="depth-${depth} ${node.basis}" data-node=${node.id}>
      <th scope="row"><span>${name_of(view, node.metric ?? node.id)}</span><small class="product num" aria-hidden="true">${score} ${weight}</small><small>${node_note(view, node)}</small></th>
      <td class="num factor">${score}</td>
      <td class="num factor weight">${weight}</td>
      <td class="num points">${range_text(points, node.contribution, node.contribution_low, node.contribution_high)}</td>
    </tr>
    ${(node.nodes ?? []).map((child) => node_row(view, child, depth + 1))}`;
}

function adjustment_name(view: View, id: string): string {
  return view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : name_of(view, id);
}

/** Rows without score and weight; on a phone these columns are not there. */
const no_factors = html`<td class="factor"></td><td class="factor"></td>`;

function adjustment_row(view: View, adjustment: Adjustment): TemplateResult {
  return html`<tr class="adjustment" data-adjustment=${adjustment.id}><th scope="row">${adjustment_name(view, adjustment.id)}</th>${no_factors}
    <td class="num points">${range_text((value) => view.format.points(value), adjustment.points, adjustment.points_low, adjustment.points_high)}</td></tr>`;
}

function total_rows(view: View, score: Score): TemplateResult {
  const {say, format} = view;
  const total = range_text((value) => format.number(value), score.unrounded, score.unrounded_low, score.unrounded_high);
  return html`<tr class="total"><th scope="row">${say('page.why.total')}</th>${no_factors}<td class="num" data-testid="total">${total}</td></tr>
    <tr class="shown"><th scope="row">${say('page.why.shown')}</th>${no_factors}<td class="num">${score_text(view, score)}</td></tr>`;
}

export function itemisation(view: View): TemplateResult | typeof nothing {
  const {say, calculation} = view;
  const assessed = calculation.assessed;
  if (!assessed?.score || !assessed.nodes?.length) return nothing;
  const applied = (assessed.adjustments ?? []).filter(({applied: is}) => is !== false);
  const {method} = assessed.score;
  return card('why', say('page.why.title'), html`${method === undefined ? nothing : html`<p class="hint" data-testid="method">${say('page.why.method', {method: say.of('method', method)})}</p>`}
    <div class="wide"><table class="sum">
    <thead><tr><th scope="col">${say('page.why.part')}</th><th scope="col" class="num factor">${say('page.why.score')}</th>
      <th scope="col" class="num factor">${say('page.why.weight')}</th><th scope="col" class="num">${say('page.why.points')}</th></tr></thead>
    <tbody>${assessed.nodes.map((node) => node_row(view, node, 0))}${applied.map((item) => adjustment_row(view, item))}</tbody>
    <tfoot>${total_rows(view, assessed.score)}</tfoot></table></div>`, calculation.old_assessed ? 'old' : '');
}

export function needs_text(view: View, needs: string[] | undefined): string {
  return needs?.length ? view.say('page.needs', {names: list_of(view, needs.map((id) => name_of(view, id)))}) : '';
}

/** The metric of a finding: its id, or that of the standard that bears its id. */
function is_rate(view: View, {of = 'metric', id}: {of?: string; id: string}): boolean {
  const metric = view.document.standards?.find((standard) => standard.id === id)?.metric ?? id;
  return of === 'metric' && metric_of(view.document, metric)?.kind === 'rate';
}

type Compared = Pick<Finding, 'id' | 'observed' | 'rate' | 'target'> & {of?: string; operator?: string};

/** What a finding wants and what was seen, in words. */
export function comparison(view: View, finding: Compared): {wanted: string; seen: string[]} {
  const {say} = view;
  const {of, observed, target, operator} = finding;
  const rate = is_rate(view, finding);
  const show = (value: unknown) => (of === 'stage' ? document_text(view, 'stage', String(value))
    : of === 'enrolment' ? word_name(view, finding.id, String(value)) : input_text(view, value, rate, value === observed ? finding.rate : undefined));
  const wanted = target === undefined ? (operator ? say('page.no_target') : '') : target === 'positive' ? say('page.positive') : `${say.of('operator', operator ?? '')} ${show(target)}`;
  return {wanted, seen: observed === undefined ? [] : [say('page.observed', {value: show(observed)})]};
}

/** How a metric moved since the month judged before. */
function trend(view: View, finding: Finding): string[] {
  const {trend: way, change = 0} = finding;
  if (!way) return [];
  const {format} = view;
  const by = is_rate(view, finding) ? `${change > 0 ? '+' : ''}${format.percent(change)}` : format.points(change);
  return [view.say.of('trend', way) + (way === 'same' ? '' : ` (${by})`)];
}

/** A finding in one line: what is wanted and what was seen; what would do instead stands below it. */
export function finding_row(view: View, finding: Finding, named = finding_name(view, finding)): TemplateResult {
  const {say} = view;
  const assessed = finding.assessed !== false;
  const met = assessed ? String(finding.met) : 'not_assessed';
  const {wanted, seen} = comparison(view, finding);
  const remarks = [
    ...seen, assessed ? say.of('met', met) : say('page.not_for_this_store'), ...trend(view, finding),
    ...(finding.met === 'undetermined' && finding.needs?.length ? [needs_text(view, finding.needs)] : []),
  ];
  return html`<li class="finding ${met}" data-finding=${finding.id}>${verdict_icon(met)}
    <div><p class="finding-name">${named} ${assessed ? html`<span class="wanted">${wanted}</span>` : nothing}</p>
    <p class="hint">${remarks.join(' · ')}</p>
    ${finding.or?.map((other) => {
      const {wanted: instead, seen: now} = comparison(view, other);
      return html`<p class="hint or">${[`${say('page.or')} ${finding_name(view, other)} ${instead}`, ...now, say.of('met', String(other.met))].join(' · ')}</p>`;
    })}</div>
  </li>`;
}

export function finding_name(view: View, {of, id}: Finding): string {
  if (of === 'score') return view.say('page.the_score');
  if (of === 'stage') return view.say('page.the_stage');
  const name = name_of(view, id);
  return of === 'count_of' ? view.say('page.count_of', {name}) : of === 'sample_of' ? view.say('page.sample_of', {name}) : name;
}

/** A standard goes by its own title, which says more than that of its metric. */
const standard_row = (view: View, finding: Finding) =>
  finding_row(view, finding, text_of(view, view.document.standards?.find(({id}) => id === finding.id)?.title) || finding_name(view, finding));

/** Findings under the areas that they belong to. */
function by_area(view: View, findings: Finding[]): TemplateResult[] {
  const areas = [...new Set(findings.map(({area}) => area))];
  return areas.map((area) => html`${area ? html`<h4>${document_text(view, 'area', area)}</h4>` : nothing}
    <ul class="findings">${findings.filter((finding) => finding.area === area).map((finding) => standard_row(view, finding))}</ul>`);
}

export function standards(view: View): TemplateResult | typeof nothing {
  const {calculation, say} = view;
  const findings = calculation.assessed?.standards ?? [];
  if (!findings.length || !has_reading(view.fields)) return nothing;
  const advisory = findings.filter((finding) => finding.advisory);
  return card('standards', say('page.standards.title'), html`${by_area(view, findings.filter((finding) => !finding.advisory))}
    ${advisory.length ? html`<h3>${say('page.standards.advisory')}</h3>${by_area(view, advisory)}` : nothing}`, calculation.old_assessed ? 'old' : '');
}

/** Where the most points are lost. */
export function worst(view: View): TemplateResult | typeof nothing {
  const {calculation, say, format} = view;
  const found = calculation.assessed?.worst ?? [];
  if (!found.length) return nothing;
  return card('worst', say('page.worst.title'), html`<ol class="worst">${found.map(({id, cost}) => html`<li class="assumption" data-worst=${id}>
      <span>${name_of(view, id)}</span><strong class="num">${format.fixed(-cost, 2)}</strong></li>`)}</ol>
    <p class="hint">${say('page.worst.hint')}</p>`, calculation.old_assessed ? 'old' : '');
}
