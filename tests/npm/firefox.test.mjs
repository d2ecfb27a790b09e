// The installed package in Firefox ESR: classic scripts, with and without WebAssembly, and in a worker.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {open_firefox} from '../../web/scripts/firefox.mjs';
import {install, remove} from './fixture.mjs';
import {assert_corpus, plain, plain_page} from './pages.mjs';
import {serve, write_files} from './site.mjs';

let folder;
let site;
let browser;
before(async () => {
  folder = install();
  write_files(folder, {'plain.js': plain, 'wasm.html': plain_page('shopgauge.js', 'shopgauge.worker.js'), 'nowasm.html': plain_page('shopgauge.nowasm.js')});
  site = await serve(folder);
  browser = await open_firefox();
});
after(async () => {
  await browser?.close();
  await site?.stop();
  remove(folder);
});

for (const [file, create] of [['wasm.html', 'shopgauge.create'], ['wasm.html', 'shopgauge.create_in_worker'], ['nowasm.html', 'shopgauge.create']]) {
  test(`${create} of ${file}: the golden requests`, async () => {
    const page = await browser.newPage();
    const wrong = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(`${site.origin}/${file}`);
    await assert_corpus(page, create);
    assert.deepEqual(wrong, []);
    await page.close();
  });
}
