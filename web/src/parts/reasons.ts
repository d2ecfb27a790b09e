/** Why this score: a table whose points visibly sum to the total; and the standards, each with its target. */
import {html, nothing, type TemplateResult} from 'lit';
import {metric_of} from '../document';
import type {Adjustment, Finding, Node, Score} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {has_reading} from '../state';
import {card, document_text, list_of, name_of, type View} from '../view';
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
  return card('why', say('page.why.title'), html`<div class="wide"><table class="sum">
    <thead><tr><th scope="col">${say('page.why.part')}</th><th scope="col" class="num factor">${say('page.why.score')}</th>
      <th scope="col" class="num factor">${say('page.why.weight')}</th><th scope="col" class="num">${say('page.why.points')}</th></tr></thead>
    <tbody>${assessed.nodes.map((node) => node_row(view, node, 0))}${applied.map((item) => adjustment_row(view, item))}</tbody>
    <tfoot>${total_rows(view, assessed.score)}</tfoot></table></div>`, calculation.old_assessed ? 'old' : '');
}

export function needs_text(view: View, needs: string[] | undefined): string {
  return needs?.length ? view.say('page.needs', {names: list_of(view, needs.map((id) => name_of(view, id)))}) : '';
}

/** A finding in one line: what is wanted and what was seen. */
export function finding_row(view: View, finding: Finding): TemplateResult {
  const {say} = view;
  const rate = metric_of(view.document, finding.id)?.kind === 'rate';
  const show = (value: unknown) => (finding.of === 'stage' ? document_text(view, 'stage', String(value))
    : finding.of === 'enrolment' ? document_text(view, 'store_type', String(value)) : input_text(view, value, rate, value === finding.observed ? finding.rate : undefined));
  const wanted = finding.target === undefined ? say('page.no_target') : `${say.of('operator', finding.operator)} ${show(finding.target)}`;
  const remarks = [
    ...(finding.observed === undefined ? [] : [say('page.observed', {value: show(finding.observed)})]),
    say.of('met', String(finding.met)),
    ...(finding.met === 'undetermined' && finding.needs?.length ? [needs_text(view, finding.needs)] : []),
  ];
  return html`<li class="finding ${String(finding.met)}" data-finding=${finding.id}>${verdict_icon(String(finding.met))}
    <div><p class="finding-name">${finding_name(view, finding)} <span class="wanted">${wanted}</span></p>
    <p class="hint">${remarks.join(' · ')}</p></div>
  </li>`;
}

function finding_name(view: View, finding: Finding): string {
  if (finding.of === 'score') return view.say('page.the_score');
  if (finding.of === 'stage') return view.say('page.the_stage');
  return name_of(view, finding.id);
}

export function standards(view: View): TemplateResult | typeof nothing {
  const {calculation, say} = view;
  const findings = calculation.assessed?.standards ?? [];
  if (!findings.length || !has_reading(view.fields)) return nothing;
  return card('standards', say('page.standards.title'), html`<ul class="findings">${findings.map((finding) => finding_row(view, finding))}</ul>`,
    calculation.old_assessed ? 'old' : '');
}
