// The installed package in Chromium: a Vite app, a plain script page from file://, a sandboxed frame, strict policies, workers. The
// golden requests go through each.
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {blocks_by} from '../docs/blocks.mjs';
import {install, remove, root, version} from './fixture.mjs';
import {asks, assert_corpus, dist, page, plain, plain_page} from './pages.mjs';
import {with_site} from './site.mjs';

let folder;
before(() => {
  folder = install();
});
after(() => remove(folder));

for (const file of ['shopgauge.js', 'shopgauge.nowasm.js']) {
  test(`${file} in a page from file://`, async () => {
    await with_site(folder, {'plain.js': plain, 'plain.html': plain_page(file)}, async ({open, asked}) => {
      await assert_corpus(await open(pathToFileURL(join(folder, 'plain.html')).href));
      assert.deepEqual(asked.filter((url) => !url.startsWith('data:')).map((url) => url.split('/').at(-1)), ['plain.html', file, 'shopgauge.programs.js', 'plain.js']);
    });
  });
}

test('a sandboxed frame', async () => {
  const files = {
    'plain.js': plain,
    'frame.html': plain_page('shopgauge.js', 'shopgauge.worker.js'),
    'host.html': page('<iframe sandbox="allow-scripts" src="frame.html"></iframe>'),
  };
  await with_site(folder, files, async ({open, origin}) => {
    const host = await open(`${origin}/host.html`);
    const frame = host.frames()[1];
    assert.equal(await frame.evaluate('origin'), 'null');
    await assert_corpus(frame);
    await assert_corpus(frame, 'shopgauge.create_in_worker');
  });
});

test("connect-src 'none'", async () => {
  const policy = "default-src 'none'; connect-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:";
  const files = {'plain.js': plain, 'strict.html': plain_page('shopgauge.js', 'shopgauge.worker.js')};
  await with_site(folder, files, async ({open, origin, wrong}) => {
    const strict = await open(`${origin}/strict.html`);
    await assert_corpus(strict);
    await assert_corpus(strict, 'shopgauge.create_in_worker');
    assert.deepEqual(wrong, []);
    assert.equal(await strict.evaluate(`fetch('plain.js').then(() => 'fetched', () => 'forbidden')`), 'forbidden');
    wrong.length = 0;
  }, {'/strict.html': policy});
});

test("script-src 'self', without WebAssembly", async () => {
  const policy = "default-src 'none'; img-src data:; script-src 'self'";
  const files = {
    'plain.js': plain, 'strict.html': plain_page('shopgauge.nowasm.js'),
    'refused.html': plain_page('shopgauge.js'),
  };
  await with_site(folder, files, async ({open, origin, wrong}) => {
    await assert_corpus(await open(`${origin}/strict.html`));
    assert.deepEqual(wrong, []);
    const refused = await open(`${origin}/refused.html`);
    assert.match(await refused.evaluate('shopgauge.create().then(() => "started", String)'), /CompileError.*wasm-unsafe-eval|CompileError.*Content Security Policy/s);
    wrong.length = 0;
  }, {'/strict.html': policy, '/refused.html': policy});
});

test("a worker from the page's own files, where blob: is forbidden", async () => {
  const policy = "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  const files = {'plain.js': plain, 'strict.html': plain_page('shopgauge.worker.js')};
  await with_site(folder, files, async ({open, origin, wrong}) => {
    const strict = await open(`${origin}/strict.html`);
    await assert_corpus(strict, `((options) => shopgauge.create_in_worker({...options, worker: () => new Worker('${dist}/worker_script.js')}))`);
    assert.deepEqual(wrong, []);
    assert.match(await strict.evaluate('shopgauge.create_in_worker().then(() => "started", String)'), /Error/);
    wrong.length = 0;
  }, {'/strict.html': policy});
});

for (const [policy, name, create] of [
  ["worker-src blob:", 'a text', 'shopgauge.create_in_worker'],
  ["worker-src 'self'", "the page's own file", `((options) => shopgauge.create_in_worker({...options, worker: () => new Worker('${dist}/nowasm_worker_script.js')}))`],
]) {
  test(`a worker without WebAssembly under script-src 'self', from ${name}`, async () => {
    const strict = `default-src 'none'; img-src data:; script-src 'self'; ${policy}`;
    const files = {'plain.js': plain, 'strict.html': plain_page('shopgauge.nowasm_worker.js'), 'refused.html': plain_page('shopgauge.worker.js')};
    await with_site(folder, files, async ({open, origin, wrong}) => {
      await assert_corpus(await open(`${origin}/strict.html`), create);
      assert.deepEqual(wrong, []);
      const refused = await open(`${origin}/refused.html`);
      const own = create.replace('nowasm_worker_script', 'worker_script');
      assert.match(await refused.evaluate(`${own}().then(() => "started", String)`), /CompileError|WebAssembly/);
      wrong.length = 0;
    }, {'/strict.html': strict, '/refused.html': strict, [`/${dist}/nowasm_worker_script.js`]: strict, [`/${dist}/worker_script.js`]: strict});
  });
}

const shop = {program: 'douyin-experience-score', edition: '2026-09-08', given: {goods: 69, logistics: 99, service: 85}, metrics: {valid_paid_orders: 900, freight_insurance: true}};
const long = {...shop, as_of: '2026-11-22', until: '2027-05-21', paths: 10000, seed: 3};

test('in a worker: progress, an end by signal, and the next call answers', async () => {
  const files = {'plain.js': plain, 'worker.html': plain_page('shopgauge.worker.js')};
  await with_site(folder, files, async ({open, origin}) => {
    const opened = await open(`${origin}/worker.html`);
    const said = await opened.evaluate(async ({shop, long}) => {
      const engine = await shopgauge.create_in_worker({documents: shopgauge.shipped('douyin-experience-score')});
      const told = [];
      const whole = await engine.text.forecast(JSON.stringify(long), {on_progress: (done, all) => told.push([done, all])});
      const control = new AbortController();
      const ended = engine.forecast(long, {signal: control.signal, on_progress: () => control.abort()}).then(() => null, ({name}) => name);
      const waiting = engine.assess(shop);
      const result = {last: told.at(-1), ended: await ended, score: (await waiting).value.score.value, again: (await engine.text.forecast(JSON.stringify(long))) === whole};
      engine.close();
      return result;
    }, {shop, long});
    assert.deepEqual(said, {last: [10000, 10000], ended: 'AbortError', score: 82, again: true});
    for (let waited = 0; opened.workers().length && waited < 5000; waited += 100) await opened.waitForTimeout(100);
    assert.equal(opened.workers().length, 0, 'a worker is left');
  });
});

const vite = await import(pathToFileURL(createRequire(join(root, 'web/package.json')).resolve('vite')).href);

const app = `
import {create} from 'shopgauge';
import {create as create_wasm} from 'shopgauge/wasm';
import {create_in_worker} from 'shopgauge/worker';
import {create_in_worker as create_in_nowasm_worker} from 'shopgauge/nowasm/worker';
import {shipped} from 'shopgauge/programs';
import document_of_one from 'shopgauge/programs/etsy-star-seller/2024-10-01.json?raw';
${asks}
Object.assign(globalThis, {shipped, entries: {create, create_wasm, create_in_worker, create_in_nowasm_worker, one: () => create({documents: [document_of_one]})}});
`;
const app_page = page('<script type="module" src="main.js"></script>');

test('a Vite app, built', async () => {
  mkdirSync(join(folder, 'app'), {recursive: true});
  for (const [name, text] of [['index.html', app_page], ['main.js', app]]) writeFileSync(join(folder, 'app', name), text);
  await vite.build({root: join(folder, 'app'), base: './', logLevel: 'error', configFile: false, build: {target: ['chrome107', 'firefox115', 'safari16.4'], chunkSizeWarningLimit: 4000}});
  assert.equal(readdirSync(join(folder, 'app/dist/assets')).filter((name) => name.endsWith('.wasm')).length, 1);
  await with_site(folder, {}, async ({open, origin}) => {
    const opened = await open(`${origin}/app/dist/index.html`);
    for (const entry of ['create', 'create_wasm', 'create_in_worker', 'create_in_nowasm_worker']) await assert_corpus(opened, `entries.${entry}`);
    assert.equal(await opened.evaluate(`entries.one().then((engine) => engine.programs().value.programs[0].program)`), 'etsy-star-seller');
  });
});

test("a Vite app in Vite's development server, with the README's lines for it", async () => {
  const [{text: lines}] = blocks_by(import.meta.url, readFileSync(join(folder, 'node_modules/shopgauge/README.md'), 'utf8'), ['js']);
  const main = `${lines}\nimport {create as inside} from 'shopgauge';\nglobalThis.versions = [engine.version, (await inside()).programs().value.version];\n`;
  await with_site(folder, {'dev/index.html': app_page, 'dev/main.js': main}, async ({open, asked}) => {
    const server = await vite.createServer({root: join(folder, 'dev'), logLevel: 'error', configFile: false, server: {host: '127.0.0.1', fs: {allow: [folder]}}, cacheDir: join(folder, 'cache')});
    await server.listen();
    try {
      const opened = await open(`http://127.0.0.1:${server.httpServer.address().port}/index.html`);
      await opened.waitForFunction(() => globalThis.versions);
      assert.deepEqual(await opened.evaluate('versions'), [version, version]);
    } finally {
      asked.length = 0;
      await server.close();
    }
  });
});
