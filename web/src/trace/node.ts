/** What stands behind the numbers of a node: its score, its weight, the points that it brings. */
import {all_nodes, metric_of, node_of} from '../document';
import {ends_text} from '../ends';
import type {Node} from '../generated/shopgauge';
import {typed_text} from '../shell/words';
import {name_of, type View} from '../view';
import {of_conditions} from './condition';
import {of_curve} from './curve';
import {figure_text, of_metric, of_profile, of_provenance, points_text, type Ground} from './ground';
import type {Trace} from './trace';

export const replied = ({calculation}: View, id: string) => [...all_nodes(calculation.assessed?.nodes)].find((node) => node.id === id);

const score_value = (view: View, {score, low, high}: Node) => ends_text(view.format.number, score, low, high);
const weight_value = (view: View, {weight}: Node) => (weight === undefined ? '—' : view.format.percent(weight));
export const points_value = (view: View, {contribution, contribution_low: low, contribution_high: high}: Node) => ends_text(view.format.points, contribution, low, high);

const name_of_node = (view: View, {id, metric = id}: Pick<Node, 'id' | 'metric'>) => name_of(view, metric);

/** A score off the back office settles the parts below it. */
const is_given = ({fields}: View, id: string) => fields.has(`g.${id}`);

function of_given(view: View, id: string): Ground {
  const key = `g.${id}`;
  return {name: name_of(view, id), value: typed_text(view, key, view.fields.get(key) ?? ''), status: 'own', field: key};
}

function of_node(view: View, node: Node): Ground[] {
  const {document, say} = view;
  if (is_given(view, node.id)) return [of_given(view, node.id)];
  const stage = document.score?.stages?.find((item) => item.node === node.id);
  const points = (name: string, figure: NonNullable<typeof stage>['points'] & object, when: unknown) =>
    [of_provenance(view, name, points_text(view, figure.value), figure), ...of_conditions(view, when, figure)];
  if (stage?.points) return points(name_of(view, node.id), stage.points, stage.when);
  const flat = node.basis === 'flat' ? node_of(document, node.id)?.flat : undefined;
  return [...(node.metric ? of_metric(view, node.metric) : []), ...(flat ? points(say('node_basis.flat'), flat.points, flat.when) : []), ...of_curve(view, node)];
}

/** The node's weight is the reply's; it may have none, where parts are compared. */
export function of_weight(view: View, node: Pick<Node, 'id' | 'metric' | 'weight'>): Ground[] {
  const figure = node_of(view.document, node.id)?.weight;
  const name = view.say('page.grounds.weight_of', {name: name_of_node(view, node)});
  const show = (value: unknown) => figure_text(view, value, {kind: 'rate', unit: 'rate'});
  return figure || node.weight !== undefined ? [of_profile(view, name, show, {path: `weights.${node.id}`, figure, seen: node.weight})] : [];
}

/** Said where the other weights of a group carry that of a part which is not assessed. */
function renormalised(view: View, node: Node): string[] {
  const {score} = view.document;
  const groups = [score?.nodes ?? [], ...[...all_nodes(score?.nodes)].map(({nodes = []}) => nodes)];
  const group = groups.find((nodes) => nodes.some(({id}) => id === node.id)) ?? [];
  return group.some(({id}) => replied(view, id)?.basis === 'not_assessed') ? [view.say('page.told.renormalised')] : [];
}

/** What the scores of a node's parts bring to it. */
function parts_of(view: View, {id, nodes = []}: Node): Trace['parts'] {
  const parts = nodes.filter(({contribution, contribution_low: low}) => contribution !== undefined || low !== undefined);
  if (!parts.length || is_given(view, id)) return undefined;
  return parts.map((part) => [name_of_node(view, part), view.say('page.told.times', {score: score_value(view, part), weight: weight_value(view, part)})]);
}

export function trace_node(view: View, id: string): Trace | undefined {
  const node = replied(view, id);
  if (!node) return undefined;
  const {say} = view;
  const parts = parts_of(view, node);
  const sum = is_given(view, id) ? [say('page.told.given')] : parts ? [say('page.told.sum_of')] : [];
  return {
    title: name_of_node(view, node), value: score_value(view, node), how: [...sum, ...(node.why ? [say.of('why', node.why)] : [])],
    ...(parts ? {parts} : {}), metric: metric_of(view.document, node.metric ?? ''), grounds: of_node(view, node),
  };
}

export function trace_weight(view: View, id: string): Trace | undefined {
  const node = replied(view, id);
  if (!node) return undefined;
  return {
    title: view.say('page.grounds.weight_of', {name: name_of_node(view, node)}), value: weight_value(view, node),
    how: [view.say('page.told.weight'), ...renormalised(view, node)], grounds: of_weight(view, node),
  };
}

export function trace_points(view: View, id: string): Trace | undefined {
  const node = replied(view, id);
  if (!node) return undefined;
  const {say} = view;
  const has_weight = node.weight !== undefined;
  const points = points_value(view, node);
  const product = has_weight ? [say('page.told.product', {score: score_value(view, node), weight: weight_value(view, node), points})] : [];
  return {
    title: say('page.told.points_of', {name: name_of_node(view, node)}), value: points,
    how: [...product, ...renormalised(view, node)], grounds: [...(has_weight ? of_weight(view, node) : []), ...of_node(view, node)],
  };
}
