// Tables: pasted or opened, matched with the program's fields, looked at, and used: a row of one's own store, months of it, all stores.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, download, editions, hash_of, open_sheet, phone, reply, set_up, shows, tear_down, texts, with_page} from './fixture.mjs';

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

test('short names, as sellers say them, where one field alone may be meant', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  await open_sheet(page, 'table');
  // 率 alone, or what several fields have in this order, names none.
  await paste(page, '品退率\t会话不满率\t率\t体验\n1.2%\t3/56\t5%\t80');
  assert.deepEqual(await matched(page), ['m.quality_return_rate', 'm.im_dissatisfaction_rate', '', '']);
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
          assert.equal(await page.locator('[data-other-unit]').count(), 0, `${program} ${lang}`);
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

/** The preview's text below a column, and whether it is marked as unreadable. */
const cells_below = (page, id) => page.locator('shop-table').evaluate(async (panel, id) => {
  await panel.updateComplete;
  const label = panel.shadowRoot.querySelector(`select[data-column] option:checked[value="${id}"]`).textContent;
  const at = [...panel.shadowRoot.querySelectorAll('thead th')].findIndex((head) => head.textContent === label);
  return [...panel.shadowRoot.querySelectorAll('tbody tr')].map((row) => (row.cells[at].querySelector('.bad-cell') ? 'bad' : row.cells[at].textContent.trim()));
}, id);

/** [header, id of the field, [cell, what the preview shows]…] */
const quantities = {
  'douyin-experience-score': [
    ['有效支付订单数', 'm.valid_paid_orders', ['1.2万', '12000 单'], ['4,000单', '4000 单'], ['0.5 亿', '50000000 单'], ['1.23456789万', '12345.6789 单'], ['１２', '12 单'], ['1.2k', 'bad'], ['3/1000', 'bad'], ['5%', 'bad'], ['¥12', 'bad'], ['12天', 'bad'], ['1万+', 'bad'], ['1.2E+05', 'bad'], ['0,500', 'bad']],
    ['商品品质退货率', 'm.quality_return_rate', ['5‰', '0.5%'], ['0.05‰', '0.005%'], ['1.34％', '1.34%'], ['3/1000', '1000 中的 3'], ['5%左右', 'bad'], ['1.2万', 'bad'], ['5件', 'bad']],
    ['飞鸽平均响应时长', 'm.im_response_seconds', ['8秒', '8 秒'], ['8.5', '8.5 秒'], ['2分钟', 'bad'], ['1.2万', 'bad'], ['1万秒', 'bad']],
    ['售后平均审核时长', 'm.review_hours', ['30小时', '30 小时'], ['30 h', '30 小时'], ['2天', 'bad'], ['1天6小时', 'bad']],
    ['商品体验', 'g.goods', ['69分', '69 分'], ['６８。５', '68.5 分'], ['69分钟', 'bad'], ['69%', 'bad'], ['3/4', 'bad']],
  ],
  'douyin-flagship': [
    ['近 30 天结算金额', 'm.settled_gmv_30d', ['¥61,240.50', '61240.50 元'], ['6.12万元', '61200 元'], ['2亿', '200000000 元'], ['-3万', '-30000 元'], ['￥5千', '5000 元'], ['$5', 'bad'], ['5 USD', 'bad'], ['5分', 'bad'], ['5角', 'bad'], ['5万件', 'bad']],
    ['近30天结算金额（万元）', 'm.settled_gmv_30d', ['5.8', '58000 元'], ['¥5.8', '58000 元'], ['58000元', '58000 元'], ['5.8万', '58000 元'], ['5.8件', 'bad']],
    ['近30天结算金额/亿', 'm.settled_gmv_30d', ['0.0058', '580000 元']],
    ['近30天结算金额（千美元）', 'm.settled_gmv_30d', ['5.8', 'bad'], ['58000元', '58000 元']],
    ['近 30 天日均在架商品数(k)', 'm.on_shelf_products_mean_30d', ['5', 'bad'], ['26.5件', '26.5 件']],
  ],
};

for (const [program, columns] of Object.entries(quantities)) {
  test(`a number's unit is worked out where it is the field's own, else the cell cannot be read: ${program}`, () => with_page({hash: `#v=1&program=${program}&lang=zh-CN&date=2026-09-20`}, async (page) => {
    await open_sheet(page, 'table');
    for (const [header, id, ...cells] of columns) {
      // The preview has twelve rows.
      for (let at = 0; at < cells.length; at += 12) {
        const part = cells.slice(at, at + 12);
        await page.locator('textarea[name="cells"]').fill('');
        await paste(page, [`店铺\t${header}`, ...part.map(([cell], row) => `${row}\t${cell}`)].join('\n'));
        await page.locator('select[data-column="1"]').selectOption(id);
        assert.deepEqual(await cells_below(page, id), part.map(([, shown]) => shown), header);
      }
    }
  }));
}

test('what the preview shows of a scaled number is what the form takes', () => with_page({hash: '#v=1&program=douyin-flagship&lang=en&date=2026-09-20'}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, 'shop\tsettled_gmv_30d（万元）\nmine\t5.80\n');
  assert.deepEqual(await cells_below(page, 'm.settled_gmv_30d'), ['58000 CNY']);
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'm.settled_gmv_30d=58000');
}));

test('a header with another unit than the field has is told beside its meaning', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, 'review_hours（天）\tpickup_hours（小时）\n2\t30\n');
  assert.deepEqual(await matched(page), ['m.review_hours', 'm.pickup_hours']);
  assert.deepEqual(await page.locator('[data-other-unit]').evaluateAll((items) => items.map(({dataset, textContent}) => [dataset.otherUnit, textContent])), [['0', (await texts('en'))['page.tools.table.other_unit']]]);
  assert.deepEqual(await page.locator('.bad-cell').allInnerTexts(), ['2']);
}));

test('a percent sign in a header says how the bare numbers below it are meant', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  await open_sheet(page, 'table');
  for (const [header, shown] of [['商品品质退货率(%)', ['0.81%', '0.67%', '1.2%']], ['商品品质退货率％', ['0.81%', '0.67%', '1.2%']], ['商品品质退货率（‰）', ['0.081%', '0.067%', '1.2%']], ['商品品质退货率', ['81%', '67%', '1.2%']]]) {
    await page.locator('textarea[name="cells"]').fill('');
    await paste(page, `店铺\t${header}\n1\t0.81\n2\t0.67\n3\t1.2%\n`);
    assert.deepEqual(await cells_below(page, 'm.quality_return_rate'), shown, header);
    // Nothing is left to be asked where the header says it.
    assert.equal(await page.locator('select[name="unit"]').count(), header === '商品品质退货率' ? 1 : 0, header);
  }
}));

test('another column of rates is judged by its own numbers', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await open_sheet(page, 'table');
  await paste(page, 'quality_return_rate (%)\tplatform_help_rate\n1.34\t0.0065\n');
  assert.equal(await page.locator('select[name="unit"]').inputValue(), 'fraction');
  await page.locator('[data-act="fill-row"]').click();
  await shows(page, 'platform_help_rate=0.0065');
  assert.match(decodeURIComponent(await hash_of(page)), /quality_return_rate=1\.34%/);
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

/** Saves what is on the page as a store, so that months can be kept. */
async function keep_store(page) {
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill('mine');
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').waitFor();
  await close_sheet(page);
}

const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name]);

for (const [lang, months, name] of [['zh-CN', ['2026年6月', '2026年8月'], '商品体验'], ['en', ['Jun 2026', 'Aug 2026'], 'Goods']]) {
  test(`months that cannot be worked out are told with why, the others are kept (${lang})`, () => with_page({hash: `${score}&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    const [low, high] = editions().find(({program, edition}) => score.includes(`program=${program}&edition=${edition}`)).document.score.nodes.find(({id}) => id === 'goods').range;
    await keep_store(page);
    await open_sheet(page, 'table');
    await paste(page, 'month\tgoods\tlogistics\tservice\n2026-05\t61\t99\t80\n2026-06\t161\t99\t85\n2026-07\t69\t99\t85\n2026-08\t—\tabc\t\n');
    await page.locator('[data-act="keep-months"]').click();
    await page.getByTestId('keeping').waitFor();
    assert.ok((await page.getByTestId('keeping').innerText()).includes(fill(table['page.tools.table.kept_some'], {kept: 2, count: 4})));
    const told = await page.locator('[data-refused]').evaluateAll((items) => items.map(({dataset, textContent}) => [dataset.refused, textContent]));
    assert.deepEqual(told.map(([month]) => month), ['2026-06', '2026-08']);
    assert.ok(told.every(([, text], at) => text.startsWith(months[at])), told);
    assert.ok(told[0][1].includes(fill(table['issue.given.out_of_range'], {value: '161', low, high})), told[0][1]);
    assert.ok(told[0][1].includes(name), told[0][1]);
    assert.ok(told[1][1].includes(table['page.tools.table.no_numbers']));
    await page.locator('[data-act="see-stores"]').click();
    await page.locator('tr[data-month="2026-07"]').waitFor();
    assert.deepEqual(await page.locator('tr[data-month]').evaluateAll((rows) => rows.map(({dataset}) => dataset.month)), ['2026-07', '2026-05']);
  }));
}

/** What the shelf holds. */
const kept_months = (page) => page.evaluate(() => new Promise((done, fail) => {
  const open = indexedDB.open('shopgauge');
  open.onerror = fail;
  open.onsuccess = () => {
    const all = open.result.transaction('stores').objectStore('stores').getAll();
    all.onsuccess = () => {
      open.result.close();
      done(all.result.flatMap(({months}) => months).map(({month, fields}) => [month, new Map(fields).get('date')]));
    };
  };
}));

test('a kept month has its own last day, that of the day on the page this day', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await keep_store(page);
  await open_sheet(page, 'table');
  await paste(page, 'month\tgoods\tlogistics\tservice\n2024-02\t61\t99\t80\n2026-06\t62\t99\t80\n2026-09\t63\t99\t80\n');
  await page.locator('[data-act="keep-months"]').click();
  await page.locator('tr[data-month="2026-09"]').waitFor();
  assert.deepEqual(await kept_months(page), [['2024-02', '2024-02-29'], ['2026-06', '2026-06-30'], ['2026-09', '2026-09-20']]);
}));

for (const lang of ['zh-CN', 'en']) {
  test(`what the engine refuses of a row is told in words, in the table and in the file (${lang})`, () => with_page({hash: `${score}&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    await open_sheet(page, 'table');
    await paste(page, 'shop\tgoods\tlogistics\tservice\tquality_return_rate\n甲\t61\t99\t80\t1%\n乙\t61\t99\t80\t150%\n');
    await page.locator('input[name="use"][value="stores"]').check();
    await page.locator('[data-act="work-out"]').click();
    await page.locator('[data-act="save-results"]').waitFor();
    const fault = fill(table['issue.metric.out_of_range'], {value: '150%', low: '0%', high: '100%'});
    const rows = await page.locator('tbody tr').evaluateAll((rows) => rows.map(({cells}) => [...cells].slice(0, 2).map(({textContent}) => textContent)));
    assert.equal(rows[0][0], '74');
    assert.equal(rows[1][0], '—');
    assert.ok(rows[1][1].includes(fault), rows[1][1]);
    assert.doesNotMatch(rows.join(), /metric\.|out_of/);
    const {text} = await download(page, () => page.locator('[data-act="save-results"]').click());
    assert.ok(text.startsWith('\ufeff'));
    const lines = text.slice(1).trimEnd().split('\r\n');
    assert.equal(lines.length, 3);
    assert.ok(lines[0].endsWith(table['page.tools.table.fault']));
    assert.ok(lines[1].endsWith(','));
    assert.ok(lines[2].includes(fault), lines[2]);
    assert.doesNotMatch(text, /metric\.out_of_range/);
  }));
}

const box_text = (page) => page.locator('textarea[name="cells"]').inputValue();

test('a large paste is shown in part: the box cannot be edited, a paste takes its place, Clear empties it', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  const lines = Array.from({length: 300}, (_, at) => `shop${at}\t${50 + at % 50}`);
  await open_sheet(page, 'table');
  await paste(page, ['shop\tgoods', ...lines].join('\n'));
  assert.match(await rows_said(page), /300/);
  assert.equal((await box_text(page)).split('\n').length, 21);
  assert.match(await page.getByTestId('abridged').innerText(), /20.*301/);
  await page.locator('textarea[name="cells"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('x');
  assert.match(await rows_said(page), /300/);
  // Without clearing: the second table alone, also a long one.
  await paste(page, ['shop\tservice', ...lines.slice(0, 40)].join('\n'));
  assert.match(await rows_said(page), /of 40 /);
  assert.deepEqual(await matched(page), ['store', 'g.service']);
  await paste(page, 'shop\tlogistics\na\t90\nb\t80');
  assert.deepEqual(await matched(page), ['store', 'g.logistics']);
  assert.equal(await box_text(page), 'shop\tlogistics\na\t90\nb\t80');
  assert.equal(await page.getByTestId('abridged').count(), 0);
  // A short one stays the reader's to edit.
  await page.locator('textarea[name="cells"]').press('Control+End');
  await page.keyboard.type('\nc\t70');
  assert.match(await rows_said(page), /3 of 3/);
  await paste(page, ['shop\tgoods', ...lines].join('\n'));
  await page.locator('[data-act="clear"]').click();
  assert.equal(await box_text(page), '');
  assert.equal(await page.getByTestId('rows').count(), 0);
  await paste(page, ['shop\tgoods', ...lines].join('\n'));
  await page.locator('[data-act="clear"]').click();
  await page.locator('textarea[name="cells"]').pressSequentially('goods\n5');
  assert.deepEqual(await matched(page), ['g.goods']);
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
