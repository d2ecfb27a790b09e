// The formula in JavaScript with whole numbers alone: BigInt fractions, nothing lost. The numbers come from the document.
import {compare, exact, fraction, minus, over, plus, times} from '../fraction.mjs';
import {adjustments, columns_of, dimensions} from '../rule.mjs';

// Every line as points = slope * value + start, with the share of the total in it.
function line([x0, y0], [x1, y1], weight) {
  const slope = over(minus(exact(y1), exact(y0)), minus(exact(x1), exact(x0)));
  return {until: exact(x1), slope: times(weight, slope), start: times(weight, minus(exact(y0), times(slope, exact(x0))))};
}

const indicators = dimensions.flatMap((dimension) => dimension.indicators.map(({metric, weight, knots}) => {
  const share = times(exact(dimension.weight), exact(weight));
  return {
    columns: columns_of(metric),
    from: exact(knots[0][0]),
    first: times(share, exact(knots[0][1])),
    last: times(share, exact(knots.at(-1)[1])),
    lines: knots.slice(1).map((knot, at) => line(knots[at], knot, share)),
  };
}));

function points_of({columns, from, first, last, lines}, reading) {
  const value = fraction(reading[columns[0]], reading[columns[1]]);
  if (compare(value, from) <= 0n) return first;
  const found = lines.find(({until}) => compare(value, until) <= 0n);
  return found ? plus(times(found.slope, value), found.start) : last;
}

function adjusted(total, one, reading) {
  if (one.floor !== undefined) return compare(total, exact(one.floor)) < 0n ? exact(one.floor) : total;
  if (one.cap !== undefined) return compare(total, exact(one.cap)) > 0n ? exact(one.cap) : total;
  return plus(total, exact(brought(one, reading)));
}

function brought({flag, metric, points, at_least, each, limit}, reading) {
  if (flag) return reading[flag] ? points : 0;
  const [first, second] = columns_of(metric);
  if (each !== undefined) return Math.max(each * reading[first], limit);
  return compare(fraction(reading[first], reading[second]), exact(at_least)) >= 0n ? points : 0;
}

/** The exact total, not rounded. */
export function total_of(reading) {
  const total = indicators.map((one) => points_of(one, reading)).reduce(plus);
  return adjustments.reduce((sum, one) => adjusted(sum, one, reading), total);
}

// The total is not negative, so half up is down from half a point more.
export function score(reading) {
  const {num, den} = total_of(reading);
  return Number((2n * num + den) / (2n * den));
}
