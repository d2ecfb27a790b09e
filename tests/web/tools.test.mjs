// The tools as things on a screen: reachable on a phone, named, in both languages, and a keyboard gets in and out.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, desktop, open_sheet, phone, set_up, tear_down, texts, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85';
const table = 'store\tmonth\tgoods\tlogistics\tservice\tquality_return_rate\n甲店\t2026-07\t61\t99\t80\t1.2\n乙店\t2026-08\t62\tabc\t81\t1.3\n';

/** What is wrong with the controls of the open sheet or menu. */
const faults = (page) => page.locator('shop-tools').evaluate((tools) => {
  const found = [];
  const controls = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('button, input, select, textarea, a, label.act')) controls.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(tools.shadowRoot);
  for (const element of controls) {
    const box = element.getBoundingClientRect();
    if (!box.width || element.matches('.unseen')) continue;
    const own = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label').getBoundingClientRect() : box;
    if (own.height < 44 || own.width < 44) found.push(`small: ${element.outerHTML.slice(0, 120)} ${own.width} × ${own.height}`);
    const name = element.getAttribute('aria-label') ?? (element.labels?.length ? [...element.labels].map(({innerText}) => innerText).join(' ') : element.innerText);
    if (!name?.trim()) found.push(`without a name: ${element.outerHTML.slice(0, 120)}`);
  }
  if (controls.length < 5) found.push('nothing to look at');
  const body = tools.shadowRoot.querySelector('.body');
  if (body && body.scrollWidth > body.clientWidth) found.push(`the sheet scrolls sideways: ${body.scrollWidth} > ${body.clientWidth}`);
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
});

/** Keys of texts that stand where their words should. */
const raw_keys = (page) => page.locator('shop-tools').evaluate((tools) => {
  const text = [];
  const walk = (root) => {
    text.push(root.textContent.replace(/:host[^]*?\}/g, ''));
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot);
  };
  walk(tools.shadowRoot);
  return text.join(' ').match(/\bpage\.[a-z_.]+/g) ?? [];
});

for (const lang of ['zh-CN', 'en']) {
  test(`every sheet fits a phone: targets of 44 px, each with a name (${lang})`, () => with_page({hash: `${score}&lang=${lang}`, viewport: phone}, async (page) => {
    await page.locator('shop-tools [data-tool="menu"]').click();
    assert.deepEqual(await faults(page), []);
    await page.keyboard.press('Escape');
    await open_sheet(page, 'stores');
    assert.deepEqual([await faults(page), await raw_keys(page)], [[], []], 'no store');
    await page.locator('[name="store-name"]').fill('很长很长的店铺名字'.repeat(6));
    await page.locator('[data-act="save"]').click();
    await page.locator('[data-act="keep-month"]').click();
    await page.locator('tr[data-month]').waitFor();
    assert.deepEqual([await faults(page), await raw_keys(page)], [[], []], 'one store');
    await page.keyboard.press('Escape');
    await open_sheet(page, 'share');
    await page.locator('textarea[name="link"]').waitFor();
    assert.deepEqual([await faults(page), await raw_keys(page)], [[], []], 'share');
    await page.keyboard.press('Escape');
    await open_sheet(page, 'table');
    await page.locator('textarea[name="cells"]').fill(table);
    for (const use of ['row', 'months', 'stores']) {
      await page.locator(`input[name="use"][value="${use}"]`).check();
      assert.deepEqual([await faults(page), await raw_keys(page)], [[], []], use);
    }
  }));
}

test('a keyboard opens the menu, goes into a sheet, stays in it, and comes back to where it was', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  const focused = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset.tool ?? at?.dataset.item ?? at?.dataset.act ?? at?.getAttribute('name') ?? at?.tagName;
  });
  await page.locator('shop-tools [data-tool="menu"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'stores');
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'menu');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('textarea[name="link"]').waitFor();
  for (let at = 0; at < 8; ++at) {
    await page.keyboard.press('Tab');
    assert.ok(['close', 'configure', 'copy', 'json', 'link', 'send', 'BODY', 'HTML'].includes(await focused()), await focused());
  }
  await page.keyboard.press('Escape');
  await page.locator('shop-tools dialog').waitFor({state: 'detached'});
  assert.equal(await focused(), 'menu');
}));

test('the tools change language and light with the page', () => with_page({hash: `${score}&lang=zh-CN`, viewport: desktop}, async (page) => {
  const [zh, en] = [await texts('zh-CN'), await texts('en')];
  const share = page.locator('shop-tools [data-tool="share"]');
  await share.getByText(zh['page.tools.share.short']).waitFor();
  await page.locator('[data-action="lang"]').click();
  await share.getByText(en['page.tools.share.short']).waitFor();
  await page.locator('[data-action="theme"]').click();
  await page.locator('[data-action="theme"]').click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await open_sheet(page, 'share');
  const [sheet, surface] = await page.evaluate(() => {
    const dialog = document.querySelector('shop-tools').shadowRoot.querySelector('dialog');
    return [getComputedStyle(dialog).backgroundColor, getComputedStyle(document.querySelector('shop-gauge').shadowRoot.querySelector('.card')).backgroundColor];
  });
  assert.equal(sheet, surface);
}));

test('an element on somebody else\'s page has no tools, and fetches none', () => with_page({hash: score}, async (page, {requests, origin}) => {
  await page.locator('shop-tools [data-tool="menu"]').waitFor();
  const before = requests.length;
  await page.evaluate(async () => {
    const element = document.createElement('shop-gauge');
    element.program = 'etsy-star-seller';
    element.lang = 'en';
    document.body.append(element);
  });
  await page.locator('shop-gauge').nth(1).evaluate((element) => element.scrollIntoView());
  await page.locator('shop-gauge').nth(1).locator('.page').waitFor();
  assert.equal(await page.locator('shop-tools').count(), 1);
  assert.ok(requests.slice(before).every((url) => url.startsWith(origin) && !/shell|stores|tools/.test(url)), requests.slice(before).join());
}));

test('the sheet of stores lets go of the browser when it closes', () => with_page({hash: score, before: (context) => context.addInitScript(() => {
  window.listening = 0;
  const {addEventListener, removeEventListener} = MediaQueryList.prototype;
  MediaQueryList.prototype.addEventListener = function add(...given) {
    ++listening;
    addEventListener.apply(this, given);
  };
  MediaQueryList.prototype.removeEventListener = function remove(...given) {
    --listening;
    removeEventListener.apply(this, given);
  };
})}, async (page) => {
  const listening = () => page.evaluate(() => window.listening);
  const closed = await listening();
  for (let at = 0; at < 3; ++at) {
    await open_sheet(page, 'stores');
    assert.ok((await listening()) > closed, 'its chart follows the light');
    await close_sheet(page);
    await page.locator('shop-stores').waitFor({state: 'detached'});
  }
  assert.equal(await listening(), closed);
}));
