// Paper and files: one A4 page with figures, trace, edition, sources, date and a link back; CSV, JSON and a calendar file (RFC 5545).
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {download, editions, load_example, open_sheet, reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes';
const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&date=2022-08-20&until=2022-12-31&e.opened=2022-01-04&e.first_assessed=2022-01-04&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail';

const pages_in = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

const programs = [...new Set(editions().map(({program}) => program))];

for (const lang of ['zh-CN', 'en']) {
  test(`the example store of every program is one page of A4 (${lang})`, async () => {
    for (const program of programs) {
      await with_page({hash: `#v=1&program=${program}&lang=${lang}`}, async (page) => {
        await page.locator('shop-tools [data-tool="menu"]').waitFor();
        await load_example(page);
        const pdf = await page.pdf({preferCSSPageSize: true});
        assert.doesNotMatch(await printed(page), /(page|enrolment|choice|unit|event|phase)\.[a-z_]/, program);
        assert.equal(pages_in(pdf), 1, program);
        const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'));
        assert.ok(Math.abs(width - 595.3) < 2 && Math.abs(height - 841.9) < 2, `${width} × ${height}`);
      });
    }
  });
}

/** The report as it is printed. */
async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({media: 'print'});
  const text = await page.locator('shop-report').evaluate((paper) => [...paper.shadowRoot.children].map((part) => part.innerText).join('\n'));
  await page.emulateMedia({media: 'screen'});
  return text;
}

test('the report has figures, trace, edition, sources, date and a link back; the page itself is not on it', () => with_page({hash: score, scheme: 'dark'}, async (page) => {
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  const {document} = editions().find(({program, edition}) => program === 'douyin-experience-score' && edition === '2026-09-08');
  const {assess: {value}} = await reply(page);
  const text = await printed(page);
  assert.ok(text.includes(document.title.en));
  assert.ok(text.includes('2026-09-08'));
  assert.ok(text.includes(String(value.score.value)));
  for (const node of value.nodes) assert.ok(text.includes(`+${node.contribution}`), node.id);
  for (const source of document.sources) assert.ok(text.includes(source.title.en) && (!source.url || text.includes(source.url)), source.id);
  assert.ok(text.includes('4000'));
  assert.ok(text.includes(await page.evaluate(() => location.href)));
  const today = new Intl.DateTimeFormat('en-GB', {timeZone: document.time_zone, dateStyle: 'long'}).format(new Date());
  assert.ok(text.includes(today), today);
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.locator('main').isVisible(), false);
  assert.deepEqual(await page.locator('shop-report').evaluate((paper) => [getComputedStyle(paper).backgroundColor, getComputedStyle(paper).color]), ['rgb(255, 255, 255)', 'rgb(17, 17, 17)']);
}));

test('paper asks for what the page asks for: the score of a dimension of which nothing was entered', () => with_page({hash: score.replace('&g.service=85', '')}, async (page) => {
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  const asked = await page.getByTestId('basis').locator('span').evaluate((line) => [...line.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE).map(({data}) => data.trim()).join(' ').trim());
  const {'page.sure.score_of': words, 'page.sure.partial': sentence} = await texts('en');
  const {document} = editions().find(({program, edition}) => program === 'douyin-experience-score' && edition === '2026-09-08');
  const {title} = document.score.nodes.find(({id}) => id === 'service');
  assert.equal(asked, sentence.replace('{names}', words.replace('{name}', title.en)));
  const paper = await printed(page);
  assert.ok(paper.includes(asked), paper);
}));

test('numbers that open a drawer on the page are numbers on paper: none looks like a button', () => with_page({hash: score}, async (page) => {
  await page.locator('[data-told]').first().waitFor();
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({media: 'print'});
  const looks = await page.locator('shop-report').evaluate(({shadowRoot}) => [...shadowRoot.querySelectorAll('button')].map((button) => {
    const {borderTopWidth, paddingLeft, backgroundColor, fontSize} = getComputedStyle(button);
    return [borderTopWidth, paddingLeft, backgroundColor, fontSize === getComputedStyle(button.parentElement).fontSize].join(' ');
  }));
  assert.ok(looks.length > 5, `${looks.length} buttons`);
  assert.deepEqual([...new Set(looks)], ['0px 0px rgba(0, 0, 0, 0) true']);
}));

test('the menu prints, and what is on paper is the state of the moment', () => with_page({hash: score}, async (page) => {
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))));
  await type(page, 'given.goods', '31');
  await page.locator('shop-tools [data-tool="menu"]').click();
  await page.locator('[data-item="print"]').click();
  await page.waitForFunction(() => document.querySelector('shop-report').shadowRoot.textContent.includes('g.goods=31'));
}));

async function file_of(page, item) {
  await page.locator('shop-tools [data-tool="menu"]').click();
  return download(page, () => page.locator(`[data-item="${item}"]`).click());
}

test('CSV: readable by spreadsheets, and no cell of it is a formula', () => with_page({hash: `${score.replace('g.service=85', 'g.service=%3DHYPERLINK(1)')}`}, async (page) => {
  const {name, text} = await file_of(page, 'csv');
  assert.match(name, /^shopgauge-douyin-experience-score-2026-09-20\.csv$/);
  assert.ok(text.startsWith('\ufeffPart,'));
  assert.ok(text.includes('m.valid_paid_orders'));
  assert.doesNotMatch(text, /(^|,)"?=/m);
  assert.ok(text.includes("'=HYPERLINK(1)"));
  for (const line of text.trimEnd().split('\r\n')) assert.ok(line.includes(','), line);
}));

/** The cells of a CSV. */
function cells_of(text) {
  const cells = (line) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
  return text.replace('\ufeff', '').trimEnd().split('\r\n').map(cells);
}

for (const [lang, names] of [['zh-CN', ['部分', '名称', '数值', '代号', '要求', '现在']], ['en', ['Part', 'Name', 'Value', 'Id', 'Asked for', 'Now']]]) {
  // The rule: at most 2% of transactions with a defect, or at most 4 buyers; at most 0.3% unresolved cases, or at most 2. Top Rated: 0.5%, or 3 buyers.
  test(`CSV of a judged program: each standard with what it asks for and what was seen (${lang})`, () => with_page({hash: `#v=1&program=ebay-seller-standards&lang=${lang}&date=2026-11-22&m.defect_rate=9/812&m.defect_buyers=8&m.unresolved_case_rate=3/812&m.unresolved_cases=3&m.transactions_12_months=99`}, async (page) => {
    const table = await texts(lang);
    const {document} = editions().findLast(({program}) => program === 'ebay-seller-standards');
    await page.locator('#sources').waitFor({state: 'attached'});
    const rows = cells_of((await file_of(page, 'csv')).text);
    assert.deepEqual(rows[0], names);
    const row = (id) => rows.find(([, , , other]) => other === id);
    const title = (id) => document.standards.find((standard) => standard.id === id).title[lang];
    const [at_most, at_least] = ['at_most', 'at_least'].map((operator) => table[`operator.${operator}`]);
    const counts = (first, second, rate) => table['page.counts_and_rate'].replace('{counts}', table['page.counts'].replace('{first}', first).replace('{second}', second)).replace('{rate}', rate);
    assert.deepEqual(row('defects'), [table['page.standards.title'], title('defects'), table['met.true'], 'defects', `${at_most} 2%`, counts('9', '812', '1.1084%')]);
    assert.deepEqual(row('defects.defect_buyers').slice(2), [table['met.false'], 'defects.defect_buyers', `${at_most} 4`, '8']);
    assert.deepEqual(row('cases').slice(2), [table['met.false'], 'cases', `${at_most} 0.3%`, counts('3', '812', '0.3695%')]);
    assert.deepEqual(row('top_transactions'), [table['page.standards.advisory'], title('top_transactions'), table['met.false'], 'top_transactions', `${at_least} 100`, '99']);
    assert.equal(row('verdict')[2], table['verdict.fail']);
    assert.equal(row('tier')[2], document.tiers.find(({id}) => id === 'below_standard').title[lang]);
  }));

  test(`CSV: a month and a check with what they were judged by (${lang})`, () => with_page({hash: `#v=1&program=douyin-flagship&edition=2026-06-02&lang=${lang}&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20` +
    '&mo.2026-09.m.experience_score_mean_30d=74.2&mo.2026-09.m.settled_gmv_30d=58310&mo.2026-09.m.on_shelf_products_mean_30d=28&mo.2026-09.m.category_matches_name=yes'}, async (page) => {
    const table = await texts(lang);
    const {timeline: {value}} = await reply(page);
    const rows = cells_of((await file_of(page, 'csv')).text);
    const [month] = value.months;
    assert.equal(month.verdict, 'fail');
    const score = month.standards.find(({observed}) => observed === 74.2);
    const row = rows.find(([, , , id]) => id === `2026-09.${score.id}`);
    assert.deepEqual(row.slice(2), [table['met.false'], `2026-09.${score.id}`, `${table['operator.at_least']} 75`, '74.2']);
  }));

  test(`CSV: both ends of ranges, the parts of parts, and what each gate asks for (${lang})`, () => with_page({hash: score.replace('lang=en', `lang=${lang}`).replace('&g.goods=69', '&m.rating_mean=4.7')}, async (page) => {
    const table = await texts(lang);
    const {assess: {value}} = await reply(page);
    await page.locator('#sources').waitFor({state: 'attached'});
    const rows = cells_of((await file_of(page, 'csv')).text);
    const row = (id) => rows.find(([, , , other]) => other === id);
    const goods = value.nodes.find(({id}) => id === 'goods');
    // Half of the score is the goods': between one of its parts at its lowest and at its highest lie 50 to 100 points of a quarter of the score.
    const missing = goods.nodes.find(({id}) => id === 'quality_return_rate');
    assert.deepEqual([missing.contribution_low, missing.contribution_high], [12.5, 25]);
    assert.equal(row('quality_return_rate')[2], '12.5–25');
    assert.equal(row('goods')[2], `${goods.contribution_low}–${goods.contribution_high}`);
    assert.equal(row('score')[2], `${value.score.low}–${value.score.high}`);
    const rules = editions().find(({program, edition}) => program === 'douyin-experience-score' && edition === '2026-09-08').document;
    const [whole] = rules.score.nodes;
    assert.equal(row('rating_mean')[1], table['page.tools.csv.within'].replace('{whole}', whole.title[lang]).replace('{part}', rules.metrics.find(({id}) => id === 'rating_mean').title[lang]));
    for (const gate of rules.gates) assert.ok(row(gate.id), gate.id);
    assert.deepEqual(row('mall_feed.value').slice(2), [table['met.true'], 'mall_feed.value', `${table['operator.at_least']} 60`, `${value.score.low}–${value.score.high}`]);
    for (const cells of rows) assert.ok(cells.length === 6 && !cells.join().includes('undefined'), cells.join());
  }));
}

test('JSON: requests digit by digit, the replies, and a link back', () => with_page({hash: `${score}&m.pickup_hours=5.57410`}, async (page) => {
  const {text} = await file_of(page, 'json');
  const file = JSON.parse(text);
  assert.deepEqual([file.format, file.version, file.program, file.edition], ['shopgauge-result', 1, 'douyin-experience-score', '2026-09-08']);
  assert.ok(text.includes('"pickup_hours":5.57410'));
  assert.deepEqual(file.reply, await reply(page));
  assert.equal(file.link, await page.evaluate(() => location.href));
}));

/** Content lines, unfolded (RFC 5545 §3.1). */
function lines_of(text) {
  assert.ok(text.endsWith('\r\n'));
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
}

for (const lang of ['zh-CN', 'en']) {
  test(`the calendar file has the engine's dates, whole days, folded and escaped (${lang})`, () => with_page({hash: flagship.replace('lang=en', `lang=${lang}`)}, async (page) => {
    const {timeline: {value}} = await reply(page);
    const {name, text} = await file_of(page, 'calendar');
    assert.match(name, /\.ics$/);
    const lines = lines_of(text);
    assert.deepEqual(lines.slice(0, 4), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ShopGauge//ShopGauge//EN', 'CALSCALE:GREGORIAN']);
    assert.equal(lines.at(-1), 'END:VCALENDAR');
    const days = lines.filter((line) => line.startsWith('DTSTART')).map((line) => line.replace('DTSTART;VALUE=DATE:', ''));
    const compact = (date) => date.replaceAll('-', '');
    assert.ok(days.includes(compact(value.standing.deadline.date)), 'the deadline');
    const known = new Set([value.standing.deadline, value.standing.next, ...value.events, ...value.checks, ...value.phases.map(({from}) => ({date: from})), ...value.months.map(({reviewed}) => ({date: reviewed}))].filter((item) => item?.date).map(({date}) => compact(date)));
    for (const day of days) assert.ok(known.has(day) && day >= compact(value.standing.date), day);
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length;
    assert.equal(lines.filter((line) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(line)).length, events);
    const ids = lines.filter((line) => line.startsWith('UID:'));
    assert.equal(new Set(ids).size, events);
    for (const line of lines.filter((item) => item.startsWith('SUMMARY'))) assert.doesNotMatch(line, /^SUMMARY:[a-z]/);
    for (const line of lines.filter((item) => /^(SUMMARY|DESCRIPTION):/.test(item))) assert.doesNotMatch(line.replace(/^\w+:/, ''), /(^|[^\\])[;,]/);
    // Made again, the entries keep their ids.
    assert.deepEqual(lines_of((await file_of(page, 'calendar')).text).filter((line) => line.startsWith('UID:')), ids);
  }));
}

test('without dates there is no calendar to save', () => with_page({hash: '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en'}, async (page) => {
  await page.locator('shop-tools [data-tool="menu"]').click();
  assert.ok(await page.locator('[data-item="calendar"]').isDisabled());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.menu').count(), 0);
}));

test('the open store\'s name stands on the paper', () => with_page({hash: score}, async (page) => {
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill('王记 & Söhne');
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').waitFor();
  assert.ok((await printed(page)).startsWith('王记 & Söhne'));
  assert.ok((await texts('en'))['page.tools.print.link']);
}));
