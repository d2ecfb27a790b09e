// The built files hold nothing that the oldest supported browsers lack. Syntax and built-in functions: es-check; the rest: the list of web/scripts/floor.mjs.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {beyond, browserslist_query, floor} from '../../web/scripts/floor.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const dist = join(web, 'dist');

/** What es-check says of files, nothing where all is well. */
async function too_new(files) {
  const check = [join(web, 'node_modules/es-check/lib/cli/index.js'), 'checkBrowser', ...files, '--module', '--checkFeatures', '--noColor', `--browserslistQuery=${browserslist_query}`];
  return promisify(execFile)(process.execPath, check, {cwd: web}).then(() => '', ({stdout, stderr}) => (stdout + stderr).replace(/\n\s+at .*/g, ''));
}

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
  const found = [...scripts, join(dist, 'index.html')].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return beyond.filter(({form}) => form.test(text)).map(({name, lacks}) => `${name} (${lacks} lacks it) in ${file.slice(dist.length + 1)}`);
  });
  assert.deepEqual(found, []);
});

test('a newer style or function would be noticed', () => {
  const newer = [
    'using file = open()', 'import a from "./a.json" with {type: "json"}', 'part.checkVisibility()', 'menu.showPopover()', 'URL.canParse(text)', 'AbortSignal.any([])', 'requestIdleCallback(work)',
    'document.startViewTransition()', 'bytes.toBase64()', 'new Intl.DurationFormat()', 'Temporal.Now', '.a{color:red;& .b{color:blue}}', 'color-mix(in srgb, red, blue)', 'light-dark(red, blue)', 'oklch(50% 0 0)',
    'height:100dvh', 'a:has(b)', 'grid-template-rows:subgrid', '@scope (a)', '@starting-style{}', '@property --a{}', 'anchor-name:--a', 'animation-timeline:scroll()', 'field-sizing:content', 'a:user-invalid',
  ];
  assert.deepEqual(newer.map((text) => beyond.filter(({form}) => form.test(text)).length), beyond.map(() => 1));
});

test('the build is made for the floor that ARCHITECTURE.md names', () => {
  const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  assert.ok(page.includes(`Chromium ${floor.chrome}, Firefox ${floor.firefox} and Safari ${floor.safari}`));
  assert.ok(readFileSync(join(web, 'vite.config.ts'), 'utf8').includes('target: build_target'));
});
