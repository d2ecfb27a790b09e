// The score that is measured, as the program document has it: every number that a generated contender holds comes from here.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = {id: 'douyin-experience-score', edition: '2026-09-08'};

export const text_of = (id, edition) => readFileSync(`${root}core/programs/${id}/${edition}.json`, 'utf8');
const document = JSON.parse(text_of(program.id, program.edition));

const metric_of = (id) => document.metrics.find((metric) => metric.id === id);

/** The columns that give a metric: a ratio has two. */
export function columns_of(id) {
  const {kind} = metric_of(id);
  return kind === 'mean' ? [`${id}_sum`, `${id}_n`] : kind === 'rate' ? [`${id}_num`, `${id}_den`] : [id];
}

export const is_flag = (id) => metric_of(id).kind === 'flag';
export const range_of = (id) => metric_of(id).range;

function indicator({id, metric, weight, curve}) {
  if (curve.kind !== 'linear') throw new Error(`${id}: the contenders know lines between knots alone`);
  return {id, metric, weight: weight.value, knots: curve.knots};
}

/** An adjustment is one of {flag}, {metric, at_least}, {metric, each, limit}, {floor}, {cap}; the first two and `each` bring points. */
function adjustment({id, when, points, metric, each, limit, at_least, at_most}) {
  if (at_least) return {id, floor: at_least.value};
  if (at_most) return {id, cap: at_most.value};
  if (each) return {id, metric, each: each.value, limit: limit.value};
  if (when.is === true) return {id, flag: when.metric, points: points.value};
  if (when.at_least) return {id, metric: when.metric, at_least: when.at_least.value, points: points.value};
  throw new Error(`${id}: the contenders do not know this form`);
}

const {rounding} = document.score;
if (rounding.digits !== 0 || rounding.mode !== 'half_up') throw new Error('the contenders round to whole numbers, half up');

// A dimension's weight and each of its indicators' within it; weights are decimals or {num, den}.
export const dimensions = document.score.nodes.map((node) => ({id: node.id, weight: node.weight.value, indicators: node.nodes.map(indicator)}));
export const adjustments = document.score.adjustments.map(adjustment);

// Every input of the score, in the document's order.
export const inputs = [
  'valid_paid_orders',
  ...dimensions.flatMap((dimension) => dimension.indicators.map((one) => one.metric)),
  ...adjustments.flatMap((one) => one.flag ?? one.metric ?? []),
];
export const columns = inputs.flatMap(columns_of);

/** One reading, an object of its columns, as the engine's request. */
export function request_of(reading) {
  const value = (id) => {
    const [first, second] = columns_of(id);
    const {kind} = metric_of(id);
    if (kind === 'mean') return {sum: reading[first], n: reading[second]};
    if (kind === 'rate') return {num: reading[first], den: reading[second]};
    return reading[first];
  };
  const metrics = Object.fromEntries(inputs.map((id) => [id, value(id)]));
  return {program: program.id, edition: program.edition, metrics};
}
