// Every view of the page that its tests of access look at: a new one is a row here. `open` brings the page there from its address, as a person does.
import {readFileSync} from 'node:fs';
import {editions, load_example, open_sheet, open_view, reach, settled, unfold_all, with_page} from './fixture.mjs';

const score = '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&m.freight_insurance=yes';
const flagship = '#v=1&program=douyin-flagship&edition=2022-07-15&until=2022-11-30&e.opened=2022-01-04&e.first_assessed=2022-01-04' +
  '&mo.2022-05=fail&mo.2022-06=pass&mo.2022-07=fail&mo.2022-08=fail&mo.2022-09=fail&mo.2022-10=pass';
const verdict = '#v=1&program=douyin-flagship&edition=2026-06-02&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail&mo.2026-10=pass' +
  '&m.experience_score_mean_30d=79&m.settled_gmv_30d=40000&m.on_shelf_products_mean_30d=30&m.category_matches_name=yes' +
  '&p.targets.experience_score_mean_30d=75&p.targets.settled_gmv_30d=50000&p.targets.on_shelf_products_mean_30d=20';

/** With readings to plan with; the fields of "what to do" open it. */
const readings = `${score}&m.rating_mean=6100/1300&m.quality_return_rate=67/5000&m.pickup_hours=5.6&m.review_hours=3.3&m.im_dissatisfaction_rate=3/56&m.next_day_rate=6.5%25`;
const scenarios = '&s.1=Better reviews~rating_mean~4.81&s.2=少退货~quality_return_rate~0.94%25&s.3=A name as long as one may type it in~rating_mean~4.75~quality_return_rate~1.1%25';

/** Opens all that can be opened: folds (one of the form is fetched once it is open), gates, what a field is, the numbers of a month. */
export async function everything(page) {
  await settled(page);
  await unfold_all(page);
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

/** Two stores of one's own: the open one with the history of two months, the other in the list. */
async function keep_stores(page) {
  for (const name of ['A store with a name as long as one may type it in, and then some', '小王女装']) {
    await open_sheet(page, 'stores');
    await page.locator('[name="store-name"]').fill(name);
    await page.locator('[data-act="save"]').click();
    await page.locator('shop-stores [data-open]').getByText(name, {exact: true}).waitFor();
    await page.locator('shop-tools [data-tool="close"]').click();
  }
  await open_sheet(page, 'stores');
  for (const place of [1, 0]) {
    const month = page.locator('shop-stores select[name="month"]');
    await month.selectOption({index: place});
    await page.locator('[data-act="keep-month"]').click();
    await page.locator(`tr[data-month="${await month.inputValue()}"]`).waitFor();
  }
}

const table = '店铺名称\t统计月份\t商品体验\t物流体验\t服务体验\t有效支付订单数\t备注\n甲店\t2026-07\t61\t99\t80\t4,000\tx\nA store with a longer name\t2026-08\t72\t88.5\t91\t5100\t\n丙店\t2026-07\t—\tabc\t85\t900\t';

/** A pasted table whose rows are to be a row of the form, months, or stores. */
const import_as = (use) => async (page) => {
  await open_sheet(page, 'table');
  await page.locator('textarea[name="cells"]').fill(table);
  await page.locator(`input[name="use"][value="${use}"]`).check();
};

/** More months than a link carries. */
const many_months = Array.from({length: 72}, (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  .map((month, at) => `&mo.${month}.m.experience_score=4.${(at * 37) % 100}&mo.${month}.m.ccr=${(at * 1361) % 997}/${100003 + at * 79199}&mo.${month}.p.targets.ccr=0.00${(at * 7919) % 9973}`).join('');

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
  {name: 'categories and checks', hash: '#v=1&program=tmall-store-assessment&edition=2026-01-01', open: load_example, ready: '[data-check]'},
  {name: 'forecast, all opened', hash: `${score}&m.quality_return_rate=67/5000&fc.days=30&fc.1.kind=known&fc.1.metric=quality_return_rate&fc.1.n=20&fc.1.from=2026-09-02`, open: async (page) => {
    await page.locator('#forecast canvas').waitFor();
    await everything(page);
  }, ready: '#forecast [data-day]'},
  {name: 'forecast of a cycle, a mistake in it', hash: `${verdict}&fc.1.kind=orders&fc.1.n=-1`, ready: '#forecast [aria-invalid="true"]'},
  {name: 'tiers and standards', hash: '#v=1&program=ebay-seller-standards', open: load_example, ready: '[data-testid="tier"]'},
  {name: 'gates, all opened', hash: '#v=1&program=taobao-experience-score', open: async (page) => {
    await load_example(page);
    await everything(page);
  }, ready: '.gate[open]'},
  {name: 'no score yet', hash: '#v=1&program=tiktok-shop-performance&edition=2025-11-11&m.delivered_orders=29', ready: '.verdict.plain'},
  {name: 'drawer of a weight', hash: score, open: async (page) => {
    await page.locator('[data-told="points.goods"]:visible').first().click();
  }, ready: '#told[open]'},
  {name: 'drawer of a gate', hash: score, open: async (page) => {
    await page.locator('[data-gate="alliance_entry"] summary').click();
    await page.locator('[data-gate="alliance_entry"] .told').first().click();
  }, ready: '#told[open]'},
  {name: 'old sources', hash: score.replace('2026-09-20', '2028-01-05'), ready: '.old-sources'},
  {name: "the shop's own numbers, all opened", hash: `${score}&p.weights.goods=0.5&p.calibration.rating_mean=4.6:76,4.7:&p.tables.quality_return_rate.kind=steps&p.tables.quality_return_rate.closed=left&p.tables.quality_return_rate.rows=0%25:1%25:90,1%25:100%25:50`,
    open: async (page) => {
      await page.locator('[data-sum]').first().waitFor({state: 'attached'});
      await page.locator('shop-gauge').evaluate(({shadowRoot}) => shadowRoot.querySelectorAll('#profile details').forEach((details) => (details.open = true)));
    }, ready: '.grid td'},
  {name: 'what to do, with what is hard', hash: `${readings}&goal=score.85&ef.rating_mean=hard&ef.quality_return_rate=fixed&s.1=x~rating_mean~4.8&vs=s.1`, open: async (page) => {
    await page.locator('#tab-plan').click();
    await page.locator('[data-fold="effort"] summary').click();
  }, ready: '[data-effort]'},
  {name: 'what if, with scenarios', hash: `${readings}${scenarios}&w.rating_mean=4.85`, ready: '[data-scenario]'},
  {name: 'compared with one', hash: `${readings}&vs=2026-05-07`, ready: '.causes'},
  {name: 'compared with several', hash: `${readings}${scenarios}&vs=s.1,s.3,2026-05-07`, ready: '.overview'},
  {name: 'document from the device', hash: score, open: (page) => open_file(page, JSON.stringify({...document_of('etsy-star-seller'), program: 'my-own'})), ready: 'option[value="file:"]'},
  {name: 'the form, a sheet where the window is narrow', hash: score, open: (page) => reach(page, page.locator('#numbers')), ready: '#numbers'},
  {name: 'sources, a tab where it is wide', hash: score, open: (page) => open_view(page, 'sources'), ready: '#view-sources:not([hidden])'},
  {name: 'what to do', hash: `${score}&m.rating_mean=6100/1300&m.quality_return_rate=67/5000&goal=score.85`, ready: '[data-testid="plan"][aria-busy="false"]'},
  {name: 'menu of the tools', hash: score, open: (page) => page.locator('shop-tools [data-tool="menu"]').click(), ready: 'shop-tools .menu'},
  {name: 'kept stores, with the months of one', hash: score, open: keep_stores, ready: 'shop-stores canvas'},
  {name: 'sharing what no link can carry', hash: `#v=1&program=douyin-flagship&edition=2022-07-15&e.formal_since=2020-01-01&until=2025-12-31${many_months}`, open: (page) => open_sheet(page, 'share'), ready: 'shop-share [data-testid="left-out"]'},
  {name: 'a table as months', hash: score, open: import_as('months'), ready: 'shop-table .bad-cell'},
  {name: 'a table of stores, worked out', hash: score, open: async (page) => {
    await import_as('stores')(page);
    await page.locator('[data-act="work-out"]').click();
  }, ready: '[data-act="save-results"]'},
  {name: 'faults of a document', hash: score, open: (page) => open_file(page, readFileSync(new URL('../rules_bad/conditions.json', import.meta.url), 'utf8')), ready: '#faults'},
];

/** Runs `body` with a page that shows a view, in Chinese unless `lang` says otherwise. */
export const with_view = ({hash, open, ready}, {lang = 'zh-CN', ...look}, body) => with_page({hash: `${hash}&lang=${lang}`, ...look}, async (page, visit) => {
  await open?.(page);
  await page.locator(ready).first().waitFor({state: 'attached'});
  await settled(page);
  await body(page, visit);
});

/** Shows the page in another language and light, without a visit of its own. */
export async function turn(page, {lang, theme}) {
  await page.evaluate((look) => Object.assign(document.querySelector('shop-gauge'), look), {lang, theme});
  await page.waitForFunction(({lang, theme}) => document.documentElement.lang === lang && document.documentElement.dataset.theme === theme, {lang, theme});
}
