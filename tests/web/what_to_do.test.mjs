// What to do and what if: nothing is fetched before it is opened; levers reach their goal on the page; sliders and fields move together.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, editions, hash_of, phone, read_example, reply, set_up, tear_down, texts, type, unfold, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const document_of = (program, edition) => editions().find((item) => item.program === program && item.edition === edition).document;
const path_of = (url) => new URL(url).pathname.slice(1);
const is_desk = (path) => /^desk\.js$|shopgauge_full|\.desk\.json$|programs\/[a-z-]+\/\d{4}-\d{2}-\d{2}\.json$/.test(path);

/** The example of the program's own folder, which has all readings. */
const store = 'douyin-experience-score';

async function open(page, example = true) {
  if (example) {
    await page.locator('.form [data-action="example"]').click();
    await page.locator('.answer .result').waitFor();
  }
  await page.locator('[data-action="desk"]').click();
  await page.locator('#todo .tabs').waitFor();
}

/** The plan for the chosen goal has been worked out. */
const planned = (page) => page.locator('[data-testid="plan"][aria-busy="false"]').waitFor();

async function aim(page, score) {
  await type(page, 'goal.score', String(score));
  await page.locator('[data-testid="plan-status"]', {hasText: String(score)}).waitFor();
  await planned(page);
}

const show = (page, tab) => page.locator(`#tab-${tab}`).click();

/** What the full engine itself says, on the page's own origin. */
const ask = (page, origin, program, edition, name, request) => page.evaluate(async ({origin, program, edition, name, request}) => {
  const {default: factory} = await import(`${origin}/engine/shopgauge_full.js`);
  const engine = await factory();
  engine.load(await (await fetch(`${origin}/programs/${program}/${edition}.json`)).text());
  return JSON.parse(engine[name](JSON.stringify(request)));
}, {origin, program, edition, name, request});

test('nothing of it is fetched before it is opened; then once', () => with_page({hash: `#v=1&program=${store}&lang=en`}, async (page, {requests}) => {
  await page.locator('.form [data-action="example"]').click();
  await page.locator('[data-action="desk"]').waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(requests.map(path_of).filter(is_desk), []);
  await open(page, false);
  await planned(page);
  const fetched = requests.map(path_of).filter(is_desk);
  assert.deepEqual(fetched, [...new Set(fetched)]);
  assert.deepEqual([...fetched].sort(), ['desk.js', 'engine/shopgauge_full.js', 'engine/shopgauge_full.wasm', `programs/${store}/2026-09-08.json`, 'texts/en.desk.json']);
  assert.equal(await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.id), 'todo-title');
}));

test('without readings there is no door; with months alone it says what is missing', async () => {
  await with_page({hash: '#v=1&program=douyin-flagship&lang=en'}, async (page) => {
    await page.locator('#sources').waitFor();
    assert.equal(await page.locator('#todo').count(), 0);
    await page.locator('.form [data-action="example"]').click();
    await page.locator('[data-action="desk"]').click();
    await page.locator('#todo').getByText((await texts('en'))['page.do.no_reading']).waitFor();
  });
});

for (const lang of ['zh-CN', 'en']) {
  test(`levers say what is needed, in orders too, and warn of bought ones (${lang})`, () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=${lang}`, viewport: lang === 'en' ? desktop : phone}, async (page, {origin}) => {
    const table = await texts(lang);
    await open(page);
    await aim(page, 85);
    const {value} = await ask(page, origin, store, '2026-09-08', 'plan', {...read_example(store), edition: '2026-09-08', goal: {score: 85}});
    const reachable = value.levers.filter((lever) => lever.reachable);
    assert.ok(reachable.length >= 3);
    const shown = await page.locator('.lever[data-lever]').evaluateAll((items) => items.map(({dataset}) => dataset.lever));
    assert.deepEqual([...shown].sort(), reachable.map(({metric}) => metric).sort());
    // The cheapest plans of a single change come first.
    const singles = value.combinations.filter(({changes}) => changes.length === 1).map(({changes}) => changes[0].metric);
    assert.deepEqual(shown.slice(0, singles.length), singles);
    const rating = value.levers.find(({metric}) => metric === 'rating_mean');
    const row = page.locator('.lever[data-lever="rating_mean"]');
    const words = await row.innerText();
    assert.ok(words.includes(String(rating.needed)) && words.includes(new Intl.NumberFormat(lang).format(rating.organic_orders)), words);
    assert.ok(words.includes(table['page.do.orders'].split('{count}')[0].trim()) && /85/.test(words), words);
    const room = value.headroom.find(({metric}) => metric === 'rating_mean');
    assert.ok(words.includes(table['page.do.bad_orders'].replace('{count}', room.more_bad_orders)), words);
    assert.ok((await page.getByTestId('orders-warning').innerText()).includes(table['page.do.organic_only']));
    await row.locator('details summary').click();
    const {advice} = document_of(store, '2026-09-08').metrics.find(({id}) => id === 'rating_mean');
    for (const text of advice) assert.ok((await row.innerText()).includes(text[lang]));
    assert.equal(await page.locator('.weak').count(), value.levers.length - reachable.length);
    const weak = await page.locator('[data-headroom="im_dissatisfaction_rate"]').innerText();
    assert.ok(weak.includes(table['page.do.no_bad_orders']), weak);
  }));
}

test('every lever and combination that is tried reaches its goal on the page', async () => {
  const goals = [[store, 'score.85'], [store, 'score.90'], ['tiktok-shop-performance-sea', 'pass'], ['douyin-shop-assessment', 'score.80'], ['tiktok-shop-performance', 'score.4.2'], ['taobao-experience-score', 'score.4.8']];
  for (const [program, goal] of goals) {
    await with_page({hash: `#v=1&program=${program}&lang=en`}, async (page) => {
      await open(page);
      const {hash} = await page.evaluate((goal) => {
        location.hash = `${location.hash}&goal=${goal}`;
        return location;
      }, goal);
      assert.ok(hash.includes(goal));
      await page.waitForFunction(() => !document.querySelector('shop-gauge').shadowRoot.querySelector('[data-testid="plan-status"].true'));
      await planned(page);
      const rows = page.locator('[data-lever]:has([data-action="try"]), [data-combination]');
      const count = await rows.count();
      assert.ok(count > 0, `${program} ${goal}`);
      for (let at = 0; at < count; ++at) {
        const row = rows.nth(at);
        await row.locator('[data-action="try"]').click();
        await row.locator('[aria-pressed="true"]').waitFor();
        const reach = page.getByTestId('reach');
        assert.match(await reach.getAttribute('class'), /\btrue\b/, `${program} ${goal} ${await row.innerText()} ${await reach.innerText()}`);
      }
    });
  }
});

test('one step less than a lever asks for misses the goal', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`}, async (page) => {
  await open(page);
  await aim(page, 85);
  await page.locator('.lever[data-lever="rating_mean"] [data-action="try"]').click();
  await page.locator('[data-testid="reach"].true').waitFor();
  await show(page, 'what_if');
  const slider = page.locator('#slider-rating_mean');
  assert.equal(await slider.inputValue(), '4.81');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-testid="reach"].false').waitFor();
  assert.equal(await page.locator('input[name="what_if.rating_mean"]').inputValue(), '4.8');
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-testid="reach"].true').waitFor();
}));

test('slider, field, address and points move together; today stays as it is', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`, viewport: phone}, async (page, {origin}) => {
  const table = await texts('en');
  await open(page);
  await show(page, 'what_if');
  const today = await reply(page);
  const slider = page.locator('#slider-quality_return_rate');
  assert.equal(await slider.evaluate((input) => input.labels[0].innerText), 'Quality-return rate');
  assert.match(await slider.getAttribute('aria-valuetext'), /^today 1\.34%$/);
  await slider.focus();
  for (let press = 0; press < 4; ++press) await page.keyboard.press('ArrowLeft');
  assert.equal(await slider.getAttribute('aria-valuetext'), '1.3%, today 1.34%');
  assert.equal(await page.locator('input[name="what_if.quality_return_rate"]').inputValue(), '1.3');
  assert.match(await hash_of(page), /&w\.quality_return_rate=1\.3%25/);
  await type(page, 'what_if.quality_return_rate', '0.94');
  assert.equal(await slider.inputValue(), '0.94');
  const {value} = await ask(page, origin, store, '2026-09-08', 'assess', {...read_example(store), edition: '2026-09-08', what_if: {metrics: {quality_return_rate: {percent: 0.94}}}});
  assert.equal(value.what_if.score.value, 85);
  const row = page.locator('[data-what-if="quality_return_rate"]');
  assert.ok((await row.innerText()).includes(`+${value.difference.unrounded.toFixed(2)}`));
  assert.match(await page.locator('[data-row="score"]').innerText(), /82\s+85\s+\+3/);
  const goods = value.difference.nodes.find(({id}) => id === 'goods');
  const parts = await page.locator('[data-row="goods"]').innerText();
  assert.ok(parts.includes(`+${Number(goods.score.toFixed(2))}`) && parts.includes(`+${Number(goods.contribution.toFixed(2))}`), parts);
  assert.match(await page.getByTestId('trial').innerText(), /82\s*→.*85/s);
  assert.deepEqual(await reply(page), today);
  assert.equal(await page.getByTestId('score').textContent(), '82');
  await type(page, 'what_if.quality_return_rate', '150');
  await row.locator('.error').waitFor();
  assert.match(await row.locator('.error').innerText(), /150/);
  await row.locator('[data-action="reset-one"]').click();
  assert.equal(await page.getByTestId('trial').count(), 0);
  assert.equal(await slider.inputValue(), '1.34');
  assert.ok(!(await hash_of(page)).includes('w.'));
  assert.ok((await page.locator('#panel').innerText()).includes(table['page.what_if.hint']));
}));

test('a link with a what-if opens it; the language changes and the state stays', () => with_page({hash: `#v=1&program=tiktok-shop-performance-sea&lang=zh-CN&m.valid_paid_orders=3180&m.seller_fault_cancel_rate_week=7/251&m.late_dispatch_rate_week=8/244&m.seller_fault_return_rate=25/1920&m.negative_review_rate_30d=4/968&g.product=4.1&g.fulfilment=4&g.service=4.4&goal=pass&w.seller_fault_cancel_rate_week=2.4%25`}, async (page) => {
  await page.locator('[data-testid="reach"].true').waitFor();
  assert.match(await page.locator('[data-row="verdict"]').innerText(), /不达标.*[^不]达标/s);
  await page.locator('[data-action="lang"]').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.locator('[data-testid="reach"].true').waitFor();
  assert.match(await page.locator('[data-row="verdict"]').innerText(), /Fail.*Pass/s);
  assert.match(await page.getByTestId('trial').innerText(), /Fail.*Pass/s);
  assert.equal(await page.locator('#tab-what_if').getAttribute('aria-selected'), 'true');
  assert.equal(await page.locator('#goal').inputValue(), 'pass');
  assert.match(await hash_of(page), /goal=pass&w\.seller_fault_cancel_rate_week=2\.4%25/);
}));

test('taking the what-if over makes it the store\'s own numbers, scores of the back office included', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`}, async (page) => {
  await open(page);
  await show(page, 'what_if');
  await type(page, 'what_if.rating_mean', '4.81');
  await page.locator('[data-testid="sides"]').waitFor();
  assert.match(await page.getByTestId('sides').innerText(), /back-office score of Goods/);
  await page.locator('[data-action="take-over"]').click();
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess.value.score.value === 85);
  assert.equal(await page.locator('input[name="rating_mean"]').inputValue(), '4.81');
  assert.equal(await page.locator('input[name="given.goods"]').inputValue(), '74.884615');
  assert.equal(await page.getByTestId('trial').count(), 0);
  assert.ok(!(await hash_of(page)).includes('w.'));
}));

test('a goal that cannot be is told at its field, and one that is met shows how far each number may fall', () => with_page({hash: `#v=1&program=${store}&edition=2026-09-08&lang=en`}, async (page) => {
  const table = await texts('en');
  await open(page);
  await type(page, 'goal.score', '101');
  await page.locator('#goal-error .error').waitFor();
  await page.locator('#goal').selectOption('gate.mall_feed');
  await page.locator('[data-testid="plan-status"].true').waitFor();
  assert.equal(await page.locator('.lever').count(), 0);
  assert.match(await page.locator('[data-headroom="violations_30d"]').innerText(), /now 0 times, at worst 2 times/);
  assert.ok((await page.locator('#panel').innerText()).includes(table['page.do.headroom_goal']));
}));

const month_of_flagship = '#v=1&program=douyin-flagship&edition=2026-06-02&lang=en&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail&mo.2026-10=pass' +
  '&m.experience_score_mean_30d=72&m.settled_gmv_30d=31000&m.on_shelf_products_mean_30d=26&m.category_matches_name=yes' +
  '&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20';

test('a month under way: what its remaining days must bring, or that it is too late', () => with_page({hash: month_of_flagship}, async (page, {origin}) => {
  const table = await texts('en');
  await open(page, false);
  await planned(page);
  const request = {
    program: 'douyin-flagship', edition: '2026-06-02', date: '2026-11-22', enrolment: {formal_since: '2026-09-01'},
    profile: {targets: {experience_score_mean_30d: 75, settled_gmv_30d: 50000, on_shelf_products_mean_30d: 20}},
    metrics: {experience_score_mean_30d: 72, settled_gmv_30d: 31000, on_shelf_products_mean_30d: 26, category_matches_name: true}, goal: {verdict: 'pass'}, period: {},
  };
  const {value: {period}} = await ask(page, origin, 'douyin-flagship', '2026-06-02', 'plan', request);
  await page.locator('[data-fold="month"] summary').click();
  const month = page.getByTestId('month');
  await month.waitFor();
  const shown = () => page.locator('[data-rest]').evaluateAll((rows) => rows.map(({dataset}) => `${dataset.rest} ${dataset.status}`));
  assert.deepEqual(await shown(), period.metrics.map(({metric, status}) => `${metric} ${status}`));
  // 19,000 more in 8 days; a mean over the days gone by and those left: (30 × 75 − 22 × 72) / 8.
  assert.match(await page.locator('[data-rest="settled_gmv_30d"]').innerText(), /at least 50,000 CNY\s+19,000 CNY more, 2,375 CNY a day/);
  assert.match(await page.locator('[data-rest="experience_score_mean_30d"]').innerText(), /at least 83\.25 points on each day left/);
  assert.ok((await month.innerText()).includes(table['page.do.month_open']));
  await type(page, 'experience_score_mean_30d', '50');
  await page.locator('[data-rest="experience_score_mean_30d"][data-status="lost"]').waitFor();
  assert.ok((await month.innerText()).includes(table['page.do.month_lost']));
  assert.match(await page.locator('[data-rest="experience_score_mean_30d"]').innerText(), /too late: ends at 63\.3/);
}));

test('out of reach, or not to be told: with what is lacking', () => with_page({hash: '#v=1&program=tiktok-shop-performance&edition=2025-11-11&lang=en&goal=gate.live_giveaway&m.delivered_orders=2140&g.product=3.8&g.fulfilment=4.1&g.service=3.7&p.thresholds.benefits.live_giveaway=4.5'}, async (page) => {
  const table = await texts('en');
  await planned(page);
  const status = page.getByTestId('plan-status');
  assert.ok((await status.innerText()).includes(table['page.do.cannot_say'].split('{')[0]));
  assert.match(await page.getByTestId('shortfall').innerText(), /Weight of Product satisfaction/);
  await unfold(page, 'weights');
  for (const [name, weight] of [['product', '40%'], ['fulfilment', '30%'], ['service', '30%']]) await type(page, `profile.weights.${name}`, weight);
  await page.locator('[data-testid="plan-status"].false').waitFor();
  assert.ok((await status.innerText()).includes(table['page.do.out_of_reach'].split('{')[0]));
  assert.ok((await page.getByTestId('shortfall').innerText()).length > 20);
}));

test('tabs by arrow keys', () => with_page({hash: `#v=1&program=${store}&lang=en`}, async (page) => {
  await open(page);
  await page.locator('#tab-plan').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement.id), 'tab-what_if');
  await page.keyboard.press('End');
  await page.locator('#vs').waitFor();
  assert.deepEqual(await page.locator('[role="tab"]').evaluateAll((tabs) => tabs.map(({tabIndex}) => tabIndex)), [-1, -1, 0]);
}));

test('without a connection the door stays, and says so', () => with_page({hash: `#v=1&program=${store}&lang=en`}, async (page) => {
  await page.locator('.form [data-action="example"]').click();
  await page.locator('[data-action="desk"]').waitFor();
  await page.route('**/*.desk.json', (route) => route.fulfill({body: 'nonsense'}));
  await page.locator('[data-action="desk"]').click();
  await page.locator('.notices').getByText((await texts('en'))['page.failed']).waitFor();
  await page.unroute('**/*.desk.json');
  await page.locator('[data-action="desk"]').click();
  await page.locator('#todo .tabs').waitFor();
}));

test('a document from the device has its plan and its what-if; there is no other edition to compare with', () => with_page({hash: `#v=1&program=${store}&lang=en`}, async (page, {requests}) => {
  const {document} = editions().find(({program}) => program === 'douyin-shop-assessment');
  const text = JSON.stringify({...document, program: 'my-own'});
  await page.locator('#sources').waitFor();
  await page.locator('input[name="file"]').setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(text)});
  await page.waitForFunction(() => window.document.querySelector('shop-gauge').reply.assess?.value?.program === 'my-own');
  await page.locator('shop-gauge').evaluate((element) => element.shadowRoot.querySelectorAll('.form details').forEach((details) => (details.open = true)));
  for (const [id, value] of Object.entries(read_example('douyin-shop-assessment').metrics)) {
    await page.locator(`input[name="${id}"]`).fill(typeof value === 'number' ? String(value) : 'percent' in value ? `${value.percent}%` : `${value.num}/${value.den}`);
  }
  requests.length = 0;
  await page.locator('[data-action="desk"]').click();
  await planned(page);
  assert.deepEqual(requests.map(path_of).filter((path) => path.startsWith('programs/')), []);
  await page.locator('.lever [data-action="try"]').first().click();
  await page.locator('[data-testid="reach"].true').waitFor();
  await show(page, 'compare');
  assert.deepEqual(await page.locator('#vs option').evaluateAll((options) => options.map(({value}) => value)), ['what_if']);
  await page.locator('[data-row="total"]').waitFor();
}));

test('every target is 44 px, and every input has a name and a label', () => with_page({hash: `#v=1&program=${store}&lang=zh-CN`, viewport: phone}, async (page) => {
  await open(page);
  await planned(page);
  await page.locator('.lever [data-action="try"]').first().click();
  for (const tab of ['plan', 'what_if', 'compare']) {
    await show(page, tab);
    const {small, nameless} = await page.locator('shop-gauge').evaluate((element) => {
      const card = element.shadowRoot.querySelector('#todo');
      card.querySelectorAll('details').forEach((details) => (details.open = true));
      const targets = [...card.querySelectorAll('button:not(.trial-bar .link), select, .box, .segment, summary, input[type="range"]')].map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()]);
      return {
        small: targets.filter(([, {width, height}]) => width > 0 && (width < 43.5 || height < 41.5)).map(([name, {width, height}]) => `${name} ${width}×${height}`),
        nameless: [...card.querySelectorAll('input, select')].filter((input) => !input.name || !input.labels?.[0]?.innerText.trim()).map((input) => input.outerHTML),
      };
    });
    assert.deepEqual(small, [], tab);
    assert.deepEqual(nameless, [], tab);
  }
}));

for (const lang of ['zh-CN', 'en']) {
  test(`every example fits a phone, whatever is shown (${lang})`, async () => {
    for (const program of new Set(editions().map((item) => item.program))) {
      await with_page({hash: `#v=1&program=${program}&lang=${lang}`, viewport: phone}, async (page) => {
        await page.locator('.form [data-action="example"]').click();
        await page.locator('[data-action="desk"]').click();
        await page.locator('#todo .tabs, #todo .main:not([data-action])').first().waitFor();
        for (const tab of (await page.locator('.tabs').count()) ? ['plan', 'what_if', 'compare'] : []) {
          await show(page, tab);
          if (tab === 'plan') await planned(page);
          await page.locator('#panel').waitFor();
          await page.locator('shop-gauge').evaluate((element) => element.shadowRoot.querySelectorAll('#todo details').forEach((details) => (details.open = true)));
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width, `${program} ${tab}`);
          const shown = await page.locator('#todo').innerText();
          assert.ok(!/page\.|NaN|undefined|\[object/.test(shown), `${program} ${tab}: ${shown.match(/.*(page\.|NaN|undefined|\[object).*/)?.[0]}`);
        }
      });
    }
  });
}
