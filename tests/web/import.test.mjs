// Tables: pasted or opened, matched with the program's fields, looked at, and used: a row of one's own store, months of it, all stores.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {download, editions, hash_of, open_sheet, phone, reply, set_up, shows, tear_down, texts, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20';

const paste = (page, text) => page.locator('textarea[name="cells"]').evaluate((box, text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))) {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
}, text);

const open_file = (page, name, bytes) => page.locator('input[name="table-file"]').setInputFiles({name, mimeType: 'text/csv', buffer: Buffer.from(bytes)});
const matched = (page) => page.locator('select[data-column]').evaluateAll((selects) => selects.map(({value}) => value));
const rows_said = (page) => page.getByTestId('rows').innerText();

const stores = ['店铺名称\t统计月份\t商品体验\t物流体验\t服务体验\t有效支付订单数\t备注', '甲店\t2026-07\t61\t99\t80\t4,000\tx', '乙店\t2026-07\t72\t88.5\t91\t5100\t', '丙店\t2026-07\t—\tabc\t85\t900\t'];

test('a row of a pasted table fills the form', () => with_page({hash: `${score}&lang=zh-CN&p.weights.goods=0.5&p.weights.logistics=0.2&p.weights.service=0.3`, viewport: phone}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, stores.join('\n'));
  assert.deepEqual(await matched(page), ['store', 'month', 'g.goods', 'g.logistics', 'g.service', 'm.valid_paid_orders', '']);
  assert.match(await rows_said(page), /3/);
  await page.locator('input[name="search"]').fill('乙店');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'g.goods=72');
  const hash = await hash_of(page);
  for (const part of ['g.logistics=88.5', 'g.service=91', 'm.valid_paid_orders=5100', 'p.weights.goods=0.5']) assert.ok(hash.includes(part), part);
  assert.equal((await reply(page)).assess.value.score.value, 81);
  assert.equal(await page.locator('shop-tools dialog').count(), 0);
}));

test('what cannot be read is marked and left out', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, stores.join('\n'));
  // The page is in English, the table in Chinese.
  assert.deepEqual((await matched(page)).slice(2, 6), ['g.goods', 'g.logistics', 'g.service', 'm.valid_paid_orders']);
  assert.deepEqual(await page.locator('.bad-cell').allInnerTexts(), ['abc']);
  assert.ok((await rows_said(page)).includes((await texts('en'))['page.tools.table.bad'].replace('{count}', '1')));
  await page.locator('input[name="search"]').fill('丙店');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'g.service=85');
  assert.doesNotMatch(await hash_of(page), /g\.goods|g\.logistics/);
}));

test('the matcher: a column can be given another meaning, and no meaning twice', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, 'Shop,A,B\nmine,70,80');
  assert.deepEqual(await matched(page), ['store', '', '']);
  await page.locator('select[data-column="1"]').selectOption('g.goods');
  await page.locator('select[data-column="2"]').selectOption('g.goods');
  assert.deepEqual(await matched(page), ['store', '', 'g.goods']);
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'g.goods=80');
}));

test('every field goes by its own name, in both languages and by its id', async () => {
  for (const lang of ['zh-CN', 'en']) {
    for (const {program, edition, document} of editions().filter(({edition, program}, _, all) => all.findLast((item) => item.program === program).edition === edition)) {
      await with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=${lang}`}, async (page) => {
        await open_sheet(page, 'table');
        await page.waitForLoadState('networkidle');
        for (const header of [document.metrics.map(({id}) => id), document.metrics.map(({title}) => title[lang])]) {
          if (new Set(header).size < header.length) continue;
          await paste(page, `${header.map((name) => `"${name}"`).join('\t')}\n${header.map(() => '1').join('\t')}`);
          assert.deepEqual(await matched(page), document.metrics.map(({id}) => `m.${id}`), `${program} ${lang}`);
          await page.locator('textarea[name="cells"]').fill('');
        }
      });
    }
  }
});

test('names in the first column: the table is turned', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, '指标\t数值\n商品体验\t61\n物流体验\t99\n服务体验\t80\n');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'g.goods=61&g.logistics=99&g.service=80');
}));

test('rates: percent signs, counts, and bare numbers as percent or as fractions', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  const header = 'quality_return_rate,line_time_rate,platform_help_rate';
  await paste(page, `${header}\n1.34%,67/5000,0.0065\n`);
  assert.equal(await page.locator('select[name="unit"]').inputValue(), 'fraction');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'platform_help_rate=0.0065');
  assert.match(decodeURIComponent(await hash_of(page)), /quality_return_rate=1\.34%&m\.line_time_rate=67\/5000/);
  await open_sheet(page, 'table');
  await paste(page, `${header}\n1.34,99.4,0.65\n`);
  assert.equal(await page.locator('select[name="unit"]').inputValue(), 'percent');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'platform_help_rate=0.65%');
}));

test('3,000 rows: the preview is there at once, and each row can be worked out', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  const rows = [stores[0], ...Array.from({length: 3000}, (_, at) => `店${at}\t2026-07\t${50 + at % 50}\t${50 + at % 47}\t${50 + at % 43}\t4000\t`)];
  await open_sheet(page, 'table');
  const took = await page.locator('shop-table').evaluate(async (panel, text) => {
    const box = panel.shadowRoot.querySelector('textarea');
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const start = performance.now();
    box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    await panel.updateComplete;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  }, rows.join('\n'));
  assert.ok(took < 1500, `${took} ms`);
  assert.match(await rows_said(page), /3,000/);
  await page.locator('input[name="search"]').fill('店2999');
  assert.equal(await page.locator('[data-act="fill-row"]').count(), 1);
  await page.locator('input[name="search"]').fill('');
  await page.locator('input[name="use"][value="stores"]').check();
  await page.locator('[data-act="work-out"]').click();
  await page.locator('[data-act="save-results"]').waitFor({timeout: 30_000});
  const {text} = await download(page, () => page.locator('[data-act="save-results"]').click());
  const lines = text.trimEnd().split('\r\n');
  assert.equal(lines.length, 3001);
  // A row of the table and the form say the same.
  const score_at = lines[0].split(',').length - 4;
  const row = lines[1235];
  assert.ok(row.startsWith('店1234,'));
  await page.locator('input[name="use"][value="row"]').check();
  await page.locator('input[name="search"]').fill('店1234');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, `g.goods=${50 + 1234 % 50}`);
  assert.equal(row.split(',')[score_at], String((await reply(page)).assess.value.score.value));
}));

const flagship = '#v=1&program=douyin-flagship&edition=2026-06-02&lang=en&date=2026-11-22&until=2027-01-31&e.formal_since=2026-08-01';

test('months of one store go into the calendar', () => with_page({hash: flagship}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, 'month,experience_score_mean_30d,settled_gmv_30d,verdict\n2026年8月,79.3,"61,240.50",达标\n2026/9/30,74.2,58310,\n202610,,,不达标\nsometime,1,2,\n');
  assert.deepEqual(await matched(page), ['month', 'm.experience_score_mean_30d', 'm.settled_gmv_30d', 'verdict']);
  assert.equal(await page.locator('input[name="use"][value="months"]').isChecked(), true);
  await page.getByTestId('twice').waitFor();
  await page.locator('[data-act="fill-months"]').click();
  await shows(page, 'mo.2026-10=fail');
  const hash = await hash_of(page);
  for (const part of ['mo.2026-08=pass', 'mo.2026-08.m.experience_score_mean_30d=79.3', 'mo.2026-08.m.settled_gmv_30d=61240.50', 'mo.2026-09.m.settled_gmv_30d=58310', 'e.formal_since=2026-08-01']) assert.ok(hash.includes(part), part);
  assert.ok(!hash.includes('mo.2026-09='));
  assert.deepEqual((await reply(page)).timeline.value.months.find(({month}) => month === '2026-10').verdict, 'fail');
}));

test('months of one store go into its history, each worked out', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  const table = 'month\tgoods\tlogistics\tservice\tvalid_paid_orders\n2026-05\t61\t99\t80\t4000\n2026-06\t69\t99\t85\t4000\n';
  await paste(page, table);
  assert.ok(await page.locator('[data-act="keep-months"]').isDisabled());
  await page.locator('shop-tools [data-tool="close"]').click();
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill('mine');
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').waitFor();
  await page.locator('shop-tools [data-tool="close"]').click();
  await open_sheet(page, 'table');
  await paste(page, table);
  await page.locator('[data-act="keep-months"]').click();
  await page.locator('tr[data-month="2026-06"]').waitFor();
  // 61 × 0.5 + 99 × 0.2 + 80 × 0.3 = 74.3; 69 × 0.5 + 99 × 0.2 + 85 × 0.3 = 79.8
  assert.deepEqual(await page.locator('tr[data-month] td.num').allInnerTexts(), ['80', '74']);
}));

test('files: UTF-8 with and without its mark, UTF-16, the Chinese encoding; a workbook is refused with a way on', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  const csv = '店铺名称,商品体验,物流体验,服务体验\n甲店,61,99,80\n';
  // "店铺名称,商品体验,物流体验,服务体验\n甲店,61,99,80\n" in GB 18030.
  const gb = Buffer.from('b5eac6ccc3fbb3c62cc9ccc6b7cce5d1e92cceefc1f7cce5d1e92cb7fecef1cce5d1e90abcd7b5ea2c36312c39392c38300a', 'hex');
  const files = {plain: csv, mark: `\ufeff${csv}`, utf16: Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'), gb};
  await open_sheet(page, 'table');
  for (const [name, bytes] of Object.entries(files)) {
    await open_file(page, `${name}.csv`, bytes);
    await page.locator('td', {hasText: '甲店'}).waitFor();
    assert.deepEqual(await matched(page), ['store', 'g.goods', 'g.logistics', 'g.service'], name);
    await page.locator('textarea[name="cells"]').fill(' ');
    await page.locator('td').first().waitFor({state: 'detached'});
  }
  await open_file(page, 'book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0]));
  await page.getByText((await texts('zh-CN'))['page.tools.table.refused.workbook']).waitFor();
  await open_file(page, 'empty.csv', '店铺名称,商品体验\n');
  await page.getByText((await texts('zh-CN'))['page.tools.table.refused.empty']).waitFor();
}));
