// A seller asks of a number on whose word it stands: the drawer says its rule, status, source and date, and where the shop's own number goes.
// What it must say is read from the program documents here, not from the page.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, editions, load_example, phone, set_up, tear_down, texts, type, unfold, with_page} from './fixture.mjs';
import {everything} from './views.mjs';

before(set_up);
after(tear_down);

const document_of = (program, edition) => editions().find((one) => one.program === program && one.edition === edition).document;

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20';
const given = `${score}&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes`;
const rules = document_of('douyin-experience-score', '2026-09-08');

const drawer = (page) => page.locator('dialog#told');
const told = (page, subject) => page.locator(`[data-told="${subject}"]`);
const words = async (page) => (await drawer(page).innerText()).replaceAll(/\s+/g, ' ');

async function ask(page, subject) {
  await told(page, subject).first().click();
  await drawer(page).waitFor();
  return words(page);
}

const has = (text, parts) => parts.forEach((part) => assert.ok(text.includes(part.replaceAll(/\s+/g, ' ')), `"${part}" in: ${text}`));

/** The day as the page writes it. */
const day = (iso, lang) => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC'}).format(new Date(`${iso}T00:00:00Z`));

for (const lang of ['zh-CN', 'en']) {
  test(`a weight that nobody published: its status, why, its source and both dates, and the way to the shop's own (${lang})`, () => with_page({hash: `${given}&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    const {weight} = rules.score.nodes.find(({id}) => id === 'goods');
    const source = rules.sources.find(({id}) => id === weight.source);
    const text = await ask(page, 'weight.goods');
    has(text, ['50%', table['provenance.assumed'], table['page.told.means.assumed'], weight.note[lang], source.title[lang], source.publisher[lang], day(source.date, lang), day(rules.in_force.last_seen, lang)]);
    has(text, [table['page.foot.affiliation'].replace('{platform}', rules.platform[lang])]);
    await drawer(page).locator('[data-action="to-field"]').click();
    await drawer(page).waitFor({state: 'detached'});
    const field = page.locator('input[name="profile.weights.goods"]');
    await field.waitFor();
    await page.waitForFunction(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.name === 'profile.weights.goods');
    assert.equal(await field.isVisible(), true);
  }));

  test(`a gate's threshold: the clause, official, with the link to the platform's own page (${lang})`, () => with_page({hash: `${given}&lang=${lang}`, viewport: phone}, async (page) => {
    const table = await texts(lang);
    const gate = rules.gates.find(({id}) => id === 'mall_feed');
    const source = rules.sources.find(({id}) => id === gate.source);
    await page.locator('[data-gate="mall_feed"] summary').click();
    const text = await ask(page, 'gate.mall_feed.score.value.at_least');
    has(text, ['60', gate.title[lang], gate.consequence[lang], table['provenance.official'], table['page.told.means.official'], source.title[lang]]);
    assert.equal(await drawer(page).locator(`[data-source="${source.id}"] a`).getAttribute('href'), source.url);
    assert.match(await drawer(page).locator('a').first().getAttribute('rel'), /noopener/);
  }));
}

test('every number of the itemisation opens a drawer that repeats it and says on whose word', () => with_page({hash: `${score}&lang=en&m.valid_paid_orders=4000&m.rating_mean=4.7&m.quality_return_rate=50/5000&g.logistics=99&g.service=85&m.freight_insurance=yes&m.refused_invoice=3`}, async (page) => {
  await told(page, 'weight.goods').waitFor();
  const rows = page.locator('.sum tbody tr');
  const shown = await rows.evaluateAll((items) => items.map((row) => ({
    numbers: [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()).filter((text) => text && text !== '—').length,
    buttons: [...row.querySelectorAll('td .told')].filter((button) => button.checkVisibility()).length, row: row.dataset.node ?? row.dataset.adjustment})));
  for (const {numbers, buttons, row} of shown) assert.equal(buttons, numbers, row);
  for (const button of await page.locator('.sum td .told:visible').all()) {
    const number = (await button.textContent()).replace(/^× /, '');
    await button.click();
    await drawer(page).waitFor();
    const text = await words(page);
    assert.ok(text.includes(number), `${number} in ${text}`);
    assert.ok((await drawer(page).locator('.told-ground').count()) + (await drawer(page).locator('.told-parts li').count()) > 0, text);
    assert.doesNotMatch(text, /undefined|NaN|\[object|page\.told|provenance\./);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({state: 'detached'});
  }
}));

test('a curve: all of its points, the two that were used, and the seller\'s own value with the place where it is found', () => with_page({hash: `${score}&lang=en&m.valid_paid_orders=4000&m.rating_mean=4.7&m.quality_return_rate=50/5000&g.logistics=99&g.service=85`}, async (page) => {
  const node = rules.score.nodes[0].nodes.find(({id}) => id === 'rating_mean');
  const metric = rules.metrics.find(({id}) => id === 'rating_mean');
  const text = await ask(page, 'score.rating_mean');
  has(text, ['4.7', metric.where.en, node.curve.note.en]);
  const rows = drawer(page).locator('.told-table tbody tr');
  assert.equal(await rows.count(), node.curve.knots.length);
  // 4.7 lies between 4.6 and 4.9.
  const used = await drawer(page).locator('.told-table .used').allInnerTexts();
  assert.deepEqual(used.map((row) => row.match(/^[\d.]+/)[0]), ['4.6', '4.9']);
  assert.equal(await drawer(page).locator('.told-ground[data-status="own"] [data-field]').getAttribute('data-field'), 'm.rating_mean');
}));

test('a number of the seller says that it is the seller\'s, and leads back to its field', () => with_page({hash: `${given}&lang=en&p.weights.goods=0.5&p.weights.logistics=0.2&p.weights.service=0.3`}, async (page) => {
  const table = await texts('en');
  has(await ask(page, 'weight.goods'), ['50%', table['page.told.status.own'], table['page.told.means.own']]);
  assert.equal(await drawer(page).locator('.told-ground').getAttribute('data-status'), 'own');
  await page.keyboard.press('Escape');
  has(await ask(page, 'score.goods'), ['69', table['page.told.given'], table['page.told.means.own']]);
}));

test('keyboard: Enter opens, Escape closes, the focus comes back; on a press beside it too', () => with_page({hash: `${given}&lang=en`}, async (page) => {
  const focused = () => page.evaluate(() => document.querySelector('shop-gauge').shadowRoot.activeElement?.dataset.told);
  await told(page, 'weight.goods').waitFor();
  assert.equal(await told(page, 'weight.goods').getAttribute('aria-haspopup'), 'dialog');
  assert.match(await told(page, 'weight.goods').getAttribute('aria-label'), /^× 50%/);
  await told(page, 'weight.goods').focus();
  await page.keyboard.press('Enter');
  await drawer(page).waitFor();
  assert.equal(await drawer(page).evaluate((dialog) => dialog.contains(dialog.getRootNode().activeElement)), true);
  assert.equal(await drawer(page).getAttribute('aria-labelledby'), 'told-title');
  await page.keyboard.press('Escape');
  await drawer(page).waitFor({state: 'detached'});
  assert.equal(await focused(), 'weight.goods');
  await told(page, 'points.goods').last().click();
  await drawer(page).waitFor();
  await page.mouse.click(20, 500);
  await drawer(page).waitFor({state: 'detached'});
  assert.equal(await focused(), 'points.goods');
}));

test('on a phone the drawer lies at the lower edge, and numbers are 44 px targets', () => with_page({hash: `${given}&lang=zh-CN`, viewport: phone}, async (page) => {
  await told(page, 'points.goods').last().waitFor();
  const reached = await page.locator('.told:visible').evaluateAll((buttons) => buttons.map((button) => {
    const {width, height} = button.getBoundingClientRect();
    return [button.dataset.told, width, height];
  }));
  assert.ok(reached.length > 6);
  assert.deepEqual(reached.filter(([, width, height]) => width < 44 || height < 44), []);
  // Not only as painted: a press 20 px above or below the middle of a row's points is that row's.
  const hit = await told(page, 'points.logistics').last().evaluate((button) => {
    button.scrollIntoView({block: 'center'});
    const {right, top, bottom} = button.getBoundingClientRect();
    return [-20, 20].map((by) => button.getRootNode().elementFromPoint(right - 5, (top + bottom) / 2 + by) === button);
  });
  assert.deepEqual(hit, [true, true]);
  await told(page, 'points.logistics').last().click();
  const box = await drawer(page).boundingBox();
  assert.equal(Math.round(box.y + box.height), phone.height);
  assert.equal(Math.round(box.width), phone.width);
  assert.ok(box.y > 0);
}));

test('the drawer turns with the language, and follows what is typed', () => with_page({hash: `${given}&lang=en`}, async (page) => {
  await ask(page, 'weight.goods');
  await page.evaluate(() => (document.querySelector('shop-gauge').lang = 'zh-CN'));
  await page.waitForFunction((text) => document.querySelector('shop-gauge').shadowRoot.querySelector('#told')?.innerText.includes(text), (await texts('zh-CN'))['page.told.means.assumed']);
}));

test('nothing of the drawer is fetched before it is opened', () => with_page({hash: `${given}&lang=en`}, async (page, {requests}) => {
  await told(page, 'weight.goods').waitFor();
  const late = () => requests.filter((url) => /drawer\.js|\.told\.json|profile\.js|\.profile\.json/.test(url)).map((url) => url.split('/').at(-1)).sort();
  assert.deepEqual(late(), []);
  await ask(page, 'weight.goods');
  assert.deepEqual(late(), ['drawer.js', 'en.told.json']);
}));

test('without a connection the page says so and stays as it is', () => with_page({hash: `${given}&lang=en`}, async (page, {context, wrong}) => {
  await told(page, 'weight.goods').waitFor();
  await context.setOffline(true);
  await told(page, 'weight.goods').click();
  await page.locator('.notice').waitFor();
  assert.equal(await drawer(page).count(), 0);
  assert.equal(await page.getByTestId('score').textContent(), '82');
  wrong.length = 0;
}));

const months = '#v=1&program=douyin-flagship&edition=2022-07-15&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04' +
  '&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail&mo.2022-09=fail&mo.2022-10=pass';

test('an event of the calendar: its rule, the count that brings it, reported by whom', () => with_page({hash: `${months}&lang=en`}, async (page) => {
  const flagship = document_of('douyin-flagship', '2022-07-15');
  const {timeline} = await page.evaluate(() => document.querySelector('shop-gauge').reply);
  const at = timeline.value.events.findIndex(({event}) => event === 'downgraded');
  const {rule} = timeline.value.events[at];
  const text = await ask(page, `event.${at}`);
  has(text, [day('2022-09-01', 'en'), flagship.texts[`rule.${rule}`].en]);
  const counts = flagship.cycle.phases.flatMap(({rules = []}) => rules).find(({events}) => events.some((event) => event.rule === rule)).reaches;
  has(text, [String(counts.value), flagship.sources.find(({id}) => id === counts.source).title.en]);
}));

const readings = `${score}&m.valid_paid_orders=4000&m.rating_mean=18400/4000&m.quality_return_rate=50/5000&g.logistics=99&g.service=85&m.freight_insurance=yes`;

/** The places of the page whose numbers and dates must answer, each with an address where it is seen. */
const askable = {
  'the score': [readings, ['[data-testid="score"]', '.consumer strong', '[data-testid="total"]', '.sum .shown td.num:last-child', '.sum tr.depth-0 td.points', '.sum tr.depth-0 td.factor', '.sum tr.adjustment td.points', '#worst [data-worst] strong']],
  'gates': [readings, ['.gate .wanted']],
  'assumptions': [readings, ['#grounds .assumption strong']],
  'the plan': [`${readings.replace('&m.freight_insurance=yes', '')}&goal=score.82`, ['[data-lever="rating_mean"] .from-to strong', '[data-lever="rating_mean"] .orders']],
  'standards, tier and look-back': ['#v=1&program=ebay-seller-standards', ['#standards .wanted', '[data-testid="tier"] .tier-name', '[data-testid="lookback"] dd'], load_example],
  'a cycle': [`${months}&date=2022-08-20`, ['[data-testid="deadline"] dd', '.strip .phase-dates', '#events .event-date']],
  'failures left': ['#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-06-14&until=2022-06-14&e.formal_since=2022-05-01&mo.2022-05=fail&m.experience_score=4.5&m.ccr=3/1000&p.targets.experience_score=4.6&p.targets.ccr=0.005', ['[data-testid="phase"] dd', '[data-testid="failures-left"] dd', '[data-testid="deadline"] dd']],
  'the next event': ['#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-08-31&until=2022-08-31&e.formal_since=2022-05-01&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail', ['[data-testid="next"] dd', '[data-testid="deadline"] dd']],
  'passes needed': ['#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-09-10&until=2022-09-10&e.recovery_since=2022-09-01', ['[data-testid="passes-needed"] dd', '[data-testid="deadline"] dd']],
  'checks': ['#v=1&program=tmall-store-assessment&edition=2024-12-17&date=2024-02-01&until=2024-02-28&e.formal_since=2023-01-01&ck.2023-12-31=fail', ['#checks .event-date', '.strip .phase-dates']],
};

for (const lang of ['zh-CN', 'en']) {
  for (const [name, [hash, places, open]] of Object.entries(askable)) {
    test(`every number and date of these places can be asked: ${name} (${lang})`, () => with_page({hash: `${hash}&lang=${lang}`}, async (page) => {
      await open?.(page);
      await page.locator('#sources').waitFor({state: 'attached'});
      if (hash.includes('goal=')) await page.locator('[data-testid="plan"][aria-busy="false"]').waitFor();
      for (const place of places) {
        const found = page.locator(place);
        await found.first().waitFor({state: 'attached'});
        const mute = await found.evaluateAll((parts) => parts.filter((part) => /\d/.test(part.textContent) && !part.querySelector('.told') && !part.closest('.told')).map((part) => part.textContent.trim()));
        assert.deepEqual(mute, [], place);
        const button = found.locator('.told').or(page.locator('.told', {has: found})).first();
        const shown = (await button.textContent()).replace(/^× /, '').trim();
        await button.evaluate((element) => element.click());
        await drawer(page).waitFor({timeout: 5000});
        const text = await words(page);
        assert.doesNotMatch(text, /undefined|NaN|\[object|\b(page|provenance|part|deadline|event|phase)\.[a-z_]+/, place);
        assert.ok((await drawer(page).locator('.told-ground, .told-parts li').count()) > 0, `${place} (${shown}): ${text}`);
        await page.keyboard.press('Escape');
        await drawer(page).waitFor({state: 'detached'});
      }
    }));
  }

  test(`the next date says that the engine found it, what is decided, and the rules of its phase (${lang})`, () => with_page({hash: `#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-06-14&until=2022-06-14&e.formal_since=2022-05-01&mo.2022-05=fail&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    const flagship = document_of('douyin-flagship', '2022-07-15');
    const formal = flagship.cycle.phases.find(({id}) => id === 'formal');
    has(await ask(page, 'deadline'), [day('2022-06-30', lang), table['page.told.deadline'], table['deadline.month'], String(formal.length.months.value), flagship.sources.find(({id}) => id === formal.length.months.source).title[lang]]);
  }));

  test(`the next certain event says its rule, in the document's words (${lang})`, () => with_page({hash: `#v=1&program=douyin-flagship&edition=2022-07-15&date=2022-08-31&until=2022-08-31&e.formal_since=2022-05-01&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail&lang=${lang}`}, async (page) => {
    const flagship = document_of('douyin-flagship', '2022-07-15');
    has(await ask(page, 'event.next'), [day('2022-09-01', lang), (await texts(lang))['event.downgrade_notice'], flagship.texts['rule.formal.downgrade_notice'][lang]]);
  }));
}

for (const {program, edition, document} of editions().filter(({document}, at, all) => document.program !== all[at + 1]?.program)) {
  test(`${program} ${edition}: every number that can be asked answers in words`, () => with_page({hash: `#v=1&program=${program}&lang=en`, viewport: desktop}, async (page) => {
    await load_example(page);
    await everything(page);
    const subjects = [...new Set(await page.locator('.told[data-told]').evaluateAll((buttons) => buttons.map(({dataset}) => dataset.told)))];
    assert.ok(subjects.length > 2, subjects.join());
    for (const subject of subjects) {
      await page.locator(`[data-told="${subject}"]`).first().evaluate((button) => button.click());
      await drawer(page).waitFor({timeout: 5000}).catch(() => assert.fail(`${subject} opens nothing`));
      const text = await words(page);
      assert.doesNotMatch(text, /undefined|NaN|\[object|\b(page|provenance|part|operator|unit|rule|reason)\.[a-z_]+/, subject);
      const parts = await drawer(page).locator('.told-ground, .told-parts li, .told-clause p').count();
      assert.ok(parts > 0, `${subject}: ${text}`);
      // A figure with a source names it.
      for (const id of await drawer(page).locator('[data-source]').evaluateAll((items) => items.map(({dataset}) => dataset.source))) has(text, [document.sources.find((source) => source.id === id).title.en]);
      await drawer(page).evaluate((dialog) => dialog.close());
      await drawer(page).waitFor({state: 'detached'});
    }
  }));
}

for (const lang of ['zh-CN', 'en']) {
  test(`old sources: a calm banner says since when, what it means, what to do (${lang})`, () => with_page({hash: `${given.replace('2026-09-20', '2028-01-05')}&lang=${lang}`, viewport: phone}, async (page) => {
    const table = await texts(lang);
    const {assess} = await page.evaluate(() => document.querySelector('shop-gauge').reply);
    assert.deepEqual(assess.value.sources, {newest: '2026-09-09', stale: true});
    const banner = page.getByTestId('old-sources');
    // Closed it is one line or two: the answer comes first, on a phone too.
    has(await banner.innerText(), [day('2026-09-09', lang)]);
    assert.ok((await banner.boundingBox()).height < 80);
    await banner.locator('summary').click();
    has(await banner.innerText(), [day('2026-09-09', lang), day('2028-01-05', lang), table['page.stale.do']]);
    assert.equal((await page.locator('.answer').innerText()).includes(table['warning.stale'].split('{newest}')[0]), false, 'said once');
    const [above, answer] = [await banner.boundingBox(), await page.locator('.answer').boundingBox()];
    assert.ok(above.y + above.height <= answer.y);
    await banner.locator('[data-action="own-numbers"]').click();
    await page.locator('input[name="profile.weights.goods"]').waitFor();
  }));
}

test('no banner while the sources are young', () => with_page({hash: `${given}&lang=en`}, async (page) => {
  await page.locator('#sources').waitFor({state: 'attached'});
  assert.equal(await page.getByTestId('old-sources').count(), 0);
}));

for (const lang of ['zh-CN', 'en']) {
  test(`not affiliated, the back office decides; and where orders are asked for, the warning of bought ones (${lang})`, () => with_page({hash: `${score}&lang=${lang}&m.valid_paid_orders=4000&m.rating_mean=18400/4000&m.quality_return_rate=50/5000&g.logistics=99&g.service=85&goal=score.82`}, async (page) => {
    const table = await texts(lang);
    has(await page.locator('footer').innerText(), [table['page.foot.affiliation'].replace('{platform}', rules.platform[lang])]);
    await page.locator('[data-testid="plan"]').waitFor();
    const orders = page.locator('.lever .orders');
    assert.ok((await orders.count()) > 0);
    has(await page.getByTestId('orders-warning').innerText(), [table['page.do.organic_only']]);
    const metric = await page.locator('.lever:has(.orders)').first().getAttribute('data-lever');
    has(await ask(page, `orders.${metric}`), [table['page.told.orders']]);
  }));
}

test('a lever says the numbers of the rules that it rests on', () => with_page({hash: `${score}&lang=en&m.valid_paid_orders=4000&m.rating_mean=4.6&m.quality_return_rate=50/5000&g.goods=69&g.logistics=99&g.service=85&goal=score.85`}, async (page) => {
  const table = await texts('en');
  await page.locator('[data-lever="rating_mean"] [data-told="lever.rating_mean"]').waitFor();
  const node = rules.score.nodes[0].nodes.find(({id}) => id === 'rating_mean');
  has(await ask(page, 'lever.rating_mean'), [table['page.told.lever'], node.curve.note.en]);
}));

test('the number in a field of the form keeps its own explanation', () => with_page({hash: `${given}&lang=en`}, async (page) => {
  await unfold(page, 'node-goods');
  await page.locator('.field', {has: page.locator('input[name="rating_mean"]')}).locator('.toggle').click();
  has(await page.locator('.about').innerText(), [rules.metrics.find(({id}) => id === 'rating_mean').where.en]);
  await type(page, 'rating_mean', '4.7');
}));
