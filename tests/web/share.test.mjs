// The share link: the whole state with the edition pinned, in at most 2,000 characters; what it cannot carry is said; links that are
// old, damaged or from a later version explain themselves and offer a way on.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, download, editions, hash_of, open_sheet, phone, reply, set_up, shows, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes';
const link_of = (page) => page.locator('textarea[name="link"]').inputValue();
const length_shown = async (page, count) => page.getByTestId('length').getByText(count.toLocaleString('en-GB')).waitFor();

/** `count` months of the flagship program, each with its numbers. */
const months = (count) => Array.from({length: count}, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  .map((month, at) => `&mo.${month}.m.experience_score=4.${(at * 7) % 100}&mo.${month}.m.ccr=${(at * 13) % 50}/${10000 + at * 7919}&mo.${month}.p.targets.experience_score=4.${at % 7}&mo.${month}.p.targets.ccr=0.00${1 + (at % 9)}`).join('');

test('a link reopens the same result, with edition and day pinned', () => with_page({hash: `${score.replace('&date=2026-09-20', '')}&lang=en`}, async (page) => {
  const shown = await reply(page);
  await open_sheet(page, 'share');
  await page.locator('textarea[name="link"]').waitFor();
  const link = await link_of(page);
  assert.match(link, /edition=2026-09-08/);
  assert.match(link, /&date=\d{4}-\d{2}-\d{2}/);
  assert.equal((await page.getByTestId('left-out').count()), 0);
  await page.locator('input[name="fixed"]').uncheck();
  await page.waitForFunction((old) => document.querySelector('shop-tools').shadowRoot.querySelector('shop-share').shadowRoot.querySelector('textarea').value !== old, link);
  assert.doesNotMatch(await link_of(page), /&date=/);
  await with_page({hash: new URL(link).hash}, async (other) => assert.deepEqual((await reply(other)).assess, shown.assess));
}));

test('the link is copied where the browser lets it be, and else selected', () => with_page({hash: `${score}&lang=en`}, async (page, {context, origin}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin});
  await open_sheet(page, 'share');
  await page.locator('[data-act="copy"]').click();
  await page.getByText((await texts('en'))['page.tools.share.copied'], {exact: true}).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link_of(page));
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await page.locator('[data-act="copy"]').click();
  await page.getByText((await texts('en'))['page.tools.share.copy_by_hand']).waitFor();
}));

for (const lang of ['en', 'zh-CN']) {
  test(`the sheet leads to the snippet for one's own page: the same rules, none of the numbers (${lang})`, () => with_page({hash: `${score}&lang=${lang}&theme=dark`}, async (page) => {
    await open_sheet(page, 'share');
    const link = page.locator('[data-act="configure"]');
    assert.ok((await link.innerText()).includes((await texts(lang))['page.tools.share.own_page']));
    assert.equal(new URL(await link.getAttribute('href')).hash, `#v=1&program=douyin-experience-score&edition=2026-09-08&lang=${lang}&theme=dark`);
    await link.click();
    await page.locator('[data-code="snippet"]').waitFor();
    assert.match(await page.locator('[data-code="snippet"]').innerText(), /program=douyin-experience-score&(amp;)?edition=2026-09-08/);
  }));
}

test('a program of the device goes along as a file, and has no snippet', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  const {document} = editions().find(({program}) => program === 'etsy-star-seller');
  await page.locator('input[name="file"]').setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({...document, program: 'my-own'}))});
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'my-own');
  await open_sheet(page, 'share');
  await page.getByTestId('file-left-out').waitFor();
  assert.equal(await page.locator('[data-act="configure"]').count(), 0);
}));

const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&date=2042-12-20&until=2042-12-31&e.formal_since=2023-01-01';

test('many numbers are packed, and the link opens to all of them', () => with_page({hash: flagship + months(24)}, async (page) => {
  const before = await hash_of(page);
  assert.ok(before.length > 2000);
  await open_sheet(page, 'share');
  const link = await link_of(page);
  assert.ok(link.length <= 2000, `${link.length}`);
  await length_shown(page, link.length);
  assert.match(link, /&z=[\w-]+$/);
  assert.match(link, /program=douyin-flagship&edition=2022-07-15/);
  assert.equal(await page.getByTestId('left-out').count(), 0);
  const shown = await reply(page);
  await with_page({hash: new URL(link).hash}, async (other) => {
    await shows(other, 'mo.2023-01');
    assert.deepEqual(new Set((await hash_of(other)).slice(1).split('&')), new Set(before.slice(1).split('&')));
    await other.waitForFunction((shown) => JSON.stringify(document.querySelector('shop-gauge').reply) === shown, JSON.stringify(shown));
    // A link that could be read needs no explanation.
    assert.equal(await other.locator('shop-notes [data-note="link"]').count(), 0);
  });
}));

test('what even a packed link cannot carry is named, oldest months first, and the file has it', () => with_page({hash: flagship + months(240)}, async (page) => {
  const table = await texts('en');
  await open_sheet(page, 'share');
  await page.getByTestId('left-out').waitFor({timeout: 20_000});
  const link = await link_of(page);
  assert.ok(link.length <= 2000, `${link.length}`);
  const said = await page.getByTestId('left-out').innerText();
  const all = (await hash_of(page)).slice(1).split('&').filter((part) => part.startsWith('mo.'));
  assert.ok(said.includes('Jan 2023'), said.slice(0, 300));
  const {text, name} = await download(page, () => page.locator('[data-act="json"]').click());
  assert.match(name, /\.json$/);
  const file = JSON.parse(text);
  assert.equal(Object.keys(file.fields).filter((key) => key.startsWith('mo.')).length, all.length);
  await with_page({hash: new URL(link).hash}, async (other) => {
    await shows(other, 'mo.2042-12');
    const kept = (await hash_of(other)).slice(1).split('&').filter((part) => part.startsWith('mo.'));
    assert.ok(kept.length > 0 && kept.length < all.length);
    // Every month is in the link or among those named.
    const count = all.length - kept.length;
    assert.ok(said.includes(table['page.tools.share.left_out'].replace('{count}', count).replace('{most}', '2,000')), `${count} ${said.slice(0, 200)}`);
    for (const part of kept) assert.ok(all.includes(part), part);
    const month_of = (part) => new Intl.DateTimeFormat('en-GB', {year: 'numeric', month: 'short', timeZone: 'UTC'}).format(new Date(`${part.slice(3, 10)}-01T00:00:00Z`));
    const last_gone = all.filter((part) => !kept.includes(part)).sort().at(-1);
    assert.ok(said.includes(table['page.tools.share.periods'].replace('{first}', 'Jan 2023').replace('{last}', month_of(last_gone))), said);
    assert.ok(kept.every((part) => part.slice(3, 10) > last_gone.slice(3, 10)));
  });
}));

for (const [what, cut] of Object.entries({'cut short': (z) => z.slice(0, z.length / 2), 'no such letters': () => '%%%', 'nothing': () => ''})) {
  test(`a packed link that is damaged (${what}) explains itself and offers ways on`, () => with_page({hash: flagship + months(24)}, async (page) => {
    await open_sheet(page, 'share');
    const [start, z] = new URL(await link_of(page)).hash.split('&z=');
    await with_page({hash: `${start}&z=${cut(z)}`}, async (other) => {
      const note = other.locator('shop-notes [data-note="link"]');
      await note.getByText((await texts('en'))['page.tools.link.damaged']).waitFor();
      await note.getByText((await texts('en'))['page.example']).click();
      await other.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.ok);
      await note.waitFor({state: 'detached'});
    });
  }));
}

test('a link from a later version says so, shows what it could read, and can be left', () => with_page({hash: `${score.replace('v=1', 'v=2')}&x.new=1&lang=en`, viewport: phone}, async (page) => {
  const table = await texts('en');
  await page.locator('.notices').getByText(table['page.link.unknown_version'].replace('{version}', '2')).waitFor();
  const note = page.locator('shop-notes [data-note="link"]');
  await note.getByText(table['page.tools.link.partly']).waitFor();
  assert.equal((await reply(page)).assess.value.score.value, 82);
  await note.getByText(table['page.tools.link.start_anew']).click();
  await page.waitForFunction(() => !location.hash.includes('g.goods'));
  await note.waitFor({state: 'detached'});
  assert.equal(await page.locator('.notices').count(), 0);
}));

test('unreadable parts of a link are shown as people read them', () => with_page({hash: `${score}&lang=en&${encodeURIComponent('备注')}=${encodeURIComponent('旺季 <b>')}`}, async (page) => {
  assert.ok((await page.locator('.notices').innerText()).includes('备注=旺季 <b>'));
  assert.doesNotMatch(await page.locator('.notices').innerText(), /%E5/);
}));

test('a link to an edition that has ended shows the way to the one in force', () => with_page({hash: '#v=1&program=douyin-experience-score&edition=2026-05-07&lang=en&g.goods=69&g.logistics=99&g.service=85'}, async (page) => {
  await page.locator('shop-ended [data-way="now"]').click();
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.edition === '2026-09-08');
  assert.match(await hash_of(page), /g\.goods=69/);
}));

test('what is typed while the sheet is closed is in the next link', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'share');
  await close_sheet(page);
  await type(page, 'given.goods', '70');
  await open_sheet(page, 'share');
  assert.match(await link_of(page), /g\.goods=70/);
}));

/** The report as it is printed, and the calendar file with its lines unfolded. */
async function on_paper(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return page.locator('shop-report').evaluate((paper) => paper.shadowRoot.textContent);
}

async function in_calendar(page) {
  await page.locator('shop-tools [data-tool="menu"]').click();
  const {text} = await download(page, () => page.locator('[data-item="calendar"]').click());
  return text.replaceAll('\r\n ', '').replaceAll('\\,', ',').replaceAll('\\;', ';');
}

for (const lang of ['zh-CN', 'en']) {
  test(`the link on paper and in the calendar says what it lacks (${lang})`, () => with_page({hash: flagship.replace('lang=en', `lang=${lang}`) + months(240)}, async (page) => {
    const said = (await texts(lang))['page.tools.link.lacks'];
    const [head, , tail] = said.split(/\{(?:count|names)\}/);
    const count = new RegExp(`${head}(\\d+)`);
    await page.locator('shop-tools [data-tool="menu"]').waitFor();
    let paper = '';
    for (let tries = 0; tries < 100 && !count.test(paper); ++tries) {
      await page.waitForTimeout(100);
      paper = await on_paper(page);
    }
    const calendar = await in_calendar(page);
    await open_sheet(page, 'share');
    await page.getByTestId('left-out').waitFor({timeout: 20_000});
    const names = await page.getByTestId('left-out').locator('p.aside').innerText();
    for (const text of [paper, calendar]) assert.ok(text.includes(`${names}${tail}`) && Number(count.exec(text)[1]) > 100, text.slice(-600));
  }));
}

test('a link that carries all says nothing of it; that to a program of the device says that it lacks the file', () => with_page({hash: flagship}, async (page) => {
  const table = await texts('en');
  const head = table['page.tools.link.lacks'].split('{')[0];
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  for (const text of [await on_paper(page), await in_calendar(page)]) assert.ok(!text.includes(head) && !text.includes(table['page.tools.share.file']), text.slice(-600));
  const {document} = editions().find(({program, edition}) => program === 'tmall-store-assessment' && edition === '2026-01-01');
  await page.locator('input[name="file"]').setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({...document, program: 'my-own'}))});
  await page.waitForFunction(() => location.hash.includes('file=yes'));
  await page.locator('input[name="enrolment.launched"]').fill('2026-02-10');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.value?.program === 'my-own');
  for (const text of [await on_paper(page), await in_calendar(page)]) assert.ok(text.includes(table['page.tools.share.file']), text.slice(-600));
}));
