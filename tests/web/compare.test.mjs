// Compare: another edition or the what-if beside today, what caused the difference, and what a side cannot use.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {editions, hash_of, phone, read_example, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const path_of = (url) => new URL(url).pathname.slice(1);
const documents_of = (program) => editions().filter((item) => item.program === program);

async function open(page, tab) {
  await page.locator('.form [data-action="example"]').click();
  await page.locator('.answer .result').waitFor();
  await page.locator('[data-action="desk"]').click();
  await page.locator(`#tab-${tab}`).click();
}

/** The engine's own comparison, on the page's own origin. */
const compared = (page, origin, program, request) => page.evaluate(async ({origin, program, list, request}) => {
  const {default: factory} = await import(`${origin}/engine/shopgauge_full.js`);
  const engine = await factory();
  for (const edition of list) engine.load(await (await fetch(`${origin}/programs/${program}/${edition}.json`)).text());
  return JSON.parse(engine.compare(JSON.stringify(request))).value;
}, {origin, program, list: documents_of(program).map(({edition}) => edition), request});

const store = 'douyin-experience-score';
const cells = (page, row) => page.locator(`#panel tr[data-row="${row}"] td`).allTextContents();

test('another edition: fetched when it is chosen, the older one on the left, with the causes that sum to the difference', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en&date=2026-09-20`}, async (page, {origin, requests}) => {
  await page.locator('.form [data-action="example"]').click();
  await page.locator('[data-action="desk"]').click();
  await page.locator('.tabs').waitFor();
  const wholes = () => requests.map(path_of).filter((path) => /\d{4}-\d{2}-\d{2}\.json$/.test(path));
  assert.deepEqual(wholes(), [`programs/${store}/2026-09-08.json`]);
  await page.locator('#tab-compare').click();
  await page.locator('#vs').selectOption('2026-05-07');
  await page.locator('[data-side="first"]', {hasText: '2026-05-07'}).waitFor();
  assert.ok(wholes().includes(`programs/${store}/2026-05-07.json`));
  assert.match(await hash_of(page), /&vs=2026-05-07/);
  const {sides: [first, second], difference} = await compared(page, origin, store, {...read_example(store), edition: '2026-09-08', sides: [{edition: '2026-05-07'}, {}]});
  assert.equal(await page.locator('[data-side="first"] .side-score strong').textContent(), String(first.score.value));
  assert.equal(await page.locator('[data-side="second"] .side-score strong').textContent(), String(second.score.value));
  assert.deepEqual(await cells(page, 'total'), [String(first.score.unrounded), String(second.score.unrounded), `+${difference.unrounded}`]);
  const causes = await page.locator('.causes tbody tr.depth-0 td:last-child').allTextContents();
  const sum = causes.reduce((total, text) => total + Number(text.replace('−', '-')), 0);
  assert.equal(Number(sum.toFixed(6)), difference.unrounded);
  // What the older rules cannot use is told by name, also where only the newer document has it.
  const ignored = page.locator('[data-ignored="first"]');
  assert.ok((await ignored.innerText()).includes(String(first.ignored.length)));
  await ignored.locator('summary').click();
  const document = documents_of(store).find(({edition}) => edition === '2026-09-08').document;
  for (const path of first.ignored) assert.ok((await ignored.innerText()).includes(document.metrics.find(({id}) => path === `/metrics/${id}`).title.en), path);
  for (const {id} of difference.gates) assert.equal(await page.locator(`#panel tr[data-cause="${id}"]`).count(), 1, id);
  const table = await texts('en');
  const own = difference.gates.find((gate) => gate.in === 'second');
  assert.ok((await page.locator(`#panel tr[data-cause="${own.id}"]`).innerText()).includes(table['page.compare.only_second']));
  assert.ok((await page.locator('[data-note="first"]').first().innerText()).includes(table['page.out_of_force']));
}));

test('names that only the other edition has are its own', () => with_page({hash: `#v=1&program=${store}&edition=2026-05-07&lang=zh-CN&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85`}, async (page) => {
  await page.locator('[data-action="desk"]').click();
  await page.locator('#tab-compare').click();
  await page.locator('#vs').selectOption('2026-09-08');
  await page.locator('[data-side="second"]', {hasText: '2026-09-08'}).waitFor();
  const newer = documents_of(store).find(({edition}) => edition === '2026-09-08').document;
  const gate = newer.gates.find(({id}) => id === 'mall_feed');
  await page.locator('tr[data-cause="mall_feed"]', {hasText: gate.title['zh-CN']}).waitFor();
}));

test('today against the what-if, with what caused the difference; a link brings it back', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`, viewport: phone}, async (page, {origin}) => {
  await open(page, 'what_if');
  await type(page, 'what_if.rating_mean', '4.81');
  await page.locator('#tab-compare').click();
  await page.locator('#vs').selectOption('what_if');
  await page.locator('[data-row="total"]').waitFor();
  const {sides: [first, second], difference} = await compared(page, origin, store, {...read_example(store), edition: '2026-09-08', sides: [{}, {metrics: {rating_mean: 4.81}}]});
  assert.deepEqual(await cells(page, 'total'), [String(first.score.unrounded), String(second.score.unrounded), `+${difference.unrounded}`]);
  const cause = await page.locator('tr[data-cause="goods"]').innerText();
  const table = await texts('en');
  for (const text of [table['cause.basis'], table['node_basis.given'], table['node_basis.anchored'], '+2.942308']) assert.ok(cause.includes(text), cause);
  const hash = await hash_of(page);
  assert.match(hash, /&w\.rating_mean=4\.81&vs=what_if$/);
  await page.goto('about:blank');
  await page.goto(`${origin}/${hash}`);
  await page.locator('tr[data-cause="goods"]').waitFor();
  assert.deepEqual(await cells(page, 'total'), [String(first.score.unrounded), String(second.score.unrounded), `+${difference.unrounded}`]);
}));

test('a verdict that turns, with the standard that turned it', () => with_page({hash: '#v=1&program=tiktok-shop-performance-sea&lang=en'}, async (page) => {
  const table = await texts('en');
  await open(page, 'what_if');
  await type(page, 'what_if.seller_fault_cancel_rate_week', '2');
  await page.locator('#tab-compare').click();
  await page.locator('[data-side="second"]').waitFor();
  assert.ok((await page.locator('[data-side="first"]').innerText()).includes(table['verdict.fail']));
  assert.ok((await page.locator('[data-side="second"]').innerText()).includes(table['verdict.pass']));
  const row = page.locator('tr[data-cause="seller_fault_cancel_rate_week"]');
  assert.deepEqual((await row.locator('td').allInnerTexts()).map((text) => text.trim()), [table['met.false'], table['met.true']]);
  assert.match(await row.innerText(), /below 2\.5%/);
}));

test('a single edition has nothing to compare until a number is tried', () => with_page({hash: '#v=1&program=tiktok-shop-performance-sea&lang=en'}, async (page) => {
  await open(page, 'compare');
  await page.locator('#panel').getByText((await texts('en'))['page.compare.nothing']).waitFor();
}));

test('an edition that cannot be fetched says so and may be tried again', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`}, async (page) => {
  await open(page, 'plan');
  await page.route('**/2026-07-14.json', (route) => route.fulfill({body: 'nonsense'}));
  await page.locator('#tab-compare').click();
  await page.locator('#panel [role="alert"]').waitFor();
  await page.unroute('**/2026-07-14.json');
  await page.locator('#panel [role="alert"] ~ .buttons button').click();
  await page.locator('[data-row="total"]').waitFor();
}));
