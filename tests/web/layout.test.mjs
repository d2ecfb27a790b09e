// Where things stand: tabs beside the form on a wide screen; one column, and the form as a sheet with the score above it, on a narrow one.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, hash_of, hold, load_example, open_view, phone, reach, set_up, settled, tear_down, texts, type, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const store = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20';
const score = `${store}&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85`;
const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04&mo.2022-05=fail';

const ended = '#v=1&program=douyin-experience-score&edition=2026-05-07&lang=en&g.goods=69&g.logistics=99&g.service=85';

const focused = (page) => page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.id);
const selected = (page) => page.locator('.view-tab[aria-selected="true"]').getAttribute('data-view');
const seen_views = (page) => page.locator('.view').evaluateAll((views) => views.filter((view) => view.checkVisibility()).map(({id}) => id));

test('the heading of the empty page leaves no word alone in its last line', async () => {
  for (const lang of ['zh-CN', 'en']) {
    await with_page({hash: `#v=1&lang=${lang}`, viewport: phone}, async (page) => {
      for (const width of [320, 360, 390, 430]) {
        await page.setViewportSize({...phone, width});
        const lines = await page.locator('.empty-title').evaluate((title) => {
          const range = document.createRange();
          range.selectNodeContents(title);
          return [...range.getClientRects()].map(({width}) => width);
        });
        if (lang === 'zh-CN') assert.equal(lines.length, 1, `${width}: ${lines}`);
        assert.ok(lines.at(-1) >= Math.max(...lines) / 2, `${lang} ${width}: ${lines}`);
      }
    });
  }
});

for (const [size, viewport] of Object.entries({phone, desktop})) {
  test(`what comes after the first result moves nothing that is in sight (${size})`, async () => {
    for (const hash of ['', `${score}&lang=en`, flagship, `${score.replace('2026-09-20', '2028-01-05')}&lang=en`, ended]) {
      let let_go;
      const before = async (context) => {
        let_go = await hold(context, /\/(background|shell)\.js$/);
        await context.addInitScript(() => {
          globalThis.shifts = [];
          new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({value}) => value))).observe({type: 'layout-shift', buffered: true});
        });
      };
      await with_page({hash, viewport, before}, async (page) => {
        // Two frames: the first result has been painted.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        let_go();
        await settled(page);
        await page.locator('shop-tools [data-tool="menu"]').waitFor();
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const moved = await page.evaluate(() => shifts.reduce((sum, value) => sum + value, 0));
        assert.ok(moved < 0.01, `${hash}: ${moved}`);
      });
    }
  });
}

test('tabs: one view at a time, arrow keys go through them, and the choice stays while one works', () => with_page({hash: `${score}&lang=en`}, async (page) => {
  await settled(page);
  const before = await hash_of(page);
  assert.deepEqual(await page.locator('.view-tab').evaluateAll((tabs) => tabs.map(({dataset, tabIndex}) => `${dataset.view} ${tabIndex}`)), ['why 0', 'do -1', 'forecast -1', 'sources -1']);
  for (const tab of await page.locator('.view-tab').all()) {
    const panel = page.locator(`#${await tab.getAttribute('aria-controls')}`);
    assert.equal(await panel.getAttribute('role'), 'tabpanel');
    assert.equal(await panel.getAttribute('aria-labelledby'), await tab.getAttribute('id'));
  }
  assert.deepEqual(await seen_views(page), ['view-why']);
  await page.locator('#tab-why').focus();
  await page.keyboard.press('End');
  assert.equal(await focused(page), 'tab-sources');
  assert.deepEqual(await seen_views(page), ['view-sources']);
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'tab-why');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  assert.equal(await focused(page), 'tab-why');
  await open_view(page, 'sources');
  await type(page, 'given.goods', '70');
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await page.locator('select[name="program"]').selectOption('ebay-seller-standards');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'ebay-seller-standards');
  await load_example(page);
  assert.equal(await selected(page), 'sources');
  assert.equal(before, `${score}&lang=en`, 'the address says nothing of tabs');
  assert.ok(!(await hash_of(page)).includes('sources'));
}));

test('a link into a tab that is not shown opens it', () => with_page({hash: score}, async (page) => {
  await settled(page);
  assert.equal(await page.locator('#grounds').isVisible(), false);
  await page.locator('.sure .link').click();
  await page.locator('#grounds').waitFor();
  assert.equal(await selected(page), 'sources');
}));

test('a link with a goal opens what to do; without input there is nothing to choose from', async () => {
  await with_page({hash: `${score}&m.rating_mean=6100/1300&goal=score.85`}, async (page) => {
    await page.locator('#todo .tabs').waitFor();
    assert.equal(await selected(page), 'do');
  });
  await with_page({hash: store}, async (page) => {
    await page.locator('#sources').waitFor();
    assert.equal(await page.locator('[role="tab"]').count(), 0);
  });
});

/** The cards from top to bottom, as they are seen. */
const cards = (page) => page.locator('.results .card').evaluateAll((items) => items.filter((item) => item.checkVisibility())
  .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top).map(({id}) => id));

test('a phone shows all in one column, in the order of what is asked first', async () => {
  await with_page({hash: '#v=1&program=douyin-experience-score&edition=2026-09-08', viewport: phone}, async (page) => {
    await settled(page);
    assert.deepEqual(await cards(page), ['answer', 'sources', 'file'], 'without input there is no result, and nothing that it rests on');
  });
  await with_page({hash: score, viewport: phone}, async (page) => {
    await settled(page);
    assert.deepEqual(await cards(page), ['answer', 'todo', 'worst', 'why', 'gates', 'forecast', 'grounds', 'sources', 'file']);
    assert.equal(await page.locator('[role="tab"], [role="tabpanel"]').count(), 0);
  });
  await with_page({hash: flagship, viewport: phone}, async (page) => {
    await settled(page);
    assert.deepEqual((await cards(page)).slice(0, 4), ['answer', 'calendar', 'todo', 'events']);
  });
});

for (const lang of ['zh-CN', 'en']) {
  test(`a phone: the form is a sheet, and the score stays above it and is said while one types (${lang})`, () => with_page({hash: `${store}&lang=${lang}`, viewport: phone}, async (page) => {
    const table = await texts(lang);
    assert.equal(await page.locator('#numbers').isVisible(), false);
    await page.locator('.bottom .main').click();
    assert.equal(await focused(page), 'numbers-title', 'no field, so that the keyboard does not cover the form at once');
    const sheet = page.getByRole('dialog', {name: table['page.form.title']});
    await sheet.waitFor();
    const said = sheet.getByRole('status');
    assert.equal((await said.textContent()).trim(), '');
    for (const [name, number] of [['valid_paid_orders', '4000'], ['given.goods', '69'], ['given.logistics', '99'], ['given.service', '85']]) await type(page, name, number);
    await page.locator('input[name="date"]').scrollIntoViewIfNeeded();
    const box = await said.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 88, `the score stands at ${box.y}`);
    assert.ok((await said.innerText()).includes('80'), await said.innerText());
    await type(page, 'given.goods', '70.5');
    await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess.value.score.unrounded === 80.55);
    assert.ok((await said.innerText()).includes('81'), await said.innerText());
    const stops = new Set();
    for (let at = 0; at < 60; ++at) {
      await page.keyboard.press('Tab');
      stops.add(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.closest('dialog')?.className ?? document.activeElement.localName));
    }
    assert.deepEqual([...stops].filter((stop) => stop !== 'body'), ['sheet'], 'what lies below cannot be reached');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#numbers').isVisible(), false);
    assert.ok(await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.matches('.bottom .main')), 'the focus goes back');
    await page.locator('.bottom .main').click();
    await page.locator('.sheet [data-action="answer"]').click();
    assert.equal(await page.locator('#numbers').isVisible(), false);
    assert.ok((await page.getByTestId('score').boundingBox()).y < phone.height);
  }));
}

test('the field of a mistake is reached inside the sheet', () => with_page({hash: score.replace('g.goods=69', 'g.goods=abc'), viewport: phone}, async (page) => {
  await page.locator('.stale-line .link').click();
  assert.equal(await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.name), 'given.goods');
  assert.equal(await page.locator('#numbers').isVisible(), true);
}));

test('the window may grow and shrink: nothing typed is lost, and no sheet stays behind', () => with_page({hash: store, viewport: phone}, async (page) => {
  await type(page, 'given.goods', '69');
  await page.setViewportSize(desktop);
  await page.locator('.entry-side input[name="given.goods"]').waitFor();
  assert.equal(await page.locator('dialog').count(), 0);
  await type(page, 'given.logistics', '99');
  await page.setViewportSize(phone);
  await page.locator('dialog.sheet').waitFor({state: 'attached'});
  await reach(page, page.locator('input[name="given.goods"]'));
  assert.deepEqual(await Promise.all(['given.goods', 'given.logistics'].map((name) => page.locator(`input[name="${name}"]`).inputValue())), ['69', '99']);
}));

for (const [size, viewport] of Object.entries({phone, desktop})) {
  test(`the calendar opens where the current month is in sight, and no phase is cut while all fit (${size})`, async () => {
    for (const program of ['douyin-flagship', 'tmall-store-assessment']) {
      await with_page({hash: `#v=1&program=${program}&lang=en`, viewport}, async (page) => {
        await load_example(page);
        const {now, strip, scrolled, room} = await page.locator('.strip').evaluate((strip) => {
          const [now, all] = [strip.querySelector('.now'), strip].map((part) => part?.getBoundingClientRect());
          return {now: now && {left: now.left, right: now.right}, strip: {left: all.left, right: all.right}, scrolled: strip.scrollLeft, room: strip.scrollWidth - strip.clientWidth};
        });
        if (now) assert.ok(now.left >= strip.left && now.right <= strip.right + 1, `${program}: ${JSON.stringify({now, strip})}`);
        if (!room) assert.equal(scrolled, 0);
      });
    }
  });
}
