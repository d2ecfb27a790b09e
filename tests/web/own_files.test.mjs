// A whole visit asks for nothing but the page's own files, and tells nobody what was typed.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {desktop, reply, set_up, tear_down, type, unfold, with_page} from './fixture.mjs';
import {views} from './views.mjs';

before(set_up);
after(tear_down);

const dist = new URL('../../web/dist/', import.meta.url);
const typed = '4711.25';

test('every view, both languages, and what is typed: only files of the page are fetched', () => with_page({viewport: desktop}, async (page, {origin}) => {
  const asked = [];
  const others = [];
  page.context().on('request', (request) => asked.push({method: request.method(), url: request.url(), body: request.postData()}));
  page.on('websocket', (socket) => others.push(socket.url()));
  for (const {hash, open, ready} of views) {
    await page.goto('about:blank');
    await page.goto(`${origin}/${hash}`);
    await open?.(page);
    await page.locator(ready).first().waitFor({state: 'attached'});
    await page.keyboard.press('Escape'); // a drawer lies over the bar
    await page.locator('[data-action="lang"]').click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
  }
  await page.goto('about:blank');
  await page.goto(`${origin}/#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20`);
  await unfold(page, 'node-logistics');
  await type(page, 'given.goods', '71');
  await type(page, 'pickup_hours', typed);
  assert.ok(JSON.stringify(await reply(page)).includes(typed));
  await page.waitForLoadState('networkidle');
  assert.ok(asked.length > 100);
  const foreign = asked.filter(({method, url, body}) => {
    const {origin: from, pathname, search} = new URL(url);
    return method !== 'GET' || body !== null || from !== origin || search !== '' || !existsSync(new URL(pathname.slice(1) || 'index.html', dist));
  });
  assert.deepEqual(foreign, []);
  assert.deepEqual(others, []);
  assert.equal(await page.evaluate(() => document.cookie), '');
}));
