// The package's declarations, as strict programs see them: in bundlers and in Node, as ES module and as CommonJS.
import {spawnSync} from 'node:child_process';
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {install, remove, root} from './fixture.mjs';

let folder;
before(() => {
  folder = install();
});
after(() => remove(folder));

const uses = `
const request: AssessRequest = {program: 'etsy-star-seller', edition: '2024-10-01', metrics: {rating_mean: {sum: 63, n: 13}}};
export async function consumer(): Promise<string> {
  const engine: Engine = await create({documents: shipped('etsy-star-seller')});
  const reply = engine.assess(request);
  if (!reply.ok) {
    const path: string = reply.issues[0].path;
    return path;
  }
  const score: number | undefined = reply.value.score?.value;
  const text: string = engine.text.assess('{}');
  const course = engine.timeline({program: 'x', until: '2027-01-01'});
  if (course.ok) course.value.months.map(({month}) => month);
  const [first] = engine.batch([{...request, store: 'A17'}, '{}']);
  const store: string | number | undefined = first?.store;
  const later = await create_in_worker();
  const days = await later.forecast({program: 'x', as_of: '2026-01-01', until: '2026-02-01'}, {signal: AbortSignal.timeout(9), on_progress: (done: number, all: number) => done / all});
  if (days.ok) days.value.days.map(({date}) => date);
  const again: string = await later.text.check('{}', {signal: AbortSignal.timeout(9)});
  const loaded = await later.programs();
  if (loaded.ok) loaded.value.version.length;
  later.close();
  const slower: typeof later = await create_in_nowasm_worker({documents: shipped()});
  slower.close();
  await create_wasm({wasm: new Uint8Array(3), locate_file: (name: string) => name});
  await create_nowasm();
  // @ts-expect-error: no reply has this
  reply.value.unheard;
  // @ts-expect-error: a timeline says until
  engine.timeline({program: 'x'});
  // @ts-expect-error: a score is asked as a number
  engine.plan({program: 'x', goal: {score: 'high'}});
  // @ts-expect-error: a promise is no reply
  later.assess(request).ok;
  // @ts-expect-error: only what takes long tells of progress
  later.assess(request, {on_progress: () => {}});
  return [score, text, store, again, version, documents.length].join();
}
`;
const es_imports = `
import {create, version, type AssessRequest, type Engine} from 'shopgauge';
import {create as create_wasm} from 'shopgauge/wasm';
import {create as create_nowasm} from 'shopgauge/nowasm';
import {create_in_worker} from 'shopgauge/worker';
import {create_in_worker as create_in_nowasm_worker} from 'shopgauge/nowasm/worker';
import {documents, shipped} from 'shopgauge/programs';
`;
const required = `
import shopgauge = require('shopgauge');
import wasm = require('shopgauge/wasm');
import nowasm = require('shopgauge/nowasm');
import worker = require('shopgauge/worker');
import nowasm_worker = require('shopgauge/nowasm/worker');
import programs = require('shopgauge/programs');
const {create, version} = shopgauge, {create: create_wasm} = wasm, {create: create_nowasm} = nowasm, {create_in_worker} = worker, {create_in_worker: create_in_nowasm_worker} = nowasm_worker, {documents, shipped} = programs;
type AssessRequest = shopgauge.AssessRequest;
type Engine = shopgauge.Engine;
`;

/** The library's own declarations are checked along: nothing is skipped. */
const strict = {strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, target: 'ES2022'};
const in_browser = {lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'], types: []};
const in_node = {lib: ['ES2022'], types: ['node'], typeRoots: [join(root, 'web/node_modules/@types')]};

function compile(name, text, options) {
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions: {...strict, ...options}, files: [name]}));
  const {status, stdout} = spawnSync(process.execPath, [join(root, 'web/node_modules/typescript/bin/tsc'), '-p', folder], {encoding: 'utf8'});
  return {status, stdout};
}

for (const [name, imports, options] of [
  ['bundled.ts', es_imports, {module: 'ESNext', moduleResolution: 'bundler', ...in_browser}],
  ['module.mts', es_imports, {module: 'node16', moduleResolution: 'node16', ...in_node}],
  ['common.cts', required, {module: 'node16', moduleResolution: 'node16', ...in_node}],
  ['page.mts', es_imports, {module: 'node16', moduleResolution: 'node16', ...in_browser}],
]) {
  test(`${name}, ${options.moduleResolution}, ${options.types.join() || 'a browser'}`, () => {
    assert.deepEqual(compile(name, imports + uses, options), {status: 0, stdout: ''});
    const {status, stdout} = compile(name, `${imports}${uses}const wrong: number = version;`, options);
    assert.notEqual(status, 0);
    assert.match(stdout, /TS2322/);
  });
}
