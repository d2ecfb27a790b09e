// The page in Firefox ESR, over WebDriver BiDi: it opens, computes an example, and takes what is typed.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {open_firefox} from '../../web/scripts/firefox.mjs';
import {serve} from '../../web/scripts/serve.mjs';
import {read_example, texts} from './fixture.mjs';

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await open_firefox();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const program = 'douyin-experience-score';

test('Firefox ESR loads an example and shows its score', async () => {
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 800});
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${site.origin}/#v=1&program=${program}&lang=en`);
  const example = await page.waitForSelector('>>> .form [data-action="example"]');
  await example.click();
  const shown = await page.waitForSelector('>>> [data-testid="score"]');
  const {given} = read_example(program);
  const {ok, value} = await page.evaluate(() => document.querySelector('shop-gauge').reply.assess);
  assert.equal(ok, true);
  assert.equal(await shown.evaluate((part) => part.textContent), String(value.score.value));
  for (const [id, score] of Object.entries(given ?? {})) assert.equal(value.nodes.find((node) => node.id === id).score, score);
  assert.ok((await page.title()).endsWith((await texts('en'))['page.brand']));
  // No style is refused: the answer is a card with a colour of its own.
  const [card, behind] = await page.evaluate(() => {
    const element = document.querySelector('shop-gauge');
    return [element.shadowRoot.querySelector('.answer'), element].map((part) => getComputedStyle(part).backgroundColor);
  });
  assert.notEqual(card, behind);
  assert.deepEqual(wrong, []);
});
