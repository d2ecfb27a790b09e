// Opens the built page in Chromium for the tests. A console error, a broken CSP rule or a request to anywhere but the page's own
// origin fails the test that opened the page.
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {open_browser, serve} from '../../web/scripts/serve.mjs';

let site;
let browser;

export async function set_up() {
  site = await serve();
  browser = await open_browser();
}

export async function tear_down() {
  await browser?.close();
  await site?.stop();
}

export const phone = {width: 390, height: 844};
export const desktop = {width: 1440, height: 900};

/** What Playwright itself writes where a test has no use for the service worker. */
const blocked = 'Service Worker registration blocked by Playwright';

/** Runs `body` with a page on the given address, then asks whether anything went wrong in it. `before` sees the empty browser. */
export async function with_page({hash = '', viewport = desktop, scheme = 'light', worker = false, before = async () => {}, at = site.origin}, body) {
  const context = await browser.newContext({viewport, colorScheme: scheme, locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true, serviceWorkers: worker ? 'allow' : 'block'});
  await before(context);
  const page = await context.newPage();
  const wrong = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== blocked) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('report_violation', (text) => wrong.push(`CSP: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => report_violation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  try {
    await page.goto(`${at}/${hash}`);
    await page.locator('shop-gauge .page').waitFor();
    await body(page, {requests, wrong, context, origin: at});
    assert.deepEqual(wrong, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(`${at}/`) && !url.startsWith('data:')), []);
  } finally {
    await context.close();
  }
}

/** What the element shows to the outside. */
export const reply = (page) => page.evaluate(() => document.querySelector('shop-gauge').reply);

/** Opens the sheet that the form is on a narrow screen, or closes it, so that `part` can be reached. */
export async function reach(page, part) {
  const [inside, open] = await part.first().evaluate((element) => {
    const sheet = element.getRootNode().querySelector('dialog.sheet');
    return [sheet?.contains(element), sheet?.open];
  });
  if (inside && !open) await page.locator('.bottom .main').click();
  else if (!inside && open) await page.locator('.sheet [data-action="answer"]').click();
}

/** Keeps what the page fetches by a pattern until it is let go. */
export async function hold(page, pattern) {
  let let_go;
  const held = new Promise((done) => (let_go = done));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return let_go;
}

/** Types into a field as a person does, and leaves it. */
export async function type(page, name, text) {
  const input = page.locator(`input[name="${name}"]`);
  await reach(page, input);
  await input.fill('');
  await input.pressSequentially(text);
  await input.blur();
}

/** Presses an answer: its label, as the button in it is not to be seen. */
export async function pick(page, name, value) {
  const input = page.locator(`input[name="${name}"][value="${value}"]`);
  await reach(page, input);
  await page.locator('label', {has: input}).click();
  assert.equal(await input.isChecked(), true, `${name}: ${value} is pressed`);
}

/** Opens a folded part of the form. */
export async function unfold(page, id) {
  const fold = page.locator(`details[data-fold="${id}"]`);
  await reach(page, fold);
  if (!(await fold.evaluate((details) => details.open))) await fold.locator('> summary').click();
}

/** All below the answer is there, also what stands in tabs that are not shown. */
export const settled = (page) => page.locator('#sources').waitFor({state: 'attached'});

export async function load_example(page) {
  const button = page.locator('.form [data-action="example"]');
  await reach(page, button);
  await button.click();
  await page.locator('.answer .result').waitFor();
}

/** Shows a view below the answer (why, do, sources): a tab on a wide screen, in sight anyway on a narrow one. */
export async function open_view(page, id) {
  await page.locator(`#view-${id}`).waitFor({state: 'attached'});
  const tab = page.locator(`#tab-${id}`);
  if (await tab.count()) await tab.click();
}

/** Opens what to do: its tab does so, where there are tabs. */
export async function open_desk(page) {
  await page.locator('#view-do').waitFor({state: 'attached'});
  await page.locator('#tab-do, #view-do:not([role]) [data-action="desk"]').click();
}

/** Opens all folded parts of the form; one of them is fetched once it is open. */
export async function unfold_all(page) {
  const open = () => page.locator('shop-gauge').evaluate((element) => element.shadowRoot.querySelectorAll('.form details').forEach((details) => (details.open = true)));
  await open();
  await page.locator('#profile .fold-body > p:not([aria-busy])').first().waitFor({state: 'attached'});
  await open();
}

const programs_folder = fileURLToPath(new URL('../../core/programs/', import.meta.url));
const read_json = (path) => JSON.parse(readFileSync(programs_folder + path, 'utf8'));

/** Every shipped edition with its document. */
export function editions() {
  const programs = readdirSync(programs_folder, {withFileTypes: true}).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  return programs.flatMap((program) => readdirSync(programs_folder + program).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort()
    .map((name) => ({program, edition: name.slice(0, 10), document: read_json(`${program}/${name}`)})));
}

export const read_cases = (program, edition) => read_json(`${program}/${edition}.cases.json`);
export const read_example = (program) => read_json(`${program}/example.request.json`);

export const hash_of = (page) => page.evaluate(() => location.hash);

/** A text of the string tables. */
export async function texts(lang) {
  const {default: table} = await import(`../../core/api/texts/${lang}.json`, {with: {type: 'json'}});
  return table;
}

export function write_figures(name, figures) {
  const folder = fileURLToPath(new URL('../../build/figures/', import.meta.url));
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(figures, null, 1)}\n`);
}

/** Opens a sheet of the tools, through the menu as on a phone. */
export async function open_sheet(page, item) {
  await page.locator('shop-tools [data-tool="menu"]').click();
  await page.locator(`shop-tools [data-item="${item}"]`).click();
  await page.locator('shop-tools dialog[open] .body > *').waitFor();
}

export const close_sheet = (page) => page.locator('shop-tools [data-tool="close"]').click();

/** The text of the file that a press hands to the device. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return {name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8')};
}

/** Waits until the element shows a reading with these fields, as the address has them. */
export const shows = (page, part) => page.waitForFunction((part) => window.document.querySelector('shop-gauge').reply.assess && decodeURIComponent(location.hash).includes(part), part);

/** Asks again until it is so, as long as Playwright waits for anything. Its waitForFunction takes a promise for an answer, so what has to be awaited is asked here. */
export async function until(condition, what) {
  for (let tries = 0; tries < 600; ++tries) {
    if (await condition()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  assert.fail(what);
}
