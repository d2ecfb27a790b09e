// A program document from the device: opened or dropped, checked, used inside requests, never sent anywhere; its faults with their places.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {editions, hash_of, reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

/** A shipped document under another name. */
function own_document(change = () => {}) {
  const {document} = editions().find(({program, edition}) => program === 'tmall-store-assessment' && edition === '2026-01-01');
  const own = structuredClone(document);
  own.program = 'my-own-assessment';
  own.edition = '2030-01-01';
  own.in_force = {...own.in_force, from: '2030-01-01', until: null, last_seen: '2030-02-01'};
  own.title = {'zh-CN': '自己的考核', en: 'My own assessment'};
  change(own);
  return JSON.stringify(own, null, 1);
}

const file_of = (text, name = 'own.json') => ({name, mimeType: 'application/json', buffer: Buffer.from(text)});
const choose = (page, text, name) => page.locator('input[name="file"]').setInputFiles(file_of(text, name));
const start = '#v=1&program=douyin-flagship&edition=2026-06-02&lang=en';

test('a document of one\'s own is checked, shown and computed with; nothing but the engine is fetched', () => with_page({hash: start}, async (page, {requests}) => {
  await page.waitForLoadState('networkidle');
  const before = requests.length;
  await choose(page, own_document());
  await page.waitForFunction(() => location.hash.includes('file=yes'));
  assert.deepEqual(requests.slice(before).map((url) => new URL(url).pathname).filter((path) => !/^\/(icon\.svg|engine\/shopgauge(_full)?\.(js|wasm)|[a-z0-9]+\.js|texts\/en\.mistakes\.json)$/.test(path)), []);
  const picker = page.locator('select[name="program"]');
  assert.equal(await picker.locator('option:checked').textContent(), 'My own assessment');
  assert.match(await hash_of(page), /program=my-own-assessment&edition=2030-01-01&file=yes&lang=en/);
  await page.locator('input[name="until"]').fill('2031-06-30');
  await page.locator('input[name="enrolment.launched"]').fill('2030-01-04');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.value?.phases.length);
  const {assess, timeline} = await reply(page);
  assert.deepEqual([assess.value.program, assess.value.edition, timeline.value.program], ['my-own-assessment', '2030-01-01', 'my-own-assessment']);
  assert.deepEqual(timeline.value.phases.map(({phase, from}) => `${phase} ${from}`).slice(0, 2), ['exempt 2030-01-01', 'trial 2030-04-01']);
}));

test('shipped programs and one\'s own can be changed for each other, and nothing typed is lost', () => with_page({hash: start}, async (page) => {
  await choose(page, own_document());
  const picker = page.locator('select[name="program"]');
  await page.waitForFunction(() => location.hash.includes('file=yes'));
  await page.locator('input[name="enrolment.launched"]').fill('2030-01-04');
  await picker.selectOption('etsy-star-seller');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'etsy-star-seller');
  assert.doesNotMatch(await hash_of(page), /file=/);
  await picker.selectOption({label: 'My own assessment'});
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'my-own-assessment');
  assert.equal(await page.locator('input[name="enrolment.launched"]').inputValue(), '2030-01-04');
}));

test('a document with the ids of a shipped one takes its place until that is chosen again', () => with_page({hash: start}, async (page) => {
  const {document} = editions().find(({program, edition}) => program === 'douyin-flagship' && edition === '2026-06-02');
  await choose(page, JSON.stringify({...document, title: {'zh-CN': '草稿', en: 'A draft'}}));
  await page.waitForFunction(() => location.hash.includes('file=yes'));
  assert.equal(await page.locator('select[name="program"] option:checked').textContent(), 'A draft');
  await type(page, 'settled_gmv_30d', '50000');
  assert.equal((await reply(page)).assess.ok, true);
  await page.locator('select[name="program"]').selectOption('douyin-flagship');
  await page.waitForFunction(() => !location.hash.includes('file=yes'));
  assert.notEqual(await page.locator('select[name="program"] option:checked').textContent(), 'A draft');
}));

for (const lang of ['zh-CN', 'en']) {
  test(`faults are listed with line and column, and the page goes on with what it had (${lang})`, () => with_page({hash: `${start.replace('lang=en', `lang=${lang}`)}&m.settled_gmv_30d=5`}, async (page) => {
    const table = await texts(lang);
    const text = own_document((own) => {
      delete own.metrics[0].title.en;
      own.standards[0].metric = 'no_such_metric';
    });
    await choose(page, text, '<b>faulty</b>.json');
    const faults = page.locator('#faults li');
    await faults.first().waitFor();
    assert.ok((await faults.count()) >= 2);
    assert.match(await page.locator('#faults h2').innerText(), /<b>faulty<\/b>\.json/);
    const lines = await faults.evaluateAll((items) => items.map(({dataset}) => [dataset.fault, Number(dataset.line)]));
    for (const [code, line] of lines) assert.ok(/^program\./.test(code) && line > 0 && line <= text.split('\n').length, `${code} ${line}`);
    const words = table['page.file.at'].replace('{line}', '\\d+').replace('{column}', '\\d+');
    assert.match(await faults.first().innerText(), new RegExp(words));
    assert.equal((await reply(page)).assess.value.program, 'douyin-flagship');
    assert.equal(await page.locator('input[name="settled_gmv_30d"]').inputValue(), '5');
    await page.locator('[data-action="close-faults"]').click();
    assert.equal(await page.locator('#faults').count(), 0);
  }));
}

test('what is no JSON, or is empty, is told too', () => with_page({hash: start}, async (page) => {
  for (const [text, line] of [['{"format": 1,\n "program" "x"}', '2'], ['', ''], ['[1, 2]', '']]) {
    await choose(page, text);
    await page.locator('#faults li').first().waitFor();
    if (line) assert.equal(await page.locator('#faults li').first().getAttribute('data-line'), line);
    await page.locator('[data-action="close-faults"]').click();
  }
}));

test('a file can be dropped on the page', () => with_page({hash: start}, async (page) => {
  // What receives it comes with the page's later parts.
  await page.locator('#sources').waitFor({state: 'attached'});
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'own.json', {type: 'application/json'}));
    const target = document.querySelector('shop-gauge').shadowRoot.querySelector('.answer');
    for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, composed: true, cancelable: true}));
  }, own_document());
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'my-own-assessment');
}));

test('a link made with a file says that the file is not in it', () => with_page({hash: '#v=1&program=my-own-assessment&edition=2030-01-01&lang=en&file=yes'}, async (page) => {
  assert.match(await page.locator('.notices').innerText(), new RegExp((await texts('en'))['page.link.file'].slice(0, 30)));
}));

test('a source\'s address that is no web address is no link', () => with_page({hash: start}, async (page) => {
  await choose(page, own_document((own) => (own.sources[0].url = 'javascript:alert(1)')));
  await page.locator('#faults, #sources a').first().waitFor({state: 'attached'});
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
}));
