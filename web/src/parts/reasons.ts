/** Why this score: a table whose points visibly sum to the total; and the standards, each with its target. */
import {html, nothing, type TemplateResult} from 'lit';
import {metric_of} from '../document';
import {ends_text} from '../ends';
import type {Adjustment, Finding, Node, Score} from '../generated/shopgauge';
import {has_reading} from '../state';
import {card, document_text, list_of, name_of, text_of, told, type View} from '../view';
import {score_text} from './answer';
import {finding_name, finding_row, input_text} from './findings';

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
  const score = ends_text((value) => format.number(value), node.score, node.low, node.high);
  const weight = node.weight === undefined ? '' : `× ${format.percent(node.weight)}`;
  return html`<tr class="depth-${depth} ${node.basis}" data-node=${node.id}>
      <th scope="row"><span>${name_of(view, node.metric ?? node.id)}</span><small class="product num">${told(view, `points.${node.id}`, `${score} ${weight}`)}</small><small>${node_note(view, node)}</small></th>
      <td class="num factor">${told(view, `score.${node.id}`, score)}</td>
      <td class="num factor weight">${weight && told(view, `weight.${node.id}`, weight)}</td>
      <td class="num points">${told(view, `points.${node.id}`, ends_text(points, node.contribution, node.contribution_low, node.contribution_high))}</td>
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
    <td class="num points">${told(view, `adjustment.${adjustment.id}`, ends_text((value) => view.format.points(value), adjustment.points, adjustment.points_low, adjustment.points_high))}</td></tr>`;
}

function total_rows(view: View, score: Score): TemplateResult {
  const {say, format} = view;
  const total = ends_text((value) => format.number(value), score.unrounded, score.unrounded_low, score.unrounded_high);
  return html`<tr class="total"><th scope="row">${say('page.why.total')}</th>${no_factors}<td class="num" data-testid="total">${told(view, 'score', total)}</td></tr>
    <tr class="shown"><th scope="row">${say('page.why.shown')}</th>${no_factors}<td class="num">${told(view, 'score', score_text(view, score))}</td></tr>`;
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
      <span>${name_of(view, id)}</span><strong class="num">${told(view, `part.${id}`, format.fixed(-cost, 2))}</strong></li>`)}</ol>
    <p class="hint">${say('page.worst.hint')}</p>`, calculation.old_assessed ? 'old' : '');
}
