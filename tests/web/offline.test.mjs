// After the first visit the page works without a network: what was used is there, the rest says that it is not. A new version is offered,
// and taken only when asked for.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hash_of, open_sheet, reply, set_up, shows, tear_down, texts, type, until, with_page} from './fixture.mjs';

/** A server whose files can be changed under the page, as a new version does. */
const changed = new Map();
const types = {html: 'text/html', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml', wasm: 'application/wasm'};
const server = createServer((request, answer) => {
  const path = decodeURI(new URL(request.url, 'http://x').pathname).slice(1) || 'index.html';
  try {
    const body = changed.get(path) ?? readFileSync(file_of(path));
    answer.writeHead(200, {'content-type': types[path.split('.').at(-1)], 'cache-control': 'no-cache'}).end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
let at;

before(async () => {
  await set_up();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  at = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await tear_down();
  server.close();
});

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85';
const file_of = (path) => fileURLToPath(new URL(`../../web/dist/${path}`, import.meta.url));
const dist = (path) => readFileSync(file_of(path), 'utf8');

/** A test with that server as it was built. */
const on_server = (body) => () => {
  changed.clear();
  return with_page({hash: score, worker: true, at}, body);
};

/** Waits until the worker has taken over and keeps what this visit used. */
const kept = (page, path) => until(() => page.evaluate(async (path) => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null && (await caches.match(new URL(path, location.href))) !== undefined;
}, path), `${path} is kept`);

/** A failed fetch is an error in the console; without a network it is to be expected. */
const forgive = (wrong) => wrong.splice(0, wrong.length, ...wrong.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load resource/.test(text)));

test('a reload without a network shows the same result, and the tools work', () => with_page({hash: score, worker: true}, async (page, {context, wrong}) => {
  await kept(page, 'programs/douyin-experience-score/2026-09-08.en.json');
  const before = await reply(page);
  await context.setOffline(true);
  await page.reload();
  await page.locator('shop-gauge .answer .result').waitFor();
  assert.deepEqual(await reply(page), before);
  await type(page, 'given.goods', '70');
  await shows(page, 'g.goods=70');
  for (const sheet of ['stores', 'share', 'table']) {
    await open_sheet(page, sheet);
    await page.locator('shop-tools [data-tool="close"]').click();
  }
  await page.locator('select[name="program"]').selectOption('etsy-star-seller');
  // A program that was never used here cannot be fetched: the page says so and stays as it is.
  await page.locator('shop-gauge .notices').getByText((await texts('en'))['page.failed']).waitFor();
  assert.equal(await page.locator('select[name="program"]').inputValue(), 'douyin-experience-score');
  assert.equal((await reply(page)).assess.value.program, 'douyin-experience-score');
  assert.match(await hash_of(page), /douyin-experience-score.*g\.goods=70/);
  await type(page, 'given.goods', '71');
  await shows(page, 'g.goods=71');
  // The other language's words are kept, its document is not.
  await page.locator('[data-action="lang"]').click();
  await page.locator('shop-gauge .notices').getByText((await texts('en'))['page.failed']).waitFor();
  assert.equal(await page.locator('input[name="given.goods"]').inputValue(), '71');
  await context.setOffline(false);
  await page.locator('select[name="program"]').selectOption('etsy-star-seller');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'etsy-star-seller');
  forgive(wrong);
}));

test('what was used later in a visit is there as well', () => with_page({hash: score, worker: true}, async (page, {context, wrong}) => {
  await kept(page, 'programs/douyin-experience-score/2026-09-08.en.json');
  await page.locator('select[name="program"]').selectOption('etsy-star-seller');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline);
  const hash = await hash_of(page);
  assert.match(hash, /etsy-star-seller/);
  await kept(page, `programs/etsy-star-seller/${/edition=([\d-]+)/.exec(hash)[1]}.en.json`);
  await context.setOffline(true);
  await page.reload();
  await page.locator('shop-gauge .page').waitFor();
  assert.match(await hash_of(page), /etsy-star-seller/);
  forgive(wrong);
}));

for (const lang of ['zh-CN', 'en']) {
  test(`a link to a program that was never opened here, without a network: another try, and the programs that are kept (${lang})`, () => with_page({hash: score.replace('lang=en', `lang=${lang}`), worker: true}, async (page, {context, wrong, origin}) => {
    const table = await texts(lang);
    await kept(page, `programs/douyin-experience-score/2026-09-08.${lang}.json`);
    await kept(page, 'failed.js');
    await context.setOffline(true);
    const link = `#v=1&program=etsy-star-seller&lang=${lang}&m.days_since_first_sale=99`;
    const other = await context.newPage();
    await other.goto(`${origin}/${link}`);
    const card = other.getByTestId('failed');
    await card.getByText(table['page.failed.offline']).waitFor();
    assert.equal(await other.locator('.bar .brand').innerText(), table['page.brand']);
    assert.equal(await hash_of(other), link);
    assert.equal(await card.locator('a').count(), 1);
    await card.locator('[data-action="retry"]').click();
    await card.getByText(table['page.failed.kept']).waitFor();
    await card.locator('a').click();
    await other.locator('shop-gauge .answer .empty').waitFor();
    assert.equal((await reply(other)).assess.value.program, 'douyin-experience-score');
    await other.goBack();
    await card.waitFor();
    await context.setOffline(false);
    await card.locator('[data-action="retry"]').click();
    await other.waitForFunction(() => document.querySelector('shop-gauge').reply?.assess?.value?.program === 'etsy-star-seller');
    assert.match(await hash_of(other), /m\.days_since_first_sale=99/);
    await other.close();
    forgive(wrong);
  }));
}

test('every file is kept under its own hash, and nothing but the page\'s files', () => with_page({hash: score, worker: true}, async (page, {origin}) => {
  await kept(page, 'index.html');
  const files = JSON.parse(/const files = (\{.*?\});/.exec(dist('worker.js'))[1]);
  for (const [path, hash] of Object.entries(files)) assert.equal(createHash('sha256').update(readFileSync(file_of(path))).digest('hex'), hash, path);
  const addresses = await page.evaluate(async () => {
    const names = await caches.keys();
    return [names.length, ...(await (await caches.open(names[0])).keys()).map(({url}) => url)];
  });
  assert.equal(addresses.shift(), 1);
  for (const address of addresses) assert.ok(address.startsWith(`${origin}/`) && (address.endsWith('worker-files.json') || address.slice(origin.length + 1) in files), address);
}));

test('a new version waits, is offered, and comes with a reload; what was kept stays kept', on_server(async (page, {wrong, origin, context}) => {
  await kept(page, 'programs/douyin-experience-score/2026-09-08.en.json');
  // The next version of the server: an other icon, and the worker that knows it.
  const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const files = JSON.parse(/const files = (\{.*?\});/.exec(dist('worker.js'))[1]);
  const next = dist('worker.js').replace(files['icon.svg'], createHash('sha256').update(icon).digest('hex')).replace(/const version = '\w+'/, "const version = 'next'");
  changed.set('worker.js', next).set('icon.svg', icon);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const note = page.locator('shop-notes [data-note="update"]');
  await note.waitFor();
  assert.deepEqual((await page.evaluate(() => caches.keys())).length, 2);
  await type(page, 'given.goods', '70');
  await shows(page, 'g.goods=70');
  const other = await context.newPage();
  await other.goto(`${origin}/${score}`);
  await other.locator('shop-tools [data-tool="menu"]').waitFor();
  await other.locator('shop-notes [data-note="update"]').getByText((await texts('en'))['page.tools.update.later']).click();
  await Promise.all([page.waitForEvent('load'), note.getByText((await texts('en'))['page.tools.update.reload']).click()]);
  await page.locator('shop-gauge .answer .result').waitFor();
  assert.match(await hash_of(page), /g\.goods=70/);
  // The other tab has the old scripts still: it is told.
  await other.locator('shop-notes [data-note="update"]').waitFor();
  await other.close();
  assert.deepEqual(await page.evaluate(() => caches.keys()), ['shopgauge-next']);
  assert.ok(await page.evaluate(async (origin) => Boolean(await caches.match(`${origin}/programs/douyin-experience-score/2026-09-08.en.json`)), origin));
  assert.equal(await page.evaluate(async () => (await (await caches.match(new URL('icon.svg', location.href))).text())), icon);
  forgive(wrong);
}));

test('a version whose files do not match is not taken', on_server(async (page, {wrong}) => {
  await kept(page, 'index.html');
  const files = JSON.parse(/const files = (\{.*?\});/.exec(dist('worker.js'))[1]);
  const next = dist('worker.js').replace(files['icon.svg'], '0'.repeat(64)).replace(/const version = '\w+'/, "const version = 'torn'");
  changed.set('worker.js', next);
  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((done) => registration.addEventListener('updatefound', () => {
      const {installing} = registration;
      installing.addEventListener('statechange', () => done(installing.state));
    }, {once: true}));
    await registration.update().catch(() => {});
    return found;
  });
  assert.equal(ended, 'redundant');
  assert.equal(await page.locator('shop-notes [data-note="update"]').count(), 0);
  assert.equal((await reply(page)).assess.ok, true);
  wrong.splice(0, wrong.length, ...wrong.filter((text) => !text.includes('is not of version')));
}));

test('the page may speak to nobody else: its CSP says so, and the browser holds it to that', () => with_page({hash: score, worker: true}, async (page, {wrong}) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const rules = Object.fromEntries(policy.split(';').map((rule) => rule.trim().split(' ')).map(([name, ...values]) => [name, values]));
  assert.deepEqual(rules['default-src'], ["'none'"]);
  // The hash is that of an empty style sheet, for browsers that cannot adopt one.
  const empty = `'sha256-${createHash('sha256').update('').digest('base64')}'`;
  for (const values of Object.values(rules)) for (const value of values) if (value !== empty) assert.match(value, /^'(none|self|wasm-unsafe-eval)'$|^data:$/);
  assert.deepEqual(rules['connect-src'], ["'self'"]);
  const refused = await page.evaluate(() => fetch('https://example.invalid/').then(() => 'sent', () => 'refused'));
  assert.equal(refused, 'refused');
  for (let tries = 0; tries < 100 && !wrong.some((text) => text.startsWith('CSP: connect-src')); ++tries) await page.waitForTimeout(50);
  assert.ok(wrong.some((text) => text.startsWith('CSP: connect-src')));
  wrong.splice(0, wrong.length, ...wrong.filter((text) => !text.includes('example.invalid')));
}));
