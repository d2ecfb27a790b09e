// A seller copies the shop's own numbers from the back office: weights, targets, grade tables, known pairs, what is not assessed.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {close_sheet, desktop, download, editions, hash_of, open_sheet, phone, read_cases, reply, set_up, tear_down, texts, type, unfold, with_page} from './fixture.mjs';

before(set_up);
after(tear_down);

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&lang=en';
const given = `${score}&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85`;
const raw = `${score}&m.valid_paid_orders=4000&m.rating_mean=4.68&m.quality_return_rate=50/5000&g.logistics=99&g.service=85`;

const sum = (page) => page.locator('[data-sum]').first();
const node = async (page, id, nodes) => {
  const list = nodes ?? (await reply(page)).assess.value.nodes;
  for (const one of list) {
    if (one.id === id) return one;
    const found = one.nodes && (await node(page, id, one.nodes));
    if (found) return found;
  }
  return undefined;
};

for (const lang of ['zh-CN', 'en']) {
  test(`weights one by one: the running sum, no mistake on the way, in use once they are 100% (${lang})`, () => with_page({hash: given.replace('lang=en', `lang=${lang}`), viewport: lang === 'en' ? desktop : phone}, async (page) => {
    const table = await texts(lang);
    await unfold(page, 'profile');
    await page.locator('input[name="profile.weights.goods"]').waitFor();
    const step = await page.locator('#profile').innerText();
    for (const key of ['page.profile.why', 'page.profile.where']) assert.ok(step.includes(table[key]), key);
    const before = await page.getByTestId('score').textContent();
    for (const [name, text, so_far] of [['goods', '40', '40%'], ['logistics', '25', '65%']]) {
      await type(page, `profile.weights.${name}`, text);
      await page.waitForTimeout(700);
      assert.equal(await sum(page).getAttribute('data-sum'), 'open');
      assert.ok((await sum(page).textContent()).includes(so_far));
      assert.equal(await page.locator('.form .error').count(), 0);
      assert.equal(await page.locator('.stale-line').count(), 0);
      assert.equal(await page.getByTestId('score').textContent(), before);
      assert.deepEqual((await reply(page)).assess.ok, true);
    }
    await type(page, 'profile.weights.service', '35');
    assert.equal(await sum(page).getAttribute('data-sum'), 'right');
    // 69 × 0.4 + 99 × 0.25 + 85 × 0.35 = 82.1
    assert.equal((await reply(page)).assess.value.score.unrounded, 82.1);
    assert.equal(await page.getByTestId('score').textContent(), '82');
  }));
}

test('a whole group that is not 100% is a mistake, and its sum says so', () => with_page({hash: `${given}&p.weights.goods=0.5&p.weights.logistics=0.2&p.weights.service=0.25`}, async (page) => {
  await sum(page).waitFor();
  assert.equal(await sum(page).getAttribute('data-sum'), 'wrong');
  assert.match(await sum(page).textContent(), /95%/);
  assert.equal(await page.locator('input[name="profile.weights.goods"]').inputValue(), '50');
  await page.locator('.stale-line').waitFor();
}));

test('groups of weights on the way do not shout: each has its own sum, in the words of the engine', () => with_page({hash: raw}, async (page) => {
  const line = (group) => page.locator(`fieldset[name="profile.group.${group}"] [data-sum]`);
  const {assess} = await reply(page);
  await unfold(page, 'profile');
  await type(page, 'profile.weights.goods', '1/3');
  await type(page, 'profile.weights.rating_mean', '80');
  await page.waitForTimeout(700);
  // A third as the engine prints it: six digits.
  assert.match(await line('score').textContent(), /33\.3333%/);
  assert.match(await line('goods').textContent(), /80%/);
  for (const group of ['score', 'goods']) assert.equal(await line(group).getAttribute('data-sum'), 'open');
  assert.equal(await page.locator('.form .error').count(), 0);
  assert.equal(await page.locator('.notice').count(), 0);
  assert.equal(await page.locator('.stale-line').count(), 0);
  assert.deepEqual((await reply(page)).assess, assess);
}));

test('two whole groups that are not 100%: each says so at its own sum, none at a field or above the page', () => with_page({hash: `${raw}&p.weights.goods=0.5&p.weights.logistics=0.2&p.weights.service=0.25&p.weights.rating_mean=0.8&p.weights.quality_return_rate=0.3`}, async (page) => {
  await page.locator('[data-sum="wrong"]').nth(1).waitFor();
  const line = (group) => page.locator(`fieldset[name="profile.group.${group}"] [data-sum="wrong"]`).textContent();
  assert.match(await line('score'), /95%/);
  assert.match(await line('goods'), /110%/);
  assert.equal(await page.locator('.form .error').count(), 0);
  assert.equal(await page.locator('.notice.bad').count(), 0);
  await page.locator('.stale-line').waitFor();
}));

test('what a host gives goes to the engine as it is; once the seller is at it, it waits to be whole', () => with_page({hash: given}, async (page) => {
  const give = (profile) => page.evaluate((own) => new Promise((done) => {
    const element = document.querySelector('shop-gauge');
    element.addEventListener('shopgauge-change', () => done(element.reply.assess), {once: true});
    element.profile = own;
  }), profile);
  const refused = await give({weights: {goods: 0.4}});
  assert.deepEqual([refused.ok, refused.issues.map(({code, params}) => [code, params])], [false, [['profile.weights_sum', {group: 'score', sum: '0.4'}]]]);
  assert.deepEqual(await page.evaluate(() => document.querySelector('shop-gauge').profile), {weights: {goods: 0.4}});
  await unfold(page, 'profile');
  await page.locator('fieldset[name="profile.group.score"] [data-sum="wrong"]').waitFor();
  await type(page, 'profile.weights.logistics', '25');
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess.ok);
  assert.equal(await sum(page).getAttribute('data-sum'), 'open');
  assert.match(await sum(page).textContent(), /65%/);
  await type(page, 'profile.weights.service', '35');
  assert.equal((await reply(page)).assess.value.score.unrounded, 82.1);
}));

test('thirds are a whole: 1/3 three times', () => with_page({hash: `${given}&p.weights.goods=1/3&p.weights.logistics=1/3&p.weights.service=1/3`}, async (page) => {
  await sum(page).waitFor();
  assert.equal(await sum(page).getAttribute('data-sum'), 'right');
  assert.equal((await reply(page)).assess.ok, true);
}));

test('weights within a part', () => with_page({hash: raw}, async (page) => {
  await unfold(page, 'profile');
  await type(page, 'profile.weights.rating_mean', '80');
  await type(page, 'profile.weights.quality_return_rate', '20');
  assert.equal((await node(page, 'rating_mean')).weight, 0.8);
  assert.ok((await hash_of(page)).includes('p.weights.rating_mean=80%25'));
}));

test('a target of the program gives way to the shop\'s own', () => with_page({hash: given}, async (page) => {
  await unfold(page, 'profile');
  await unfold(page, 'profile-targets');
  await type(page, 'profile.thresholds.alliance_entry.goods', '70');
  const gate = (await reply(page)).assess.value.gates.find(({id}) => id === 'alliance_entry');
  assert.equal(gate.met, false);
  assert.equal(gate.conditions.find(({id}) => id === 'goods').target, 70);
  // Those without a figure of the program stay beside their readings; the step leads there.
  await page.locator('.elsewhere [data-action="to-field"]').first().click();
  assert.equal(await page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement.name), 'profile.thresholds.alliance_product.quality_return_rate');
}));

async function open_tables(page, id) {
  await unfold(page, 'profile');
  await page.locator('details[data-fold="profile-tables"]').waitFor();
  await unfold(page, 'profile-tables');
  await unfold(page, `profile-table-${id}`);
}

test('a grade table, row by row: in use once each row is full, its faults beside it', () => with_page({hash: raw}, async (page) => {
  await open_tables(page, 'rating_mean');
  const at = 'profile.tables.rating_mean';
  const before = await node(page, 'rating_mean');
  await page.locator(`select[name="${at}.kind"]`).selectOption('steps');
  await type(page, `${at}.rows.0.0`, '1');
  await type(page, `${at}.rows.0.1`, '4.6');
  assert.deepEqual(await node(page, 'rating_mean'), before);
  await type(page, `${at}.rows.0.2`, '60');
  await page.locator('[data-action="add-row"][data-key="p.tables.rating_mean.rows"]').click();
  assert.equal(await page.locator(`input[name="${at}.rows.1.0"]`).inputValue(), '4.6');
  await type(page, `${at}.rows.1.1`, '5');
  await type(page, `${at}.rows.1.2`, '90');
  // 4.68 lies in the second row.
  const after = await node(page, 'rating_mean');
  assert.deepEqual([after.score, after.table, after.row], [90, 'profile', [4.6, 5, 90]]);
  assert.ok((await hash_of(page)).includes('p.tables.rating_mean.rows=1:4.6:60,4.6:5:90'));
  await type(page, `${at}.rows.1.0`, '4.7');
  await page.locator(`fieldset[name="${at}.rows"] .error`).waitFor();
  assert.equal(await page.locator('.notice.bad').count(), 0);
  await type(page, `${at}.rows.1.0`, '4.6');
  await page.locator(`fieldset[name="${at}.rows"] .error`).waitFor({state: 'detached'});
  await page.locator(`fieldset[name="${at}.rows"] [data-action="remove-row"]`).last().click();
  assert.equal((await node(page, 'rating_mean')).score, 60);
  await page.locator(`select[name="${at}.kind"]`).selectOption('');
  assert.deepEqual(await node(page, 'rating_mean'), before);
  assert.doesNotMatch(await hash_of(page), /p\.tables/);
}));

test('a table of a rate is typed in percent', () => with_page({hash: raw, viewport: phone}, async (page) => {
  await open_tables(page, 'quality_return_rate');
  const at = 'profile.tables.quality_return_rate';
  await page.locator(`select[name="${at}.kind"]`).selectOption('linear');
  const knots = [['0', '100'], ['1.1', '56'], ['100', '50']];
  for (const [row, [value, points]] of knots.entries()) {
    if (row) await page.locator('[data-action="add-row"][data-key="p.tables.quality_return_rate.knots"]').click();
    await type(page, `${at}.knots.${row}.0`, value);
    await type(page, `${at}.knots.${row}.1`, points);
  }
  // 50 of 5,000 is 1%: 100 − 44 × 1 / 1.1 = 60
  const found = await node(page, 'quality_return_rate');
  assert.deepEqual([found.score, found.row], [60, [[0, 100], [0.011, 56]]]);
}));

test('known pairs of a value and its score: added, taken away, a half one does not count', () => with_page({hash: raw}, async (page) => {
  await open_tables(page, 'rating_mean');
  const add = page.locator('[data-action="add-row"][data-key="p.calibration.rating_mean"]');
  for (const [row, [value, points]] of [['4.6', '76'], ['4.7', '86']].entries()) {
    await add.click();
    await type(page, `profile.calibration.rating_mean.${row}.0`, value);
    await type(page, `profile.calibration.rating_mean.${row}.1`, points);
  }
  // 4.68: 76 + 10 × 0.8 = 84
  const found = await node(page, 'rating_mean');
  assert.deepEqual([found.score, found.table, found.reach], [84, 'calibration', [4.6, 4.7]]);
  await add.click();
  await type(page, 'profile.calibration.rating_mean.2.0', '4.9');
  assert.deepEqual((await node(page, 'rating_mean')).reach, [4.6, 4.7]);
  await type(page, 'profile.calibration.rating_mean.2.1', '50');
  await page.locator('fieldset[name="profile.calibration.rating_mean"] .error').waitFor();
  await page.locator('fieldset[name="profile.calibration.rating_mean"] [data-action="remove-row"]').last().click();
  await page.locator('fieldset[name="profile.calibration.rating_mean"] .error').waitFor({state: 'detached'});
  assert.ok((await hash_of(page)).includes('p.calibration.rating_mean=4.6:76,4.7:86'));
}));

test('what the shop is not assessed by: the others carry its weight', () => with_page({hash: given}, async (page) => {
  await unfold(page, 'profile');
  await page.locator('details[data-fold="profile-left-out"]').waitFor();
  await unfold(page, 'profile-left-out');
  await page.locator('input[name="profile.not_assessed.service"]').check();
  // 50 and 20 of 70.
  const {nodes} = (await reply(page)).assess.value;
  assert.deepEqual(nodes.map(({id, basis, weight}) => [id, basis, weight]), [['goods', 'given', 0.714286], ['logistics', 'given', 0.285714], ['service', 'not_assessed', undefined]]);
  // Weights of the two that are left are a whole.
  await type(page, 'profile.weights.goods', '70');
  await type(page, 'profile.weights.logistics', '30');
  assert.equal(await sum(page).getAttribute('data-sum'), 'right');
  // 69 × 0.7 + 99 × 0.3 = 78
  assert.equal((await reply(page)).assess.value.score.unrounded, 78);
  await page.locator('input[name="profile.not_assessed.service"]').uncheck();
  assert.doesNotMatch(await hash_of(page), /not_assessed/);
}));

const full = `${raw}&p.weights.goods=0.4&p.weights.logistics=0.25&p.weights.service=0.35&p.calibration.rating_mean=4.6:76,4.7:86&p.not_assessed=review_hours` +
  '&p.tables.quality_return_rate.kind=steps&p.tables.quality_return_rate.closed=right&p.tables.quality_return_rate.rows=0%25:1%25:90,1%25:100%25:50';

const profile_of = async (page) => Object.fromEntries([...new URLSearchParams((await hash_of(page)).slice(1))].filter(([key]) => key.startsWith('p.')));

test('a link with all of them opens the step, shows them, and gives the same again', () => with_page({hash: full}, async (page) => {
  await page.locator('input[name="profile.calibration.rating_mean.0.1"]').waitFor({state: 'attached'});
  assert.equal(await page.locator('input[name="profile.tables.quality_return_rate.rows.0.1"]').inputValue(), '1');
  assert.equal(await page.locator('input[name="profile.not_assessed.review_hours"]').isChecked(), true);
  assert.equal(await page.locator('.notice').count(), 0);
  // 4.68 by the pairs is 84; 1% belongs to the row that it ends.
  assert.deepEqual([(await node(page, 'rating_mean')).score, (await node(page, 'quality_return_rate')).score], [84, 90]);
  const before = await profile_of(page);
  await type(page, 'rating_mean', '4.69');
  assert.deepEqual(await profile_of(page), before);
}));

test('they go with kept stores and with the JSON file', () => with_page({hash: full}, async (page) => {
  const before = await profile_of(page);
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill('mine');
  await page.locator('[data-act="save"]').click();
  await page.locator('shop-tools [data-tool="stores"]').getByText('mine').waitFor();
  await close_sheet(page);
  await page.evaluate(() => (location.hash = '#v=1&program=douyin-experience-score&edition=2026-09-08&lang=en&g.goods=12'));
  await page.waitForFunction(() => !location.hash.includes('p.weights'));
  await open_sheet(page, 'stores');
  await page.locator('[data-store="mine"] [data-act="open"]').click();
  await page.waitForFunction(() => location.hash.includes('p.weights'));
  assert.deepEqual(await profile_of(page), before);
  await page.keyboard.press('Escape');
  const file = await download(page, async () => {
    await page.locator('shop-tools [data-tool="menu"]').click();
    await page.locator('shop-tools [data-item="json"]').click();
  });
  assert.ok(file.text.includes('4.6:76,4.7:86') || file.text.includes('"calibration"'), file.text.slice(0, 400));
}));

test('an example with a table fills the step: the spelling of cases that hold tables and pairs', () => with_page({hash: `${score}`}, async (page, {origin}) => {
  // Every case of a shipped edition that has a table or pairs: typed into the address, the page asks the engine for the same.
  const spelled = {
    pair: ({value, score: points, date}) => [value !== null && typeof value === 'object' ? ('percent' in value ? `${value.percent}%` : 'num' in value ? `${value.num}/${value.den}` : `${value.sum}/${value.n}`) : value, points, ...(date ? [date] : [])].join(':'),
    rows: (rows) => rows.map((row) => row.join(':')).join(),
  };
  const number = (value) => (value !== null && typeof value === 'object' ? ('percent' in value ? `${value.percent}%` : 'num' in value ? `${value.num}/${value.den}` : `${value.sum}/${value.n}`) : value === null ? '?' : value === true ? 'yes' : value === false ? 'no' : String(value));
  const cases = editions().flatMap(({program, edition}) => read_cases(program, edition).filter(({request, expect_issue, function: asks}) => asks === 'assess' && !expect_issue && !request.what_if && request.edition === edition && (request.profile?.tables || request.profile?.calibration)));
  assert.ok(cases.length > 3);
  for (const {name, request} of cases) {
    const {program, edition, date, profile, metrics = {}, given: own = {}, enrolment = {}} = request;
    const parts = [
      ['v', 1], ['program', program], ['edition', edition], ['lang', 'en'], ['date', date ?? edition],
      ...Object.entries(metrics).map(([id, value]) => [`m.${id}`, number(value)]), ...Object.entries(own).map(([id, value]) => [`g.${id}`, value]), ...Object.entries(enrolment).map(([id, value]) => [`e.${id}`, value]),
      ...Object.entries(profile.weights ?? {}).map(([id, value]) => [`p.weights.${id}`, number(value)]),
      ...(profile.not_assessed ? [['p.not_assessed', profile.not_assessed.join()]] : []),
      ...Object.entries(profile.calibration ?? {}).map(([id, pairs]) => [`p.calibration.${id}`, pairs.map(spelled.pair).join()]),
      ...Object.entries(profile.tables ?? {}).flatMap(([id, {kind, closed, rows, knots}]) => [[`p.tables.${id}.kind`, kind], ...(closed ? [[`p.tables.${id}.closed`, closed]] : []), [`p.tables.${id}.${rows ? 'rows' : 'knots'}`, spelled.rows(rows ?? knots)]]),
    ];
    if (profile.targets || profile.thresholds || profile.method) continue;
    await page.evaluate((hash) => new Promise((done) => {
      addEventListener('shopgauge-change', done, {once: true});
      location.hash = hash;
    }), parts.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&'));
    const {assess} = await reply(page);
    const wanted = await page.evaluate(async ([folder, path, text]) => {
      const {default: make} = await import(`${folder}engine/shopgauge.js`);
      const engine = await make({locateFile: (name) => `${folder}engine/${name}`});
      engine.load(await (await fetch(`${folder}programs/${path}`)).text());
      return JSON.parse(engine.assess(text));
    }, [`${origin}/`, `${program}/${edition}.json`, JSON.stringify({...request, date: date ?? edition})]);
    assert.deepEqual(assess, wanted, name);
  }
}));
