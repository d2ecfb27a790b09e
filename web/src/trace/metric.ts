/** What stands behind a metric, as a lever, as headroom, as what was given: all rules that read it. */
import {all_nodes, metric_of, objects} from '../document';
import {text_of, type View} from '../view';
import {of_conditions} from './condition';
import {of_curve} from './curve';
import {of_metric, type Ground} from './ground';
import {of_weight, replied} from './node';
import {trace_adjustment} from './score';
import type {Trace} from './trace';

export function rules_of(view: View, id: string): Ground[] {
  const {score, standards = [], gates = []} = view.document;
  const reads = (part: unknown) => [...objects(part)].some(({metric}) => metric === id);
  const nodes = [...all_nodes(score?.nodes)].filter(({metric}) => metric === id).flatMap((node) => {
    // Those of a given part are not in the reply.
    const shown = replied(view, node.id) ?? {id: node.id, metric: id};
    return [...of_weight(view, shown), ...of_curve(view, shown)];
  });
  return [
    ...nodes,
    ...standards.filter(reads).flatMap((rule) => of_conditions(view, rule, rule)),
    ...(score?.adjustments ?? []).filter(reads).flatMap((rule) => trace_adjustment(view, rule.id)?.grounds ?? []),
    ...gates.filter(({when}) => reads(when)).flatMap((gate) => of_conditions(view, gate.when, gate)),
  ];
}

export function trace_metric(view: View, id: string, how: string[] = [], grounds: Ground[] = []): Trace | undefined {
  const metric = metric_of(view.document, id);
  return metric && {title: text_of(view, metric.title), how, metric, grounds: [...of_metric(view, id), ...grounds]};
}
