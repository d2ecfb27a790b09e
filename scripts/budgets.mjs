// Prints the figures that design §5 limits, and fails where one is over: a size over its bar, a time over five times its bar
// (machines differ). Sizes are bytes after `gzip -9`, 1 KB = 1000 bytes.
//
// The browser tests leave what they saw in build/figures/: page-load.json {"files": [paths in web/dist that the element loaded for
// its first result]} and speed.json {"assess_ms", "timeline_24_months_ms"} (medians).
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);

const kEngine = ['build/wasm/wasm/shopgauge.wasm', 'build/wasm/wasm/shopgauge.min.js'];

function gzip_kilobytes(paths) {
  return paths.reduce((sum, path) => sum + execFileSync('gzip', ['-9', '-c', path]).length, 0) / 1000;
}

function figures(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: the browser tests write it`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function loaded_files() {
  const paths = figures('build/figures/page-load.json').files.map((path) => `web/dist/${path.replace(/^\//, '')}`);
  const engine = readFileSync(kEngine[0]);
  if (!paths.some((path) => readFileSync(path).equals(engine))) {
    throw new Error(`the page did not load the engine that was built (${kEngine[0]}): ${paths.join(', ')}`);
  }
  return paths;
}

const speed = figures('build/figures/speed.json');
const rows = [
  {name: 'engine, wasm + glue', value: gzip_kilobytes(kEngine), unit: 'KB', bar: 80, aim: 60, slack: 1},
  {name: 'element to its first result', value: gzip_kilobytes(loaded_files()), unit: 'KB', bar: 130, aim: 88, slack: 1},
  {name: 'one assess in the browser', value: speed.assess_ms, unit: 'ms', bar: 0.2, aim: 0.05, slack: 5},
  {name: 'a timeline of 24 months', value: speed.timeline_24_months_ms, unit: 'ms', bar: 1, aim: 0.2, slack: 5},
];

let red = 0;
console.log(`${'figure'.padEnd(30)}${'measured'.padStart(12)}${'bar'.padStart(10)}${'aim'.padStart(10)}`);
for (const {name, value, unit, bar, aim, slack} of rows) {
  const is_red = !(value <= bar * slack);  // also when the figure is not a number
  const verdict = is_red ? 'RED' : value > bar ? 'over the bar' : value > aim ? 'within the bar' : 'reaches the aim';
  red += is_red;
  const measured = `${Number(value).toFixed(unit === 'KB' ? 1 : 3)} ${unit}`;
  console.log(name.padEnd(30) + measured.padStart(12) + `${bar} ${unit}`.padStart(10) + `${aim} ${unit}`.padStart(10) + `  ${verdict}`);
}
process.exit(red ? 1 : 0);
