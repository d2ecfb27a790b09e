// Nonsense in a field, and links that cannot be read: the page says what is wrong, where, in its language, and goes on.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {hold, reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const good = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&g.goods=69&g.logistics=99&g.service=85';

const field = (page, name) => page.locator('.field', {has: page.locator(`[name="${name}"]`)});

for (const lang of ['zh-CN', 'en']) {
  test(`nonsense stands beside its field, and the last good result is greyed (${lang})`, () => with_page({hash: `${good}&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    await type(page, 'valid_paid_orders', 'abc');
    const error = field(page, 'valid_paid_orders').locator('.error');
    await error.waitFor();
    assert.equal((await error.textContent()).trim(), table['issue.metric.type'].replace('{kind}', table['kind.count']));
    assert.equal(await page.locator('input[name="valid_paid_orders"]').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.getByTestId('score').textContent(), '80');
    assert.ok(await page.locator('.answer.old').count());
    assert.match(await page.getByTestId('stale').textContent(), new RegExp(table['page.old_result']));
    assert.equal((await reply(page)).assess.ok, false);
    await type(page, 'valid_paid_orders', '4000');
    await page.locator('.answer:not(.old)').waitFor();
    assert.equal(await page.locator('.error').count(), 0);
  }));
}

test('a mistake that still waits for its words says nothing under rules that were chosen meanwhile', () => with_page({hash: `${good}&lang=en`}, async (page) => {
  const [words, fill] = [await hold(page, '**/texts/*.mistakes.json'), await hold(page, '**/fill.js')];
  await type(page, 'valid_paid_orders', 'abc');
  await page.locator('select[name="edition"]').selectOption('2026-07-14');
  await page.waitForFunction(() => document.querySelector('shop-gauge').view().document.edition === '2026-07-14');
  const there = page.waitForResponse('**/texts/*.mistakes.json');
  words();
  await there;
  await page.waitForTimeout(200);
  assert.deepEqual(await reply(page), {});
  fill();
  await field(page, 'valid_paid_orders').locator('.error').waitFor();
  // The numbers went along, the mistake with them; what the older rules said did not.
  assert.equal(await page.getByTestId('score').count(), 0);
}));

test('a rate above 1, and more bad events than orders', () => with_page({hash: `${good}&lang=en`}, async (page) => {
  await page.locator('details[data-fold="node-goods"] > summary').click();
  await type(page, 'quality_return_rate', '150');
  await field(page, 'quality_return_rate').locator('.error').waitFor();
  assert.match(await field(page, 'quality_return_rate').locator('.error').textContent(), /150%.*0%.*100%/);
  await type(page, 'quality_return_rate', '5/4');
  await field(page, 'quality_return_rate').locator('.error', {hasText: '5/4'}).waitFor();
}));

test('a half-typed number is not called wrong at once', () => with_page({hash: `${good}&lang=en`}, async (page) => {
  const input = page.locator('input[name="given.goods"]');
  await input.fill('');
  await input.pressSequentially('-', {delay: 20});
  assert.equal(await page.locator('.error').count(), 0);
  await page.locator('.error').waitFor();
}));

test('an unknown metric in a link is told at the top, with a way to be rid of it', () => with_page({hash: `${good}&lang=en&m.quality_retrun_rate=0.01`}, async (page) => {
  const notice = page.locator('.notice.bad');
  await notice.waitFor();
  assert.match(await notice.textContent(), /quality_retrun_rate/);
  await notice.locator('button').click();
  await page.locator('.answer:not(.old) [data-testid="score"]').waitFor();
  assert.equal(await notice.count(), 0);
}));

test('a link of another version, with broken parts, explains itself and goes on', () => with_page({hash: '#v=9&program=douyin-experience-score&edition=2026-09-08&lang=en&g.goods=69&nonsense&g.%E0%A4%A=1'}, async (page) => {
  const told = await page.locator('.notices').innerText();
  assert.match(told, /format 9/);
  assert.match(told, /nonsense/);
  assert.equal(await page.locator('input[name="given.goods"]').inputValue(), '69');
}));

test('an unknown program or edition in a link shows a known one and says so', async () => {
  await with_page({hash: '#v=1&program=nowhere&lang=en'}, async (page) => assert.match(await page.locator('.notices').innerText(), /nowhere/));
  await with_page({hash: '#v=1&program=douyin-flagship&edition=2031-01-01&lang=en'}, async (page) => {
    assert.match(await page.locator('.notices').innerText(), /2031-01-01/);
    assert.equal(await page.locator('select[name="edition"]').inputValue(), '2026-06-02');
  });
});

test('dates still to be entered are no mistake', () => with_page({hash: '#v=1&program=douyin-flagship&lang=en&m.category_matches_name=yes'}, async (page) => {
  assert.match(await page.locator('#calendar .waits').textContent(), /Joined/);
  assert.equal(await page.locator('.error').count() + (await page.getByTestId('stale').count()), 0);
}));

test('numbers as a Chinese keyboard types them: full-width, its full stop for the point, the unit behind a score', () => with_page({hash: good}, async (page) => {
  const read = async () => (await reply(page)).assess.value?.nodes.find(({id}) => id === 'goods').score;
  for (const [typed, value] of [['69分', 69], ['６８．５', 68.5], ['67。5', 67.5], ['６６。５分', 66.5], ['70 分', 70], ['71。', 71]]) {
    await type(page, 'given.goods', typed);
    assert.equal(await read(), value, typed);
  }
  await page.locator('details[data-fold="node-logistics"] > summary').click();
  await type(page, 'line_time_rate', '95。5％');
  await page.locator('.answer:not(.old)').waitFor();
  assert.equal(await page.locator('.error').count(), 0);
}));

test('a full stop too many, and a unit that may mean another, are still refused', () => with_page({hash: `${good}&lang=zh-CN`}, async (page) => {
  for (const [name, typed] of [['given.goods', '6。9。5'], ['given.goods', '69分钟'], ['valid_paid_orders', '69分']]) {
    await type(page, name, typed);
    await field(page, name).locator('.error').waitFor();
    await type(page, name, '69');
    await page.locator('.answer:not(.old)').waitFor();
  }
}));

for (const lang of ['zh-CN', 'en']) {
  test(`a link cut inside its date says so and goes on with today (${lang})`, async () => {
    const cut = `#v=1&program=douyin-experience-score&edition=2026-09-08&lang=${lang}`;
    for (const [fields, date] of [['', 'date=2026-1'], ['&g.goods=69&g.logistics=99&g.service=85', 'date=2026-11-'], ['', 'date=2026-02-30'], ['', 'until=']]) {
      await with_page({hash: `${cut}${fields}&${date}`}, async (page) => {
        assert.ok((await page.locator('.notices').innerText()).includes((await texts(lang))['page.link.ignored'].replace('{parts}', date)));
        assert.equal(await page.locator('.answer.old').count() + (await page.locator('.error').count()), 0);
        assert.match(await page.locator('input[name="date"]').inputValue(), /^\d{4}-\d{2}-\d{2}$/);
        assert.equal((await reply(page)).assess.ok, true);
      });
    }
  });
}

test('a mistake before the first result does not grey the buttons of the empty page', () => with_page({hash: '#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-09-20&until=2022-01-01'}, async (page) => {
  await page.getByTestId('stale').waitFor();
  assert.equal(await page.locator('.answer .empty').evaluate((part) => getComputedStyle(part).opacity), '1');
}));
