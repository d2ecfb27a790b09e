// The Node side of scripts/bench: the same readings through the engine as WebAssembly, formulas by hand in JavaScript, and other rule
// engines, timed by tinybench in rounds, so that a busy moment of the machine strikes all alike.
//
// usage: node tests/bench/node.mjs FOLDER ENGINES [--quick]     (FOLDER: what draw.mjs and shopgauge_bench wrote; ENGINES: the build's)
// Writes FOLDER/node.json: {"versions", "rows": {"<set>/<contender>": {"ns", "checked", "differ"}, "<function>/<program>/<edition>":
// {"ns"}}}; ns of one reading, or of one call.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {load_engine, score_by} from './contenders/engine.mjs';
import {read, read_scores} from './readings.mjs';
import {program, request_of, root, text_of} from './rule.mjs';

const [folder, engine_folder, ...flags] = process.argv.slice(2);
const quick = flags.includes('--quick');
const milliseconds = quick ? 40 : 300;  // of one contender in one round

const require = createRequire(`${root}web/package.json`);
const {Bench} = await import(pathToFileURL(require.resolve('tinybench')));

const sets = Object.fromEntries(['scattered', 'ties'].map((name) => [name, {readings: read(join(folder, `${name}.columns`)), wanted: read_scores(join(folder, `${name}.scores`))}]));

/** Scores all readings of a set and says how many come out otherwise. Slow contenders check the first thousand. */
async function differences({score, scores, most}, {readings, wanted}) {
  const checked = readings.slice(0, most);
  const out = scores ? await scores(checked) : [];
  if (!scores) for (const reading of checked) out.push(await score(reading));
  return {checked: checked.length, differ: out.filter((value, at) => value !== wanted[at]).length};
}

// `batch`: readings in one timed call, so that the clock's steps do not show.
async function contenders() {
  const by_name = async (name) => import(`./contenders/${name}.mjs`);
  const all = {
    hand_double: {...await by_name('by_hand'), batch: 10000},
    hand_exact: {...await by_name('exact'), batch: 500},
    json_logic: {...await by_name('json_logic'), batch: 200},
    zen: {score: (await by_name('zen')).score, batch: 50, waits: true},
    zen_loop: {scores: (await by_name('zen')).scores, batch: 200, waits: true},
    publicodes: {...await by_name('publicodes'), batch: 5, most: quick ? 500 : 10000},
  };
  const engine = await load_engine(engine_folder, 'shopgauge', [text_of(program.id, program.edition)]);
  const requests = sets.scattered.readings.slice(0, 50).map((reading) => JSON.stringify(request_of(reading)));
  all.engine_text = {run: () => requests.forEach((request) => engine.assess(request)), batch: requests.length};
  all.engine = {score: score_by(engine), batch: 50};
  return all;
}

// Whole functions: a row for the first request of each file, of those that the engine has. A file names its function.
async function functions() {
  const found = {};
  for (const name of ['timeline', 'plan', 'forecast']) {
    const path = join(folder, `${name}.requests`);
    const [request] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (!request) continue;
    const {program: id, edition} = JSON.parse(request);
    const engine = await load_engine(engine_folder, 'shopgauge_full', [text_of(id, edition)]);
    const reply = engine[name](request);
    if (!reply.startsWith('{"ok":true')) throw new Error(reply);
    found[`${name}/${id}/${edition}`] = {run: () => engine[name](request), batch: 1};
  }
  return found;
}

function task_of({run, score, scores, waits, batch}) {
  const readings = sets.scattered.readings.slice(0, batch);
  if (run) return run;
  if (scores) return () => scores(readings);
  if (waits) return async () => { for (const reading of readings) await score(reading); };
  // The sum keeps the compiler from leaving the work out.
  return () => readings.reduce((sum, reading) => sum + score(reading), 0);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

// Milliseconds of the processor, all threads: others that use it do not count.
function now() {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

/** Nanoseconds of one reading, or of one call: the median of `rounds`, in each of which all take their turn. */
async function time(all, rounds) {
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    const bench = new Bench({now, time: milliseconds, iterations: 2, warmup: round === 0, warmupTime: milliseconds, warmupIterations: 1});
    for (const [name, contender] of Object.entries(all)) bench.add(name, task_of(contender));
    await bench.run();
    for (const {name, result} of bench.tasks) {
      if (result.state !== 'completed') throw new Error(`${name}: ${result.state} ${result.error ?? ''}`);
      times[name].push((result.latency.p50 * 1e6) / all[name].batch);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const rows = {};
const all = await contenders();
for (const [name, contender] of Object.entries(all)) {
  if (contender.run) continue;
  for (const [set, data] of Object.entries(sets)) rows[`${set}/${name}`] = await differences(contender, data);
}
for (const [name, ns] of Object.entries(await time(all, quick ? 5 : 11))) rows[`scattered/${name}`] = {...rows[`scattered/${name}`], ns};
for (const [name, ns] of Object.entries(await time(await functions(), quick ? 1 : 5))) rows[name] = {ns};

const version_of = (name) => JSON.parse(readFileSync(join(root, 'web/node_modules', name, 'package.json'), 'utf8')).version;
const versions = {node: process.version, ...Object.fromEntries(['json-logic-js', '@gorules/zen-engine', 'publicodes'].map((name) => [name, version_of(name)]))};
writeFileSync(join(folder, 'node.json'), `${JSON.stringify({versions, rows}, null, 1)}\n`);
