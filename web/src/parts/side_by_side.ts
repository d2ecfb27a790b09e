/** Two readings in two columns, with what differs: the score, the verdict, the parts, what opens and closes. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Assessed} from '../calculation';
import type {DeskView} from '../desk_view';
import type {Assessment, Difference, Finding, Score} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {nodes_in} from '../trial';
import {name_of} from '../view';
import {points_text} from './amounts';
import {score_text, tier_text} from './answer';

interface Row {
  id: string;
  name: string;
  from: unknown;
  to: unknown;
  change?: number | undefined;
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
  const rows: Row[] = [{id: 'score', name: view.say('page.the_score'), from: score_text(view, first.score), to: score_text(view, second.score), change: difference?.value ?? difference?.unrounded, main: true}];
  const [from, to] = [consumer(view, first.score), consumer(view, second.score)];
  if (from && from !== to) rows.push({id: 'consumer', name: view.say('page.consumer'), from, to});
  return rows;
}

/** Enough digits to see what moved. */
const two = (value: number) => Number(value.toFixed(2));

/** The dimensions whose score moved. */
function node_rows(view: DeskView, first: Assessment, second: Assessment, {nodes = []}: Difference): Row[] {
  const score = (of: Assessment, id: string) => [...nodes_in(of.nodes)].find((node) => node.id === id)?.score;
  const top = new Set(first.nodes?.map(({id}) => id));
  return nodes.filter(({id, score: by}) => top.has(id) && by !== undefined).flatMap(({id, score: by, contribution}) => {
    const [from, to] = [score(first, id), score(second, id)];
    return from === undefined || to === undefined ? [] : [{id, name: name_of(view, id), from: view.format.number(two(from)), to: view.format.number(two(to)), change: by,
      ...(contribution === undefined ? {} : {note: view.say('page.what_if.of_total', {points: points_text(view, contribution)})})}];
  });
}

const adjustment_rows = (view: DeskView, first: Assessment, second: Assessment, {adjustments = []}: Difference): Row[] => adjustments.map(({id, points}) => {
  const own = (of: Assessment) => points_text(view, of.adjustments?.find((item) => item.id === id)?.points ?? 0);
  return {id, name: view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : name_of(view, id), from: own(first), to: own(second), change: points};
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
    <td class="num change ${change === undefined ? '' : change > 0 ? 'rises' : change < 0 ? 'falls' : ''}">${change === undefined ? nothing : points_text(view, change)}</td></tr>`;
}

export function side_by_side(view: DeskView, first: Assessed, second: Assessment, difference: Difference = {}): TemplateResult {
  const {say} = view;
  const words = word_rows(view, first, second);
  const rows = [...score_rows(view, first, second, difference), ...words.filter(({main}) => main), ...words.filter(({id, main}) => id === 'verdict' && !main),
    ...node_rows(view, first, second, difference), ...adjustment_rows(view, first, second, difference), ...words.filter(({id, main}) => id !== 'verdict' && !main)];
  return html`<table class="sides"><caption class="visually-hidden">${say('page.what_if.side_by_side')}</caption>
    <thead><tr><td></td><th scope="col" class="num">${say('page.what_if.today')}</th><th scope="col" class="num">${say('page.what_if.trial')}</th><th scope="col" class="num">${say('page.what_if.change')}</th></tr></thead>
    <tbody>${rows.map((row) => row_of(view, row))}</tbody></table>
    <p class="hint">${say('page.what_if.sure', {today: say.of('basis', first.basis), trial: say.of('basis', second.basis)})}</p>`;
}
