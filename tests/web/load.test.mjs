// What a visit fetches: one language of one document, the lean engine first and the full one for files; the rest once it is needed.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {editions, hash_of, read_cases, read_example, reply, set_up, settled, tear_down, texts, type, with_page, write_figures} from './fixture.mjs';

before(set_up);
after(tear_down);

const langs = ['zh-CN', 'en'];
const dist_path = (path) => fileURLToPath(new URL(`../../web/dist/${path}`, import.meta.url));
const dist = (path) => readFileSync(dist_path(path), 'utf8');
const path_of = (url) => new URL(url).pathname.slice(1) || 'index.html';
const documents_in = (requests) => requests.map(path_of).filter((path) => /\d{4}-\d{2}-\d{2}\.([a-zA-Z.-]+\.)?json$/.test(path));

/** Whoever opens an edition with a last day is told so with the first result; what only an article told was never in force. */
const has_news = ({in_force: {until, article}}) => until !== null && !article;

const loads = [];
const embedded = [];
after(() => write_figures('page-load', {loads, embedded}));

for (const lang of langs) {
  test(`what the first result of every edition loads (${lang})`, async () => {
    for (const {program, edition, document} of editions()) {
      await with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=${lang}`}, async (page, {requests}) => {
        await settled(page);
        const paths = [...new Set(requests.map(path_of))];
        // This script and its words are asked for once the first result is there.
        const rest = paths.indexOf('background.js');
        const words = `texts/${lang}.background.json`;
        const document_rest = `programs/${program}/${edition}.${lang}.later.json`;
        const is_later = (path, at) => at >= rest || path === words || path === document_rest;
        const [files, later] = [paths.filter((path, at) => !is_later(path, at)), paths.filter(is_later)];
        assert.deepEqual(documents_in(requests), [`programs/${program}/${edition}.${lang}.json`, document_rest], 'one document, once, and then its rest');
        assert.ok(paths.indexOf(document_rest) > paths.indexOf(files.at(-1)), 'the rest after all that the result needs');
        assert.deepEqual(files.filter((path) => path.startsWith('engine/')).sort(), ['engine/shopgauge.js', 'engine/shopgauge.wasm']);
        assert.deepEqual(paths.filter((path) => path.startsWith('texts/')).sort(), [words, ...(document.cycle ? [`texts/${lang}.cycle.json`] : []), ...(has_news(document) ? [`texts/${lang}.ended.json`] : []), `texts/${lang}.main.json`]);
        loads.push({program, edition, lang, files, later});
      });
    }
  });
}

const weight = (files) => files.reduce((sum, path) => sum + gzipSync(readFileSync(dist_path(path)), {level: 9}).length, 0);

for (const lang of langs) {
  test(`on a host's page the heaviest program loads what the page itself does, and one script more (${lang})`, async () => {
    const [heaviest] = loads.filter((load) => load.lang === lang).sort((one, other) => weight(other.files) - weight(one.files));
    const {program, edition, files, later} = heaviest;
    const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><shop-gauge program="${program}" edition="${edition}" lang="${lang}"></shop-gauge><script type="module" src="shop-gauge.js"></script>`;
    const before = (context) => context.route('**/help.html', (route) => route.fulfill({contentType: 'text/html', body}));
    await with_page({hash: 'help.html', before}, async (page, {requests}) => {
      await settled(page);
      const paths = [...new Set(requests.filter((url) => !url.startsWith('data:')).map(path_of))].filter((path) => path !== 'help.html' && !later.includes(path));
      assert.deepEqual([...paths].sort(), [...files.filter((path) => path !== 'index.html' && path !== 'icon.svg'), 'embedded.js'].sort());
      embedded.push({program, edition, lang, files: paths});
    });
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

/** Every place in a value that holds no object, as "/a/0/b", with what stands there; an empty object or array is such a place too. */
function places(value, path = '') {
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return entries.length ? entries.flatMap(([name, item]) => places(item, `${path}/${name}`)) : [[path, value]];
}

for (const lang of langs) {
  test(`documents of one language lack the other's texts and the windows, and nothing else (${lang})`, () => {
    for (const {program, edition, document} of editions()) {
      const dist_json = (end) => JSON.parse(dist(`programs/${program}/${edition}.${lang}.${end}`));
      assert.deepEqual(JSON.parse(dist(`programs/${program}/${edition}.json`)), document);
      const [first, later, whole] = [dist_json('json'), dist_json('later.json'), one_language(document, lang)].map((value) => new Map(places(value)));
      // What is filled later is empty at first.
      const together = [...first].filter(([path]) => ![...later.keys()].some((more) => more.startsWith(`${path}/`)));
      assert.deepEqual(new Map([...together, ...later].sort()), new Map([...whole].sort()), `${program} ${edition}`);
      assert.deepEqual([...later.keys()].filter((path) => first.has(path)), [], 'nothing twice');
    }
  });
}

test('explanations and sources wait until the first result is there; what the engine reads does not', () => {
  const waits = new RegExp(`^/(questions/.*|sources/\\d+/((title|publisher)/\\S+|url)|rows/\\d+/words/.*|metrics/\\d+/(what|numerator|denominator|window|clock|where|advice/\\d+)/\\S+|.*/(note|where|consequence)/(${langs.join('|')}))$`);
  for (const {program, edition} of editions()) {
    for (const lang of langs) {
      const [first, later] = ['', '.later'].map((part) => places(JSON.parse(dist(`programs/${program}/${edition}.${lang}${part}.json`))).filter(([, value]) => value === null || typeof value !== 'object').map(([path]) => path));
      assert.deepEqual(later.filter((path) => !waits.test(path)), []);
      // A source without an address says so at once.
      assert.deepEqual(first.filter((path) => waits.test(path) && !path.endsWith('/url')), []);
      assert.ok(later.length > 0);
    }
  }
});

/** A program whose table has English names of its words, with one of them: [field, word, English name]. */
function named_word() {
  for (const {program, edition, document} of editions()) {
    for (const {by, rows, words} of document.rows ?? []) {
      const word = rows.map(([first]) => first).find((first) => words[first]);
      if (word) return {program, edition, key: `e.${by[0]}`, word, english: words[word]};
    }
  }
}

test('the English names of a table are there with the first result where an address has such a word, and otherwise when they are first to be seen', async () => {
  const {program, edition, key, word, english} = named_word();
  const start = `#v=1&program=${program}&edition=${edition}&lang=en`;
  const later = `programs/${program}/${edition}.en.later.json`;
  const waiting = async (context) => context.route(`**/${later}`, async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await with_page({hash: `${start}&${key}=${encodeURIComponent(word)}`, before: waiting}, async (page) => {
    assert.ok((await page.locator('#store').innerText()).includes(english));
  });
  await with_page({hash: start, before: waiting}, async (page) => {
    // What a closed list shows, what a field holds, what stands beside it.
    const seen = () => page.locator('#numbers').evaluate((form) => [...form.querySelectorAll('.name, select, input')].map((part) => part.selectedOptions?.[0]?.text ?? part.value ?? part.textContent));
    const at_first = await seen();
    assert.ok(!(await page.locator('#store').innerHTML()).includes(english));
    await settled(page);
    assert.deepEqual(await seen(), at_first, 'nothing changes but the names to choose from');
    assert.ok((await page.locator('#store').innerHTML()).includes(english));
  });
});

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
  assert.deepEqual(fetched.filter((path) => !path.includes('.later.')).slice(0, 2), ['programs/douyin-flagship/2022-07-15.zh-CN.json', 'programs/douyin-flagship/2022-07-15.en.json']);
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
