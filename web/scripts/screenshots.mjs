// Takes the pictures: docs/*.png for README, and with --all every state worth judging into build/figures/screens/.
import {mkdir, readdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {open_browser, serve} from './serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const phone = {width: 390, height: 844};
const desktop = {width: 1440, height: 900};

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes';
const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04' +
  '&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail&mo.2022-09=fail&mo.2022-10=pass';
const verdict = '#v=1&program=douyin-flagship&edition=2026-06-02&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail&mo.2026-10=pass' +
  '&m.experience_score_mean_30d=79&m.settled_gmv_30d=40000&m.on_shelf_products_mean_30d=30&m.category_matches_name=yes' +
  '&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20';

/** With readings to plan with; the fields of "what to do" open it. */
const readings = `${score}&m.rating_mean=6100/1300&m.quality_return_rate=67/5000&m.pickup_hours=5.6&m.review_hours=3.3&m.im_dissatisfaction_rate=3/56&m.next_day_rate=6.5%25`;

/** States of the page by name. */
const states = {
  empty: '#v=1', score, flagship, verdict,
  interval: score.replace('&g.service=85', '&m.review_hours=3.3'),
  mistake: score.replace('g.goods=69', 'g.goods=abc'),
  plan: `${readings}&goal=score.85`, what_if: `${readings}&goal=score.85&w.rating_mean=4.81`, compare: `${readings}&vs=2026-05-07`,
};

const readme = [
  {file: 'docs/page.png', hash: `${score}&lang=en`, viewport: desktop, scheme: 'light'},
  {file: 'docs/page-phone.png', hash: verdict, viewport: phone, scheme: 'light'},
  {file: 'docs/page-phone-dark.png', hash: `${flagship}&lang=en`, viewport: phone, scheme: 'dark'},
  {file: 'docs/page-phone-numbers.png', hash: score, viewport: phone, scheme: 'light', sheet: true},
];

/** Every program with its example store: each language on a phone and on a desk, once light and once dark. */
async function examples() {
  const entries = await readdir(`${root}core/programs`, {withFileTypes: true});
  const looks = [['phone', phone, 'light', 'zh-CN'], ['phone', phone, 'dark', 'en'], ['desktop', desktop, 'dark', 'zh-CN'], ['desktop', desktop, 'light', 'en']];
  return entries.filter((entry) => entry.isDirectory()).flatMap(({name}) => looks.map(([size, viewport, scheme, lang]) => ({
    file: `build/figures/screens/${name}-${size}-${scheme}-${lang}.png`, hash: `#v=1&program=${name}&lang=${lang}`, viewport, scheme, full: true, example: true,
  })));
}

function* all() {
  for (const [name, hash] of Object.entries(states)) {
    for (const [size, viewport] of Object.entries({phone, desktop})) {
      for (const scheme of ['light', 'dark']) {
        for (const lang of ['zh-CN', 'en']) {
          yield {file: `build/figures/screens/${name}-${size}-${scheme}-${lang}.png`, hash: `${hash}&lang=${lang}`, viewport, scheme, full: size === 'phone'};
        }
      }
    }
  }
}

async function take(browser, origin, {file, hash, viewport, scheme, full = false, example = false, sheet = false}) {
  const context = await browser.newContext({viewport, colorScheme: scheme, reducedMotion: 'reduce'});
  const page = await context.newPage();
  await page.goto(`${origin}/${hash}`);
  await page.locator('shop-gauge .answer').waitFor();
  if (example) {
    await page.locator('.empty .quiet').click();
    await page.locator('.answer .result').waitFor();
  }
  await page.waitForLoadState('networkidle');
  if (/&(goal|w\.|vs)/.test(hash)) {
    await page.locator('[data-testid="plan"][aria-busy="false"], [data-testid="sides"], [data-testid="comparison"]').waitFor();
    await page.locator('#todo').evaluate((card) => card.scrollIntoView());
  }
  if (sheet) await page.locator('.bottom .main').click();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({path: root + file, fullPage: full});
  await context.close();
  console.log(file);
}

await mkdir(`${root}docs`, {recursive: true});
await mkdir(`${root}build/figures/screens`, {recursive: true});
const site = await serve();
const browser = await open_browser();
for (const picture of process.argv.includes('--all') ? [...readme, ...all(), ...(await examples())] : readme) await take(browser, site.origin, picture);
await browser.close();
await site.stop();
