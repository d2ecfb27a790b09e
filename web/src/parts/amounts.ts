/** Values of a metric in words: with their unit, as a rate, as counts with their rate. */
import type {DeskView} from '../desk_view';
import {metric_of} from '../document';
import {change_text, type Change} from '../ends';
import {gate_of, score_of, type Goal} from '../goals';
import type {Metric} from '../program';
import {name_of} from '../view';
import {input_text} from './findings';

export function with_unit(view: DeskView, metric: Metric, text: string): string {
  const unit = metric.kind === 'rate' || metric.kind === 'flag' ? '' : view.say.of('unit', metric.unit);
  return unit ? view.say('page.do.with_unit', {text, unit}) : text;
}

/** A value of a reply: "0.94%", "4.81 stars", "yes". */
export function value_text(view: DeskView, id: string, value: unknown): string {
  const metric = metric_of(view.document, id);
  if (!metric) return '';
  return with_unit(view, metric, input_text(view, value, metric.kind === 'rate'));
}

/** Points that a change brings: two digits are enough to choose by. */
export const points_text = ({format}: DeskView, points: number) => format.points(Number(points.toFixed(2)));

/** The same of a change, which may lie between two ends. */
export const gain_text = (view: DeskView, by: Change) => change_text((value) => points_text(view, value), by);

/** Today's value; counts as the rate that they make, where the engine says it. */
export function now_text(view: DeskView, id: string, now: unknown): string {
  if (now === undefined) return view.say('page.not_given');
  const rate = view.rates.get(id);
  const counts = now !== null && typeof now === 'object' && ('den' in now || 'n' in now);
  return value_text(view, id, counts && rate !== undefined ? Number(rate.toFixed(metric_of(view.document, id)?.kind === 'rate' ? 6 : 4)) : now);
}

/** "85 points", "pass", the name of a gate. */
export function goal_name(view: DeskView, goal: Goal): string {
  const [score, gate] = [score_of(goal), gate_of(goal)];
  if (score !== undefined) return view.say('page.do.score', {score});
  return gate === undefined ? view.say('page.do.pass') : name_of(view, gate);
}
