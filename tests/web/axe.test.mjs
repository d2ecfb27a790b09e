// Every view, in both languages: axe-core finds no fault on a phone and on a desk, light and dark (its contrast is that of WCAG AA), and nothing is
// cut off or scrolls sideways where everything is twice as large.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {desktop, phone, set_up, tear_down} from './fixture.mjs';
import {turn, views, with_view} from './views.mjs';

before(set_up);
after(tear_down);

const langs = ['zh-CN', 'en'];
const axe_source = readFileSync(fileURLToPath(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

/** What axe finds: a line for each rule, with the first places. */
const faults = (page) => page.evaluate(async () => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], preload: false});
  return violations.map(({id, help, nodes}) => `${id}: ${help} (${nodes.length})${nodes.slice(0, 3).map(({target, any}) => `\n  ${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join('')}`);
});

/** A phone of 390 px at 200%, and the 320 px of WCAG 1.4.10. */
const narrow = {'390 px at 200%': {width: 195, height: 422}, '320 px': {width: 320, height: 640}};

/** How wide the page is, and what stands out of the window but in a part that scrolls by itself. */
const reach = (page) => page.evaluate(() => {
  const root = document.querySelector('shop-gauge').shadowRoot;
  const scrolls = (element) => element && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const cut = [...root.querySelectorAll('button, input:not(.visually-hidden), select, p, h1, h2, h3, h4, li, dt, dd, label, summary, legend')]
    .filter((element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element));
  return {width: document.documentElement.scrollWidth, cut: cut.map((element) => `${element.tagName} ${element.className} ${element.name ?? ''} ${element.textContent.trim().slice(0, 40)}`)};
});

describe('every view', {concurrency: 2}, () => {
  for (const view of views) {
    test(view.name, () => with_view(view, {viewport: phone}, async (page) => {
      await page.evaluate(axe_source);
      for (const lang of langs) {
        for (const theme of ['light', 'dark']) {
          await turn(page, {lang, theme});
          for (const [size, viewport] of Object.entries({phone, desktop})) {
            await page.setViewportSize(viewport);
            assert.deepEqual(await faults(page), [], `${lang}, ${theme}, ${size}`);
          }
        }
        for (const [size, viewport] of Object.entries(narrow)) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await reach(page), {width: viewport.width, cut: []}, `${lang}, ${size}`);
        }
      }
    }));
  }
});
