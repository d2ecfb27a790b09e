// Paper and files: one A4 page with figures, trace, edition, sources, date and a link back; CSV, JSON and a calendar file (RFC 5545).
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {download, editions, open_sheet, reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

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
        await page.locator('.form [data-action="example"]').click();
        await page.locator('.answer .result').waitFor();
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
