// Nonsense in a field, and links that cannot be read: the page says what is wrong, where, in its language, and goes on.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';

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

test('a rate above 1, and more bad events than orders', () => with_page({hash: `${good}&lang=en`}, async (page) => {
  await page.locator('details[data-fold="node-goods"] > summary').click();
  await type(page, 'quality_return_rate', '150');
  await field(page, 'quality_return_rate').locator('.error').waitFor();
  assert.match(await field(page, 'quality_return_rate').locator('.error').textContent(), /150%.*0%.*100%/);
  await type(page, 'quality_return_rate', '5/4');
  await page.waitForTimeout(600);
  assert.match(await field(page, 'quality_return_rate').locator('.error').textContent(), /5\/4/);
}));

test('weights that do not make 100 %', () => with_page({hash: `${good}&lang=en&p.weights.goods=0.5&p.weights.logistics=0.2&p.weights.service=0.25`}, async (page) => {
  assert.match(await field(page, 'profile.weights.goods').locator('.error').textContent(), /95%/);
  assert.equal(await page.locator('input[name="profile.weights.goods"]').inputValue(), '50');
  assert.ok(await page.getByTestId('stale').count());
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
