// The example, an empty form or another edition costs a seller nothing: neither what is kept nor what was typed.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, download, hash_of, load_example, open_sheet, phone, reach, set_up, shows, tear_down, texts, type, until, with_page} from './fixture.mjs';
import {keep_month, records, save_store} from './kept.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85';
const flagship = '#v=1&program=douyin-flagship&edition=2026-06-02&lang=en&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01' +
  '&m.experience_score_mean_30d=79&m.settled_gmv_30d=40000&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000' +
  '&mo.2026-09.m.experience_score_mean_30d=71&mo.2026-09.m.settled_gmv_30d=51000&mo.2026-10=pass&goal=pass';

const fields_of = (hash) => Object.fromEntries([...new URLSearchParams(hash.slice(1))].filter(([key]) => !['v', 'program', 'edition', 'lang', 'theme'].includes(key)));
const sheet = async (page, program) => (await records(page))[0]?.sheets[program];
const kept_fields = async (page, program = 'douyin-experience-score') => Object.fromEntries((await sheet(page, program))?.fields ?? []);

const note = (page) => page.locator('shop-notes [data-note="replaced"]');
const way = async (page, key, params = {}) => {
  const label = Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), (await texts('en'))[key]);
  return note(page).getByRole('button', {name: label, exact: true});
};
const undo = async (page) => (await way(page, 'page.tools.undo')).click();
const said = async (page, key, params = {}) => {
  const text = Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), (await texts('en'))[key]);
  await note(page).getByText(text, {exact: true}).waitFor();
};

async function clear(page) {
  const button = page.locator('.form [data-action="clear"]');
  await reach(page, button);
  await button.click();
  await page.waitForFunction(() => ![...document.querySelector('shop-gauge').state().fields.keys()].some((key) => /^[mg]\./.test(key)));
}

/** The name in the top bar: that of the open store. */
const opened = (page, name) => page.locator('shop-tools [data-tool="stores"]').getByText(name, {exact: true}).waitFor();

/** Longer than the page waits until it saves by itself. */
const patience = (page) => page.waitForTimeout(1100);

const choose = (page, program) => page.locator('select[name="program"]').selectOption(program);

test('what was typed for one store is never another one’s', () => with_page({hash: score}, async (page) => {
  const sales = 'settled_gmv_30d';
  const harbour = {'m.settled_gmv_30d': '41000'};
  const of_flagship = async (name) => Object.fromEntries((await records(page)).find((store) => store.name === name).sheets['douyin-flagship']?.fields ?? []);
  const shown = async () => Object.fromEntries(Object.entries(fields_of(await hash_of(page))).filter(([key]) => key.startsWith('m.')));
  const open = async (name) => {
    await open_sheet(page, 'stores');
    await page.locator(`[data-store="${name}"] [data-act="open"]`).click();
    await opened(page, name);
  };
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await choose(page, 'douyin-flagship');
  await type(page, sales, '41000');
  await until(async () => (await of_flagship('Harbour'))['m.settled_gmv_30d'] === '41000', 'saved');
  await choose(page, 'douyin-experience-score');
  await shows(page, 'g.goods=69');
  await clear(page);
  await type(page, 'given.goods', '50');
  await save_store(page, 'Lake');
  await close_sheet(page);
  await choose(page, 'douyin-flagship');
  await page.locator(`input[name="${sales}"]`).waitFor({state: 'attached'});
  await patience(page);
  assert.deepEqual(await shown(), {});
  await open('Harbour');
  await choose(page, 'douyin-flagship');
  await shows(page, 'm.settled_gmv_30d=41000');
  await choose(page, 'douyin-experience-score');
  await shows(page, 'g.goods=69');
  await open('Lake');
  await choose(page, 'douyin-flagship');
  await page.locator(`input[name="${sales}"]`).waitFor({state: 'attached'});
  await patience(page);
  assert.deepEqual(await shown(), {});
  assert.deepEqual(await of_flagship('Lake'), {});
  assert.deepEqual(await of_flagship('Harbour'), harbour);
}));

for (const [press, run, told] of [['Example', load_example, 'example'], ['Clear', clear, 'clear']]) {
  test(`${press}: the open store keeps all its numbers, also the last one typed, and comes back with one press`, () => with_page({hash: score}, async (page) => {
    await save_store(page, 'Harbour');
    await close_sheet(page);
    const input = page.locator('input[name="given.goods"]');
    // Pressed before what was typed could be saved by itself.
    await input.fill('71');
    await run(page);
    await said(page, `page.tools.replaced.store.${told}`, {name: 'Harbour'});
    await opened(page, 'My stores');
    await type(page, 'given.service', '12');
    await patience(page);
    assert.deepEqual(await kept_fields(page), {...fields_of(score), 'g.goods': '71'});
    await undo(page);
    await shows(page, 'g.goods=71');
    assert.deepEqual(fields_of(await hash_of(page)), {...fields_of(score), 'g.goods': '71'});
    await opened(page, 'Harbour');
    await note(page).waitFor({state: 'detached'});
    await type(page, 'given.goods', '72');
    await until(async () => (await kept_fields(page))['g.goods'] === '72', 'saved again');
  }));

  test(`${press}: numbers of no store come back with one press, and with the browser's way back`, () => with_page({hash: score, viewport: phone}, async (page) => {
    const typed = fields_of(score);
    await page.locator('shop-tools [data-tool="menu"]').waitFor();
    await run(page);
    await reach(page, note(page));
    await said(page, `page.tools.replaced.typed.${told}`);
    await undo(page);
    await shows(page, 'g.goods=69');
    assert.deepEqual(fields_of(await hash_of(page)), typed);
    await note(page).waitFor({state: 'detached'});
    await run(page);
    await note(page).waitFor();
    await page.goBack();
    await shows(page, 'g.goods=69');
    assert.deepEqual(fields_of(await hash_of(page)), typed);
    // What the note speaks of is no longer so.
    await note(page).waitFor({state: 'detached'});
  }));
}

test('an emptied form may go on in its store, and only then does the store follow it', () => with_page({hash: score}, async (page) => {
  await save_store(page, 'Harbour');
  await keep_month(page, '2026-09');
  await close_sheet(page);
  await clear(page);
  await (await way(page, 'page.tools.replaced.go_on', {name: 'Harbour'})).click();
  await opened(page, 'Harbour');
  await note(page).waitFor({state: 'detached'});
  await type(page, 'given.goods', '50');
  await until(async () => (await kept_fields(page))['g.goods'] === '50', 'saved');
  assert.deepEqual(await kept_fields(page), {'g.goods': '50'});
  assert.equal((await records(page))[0].months.length, 1);
}));

test('one after the other: each press of Undo goes one step back, and nothing that was typed is skipped', () => with_page({hash: score}, async (page) => {
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  await load_example(page);
  await note(page).waitFor();
  // The example's own numbers are nobody's: the way back still leads to what was typed.
  await clear(page);
  await undo(page);
  await shows(page, 'g.goods=69');
  await note(page).waitFor({state: 'detached'});
  await load_example(page);
  await note(page).waitFor();
  await type(page, 'given.goods', '33');
  await clear(page);
  await undo(page);
  await shows(page, 'g.goods=33');
  await undo(page);
  await shows(page, 'g.goods=69');
  assert.deepEqual(fields_of(await hash_of(page)), fields_of(score));
  await note(page).waitFor({state: 'detached'});
}));

test('where nothing was typed the example has nothing to say; a note of it can be closed', () => with_page({hash: '#v=1&program=douyin-experience-score&lang=en'}, async (page) => {
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  await load_example(page);
  await patience(page);
  assert.equal(await note(page).count(), 0);
  await type(page, 'given.goods', '33');
  await clear(page);
  await (await way(page, 'page.tools.close')).click();
  await note(page).waitFor({state: 'detached'});
}));

test('the way back leads to the edition that was shown before the example\'s', () => with_page({hash: score.replace('2026-09-08', '2026-07-14')}, async (page) => {
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await load_example(page);
  await note(page).waitFor();
  await patience(page);
  assert.equal((await sheet(page, 'douyin-experience-score')).edition, '2026-07-14');
  await undo(page);
  await shows(page, 'edition=2026-07-14');
  await shows(page, 'g.goods=69');
  await opened(page, 'Harbour');
}));

test('an example that cannot be fetched changes nothing', () => with_page({hash: score}, async (page, {wrong}) => {
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await page.route('**/example.request.json', (route) => route.abort());
  await page.locator('.form [data-action="example"]').click();
  await page.locator('.notices').waitFor();
  wrong.length = 0;
  assert.equal(await note(page).count(), 0);
  await opened(page, 'Harbour');
  await type(page, 'given.goods', '72');
  await until(async () => (await kept_fields(page))['g.goods'] === '72', 'saved');
}));

test('the store was changed elsewhere meanwhile: the way back writes over nothing without a word', () => with_page({hash: score}, async (page, {context, origin}) => {
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await clear(page);
  const other = await context.newPage();
  await other.goto(`${origin}/`);
  await shows(other, 'g.goods=69');
  await type(other, 'given.goods', '33');
  await until(async () => (await kept_fields(page))['g.goods'] === '33', 'the other tab saved');
  await undo(page);
  await shows(page, 'g.goods=69');
  const told = page.locator('shop-notes [data-note="other-tab"]');
  await told.waitFor();
  await told.getByText((await texts('en'))['page.tools.other_tab.take']).click();
  await shows(page, 'g.goods=33');
}));

/** Not every edition has something to read. The address is written before the page has it. */
const has = (page, part) => page.waitForFunction((part) => {
  const [key, text] = part.split('=');
  const element = document.querySelector('shop-gauge');
  return decodeURIComponent(location.hash).includes(part) && element?.state().fields.get(key) === text && location.hash.includes(`edition=${element.view()?.document.edition}`);
}, part);

const edition = async (page, id) => {
  await page.locator('select[name="edition"]').selectOption(id);
  await page.waitForFunction((id) => document.querySelector('shop-gauge').view()?.document.edition === id, id);
};

test('a look at another edition and back, also over a reload, takes nothing from the store', () => with_page({hash: flagship}, async (page, {context, origin}) => {
  const all = fields_of(flagship);
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await edition(page, '2022-07-15');
  // Months' own numbers and the goal speak of an edition: fewer fields move along.
  assert.ok(Object.keys(fields_of(await hash_of(page))).length < Object.keys(all).length);
  await patience(page);
  assert.deepEqual(await kept_fields(page, 'douyin-flagship'), all);
  assert.equal((await sheet(page, 'douyin-flagship')).edition, '2026-06-02');
  await edition(page, '2026-06-02');
  await shows(page, 'mo.2026-09.m.settled_gmv_30d=51000');
  await edition(page, '2022-07-15');
  await page.reload();
  await opened(page, 'Harbour');
  await patience(page);
  assert.deepEqual(await kept_fields(page, 'douyin-flagship'), all);
  await edition(page, '2026-06-02');
  await shows(page, 'mo.2026-09.m.settled_gmv_30d=51000');
  assert.deepEqual(fields_of(await hash_of(page)), all);
  // A visit without an address opens what was typed, not what was looked at.
  await edition(page, '2022-07-15');
  const next = await context.newPage();
  await next.goto(`${origin}/`);
  await shows(next, 'mo.2026-09.m.settled_gmv_30d=51000');
}));

test('what is typed under another edition is kept beside the first, over reloads, in a file, and in another tab', () => with_page({hash: flagship}, async (page, {context, origin}) => {
  const all = fields_of(flagship);
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await edition(page, '2022-07-15');
  // With what is looked at open again after a reload, typing goes into the store.
  await page.reload();
  await opened(page, 'Harbour');
  await page.evaluate(() => document.querySelector('shop-gauge').view().actions.commit('mo.2026-08', 'fail'));
  await until(async () => (await sheet(page, 'douyin-flagship')).edition === '2022-07-15', 'the second edition');
  assert.equal((await kept_fields(page, 'douyin-flagship'))['mo.2026-08'], 'fail');
  await page.reload();
  await opened(page, 'Harbour');
  await edition(page, '2026-06-02');
  await has(page, 'mo.2026-09.m.settled_gmv_30d=51000');
  assert.deepEqual(fields_of(await hash_of(page)), all);
  await edition(page, '2022-07-15');
  await has(page, 'mo.2026-08=fail');
  await patience(page);
  // Another tab works under the first edition; this one goes on under the second: both stay.
  const other = await context.newPage();
  await other.goto(`${origin}/`);
  await has(other, 'mo.2026-08=fail');
  await edition(other, '2026-06-02');
  await has(other, 'mo.2026-09.m.settled_gmv_30d=51000');
  await other.evaluate(() => document.querySelector('shop-gauge').view().actions.commit('m.settled_gmv_30d', '40001'));
  await until(async () => (await kept_fields(page, 'douyin-flagship'))['m.settled_gmv_30d'] === '40001', 'the other tab saved');
  await page.evaluate(() => document.querySelector('shop-gauge').view().actions.commit('mo.2026-08', 'pass'));
  await until(async () => (await kept_fields(page, 'douyin-flagship'))['mo.2026-08'] === 'pass', 'this tab saved');
  await other.close();
  await page.reload();
  await opened(page, 'Harbour');
  await edition(page, '2026-06-02');
  await has(page, 'm.settled_gmv_30d=40001');
  await until(async () => (await sheet(page, 'douyin-flagship')).edition === '2026-06-02', 'shown last');
  await open_sheet(page, 'stores');
  const {text} = await download(page, () => page.locator('[data-act="export"]').click());
  await with_page({hash: '#v=1&lang=en'}, async (there) => {
    await open_sheet(there, 'stores');
    await there.locator('input[name="stores-file"]').setInputFiles({name: 'stores.json', mimeType: 'application/json', buffer: Buffer.from(text)});
    await there.locator('[data-act="take-in"]').click();
    await there.locator('[data-store="Harbour"] [data-act="open"]').click();
    await has(there, 'm.settled_gmv_30d=40001');
    await edition(there, '2022-07-15');
    await has(there, 'mo.2026-08=pass');
  });
}));

test('what was typed just before the look is saved too', () => with_page({hash: flagship}, async (page) => {
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await page.evaluate(() => document.querySelector('shop-gauge').view().actions.commit('m.settled_gmv_30d', '40002'));
  await edition(page, '2022-07-15');
  await patience(page);
  assert.deepEqual(await kept_fields(page, 'douyin-flagship'), {...fields_of(flagship), 'm.settled_gmv_30d': '40002'});
}));

test('a month kept during a look leaves the numbers of the store as they were', () => with_page({hash: `${score}&vs=2026-05-07`}, async (page) => {
  await save_store(page, 'Harbour');
  await close_sheet(page);
  await edition(page, '2026-07-14');
  await open_sheet(page, 'stores');
  await keep_month(page, '2026-09');
  assert.equal((await records(page))[0].months[0].edition, '2026-07-14');
  assert.equal((await sheet(page, 'douyin-experience-score')).edition, '2026-09-08');
  assert.deepEqual(await kept_fields(page), {...fields_of(score), vs: '2026-05-07'});
}));

test('a store of an earlier version, with a sheet for each program alone, is read, shown and written; so is its file', () => with_page({hash: '#v=1&lang=en'}, async (page, {origin}) => {
  const store = {
    id: 'a1', name: 'Old', program: 'douyin-flagship', sheets: {'douyin-flagship': {edition: '2026-06-02', fields: Object.entries(fields_of(flagship))}},
    months: [], saved: '2026-11-01T00:00:00.000Z', revision: 4,
  };
  await open_sheet(page, 'stores');
  const file = {format: 'shopgauge-stores', version: 1, stores: [{...store, id: 'b1', name: 'From a file'}]};
  await page.locator('input[name="stores-file"]').setInputFiles({name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file))});
  await page.locator('[data-act="take-in"]').click();
  await page.locator('[data-store="From a file"]').waitFor();
  await page.evaluate((store) => new Promise((done) => {
    const asked = indexedDB.open('shopgauge');
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('stores', 'readwrite');
      transaction.objectStore('stores').put(store);
      transaction.oncomplete = () => {
        asked.result.close();
        done();
      };
    };
  }), store);
  await page.goto(`${origin}/#v=1&lang=en`);
  await page.reload();
  await open_sheet(page, 'stores');
  await page.locator('[data-store="Old"] [data-act="open"]').click();
  await shows(page, 'mo.2026-09.m.settled_gmv_30d=51000');
  await type(page, 'settled_gmv_30d', '40003');
  const old = async () => (await records(page)).find(({id}) => id === 'a1');
  await until(async () => (await old()).revision === 5, 'written');
  const {sheets, other_editions} = await old();
  assert.deepEqual([Object.keys(sheets), other_editions], [['douyin-flagship'], undefined]);
  assert.equal(new Map(sheets['douyin-flagship'].fields).get('m.settled_gmv_30d'), '40003');
}));

test('a store that could not be deleted is not called deleted; the same press is offered again', () => with_page({hash: score}, async (page) => {
  const table = await texts('en');
  await save_store(page, 'Harbour');
  await page.evaluate(() => {
    window.own_delete = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('no', 'UnknownError');
    };
  });
  await page.locator('[data-act="remove"]').click();
  const failed = page.locator('shop-notes [data-note="not-kept"]');
  await failed.getByText(table['page.tools.fault.broken']).waitFor();
  assert.equal(await page.locator('shop-notes [data-note="removed"]').count(), 0);
  assert.equal((await records(page)).length, 1);
  await page.evaluate(() => (IDBObjectStore.prototype.delete = window.own_delete));
  await close_sheet(page);
  await failed.getByText(table['page.tools.try_again']).click();
  await page.locator('shop-notes [data-note="removed"]').waitFor();
  await failed.waitFor({state: 'detached'});
  assert.equal((await records(page)).length, 0);
}));
