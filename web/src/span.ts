/**
 * From where to where a slider goes: over the numbers that the rules and the replies name for its metric, today's and the
 * best value among them. It is a matter of drawing alone: what a value brings, the engine says.
 */
import type {Assessed} from './calculation';
import {all_nodes, objects, type Plain} from './document';
import type {Finding} from './generated/shopgauge';
import type {Metric, ProgramDocument} from './program';

export interface Span {
  /** In the unit that is shown: rates in percent. */
  low: number;
  high: number;
  step: number;
}

const places = 6;
const neat = (value: number) => Number(value.toFixed(places));

const is_number = (value: unknown): value is number => typeof value === 'number';

/** A threshold as a document writes it: a number, a figure, or one of the profile with its default. */
function figure(value: unknown): unknown {
  const {value: own, default: taken} = (value ?? {}) as Plain;
  return is_number(value) ? value : (own ?? (taken as Plain | undefined)?.['value']);
}

function of_curve(document: ProgramDocument, id: string): unknown[] {
  const found: unknown[] = [];
  for (const node of all_nodes(document.score?.nodes)) {
    const curve = node.metric === id ? (node.curve as Plain | undefined) : undefined;
    const {knots = [], rows = [], excellent, poor} = (curve ?? {}) as {knots?: number[][]; rows?: number[][]; excellent?: unknown; poor?: unknown};
    found.push(...knots.map(([at]) => at), ...rows.flatMap(([from, to]) => [from, to]), figure(excellent), figure(poor));
  }
  return found;
}

const comparisons = ['at_least', 'at_most', 'above', 'below'];

const of_rules = ({standards, gates, tiers}: ProgramDocument, id: string) => [...objects([standards, gates, tiers])]
  .filter(({metric}) => metric === id).flatMap((item) => comparisons.map((name) => figure(item[name])));

function of_findings(document: ProgramDocument, {standards = [], gates = []}: Assessed, id: string): unknown[] {
  const metric_of = (finding: Finding) => document.standards?.find((standard) => standard.id === finding.id)?.metric ?? finding.id;
  return [...standards, ...gates.flatMap(({conditions}) => conditions)].flatMap((finding) => [finding, ...(finding.or ?? [])])
    .filter((finding) => metric_of(finding) === id && (finding.of ?? 'metric') === 'metric').map(({target}) => target);
}

/** A little room towards the worse side, so that a slider can also go down. */
const room = 0.2;

export function span_of(document: ProgramDocument, assessed: Assessed, metric: Metric, more: unknown[]): Span {
  const {id, kind, better, range: [least, most] = [null, null]} = metric;
  const best = better === 'higher' ? most : better === 'lower' ? least : null;
  const worst = better === 'higher' ? least : better === 'lower' ? most : null;
  // The very end of the range on the bad side would leave no place for what matters.
  const named = [...of_curve(document, id), ...of_rules(document, id), ...of_findings(document, assessed, id)].filter((value) => value !== worst);
  const all = [...named, ...more, best].filter(is_number);
  const [from, to] = all.length ? [Math.min(...all), Math.max(...all)] : [least ?? 0, most ?? 1];
  const wide = (to - from || Math.abs(to) || 1) * room;
  const [low, high] = [better === 'lower' ? from : from - wide, better === 'higher' && best !== null ? to : to + wide];
  const step = metric.step ?? 1;
  const within = (value: number) => Math.min(Math.max(value, least ?? value), most ?? value);
  const unit = kind === 'rate' ? 100 : 1;
  const on_step = (value: number, round: (value: number) => number) => neat(round(neat(within(value) / step)) * step * unit);
  return {low: on_step(low, Math.floor), high: on_step(high, Math.ceil), step: neat(step * unit)};
}
