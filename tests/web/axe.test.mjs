// axe-core finds no fault on any view, on a phone and on a desk, in both languages, light and dark. Its rules for contrast are those of WCAG AA.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {desktop, phone, set_up, tear_down} from './fixture.mjs';
import {turn, views, with_view} from './views.mjs';

before(set_up);
after(tear_down);

const axe_source = readFileSync(fileURLToPath(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

/** What axe finds: a line for each rule, with the first places. */
const faults = (page) => page.evaluate(async () => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], preload: false});
  return violations.map(({id, help, nodes}) => `${id}: ${help} (${nodes.length})${nodes.slice(0, 3).map(({target, any}) => `\n  ${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join('')}`);
});

for (const view of views) {
  for (const [size, viewport] of Object.entries({phone, desktop})) {
    test(`${view.name} (${size})`, () => with_view(view, {viewport}, async (page) => {
      await page.evaluate(axe_source);
      for (const lang of ['zh-CN', 'en']) {
        for (const theme of ['light', 'dark']) {
          await turn(page, {lang, theme});
          assert.deepEqual(await faults(page), [], `${lang}, ${theme}`);
        }
      }
    }));
  }
}
