// What documents bring besides a plain score or verdict: tables by category, tiers, standards with alternatives, methods, no score yet, checks.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, editions, load_example, phone, pick, reach, reply, set_up, settled, tear_down, texts, type, unfold, unfold_all, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const document_of = (program, edition) => editions().find((item) => item.program === program && item.edition === edition).document;
const tmall = '#v=1&program=tmall-store-assessment&edition=2026-01-01';
const field = (page, name) => page.locator('.field', {has: page.locator(`[name="${name}"]`)});

test('a long list of categories is searched by typing, in either language', () => with_page({hash: `${tmall}&lang=en`, viewport: phone}, async (page) => {
  const input = page.locator('input[name="enrolment.category"]');
  await reach(page, input);
  const proposed = await page.evaluate(() => {
    const root = document.querySelector('shop-gauge').shadowRoot;
    return [...root.querySelector('[name="enrolment.category"]').list.options].map(({value, text}) => [value, text]);
  });
  assert.ok(proposed.length > 50);
  assert.ok(proposed.some(([value, text]) => value === '女鞋' && text.startsWith("Women's shoes")));
  await input.fill('女鞋');
  await input.blur();
  assert.match(await field(page, 'enrolment.category').innerText(), /Women's shoes/);
  await input.fill(proposed.find(([value]) => value === '运动鞋new')[1]);
  await input.blur();
  assert.equal(await input.inputValue(), '运动鞋new');
  await input.fill('something else');
  await input.blur();
  assert.ok((await field(page, 'enrolment.category').innerText()).includes((await texts('en'))['page.field.not_in_table']));
}));

test('the words to the right follow from the words to their left, and the table gives the targets', () => with_page({hash: `${tmall}&lang=en&date=2026-11-22&until=2026-12-31&e.launched=2026-02-10`}, async (page) => {
  const options = (name) => page.locator(`select[name="${name}"] option`).evaluateAll((items) => items.map(({value}) => value));
  await page.locator('input[name="enrolment.category"]').fill('运动鞋new');
  await page.locator('input[name="enrolment.category"]').blur();
  assert.deepEqual(await options('enrolment.store_type'), ['', '卖场型旗舰店', '其他店铺类型']);
  await field(page, 'enrolment.category').locator('.error').waitFor();
  const {words} = document_of('tmall-store-assessment', '2026-01-01').rows[0];
  const told = await field(page, 'enrolment.category').locator('.error').innerText();
  for (const word of ['运动鞋new', '卖场型旗舰店', '其他店铺类型']) assert.ok(told.includes(`${words[word]} (${word})`), told);
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  const told_zh = await field(page, 'enrolment.category').locator('.error').innerText();
  assert.ok(told_zh.includes('运动鞋new / 卖场型旗舰店 | 运动鞋new / 其他店铺类型') && !told_zh.includes('(') && !told_zh.includes('—'), told_zh);
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.locator('select[name="enrolment.store_type"]').selectOption('卖场型旗舰店');
  await page.locator('.answer:not(.old)').waitFor();
  assert.equal(await page.locator('.error').count(), 0);
  const {timeline} = await reply(page);
  assert.deepEqual(timeline.value.checks.map(({target}) => target), ['positive', 400000]);
}));

test('checks over months: judged, or how far they have come', () => with_page({hash: `${tmall}&lang=en`}, async (page) => {
  const table = await texts('en');
  await load_example(page);
  const check = (standard) => page.locator(`#checks [data-check="${standard}"]`);
  await check('trial_3').waitFor();
  assert.match(await check('trial_3').innerText(), new RegExp(`${table['verdict.pass']}.*${table['page.positive']}`, 's'));
  assert.match(await check('trial_6').innerText(), /19,896\.7.*11,250/s);
  assert.match(await check('trial_9').innerText(), new RegExp(`${table['page.calendar.coming']}.*so far 19,896\\.7.*37,500`, 's'));
  await page.locator('li[data-check="2027-01-31"] .toggle').click();
  await type(page, 'checks.2027-01-31.metrics.sales', '40000');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline.value.checks[2].verdict === 'pass');
}));

test('counts say what they come to beside their field: also where the part has its score, in a month, and while they are typed', async () => {
  const table = await texts('en');
  const as_rate = (page, name) => field(page, name).locator('.as-rate').allTextContents();
  const that_is = (rate) => table['page.about.as_rate'].replace('{rate}', rate);
  const given = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&date=2026-09-20&g.goods=69&g.logistics=99&g.service=85';
  await with_page({hash: `${given}&m.quality_return_rate=67/5000&m.im_dissatisfaction_rate=3/56&m.rating_mean=6100/1300&m.platform_help_rate=1.5%25`}, async (page) => {
    await field(page, 'im_dissatisfaction_rate').locator('.as-rate').waitFor({state: 'attached'});
    assert.deepEqual(await as_rate(page, 'quality_return_rate'), [that_is('1.34%')]);
    assert.deepEqual(await as_rate(page, 'im_dissatisfaction_rate'), [that_is('5.3571%')]);
    assert.deepEqual(await as_rate(page, 'rating_mean'), [that_is(`4.6923 ${table['unit.stars']}`)]);
    assert.deepEqual(await as_rate(page, 'platform_help_rate'), []);
    const input = page.locator('input[name="im_dissatisfaction_rate"]');
    await unfold(page, 'node-service');
    await input.fill('3/60');
    await field(page, 'im_dissatisfaction_rate').getByText(that_is('5%')).waitFor();
    await input.fill('3/');
    await field(page, 'im_dissatisfaction_rate').locator('.as-rate').waitFor({state: 'detached'});
  });
  await with_page({hash: '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04&mo.2022-08.m.experience_score=4.5&mo.2022-08.m.ccr=3/1000&mo.2022-08.p.targets.experience_score=4.6&mo.2022-08.p.targets.ccr=0.5%25'}, async (page) => {
    await page.locator('li[data-month="2022-08"] .toggle').click();
    await field(page, 'months.2022-08.metrics.ccr').getByText(that_is('0.3%')).last().waitFor();
  });
});

for (const lang of ['zh-CN', 'en']) {
  test(`a month that has not come says so; the one under way is to be filled in (${lang})`, () => with_page({hash: `#v=1&program=douyin-flagship&edition=2026-06-02&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    const word = (key) => table[key];
    await page.locator('#calendar .cell').first().waitFor();
    assert.deepEqual((await page.locator('#calendar .cell-word').allTextContents()), ['verdict.fail', 'verdict.pending', 'verdict.pending', 'page.calendar.coming', 'page.calendar.coming'].map(word));
    assert.equal(await page.locator('#calendar .cell.now .cell-word').textContent(), word('verdict.pending'));
  }));
}

test('months that nobody judges are asked for where a check adds them up', () => with_page({hash: '#v=1&program=tmall-annual-fee&edition=2022-01-01&lang=zh-CN&date=2023-12-31&until=2023-12-31&e.formal_since=2023-01-01&e.category=女装'}, async (page) => {
  for (let month = 1; month <= 12; ++month) {
    await type(page, `months.2023-${String(month).padStart(2, '0')}.metrics.sales`, '100000');
    await type(page, `months.2023-${String(month).padStart(2, '0')}.metrics.service_score`, '3');
  }
  const {timeline} = await reply(page);
  assert.deepEqual(timeline.value.checks.map(({standard, verdict}) => `${standard} ${verdict}`)[0], 'full pass');
  assert.match(await page.locator('[data-event="fee_refunded"]').innerText(), /60,000/);
}));

const months_asked = (page) => page.locator('#numbers li[data-month]').evaluateAll((items) => items.map(({dataset}) => dataset.month));

test('a phase is the one that the reply names by its id: the year of launch is not asked for the months of a fee year', () => with_page({hash: '#v=1&program=tmall-annual-fee&edition=2022-01-01&lang=en&until=2023-01-31&e.launched=2022-11-20&e.category=女装'}, async (page) => {
  const [first, fee] = document_of('tmall-annual-fee', '2022-01-01').cycle.phases;
  const {timeline} = await reply(page);
  assert.deepEqual(timeline.value.phases.map(({phase, id}) => `${phase} ${id}`), ['formal first_year', 'formal fee_year']);
  const names = await page.locator('#calendar .phase-name').allTextContents();
  assert.deepEqual(names.map((name, at) => name.includes([first, fee][at].title.en)), [true, true], names.join());
  assert.deepEqual(await months_asked(page), ['2023-01']);
  const table = await texts('en');
  assert.deepEqual(await page.locator('#calendar .cells.none').allTextContents(), [table['page.calendar.not_judged'], table['page.calendar.by_check']]);
}));

test('a year after a failed one is called so, and so is where the store stands', () => with_page({hash: '#v=1&program=tmall-store-assessment&edition=2024-12-17&lang=en&date=2024-02-01&until=2024-02-28&e.formal_since=2023-01-01&ck.2023-12-31=fail'}, async (page) => {
  const [year, again] = document_of('tmall-store-assessment', '2024-12-17').cycle.phases;
  const names = await page.locator('#calendar .phase-name').allTextContents();
  assert.ok(names[0].includes(year.title.en) && !names[0].includes(again.title.en) && names[1].includes(again.title.en), names.join());
  assert.ok((await page.locator('.answer').innerText()).includes(again.title.en));
  assert.equal((await months_asked(page)).length, 14);
}));

test('tiers: the one that is reached with its consequences, or those that are possible and what decides', () => with_page({hash: '#v=1&program=ebay-seller-standards&lang=en'}, async (page) => {
  const document = document_of('ebay-seller-standards', '2022-03-01');
  await load_example(page);
  const tier = page.getByTestId('tier');
  await tier.waitFor();
  const reached = document.tiers.find(({id}) => id === 'above_standard');
  assert.match(await tier.innerText(), new RegExp(reached.title.en));
  for (const id of reached.consequences) assert.ok((await tier.innerText()).includes(document.texts[`consequence.${id}`].en));
  assert.match(await page.getByTestId('lookback').innerText(), new RegExp(document.lookback[1].title.en));
  const standards = await page.locator('#standards').innerText();
  assert.match(standards, /at most 2%/);
  assert.match(standards, /\nor Buyers with a defect at most 4/);
  assert.ok(standards.includes((await texts('en'))['page.standards.advisory']));
  await type(page, 'unresolved_case_rate', '');
  await type(page, 'unresolved_cases', '');
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess.value.tier.possible);
  assert.match(await tier.innerText(), new RegExp((await texts('en'))['page.possible'].split(':')[0]));
  assert.match(await page.getByTestId('needs').innerText(), /Cases closed without seller resolution/);
}));

for (const lang of ['zh-CN', 'en']) {
  test(`too few orders are "no score yet", never a 0 (${lang})`, () => with_page({hash: `#v=1&program=tiktok-shop-performance&edition=2025-11-11&lang=${lang}`, viewport: phone}, async (page) => {
    const table = await texts(lang);
    await type(page, 'delivered_orders', '29');
    const answer = await page.locator('.answer').innerText();
    assert.ok(answer.includes(table['status.not_scored']) && answer.includes(table['page.no_score']), answer);
    assert.equal(await page.getByTestId('score').count(), 0);
    const figures = await page.locator('shop-gauge').evaluate((element) => [...element.shadowRoot.querySelectorAll('.results *')].map((part) => part.childElementCount ? '' : part.textContent.trim()));
    assert.deepEqual(figures.filter((text) => /^0(\.0+)?$/.test(text)), []);
    assert.equal(await page.locator('.answer [role="status"]').textContent(), table['status.not_scored']);
    const {title} = document_of('tiktok-shop-performance', '2025-11-11').tiers.find(({not_scored}) => not_scored);
    assert.ok((await page.getByTestId('tier').innerText()).includes(title[lang]));
  }));
}

test('a score of 0.0 is a score, and says what costs most', () => with_page({hash: '#v=1&program=tiktok-shop-performance&edition=2025-11-11&lang=en&m.delivered_orders=300&g.product=0&g.fulfilment=0&g.service=0'}, async (page) => {
  assert.equal(await page.getByTestId('score').textContent(), '0.0');
  await settled(page);
  assert.equal(await page.locator('#worst [data-worst]').count(), 3);
  assert.ok(!(await page.locator('.answer').innerText()).includes((await texts('en'))['page.no_score']));
}));

test('the method that the shop\'s page names changes the total', () => with_page({hash: '#v=1&program=tiktok-shop-performance-sea&lang=en&m.valid_paid_orders=900&g.product=4.1&g.fulfilment=3&g.service=4.9'}, async (page) => {
  assert.equal(await page.getByTestId('score').textContent(), '4.0');
  await unfold(page, 'profile');
  await pick(page, 'profile.method', 'minimum');
  assert.equal(await page.getByTestId('score').textContent(), '3.0');
  assert.match(await page.getByTestId('method').innerText(), new RegExp((await texts('en'))['method.minimum']));
}));

for (const lang of ['zh-CN', 'en']) {
  test(`every example fits a phone with all its fields open (${lang})`, async () => {
    for (const program of new Set(editions().map(({program}) => program))) {
      await with_page({hash: `#v=1&program=${program}&lang=${lang}`, viewport: phone}, async (page) => {
        await load_example(page);
        await unfold_all(page);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width, program);
      });
    }
  });
}

test('readings stand under their areas; an event names the areas that failed; months say how they moved', () => with_page({hash: '#v=1&program=tiktok-shop-evaluation&lang=en', viewport: desktop}, async (page) => {
  const document = document_of('tiktok-shop-evaluation', '2024-08-01');
  const areas = await page.locator('.area legend').allTextContents();
  assert.deepEqual(areas, Object.entries(document.texts).filter(([key]) => key.startsWith('area.')).map(([, text]) => text.en));
  await load_example(page);
  await page.locator('[data-event="improvement_plan"]').waitFor();
  assert.match(await page.locator('[data-event="improvement_plan"]').innerText(), /Areas that failed: Sales, Customer feedback/);
  const month = page.locator('li[data-month="2024-09"]');
  await month.locator('> .field > .line .toggle').click();
  assert.match(await month.innerText(), new RegExp((await texts('en'))['trend.better']));
  assert.match(await month.innerText(), /reviewed on 1 October 2024/);
}));

test('names from the address are only names: nothing reaches the prototypes', () => with_page({hash: `${tmall}&lang=en&p.__proto__.polluted=1&m.__proto__=1&m.constructor=1`}, async (page) => {
  await page.locator('.notice.bad').first().waitFor();
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  assert.match(await page.locator('.notices').innerText(), /__proto__/);
}));

test('choices on days, and several of them', () => with_page({hash: '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&until=2022-12-31&e.opened=2022-01-04&e.first_assessed=2022-01-04&mo.2022-05=fail&mo.2022-06=fail&mo.2022-07=fail&mo.2022-08=pass'}, async (page) => {
  await unfold(page, 'choices');
  await page.locator('input[name="choices.upgraded"]').fill('2022-09-05');
  await page.locator('[data-event="upgraded"]').waitFor();
  assert.equal(await page.locator('input[name="choices.upgraded"]').count(), 2);
  await page.locator('select[name="choices.downgrade_to"]').selectOption('enterprise_store');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline.value.events.some(({event, to}) => event === 'downgraded' && to === 'enterprise_store'));
}));
