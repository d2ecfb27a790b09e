// The score as a GoRules graph of expression nodes, written from the document: values, points, total. It counts in decimals of 28 digits.
import {createRequire} from 'node:module';
import {adjustments, columns_of, dimensions, root} from '../rule.mjs';

const {ZenDecisionContent, ZenEngine} = createRequire(`${root}web/package.json`)('@gorules/zen-engine');

const indicators = dimensions.flatMap((dimension) => dimension.indicators);
const weighed = (weight, part) => (typeof weight === 'object' ? `${part} * ${weight.num} / ${weight.den}` : `${weight} * ${part}`);

function curve(x, knots) {
  const between = ([x0, y0], [x1, y1]) => `${y0} + (${x} - ${x0}) * (${y1} - ${y0}) / (${x1} - ${x0})`;
  const lines = knots.slice(1).map((knot, at) => `${x} <= ${knot[0]} ? ${between(knots[at], knot)} : `);
  return `${x} <= ${knots[0][0]} ? ${knots[0][1]} : ${lines.join('')}${knots.at(-1)[1]}`;
}

function brought({flag, metric, points, at_least, each, limit}) {
  if (flag) return `(${flag} ? ${points} : 0)`;
  const [first, second] = columns_of(metric);
  if (each !== undefined) return `max([${each} * ${first}, ${limit}])`;
  return `(${first} / ${second} >= ${at_least} ? ${points} : 0)`;
}

function expressions() {
  const value = ({id, metric}) => [`value_${id}`, columns_of(metric).join(' / ')];
  const points = ({id, knots}) => [`points_${id}`, curve(`$.value_${id}`, knots)];
  const dimension = ({id, indicators: parts}) => [id, parts.map((one) => weighed(one.weight, `$.points_${one.id}`)).join(' + ')];
  const sum = [
    ...dimensions.map(({id, weight}) => weighed(weight, `$.${id}`)),
    ...adjustments.filter((one) => one.floor === undefined && one.cap === undefined).map(brought),
  ].join(' + ');
  const {floor} = adjustments.find((one) => one.floor !== undefined);
  const {cap} = adjustments.find((one) => one.cap !== undefined);
  return [
    ...indicators.map(value),
    ...indicators.map(points),
    ...dimensions.map(dimension),
    ['score', `floor(min([max([${sum}, ${floor}]), ${cap}]) + 0.5)`],
  ].map(([key, text], at) => ({id: String(at), key, value: text}));
}

function graph(loop) {
  const mode = loop ? {executionMode: 'loop', inputField: 'readings', outputPath: 'scores'} : {};
  return {
    nodes: [
      {id: 'in', type: 'inputNode', name: 'in'},
      {id: 'score', type: 'expressionNode', name: 'score', content: {passThrough: false, ...mode, expressions: expressions()}},
      {id: 'out', type: 'outputNode', name: 'out'},
    ],
    edges: [{id: 'a', type: 'edge', sourceId: 'in', targetId: 'score'}, {id: 'b', type: 'edge', sourceId: 'score', targetId: 'out'}],
  };
}

const engine = new ZenEngine();
// Its documented way to compile the expressions once.
const compiled = (content) => engine.createDecision(new ZenDecisionContent(content));
const single = compiled(graph(false));
const looped = compiled(graph(true));

/** One call for each reading. */
export const score = async (reading) => (await single.evaluate(reading)).result.score;
/** One call for all: the node loops over an array. */
export const scores = async (readings) => (await looped.evaluate({readings})).result.scores.map((one) => one.score);
