/** What the chart and its table show of an answer: one line by day, the chances around it, what it is compared with, what happens when. */
import {metric_of} from './document';
import type {Finding, ForecastReply} from './generated/shopgauge';
import {name_of, list_of, text_of, type View} from './view';

type Forecast = ForecastReply['value'];

/** The score, or a metric by its id. */
export const the_score = 'score';

export interface Column {
  /** `course`, `low`, `high`, or `p5` … of the percentiles. */
  id: string;
  values: (number | null)[];
}

/** Something that a line is compared with, and its names. */
export interface Threshold {
  at: number;
  names: string[];
}

export interface Mark {
  date: string;
  name: string;
}

export interface Plot {
  line: string;
  /** What can be drawn instead. */
  lines: string[];
  dates: string[];
  columns: Column[];
  thresholds: Threshold[];
  events: Mark[];
  /** Days on which bad events leave their window. */
  leaves: string[];
  /** The ends of the scale, where it has any. */
  scale: [number, number] | undefined;
  show(value: number): string;
  /** Without its unit. */
  brief(value: number): string;
}

const with_others = (finding: Finding): Finding[] => [finding, ...(finding.or ?? [])];

function grouped(found: [at: number, name: string][]): Threshold[] {
  const by_place = new Map<number, Set<string>>();
  for (const [at, name] of found) by_place.set(at, (by_place.get(at) ?? new Set()).add(name));
  return [...by_place].map(([at, names]) => ({at, names: [...names]})).sort((one, other) => other.at - one.at);
}

/** What gates and tiers ask of the score, and what standards and gates ask of a metric, by today's reading. */
function thresholds_of(view: View, line: string): Threshold[] {
  const {gates = [], standards = []} = view.calculation.assessed ?? {};
  const of_gates = gates.flatMap(({id, conditions}) => conditions.flatMap(with_others).flatMap(({of, id: part, target}): [number, string][] => {
    const fits = line === the_score ? of === 'score' && part === 'value' : of === 'metric' && part === line;
    return fits && typeof target === 'number' ? [[target, name_of(view, id)]] : [];
  }));
  const of_standards = standards.flatMap(({id, target}): [number, string][] => {
    const fits = view.document.standards?.find((standard) => standard.id === id)?.metric === line;
    return fits && typeof target === 'number' ? [[target, name_of(view, id)]] : [];
  });
  return grouped([...of_gates, ...of_standards]);
}

/** A metric on each day: a reply names it on the first day and where it differs. */
function metric_course({days}: Forecast, id: string): (number | null)[] {
  let now: number | null = null;
  return days.map(({metrics}) => {
    const value = metrics?.[id];
    if (value !== undefined) now = typeof value === 'number' ? value : null;
    return now;
  });
}

const moves = (values: (number | null)[]) => values.some((value) => value !== values[0]);

/** What a seller may look at: the score, what standards judge, and every number that moves. */
export function lines_of(view: View, answer: Forecast): string[] {
  const has_score = answer.days.some(({score, score_low}) => (score ?? score_low) !== undefined);
  const judged = new Set((view.document.standards ?? []).map(({metric}) => metric));
  const numbers = view.document.metrics.filter(({id}) => typeof answer.days[0]?.metrics?.[id] === 'number').map(({id}) => id);
  const moving = numbers.filter((id) => moves(metric_course(answer, id)));
  const standing = numbers.filter((id) => judged.has(id) && !moving.includes(id));
  const first = moving.filter((id) => judged.has(id));
  return [...(has_score ? [the_score] : []), ...first, ...moving.filter((id) => !judged.has(id)), ...standing];
}

/** The chances, where anything was drawn: of what is certain they say nothing. */
export const chances_of = ({chances}: Forecast) => (chances?.model.some((id) => id !== 'certain') ? chances : undefined);

function score_columns(answer: Forecast): Column[] {
  const {days, as_of} = answer;
  const chances = chances_of(answer);
  const course = {id: 'course', values: days.map(({score}) => score ?? null)};
  const ends = days.some(({score_low}) => score_low !== undefined)
    ? [{id: 'low', values: days.map(({score_low}) => score_low ?? null)}, {id: 'high', values: days.map(({score_high}) => score_high ?? null)}] : [];
  const drawn = new Map((chances?.days ?? []).map(({date, score}) => [date, score]));
  // Today is no chance: all runs begin there.
  const percentiles = chances?.days.length ? chances.percentiles.map((percent, at) => ({
    id: `p${percent}`, values: days.map(({date, score}) => (date === as_of ? (score ?? null) : (drawn.get(date)?.[at] ?? null))),
  })) : [];
  return [course, ...ends, ...percentiles];
}

function show_of(view: View, line: string): Pick<Plot, 'show' | 'brief'> {
  const {format, say} = view;
  const digits = view.calculation.assessed?.score?.digits ?? 0;
  const alike = (show: Plot['show']) => ({show, brief: show});
  if (line === the_score) return alike((value) => format.fixed(value, digits));
  const metric = metric_of(view.document, line);
  if (metric?.kind === 'rate') return alike((value) => format.percent(Number(value.toFixed(4))));
  const unit = metric ? say.of('unit', metric.unit) : '';
  const brief = (value: number) => format.number(Number(value.toFixed(2)));
  return {brief, show: (value) => say('page.forecast.with_unit', {value: brief(value), unit}).trim()};
}

export function line_name(view: View, line: string): string {
  return line === the_score ? view.say('page.the_score') : text_of(view, metric_of(view.document, line)?.title);
}

function events_of(view: View, {timeline, as_of}: Forecast): Mark[] {
  const by_date = new Map<string, string[]>();
  for (const {date, event} of timeline?.events ?? []) if (date > as_of) by_date.set(date, [...(by_date.get(date) ?? []), view.say.of('event', event)]);
  return [...by_date].map(([date, names]) => ({date, name: list_of(view, [...new Set(names)])}));
}

/** The line that was asked for, else the first there is; undefined where nothing has a number. */
export function plot_of(view: View, answer: Forecast, wanted: string | undefined): Plot | undefined {
  const lines = lines_of(view, answer);
  const line = lines.find((item) => item === wanted) ?? lines[0];
  if (line === undefined) return undefined;
  const metric = metric_of(view.document, line);
  const [low = null, high = null] = line === the_score ? (view.document.score?.scale ?? []) : (metric?.range ?? []);
  return {
    line, lines, dates: answer.days.map(({date}) => date),
    columns: line === the_score ? score_columns(answer) : [{id: 'course', values: metric_course(answer, line)}],
    thresholds: thresholds_of(view, line), events: events_of(view, answer),
    leaves: [...new Set(answer.leaves.map(({date}) => date))],
    scale: low === null || high === null ? undefined : [low, high], ...show_of(view, line),
  };
}

export const column = ({columns}: Plot, id: string) => columns.find((item) => item.id === id)?.values;

/** The middle of the runs where there are any, and the bands around it from the outside in. */
export function parts_of(plot: Plot): {middle: string; bands: [low: string, high: string][]} {
  const percents = plot.columns.flatMap(({id}) => /^p(\d+)$/.exec(id)?.[1] ?? []);
  const pairs = percents.slice(0, Math.floor(percents.length / 2)).map((low, at): [string, string] => [`p${low}`, `p${percents[percents.length - 1 - at]}`]);
  if (percents.length) return {middle: `p${percents[Math.floor(percents.length / 2)]}`, bands: pairs};
  return {middle: 'course', bands: column(plot, 'low') ? [['low', 'high']] : []};
}
