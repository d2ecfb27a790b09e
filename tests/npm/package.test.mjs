// What is in the tarball, that it is made again as the same bytes, and that the examples of its README do what they say.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {beyond_floor} from '../../web/scripts/floor.mjs';
import {blocks_by} from '../docs/blocks.mjs';
import {editions} from '../web/fixture.mjs';
import {too_new} from '../web/too_new.mjs';
import {install, remove, root, run, tarball, version} from './fixture.mjs';
import {with_site} from './site.mjs';

let folder;
let inside;
before(() => {
  folder = install();
  inside = join(folder, 'node_modules/shopgauge');
});
after(() => remove(folder));

const read = (path) => readFileSync(join(inside, path), 'utf8');
const shipped_files = () => editions().map(({program, edition}) => `${program}/${edition}.json`);

test('built twice, from other folders, the same bytes', () => {
  const again = mkdtempSync(join(tmpdir(), 'shopgauge-'));
  try {
    execFileSync(process.execPath, [join(root, 'web/scripts/npm_package.mjs'), again], {cwd: again, stdio: 'pipe'});
    assert.ok(readFileSync(tarball).equals(readFileSync(join(again, `shopgauge-${version}.tgz`))));
  } finally {
    remove(again);
  }
});

test('it says what it is', () => {
  const stated = JSON.parse(read('package.json'));
  assert.deepEqual([stated.name, stated.version, stated.license, stated.private, stated.engines.node], ['shopgauge', version, 'Apache-2.0', undefined, JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8')).engines.node]);
  assert.equal(stated.dependencies ?? stated.scripts, undefined);
  assert.equal(read('LICENSE'), readFileSync(join(root, 'LICENSE'), 'utf8'));
  for (const file of ['index.mjs', 'shopgauge.js', 'nowasm.mjs', 'shopgauge.nowasm.js', 'wasm.mjs', 'wasm.cjs', 'worker.mjs', 'shopgauge.worker.js', 'worker_script.js', 'nowasm_worker.mjs', 'shopgauge.nowasm_worker.js', 'nowasm_worker_script.js']) {
    assert.ok(read(`dist/${file}`).startsWith(`/*! shopgauge ${version} | Apache-2.0 | NOTICES.txt */\n`), file);
  }
});

test('it says whose code the engine has inside', () => {
  const notices = read('NOTICES.txt');
  for (const library of [/^nlohmann_json \d[\d.]+\n/m, /^Emscripten \d/m, /^musl of /m, /^libc\+\+ of /m, /^libc\+\+abi of /m, /^compiler-rt of /m]) assert.match(notices, library);
  for (const holder of ['Niels Lohmann', 'Florian Loitsch', 'Bjoern Hoehrmann', 'The Emscripten Authors', 'Rich Felker', 'Howard Hinnant']) assert.ok(notices.includes(holder), holder);
  assert.match(notices, /Permission is hereby granted, free of charge/);
});

test('it holds these files, and no others', () => {
  const files = execFileSync('tar', ['-tzf', tarball], {encoding: 'utf8'}).trim().split('\n').map((path) => path.slice('package/'.length));
  const scripts = ['index.mjs', 'nowasm.mjs', 'nowasm_worker.mjs', 'nowasm_worker_script.js', 'programs.mjs', 'shopgauge.js', 'shopgauge.nowasm.js', 'shopgauge.nowasm_worker.js', 'shopgauge.programs.js', 'shopgauge.wasm', 'shopgauge.worker.js', 'wasm.cjs', 'wasm.mjs', 'worker.mjs', 'worker_script.js'];
  const documents = ['index.json', ...shipped_files()].map((path) => `programs/${path}`);
  const rest = ['FORMAT.md', 'LICENSE', 'NOTICES.txt', 'README.md', 'package.json', 'program.schema.json', 'schema.json'];
  assert.deepEqual(files.filter((path) => !/\.d\.m?ts$/.test(path)).sort(), [...rest, ...scripts.map((path) => `dist/${path}`), ...documents].sort());
  const modes = execFileSync('tar', ['-tvzf', tarball], {encoding: 'utf8'}).trim().split('\n').map((line) => line.slice(0, 10));
  assert.deepEqual([...new Set(modes)], ['-rw-r--r--']);
});

test('every export leads to a file, also those that say types', () => {
  const stated = JSON.parse(read('package.json'));
  const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
  const all = [...targets(stated.exports), stated.main, stated.module, stated.types, stated.unpkg, stated.jsdelivr].filter((path) => !path.includes('*'));
  assert.ok(all.length > 20);
  for (const path of all) assert.ok(statSync(join(inside, path)).isFile(), path);
});

test('programs and schemas are found as files', () => {
  const require = createRequire(join(folder, 'index.js'));
  const {resolve} = require;
  const index = JSON.parse(readFileSync(resolve('shopgauge/programs/index.json'), 'utf8'));
  assert.deepEqual(index.programs.flatMap(({program, editions: found}) => found.map(({edition}) => `${program}/${edition}.json`)), shipped_files());
  const {documents, shipped} = require('shopgauge/programs');
  assert.deepEqual(documents.map(({program, edition}) => `${program}/${edition}.json`), shipped_files());
  for (const {program, edition, text} of documents) {
    assert.equal(readFileSync(resolve(`shopgauge/programs/${program}/${edition}.json`), 'utf8'), text);
    assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(join(root, `core/programs/${program}/${edition}.json`), 'utf8')));
  }
  assert.equal(shipped().length, documents.length);
  assert.equal(shipped('etsy-star-seller', 'tmall-store-assessment').length, 4);
  assert.equal(shipped('unheard').length, 0);
  assert.equal(readFileSync(resolve('shopgauge/schema.json'), 'utf8'), readFileSync(join(root, 'core/api/schema/shopgauge.schema.json'), 'utf8'));
  assert.equal(readFileSync(resolve('shopgauge/program.schema.json'), 'utf8'), readFileSync(join(root, 'core/rules/schema/program.schema.json'), 'utf8'));
});

test('no script asks for what a strict place forbids', () => {
  const forbidden = /\beval\(|\bFunction\(|\bimportScripts\(/;
  assert.match('new Function("")', forbidden);
  for (const file of ['index.mjs', 'shopgauge.js', 'worker.mjs', 'shopgauge.worker.js', 'worker_script.js', 'nowasm_worker.mjs', 'shopgauge.nowasm_worker.js', 'nowasm_worker_script.js']) {
    assert.doesNotMatch(read(`dist/${file}`), forbidden, file);
    assert.doesNotMatch(read(`dist/${file}`), /import\.meta|\bfetch\(["'`]/, file);
  }
  // A page may say nothing of its encoding.
  for (const file of ['shopgauge.js', 'shopgauge.nowasm.js', 'shopgauge.programs.js', 'shopgauge.worker.js', 'worker_script.js', 'shopgauge.nowasm_worker.js', 'nowasm_worker_script.js']) assert.match(read(`dist/${file}`), /^[\0-\x7f]*$/, file);
});

test('the scripts run in the oldest browsers', async () => {
  const scripts = ['index.mjs', 'shopgauge.js', 'wasm.mjs', 'nowasm.mjs', 'shopgauge.nowasm.js', 'worker.mjs', 'shopgauge.worker.js', 'worker_script.js', 'nowasm_worker.mjs', 'shopgauge.nowasm_worker.js', 'nowasm_worker_script.js'].map((file) => join(inside, 'dist', file));
  assert.equal(await too_new(scripts), '');
  for (const file of scripts) assert.deepEqual(beyond_floor(readFileSync(file, 'utf8')).map(({name}) => `${name} in ${file}`), []);
});

/** The blocks below the marks that name this test, each example with what it prints. */
function examples(lang) {
  const found = blocks_by(import.meta.url, read('README.md'), ['sh', ...Array(4).fill(['js', 'text']).flat(), 'html', 'text']);
  return found.flatMap(({language, text}, at) => (language === lang ? [{code: text, printed: found[at + 1].text}] : []));
}

test('the Chinese README, which is not in the tarball, has the same blocks', () => {
  const blocks = (name) => readFileSync(join(root, 'wasm/npm', name), 'utf8').match(/<!-- .* -->\n```[^]*?\n```\n/g);
  assert.deepEqual(blocks('README.zh-CN.md'), blocks('README.md'));
  assert.ok(blocks('README.md').length > 10);
});

test('the README installs what it is called', () => assert.deepEqual(examples('sh').map(({code}) => code), [`npm install ${JSON.parse(read('package.json')).name}\n`]));

test('the examples of the README print what it says', async () => {
  for (const {code, printed} of examples('js')) assert.equal(await run(folder, 'example.mjs', code), printed);
});

test('the page of the README shows what it says', async () => {
  const [{code, printed}] = examples('html');
  await with_site(folder, {'page.html': code}, async ({open}) => {
    const page = await open(pathToFileURL(join(folder, 'page.html')).href);
    await page.waitForFunction(() => document.getElementById('score').textContent);
    assert.equal(`${await page.locator('#score').textContent()}\n`, printed);
  });
});
