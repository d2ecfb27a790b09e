// The documentation as readers meet it, in Chromium: its policy holds, every link leads somewhere, it is found by searching in
// both languages, and axe-core has nothing to say.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {open_browser, serve} from '../../web/scripts/serve.mjs';
import {languages, pages, place} from '../../docs/site/pages.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = `${root}build/docs/site`;
const axe_source = readFileSync(`${root}web/node_modules/axe-core/axe.min.js`, 'utf8');

let site;
let browser;
before(async () => {
  site = await serve({root: `${root}build/docs`, base: '/docs/', build: {outDir: 'site'}});
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

/** Runs `body` with a page, then asks whether anything went wrong in it, or was asked of anybody else. */
async function with_page(address, {viewport = {width: 1440, height: 900}, scheme = 'light'}, body) {
  const context = await browser.newContext({viewport, colorScheme: scheme, reducedMotion: 'reduce'});
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => request.url().startsWith(`${site.origin}/`) || request.url().startsWith('data:') || wrong.push(request.url()));
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`));
  await page.goto(`${site.origin}/docs/${address}`);
  await page.waitForLoadState('networkidle');
  await body(page);
  assert.deepEqual(wrong, []);
  await context.close();
}

const html_of = (page) => place(page).replace(/\.md$/, '.html');

/** The ids of a built page, and where its links lead. */
function read(file) {
  const text = readFileSync(path.join(built, file), 'utf8');
  const all = (pattern) => [...text.matchAll(pattern)].map(([, found]) => decodeURIComponent(found.replaceAll('&amp;', '&')));
  return {ids: new Set(all(/\bid="([^"]*)"/g)), links: all(/<a\b[^>]*\bhref="([^"]*)"/g)};
}

test('every page is built, and every link of every page leads to something', () => {
  const known = new Map(pages.map((page) => [html_of(page), read(html_of(page))]));
  const dead = [];
  for (const [file, {links}] of known) {
    for (const link of links) {
      if (/^(https?:|mailto:)/.test(link) || link === '/docs/../index.html') continue;
      const [target, anchor] = link.split('#');
      const absolute = target === '' ? file : target.startsWith('/docs/') ? target.slice('/docs/'.length) : path.posix.join(path.posix.dirname(file), target);
      const page = absolute === '' || absolute.endsWith('/') ? `${absolute}index.html` : absolute;
      if (!existsSync(path.join(built, page))) dead.push(`${file}: ${link}`);
      else if (anchor && known.has(page) && !known.get(page).ids.has(anchor)) dead.push(`${file}: ${link} (no such place)`);
    }
  }
  assert.deepEqual(dead, []);
  assert.ok(known.size > 50 && [...known.values()].every(({links}) => links.length > 5));
});

const searches = {'zh-CN': ['', '旗舰店 降级', 'rules/douyin-flagship/'], en: ['en/', 'quality return', 'en/rules/douyin-experience-score/']};

for (const [lang, [address, words, wanted]] of Object.entries(searches)) {
  test(`the search finds words in ${lang}`, () => with_page(address, {}, async (page) => {
    await page.keyboard.press('Control+k');
    await page.locator('#localsearch-input').fill(words);
    const found = page.locator('#localsearch-list a');
    await found.first().waitFor();
    assert.ok((await found.evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute('href')))).some((link) => link.includes(wanted)));
    await found.first().click();
    await page.waitForURL((url) => url.pathname !== `/docs/${address}`);
  }));
}

test('a search for what is nowhere says so', () => with_page('', {}, async (page) => {
  await page.keyboard.press('Control+k');
  await page.locator('#localsearch-input').fill('不存在的词语组合');
  await page.locator('.no-results').waitFor();
}));

/** One page of each kind. */
const looked_at = ['index', 'sellers', 'api', 'format', 'rules/index', 'rules/tmall-store-assessment/2026-01-01'];

describe('axe-core finds no fault', {concurrency: 2}, () => {
  for (const lang of languages) {
    for (const address of looked_at) {
      test(`${lang} ${address}`, async () => {
        const page_of = pages.find((page) => page.lang === lang && page.address === address);
        for (const [viewport, scheme] of [[{width: 390, height: 844}, 'light'], [{width: 1440, height: 900}, 'dark']]) {
          await with_page(html_of(page_of), {viewport, scheme}, async (page) => {
            // The policy forbids scripts from elsewhere; the test's own comes past it.
            await page.evaluate(axe_source);
            assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
            assert.deepEqual(await page.evaluate(async () => (await axe.run(document, {resultTypes: ['violations'], preload: false})).violations
              .map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(({target}) => target.flat().join(' ')).join('; ')}`)), []);
          });
        }
      });
    }
  }
});

test('all that is built was meant to be', () => {
  assert.deepEqual(readdirSync(built).filter((name) => !name.endsWith('.html')).sort(), ['NOTICES.txt', 'assets', 'en', 'files', 'hashmap.json', 'icon.svg', 'rules', 'vp-icons.css']);
});
