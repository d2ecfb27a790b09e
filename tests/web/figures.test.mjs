// Figures of the page written from the rules: the next date that matters, what is left, stars, what costs most, what each metric is.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {editions, reply, set_up, settled, tear_down, texts, with_page} from './fixture.mjs';
import {everything, turn} from './views.mjs';

/** The page's words with plain spaces, as they are read here. */
const texts_of = async (lang) => Object.fromEntries(Object.entries(await texts(lang)).map(([key, text]) => [key, flat(text)]));

before(set_up);
after(tear_down);

const langs = ['zh-CN', 'en'];
const document_of = (program, edition) => editions().find((one) => one.program === program && one.edition === edition).document;
const day = (iso, lang) => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC'}).format(new Date(`${iso}T00:00:00Z`));
const flat = (text) => text.replace(/\s+/g, ' ').trim();
const words = async (part) => flat(await part.innerText());

// The rule: a formal cycle of six months, each decided on its last day; the third failure brings the downgrade on the 1st of the month after it.
const flagship = (date, months, lang) => `#v=1&program=douyin-flagship&edition=2022-07-15&lang=${lang}&date=${date}&until=${date}&e.formal_since=2022-05-01` +
  Object.entries(months).map(([month, verdict]) => `&mo.${month}=${verdict}`).join('');

const far = {'zh-CN': {16: '16天后', 1: '明天', 0: '今天'}, en: {16: 'in 16 days', 1: 'tomorrow', 0: 'today'}};

for (const lang of langs) {
  for (const [date, left] of [['2022-06-14', 16], ['2022-06-29', 1], ['2022-06-30', 0]]) {
    test(`the next date that matters is the month's last day, ${left} days on (${lang})`, () => with_page({hash: flagship(date, {'2022-05': 'fail'}, lang)}, async (page) => {
      const table = await texts_of(lang);
      assert.equal(await words(page.getByTestId('deadline')), `${table['page.deadline']} ${day('2022-06-30', lang)} ${far[lang][left]} · ${table['deadline.month']}`);
      assert.equal(await page.getByTestId('next').count(), 0, 'nothing is certain yet');
      assert.equal(await words(page.getByTestId('failures-left')), `${table['page.failures_left']} ${table['page.failures_count'].replace('{count}', '2')}`);
    }));
  }

  test(`the last month of a cycle decides both: the next date is the same day (${lang})`, () => with_page({hash: flagship('2022-10-05', {'2022-05': 'fail', '2022-06': 'fail', '2022-07': 'pass', '2022-08': 'pass', '2022-09': 'pass'}, lang)}, async (page) => {
    const table = await texts_of(lang);
    assert.ok((await words(page.getByTestId('deadline'))).startsWith(`${table['page.deadline']} ${day('2022-10-31', lang)}`));
    assert.equal(await words(page.getByTestId('failures-left')), `${table['page.failures_left']} ${table['page.failures_count'].replace('{count}', '1')}`);
  }));

  test(`the next certain event: after a third failure the notice of the downgrade, on the 1st (${lang})`, () => with_page({hash: flagship('2022-08-31', {'2022-05': 'fail', '2022-06': 'pass', '2022-07': 'fail', '2022-08': 'fail'}, lang)}, async (page) => {
    const table = await texts_of(lang);
    assert.equal(await words(page.getByTestId('next')), `${table['page.next']} ${day('2022-09-01', lang)} ${table['event.downgrade_notice']}`);
  }));

  test(`in recovery one passed month is still needed (${lang})`, () => with_page({hash: `#v=1&program=douyin-flagship&edition=2022-07-15&lang=${lang}&date=2022-09-10&until=2022-09-10&e.recovery_since=2022-09-01`}, async (page) => {
    const table = await texts_of(lang);
    assert.equal(await words(page.getByTestId('passes-needed')), `${table['page.passes_needed']} ${table['page.passes_count'].replace('{count}', '1')}`);
    assert.ok((await words(page.getByTestId('deadline'))).startsWith(`${table['page.deadline']} ${day('2022-09-30', lang)}`));
  }));
}

const experience = document_of('douyin-experience-score', '2026-09-08');
const scored = (points, lang) => `#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&lang=${lang}&m.valid_paid_orders=4000&g.goods=${points}&g.logistics=${points}&g.service=${points}`;

// The platform's table: a score in [from, to) is shown to buyers as the third number; the last row holds its end too.
for (const [points, shown, stars] of [[52, '3.2', 3], [54, '3.4', 3], [55, '3.5', 3.5], [60, '4.0', 4], [61, '4.1', 4], [76, '4.4', 4], [77, '4.5', 4.5], [88, '4.7', 4.5], [89, '4.8', 5], [97, '5.0', 5], [100, '5.0', 5]]) {
  test(`a score of ${points} is ${shown} for buyers, and ${stars} stars`, () => with_page({hash: scored(points, 'zh-CN')}, async (page) => {
    const [consumer] = experience.score.derived;
    const row = consumer.curve.rows.find(([from, to]) => from <= points && (points < to || (to === 100 && points === 100)));
    assert.equal(row[2], Number(shown), 'the table of this test is that of the rules');
    assert.equal(await page.getByTestId('score').textContent(), String(points));
    for (const lang of langs) {
      await turn(page, {lang, theme: 'light'});
      assert.equal(await page.locator('.consumer strong').textContent(), shown);
      assert.equal(await page.locator('.stars').getAttribute('aria-label'), (await texts(lang))['page.stars'].replace('{count}', String(stars)));
      const drawn = await page.locator('.stars .star').evaluateAll((all) => all.map(({classList}) => ['full', 'half', 'none'].find((fill) => classList.contains(fill))));
      assert.deepEqual(drawn, [1, 2, 3, 4, 5].map((place) => (place <= stars ? 'full' : place - 0.5 === stars ? 'half' : 'none')));
    }
  }));
}

test('of a score that is a range no stars are drawn', () => with_page({hash: scored(69, 'zh-CN').replace('&g.service=69', '')}, async (page) => {
  await page.locator('.range').first().waitFor();
  assert.equal(await page.locator('.stars').count(), 0);
}));

const cost_rows = async (page) => {
  await settled(page);
  return page.locator('#worst [data-worst]').evaluateAll((rows) => rows.map((row) => [row.dataset.worst, row.querySelector('strong').textContent.trim()]));
};

for (const lang of langs) {
  // A part costs its weight times what it lacks of its highest score: 50 % of 31, 30 % of 15, 20 % of 1.
  test(`what costs most, in points of the total, the dearest first (${lang})`, () => with_page({hash: `#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&lang=${lang}&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85`}, async (page) => {
    assert.deepEqual(experience.score.nodes.map(({id, weight}) => [id, weight.value]), [['goods', 0.5], ['logistics', 0.2], ['service', 0.3]]);
    const rows = await cost_rows(page);
    assert.deepEqual(rows, [['goods', '−15.50'], ['service', '−4.50'], ['logistics', '−0.20']]);
    const {worst} = (await reply(page)).assess.value;
    assert.deepEqual(worst, [{id: 'goods', cost: 15.5}, {id: 'service', cost: 4.5}, {id: 'logistics', cost: 0.2}]);
    const named = await page.locator('#worst [data-worst]').evaluateAll((items) => items.map((row) => row.querySelector('span').textContent));
    assert.deepEqual(named, worst.map(({id}) => experience.score.nodes.find((node) => node.id === id).title[lang]));
  }));
}

test('the shop\'s own weights change what costs most', () => with_page({hash: `#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&lang=en&m.valid_paid_orders=4000&g.goods=69&g.logistics=80&g.service=85&p.weights.goods=0.1&p.weights.logistics=0.6&p.weights.service=0.3`}, async (page) => {
  assert.deepEqual(await cost_rows(page), [['logistics', '−12.00'], ['service', '−4.50'], ['goods', '−3.10']]);
}));

test('of every example the costs on the page are those of the reply, to two digits', async () => {
  for (const program of [...new Set(editions().filter(({document}) => document.score).map((one) => one.program))]) {
    await with_page({hash: `#v=1&program=${program}&lang=en`}, async (page) => {
      await page.locator('.form [data-action="example"]').click();
      await page.getByTestId('score').waitFor();
      const {worst} = (await reply(page)).assess.value;
      assert.ok(worst.length > 0, program);
      assert.deepEqual(await cost_rows(page), worst.map(({id, cost}) => [id, `−${cost.toLocaleString('en-GB', {minimumFractionDigits: 2, maximumFractionDigits: 2})}`]), program);
    });
  }
});

/** What is said of a metric, each part with its name on the page. */
const parts = ['numerator', 'denominator', 'window', 'clock', 'where'];

/** Each program's newest edition. */
const newest = [...new Map(editions().map((item) => [item.program, item])).values()];

for (const {program, edition, document} of newest) {
  test(`${program} ${edition}: each field says what it is, its numerator, denominator and window`, () => with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=en`}, async (page) => {
    await page.locator('.form [data-action="example"]').click();
    await everything(page);
    for (const lang of langs) {
      await turn(page, {lang, theme: 'light'});
      const table = await texts_of(lang);
      const said = await page.locator('.form .field').evaluateAll((fields) => fields.flatMap((field) => {
        const about = field.querySelector(':scope > .about');
        const input = field.querySelector('input[name]');
        const text = (part) => part.textContent.replace(/\s+/g, ' ').trim();
        const [, id] = /^(?:months\.[\d-]+\.metrics\.|checks\.[\d-]+\.metrics\.)?(\w+)$/.exec(input?.name ?? '') ?? [];
        return about && id ? [[id, {what: text(about.querySelector('p') ?? about), rows: [...about.querySelectorAll('dt')].map((name) => [text(name), text(name.nextElementSibling)])}]] : [];
      }));
      const found = new Map(said);
      for (const metric of document.metrics) {
        const about = found.get(metric.id);
        assert.ok(about, `${metric.id} says nothing of itself`);
        assert.equal(about.what, flat(metric.what[lang]), metric.id);
        assert.deepEqual(about.rows, parts.flatMap((part) => (metric[part] ? [[table[`page.about.${part}`], flat(metric[part][lang])]] : [])), metric.id);
      }
    }
  }));
}

test('every metric of every edition says what it is, its window and its place, every rate and mean its numerator and denominator', () => {
  for (const {program, edition, document} of editions()) {
    for (const {id, kind, ...metric} of document.metrics) {
      for (const part of ['what', 'window', 'where', ...(['rate', 'mean'].includes(kind) ? ['numerator', 'denominator'] : [])]) {
        for (const lang of langs) assert.ok(metric[part]?.[lang], `${program} ${edition} ${id} ${part} ${lang}`);
      }
    }
  }
});
