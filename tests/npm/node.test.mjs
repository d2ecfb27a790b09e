// The installed package in Node, as ES module and as CommonJS: every build gives the frozen replies.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {install, remove, assert_frozen, frozen, requests, run, version} from './fixture.mjs';

let folder;
before(() => {
  folder = install();
});
after(() => remove(folder));

/** As an ES module, or as a CommonJS module, which cannot await at its top. */
const program = {
  mjs: (entry, names, body) => `import {${names}} from '${entry}';\nimport {shipped} from 'shopgauge/programs';\n${body}`,
  cjs: (entry, names, body) => `const {${names}} = require('${entry}');\nconst {shipped} = require('shopgauge/programs');\n(async () => {\n${body}\n})();`,
};

const ask_all = (create) => `
const {readFileSync} = await import('node:fs');
const engine = await ${create}({documents: shipped()});
const replies = [];
for (const {name, text} of JSON.parse(readFileSync(0, 'utf8'))) replies.push(await engine.text[name](text));
process.stdout.write(JSON.stringify({version: engine.version, replies}));
`;

for (const kind of ['mjs', 'cjs']) {
  for (const [entry, create] of [['shopgauge', 'create'], ['shopgauge/wasm', 'create'], ['shopgauge/nowasm', 'create'], ['shopgauge/worker', 'create_in_worker'], ['shopgauge/nowasm/worker', 'create_in_worker']]) {
    test(`${entry} as ${kind}: the golden requests`, async () => {
      const printed = await run(folder, `all.${kind}`, program[kind](entry, create, ask_all(create)), JSON.stringify(requests));
      const {version: stamped, replies} = JSON.parse(printed);
      assert.equal(stamped, version);
      assert_frozen(replies);
    });
  }
}

test('a reply with one other byte is noticed', () => {
  const other = [...frozen];
  other[700] = other[700].replace(/.$/, ' ');
  assert.throws(() => assert_frozen(other), /line 701/);
  assert.throws(() => assert_frozen(frozen.slice(1)));
});

/** Prints what the body puts into `said`. */
const say = async (entry, names, body) => JSON.parse(await run(folder, 'say.mjs', program.mjs(entry, names, `const said = {};\n${body}\nconsole.log(JSON.stringify(said));`)));

const shop = `{program: 'douyin-experience-score', edition: '2026-09-08', given: {goods: 69, logistics: 99, service: 85}, metrics: {valid_paid_orders: 900, freight_insurance: true}}`;
const long = `{...shop, as_of: '2026-11-22', until: '2027-05-21', paths: 10000, seed: 3}`;

for (const entry of ['shopgauge', 'shopgauge/nowasm']) {
  test(`${entry}: objects, texts, issues, versions`, async () => {
    const said = await say(entry, 'create, version', `
      const engine = await create({documents: shipped('douyin-experience-score')});
      const shop = ${shop};
      said.versions = [version, engine.version, engine.programs().value.version];
      said.same = JSON.stringify(engine.assess(shop)) === JSON.stringify(JSON.parse(engine.text.assess(JSON.stringify(shop))));
      said.of_text = engine.assess(JSON.stringify(shop)).value.score.value;
      said.editions = engine.programs({program: 'douyin-experience-score'}).value.programs[0].editions.length;
      said.issues = engine.assess({...shop, metrics: {unheard: 1}}).issues.map(({code, path}) => [code, path]);
      said.nothing = [engine.assess(undefined).ok, engine.assess('{').ok, engine.assess(null).ok];
      said.unloaded = engine.assess({program: 'etsy-star-seller', edition: '2024-10-01', metrics: {}}).issues[0].code;
      said.checked = engine.check(shipped('etsy-star-seller')[0]).ok;
      said.faulty = engine.check({program: 'x'}).ok;
      said.loaded = engine.load(JSON.parse(shipped('etsy-star-seller')[0])).value.program;
      said.batch = engine.batch([{...shop, store: 'A17'}, {...shop, store: 2, goal: {score: 90}}, '{']).map(({ok, store}) => [ok, store ?? null]);
      said.refused = await create({documents: ['{}']}).then(() => null, (error) => [error.message.includes('faults'), error.cause.ok]);
      said.two = (await create()).programs().value.programs.length;`);
    assert.deepEqual(said, {
      versions: [version, version, version], same: true, of_text: 82, editions: 4, issues: [['metric.unknown', '/metrics/unheard']], nothing: [false, false, false], unloaded: 'program.unknown',
      checked: true, faulty: false, loaded: 'etsy-star-seller', batch: [[true, 'A17'], [true, 2], [false, null]], refused: [true, false], two: 0,
    });
  });
}

test('a forecast tells its progress, and an error thrown meanwhile leaves the engine whole', async () => {
  const said = await say('shopgauge', 'create', `
    const engine = await create({documents: shipped('douyin-experience-score')});
    const shop = ${shop};
    const told = [];
    const reply = engine.forecast(${long}, {on_progress: (done, all) => told.push([done, all])});
    said.last = told.at(-1);
    said.rises = told.every(([done], at) => at === 0 || done > told[at - 1][0]);
    try {
      engine.forecast(${long}, {on_progress: () => { throw new RangeError('mine'); }});
    } catch (error) {
      said.thrown = String(error);
    }
    said.again = JSON.stringify(engine.forecast(${long})) === JSON.stringify(reply);`);
  assert.deepEqual(said, {last: [10000, 10000], rises: true, thrown: 'RangeError: mine', again: true});
});

test('shopgauge/wasm takes bytes, a response, a module, another address', async () => {
  const said = await say('shopgauge/wasm', 'create', `
    const {readFileSync} = await import('node:fs');
    const {pathToFileURL} = await import('node:url');
    const path = 'node_modules/shopgauge/dist/shopgauge.wasm';
    const bytes = readFileSync(path);
    const typed = (type) => new Response(bytes, {headers: {'content-type': type}});
    const asked = [];
    const ways = [
      {wasm: bytes}, {wasm: Promise.resolve(bytes)}, {wasm: typed('text/plain')}, {wasm: typed('application/wasm')}, {wasm: await WebAssembly.compile(bytes)},
      {locate_file: (name, beside) => { asked.push(name, beside.endsWith('/dist/shopgauge.wasm')); return pathToFileURL(path); }},
    ];
    said.versions = [];
    for (const way of ways) said.versions.push((await create(way)).version);
    said.asked = asked;
    said.missing = await create({locate_file: () => pathToFileURL('nowhere.wasm')}).then(() => null, ({code}) => code);
    said.not_found = await create({wasm: new Response('', {status: 404})}).then(() => null, () => 'rejected');
    said.broken = await create({wasm: bytes.subarray(0, 99)}).then(() => null, ({name}) => name);`);
  assert.deepEqual(said, {versions: Array(6).fill(version), asked: ['shopgauge.wasm', true], missing: 'ENOENT', not_found: 'rejected', broken: 'CompileError'});
});

test('in a thread: progress, an end by signal, calls that wait, and a process that ends by itself', async () => {
  const said = await say('shopgauge/worker', 'create_in_worker', `
    const engine = await create_in_worker({documents: shipped('douyin-experience-score')});
    await engine.load(shipped('etsy-star-seller')[0]);
    const shop = ${shop};
    const told = [];
    const whole = await engine.forecast(${long}, {on_progress: (done, all) => told.push([done, all])});
    said.last = told.at(-1);
    const control = new AbortController();
    const ended = engine.forecast(${long}, {signal: control.signal, on_progress: () => control.abort()}).then(() => null, ({name}) => name);
    const never_begun = engine.assess(shop, {signal: AbortSignal.abort()}).then(() => null, ({name}) => name);
    const waiting = engine.assess(shop);
    const dropped = new AbortController();
    const dropped_call = engine.forecast(${long}, {signal: dropped.signal}).then(() => null, (reason) => reason);
    dropped.abort('enough');
    said.ended = [await ended, await never_begun, await dropped_call];
    said.waiting = (await waiting).value.score.value;
    said.documents = (await engine.programs()).value.programs.map(({program}) => program);
    said.again = JSON.stringify(await engine.forecast(${long})) === JSON.stringify(whole);
    said.batch = (await engine.batch([{...shop, store: 1}, '{'])).map(({ok}) => ok);
    const closed = await create_in_worker();
    const left = closed.programs().then(() => null, ({message}) => message);
    closed.close();
    said.closed = [await left, await closed.programs().then(() => null, ({message}) => message)];
    said.refused = await create_in_worker({documents: ['{}']}).then(() => null, (error) => error.cause.ok);`);
  assert.deepEqual(said, {
    last: [10000, 10000], ended: ['AbortError', 'AbortError', 'enough'], waiting: 82, documents: ['douyin-experience-score', 'etsy-star-seller'], again: true, batch: [true, false],
    closed: ['the engine is closed', 'the engine is closed'], refused: false,
  });
});
