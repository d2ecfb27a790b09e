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

/** How wide the page is, and what stands out of the window but in a part that scrolls by itself; a sheet of the tools may not scroll sideways. */
const reach = (page) => page.evaluate(() => {
  const tools = document.querySelector('shop-tools');
  const within = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
  const above = (element) => element.parentElement ?? element.getRootNode().host;
  const is_sheet = (element) => element.matches('.body') && element.getRootNode() === tools?.shadowRoot;
  const scrolls = (element) => element && !is_sheet(element) && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(above(element)));
  const parts = [document.querySelector('shop-gauge'), tools].flatMap((host) => (host?.shadowRoot ? within(host.shadowRoot) : []));
  const cut = parts.filter((element) => element.matches('button, input:not(.visually-hidden):not(.unseen), select, textarea, p, h1, h2, h3, h4, li, dt, dd, label, summary, legend, canvas')
    && element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element));
  const wide = parts.filter((element) => is_sheet(element) && element.scrollWidth > element.clientWidth);
  return {width: document.documentElement.scrollWidth, cut: [...cut, ...wide].map((element) => `${element.tagName} ${element.className} ${element.name ?? ''} ${element.textContent.trim().slice(0, 40)}`)};
});

describe('every view', {concurrency: 2}, () => {
  for (const view of views) {
    test(view.name, () => with_view(view, {viewport: phone}, async (page) => {
      await page.evaluate(axe_source);
      // From narrow to wide: a sheet that is open stays open until there is room for the form.
      for (const [size, viewport] of Object.entries({phone, ...narrow, desktop})) {
        await page.setViewportSize(viewport);
        for (const lang of langs) {
          for (const theme of size in narrow ? ['light'] : ['light', 'dark']) {
            await turn(page, {lang, theme});
            if (size in narrow) assert.deepEqual(await reach(page), {width: viewport.width, cut: []}, `${lang}, ${size}`);
            else assert.deepEqual(await faults(page), [], `${lang}, ${theme}, ${size}`);
          }
        }
      }
    }));
  }
});
