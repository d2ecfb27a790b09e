// Prints the figures that design §5 limits, and what those ways to embed load that have everything inside (scripts/lib/ways.mjs). Fails where
// one is over: a size or a ratio over its bar, a time over five times its bar (machines differ). Sizes are bytes after `gzip -9`,
// 1 KB = 1000 bytes.
//
// The browser tests leave what they saw in build/figures/: page-load.json {"loads": [{"program", "edition", "lang", "files": [paths
// in web/dist that were loaded for the first result], "later": [those that came once it was shown]}], "embedded": [the heaviest of
// each language, on a host's page: {"program", "edition", "lang", "files"}]} and speed.json
// {"assess_ms", "timeline_24_months_ms"} (medians), and lighthouse.json {category: points of 100, and milliseconds}. The bar holds for
// the heaviest load; the list below it has each program's.
// scripts/bench leaves bench.json {"batch_ratio", "plan_ms", "plan_of", "forecast_ms"}: times natively, of the slowest program.
import {existsSync, readFileSync} from 'node:fs';
import {first_result_bar, gzip_kilobytes, whole_ways} from './lib/ways.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const kEngine = ['build/wasm/wasm/shopgauge.wasm', 'build/wasm/wasm/shopgauge.min.js'];

function figures(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: the browser tests and scripts/bench write them`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

const in_dist = (paths) => paths.map((path) => `web/dist/${path}`);

/** Every first load with its sizes, the heaviest first. */
function first_loads() {
  const loads = figures('build/figures/page-load.json').loads.map(({program, edition, lang, files, later}) => {
    const name = `${program} ${edition} ${lang}`;
    if (!files.includes('engine/shopgauge.wasm') || !files.includes(`programs/${program}/${edition}.${lang}.json`)) throw new Error(`${name} loaded ${files.join(', ')}`);
    return {program, name, first: gzip_kilobytes(in_dist(files)), all: gzip_kilobytes(in_dist([...files, ...later]))};
  });
  if (!readFileSync('web/dist/engine/shopgauge.wasm').equals(readFileSync(kEngine[0]))) throw new Error(`web/dist has another engine than ${kEngine[0]}`);
  return loads.sort((one, other) => other.first - one.first);
}

/** What the heaviest program loads on a host's page, in the heavier language. */
function embedded_load() {
  const sizes = figures('build/figures/page-load.json').embedded.map(({files}) => gzip_kilobytes(in_dist(files)));
  return sizes.length === 2 ? Math.max(...sizes) : NaN;
}

const loads = first_loads();
const speed = figures('build/figures/speed.json');
const bench = figures('build/figures/bench.json');
const rows = [
  {name: 'engine, wasm + glue', value: gzip_kilobytes(kEngine), unit: 'KB', bar: 80, aim: 60, slack: 1},
  {name: 'heaviest first result', value: loads[0].first, unit: 'KB', bar: first_result_bar, aim: 88, slack: 1},
  {name: 'the same, embedded', value: embedded_load(), unit: 'KB', bar: first_result_bar, aim: 88, slack: 1},
  ...whole_ways().map(({name, value, bar}) => ({name, value, unit: 'KB', bar, slack: 1})),
  {name: 'one assess in the browser', value: speed.assess_ms, unit: 'ms', bar: 0.2, aim: 0.05, slack: 5},
  {name: 'a timeline of 24 months', value: speed.timeline_24_months_ms, unit: 'ms', bar: 1, aim: 0.2, slack: 5},
  {name: 'plan, all levers, the slowest', value: bench.plan_ms, unit: 'ms', bar: 20, aim: 5, slack: 5},
  {name: 'forecast, 10,000 paths of 180 days', value: bench.forecast_ms, unit: 'ms', bar: 1000, aim: 150, slack: 5},
  {name: 'the same in the browser', value: figures('build/figures/forecast.json').forecast_ms, unit: 'ms', bar: 2000, aim: 300, slack: 5},
  {name: 'a batch, to the hand formula', value: bench.batch_ratio ?? NaN, unit: '×', bar: 3, aim: 1.5, slack: 1},
];

let red = 0;
console.log(`${'figure'.padEnd(30)}${'measured'.padStart(12)}${'bar'.padStart(10)}${'aim'.padStart(10)}`);
for (const {name, value, unit, bar, aim, slack} of rows) {
  const is_red = !(value <= bar * slack);  // also when the figure is not a number
  const verdict = is_red ? 'RED' : value > bar ? 'over the bar' : aim === undefined || value > aim ? 'within the bar' : 'reaches the aim';
  red += is_red;
  const measured = `${Number(value).toFixed(unit === 'KB' ? 1 : unit === '×' ? 2 : 3)} ${unit}`;
  console.log(name.padEnd(30) + measured.padStart(12) + `${bar} ${unit}`.padStart(10) + (aim === undefined ? '' : `${aim} ${unit}`).padStart(10) + `  ${verdict}`);
}

console.log(`\n${'first result (with what follows)'.padEnd(60)}KB`);
for (const program of new Set(loads.map((load) => load.program))) {
  const {name, first, all} = loads.find((load) => load.program === program);
  console.log(`${name.padEnd(54)}${first.toFixed(1).padStart(8)} (${all.toFixed(1)})`);
}

// The tests hold its bars; here it is shown.
const {accessibility, best_practices, seo, performance, first_paint_ms, largest_paint_ms, blocked_ms} = figures('build/figures/lighthouse.json');
console.log(`\nLighthouse, a phone, the middle of three: accessibility ${accessibility}, best practices ${best_practices}, search ${seo}, performance ${performance} (aim 95, bar 85)`);
console.log(`first paint ${first_paint_ms} ms, largest ${largest_paint_ms} ms, blocked ${blocked_ms} ms`);
process.exit(red ? 1 : 0);
