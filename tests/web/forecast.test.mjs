// A forecast in the browser: a worker of its own gives the command's bytes, says how far it is, and is ended at once.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {set_up, settled, tear_down, with_page, write_figures} from './fixture.mjs';

before(set_up);
after(tear_down);

const shop = {
  given: {goods: 69, logistics: 99, service: 85},
  metrics: {
    valid_paid_orders: 900, freight_insurance: true, rating_mean: {sum: 4140, n: 900}, quality_return_rate: {num: 9, den: 900}, pickup_hours: {sum: 18000, n: 900},
    line_time_rate: {num: 810, den: 900}, damage_return_rate: {num: 1, den: 900}, review_hours: {sum: 4500, n: 900}, im_response_seconds: {sum: 36000, n: 900},
    im_dissatisfaction_rate: {num: 12, den: 200}, platform_help_rate: {num: 3, den: 900}, next_day_rate: {num: 150, den: 900},
  },
};
const asked = {
  program: 'douyin-experience-score', edition: '2026-09-08', as_of: '2026-11-22', until: '2027-01-05', ...shop,
  scenario: [{on: '2026-12-02', metric: 'faked_score', value: true}], seed: 3,
};
const fed = {
  program: 'douyin-flagship', edition: '2026-06-02', as_of: '2026-11-22', until: '2027-01-31',
  enrolment: {formal_since: '2026-10-01', failures_so_far: 0, store_type: 'flagship'}, profile: {targets: {experience_score_mean_30d: 82, settled_gmv_30d: 10000, on_shelf_products_mean_30d: 20}},
  metrics: {experience_score_mean_30d: 82, settled_gmv_30d: 20000, on_shelf_products_mean_30d: 30, category_matches_name: true},
  feeds: [{program: 'douyin-experience-score', edition: '2026-09-08', ...shop}], seed: 7,
};
/** Days of chance that take long enough to be seen and ended. */
const long = {...asked, until: '2027-05-21', paths: 10000};

const command = fileURLToPath(new URL('../../build/release/shopgauge', import.meta.url));

function native(request) {
  try {
    return execFileSync(command, ['forecast', '--json', '-'], {input: JSON.stringify(request), maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore']}).trimEnd();
  } catch ({stdout}) {
    return stdout.trimEnd();
  }
}

/** Chromium lets a busy worker go on for up to two seconds after its end. */
async function none_left(page) {
  for (let waited = 0; page.workers().length && waited < 5000; waited += 100) await page.waitForTimeout(100);
  assert.equal(page.workers().length, 0, 'a worker is left');
}

const in_page = (page, request) => page.evaluate(async (text) => {
  const progress = [];
  const began = performance.now();
  const reply = await document.querySelector('shop-gauge').forecast(text, {on_progress: (done, all) => progress.push([done, all])});
  return {reply, progress, ms: performance.now() - began};
}, JSON.stringify(request));

test('it gives the bytes of the command, with and without chances, fed and refused', async () => {
  await with_page({}, async (page) => {
    for (const request of [asked, {...asked, paths: 1000}, {...fed, paths: 200}, {...asked, paths: 100001}, {...asked, until: '2026-11-22'}]) {
      const {reply} = await in_page(page, request);
      assert.equal(reply, native(request));
    }
    await none_left(page);
  });
});

test('the requests above are answered or refused as meant', () => {
  const replies = [{...fed, paths: 200}, {...asked, paths: 100001}, {...asked, until: '2026-11-22'}].map((request) => JSON.parse(native(request)));
  assert.equal(replies[0].ok, true, JSON.stringify(replies[0].issues));
  assert.equal(replies[0].value.chances.paths, 200);
  assert.deepEqual(replies.slice(1).map(({issues}) => issues[0].code), ['forecast.out_of_range', 'forecast.out_of_range']);
});

test('it says how far it is, and the page stays alive', async () => {
  await with_page({}, async (page) => {
    await page.evaluate(() => {
      window.ticks = 0;
      setInterval(() => (window.ticks += 1), 20);
    });
    const {progress, ms} = await in_page(page, long);
    assert.ok(progress.length > 2, `told ${progress.length} times`);
    assert.ok(progress.every(([done, all], at) => all === 10000 && done > (progress[at - 1]?.[0] ?? 0)));
    assert.deepEqual(progress.at(-1), [10000, 10000]);
    const ticks = await page.evaluate(() => window.ticks);
    assert.ok(ticks > ms / 20 / 10, `${ticks} ticks in ${ms} ms`);
    write_figures('forecast', {forecast_ms: ms});
  });
});

test('a run that is ended leaves nothing', async () => {
  await with_page({}, async (page) => {
    const told = await page.evaluate(async (text) => {
      const ending = new AbortController();
      const told = [];
      const element = document.querySelector('shop-gauge');
      const failed = await element.forecast(text, {signal: ending.signal, on_progress: (done) => {
        told.push(done);
        ending.abort();
      }}).then(() => 'a reply', (error) => error.name);
      const before = await element.forecast(text, {signal: AbortSignal.abort()}).then(() => 'a reply', (error) => error.name);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {failed, before, told};
    }, JSON.stringify(long));
    assert.deepEqual([told.failed, told.before], ['AbortError', 'AbortError']);
    assert.equal(told.told.length, 1);
    assert.ok(told.told[0] < 10000);
    await none_left(page);
  });
});

test('nothing of it is loaded before it is asked for', async () => {
  await with_page({}, async (page, {requests}) => {
    await settled(page);
    assert.equal(requests.some((url) => url.includes('forecast') || url.includes('full')), false);
  });
});
