/** Questions to the full engine about a reading: with other numbers, against a goal, beside another edition. */
import type {Assessed} from './calculation';
import type {Loaded} from './content';
import {all_nodes, metric_of} from './document';
import {assess, plan, type FullEngine, type Reply} from './engine';
import {as_percent, Exact, serialize, type Json} from './exact';
import type {AssessReply, CompareReply, PlanReply} from './generated/shopgauge';
import {goal_json, type Goal} from './goals';
import type {Metric, ProgramDocument} from './program';
import {assess_request, metric_value} from './request';
import {below, without, type Fields} from './state';

export type Plan = PlanReply['value'];
export type Comparison = CompareReply['value'];

/** A request's text with one more member: it goes on as it was written, digit by digit. */
export const with_member = (text: string, member: string, value: Json) => `${text.slice(0, -1)},${JSON.stringify(member)}:${serialize(value)}}`;

/** Metrics as they were typed. */
export function metrics_json(document: ProgramDocument, typed: Iterable<[string, string]>): Json {
  const metrics = Object.create(null) as {[key: string]: Json};
  for (const [id, text] of typed) metrics[id] = metric_value(metric_of(document, id)?.kind, text);
  return metrics;
}

export const typed_what_if = (fields: Fields) => below(fields, 'w.');

/** A value of a reply as a seller would type it. */
export function typed_value({kind}: Pick<Metric, 'kind'>, value: number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return kind === 'rate' ? `${as_percent(text) ?? text}%` : text;
}

export function assess_what_if(engine: FullEngine, loaded: Loaded, fields: Fields, changes: Iterable<[string, string]>): Reply<AssessReply> {
  const {text} = assess_request(loaded, fields);
  return assess(engine, with_member(text, 'what_if', {metrics: metrics_json(loaded.document, changes)}));
}

/** `effort`: what the seller said of each metric, as a text of the request; none where all is alike. */
export function plan_for(engine: FullEngine, text: string, goal: Goal, effort: string | undefined): Reply<PlanReply> {
  const asked = with_member(text, 'goal', goal_json(goal));
  return plan(engine, effort === undefined ? asked : with_member(asked, 'effort', new Exact(effort)));
}

/** The same for a month under way that ends after the request's date. */
export const plan_for_month = (engine: FullEngine, text: string, goal: Goal) => plan(engine, with_member(with_member(text, 'goal', goal_json(goal)), 'period', {}));

/** The rates of metrics, also of those below a score from the back office: from a reading without it. */
export function rates_of(engine: FullEngine, loaded: Loaded, fields: Fields, assessed: Assessed): Map<string, number> {
  const bare = assess(engine, assess_request(loaded, without(fields, (key) => key.startsWith('g.'))).text);
  const found = new Map<string, number>();
  for (const {metric, rate} of all_nodes(bare.ok ? bare.value.nodes : [])) if (metric && rate !== undefined) found.set(metric, rate);
  const findings = [...(assessed.standards ?? []), ...(assessed.gates ?? []).flatMap(({conditions}) => conditions)];
  for (const finding of findings.flatMap((item) => [item, ...(item.or ?? [])])) {
    const id = loaded.document.standards?.find((standard) => standard.id === finding.id)?.metric ?? finding.id;
    if (finding.rate !== undefined && (finding.of ?? 'metric') === 'metric') found.set(id, finding.rate);
  }
  return found;
}

/** The fields with the what-if as the store's own numbers; scores of the back office that it moved move along. */
export function taken_over(fields: Fields, what_if: Pick<Assessed, 'nodes'>): Fields {
  const next = new Map([...fields].filter(([key, value]) => !key.startsWith('w.') && !(key === 'vs' && value === 'what_if')));
  for (const [id, text] of typed_what_if(fields)) next.set(`m.${id}`, text);
  for (const {id, score} of moved_scores(fields, what_if)) next.set(`g.${id}`, String(score));
  return next;
}

/** The scores of the back office that a what-if moves. */
export const moved_scores = (fields: Fields, {nodes}: Pick<Assessed, 'nodes'>) =>
  [...all_nodes(nodes)].filter(({id, basis, score}) => basis === 'anchored' && score !== undefined && fields.has(`g.${id}`));
