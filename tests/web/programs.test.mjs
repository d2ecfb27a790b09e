// Every shipped edition: the page opens it and draws a form from its document alone; every number has its labelled field under
// the promised name; the shipped example gives the replies that its request gives.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, editions, load_example, phone, read_cases, read_example, reply, set_up, tear_down, texts, unfold_all, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

/** Inputs by name, with the words that label them: its own label, or that of its group and its area. */
const labelled_fields = (page) => page.locator('shop-gauge').evaluate((element) => {
  const found = {};
  for (const input of element.shadowRoot.querySelectorAll('.form input[name], .form select[name]')) {
    const group = input.closest('[role="radiogroup"]');
    const named = group ? element.shadowRoot.getElementById(group.getAttribute('aria-labelledby')) : input.labels[0];
    found[input.name] ??= named?.textContent.trim() ?? '';
  }
  return found;
});

function fields_wanted(document, lang) {
  const store_fields = document.cycle ? document.cycle.entries[0].fields.map((field) => [`enrolment.${field}`, '']) : [];
  const words = (document.rows ?? []).flatMap(({by}) => by.slice(0, 1)).map((word) => [`enrolment.${word}`, '']);
  const weights = (document.score?.nodes ?? []).flatMap((node) => [node, ...((node.nodes?.length ?? 0) > 1 ? node.nodes : [])]);
  return [
    ...document.metrics.map(({id, title}) => [id, title[lang]]),
    ...Object.entries(document.profile_texts ?? {}).map(([path, {title}]) => [`profile.${path}`, title[lang]]),
    ...(document.score?.nodes ?? []).map(({id}) => [`given.${id}`, '']),
    ...weights.map(({id}) => [`profile.weights.${id}`, '']),
    ...(document.score?.methods ? [['profile.method', '']] : []),
    ...store_fields, ...words,
  ];
}

const table_keys = /\b(page|issue|warning|status|basis|verdict|met|node_basis|why|method|trend|phase|event|deadline|provenance|operator|unit|kind|choice|part)\.[a-z_]+/;

for (const [at, {program, edition, document}] of editions().entries()) {
  const lang = at % 2 ? 'en' : 'zh-CN';
  test(`${program} ${edition}: a form of its own (${lang})`, () =>
    with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=${lang}`, viewport: at % 3 ? phone : desktop}, async (page) => {
      assert.ok((await page.locator('.empty').innerText()).includes(document.summary[lang].slice(0, 20)));
      await unfold_all(page);
      const fields = await labelled_fields(page);
      const missing = fields_wanted(document, lang).filter(([name, title]) => fields[name] === undefined || !fields[name] || !fields[name].includes(title));
      assert.deepEqual(missing, []);
      for (const notice of document.notices ?? []) assert.equal(await page.locator(`[data-notice="${notice}"]`).count(), 1, notice);
      const {assess, timeline} = await reply(page);
      assert.equal(assess?.ok, true, JSON.stringify(assess));
      if (document.cycle) assert.deepEqual((timeline.issues ?? []).map(({code}) => code).filter((code) => code !== 'enrolment.missing'), []);
      assert.doesNotMatch(await page.locator('shop-gauge').innerText(), table_keys);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= page.viewportSize().width, 'no sideways scrolling');
    }));
}

/** What the two functions are asked with an example's request. */
function asked(request) {
  const {metrics, given, months = [], checks = [], choices = {}, until, ...both} = request;
  const {date, ...same} = both;
  const dated = date === undefined ? {} : {date};
  return {assess: {...same, ...dated, ...(metrics ? {metrics} : {}), ...(given ? {given} : {})}, timeline: {...same, ...dated, months, checks, choices, until}};
}

/** The engine's own replies to what the page should ask. */
const replies_to = (page, origin, program, edition, {assess, timeline}) => page.evaluate(async ({origin, path, assess, timeline}) => {
  const {default: factory} = await import(`${origin}/engine/shopgauge.js`);
  const engine = await factory();
  engine.load(await (await fetch(`${origin}/programs/${path}.json`)).text());
  return {assess: JSON.parse(engine.assess(JSON.stringify(assess))), ...(timeline.until ? {timeline: JSON.parse(engine.timeline(JSON.stringify(timeline)))} : {})};
}, {origin, path: `${program}/${edition}`, assess, timeline});

for (const [at, program] of [...new Set(editions().map(({program}) => program))].entries()) {
  const lang = at % 2 ? 'zh-CN' : 'en';
  test(`${program}: the example store gives the replies of its request (${lang})`, () =>
    with_page({hash: `#v=1&program=${program}&lang=${lang}`, viewport: at % 2 ? phone : desktop}, async (page, {origin}) => {
      await load_example(page);
      const request = read_example(program);
      const proposed = await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.querySelector('[name="date"]').value);
      if (!request.date && !request.until && proposed) request.date = proposed;
      const {document} = editions().find((item) => item.program === program && item.edition === request.edition);
      assert.ok((await page.evaluate(() => location.hash)).includes(`edition=${request.edition}`));
      const shown = await reply(page);
      const wanted = await replies_to(page, origin, program, request.edition, asked(request));
      assert.deepEqual(shown.assess, wanted.assess);
      assert.equal(shown.assess.ok, true);
      if (wanted.timeline) assert.deepEqual(shown.timeline, wanted.timeline);
      await unfold_all(page);
      assert.doesNotMatch(await page.locator('shop-gauge').innerText(), table_keys);
      assert.equal(await page.getByTestId('stale').count(), 0);
      if (document.tiers && shown.assess.value.tier?.id && request.metrics) {
        const {title} = document.tiers.find(({id}) => id === shown.assess.value.tier.id);
        assert.ok((await page.getByTestId('tier').innerText()).includes(title[lang]));
      }
      for (const {standard, date} of shown.timeline?.value?.checks ?? []) assert.equal(await page.locator(`[data-check="${standard}"][data-date="${date}"]`).count(), 1);
      assert.ok((await page.evaluate(() => window.document.documentElement.scrollWidth)) <= page.viewportSize().width, 'no sideways scrolling');
    }));
}

/** A value of a request as a field of the address holds it. */
function typed(value) {
  if (value === null) return '?';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  if ('percent' in value) return `${value.percent}%`;
  if ('no_score' in value) return 'none';
  return 'sum' in value ? `${value.sum}/${value.n}` : `${value.num}/${value.den}`;
}

const is_value = (value) => value === null || typeof value !== 'object' || ['percent', 'num', 'sum', 'no_score'].some((key) => key in value);

function* flat(prefix, values = {}) {
  for (const [key, value] of Object.entries(values)) {
    if (is_value(value)) yield [`${prefix}.${key}`, typed(value)];
    else yield* flat(`${prefix}.${key}`, value);
  }
}

function hash_of_request({program, edition, date, until, enrolment, profile, metrics, given, months = [], checks = [], choices}) {
  const period = (key, {met, metrics: own, profile: numbers}) => [...(met === undefined ? [] : [[key, met ? 'pass' : 'fail']]), ...flat(`${key}.m`, own), ...flat(`${key}.p`, numbers)];
  const parts = [['v', 1], ['program', program], ['edition', edition], ['lang', 'en'], ['date', date], ['until', until],
    ...flat('e', enrolment), ...flat('p', profile), ...flat('m', metrics), ...flat('g', given), ...flat('ch', choices),
    ...months.flatMap((month) => period(`mo.${month.month}`, month)), ...checks.flatMap((check) => period(`ck.${check.date}`, check))];
  return `#${parts.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
}

/** Cases that the page can hold: of this edition, without parts that it has no fields for. */
const holdable = ({request, expect_issue}) => !expect_issue && !request.what_if && !request.profile?.tables && !request.profile?.calibration && !request.profile?.not_assessed && !JSON.stringify(request.months ?? []).includes('not_assessed') &&
  !Object.values(request.choices ?? {}).some(Array.isArray);

for (const {program, edition} of editions()) {
  // Without a date of its own a request would get the page's proposal.
  const dated = ({request, ...one}) => ({...one, request: request.date || request.until ? request : {...request, date: edition}});
  const held = read_cases(program, edition).filter((one) => one.request.edition === edition && holdable(one)).map(dated);
  // One case of each link: opening the same one again changes nothing.
  const cases = [...new Map(held.map((one) => [hash_of_request(one.request), one])).values()];
  const picked = cases.filter((_, at) => at % Math.ceil(cases.length / 6) === 0);
  if (picked.length) test(`${program} ${edition}: links with the cases' numbers give the engine's replies`, () => with_page({hash: hash_of_request(picked[0].request)}, async (page, {origin}) => {
    for (const {name, function: asks, request} of picked) {
      // The link to begin with is open already; each other one tells when it is computed.
      if (request !== picked[0].request) {
        await page.evaluate((hash) => new Promise((done) => {
          addEventListener('shopgauge-change', done, {once: true});
          location.hash = hash;
        }), hash_of_request(request));
      }
      const [shown, wanted] = [await reply(page), await replies_to(page, origin, program, edition, asked(request))];
      assert.deepEqual(shown[asks], wanted[asks], name);
      assert.doesNotMatch(await page.locator('shop-gauge').innerText(), table_keys, name);
    }
  }));
}

test('the list of programs has all of them, under their platforms; editions say when they rule', () => with_page({hash: '#v=1&lang=en'}, async (page) => {
  const table = await texts('en');
  const options = await page.locator('select[name="program"] option').evaluateAll((items) => items.map((item) => item.value));
  assert.deepEqual(options, [...new Set(editions().map(({program}) => program))]);
  const platforms = await page.locator('select[name="program"] optgroup').evaluateAll((items) => items.map((item) => [item.label, item.children.length]));
  assert.equal(new Set(platforms.map(([name]) => name)).size, platforms.length);
  assert.ok(platforms.some(([, count]) => count > 1));
  await page.locator('select[name="program"]').selectOption('tmall-store-assessment');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'tmall-store-assessment');
  const kinds = await page.locator('select[name="edition"] optgroup').evaluateAll((items) => items.map((item) => [item.label, item.firstElementChild.textContent]));
  assert.deepEqual(kinds.at(-1), [table['page.edition.article'], '2024-12-17']);
  assert.ok(kinds.some(([, text]) => text === '2026-01-01 → 2026-12-31'));
}));
