// The score as one JsonLogic rule, written from the document. JsonLogic has no rounding of its own; its documentation lends `Math`.
import {createRequire} from 'node:module';
import {adjustments, columns_of, dimensions, root} from '../rule.mjs';

const json_logic = createRequire(`${root}web/package.json`)('json-logic-js');
json_logic.add_operation('Math', Math);

const column = (name) => ({var: name});
const value_of = (metric) => {
  const [first, second] = columns_of(metric);
  return second ? {'/': [column(first), column(second)]} : column(first);
};
const weighed = (weight, part) => (typeof weight === 'object' ? {'/': [{'*': [weight.num, part]}, weight.den]} : {'*': [weight, part]});

function curve(metric, knots) {
  const x = value_of(metric);
  const between = ([x0, y0], [x1, y1]) => ({'+': [y0, {'/': [{'*': [{'-': [x, x0]}, y1 - y0]}, {'-': [x1, x0]}]}]});
  const lines = knots.slice(1).flatMap((knot, at) => [{'<=': [x, knot[0]]}, between(knots[at], knot)]);
  return {if: [{'<=': [x, knots[0][0]]}, knots[0][1], ...lines, knots.at(-1)[1]]};
}

const dimension = ({weight, indicators}) => weighed(weight, {'+': indicators.map((one) => weighed(one.weight, curve(one.metric, one.knots)))});

function brought({flag, metric, points, at_least, each, limit}) {
  if (flag) return {if: [column(flag), points, 0]};
  if (each !== undefined) return {max: [{'*': [each, value_of(metric)]}, limit]};
  return {if: [{'>=': [value_of(metric), at_least]}, points, 0]};
}

function total() {
  const sum = {'+': [...dimensions.map(dimension), ...adjustments.filter((one) => one.floor === undefined && one.cap === undefined).map(brought)]};
  const {floor} = adjustments.find((one) => one.floor !== undefined);
  const {cap} = adjustments.find((one) => one.cap !== undefined);
  return {min: [{max: [sum, floor]}, cap]};
}

const rule = {'Math.floor': [{'+': [total(), 0.5]}]};

export const score = (reading) => json_logic.apply(rule, reading);
