// The page as a page: its address, language and light, its width on a phone, how fast the engine answers in it.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {hash_of, phone, reply, set_up, settled, tear_down, texts, type, unfold, with_page, write_figures} from './fixture.mjs';

before(set_up);
after(tear_down);

const full = '#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&theme=dark&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04' +
  '&p.targets.ccr=0.5%25&m.ccr=3/1000&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07.m.ccr=1.1%25&ch.downgrade_to=enterprise_store';
const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&g.goods=69&g.logistics=99&g.service=85&m.valid_paid_orders=4000&m.freight_insurance=yes';

test('the address round-trips: what is read is written, and gives the same replies', () => with_page({hash: full}, async (page) => {
  const first = await reply(page);
  await type(page, 'experience_score', '4.6923');
  const written = await hash_of(page);
  assert.equal(written, `${full}&m.experience_score=4.6923`);
  await with_page({hash: written}, async (again) => {
    assert.deepEqual(await reply(again), await reply(page));
    assert.equal(await hash_of(again), written);
    assert.notDeepEqual(await reply(again), first);
  });
}));

test('numbers reach the engine as they were typed', () => with_page({hash: `${score}&m.rating_mean=4.6923&m.quality_return_rate=1.1%25&lang=en`}, async (page) => {
  await page.evaluate(() => document.querySelector('shop-gauge').setAttribute('lang', 'en'));
  await page.locator('input[name="given.goods"]').fill('');
  await page.locator('input[name="given.goods"]').blur();
  const [goods] = (await reply(page)).assess.value.nodes;
  assert.equal(goods.nodes[0].input, 4.6923);
  assert.deepEqual(goods.nodes[1].input, {percent: 1.1});
}));

for (const [name, typed, input] of [
  ['rating_mean', '4.6923', 4.6923], ['rating_mean', '４.６９', 4.69], ['rating_mean', '6100/1300', {sum: 6100, n: 1300}],
  ['quality_return_rate', '1.34', {percent: 1.34}], ['quality_return_rate', '1.34%', {percent: 1.34}], ['quality_return_rate', '.5％', {percent: 0.5}],
  ['quality_return_rate', '67/5000', {num: 67, den: 5000}], ['quality_return_rate', '67 of 5,000', {num: 67, den: 5000}], ['quality_return_rate', '?', null],
]) {
  test(`${name} typed as ${typed}`, () => with_page({hash: '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20'}, async (page) => {
    await unfold(page, 'node-goods');
    await type(page, name, typed);
    const {nodes} = (await reply(page)).assess.value.nodes[0];
    const node = nodes.find(({id}) => id === name);
    assert.deepEqual(node.input, input);
    if (input === null) assert.equal(node.why, 'unknown');
  }));
}

for (const typed of ['0,500', '00,500', '-0,500', '12,34', '1,2345', '1.300,5']) {
  test(`a comma that separates no thousands is a mistake: ${typed}`, () => with_page({hash: '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20'}, async (page) => {
    await type(page, 'valid_paid_orders', typed);
    await page.locator('input[name="valid_paid_orders"][aria-invalid="true"]').waitFor();
    const {ok, issues} = (await reply(page)).assess;
    assert.deepEqual([ok, issues?.map(({path}) => path)], [false, ['/metrics/valid_paid_orders']]);
  }));
}

for (const [lang, words] of [['zh-CN', '合计 6,100，个数 1,300'], ['en', 'sum 6,100, number 1,300']]) {
  test(`a mean typed as counts is said as sum and number (${lang})`, () => with_page({hash: `${score.replace('g.goods=69&', '')}&m.rating_mean=6100/1300&m.quality_return_rate=67/5000&lang=${lang}`}, async (page) => {
    await settled(page);
    assert.ok((await page.locator('tr[data-node="rating_mean"]').innerText()).includes(words), await page.locator('tr[data-node="rating_mean"]').innerText());
    assert.ok(!(await page.locator('tr[data-node="quality_return_rate"]').innerText()).includes(words.slice(0, 3)));
  }));
}

test('the description of the page is a sentence in its language', () => with_page({hash: `${score}&lang=zh-CN`}, async (page) => {
  const written = () => page.locator('meta[name="description"]').getAttribute('content');
  assert.equal(await written(), (await texts('zh-CN'))['page.tools.description']);
  await page.locator('shop-tools').waitFor({state: 'attached'});
  await page.locator('[data-action="lang"]').click();
  const english = (await texts('en'))['page.tools.description'];
  await page.waitForFunction((text) => document.querySelector('meta[name="description"]').content === text, english);
}));

test('an address typed into an open page takes effect', () => with_page({hash: score}, async (page) => {
  await page.evaluate((hash) => (location.hash = hash), score.replace('g.goods=69', 'g.goods=75'));
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.score?.value === 85);
}));

test('an address of another program, too', () => with_page({hash: score}, async (page) => {
  await page.evaluate((hash) => (location.hash = hash), full);
  await page.locator('.phase').first().waitFor();
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.timeline?.value?.program === 'douyin-flagship');
  assert.equal(await hash_of(page), full);
}));

test('an element without an address follows its attributes, and leaves the address alone', () => with_page({hash: score}, async (page) => {
  const before = await hash_of(page);
  await page.evaluate(() => {
    document.querySelector('main').innerHTML = '<shop-gauge program="douyin-flagship" edition="2022-07-15" lang="en" theme="dark"></shop-gauge>';
  });
  const shown = (edition) => page.waitForFunction((wanted) => document.querySelector('shop-gauge').reply.assess?.value?.edition === wanted, edition);
  await shown('2022-07-15');
  await type(page, 'ccr', '3/1000');
  await page.evaluate(() => document.querySelector('shop-gauge').setAttribute('edition', '2026-06-02'));
  await shown('2026-06-02');
  await page.evaluate(() => document.querySelector('shop-gauge').setAttribute('lang', 'zh-CN'));
  await page.getByRole('heading', {name: (await texts('zh-CN'))['page.form.title']}).waitFor();
  assert.equal(await hash_of(page), before);
}));

test('an element made by script takes its properties, and can be moved', () => with_page({hash: score}, async (page) => {
  const shown = (program) => page.waitForFunction((wanted) => document.querySelector('shop-gauge').reply.assess?.value?.program === wanted, program);
  await page.evaluate(() => {
    const element = document.createElement('shop-gauge');
    element.program = 'etsy-star-seller';
    element.lang = 'en';
    document.querySelector('main').replaceChildren(element);
  });
  await shown('etsy-star-seller');
  await type(page, 'orders_3_months', '4');
  await page.evaluate(() => document.body.append(document.querySelector('shop-gauge')));
  assert.equal(await page.locator('input[name="orders_3_months"]').inputValue(), '4');
  await page.evaluate(() => (document.querySelector('shop-gauge').program = 'douyin-experience-score'));
  await shown('douyin-experience-score');
  assert.equal(await page.locator('.notice').count(), 0);
}));

test('a program that is set just when an element comes into sight is not lost: at first, and where it was moved', () => with_page({hash: score}, async (page) => {
  const shown = (program) => page.waitForFunction((wanted) => document.querySelector('shop-gauge').reply.assess?.value?.program === wanted, program);
  /** The element has begun by then: observers are told in the order in which they began. */
  const put_and_set = (tag, program) => page.evaluate(([tag, program]) => {
    const element = tag ? document.createElement(tag) : document.querySelector('shop-gauge');
    if (tag) {
      element.program = 'etsy-star-seller';
      document.querySelector('main').replaceChildren(element);
    } else document.body.append(element);
    const sight = new IntersectionObserver(() => {
      sight.disconnect();
      element.program = program;
    }, {rootMargin: '25%'});
    sight.observe(element);
  }, [tag, program]);
  await put_and_set('shop-gauge', 'ebay-seller-standards');
  await shown('ebay-seller-standards');
  await put_and_set(undefined, 'douyin-experience-score');
  await shown('douyin-experience-score');
}));

test('language and light can be switched, and stand in the address', () => with_page({hash: score}, async (page) => {
  const [zh, en] = [await texts('zh-CN'), await texts('en')];
  assert.match(await page.locator('#why').innerText(), new RegExp(zh['page.why.title']));
  await page.locator('[data-action="lang"]').click();
  await page.getByText(en['page.why.title']).waitFor();
  assert.match(await hash_of(page), /lang=en/);
  const light = await page.evaluate(() => getComputedStyle(document.querySelector('shop-gauge')).backgroundColor);
  await page.locator('[data-action="theme"]').click();
  await page.locator('[data-action="theme"]').click();
  assert.match(await hash_of(page), /theme=dark/);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('shop-gauge')).backgroundColor), light);
}));

test('the device chooses light or dark where nobody forces it', async () => {
  const colour = (page) => page.evaluate(() => getComputedStyle(document.querySelector('shop-gauge')).backgroundColor);
  const seen = [];
  for (const scheme of ['light', 'dark']) await with_page({scheme}, async (page) => seen.push(await colour(page)));
  assert.notEqual(seen[0], seen[1]);
});

for (const lang of ['zh-CN', 'en']) {
  test(`no sideways scrolling at 390 px, and every target is 44 px (${lang})`, async () => {
    for (const hash of [`#v=1&lang=${lang}`, `${score}&lang=${lang}`, full.replace('lang=en', `lang=${lang}`), `${score.replace('g.goods=69', 'g.goods=abc')}&lang=${lang}`]) {
      await with_page({hash, viewport: phone}, async (page) => {
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width, hash);
        const small = await page.locator('shop-gauge').evaluate((element) => [...element.shadowRoot.querySelectorAll('button:not(.link), select, .box, .segment')]
          .map((target) => [target.className || target.tagName, target.getBoundingClientRect()])
          .filter(([, {width, height}]) => width > 0 && (width < 43.5 || height < 41.5))
          .map(([name, {width, height}]) => `${name} ${width}×${height}`));
        assert.deepEqual(small, [], hash);
      });
    }
  });
}

test('every input has a name and a visible label', () => with_page({hash: full}, async (page) => {
  await page.locator('shop-gauge').evaluate((element) => element.shadowRoot.querySelectorAll('details').forEach((details) => (details.open = true)));
  const nameless = await page.locator('shop-gauge').evaluate((element) => [...element.shadowRoot.querySelectorAll('input, select')]
    .filter((input) => !input.name || !input.labels?.[0]?.innerText.trim()).map((input) => input.outerHTML));
  assert.deepEqual(nameless, []);
}));

test('how fast the engine answers in the browser', () => with_page({hash: score}, async (page, {origin}) => {
  const months = Array.from({length: 24}, (_, index) => ({month: `${2022 + Math.floor((index + 4) / 12)}-${String(((index + 4) % 12) + 1).padStart(2, '0')}`, met: index % 3 !== 0}));
  const speed = await page.evaluate(async ({months, origin}) => {
    const {default: factory} = await import(`${origin}/engine/shopgauge.js`);
    const engine = await factory();
    const load = async (path) => engine.load(await (await fetch(`${origin}/programs/${path}.json`)).text());
    const loaded = [await load('douyin-experience-score/2026-09-08'), await load('douyin-flagship/2022-07-15')];
    const assess = JSON.stringify({program: 'douyin-experience-score', edition: '2026-09-08', metrics: {valid_paid_orders: 4000, freight_insurance: true}, given: {goods: 69, logistics: 99, service: 85}});
    const timeline = JSON.stringify({program: 'douyin-flagship', edition: '2022-07-15', enrolment: {formal_since: '2022-05-01', failures_so_far: 0}, months, until: '2024-04-30'});
    /** The browser's clock is coarse: the median of 100 batches of 20 calls. */
    const median = (call) => {
      const batch = 20;
      const times = Array.from({length: 100}, () => {
        const start = performance.now();
        for (let at = 0; at < batch; ++at) call();
        return (performance.now() - start) / batch;
      });
      return times.sort((a, b) => a - b)[50];
    };
    const replies = [engine.assess(assess), engine.timeline(timeline)];
    return {loaded, replies, assess_ms: median(() => engine.assess(assess)), timeline_24_months_ms: median(() => engine.timeline(timeline))};
  }, {months, origin});
  for (const text of [...speed.loaded, ...speed.replies]) assert.equal(JSON.parse(text).ok, true, text);
  assert.equal(JSON.parse(speed.replies[1]).value.months.length, 24);
  write_figures('speed', {assess_ms: speed.assess_ms, timeline_24_months_ms: speed.timeline_24_months_ms});
}));
