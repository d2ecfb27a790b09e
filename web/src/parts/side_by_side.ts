/** Two readings in two columns, with what differs: the score, the verdict, the parts, what opens and closes. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Assessed} from '../calculation';
import type {DeskView} from '../desk_view';
import {all_nodes} from '../document';
import {direction, ends_text, moved, nothing_known, type Change} from '../ends';
import type {Assessment, Difference, Finding, Score} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {name_of} from '../view';
import {gain_text, points_text} from './amounts';
import {score_text, tier_text} from './answer';

interface Row {
  id: string;
  name: string;
  from: unknown;
  to: unknown;
  change?: Change | undefined;
  note?: string;
  main?: boolean;
}

/** A word with its picture. */
export const truth = (view: DeskView, prefix: 'met' | 'verdict', value: unknown) =>
  html`<span class="truth ${String(value)}">${verdict_icon(String(value))}${view.say.of(prefix, String(value))}</span>`;

const consumer = (view: DeskView, {consumer: value, consumer_low: low, consumer_high: high}: Score) => {
  const show = (number: number) => view.format.fixed(number, 1);
  return value !== undefined ? show(value) : low !== undefined && high !== undefined ? `${show(low)}–${show(high)}` : '';
};

function score_rows(view: DeskView, first: Assessment, second: Assessment, difference: Difference | undefined): Row[] {
  if (!first.score || !second.score) return [];
  const rows: Row[] = [{id: 'score', name: view.say('page.the_score'), from: score_text(view, first.score), to: score_text(view, second.score), change: moved(difference, 'value') ?? moved(difference, 'unrounded'), main: true}];
  const [from, to] = [consumer(view, first.score), consumer(view, second.score)];
  if (from && from !== to) rows.push({id: 'consumer', name: view.say('page.consumer'), from, to});
  return rows;
}

/** Enough digits to see what moved. */
const two = (value: number) => Number(value.toFixed(2));

/** The dimensions whose score moved. */
function node_rows(view: DeskView, first: Assessment, second: Assessment, {nodes = []}: Difference): Row[] {
  const score = (of: Assessment, id: string) => {
    const node = [...all_nodes(of.nodes)].find((one) => one.id === id);
    return ends_text((value) => view.format.number(two(value)), node?.score, node?.low, node?.high);
  };
  const top = new Set(first.nodes?.map(({id}) => id));
  return nodes.filter(({id}) => top.has(id)).flatMap((node) => {
    const {id} = node;
    const [from, to] = [score(first, id), score(second, id)];
    const [change, share] = [moved(node, 'score'), moved(node, 'contribution')];
    return !change || from === nothing_known || to === nothing_known ? [] : [{id, name: name_of(view, id), from, to, change,
      ...(share ? {note: view.say('page.what_if.of_total', {points: gain_text(view, share)})} : {})}];
  });
}

const adjustment_rows = (view: DeskView, first: Assessment, second: Assessment, {adjustments = []}: Difference): Row[] => adjustments.map((adjustment) => {
  const {id} = adjustment;
  const own = (of: Assessment) => {
    const {points: exact, points_low, points_high} = of.adjustments?.find((item) => item.id === id) ?? {points: 0};
    return ends_text((value) => points_text(view, value), exact, points_low, points_high);
  };
  return {id, name: view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : name_of(view, id), from: own(first), to: own(second), change: moved(adjustment, 'points')};
});

function changed<T extends {id: string; met?: unknown}>(first: T[] = [], second: T[] = []): {id: string; from: unknown; to: unknown}[] {
  return first.flatMap(({id, met}) => {
    const to = second.find((other) => other.id === id)?.met;
    return to === undefined || to === met ? [] : [{id, from: met, to}];
  });
}

function word_rows(view: DeskView, first: Assessed, second: Assessment): Row[] {
  const rows: Row[] = [];
  const {verdict, tier} = second;
  if (first.verdict && verdict) rows.push({id: 'verdict', name: view.say('page.what_if.verdict'), from: truth(view, 'verdict', first.verdict), to: truth(view, 'verdict', verdict), main: !first.score});
  if (first.tier && tier && tier_text(view, first.tier) !== tier_text(view, tier)) rows.push({id: 'tier', name: view.say('page.tier'), from: tier_text(view, first.tier), to: tier_text(view, tier)});
  const standards = changed<Finding>(first.standards, second.standards);
  for (const {id, from, to} of [...standards, ...changed(first.gates, second.gates)]) rows.push({id, name: name_of(view, id), from: truth(view, 'met', from), to: truth(view, 'met', to)});
  return rows;
}

function row_of(view: DeskView, {id, name, from, to, change, note, main = false}: Row): TemplateResult {
  return html`<tr class=${main ? 'main-row' : ''} data-row=${id}><th scope="row">${name}${note ? html`<small>${note}</small>` : nothing}</th><td class="num">${from}</td><td class="num to">${to}</td>
    <td class="num change ${change ? direction(change) : ''}">${change ? gain_text(view, change) : nothing}</td></tr>`;
}

export function side_by_side(view: DeskView, first: Assessed, second: Assessment, difference: Difference = {}): TemplateResult {
  const {say} = view;
  const words = word_rows(view, first, second);
  const rows = [...score_rows(view, first, second, difference), ...words.filter(({main}) => main), ...words.filter(({id, main}) => id === 'verdict' && !main),
    ...node_rows(view, first, second, difference), ...adjustment_rows(view, first, second, difference), ...words.filter(({id, main}) => id !== 'verdict' && !main)];
  return html`<div class="wide"><table class="sides"><caption class="visually-hidden">${say('page.what_if.side_by_side')}</caption>
    <thead><tr><td></td><th scope="col" class="num">${say('page.what_if.today')}</th><th scope="col" class="num">${say('page.what_if.trial')}</th><th scope="col" class="num">${say('page.what_if.change')}</th></tr></thead>
    <tbody>${rows.map((row) => row_of(view, row))}</tbody></table></div>
    <p class="hint">${say('page.what_if.sure', {today: say.of('basis', first.basis), trial: say.of('basis', second.basis)})}</p>`;
}
