// The readings that all contenders score: drawn once from a seed, written as columns of whole numbers that C++ and JavaScript read.
//
// Most are scattered over and a little beyond the curves; every tenth lies on their knots, or one event beside them. A second, smaller
// set has totals exactly halfway between two whole numbers, where a formula in doubles may fall on the wrong side.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {total_of} from './contenders/exact.mjs';
import {compare, exact, fraction, minus, over, plus, reduced, times} from './fraction.mjs';
import {adjustments, columns, columns_of, dimensions, inputs, is_flag, range_of} from './rule.mjs';

const indicators = dimensions.flatMap((dimension) => dimension.indicators);
const counts = adjustments.filter((one) => one.each !== undefined);
const rates = adjustments.filter((one) => one.metric && one.at_least !== undefined);
const flags = inputs.filter(is_flag);

/** Mulberry32: whole numbers below `limit`, the same on every machine. */
function dice(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

// Orders behind a metric: from 20 to 20,000, as many small shops as large ones.
const orders = (roll) => (roll(90) + 10) * [2, 20, 200][roll(3)] + roll(20);

function set_ratio(reading, metric, num, den) {
  const [first, second] = columns_of(metric);
  const [lowest, highest] = range_of(metric);
  const most = highest === null ? num : Math.min(num, highest * den);
  Object.assign(reading, {[first]: Math.max(most, lowest * den), [second]: den});
}

function scatter(reading, {metric, knots}, roll) {
  const [low, high] = [knots[0][0], knots.at(-1)[0]];
  const den = orders(roll);
  set_ratio(reading, metric, Math.round((low + ((high - low) * (roll(1401) - 200)) / 1000) * den), den);
}

/** The value as so many counts, `beside` events away from it. */
function set_exact(reading, metric, value, roll, beside = 0) {
  const {num, den} = reduced(value);
  const times_over = BigInt(1 + roll(40));
  set_ratio(reading, metric, Number(num * times_over) + beside, Number(den * times_over));
}

/** The value that brings so many points: the inverse of a curve that only rises or only falls. */
function value_at(points, knots) {
  const wanted = exact(points);
  const within = ([, y0], [, y1]) => compare(wanted, exact(Math.min(y0, y1))) >= 0n && compare(wanted, exact(Math.max(y0, y1))) <= 0n;
  const at = knots.findIndex((knot, index) => index > 0 && within(knots[index - 1], knot));
  const [[x0, y0], [x1, y1]] = [knots[at - 1], knots[at]].map((knot) => knot.map(exact));
  return plus(x0, over(times(minus(wanted, y0), minus(x1, x0)), minus(y1, y0)));
}

// Two in three shops do nothing wrong.
function draw_adjustments(reading, roll) {
  reading.valid_paid_orders = 30 + roll(5000);
  for (const flag of flags) reading[flag] = roll(adjustments.find((one) => one.flag === flag).points > 0 ? 2 : 16) === 0;
  for (const {metric} of counts) reading[metric] = roll(6) === 0 ? roll(8) : 0;
  for (const {metric, at_least} of rates) {
    if (roll(8) === 0) set_exact(reading, metric, exact(at_least), roll, roll(3) - 1);
    else set_ratio(reading, metric, roll(400), 1000);
  }
}

function scattered(roll) {
  const reading = {};
  draw_adjustments(reading, roll);
  for (const one of indicators) scatter(reading, one, roll);
  return reading;
}

function at_knots(roll) {
  const reading = {};
  draw_adjustments(reading, roll);
  for (const {metric, knots} of indicators) set_exact(reading, metric, exact(knots[roll(knots.length)][0]), roll, roll(3) - 1);
  return reading;
}

const half = fraction(1n, 2n);
const is_tie = (total) => reduced(minus(total, half)).den === 1n;

function tied(roll) {
  for (;;) {
    const reading = {};
    draw_adjustments(reading, roll);
    for (const {metric, knots} of indicators) {
      const points = knots.map(([, y]) => y);
      const [low, high] = [Math.min(...points), Math.max(...points)];
      set_exact(reading, metric, value_at(low + roll(high - low + 1), knots), roll);
    }
    if (is_tie(total_of(reading))) return reading;
  }
}

/** `count` readings, each an object of the columns; the same for the same seed. */
export function draw(count, seed) {
  const roll = dice(seed);
  return Array.from({length: count}, (_, at) => (at % 10 === 9 ? at_knots : scattered)(roll));
}

/** Likewise, of readings whose total lies exactly halfway. */
export function draw_ties(count, seed) {
  const roll = dice(seed);
  return Array.from({length: count}, () => tied(roll));
}

export function write(readings, path) {
  mkdirSync(dirname(path), {recursive: true});
  const lines = readings.map((reading) => columns.map((column) => Number(reading[column])).join(' '));
  writeFileSync(path, `${columns.join(' ')}\n${readings.length}\n${lines.join('\n')}\n`);
}

/** What `write` wrote: flags are booleans again. */
export function read(path) {
  const [header, , ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = header.split(' ');
  const flag = names.map((name) => flags.includes(name));
  return lines.map((line) => Object.fromEntries(line.split(' ').map((text, at) => [names[at], flag[at] ? text === '1' : Number(text)])));
}

/** Whole numbers, one a line: the scores that the engine's explaining path gave. */
export const read_scores = (path) => readFileSync(path, 'utf8').trim().split('\n').map(Number);
