// The built files hold nothing that the oldest supported browsers lack. Syntax and built-in functions: es-check; the rest: the list of web/scripts/floor.mjs.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hash_of, open_sheet, reply, set_up, shows, tear_down, texts, with_page} from './fixture.mjs';
import {beyond, beyond_floor, floor} from '../../web/scripts/floor.mjs';
import {older, too_new} from './too_new.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const dist = join(web, 'dist');

const scripts = readdirSync(dist, {recursive: true}).filter((name) => name.endsWith('.js')).map((name) => join(dist, name));

test('the built scripts run in the oldest browsers', async () => {
  assert.ok(scripts.length > 5);
  assert.equal(await too_new(scripts), '');
});

test('newer syntax and newer functions would be noticed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'));
  try {
    for (const [name, code] of Object.entries({syntax: 'export const a = /a/v;', toSorted: 'export const a = [1].toSorted();', groupBy: 'export const a = Object.groupBy([], () => 1);'})) {
      const file = join(folder, `${name}.js`);
      writeFileSync(file, code);
      assert.notEqual(await too_new([file]), '', name);
    }
    const file = join(folder, 'old.js');
    writeFileSync(file, 'export const a = [1].at(-1) ?? Object.hasOwn({}, "a");');
    assert.equal(await too_new([file]), '');
  } finally {
    rmSync(folder, {recursive: true});
  }
});

test('no style and no function of the browser is newer', () => {
  const found = [...scripts, join(dist, 'index.html')].flatMap((file) =>
    beyond_floor(readFileSync(file, 'utf8')).map(({name, lacks}) => `${name} (${lacks} lacks it) in ${file.slice(dist.length + 1)}`));
  assert.deepEqual(found, []);
});

test('a newer style or function would be noticed', () => {
  const newer = [
    'using file = open()', 'import a from "./a.json" with {type: "json"}', 'part.checkVisibility()', 'menu.showPopover()', 'URL.canParse(text)', 'AbortSignal.any([])', 'requestIdleCallback(work)',
    'document.startViewTransition()', 'bytes.toBase64()', 'new Intl.DurationFormat()', 'Temporal.Now', '.a{color:red;& .b{color:blue}}', 'color-mix(in srgb, red, blue)', 'light-dark(red, blue)', 'oklch(50% 0 0)',
    'height:100dvh', 'a:has(b)', 'grid-template-rows:subgrid', '@scope (a)', '@starting-style{}', '@property --a{}', 'anchor-name:--a', 'animation-timeline:scroll()', 'field-sizing:content', 'a:user-invalid',
  ];
  assert.deepEqual(newer.map((text) => beyond_floor(text)), beyond.map((one) => [one]));
});

test('the letters of something packed are no newer style', () => {
  const packed = `${'QUJD'.repeat(30)}+1dvh+`;
  assert.equal(beyond_floor(`.a{height:calc(${packed})}`).length, 1);
  for (const quote of ['"', "'", '`']) assert.deepEqual(beyond_floor(`a=${quote}${packed}${quote}`), []);
  assert.deepEqual(beyond_floor(`worker=${JSON.stringify(`a="${packed}"`)}`), []);
});

describe('a browser that cannot adopt style sheets', () => {
  before(set_up);
  after(tear_down);

  const hash = '#v=1&program=douyin-flagship&lang=en&date=2026-11-22&until=2027-01-31&e.formal_since=2026-09-01&mo.2026-09=fail';

  /** How the parts of the page look, those of every later script among them. */
  async function looks(page) {
    await page.locator('#sources').waitFor({state: 'attached'});
    await page.locator('.view-tab[data-view="sources"]').click();
    await page.locator('shop-tools .tool').first().waitFor({state: 'attached'});
    return page.evaluate(() => {
      const root = document.querySelector('shop-gauge').shadowRoot;
      const tools = document.querySelector('shop-tools').shadowRoot;
      const parts = [document.documentElement, root.querySelector('.answer'), root.querySelector('.strip'), root.querySelector('.view-tab'), root.querySelector('.form'), tools.querySelector('.tool')];
      return parts.map((part) => {
        const {display, backgroundColor, fontSize, borderRadius, padding, color, scrollPaddingTop} = getComputedStyle(part);
        return [display, backgroundColor, fontSize, borderRadius, padding, color, scrollPaddingTop].join();
      });
    });
  }

  test('has the same styles, and the page\'s CSP refuses none', async () => {
    let wanted;
    await with_page({hash}, async (page) => (wanted = await looks(page)));
    await with_page({hash, before: older}, async (page) => {
      assert.equal(await page.evaluate(() => 'adoptedStyleSheets' in document), false);
      assert.deepEqual(await looks(page), wanted);
    });
  });
});

describe('a browser without streams that pack', () => {
  before(set_up);
  after(tear_down);

  const parts = Array.from({length: 24}, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
    .map((month, at) => `mo.${month}.m.experience_score=4.${(at * 7) % 100}&mo.${month}.m.ccr=${(at * 13) % 50}/${10000 + at * 7919}&mo.${month}.p.targets.experience_score=4.${at % 7}&mo.${month}.p.targets.ccr=0.00${1 + (at % 9)}`);
  const hash = `#v=1&program=douyin-flagship&edition=2022-07-15&lang=en&date=2024-12-20&until=2024-12-31&e.formal_since=2023-01-01&${parts.join('&')}`;
  const visits = {'as it is': {}, older: {before: older}};
  const own_script = (requests) => requests.filter((url) => url.endsWith('/old_packer.js')).length;

  /** The packed link that the sheet makes. */
  async function made(visit) {
    let link;
    await with_page({hash, ...visit}, async (page, {requests}) => {
      await open_sheet(page, 'share');
      link = await page.locator('textarea[name="link"]').inputValue();
      assert.ok((await page.getByTestId('length').innerText()).includes((await texts('en'))['page.tools.share.packed']));
      assert.equal(own_script(requests), visit === visits.older ? 1 : 0);
    });
    assert.match(link, /&z=[\w-]+$/);
    assert.ok(link.length <= 2000, `${link.length}`);
    return new URL(link).hash;
  }

  for (const [maker, opener] of [['as it is', 'older'], ['older', 'as it is'], ['older', 'older']]) {
    test(`a packed link made in one (${maker}) opens to all its numbers in the other (${opener})`, async () => {
      const link = await made(visits[maker]);
      await with_page({hash: link, ...visits[opener]}, async (page) => {
        await shows(page, 'mo.2023-01');
        assert.deepEqual(new Set((await hash_of(page)).slice(1).split('&')), new Set(hash.slice(1).split('&')));
        assert.equal((await reply(page)).timeline.ok, true);
        assert.equal(await page.locator('shop-notes [data-note="link"]').count(), 0);
      });
    });
  }

  test('a damaged one is called so there too; and one that cannot be unpacked for want of a connection is not', async () => {
    const link = await made(visits['as it is']);
    const table = await texts('en');
    const note = (page) => page.locator('shop-notes [data-note="link"]');
    await with_page({hash: link.slice(0, -400), before: older}, (page) => note(page).getByText(table['page.tools.link.damaged']).waitFor());
    await with_page({hash: link, before: async (context) => {
      await older(context);
      await context.route('**/old_packer.js', (route) => route.abort());
    }}, async (page, {wrong}) => {
      await note(page).getByText(table['page.failed']).waitFor();
      wrong.length = 0;
    });
  });
});

test('an empty style is all that the CSP lets in', () => {
  const [, directive] = /style-src ([^;]*);/.exec(readFileSync(join(dist, 'index.html'), 'utf8'));
  assert.equal(directive, `'self' 'sha256-${createHash('sha256').update('').digest('base64')}'`);
});

test('the build is made for the floor that ARCHITECTURE.md names', () => {
  const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  assert.ok(page.includes(`Chromium ${floor.chrome}, Firefox ${floor.firefox} and Safari ${floor.safari}`));
  assert.ok(readFileSync(join(web, 'vite.config.ts'), 'utf8').includes('target: build_target'));
});
