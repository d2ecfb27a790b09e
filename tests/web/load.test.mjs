// What a visit fetches: one language of one document, the lean engine first and the full one for files; the rest once it is needed.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {editions, hash_of, read_cases, read_example, reply, set_up, tear_down, texts, type, with_page, write_figures} from './fixture.mjs';

before(set_up);
after(tear_down);

const langs = ['zh-CN', 'en'];
const dist = (path) => readFileSync(fileURLToPath(new URL(`../../web/dist/${path}`, import.meta.url)), 'utf8');
const path_of = (url) => new URL(url).pathname.slice(1) || 'index.html';
const documents_in = (requests) => requests.map(path_of).filter((path) => /\d{4}-\d{2}-\d{2}\.([a-zA-Z-]+\.)?json$/.test(path));

const loads = [];
after(() => write_figures('page-load', {loads}));

for (const lang of langs) {
  test(`what the first result of every edition loads (${lang})`, async () => {
    for (const {program, edition, document} of editions()) {
      await with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=${lang}`}, async (page, {requests}) => {
        await page.locator('#sources').waitFor();
        const paths = [...new Set(requests.map(path_of))];
        // This script is asked for once the first result is there.
        const rest = paths.indexOf('background.js');
        const [files, later] = [paths.slice(0, rest), paths.slice(rest)];
        assert.deepEqual(documents_in(requests), [`programs/${program}/${edition}.${lang}.json`], 'one document, once');
        assert.deepEqual(files.filter((path) => path.startsWith('engine/')).sort(), ['engine/shopgauge.js', 'engine/shopgauge.wasm']);
        assert.deepEqual(paths.filter((path) => path.startsWith('texts/')).sort(), [...(document.cycle ? [`texts/${lang}.cycle.json`] : []), `texts/${lang}.main.json`]);
        loads.push({program, edition, lang, files, later});
      });
    }
  });
}

/** What a document should be in one language: each text object has only that; the tables' English names go with English alone; how metrics roll is for forecasts. */
function one_language(value, lang, key = '') {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => one_language(item, lang));
  if ('zh-CN' in value) return {[lang]: value[lang]};
  if (key === 'words' && lang !== 'en') return {};
  const kept = Object.entries(value).filter(([name]) => name !== 'rolls' && name !== 'fed_by');
  return Object.fromEntries(kept.map(([name, item]) => [name, one_language(item, lang, name)]));
}

for (const lang of langs) {
  test(`documents of one language lack the other's texts and the windows, and nothing else (${lang})`, () => {
    for (const {program, edition, document} of editions()) {
      assert.deepEqual(JSON.parse(dist(`programs/${program}/${edition}.json`)), document);
      assert.deepEqual(JSON.parse(dist(`programs/${program}/${edition}.${lang}.json`)), one_language(document, lang), `${program} ${edition}`);
    }
  });
}

test('the engine replies the same with the whole document and with that of either language', () => with_page({}, async (page, {origin}) => {
  const asked = editions().map(({program, edition}) => ({
    path: `${program}/${edition}`,
    requests: [...read_cases(program, edition).map(({request}) => request), {...read_example(program), edition}].map((request) => JSON.stringify(request)),
  }));
  const {different, compared} = await page.evaluate(async ({asked, origin}) => {
    const {default: factory} = await import(`${origin}/engine/shopgauge.js`);
    const different = [];
    let compared = 0;
    for (const {path, requests} of asked) {
      const replies = [];
      for (const lang of ['', '.zh-CN', '.en']) {
        const engine = await factory();
        const loaded = engine.load(await (await fetch(`${origin}/programs/${path}${lang}.json`)).text());
        replies.push([loaded, ...requests.flatMap((request) => [engine.assess(request), engine.timeline(request)])]);
      }
      const [whole, ...parts] = replies;
      if (!JSON.parse(whole[0]).ok) different.push(`${path} is not loaded`);
      for (const [at, text] of whole.entries()) for (const part of parts) if (++compared && part[at] !== text) different.push(`${path} ${at}: ${part[at]} instead of ${text}`);
    }
    return {different, compared};
  }, {asked, origin});
  assert.deepEqual(different, []);
  assert.ok(compared > 1000, `${compared} replies`);
}));

const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&lang=zh-CN&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04&mo.2022-05=fail';

test('another language fetches the texts alone: the engine keeps the edition that it has', () => with_page({hash: flagship}, async (page, {requests}) => {
  const {document} = editions().find(({program, edition}) => program === 'douyin-flagship' && edition === '2022-07-15');
  const before = await reply(page);
  const switch_to = async (lang) => {
    await page.locator('[data-action="lang"]').click();
    await page.waitForFunction((lang) => window.document.documentElement.lang === lang, lang);
    const shown = await page.locator('#numbers').innerText();
    for (const {title} of document.metrics) assert.ok(shown.includes(title[lang]), `${lang} ${title[lang]}`);
    assert.ok((await page.title()).startsWith(document.title[lang]));
  };
  await switch_to('en');
  assert.deepEqual(await reply(page), before);
  await type(page, 'ccr', '3/1000');
  await page.locator('select[name="program"]').selectOption('etsy-star-seller');
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'etsy-star-seller');
  await page.locator('select[name="program"]').selectOption('douyin-flagship');
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'douyin-flagship');
  await page.locator('select[name="edition"]').selectOption('2022-07-15');
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.edition === '2022-07-15');
  assert.deepEqual((await reply(page)).timeline, before.timeline);
  await switch_to('zh-CN');
  assert.equal(await page.locator('.failure').count(), 0);
  const fetched = documents_in(requests);
  assert.deepEqual(fetched, [...new Set(fetched)], 'each once');
  assert.deepEqual(fetched.slice(0, 2), ['programs/douyin-flagship/2022-07-15.zh-CN.json', 'programs/douyin-flagship/2022-07-15.en.json']);
}));

test('language and program changed at the same time end in one language', () => with_page({hash: flagship}, async (page) => {
  const {document} = editions().find(({program}) => program === 'ebay-seller-standards');
  await page.route(/programs\/(ebay|douyin)|texts\/en/, async (route) => {
    await new Promise((done) => setTimeout(done, 150));
    await route.continue();
  });
  await page.evaluate(() => {
    const element = window.document.querySelector('shop-gauge');
    element.program = 'ebay-seller-standards';
    setTimeout(() => (element.lang = 'en'), 20);
  });
  await page.waitForFunction((title) => window.document.documentElement.lang === 'en' && window.document.title.startsWith(title), document.title.en);
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'ebay-seller-standards');
  const shown = await page.locator('#numbers').innerText();
  for (const {title} of document.metrics.slice(0, 3)) assert.ok(shown.includes(title.en), shown);
}));

test('a language that cannot be fetched leaves the page in its own, and says so', () => with_page({hash: flagship}, async (page) => {
  await page.route('**/texts/en.*', (route) => route.fulfill({body: 'nonsense'}));
  await page.locator('[data-action="lang"]').click();
  await page.locator('.notices').getByText((await texts('zh-CN'))['page.failed']).waitFor();
  assert.match(await hash_of(page), /lang=zh-CN/);
  assert.equal(await page.locator('.phase').first().count(), 1);
  await page.unroute('**/texts/en.*');
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
}));

test('two engines: the lean one for shipped documents, the full one for a document from the device', () => with_page({hash: flagship}, async (page, {requests, origin}) => {
  const {document} = editions().find(({program}) => program === 'etsy-star-seller');
  const own = JSON.stringify({...document, program: 'my-own'});
  const seen = await page.evaluate(async ({origin, own}) => {
    const start = async (name) => (await import(`${origin}/engine/${name}.js`)).default();
    const [lean, full] = [await start('shopgauge'), await start('shopgauge_full')];
    const inline = JSON.stringify({program: JSON.parse(own), metrics: {}});
    const names = ['load', 'assess', 'timeline', 'programs', 'check'];
    return {lean: names.filter((name) => lean[name]), full: names.filter((name) => full[name]), inline: [lean, full].map((engine) => JSON.parse(engine.assess(inline)))};
  }, {origin, own});
  assert.deepEqual(seen.lean, ['load', 'assess', 'timeline']);
  assert.deepEqual(seen.full, ['load', 'assess', 'timeline', 'programs', 'check']);
  assert.deepEqual(seen.inline[0].issues.map(({code}) => code), ['program.unchecked']);
  assert.equal(seen.inline[1].ok, true);
  requests.length = 0;
  await page.locator('input[name="file"]').setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(own)});
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'my-own');
  assert.equal((await reply(page)).assess.ok, true);
  assert.ok(requests.every((url) => !/\/engine\/shopgauge\.|\/programs\//.test(url)), requests.join());
  // A document from the device has both languages.
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => window.document.documentElement.lang === 'en');
  assert.ok((await page.locator('#numbers').innerText()).includes(document.metrics[0].title.en));
  assert.deepEqual(documents_in(requests), []);
}));
