// Stores and months kept on the device: saved by themselves, over reloads, in two tabs, as a file; and what happens where nothing can be kept.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, download, editions, hash_of, open_sheet, phone, reply, set_up, shows, tear_down, texts, type, until, with_page} from './fixture.mjs';
import {keep_month, records, save_store} from './kept.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85';

const field_kept = async (page, key) => new Map((await records(page))[0]?.sheets['douyin-experience-score']?.fields ?? []).get(key);

test('what is typed is saved by itself, is there after a reload, and opens on a visit without an address', () => with_page({hash: score}, async (page, {origin}) => {
  await save_store(page, '小王女装');
  await close_sheet(page);
  await type(page, 'given.goods', '71');
  await until(async () => (await field_kept(page, 'g.goods')) === '71', 'saved');
  await page.reload();
  await page.locator('shop-tools [data-tool="stores"]').getByText('小王女装').waitFor();
  await type(page, 'given.goods', '72');
  await until(async () => (await field_kept(page, 'g.goods')) === '72', 'saved after the reload');
  await page.goto('about:blank');
  await page.goto(`${origin}/`);
  await shows(page, 'g.goods=72');
  await page.locator('shop-tools [data-tool="stores"]').getByText('小王女装').waitFor();
}));

test('a link never writes over the open store', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'mine');
  await close_sheet(page);
  await page.evaluate(() => (location.hash = location.hash.replace('g.goods=69', 'g.goods=12')));
  await shows(page, 'g.goods=12');
  await type(page, 'given.service', '50');
  await page.waitForTimeout(900);
  assert.equal(await field_kept(page, 'g.goods'), '69');
  assert.equal(await field_kept(page, 'g.service'), '85');
  await open_sheet(page, 'stores');
  await page.locator('[data-store="mine"] [data-act="open"]').click();
  await shows(page, 'g.goods=69');
}));

test('a store keeps its sheet for each program', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'both');
  await close_sheet(page);
  const picker = page.locator('select[name="program"]');
  await picker.selectOption('ebay-seller-standards');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'ebay-seller-standards');
  await type(page, 'late_shipments', '31');
  await until(async () => (await records(page))[0]?.sheets['ebay-seller-standards']?.fields.some(([key]) => key === 'm.late_shipments'), 'the second sheet');
  assert.equal(await field_kept(page, 'g.goods'), '69');
  // After a reload the page itself remembers nothing of the other program: the store does.
  await page.reload();
  await page.locator('shop-tools [data-tool="stores"]').getByText('both').waitFor();
  await picker.selectOption('douyin-experience-score');
  await shows(page, 'g.goods=69');
}));

/** In which of so many months, side by side, a chart has the accent's colour. */
function accent_by_month(canvas, months) {
  const [red, green, blue] = getComputedStyle(canvas).getPropertyValue('--accent').match(/[\da-f]{2}/gi).map((part) => Number.parseInt(part, 16));
  const {width, height} = canvas;
  const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
  const found = Array.from({length: months}, () => false);
  for (let place = 0; place < data.length; place += 4) {
    const at = (((place / 4) % width) * months) / width;
    // What stands at the ends of a month may reach into the next; the middle is its own.
    if (at % 1 > 0.2 && at % 1 < 0.8 && data[place] === red && data[place + 1] === green && data[place + 2] === blue) found[Math.floor(at)] = true;
  }
  return found;
}

test('months are kept as the engine gave them, drawn and listed; a month can be opened again, replaced, and deleted', () => with_page({hash: score}, async (page) => {
  const kept = [];
  await save_store(page, 'history');
  for (const [month, goods] of [['2026-05', '61'], ['2026-06', '75'], ['2026-08', '69']]) {
    await close_sheet(page);
    await type(page, 'given.goods', goods);
    await page.waitForFunction((goods) => document.querySelector('shop-gauge').reply.assess.value.nodes[0].score === Number(goods), goods);
    kept.push((await reply(page)).assess.value.score.value);
    await open_sheet(page, 'stores');
    await keep_month(page, month);
  }
  const values = await page.locator('tr[data-month] td.num').allInnerTexts();
  assert.deepEqual(values, kept.map(String).reverse());
  // July was not kept: of four months the third has nothing of the line's colour.
  const drawing = page.locator('shop-stores canvas');
  await drawing.waitFor();
  assert.deepEqual(await drawing.evaluate(accent_by_month, 4), [true, true, false, true]);
  assert.equal(await page.locator('shop-stores svg path.line').count(), 0);
  await page.locator('select[name="line"]').selectOption({label: 'Goods'});
  assert.deepEqual(await page.locator('tr[data-month] td.num').allInnerTexts(), ['69', '75', '61']);
  await page.locator('tr[data-month="2026-06"] [data-act="forget-month"]').click();
  await page.locator('tr[data-month="2026-06"]').waitFor({state: 'detached'});
  await page.locator('tr[data-month="2026-05"] [data-act="open-month"]').click();
  await shows(page, 'g.goods=61');
  // A month looked at is not the store: typing there changes nothing kept.
  await type(page, 'given.goods', '1');
  await page.waitForTimeout(900);
  assert.equal(await field_kept(page, 'g.goods'), '69');
}));

const flagship = '#v=1&program=douyin-flagship&edition=2026-06-02&lang=en&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01' +
  '&m.experience_score_mean_30d=79&m.settled_gmv_30d=40000&m.on_shelf_products_mean_30d=30&m.category_matches_name=yes' +
  '&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20' +
  '&mo.2026-09.m.experience_score_mean_30d=71&mo.2026-09.m.settled_gmv_30d=51000&mo.2026-09.m.on_shelf_products_mean_30d=30&mo.2026-09.m.category_matches_name=yes&mo.2026-10=pass';

test('what is kept for a month is said before: the readings now, or the numbers that the calendar has for it', () => with_page({hash: flagship}, async (page) => {
  const table = await texts('en');
  const filled = (key, params) => Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), table[key]);
  const told = async (month) => {
    await page.locator('select[name="month"]').selectOption(month);
    return (await page.getByTestId('to-keep').innerText()).trim();
  };
  await save_store(page, 'calendar');
  const verdict = filled('page.tools.months.verdict', {verdict: table['verdict.pass']});
  assert.equal(await told('2026-11'), filled('page.tools.months.now', {month: 'Nov 2026'}));
  assert.equal(await told('2026-10'), `${filled('page.tools.months.moved', {month: 'Oct 2026', date: '22 November 2026'})} ${verdict}`);
  assert.equal(await told('2026-09'), filled('page.tools.months.own', {month: 'Sept 2026'}));
  assert.equal(await told('2026-08'), filled('page.tools.months.moved', {month: 'Aug 2026', date: '22 November 2026'}));
  for (const month of ['2026-11', '2026-10', '2026-09', '2026-08']) await keep_month(page, month);
  const months = (await records(page))[0].months.map(({month, verdict, fields, figures}) => [month, verdict, figures.find(({id}) => id === 'settled_gmv_30d').value, new Map(fields).get('m.settled_gmv_30d'), new Map(fields).get('date')]);
  assert.deepEqual(months, [
    ['2026-08', 'fail', 40000, '40000', '2026-11-22'],
    // The score of 71 is below the target.
    ['2026-09', 'fail', 51000, '51000', '2026-09-30'],
    // The calendar says that it was passed, by numbers that it does not have.
    ['2026-10', 'pass', 40000, '40000', '2026-11-22'],
    ['2026-11', 'fail', 40000, '40000', '2026-11-22'],
  ]);
  await page.locator('tr[data-month="2026-09"] [data-act="open-month"]').click();
  await shows(page, 'm.settled_gmv_30d=51000');
  assert.equal((await reply(page)).assess.value.verdict, 'fail');
  // Without readings there is nothing to keep but what the calendar has.
  await open_sheet(page, 'stores');
  await page.locator('[data-store="calendar"] [data-act="open"]').click();
  await page.evaluate(() => (document.querySelector('shop-gauge').metrics = {}));
  await page.waitForFunction(() => !location.hash.includes('&m.'));
  await open_sheet(page, 'stores');
  assert.equal(await told('2026-10'), table['page.tools.months.nothing']);
  assert.ok(await page.locator('[data-act="keep-month"]').isDisabled());
  assert.equal(await told('2026-09'), filled('page.tools.months.own', {month: 'Sept 2026'}));
  assert.ok(await page.locator('[data-act="keep-month"]').isEnabled());
}));

test('another tab: a change is offered, the last writing wins, and what it replaced can be had back', () => with_page({hash: score}, async (page, {context, origin}) => {
  const table = await texts('en');
  await save_store(page, 'shared');
  await close_sheet(page);
  const other = await context.newPage();
  await other.goto(`${origin}/`);
  await shows(other, 'g.goods=69');
  await type(other, 'given.goods', '33');
  await until(async () => (await field_kept(page, 'g.goods')) === '33', 'the other tab saved');
  const note = page.locator('shop-notes [data-note="other-tab"]');
  await note.getByText(table['page.tools.other_tab.changed'].replace('{name}', 'shared')).waitFor();
  assert.equal(await page.locator('input[name="given.goods"]').inputValue(), '69');
  await note.getByText(table['page.tools.other_tab.take']).click();
  await shows(page, 'g.goods=33');
  // Both at once: this one is last, and says so.
  await type(other, 'given.goods', '44');
  await until(async () => (await field_kept(page, 'g.goods')) === '44', 'the other tab saved again');
  await type(page, 'given.service', '50');
  await note.getByText(table['page.tools.other_tab.replaced'].replace('{name}', 'shared')).waitFor();
  assert.equal(await field_kept(page, 'g.goods'), '33');
  assert.equal(await field_kept(page, 'g.service'), '50');
  await note.getByText(table['page.tools.other_tab.take']).click();
  await shows(page, 'g.goods=44');
  await until(async () => (await field_kept(page, 'g.goods')) === '44', 'the other version is back');
  // Deleted elsewhere: what is typed here stays, and can be saved again.
  await open_sheet(other, 'stores');
  await other.locator('[data-act="remove"]').click();
  await note.getByText(table['page.tools.other_tab.removed'].replace('{name}', 'shared')).waitFor();
  await note.getByText(table['page.tools.stores.save_again']).click();
  await until(async () => (await records(page)).length === 1, 'saved again');
}));

test('a deleted store can be had back at once', () => with_page({hash: score, viewport: phone}, async (page) => {
  await save_store(page, 'gone');
  await page.locator('[data-act="remove"]').click();
  await page.locator('[data-open]').waitFor({state: 'detached'});
  await close_sheet(page);
  await page.locator('shop-notes [data-note="removed"]').getByText((await texts('en'))['page.tools.undo']).click();
  await until(async () => (await records(page)).length === 1, 'back');
}));

test('all stores as a file, and back on another device', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'one');
  await keep_month(page, '2026-09');
  await page.locator('[name="store-name"]').fill('two');
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').getByText('two').waitFor();
  const {name, text} = await download(page, () => page.locator('[data-act="export"]').click());
  assert.equal(name, 'shopgauge-stores.json');
  const before = await records(page);
  await with_page({hash: '#v=1&lang=en'}, async (there) => {
    await open_sheet(there, 'stores');
    await there.locator('input[name="stores-file"]').setInputFiles({name: 'stores.json', mimeType: 'application/json', buffer: Buffer.from(text)});
    await there.locator('[data-act="take-in"]').click();
    await until(async () => (await records(there)).length === 2, 'both taken in');
    const strip = (list) => list.map(({name, sheets, months, program}) => ({name, sheets, months, program})).sort((a, b) => (a.name < b.name ? -1 : 1));
    assert.deepEqual(strip(await records(there)), strip(before));
    await there.locator('[data-store="one"] [data-act="open"]').click();
    await shows(there, 'g.goods=69');
    await open_sheet(there, 'stores');
    assert.equal(await there.locator('tr[data-month="2026-09"]').count(), 1);
    // The same file again: as further stores, or over those that are here.
    await there.locator('input[name="stores-file"]').setInputFiles({name: 'stores.json', mimeType: 'application/json', buffer: Buffer.from(text)});
    await there.locator('[data-act="replace"]').click();
    await until(async () => (await records(there)).every(({revision}) => revision > 1), 'written over');
    assert.equal((await records(there)).length, 2);
  });
}));

test('files that are no collection say why', () => with_page({hash: score}, async (page) => {
  const table = await texts('en');
  await open_sheet(page, 'stores');
  const bad = {
    not_json: '{"format": "shopgauge-stores", "sto', foreign: '{"program": "x"}', newer: '{"format":"shopgauge-stores","version":2,"stores":[]}',
  };
  for (const [code, text] of Object.entries(bad)) {
    await page.locator('input[name="stores-file"]').setInputFiles({name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text)});
    await page.getByText(table[`page.tools.file.${code}`]).waitFor();
  }
  await page.locator('input[name="stores-file"]').setInputFiles({name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"shopgauge-stores","version":1,"stores":[{"id":"a"}]}')});
  await page.getByText(table['page.tools.file.damaged'].replace('{count}', '1')).waitFor();
  assert.equal(await page.locator('[data-act="take-in"]').count(), 0);
}));

const refused = (context) => context.addInitScript(() => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'SecurityError');
  };
});

test('a browser that keeps nothing: said, with ways on, and the rest works', () => with_page({hash: score, before: refused}, async (page) => {
  const table = await texts('en');
  await open_sheet(page, 'stores');
  await page.locator('[data-fault="refused"]').getByText(table['page.tools.fault.refused']).waitFor();
  assert.equal(await page.locator('[name="store-name"]').count(), 0);
  await page.locator('shop-stores').getByText(table['page.tools.share.title']).click();
  await page.locator('textarea[name="link"]').waitFor();
  assert.equal((await reply(page)).assess.ok, true);
}));

test('a full device: said above the page, and tried again', () => with_page({hash: score}, async (page) => {
  const table = await texts('en');
  await save_store(page, 'full');
  await close_sheet(page);
  await page.evaluate(() => {
    window.own_put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await type(page, 'given.goods', '70');
  const note = page.locator('shop-notes [data-note="not-kept"]');
  await note.getByText(table['page.tools.fault.full']).waitFor();
  await page.evaluate(() => (IDBObjectStore.prototype.put = window.own_put));
  await note.getByText(table['page.tools.try_again']).click();
  await until(async () => (await field_kept(page, 'g.goods')) === '70', 'saved in the end');
  await note.waitFor({state: 'detached'});
}));

test('damaged records: told, downloaded, deleted; the others open', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'good');
  await close_sheet(page);
  await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('shopgauge');
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('stores', 'readwrite');
      transaction.objectStore('stores').put({id: 'bad', name: 'half', sheets: 7});
      transaction.oncomplete = () => {
        asked.result.close();
        done();
      };
    };
  }));
  await open_sheet(page, 'stores');
  await page.getByTestId('damaged').waitFor();
  const {text} = await download(page, () => page.locator('[data-act="save-damaged"]').click());
  assert.deepEqual(JSON.parse(text), [{id: 'bad', name: 'half', sheets: 7}]);
  await page.locator('[data-act="remove-damaged"]').click();
  await page.getByTestId('damaged').waitFor({state: 'detached'});
  assert.deepEqual((await records(page)).map(({name}) => name), ['good']);
}));

test('data of a newer page is not touched', () => with_page({hash: score, before: (context) => context.addInitScript(() => {
  if (!sessionStorage.getItem('made')) indexedDB.open('shopgauge', 9).onsuccess = ({target}) => target.result.close();
  sessionStorage.setItem('made', 'yes');
})}, async (page) => {
  await open_sheet(page, 'stores');
  await page.locator('[data-fault="newer"]').waitFor();
  assert.match(await hash_of(page), /g\.goods=69/);
}));

test('a store judged by a file of one\'s own brings that file along', () => with_page({hash: score}, async (page, {origin}) => {
  const {document} = editions().find(({program, edition}) => program === 'tmall-store-assessment' && edition === '2026-01-01');
  const own = JSON.stringify({...document, program: 'my-own', title: {'zh-CN': '自己的', en: 'My own'}});
  await page.locator('input[name="file"]').setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(own)});
  await page.waitForFunction(() => location.hash.includes('file=yes'));
  await page.locator('input[name="enrolment.launched"]').fill('2026-02-10');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.value?.program === 'my-own');
  await save_store(page, 'by my own');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.ok);
  await page.goto('about:blank');
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => document.querySelector('shop-gauge')?.reply.timeline?.value?.program === 'my-own' && location.hash.includes('launched=2026-02-10'));
  assert.equal(await page.locator('input[name="enrolment.launched"]').inputValue(), '2026-02-10');
  assert.equal(await page.locator('.notices').count(), 0);
}));

test('the name of a store just saved is not proposed for the next one; the button of a month stands in line with its choice', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'Harbour');
  assert.equal(await page.locator('[name="store-name"]').inputValue(), '');
  await page.locator('[data-act="save"]').click();
  await until(async () => (await records(page)).length === 2, 'a second store');
  const names = (await records(page)).map(({name}) => name);
  assert.equal(names.filter((name) => name === 'Harbour').length, 1, `${names}`);
  const [select, button] = await Promise.all(['select[name="month"]', '[data-act="keep-month"]'].map((part) => page.locator(part).boundingBox()));
  assert.deepEqual([button.y, button.height], [select.y, select.height]);
}));
