// Every view of the page that its tests of access look at: a new one is a row here. `open` brings the page there from its address, as a person does.
import {readFileSync} from 'node:fs';
import {editions, with_page} from './fixture.mjs';

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes';
const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04' +
  '&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail&mo.2022-09=fail&mo.2022-10=pass';
const verdict = '#v=1&program=douyin-flagship&edition=2026-06-02&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail&mo.2026-10=pass' +
  '&m.experience_score_mean_30d=79&m.settled_gmv_30d=40000&m.on_shelf_products_mean_30d=30&m.category_matches_name=yes' +
  '&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20';

async function example(page) {
  await page.locator('.form [data-action="example"]').click();
  await page.locator('.answer .result').waitFor();
}

/** Opens all that can be opened: folds, gates, what a field is, the numbers of a month. */
export async function everything(page) {
  await page.locator('#sources').waitFor();
  await page.locator('shop-gauge').evaluate(({shadowRoot}) => {
    shadowRoot.querySelectorAll('details').forEach((details) => (details.open = true));
    shadowRoot.querySelectorAll('.toggle[aria-expanded="false"]').forEach((button) => button.click());
  });
}

const document_of = (name) => editions().find(({program}) => program === name).document;

async function open_file(page, text) {
  const input = page.locator('input[name="file"]');
  await input.waitFor({state: 'attached'});
  await input.setInputFiles({name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(text)});
}

/** `name`, the address `hash`, `open(page)`, and `ready`: what stands on the page once the view does. */
export const views = [
  {name: 'empty', hash: '#v=1', ready: '.empty'},
  {name: 'score', hash: score, ready: '#why'},
  {name: 'score, all opened', hash: score, open: everything, ready: '.about'},
  {name: 'interval', hash: score.replace('&g.service=85', '&m.review_hours=3.3'), ready: '.range'},
  {name: 'mistake in a field', hash: score.replace('g.goods=69', 'g.goods=abc'), ready: '.stale-line'},
  {name: 'link of nonsense', hash: `${score.replace('v=1', 'v=9')}&m.nonsense=1&x=y`, ready: '.notice.bad'},
  {name: 'months and downgrade', hash: flagship, ready: '.phase'},
  {name: 'verdict, all opened', hash: verdict, open: everything, ready: '.period .more'},
  {name: 'categories and checks', hash: '#v=1&program=tmall-store-assessment&edition=2026-01-01', open: example, ready: '[data-check]'},
  {name: 'tiers and standards', hash: '#v=1&program=ebay-seller-standards', open: example, ready: '[data-testid="tier"]'},
  {name: 'gates, all opened', hash: '#v=1&program=taobao-experience-score', open: async (page) => {
    await example(page);
    await everything(page);
  }, ready: '.gate[open]'},
  {name: 'no score yet', hash: '#v=1&program=tiktok-shop-performance&edition=2025-11-11&m.delivered_orders=29', ready: '.verdict.plain'},
  {name: 'document from the device', hash: score, open: (page) => open_file(page, JSON.stringify({...document_of('etsy-star-seller'), program: 'my-own'})), ready: 'option[value="file:"]'},
  {name: 'faults of a document', hash: score, open: (page) => open_file(page, readFileSync(new URL('../rules_bad/conditions.json', import.meta.url), 'utf8')), ready: '#faults'},
];

/** Runs `body` with a page that shows a view, in Chinese unless `lang` says otherwise. */
export const with_view = ({hash, open, ready}, {lang = 'zh-CN', ...look}, body) => with_page({hash: `${hash}&lang=${lang}`, ...look}, async (page, visit) => {
  await open?.(page);
  await page.locator(ready).first().waitFor({state: 'attached'});
  await page.locator('#sources').waitFor();
  await body(page, visit);
});

/** Shows the page in another language and light, without a visit of its own. */
export async function turn(page, {lang, theme}) {
  await page.evaluate((look) => Object.assign(document.querySelector('shop-gauge'), look), {lang, theme});
  await page.waitForFunction(({lang, theme}) => document.documentElement.lang === lang && document.documentElement.dataset.theme === theme, {lang, theme});
}
