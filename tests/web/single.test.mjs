// The builds of one file (web/scripts/single.mjs) where scripts in parts do not work: from the disk, in a sandboxed frame, without
// connections, without WebAssembly.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {as_expression, without_addresses} from '../../web/scripts/engine_pieces.mjs';
import {load_example, open_desk} from './fixture.mjs';
import {older} from './too_new.mjs';
import {from_disk, served, set_up, shown, tear_down, with_host} from './hosts.mjs';

before(set_up);
after(tear_down);

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = (name) => readFileSync(join(root, 'build/single', name), 'utf8');

/** Fills in an example, changes language and program, and asks what to do: parts, texts and documents that come later. */
async function use(frame) {
  await shown(frame);
  await load_example(frame);
  await frame.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.ok);
  await frame.locator('[data-action="lang"]').click();
  await frame.locator('select[name="program"]').selectOption('douyin-experience-score');
  await frame.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'douyin-experience-score');
  await load_example(frame);
  await open_desk(frame);
  await frame.locator('#todo h3, #todo h4').first().waitFor();
}

const request = {
  program: 'douyin-experience-score', edition: '2026-09-08', as_of: '2026-11-22', until: '2027-01-05', given: {goods: 69, logistics: 99, service: 85},
  metrics: {valid_paid_orders: 900}, seed: 3, paths: 200,
};

/** The reply to a forecast, and whether the page had to stand still for it. */
const forecast = (frame) => frame.evaluate(async (text) => {
  let standstill = false;
  const reply = await document.querySelector('shop-gauge').forecast(text, {on_standstill: () => (standstill = true)});
  return {reply, standstill};
}, JSON.stringify(request));

const native = () => execFileSync(join(root, 'build/release/shopgauge'), ['forecast', '--json', '-'], {input: JSON.stringify(request), encoding: 'utf8', maxBuffer: 1 << 28}).trimEnd();

const places = [
  ['from the disk', () => from_disk('hosts/plain.html')],
  ["where connect-src is 'none'", () => served('hosts/connect_none.html')],
  ["under script-src 'self', without WebAssembly", () => served('hosts/no_wasm.html')],
  ['under the policy of a help centre', () => served('hosts/help_center.html')],
  ['in a sandboxed frame', () => served('hosts/sandboxed.html')],
  ['as one saved page', () => `${from_disk('single/shopgauge.html')}#v=1&program=douyin-flagship&edition=2026-06-02&lang=en`],
];

for (const [name, address] of places) {
  test(`it works ${name}, forecasts in a worker included, and asks for nothing`, () => with_host(address(), async (page, {requests}) => {
    const frame = page.frames().at(-1);
    await use(frame);
    assert.deepEqual(await forecast(frame), {reply: native(), standstill: false});
    const own = requests.filter((url) => !/^(data|blob):|\/(hosts\/[a-z_]+|single\/shopgauge)(\.single(\.nowasm)?)?\.(html|js)(#.*)?$/.test(url));
    assert.deepEqual(own, []);
  }));
}

for (const [name, address] of [places[0], ['under a policy that lets its styles in', () => served('hosts/old_safari.html')], places.at(-1)]) {
  test(`in the oldest Safari it works too (${name})`, () => with_host(address(), async (page) => {
    await use(page);
    assert.equal(await page.evaluate(() => typeof DecompressionStream), 'undefined');
    const seen = await page.locator('shop-gauge .card').first().evaluate((card) => getComputedStyle(card).borderTopLeftRadius);
    assert.notEqual(seen, '0px', 'its styles are there');
    assert.deepEqual(await forecast(page), {reply: native(), standstill: false});
  }, {before: older}));
}

test('a script of one file inflates by itself, also in its workers, which no test can take anything from', () => {
  for (const file of ['shopgauge.single.js', 'shopgauge.single.nowasm.js']) assert.doesNotMatch(built(file), /new DecompressionStream/);
});

test('where a page may have no worker, it stands still for a forecast, and says so', () => {
  const address = served('hosts/no_worker.html');
  return with_host(address, async (page) => {
    await shown(page);
    assert.deepEqual(await forecast(page), {reply: native(), standstill: true});
  }, {wrong_is: (text) => text.includes('Creating a worker from')});
});

test('a page under a policy is under it', () => with_host(served('hosts/no_wasm.html'), async (page) => {
  assert.equal(await page.title(), 'no_wasm');
  const compiled = await page.evaluate(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled', ({name}) => name));
  assert.equal(compiled, 'CompileError');
}, {wrong_is: () => true}));

test('the saved page lets one script run and nothing connect', () => with_host(from_disk('single/shopgauge.html'), async (page) => {
  await shown(page);
  await page.locator('shop-tools').waitFor();
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; worker-src blob:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'$/);
  const tried = await page.evaluate(() => fetch('https://example.com/').then(() => 'fetched', () => 'refused'));
  assert.equal(tried, 'refused');
  assert.equal(await page.evaluate(() => navigator.serviceWorker?.controller ?? null), null);
}, {wrong_is: (text) => text.includes('https://example.com/')}));

test('a script that stands there twice does no harm', () => with_host(served('hosts/twice.html'), async (page) => {
  await shown(page);
}));

test("an engine's script becomes an expression that names no file, or is refused", () => {
  const expression = as_expression(without_addresses('const at=new URL("own.wasm",import.meta.url).toString(),from=import.meta.url;function f(){return[at,from]}export default f;'));
  assert.deepEqual((0, eval)(expression)(), ['', '']);
  assert.throws(() => as_expression('export const more=1;const f=()=>{};export default f;'), /other exports/);
  for (const code of ['import.meta.env', 'require("fs")', 'eval("1")', 'new Function("1")']) assert.throws(() => without_addresses(code), /not every place allows/, code);
});

test('twice the same bytes, and fewer programs where these are named', () => {
  const out = mkdtempSync(join(tmpdir(), 'shopgauge-'));
  const make = (...more) => execFileSync('node', [join(root, 'web/scripts/single.mjs'), '--out', out, ...more], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  try {
    make();
    const names = readdirSync(out).sort();
    assert.deepEqual(names, ['shopgauge.html', 'shopgauge.single.js', 'shopgauge.single.nowasm.js']);
    for (const name of names) assert.ok(readFileSync(join(out, name), 'utf8') === built(name), `${name} differs`);
    make('--programs', 'douyin-flagship,etsy-star-seller');
    for (const name of names) {
      const text = readFileSync(join(out, name), 'utf8');
      assert.ok(text.length < built(name).length - 50_000, `${name}: ${text.length}`);
      assert.ok(text.includes('programs/etsy-star-seller/example.request.json') && !text.includes('programs/tmall-store-assessment/'));
    }
    assert.throws(() => make('--programs', 'no-such-program'), /no program no-such-program/);
  } finally {
    rmSync(out, {recursive: true});
  }
});
