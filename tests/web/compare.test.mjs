// Compare: another edition, a what-if, a kept scenario, a store or a month beside today, what caused the difference, and what a side cannot use.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, download, editions, hash_of, load_example, open_desk, open_sheet, phone, reach, read_example, set_up, shows, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const path_of = (url) => new URL(url).pathname.slice(1);
const documents_of = (program) => editions().filter((item) => item.program === program);

async function open(page, tab) {
  await load_example(page);
  await open_desk(page);
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
  await load_example(page);
  await open_desk(page);
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
  await open_desk(page);
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

const readings = `#v=1&program=${store}&edition=2026-09-08&lang=en&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.rating_mean=4.69&m.quality_return_rate=67/5000`;
const request_of = ({edition = '2026-09-08', ...own}) => ({program: store, edition, date: '2026-09-20', metrics: {valid_paid_orders: 4000, rating_mean: 4.69, quality_return_rate: {num: 67, den: 5000}}, given: {goods: 69, logistics: 99, service: 85}, ...own});

/** The tab, for a page that is shown already. */
async function open_compare(page) {
  await reach(page, page.locator('#view-do'));
  await open_desk(page);
  await page.locator('#tab-compare').click();
  await page.locator('#panel').waitFor();
}

async function save_as(page, name) {
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill(name);
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').getByText(name, {exact: true}).waitFor();
  await close_sheet(page);
}

const choices = (page, id = 'vs') => page.locator(`#${id} option`).evaluateAll((list) => list.map(({value, textContent}) => [value, textContent.trim()]));

/** Chooses by what the list says. */
const choose = (page, name, id = 'vs') => page.locator(`#${id}`).selectOption({label: name});

test('two stores: each with its own numbers, the causes by name, and the same as CSV', () => with_page({hash: readings, viewport: phone}, async (page, {origin}) => {
  await save_as(page, '小王女装');
  await page.evaluate(() => (location.hash = location.hash.replace('g.goods=69', 'g.goods=80').replace('4.69', '4.82')));
  await shows(page, 'g.goods=80');
  await save_as(page, 'North shop');
  await open_compare(page);
  await choose(page, '小王女装');
  await page.locator('[data-side="second"]', {hasText: '小王女装'}).waitFor();
  assert.ok((await page.locator('[data-side="first"]').innerText()).includes('North shop'));
  const own = request_of({metrics: {valid_paid_orders: 4000, rating_mean: 4.82, quality_return_rate: {num: 67, den: 5000}}, given: {goods: 80, logistics: 99, service: 85}});
  const {sides: [first, second], difference} = await compared(page, origin, store, {sides: [own, request_of({})]});
  assert.notEqual(first.score.value, second.score.value);
  assert.deepEqual(await cells(page, 'total'), [String(first.score.unrounded), String(second.score.unrounded), `−${-difference.unrounded}`]);
  const cause = await page.locator('tr[data-cause="goods"]').innerText();
  assert.match(cause, /score in the back office: 80 → 69/);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
  const {name, text} = await download(page, () => page.locator('[data-action="comparison-csv"]').click());
  assert.equal(name, `shopgauge-${store}-compare.csv`);
  const lines = text.replace('\ufeff', '').trim().split('\r\n').map((line) => line.split(','));
  assert.deepEqual(lines[0].slice(1, 3), ['North shop', '小王女装']);
  assert.deepEqual(lines.find((line) => line.at(-1) === 'unrounded').slice(1, 4), [first.score.unrounded, second.score.unrounded, difference.unrounded].map(String));
  const parts = lines.filter((line) => difference.nodes.some(({id}) => id === line.at(-1)));
  assert.equal(parts.length, difference.nodes.length);
  // Sums of the parts that moved are the difference.
  assert.equal(Number(parts.reduce((sum, line) => sum + Number(line[3]), 0).toFixed(6)), difference.unrounded);
  assert.match(await hash_of(page), /&vs=kept\.[0-9a-f]{24}$/);
}));

const open_bonus = `${readings}&m.next_day_rate=?`;

test('a bonus that is open on one side is a range in the table and in its CSV, never 0', () => with_page({hash: `${open_bonus}&w.next_day_rate=80%25&vs=what_if`}, async (page, {origin}) => {
  await page.getByTestId('comparison').waitFor();
  const request = request_of({});
  const {sides: [first, second], difference} = await compared(page, origin, store, {...request, metrics: {...request.metrics, next_day_rate: null}, sides: [{}, {metrics: {next_day_rate: {percent: 80}}}]});
  // The rule: 5 points from 20% on. Today they may or may not be there; in the what-if they are.
  assert.deepEqual([first.score.value, second.score.unrounded - first.score.unrounded_low, second.score.unrounded - first.score.unrounded_high], [undefined, 5, 0]);
  assert.deepEqual(await cells(page, 'total'), [`${first.score.unrounded_low}–${first.score.unrounded_high}`, String(second.score.unrounded), '0–5']);
  assert.equal((await cells(page, 'shown')).at(-1), '0–5');
  assert.deepEqual(await page.locator('tr[data-cause="next_day_rate"] td').allTextContents(), ['0–5', '5', '0–5']);
  assert.ok(difference.adjustments.some(({id}) => id === 'next_day_rate'));
  const {text} = await download(page, () => page.locator('[data-action="comparison-csv"]').click());
  const lines = text.trim().split('\r\n').map((line) => line.split(','));
  const row = (id) => lines.find((line) => line.at(-1) === id).slice(1, 4);
  assert.deepEqual(row('next_day_rate'), ['0–5', '5', '0–5']);
  assert.deepEqual(row('unrounded'), [`${first.score.unrounded_low}–${first.score.unrounded_high}`, String(second.score.unrounded), '0–5']);
  assert.deepEqual(row('score'), [`${first.score.low}–${first.score.high}`, String(second.score.value), '0–5']);
}));

test('several beside today: an open bonus and an open dimension are ranges', () => with_page({hash: `${open_bonus.replace('&g.logistics=99', '')}&s.1=Fast~next_day_rate~80%25&s.2=Stars~rating_mean~4.8&vs=s.1,s.2`}, async (page) => {
  await page.getByTestId('overview').waitFor();
  const texts_in = (row) => page.locator(`.overview tr[data-row="${row}"] td`).evaluateAll((list) => list.map((cell) => cell.childNodes[0].nodeType === 8 ? cell.childNodes[1].textContent : cell.textContent));
  assert.deepEqual((await texts_in('next_day_rate')).map((text) => text.trim()), ['0–5', '+5', '0–5']);
  for (const text of await texts_in('logistics')) assert.match(text, /^[\d.]+–[\d.]+/);
  assert.match(await page.locator('.overview tr[data-row="score"] td .change').first().textContent(), /^0–5$/);
  const {text} = await download(page, () => page.locator('[data-action="comparison-csv"]').click());
  assert.deepEqual(text.split('\r\n').find((line) => line.endsWith(',next_day_rate')).split(',').slice(1, 4), ['0–5', '+5', '0–5']);
}));

test('a store that was typed for an older edition is judged by the rules on the page, and that is said', () => with_page({hash: readings.replace('2026-09-08', '2026-05-07'), viewport: phone}, async (page) => {
  await save_as(page, 'old one');
  await page.evaluate((hash) => (location.hash = hash), `${readings}&g.service=60`);
  await shows(page, 'g.service=60');
  await open_compare(page);
  await choose(page, 'old one');
  await page.locator('[data-testid="typed-for"]').waitFor();
  assert.match(await page.getByTestId('typed-for').innerText(), /2026-05-07.*2026-09-08/s);
  assert.ok((await page.locator('[data-side="first"]').innerText()).includes((await texts('en'))['page.form.title']));
}));

test('a month that was kept stands on the left of today, under the edition of its day', () => with_page({hash: readings.replace('2026-09-08', '2026-07-14').replace('2026-09-20', '2026-08-20'), viewport: phone}, async (page, {origin}) => {
  await save_as(page, 'mine');
  await open_sheet(page, 'stores');
  await page.locator('select[name="month"]').selectOption('2026-08');
  await page.locator('[data-act="keep-month"]').click();
  await page.locator('tr[data-month="2026-08"]').waitFor();
  await close_sheet(page);
  await page.locator('select[name="edition"]').selectOption('2026-09-08');
  await shows(page, 'edition=2026-09-08');
  await type(page, 'given.goods', '75');
  await open_compare(page);
  await choose(page, 'Aug 2026 (edition 2026-07-14)');
  await page.locator('[data-side="first"]', {hasText: 'Aug 2026'}).waitFor();
  assert.ok((await page.locator('[data-side="second"]').innerText()).includes((await texts('en'))['page.what_if.today']));
  const then = request_of({edition: '2026-07-14', date: '2026-08-20'});
  const {sides: [first, second], difference} = await compared(page, origin, store, {sides: [then, request_of({date: '2026-08-20', given: {goods: 75, logistics: 99, service: 85}})]});
  assert.deepEqual(await cells(page, 'total'), [String(first.score.unrounded), String(second.score.unrounded), `+${difference.unrounded}`]);
  assert.equal(await page.locator('[data-side="first"] .side-score strong').textContent(), String(first.score.value));
}));

test('scenarios: kept under a name, put on the desk again, three beside today; a link brings them', () => with_page({hash: readings, viewport: phone}, async (page, {origin}) => {
  await open_desk(page);
  await page.locator('#tab-what_if').click();
  await type(page, 'what_if.rating_mean', '4.81');
  await page.locator('[name="scenario"]').fill('Better~reviews');
  await page.locator('[data-action="keep-scenario"]').click();
  await page.locator('[data-scenario="s.1"]', {hasText: 'Better reviews'}).waitFor();
  assert.match(await page.locator('[data-scenario="s.1"]').innerText(), /4\.81/);
  await page.locator('[data-action="reset"]').click();
  await type(page, 'what_if.quality_return_rate', '0.94');
  await page.locator('[data-action="keep-scenario"]').click();
  await page.locator('[data-scenario="s.2"]', {hasText: 'Scenario 2'}).waitFor();
  await page.locator('[data-action="reset"]').click();
  assert.match(await hash_of(page), /&s\.1=Better%20reviews~rating_mean~4\.81&s\.2=Scenario%202~quality_return_rate~0\.94%25/);
  await page.locator('[data-scenario="s.1"] [data-action="use-scenario"]').click();
  assert.equal(await page.locator('input[name="what_if.rating_mean"]').inputValue(), '4.81');
  await page.locator('[data-action="compare-scenarios"]').click();
  await page.getByTestId('overview').waitFor();
  await page.locator('#vs-3').selectOption('2026-07-14');
  const request = request_of({});
  const others = [{metrics: {rating_mean: 4.81}}, {metrics: {quality_return_rate: {percent: 0.94}}}, {edition: '2026-07-14'}];
  const values = await Promise.all(others.map((side) => compared(page, origin, store, {...request, sides: [{}, side]})));
  await page.locator('.overview th', {hasText: '2026-07-14'}).waitFor();
  const shown = await page.locator('.overview tr[data-row="score"] td').evaluateAll((list) => list.map((cell) => cell.childNodes[1]?.textContent ?? cell.textContent));
  assert.deepEqual((await page.locator('.overview thead th').allTextContents()), ['Today', 'Better reviews', 'Scenario 2', '2026-07-14']);
  const expected = [values[0].sides[0].score.value, ...values.map(({sides}) => sides[1].score.value)];
  assert.deepEqual(shown.map((text) => Number(text.trim())), expected);
  const by = await page.locator('.overview tr[data-row="score"] td .change').allTextContents();
  assert.deepEqual(by.map((text) => Number(text.replace('−', '-'))), values.map(({difference}) => difference.value).filter((value) => value));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
  const hash = await hash_of(page);
  assert.match(hash, /&vs=s\.1,s\.2,2026-07-14/);
  await page.goto('about:blank');
  await page.goto(`${origin}/${hash}`);
  await page.getByTestId('overview').waitFor();
  assert.equal(await page.locator('.overview tr[data-row="score"] td').count(), 4);
  const {text} = await download(page, () => page.locator('[data-action="comparison-csv"]').click());
  const line = text.split('\r\n').find((row) => row.endsWith(',score')).split(',');
  assert.deepEqual(line.slice(1, 5).map(Number), expected);
  await page.locator('#vs-3').selectOption('');
  await page.locator('#vs-2').selectOption('');
  await page.getByTestId('comparison').waitFor();
  assert.match(await hash_of(page), /&vs=s\.1(&|$)/);
}));

test('a scenario that is dropped is gone; nine are the most', () => with_page({hash: `${readings}&w.rating_mean=4.9${Array.from({length: 9}, (_, at) => `&s.${at + 1}=plan ${at + 1}~rating_mean~4.8`).join('')}`}, async (page) => {
  await page.locator('[data-scenario="s.9"]').waitFor();
  assert.equal(await page.locator('[data-action="keep-scenario"]').count(), 0);
  await page.locator('[data-scenario="s.4"] [data-action="drop-scenario"]').click();
  await page.locator('[data-scenario="s.4"]').waitFor({state: 'detached'});
  await page.locator('[data-action="keep-scenario"]').click();
  await page.locator('[data-scenario="s.4"]', {hasText: 'Scenario 4'}).waitFor();
}));

test('a link that compares with a store of another device says so and shows something', () => with_page({hash: `${readings}&vs=kept.0123456789abcdef01234567`}, async (page) => {
  await page.getByTestId('lost').waitFor();
  await page.getByTestId('comparison').waitFor();
}));

test('a page that embeds the element hands over readings of its own', () => with_page({hash: readings}, async (page) => {
  await open_compare(page);
  await page.locator('shop-gauge').evaluate((element, fields) => {
    element.sides = {here: 'Ours', others: [{id: 'erp.2', name: 'Theirs', program: element.program, edition: element.edition, fields}, {id: 'x', name: 'Elsewhere', program: 'ebay-seller-standards', edition: '2026-01-01', fields}]};
    element.requestUpdate();
  }, [['g.goods', '50'], ['g.logistics', '99'], ['g.service', '85']]);
  await choose(page, 'Theirs');
  await page.locator('[data-side="second"]', {hasText: 'Theirs'}).waitFor();
  assert.match(await page.locator('tr[data-cause="goods"]').innerText(), /69 → 50/);
  assert.ok(!(await choices(page)).some(([, text]) => text === 'Elsewhere'));
}));
