// Pages of other people with the built page on another origin: tests/web/hosts/ with its addresses filled in, or a snippet in a page of its own,
// under a policy. What such a page says in the console, breaks or asks for is kept.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {open_browser, serve} from '../../web/scripts/serve.mjs';

let site;
let browser;
let server;
/** What each path of the host answers: {body, policy}. */
const pages = new Map();

export async function set_up() {
  site = await serve();
  browser = await open_browser();
  server = createServer(({url}, answer) => {
    const page = pages.get(new URL(url, 'http://host').pathname);
    if (!page) return answer.writeHead(404).end();
    answer.writeHead(200, {'content-type': 'text/html; charset=utf-8', ...(page.policy ? {'content-security-policy': page.policy} : {})}).end(page.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
}

export async function tear_down() {
  await browser?.close();
  await site?.stop();
  server?.close();
}

/** The folder of the built page, and that of the host. */
export const base = () => `${site.origin}/`;
export const host = () => `http://127.0.0.1:${server.address().port}/`;

const file = (name) => readFileSync(new URL(`hosts/${name}.html`, import.meta.url), 'utf8').replaceAll('{base}', base()).replaceAll('{other}', host());

/** Gives the host a page of tests/web/hosts/, or one with a snippet in it; returns its address. */
export function give(name, {snippet, policy} = {}) {
  const body = snippet === undefined ? file(name) : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head><body><p>Help</p>\n${snippet}\n</body></html>`;
  pages.set(`/hosts/${name}.html`, {body, policy});
  return `${host()}hosts/${name}.html`;
}

/** Opens a page; after `body` nothing may have gone wrong but what `forgiven` says. `heard`: every message that reached the host's page. */
export async function with_host(address, body, {viewport = {width: 1280, height: 900}, scheme = 'light', forgiven = () => false, day = '2026-11-22', permissions = []} = {}) {
  const context = await browser.newContext({viewport, colorScheme: scheme, locale: 'en-GB', reducedMotion: 'reduce', permissions});
  await context.clock.setFixedTime(`${day}T04:00:00Z`);
  const page = await context.newPage();
  const [wrong, requests, told] = [[], [], []];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`);
    if (message.type() === 'info') told.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  context.on('request', (request) => requests.push({method: request.method(), url: request.url(), body: request.postData()}));
  await context.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({data}) => window.heard.push(data));
    addEventListener('shopgauge-edition', ({detail}) => (window.edition_news = detail));
  });
  try {
    await page.goto(address);
    await body(page, {requests, wrong, context, told});
    assert.deepEqual(wrong.filter((text) => !forgiven(text)), []);
  } finally {
    await context.close();
  }
}

/** The page inside an iframe, once the element in it stands there. */
export async function inside(page, selector) {
  const handle = await page.locator(selector).elementHandle();
  const frame = await handle.contentFrame();
  await frame.locator('shop-gauge .page').waitFor();
  return frame;
}

/** Waits until an iframe is as high as what stands in it: nothing in it scrolls, and nothing is left empty. */
export async function fits(page, selector) {
  const frame = await inside(page, selector);
  // A frame that is far from being seen does not learn of its new height.
  await page.locator(selector).scrollIntoViewIfNeeded();
  for (let tries = 0; ; ++tries) {
    const [wanted, has, scrolled] = await frame.evaluate(() => [Math.ceil(document.getElementById('frame').getBoundingClientRect().height), innerHeight, document.documentElement.scrollHeight]);
    if (Math.abs(wanted - has) < 4 && scrolled <= has + 4) return has;
    assert.ok(tries < 100, `${selector}: ${has} px for ${wanted}`);
    await page.waitForTimeout(100);
  }
}
