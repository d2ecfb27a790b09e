// Writes what the benchmarks read: two sets of readings, and requests of `plan`, `timeline` and `forecast`. usage: node tests/bench/draw.mjs FOLDER
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {draw, draw_ties, write} from './readings.mjs';
import {program, request_of, root} from './rule.mjs';

export const seed = 20260908;
const [folder] = process.argv.slice(2);
mkdirSync(folder, {recursive: true});

const lines = (values) => values.map((value) => JSON.stringify(value)).join('\n') + '\n';

function write_set(name, readings) {
  write(readings, join(folder, `${name}.columns`));
  writeFileSync(join(folder, `${name}.requests`), lines(readings.map(request_of)));
}

// A store in mid-course: 24 months, of which every third failed. The page's tests measure the same.
function timeline_request() {
  const months = Array.from({length: 24}, (_, at) => ({
    month: `${2022 + Math.floor((at + 4) / 12)}-${String(((at + 4) % 12) + 1).padStart(2, '0')}`,
    met: at % 3 !== 0,
  }));
  return {program: 'douyin-flagship', edition: '2022-07-15', enrolment: {formal_since: '2022-05-01', failures_so_far: 0}, months, until: '2024-04-30'};
}

/** A middling value of any metric, a quarter of the way from its worst to its best where it has both. */
function middling({kind, range, better, step}) {
  if (kind === 'flag') return better === 'lower';
  const [low, high] = [range[0], range[1] ?? range[0] + 1000 * step];
  const share = better === 'higher' ? 0.25 : 0.75;
  const cases = 1000;
  if (kind === 'rate') return {num: Math.round(share * cases), den: cases};
  if (kind === 'mean') return {sum: Math.round((low + share * (high - low)) * cases), n: cases};
  return Math.round(low + share * (high - low));
}

// Every metric known and none at its best, so that every lever is tried, and no goal met.
function plan_request(document) {
  const metrics = Object.fromEntries(document.metrics.map((metric) => [metric.id, middling(metric)]));
  const goal = document.score ? {score: document.score.scale[1]} : {verdict: 'pass'};
  return {program: document.program, edition: document.edition, metrics, goal};
}

// A store of 900 orders with counts for all nine indicators and an adjustment, half a year ahead.
function forecast_request() {
  const mean = (value) => ({sum: value * 900, n: 900});
  const rate = (num) => ({num, den: 900});
  const metrics = {
    valid_paid_orders: 900, rating_mean: mean(4.6), quality_return_rate: rate(9), pickup_hours: mean(20), line_time_rate: rate(810), damage_return_rate: rate(1),
    review_hours: mean(5), im_response_seconds: mean(40), im_dissatisfaction_rate: rate(90), platform_help_rate: rate(3), next_day_rate: rate(150),
  };
  return {program: program.id, edition: program.edition, as_of: '2026-11-22', until: '2027-05-21', metrics, paths: 10000, seed: 7};
}

function documents() {
  const programs = join(root, 'core/programs');
  return readdirSync(programs).sort().flatMap((program) => readdirSync(join(programs, program)).filter((name) => /^[\d-]+\.json$/.test(name)).sort()
    .map((name) => JSON.parse(readFileSync(join(programs, program, name), 'utf8'))));
}

write_set('scattered', draw(10000, seed));
write_set('ties', draw_ties(500, seed));
writeFileSync(join(folder, 'timeline.requests'), lines([timeline_request()]));
writeFileSync(join(folder, 'forecast.requests'), lines([forecast_request()]));
// The program of the scores first: Node plans that one alone.
const first = (document) => Number(document.program !== program.id || document.edition !== program.edition);
writeFileSync(join(folder, 'plan.requests'), lines(documents().sort((one, other) => first(one) - first(other)).map(plan_request)));
