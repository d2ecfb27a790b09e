// Prints what shopgauge_bench and node.mjs measured as one table, and leaves the budgets' figures in build/figures/bench.json for
// scripts/budgets.mjs: {"batch_ratio", "plan_ms", "plan_of", "forecast_ms"}. usage: node tests/bench/table.mjs FOLDER
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, release} from 'node:os';
import {join} from 'node:path';
import {root} from './rule.mjs';

const [folder] = process.argv.slice(2);
// Google Benchmark writes NaN for the variation of a counter that is 0.
const read_json = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8').replaceAll(/: NaN\b/g, ': null'));

/** As node.mjs has its rows: of the processor's times the lowest, to which others on the machine add least. */
function native_rows() {
  const rows = {};
  for (const {run_name, aggregate_name, cpu_time, time_unit, readings, checked, differ, explained} of read_json('native.json').benchmarks) {
    if (aggregate_name !== 'lowest') continue;
    if (time_unit !== 'ns') throw new Error(`${run_name} is in ${time_unit}`);
    rows[run_name] = {ns: cpu_time / readings, differ, checked, explained};
  }
  return rows;
}

const native = native_rows();
const {versions, rows: in_node} = read_json('node.json');

// Key, and what a reader calls it; docs/benchmarks.md says what each includes.
const kScores = [
  ['C++', native, [
    ['hand_exact', 'by hand, exact, whole numbers'],
    ['hand_filtered', 'by hand, exact, doubles first'],
    ['hand_double', 'by hand, doubles'],
    ['compiled', 'ShopGauge, compiled path'],
    ['compiled_whole', 'ShopGauge, compiled path, with gates'],
    ['explaining', 'ShopGauge, explaining path'],
    ['text', 'ShopGauge, text in, text out'],
  ]],
  [`Node ${versions.node}`, in_node, [
    ['hand_double', 'by hand, doubles'],
    ['hand_exact', 'by hand, exact, BigInt'],
    ['engine_text', 'ShopGauge in WebAssembly, text in, text out'],
    ['engine', 'ShopGauge in WebAssembly, object in, object out'],
    ['json_logic', `json-logic-js ${versions['json-logic-js']}`],
    ['zen', `@gorules/zen-engine ${versions['@gorules/zen-engine']}, one by one`],
    ['zen_loop', `@gorules/zen-engine ${versions['@gorules/zen-engine']}, all in one call`],
    ['publicodes', `publicodes ${versions.publicodes}`],
  ]],
];

const reference = native['scattered/hand_exact'].ns;
const javascript = in_node['scattered/hand_double'].ns;
const three_digits = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));
const line = (name, cells) => console.log(name.padEnd(64) + cells.map((cell) => cell.padStart(16)).join(''));
const differing = (row) => (row?.differ === undefined ? '' : `${row.differ} of ${row.checked.toLocaleString('en')}`);

function said_by(command, ...args) {
  try {
    return execFileSync(command, args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return 'unknown';  // a copy without its history
  }
}
const machine = `${cpus().length} cores of ${cpus()[0].model.trim()}, Linux ${release()}, g++ ${said_by('g++', '-dumpfullversion')}`;
console.log(`${new Date().toISOString().slice(0, 10)}, commit ${said_by('git', 'describe', '--always', '--dirty')}, ${machine}\n`);

line('one score', ['ns', '× exact C++', '× JavaScript', 'differ', 'differ at ties']);
for (const [world, rows, names] of kScores) {
  console.log(`\n${world}`);
  for (const [key, name] of names) {
    const row = rows[`scattered/${key}`];
    if (!row) continue;
    line(`  ${name}`, [three_digits(row.ns), three_digits(row.ns / reference), three_digits(row.ns / javascript), differing(row), differing(rows[`ties/${key}`])]);
  }
}

const {explained, checked} = native['scattered/compiled'];
console.log(`\nOf the ${checked.toLocaleString('en')} readings the compiled path left ${explained} to the explaining one, of the ${native['ties/compiled'].checked} at ties ${native['ties/compiled'].explained}.`);

console.log('\nC++, readings whose total is exactly halfway between two scores');
for (const [key, name] of kScores[0][2]) {
  const row = native[`ties/${key}`];
  if (row) line(`  ${name}`, [three_digits(row.ns), three_digits(row.ns / native['ties/hand_exact'].ns)]);
}

// Rows "<function>/<program>/<edition>", the slowest first.
const kFunctions = {timeline: 'timeline, 24 months:', plan: 'plan, all levers:', forecast: 'forecast, 10,000 paths, 180 days:'};
console.log(`\n${'whole functions, text in, text out, ms'.padEnd(64)}${'C++'.padStart(16)}${'WebAssembly'.padStart(16)}`);
for (const [name, said] of Object.entries(kFunctions)) {
  for (const [row, {ns}] of slowest_first(name)) line(`  ${said} ${row.slice(name.length + 1)}`, [ns, in_node[row]?.ns].map((time) => (time ? three_digits(time / 1e6) : '')));
}

function slowest_first(name) {
  return Object.entries(native).filter(([row]) => row.startsWith(`${name}/`)).sort(([, a], [, b]) => b.ns - a.ns);
}

// A contender that claims to be exact and is not would make every ratio worthless.
const kExact = {native: ['hand_exact', 'hand_filtered', 'compiled', 'compiled_whole', 'explaining'], in_node: ['hand_exact', 'engine']};
const wrong = Object.entries({native, in_node}).flatMap(([world, rows]) => ['scattered', 'ties'].flatMap((set) => kExact[world]
  .filter((key) => rows[`${set}/${key}`]?.differ > 0).map((key) => `${world} ${set}/${key}`)));
if (wrong.length > 0) {
  console.error(`differ from the explaining path: ${wrong.join(', ')}`);
  process.exit(1);
}

const [[plan, {ns: plan_ns}]] = slowest_first('plan');
const figures = {batch_ratio: native['scattered/compiled'].ns / reference, plan_ms: plan_ns / 1e6, plan_of: plan.slice('plan/'.length), forecast_ms: slowest_first('forecast')[0][1].ns / 1e6};
mkdirSync(join(root, 'build/figures'), {recursive: true});
writeFileSync(join(root, 'build/figures/bench.json'), `${JSON.stringify(figures)}\n`);
