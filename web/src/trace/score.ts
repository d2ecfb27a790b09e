/** What stands behind the score as a whole: its sum and rounding, what is derived from it, its adjustments. */
import type {Assessed} from '../calculation';
import {objects, type Plain} from '../document';
import {ends_text} from '../ends';
import type {Adjustment} from '../generated/shopgauge';
import type {Provenance} from '../program';
import {name_of, text_of, type View} from '../view';
import {of_conditions} from './condition';
import {curve_table} from './curve';
import {of_metric, of_provenance, of_threshold, points_text} from './ground';
import {points_value} from './node';
import type {Trace} from './trace';

const adjustment_name = (view: View, id: string) => (view.say.has(`adjustment.${id}`) ? view.say.of('adjustment', id) : name_of(view, id));
const adjustment_value = (view: View, {points, points_low: low, points_high: high}: Adjustment) => ends_text(view.format.points, points, low, high);

/** What the score is added up from, before it is rounded. */
function parts_of(view: View, {nodes = [], adjustments = [], score}: Assessed): [name: string, value: string][] {
  const applied = adjustments.filter(({applied: is}) => is !== false);
  return [
    ...nodes.map((node): [string, string] => [name_of(view, node.id), points_value(view, node)]),
    ...applied.map((item): [string, string] => [adjustment_name(view, item.id), adjustment_value(view, item)]),
    [view.say('page.why.total'), ends_text(view.format.number, score?.unrounded, score?.unrounded_low, score?.unrounded_high)],
  ];
}

export function trace_total(view: View): Trace | undefined {
  const {say, document, calculation: {assessed}} = view;
  const {rounding, methods} = document.score ?? {};
  if (!assessed?.score || !rounding) return undefined;
  const {score} = assessed;
  const mode = say('page.told.rounding', {digits: rounding.digits, mode: say.of('taken', rounding.mode)});
  return {
    title: say('page.the_score'), value: ends_text((value) => view.format.fixed(value, score.digits), score.value, score.low, score.high),
    how: [say('page.told.total')], parts: parts_of(view, assessed),
    grounds: [
      of_provenance(view, say('part.rounding'), mode, rounding),
      ...(methods && score.method ? [of_provenance(view, say('part.method'), say.of('method', score.method), methods)] : []),
    ],
  };
}

export function trace_derived(view: View, id: string): Trace | undefined {
  const {say, format} = view;
  const {curve, title} = view.document.score?.derived?.find((item) => item.id === id) ?? {};
  const score = view.calculation.assessed?.score;
  if (!curve || !score) return undefined;
  const [value, low, high] = [id, `${id}_low`, `${id}_high`].map((key) => score[key] as number | undefined);
  const table = curve_table(view, curve, undefined);
  const used = table && value !== undefined ? (curve.rows ?? []).flatMap((row, at) => (row[2] === value ? [at] : [])) : [];
  const name = text_of(view, title) || id;
  const ground = of_provenance(view, say('page.grounds.table_of', {name}), say('page.told.steps'), curve);
  return {title: name, value: ends_text(format.number, value, low, high), how: [say('page.told.derived')], grounds: [{...ground, ...(table ? {table: {...table, used}} : {})}]};
}

function adjustment_rule({document}: View, id: string): (Plain & Provenance) | undefined {
  const {adjustments = [], stages = []} = document.score ?? {};
  return [...stages.flatMap((stage) => stage.adjustments ?? []), ...adjustments].find((item) => item.id === id) as (Plain & Provenance) | undefined;
}

export function trace_adjustment(view: View, id: string): Trace | undefined {
  const {calculation, say} = view;
  const shown = calculation.assessed?.adjustments?.find((item) => item.id === id);
  const rule = adjustment_rule(view, id);
  if (!shown || !rule) return undefined;
  const figures = (['points', 'each', 'limit', 'at_least', 'at_most'] as const).filter((key) => rule[key])
    .map((key) => of_threshold(view, say.of('part', key), rule[key] as Plain, (value) => points_text(view, value), rule));
  const bands = rule['bands'] ? [of_provenance(view, say('part.bands'), '', rule)] : [];
  const metrics = new Set([...objects(rule)].map(({metric}) => metric).filter((metric) => typeof metric === 'string'));
  const outer: Provenance = {...(shown.status ? {status: shown.status} : {}), ...(shown.source ? {source: shown.source} : {})};
  return {
    title: adjustment_name(view, id), value: adjustment_value(view, shown), how: [say(rule['at_most'] || rule['at_least'] ? 'page.told.cut' : 'page.told.adjustment')],
    grounds: [...figures, ...bands, ...of_conditions(view, rule['when'], outer), ...[...metrics].flatMap((metric) => of_metric(view, metric))],
  };
}
