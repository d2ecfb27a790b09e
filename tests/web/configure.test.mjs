// The configurator: its snippets work on somebody's page under exactly the policy that it names, and each part of that policy is needed; so do the
// snippets of the guide for authors. Its own page is accessible and asks for nothing but its own files.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {blocks_by} from '../docs/blocks.mjs';
import {commandReplies} from '../golden/replies.mjs';
import {base, fits, give, host, inside, set_up, tear_down, with_host} from './host_pages.mjs';

before(set_up);
after(tear_down);

const axe_source = readFileSync(fileURLToPath(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
const dist = new URL('../../web/dist/', import.meta.url);
const {programs} = JSON.parse(readFileSync(new URL('programs/index.json', dist), 'utf8'));
const ways = ['link', 'frame', 'single', 'element'];

const open = (hash, body, more) => with_host(`${base()}configure.html${hash}`, async (page, visit) => {
  await page.locator('[data-code="snippet"]').waitFor();
  await body(page, visit);
}, more);

const code = (page, what) => page.locator(`[data-code="${what}"]`).innerText();

/** The directives that a box of the configurator shows; none where there is no such box. */
const directives = async (page, what) => (await page.locator(`[data-code="${what}"]`).count() ? (await code(page, what)).split('\n').map((line) => line.replace(/;$/, '')) : []);

/** What the configurator gives for a choice. */
async function made(hash, way, choose = async () => {}) {
  let found;
  await open(hash, async (page) => {
    await page.locator(`input[name="way"][value="${way}"]`).check();
    await choose(page);
    found = {snippet: await code(page, 'snippet'), policy: await directives(page, 'policy'), optional: await directives(page, 'optional')};
  });
  return found;
}

/** Whether a snippet does on the host's page what it is for. */
const works = {
  link: async (page) => {
    await page.waitForFunction(() => document.querySelector('img').complete);
    assert.ok(await page.evaluate(() => document.querySelector('img').naturalWidth > 0), 'no picture');
    await page.locator('a').click();
    await page.locator('shop-gauge .page').waitFor();
  },
  frame: async (page) => {
    await page.locator('iframe').scrollIntoViewIfNeeded();
    assert.notEqual(await fits(page, 'iframe'), 900);
  },
  single: (page) => page.locator('shop-gauge .page').waitFor({timeout: 15000}),
  element: (page) => page.locator('shop-gauge .page').waitFor({timeout: 15000}),
};

const hash = '#v=1&program=etsy-star-seller&edition=2024-10-01&lang=en';

for (const way of ways) {
  test(`${way}: the snippet works under the policy that is named, and not under less`, async () => {
    const {snippet, policy} = await made(hash, way);
    assert.ok(!/<script[^>]*>[^<]|style=|on\w+=/.test(snippet), snippet);
    const under = (lines) => give(`way-${way}`, {snippet, policy: ["default-src 'none'", ...lines].join('; ')});
    const own = (text) => text.includes('data:,');
    await with_host(under(policy), (page) => works[way](page), {forgiven: own});
    // The page's own policy may name the words of a directive one by one: each is needed.
    const words = policy.flatMap((line, at) => line.split(' ').slice(1).map((word) => policy.map((other, place) => (place === at ? other.split(' ').filter((item) => item !== word).join(' ') : other))));
    for (const less of words) {
      const address = under(less);
      await with_host(address, async (page, {wrong}) => {
        for (let tries = 0; tries < 100 && !wrong.some((text) => !own(text)); ++tries) await page.waitForTimeout(50);
        assert.ok(wrong.some((text) => !own(text)), less.join('; '));
      }, {forgiven: () => true});
    }
  });
}

const asked = JSON.stringify({
  program: 'douyin-experience-score', edition: '2026-09-08', as_of: '2026-11-22', until: '2027-01-05', given: {goods: 69, logistics: 99, service: 85}, metrics: {valid_paid_orders: 900}, seed: 3, paths: 2000,
});

/** A forecast by the element on the host's page: its reply, or how it ended, and whether the page had to stand still. `end`: its signal, once it is under way. */
const forecast = (page, end = false) => page.evaluate(async ([text, end]) => {
  const ending = new AbortController();
  let standstill = false;
  const reply = await document.querySelector('shop-gauge').forecast(text, {signal: ending.signal, on_progress: () => end && ending.abort(), on_standstill: () => (standstill = true)})
    .catch((error) => error.name);
  return {reply, standstill};
}, [asked, end]);

for (const way of ['single', 'element']) {
  test(`${way}: on another origin a forecast runs in a worker under the optional policy, and without it the page stands still for the same reply`, async () => {
    const {snippet, policy, optional} = await made(hash, way);
    assert.deepEqual(optional, ['worker-src blob:']);
    const [reply] = await commandReplies([{name: 'forecast', text: asked}]);
    const under = (lines) => give(`forecast-${way}`, {snippet, policy: lines && ["default-src 'none'", ...lines].join('; ')});
    for (const lines of [undefined, [...policy, ...optional]]) {
      await with_host(under(lines), async (page) => {
        await works[way](page);
        assert.deepEqual(await forecast(page), {reply, standstill: false}, `under ${lines}`);
        assert.deepEqual(await forecast(page, true), {reply: 'AbortError', standstill: false});
      }, {forgiven: (text) => text.includes('data:,')});
    }
    await with_host(under(policy), async (page, {wrong}) => {
      await works[way](page);
      assert.deepEqual(await forecast(page), {reply, standstill: true});
      assert.ok(wrong.some((text) => /worker/i.test(text) && text.includes('blob:')), `the console says why: ${wrong}`);
    }, {forgiven: (text) => text.includes('data:,') || /worker/i.test(text)});
  });
}

for (const way of ['single', 'element']) {
  test(`${way}: once the edition has ended, the snippet leads readers and the author to what changed`, async () => {
    const {snippet, policy} = await made('#v=1&program=douyin-experience-score&edition=2026-05-07&lang=en', way);
    const changes = `${base()}changes/douyin-experience-score.en.html#2026-09-08`;
    await with_host(give(`ended-${way}`, {snippet, policy: ["default-src 'none'", ...policy].join('; ')}), async (page, {told, context}) => {
      const [opened] = await Promise.all([context.waitForEvent('page'), page.locator('shop-ended [data-way="changes"]').click()]);
      assert.equal(opened.url(), changes);
      await opened.locator('h2', {hasText: '2026-09-08'}).waitFor();
      assert.deepEqual(told, [`ShopGauge: edition 2026-05-07 of douyin-experience-score ended on 2026-07-13. The edition in force is 2026-09-08: change edition=2026-05-07 to edition=2026-09-08 where the page embeds it. What changed: ${changes}`]);
    }, {forgiven: (text) => text.includes('data:,')});
  });
}

test('the picture is no wider than a phone', async () => {
  const {snippet} = await made(hash, 'link');
  await with_host(give('picture-on-a-phone', {snippet, policy: "default-src 'none'; img-src * data:"}), async (page) => {
    await page.setViewportSize({width: 390, height: 844});
    await page.waitForFunction(() => document.querySelector('img').naturalWidth > 0);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  });
});

test('where no script runs, the element is a link to the calculator', async () => {
  for (const way of ['single', 'element']) {
    const {snippet} = await made(hash, way);
    await with_host(give(`without-scripts-${way}`, {snippet, policy: "default-src 'none'"}), async (page) => {
      assert.match(await page.locator('shop-gauge a').innerText(), /Etsy/);
      await page.locator('shop-gauge a').click();
      await page.locator('shop-gauge .page').waitFor();
      assert.match(await page.evaluate(() => location.hash), /program=etsy-star-seller&edition=2024-10-01/);
    }, {forgiven: () => true});
  }
});

test('what is chosen stands in the snippet: program, edition, language, light, colour, address', async () => {
  const {snippet, policy} = await made('', 'frame', async (page) => {
    await page.locator('select[name="program"]').selectOption('douyin-experience-score');
    await page.locator('select[name="edition"]').selectOption('2026-07-14');
    await page.locator('select[name="shown_lang"]').selectOption('zh-CN');
    await page.locator('select[name="shown_theme"]').selectOption('dark');
    await page.locator('input[name="has_accent"]').check();
    await page.locator('input[name="accent"]').fill('#8a1f6a');
    await page.locator('input[name="base"]').fill('https://help.example/tools/index.html');
    await page.locator('input[name="base"]').blur();
  });
  assert.ok(snippet.includes('src="https://help.example/tools/embed.html?accent=8a1f6a#v=1&amp;program=douyin-experience-score&amp;edition=2026-07-14&amp;lang=zh-CN&amp;theme=dark"'), snippet);
  assert.ok(snippet.includes('title="抖音商家体验分"') && snippet.includes('src="https://help.example/tools/shopgauge-resize.js"'), snippet);
  assert.deepEqual(policy, ['frame-src https://help.example', 'script-src https://help.example']);
});

test('the edition in force is proposed, an ended one is told, and a wrong address does no harm', () => open('#v=1&program=douyin-experience-score&lang=en', async (page) => {
  const edition = page.locator('select[name="edition"]');
  assert.equal(await edition.inputValue(), '2026-09-08');
  await page.getByText('The code names this edition').waitFor();
  await edition.selectOption('2026-05-07');
  await page.getByText('This edition has ended').waitFor();
  for (const wrong of ['javascript:alert(1)', 'no address', 'ftp://files.example/']) {
    await page.locator('input[name="base"]').fill(wrong);
    await page.locator('input[name="base"]').blur();
    await page.getByText('This is no web address').waitFor();
    assert.ok((await code(page, 'snippet')).includes(`src="${base()}embed.html#`));
  }
}));

/** A picture below the built page, and the address that it leads to: both are of one edition, as both say. */
function agree(snippet, edition) {
  const picture = /<img src="([^"]*)"/.exec(snippet)[1];
  assert.ok(picture.startsWith(base()) && existsSync(new URL(picture.slice(base().length), dist)), picture);
  assert.ok(picture.includes(`.${edition}.`) && readFileSync(new URL(picture.slice(base().length), dist), 'utf8').includes(edition), picture);
  assert.equal(/<a href="[^"]*[;&]edition=([^"&]*)/.exec(snippet)[1], edition);
}

test('every program, edition and language makes a snippet whose picture and link are of that edition', () => open('#v=1&lang=en', async (page) => {
  await page.locator('input[name="way"][value="link"]').check();
  for (const {program, editions} of programs) {
    await page.locator('select[name="program"]').selectOption(program);
    for (const {edition} of editions) {
      await page.locator('select[name="edition"]').selectOption(edition);
      for (const lang of ['en', 'zh-CN']) {
        await page.locator('select[name="shown_lang"]').selectOption(lang);
        const snippet = await code(page, 'snippet');
        agree(snippet, edition);
        assert.ok(snippet.includes(`.${lang}.svg"`), snippet);
      }
    }
  }
}));

test('the preview is the snippet at work, at both widths, and copying copies it', () => open(hash, async (page, {requests}) => {
  const preview = page.frameLocator('iframe.preview');
  await page.locator('iframe.preview').scrollIntoViewIfNeeded();
  await preview.frameLocator('iframe').locator('shop-gauge .page').waitFor();
  await page.locator('[data-width="phone"]').click();
  assert.ok((await page.locator('iframe.preview').boundingBox()).width <= 392);
  for (const way of ['single', 'element']) {
    await page.locator(`input[name="way"][value="${way}"]`).check();
    await preview.locator('shop-gauge .page').waitFor();
    assert.equal(await preview.locator('shop-gauge').getAttribute('edition'), '2024-10-01');
  }
  await page.locator('input[name="way"][value="link"]').check();
  await preview.locator('img').waitFor();
  await page.locator('[data-act="copy-snippet"]').click();
  await page.locator('[data-act="copy-snippet"]', {hasText: 'Copied'}).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page, 'snippet'));
  const foreign = requests.filter(({method, url, body}) => method !== 'GET' || body !== null || !(url.startsWith(base()) || url.startsWith('data:') || url.startsWith('about:')));
  assert.deepEqual(foreign, []);
}, {permissions: ['clipboard-read', 'clipboard-write']}));

const faults = (page) => page.evaluate(async () => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], preload: false, iframes: false});
  return violations.map(({id, help, nodes}) => `${id}: ${help}${nodes.slice(0, 3).map(({target, any}) => `\n  ${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join('')}`);
});

describe('its own page', () => {
  for (const lang of ['zh-CN', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`axe finds no fault, nothing is cut off (${lang}, ${theme})`, () => open(`#v=1&lang=${lang}&theme=${theme}`, async (page) => {
        await page.evaluate(axe_source);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        for (const way of ['link', 'frame', 'single']) {
          await page.locator(`input[name="way"][value="${way}"]`).check();
          for (const [width, height] of [[1440, 900], [390, 844]]) {
            await page.setViewportSize({width, height});
            assert.deepEqual(await faults(page), [], `${way}, ${width}`);
          }
          for (const width of [320, 195]) {
            await page.setViewportSize({width, height: 640});
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${way}, ${width}`);
          }
        }
      }));
    }
  }

  test('it speaks the other language at a press', () => open('#v=1&lang=en', async (page) => {
    await page.locator('[data-action="lang"]').click();
    await page.getByRole('heading', {name: '把计算器放到自己的网页上'}).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  }));
});

/** The snippets of the guide, in order, each with the way that it is. */
function snippets_of(guide) {
  const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
  return blocks_by(import.meta.url, text, ways.map(() => 'html')).map(({text: snippet}) => snippet.replaceAll('https://gauge.example/', base()));
}

for (const guide of ['embedding.md', 'embedding.zh-CN.md']) {
  test(`every snippet of docs/${guide} works, under the policy that it tells`, async () => {
    const snippets = snippets_of(guide);
    const table = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
    agree(snippets[0], '2026-09-08');
    for (const [at, way] of ways.entries()) {
      const {policy, optional} = await made(hash, way);
      for (const word of new Set([...policy, ...optional].flatMap((line) => line.split(' ')))) assert.ok(table.includes(word.replace(base().slice(0, -1), 'https://gauge.example')), `${guide} does not tell ${word}`);
      const address = give('guide', {snippet: snippets[at], policy: ["default-src 'none'", ...policy].join('; ')});
      await with_host(address, (page) => works[way](page), {forgiven: (text) => text.includes('data:,')});
    }
  });
}

test('the script without WebAssembly that the guide names works where WebAssembly is forbidden', () => with_host(
  give('nowasm', {snippet: `<shop-gauge program="etsy-star-seller" edition="2024-10-01" lang="en"></shop-gauge><script src="${base()}shopgauge.single.nowasm.js" async></script>`, policy: `default-src 'none'; script-src ${base()}`}),
  (page) => page.locator('shop-gauge .page').waitFor(), {forgiven: (text) => text.includes('data:,')}));
