// The calculator in frames of other people's pages: it works sandboxed and under strict policies, is as high as it needs to be, listens to nobody
// else, and says when its edition has ended.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {base, fits, give, host, inside, set_up, tear_down, with_host} from './host_pages.mjs';
import {settled} from './fixture.mjs';

before(set_up);
after(tear_down);

const dist = (path) => readFileSync(fileURLToPath(new URL(`../../web/dist/${path}`, import.meta.url)), 'utf8');
const texts = Object.fromEntries(['en', 'zh-CN'].map((lang) => [lang, JSON.parse(readFileSync(new URL(`../../core/api/texts/${lang}.json`, import.meta.url), 'utf8'))]));

/** What a help centre may allow at least for frames that follow their height. */
const policy = () => `default-src 'none'; img-src data:; frame-src ${base()}; script-src ${base()}`;

const heights = (page) => page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight));

/** Nothing may go on growing: two looks, with time between, see the same. */
async function at_rest(page) {
  const before = await heights(page);
  await page.waitForTimeout(1500);
  assert.deepEqual(await heights(page), before);
}

test('many frames, two programs and languages, sandboxed: each is as high as its content and stays so', () => with_host(give('frames', {policy: policy()}), async (page, {requests}) => {
  for (const id of ['score', 'verdict', 'open']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await fits(page, `#${id}`);
  }
  const score = await inside(page, '#score');
  assert.equal(await score.evaluate(() => origin), 'null');
  assert.equal(await score.evaluate(() => document.querySelector('shop-gauge').reply.assess.value.score.value), 80);
  const verdict = await inside(page, '#verdict');
  assert.deepEqual(await verdict.evaluate(() => [document.documentElement.lang, document.querySelector('shop-gauge').program, document.documentElement.dataset.theme]), ['zh-CN', 'etsy-star-seller', 'dark']);
  await page.locator('#score').scrollIntoViewIfNeeded();
  await at_rest(page);
  // More content and less: the frame follows both ways.
  const before = await fits(page, '#score');
  await score.locator('shop-gauge').evaluate(({shadowRoot}) => shadowRoot.querySelectorAll('.form details').forEach((details) => (details.open = true)));
  const opened = await fits(page, '#score');
  await score.locator('shop-gauge').evaluate(({shadowRoot}) => shadowRoot.querySelectorAll('.form details').forEach((details) => (details.open = false)));
  const closed = await fits(page, '#score');
  assert.ok(opened > before + 100 && closed < opened - 100, `${before} ${opened} ${closed}`);
  await at_rest(page);
  // One that is added later, in a narrow place.
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), {id: 'late', src, width: '360', height: '100'});
    frame.dataset.shopgauge = '';
    frame.sandbox = 'allow-scripts';
    document.body.prepend(frame);
  }, `${base()}embed.html#v=1&program=ebay-seller-standards&edition=2022-03-01&lang=en`);
  await fits(page, '#late');
  // A message says a height and nothing else.
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.length >= 4);
  for (const message of heard) {
    assert.deepEqual(Object.keys(message).sort(), ['height', 'shopgauge']);
    assert.ok(message.shopgauge === 1 && Number.isInteger(message.height));
  }
  const foreign = requests.filter(({method, url, body}) => method !== 'GET' || body !== null || !(url.startsWith(base()) || url.startsWith(host()) || url.startsWith('data:')));
  assert.deepEqual(foreign, []);
  assert.deepEqual([...new Set(requests.filter(({url}) => url.startsWith(base())).map(({url}) => new URL(url).pathname))].sort(), ['/embed.html', '/shopgauge-frame.js', '/shopgauge-resize.js', '/shopgauge.single.js']);
}));

test('on a phone a frame is as high as its content; the form opens at its top', () => with_host(give('frames', {policy: policy()}), async (page) => {
  await fits(page, '#score');
  const frame = await inside(page, '#score');
  await frame.locator('.bottom .main').click();
  const sheet = await frame.locator('dialog.sheet[open]').evaluate((dialog) => dialog.getBoundingClientRect().top);
  assert.equal(sheet, 0);
  await frame.locator('input[name="given.goods"]').fill('90');
  await frame.locator('[data-action="answer"]').click();
  await frame.waitForFunction(() => document.querySelector('shop-gauge').reply.assess.value.score.value > 80);
  await fits(page, '#score');
}, {viewport: {width: 390, height: 844}}));

test('where only frames are allowed, the frame keeps its height and scrolls', () => with_host(give('frames', {policy: `default-src 'none'; img-src data:; frame-src ${base()}`}), async (page) => {
  const frame = await inside(page, '#score');
  await frame.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.ok);
  assert.deepEqual((await heights(page))[0], 900);
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'visible');
}, {forgiven: (text) => text.includes('shopgauge-resize.js')}));

const bad_messages = [
  null, undefined, true, 0, 500, '500', 'shopgauge', [], [1, 500], {}, {height: 500}, {shopgauge: 1}, {shopgauge: '1', height: 500}, {shopgauge: 2, height: 500}, {shopgauge: true, height: 500},
  {shopgauge: 1, height: '500'}, {shopgauge: 1, height: null}, {shopgauge: 1, height: [500]}, {shopgauge: 1, height: {valueOf: 500}}, {shopgauge: [1], height: 500},
  {shopgauge: 1, height: -500}, {shopgauge: 1, height: 0}, {shopgauge: 1, height: 79}, {shopgauge: 1, height: 30001}, {shopgauge: 1, height: 1e9}, {shopgauge: 1, height: Number.MAX_VALUE},
];

/** What JSON cannot carry into the page. */
const say_odd = () => {
  for (const height of [NaN, Infinity, -Infinity, 500n, new Date(500), new Number(500), new Map([['height', 500]])]) parent.postMessage({shopgauge: 1, height}, '*');
  parent.postMessage(JSON.parse('{"__proto__": {"shopgauge": 1, "height": 500}}'), '*');
  parent.postMessage(JSON.parse('{"shopgauge": 1, "__proto__": {"height": 500}}'), '*');
  parent.postMessage(JSON.parse('{"shopgauge": 1, "constructor": {"prototype": {"height": 500}}}'), '*');
};

test('frames that say what they please change nothing: wrong source, wrong shape, wrong bounds, another origin', () => {
  give('speaker');
  return with_host(give('hostile'), async (page) => {
    await fits(page, '#true');
    const before = await heights(page);
    const frame_of = async (id) => (await page.locator(`#${id}`).elementHandle()).contentFrame();
    const [stranger, marked] = [await frame_of('stranger'), await frame_of('marked')];
    const good = {shopgauge: 1, height: 500};
    await marked.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), bad_messages.filter((message) => message !== undefined));
    await marked.evaluate(() => parent.postMessage(undefined, '*'));
    await marked.evaluate(say_odd);
    // A good message from a frame that is not marked, from a frame inside a marked one, from the page itself, and from nobody.
    await stranger.evaluate((message) => parent.postMessage(message, '*'), good);
    await marked.evaluate((message) => {
      const nested = document.body.appendChild(document.createElement('iframe'));
      nested.srcdoc = `<script>top.postMessage(${JSON.stringify(message)}, '*')</script>`;
      return new Promise((done) => nested.addEventListener('load', done));
    }, good);
    await page.evaluate((message) => {
      postMessage(message, '*');
      dispatchEvent(new MessageEvent('message', {data: message}));
      dispatchEvent(new MessageEvent('message', {data: message, source: null, origin: 'null'}));
    }, good);
    // A marked frame that has gone to another origin.
    await page.evaluate((address) => (document.getElementById('moved').contentWindow.location = address), `${host()}hosts/speaker.html`);
    await page.frameLocator('#moved').getByText('Whatever').waitFor();
    await (await frame_of('moved')).evaluate((message) => parent.postMessage(message, '*'), good);
    // On a page whose prototypes somebody has spoilt.
    await page.evaluate(() => Object.assign(Object.prototype, {shopgauge: 1, height: 500}));
    await marked.evaluate(() => [{}, [], {shopgauge: 1}, {height: 500}].forEach((message) => parent.postMessage(message, '*')));
    await page.waitForTimeout(300);
    await page.evaluate(() => ['shopgauge', 'height'].forEach((name) => delete Object.prototype[name]));
    // A small echo; then something that counts: by then all of the above has arrived.
    await marked.evaluate((height) => parent.postMessage({shopgauge: 1, height}, '*'), before[2] + 3);
    await page.waitForTimeout(300);
    assert.deepEqual(await heights(page), before);
    await marked.evaluate((message) => parent.postMessage(message, '*'), good);
    await page.waitForFunction(() => document.getElementById('marked').clientHeight === 500);
    assert.deepEqual(await heights(page), before.map((height, at) => (at === 2 ? 500 : height)));
    const heard = await page.evaluate(() => window.heard.length);
    assert.ok(heard > bad_messages.length + 18, `${heard} messages came`);
  });
});

test('the frame hears nothing but its own page asking for its height', () => with_host(give('frames', {policy: policy()}), async (page) => {
  await fits(page, '#verdict');
  const frame = await inside(page, '#verdict');
  await page.waitForTimeout(4500);
  const count = () => page.evaluate(() => window.heard.length);
  const before = await count();
  for (const message of [{shopgauge: 1}, {shopgauge: 1, ask: 2}, {ask: 1}, 'ask', null]) await page.evaluate((data) => document.getElementById('verdict').contentWindow.postMessage(data, '*'), message);
  await frame.evaluate(() => postMessage({shopgauge: 1, ask: 1}, '*'));
  await page.waitForTimeout(300);
  assert.equal(await count(), before);
  await page.evaluate(() => document.getElementById('verdict').contentWindow.postMessage({shopgauge: 1, ask: 1}, '*'));
  await page.waitForFunction((before) => window.heard.length === before + 1, before);
}));

test('the resizer is small, and old browsers can read it', async () => {
  const {parse} = await import('../../web/node_modules/acorn/dist/acorn.mjs');
  for (const path of ['shopgauge-resize.js', 'shopgauge-frame.js']) {
    const code = dist(path);
    parse(code, {ecmaVersion: 5, sourceType: 'script'});
    console.log(`${path}: ${code.length} bytes, ${gzipSync(code, {level: 9}).length} gzipped`);
  }
  assert.ok(dist('shopgauge-resize.js').length <= 1024);
});

const ended = (more = '') => `<iframe id="ended" data-shopgauge src="${base()}embed.html#v=1&amp;program=douyin-experience-score&amp;edition=2026-05-07&amp;lang=en${more}" title="ShopGauge" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" width="100%" height="900"></iframe>
<script src="${base()}shopgauge-resize.js"></script>`;

const news = {program: 'douyin-experience-score', edition: '2026-05-07', news: 'ended', until: '2026-07-13', now: '2026-09-08'};

const changes = () => `${base()}changes/douyin-experience-score.en.html#2026-09-08`;

test('an embed whose edition has ended says so, tells the author, and moves to the edition in force', () => with_host(give('ended', {snippet: ended(), policy: policy()}), async (page, {told, context}) => {
  const frame = await inside(page, '#ended');
  const note = frame.locator('shop-ended .told');
  await note.getByText('which ended on 13 July 2026. The edition of 2026-09-08 has been in force since 8 September 2026.').waitFor();
  assert.deepEqual(await frame.evaluate(() => window.edition_news), news);
  assert.deepEqual(told, [`ShopGauge: edition 2026-05-07 of douyin-experience-score ended on 2026-07-13. The edition in force is 2026-09-08: change edition=2026-05-07 to edition=2026-09-08 where the page embeds it. What changed: ${changes()}`]);
  assert.equal(await note.locator('[data-way="compare"]').count(), 0, 'without numbers there is nothing to compare');
  const [opened] = await Promise.all([context.waitForEvent('page'), note.locator('[data-way="changes"]').click()]);
  await opened.locator('h2', {hasText: '2026-09-08'}).waitFor();
  assert.equal(opened.url(), changes());
  await opened.close();
  await note.locator('[data-way="now"]').click();
  await frame.waitForFunction(() => document.querySelector('shop-gauge').edition === '2026-09-08');
  await note.waitFor({state: 'detached'});
  await fits(page, '#ended');
}));

test('with numbers it shows what the new edition changes for them; who wants to stay, stays', () => with_host(give('ended', {snippet: ended('&amp;g.goods=69&amp;g.logistics=99&amp;g.service=85&amp;m.valid_paid_orders=4000'), policy: policy()}), async (page) => {
  const frame = await inside(page, '#ended');
  const note = frame.locator('shop-ended .told');
  await note.locator('[data-way="compare"]').click();
  await frame.locator('[data-testid="comparison"], [data-testid="sides"]').first().waitFor();
  const shown = await frame.locator('#todo').innerText();
  assert.ok(shown.includes('2026-05-07') && shown.includes('2026-09-08'), shown);
  await fits(page, '#ended');
  await note.locator('[data-way="stay"]').click();
  await note.waitFor({state: 'detached'});
  assert.equal(await frame.evaluate(() => document.querySelector('shop-gauge').edition), '2026-05-07');
}));

test('an edition in force says nothing; on its last days the author is told; a newer one beside it is offered', () => {
  const module_host = give('module', {snippet: `<shop-gauge program="douyin-experience-score" edition="2026-07-14" lang="zh-CN"></shop-gauge><script type="module" src="${base()}shop-gauge.js"></script>`});
  const seen = async (page, change) => {
    await page.route('**/programs/index.json', async (route) => {
      const index = await (await route.fetch()).json();
      change(index.programs.find(({program}) => program === 'douyin-experience-score').editions);
      await route.fulfill({json: index, headers: {'access-control-allow-origin': '*'}});
    });
    await page.reload();
    await settled(page);
    await page.waitForTimeout(100);
    return {note: await page.locator('shop-ended .told').count(), news: await page.evaluate(() => window.edition_news)};
  };
  return with_host(module_host, async (page, {told}) => {
    const alone = await seen(page, (editions) => {
      editions.splice(3);
      editions[2].until = null;
    });
    assert.deepEqual(alone, {note: 0, news: undefined});
    const ending = await seen(page, (editions) => {
      editions.splice(3);
      editions[2].until = '2026-12-31';
    });
    assert.deepEqual(ending, {note: 0, news: {program: 'douyin-experience-score', edition: '2026-07-14', news: 'ends', until: '2026-12-31'}});
    assert.match(told.at(-1), /ends on 2026-12-31\.$/);
    const beside = await seen(page, (editions) => {
      editions[2].until = null;
    });
    assert.deepEqual(beside, {note: 1, news: {program: 'douyin-experience-score', edition: '2026-07-14', news: 'superseded', until: null, now: '2026-09-08'}});
    assert.ok((await page.locator('shop-ended .told').innerText()).includes(texts['zh-CN']['page.ended.superseded'].replace('{edition}', '2026-07-14')));
    // The last edition known has ended, and nothing came after it.
    const gap = await seen(page, (editions) => {
      editions.splice(3);
    });
    assert.deepEqual(gap.news, {program: 'douyin-experience-score', edition: '2026-07-14', news: 'ended', until: '2026-09-07'});
    assert.ok((await page.locator('shop-ended .told').innerText()).includes(texts['zh-CN']['page.ended.none']));
    assert.equal(await page.locator('shop-ended .way').count(), 0);
  });
});

test('pages of changes say what the chapters of the rules say', () => with_host(`${base()}changes/douyin-flagship.en.html`, async (page) => {
  const chapter = readFileSync(new URL('../../docs/rules/en/douyin-flagship/2026-06-02.md', import.meta.url), 'utf8').split('\n## What changed since the edition before\n')[1].split('\n## ')[0];
  const rows = chapter.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  assert.ok(rows.length > 3);
  assert.equal(await page.locator('tr').count(), rows.length);
  const names = (await page.locator('tbody th').allInnerTexts()).map((name) => name.trim());
  for (const row of rows.filter((line) => !line.startsWith('| Item'))) assert.ok(names.includes(row.split('|')[1].trim()), row);
}));

test('the pictures are the same bytes each time they are made', () => {
  const again = execFileSync('node', ['--input-type=module', '-e', "import {pictures} from './scripts/pictures.mjs'; console.log(JSON.stringify(await pictures()));"], {cwd: fileURLToPath(new URL('../../web/', import.meta.url)), encoding: 'utf8', maxBuffer: 1 << 26});
  const made = JSON.parse(again);
  const {programs} = JSON.parse(dist('programs/index.json'));
  const names = programs.flatMap(({program, editions}) => ['', ...editions.map(({edition}) => `.${edition}`)].flatMap((edition) => ['en', 'zh-CN'].map((lang) => `pictures/${program}${edition}.${lang}.svg`)));
  assert.deepEqual(made.map(({path}) => path).sort(), names.sort());
  for (const {path, content} of made) assert.equal(content, dist(path), path);
});

/** The example store of an edition: the program's own, or the one that is kept for it. */
function example_of(program, edition) {
  const own = JSON.parse(dist(`programs/${program}/example.request.json`));
  return own.edition === edition ? own : JSON.parse(readFileSync(new URL(`../../web/pictures/${program}.${edition}.json`, import.meta.url), 'utf8'));
}

/** The page's replies to an example, on the edition's own address. */
async function answers(page, {program, edition, ...parts}) {
  await page.goto(`${base()}#v=1&program=${program}&edition=${edition}&lang=en`);
  await page.reload();
  await page.locator('shop-gauge .page').waitFor();
  // The page computes its empty form too: what counts is the reply to these parts.
  return page.evaluate((parts) => new Promise((done) => {
    const element = document.querySelector('shop-gauge');
    element.addEventListener('shopgauge-change', () => {
      const {assess, timeline} = element.reply;
      if (element.state().fields.size > 0 && (assess || timeline)) done({assess, timeline});
    });
    Object.assign(element, parts);
  }), parts);
}

/** What a drawing says, and which of its words stand out of it. */
const drawn = (paper, svg) => paper.evaluate((svg) => {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.querySelector('parsererror')) return undefined;
  const drawn = document.importNode(root, true);
  document.body.append(drawn);
  const words = [...drawn.querySelectorAll('text')].map((text) => ({text: text.textContent, box: text.getBBox()}));
  const out = words.filter(({box}) => box.x < 16 || box.x + box.width > 624 || box.y < 0 || box.y + box.height > 388).map(({text}) => text);
  drawn.remove();
  return {title: root.querySelector('title').textContent, desc: root.querySelector('desc').textContent, words: words.map(({text}) => text), out};
}, svg);

test('each picture says what the page answers for its example, names its edition, and keeps all words inside', () => with_host(base(), async (page, {context}) => {
  const {programs} = JSON.parse(dist('programs/index.json'));
  const paper = await context.newPage();
  await paper.goto(give('paper', {snippet: ''}));
  for (const {program, edition} of programs.flatMap(({program, editions}) => editions.map(({edition}) => ({program, edition})))) {
    const {title} = JSON.parse(dist(`programs/${program}/${edition}.json`));
    const example = example_of(program, edition);
    const {assess, timeline} = await answers(page, example);
    for (const lang of ['en', 'zh-CN']) {
      const name = `${program} ${edition} ${lang}`;
      const svg = dist(`pictures/${program}.${edition}.${lang}.svg`);
      const say = (key) => texts[lang][key];
      const found = await drawn(paper, svg);
      assert.ok(found, `${name} is no SVG`);
      assert.equal(found.title, title[lang]);
      assert.deepEqual(found.out, [], name);
      assert.doesNotMatch(svg.replaceAll('http://www.w3.org/2000/svg', ''), /https?:|url\(|@import|<script|<image|href/);
      const score = assess?.value?.score;
      const decided = timeline?.value?.months?.filter(({verdict}) => ['pass', 'fail'].includes(verdict)).at(-1);
      const verdict = ['pass', 'fail'].includes(assess?.value?.verdict) && (example.metrics || example.given) ? assess.value.verdict : decided?.verdict;
      assert.ok(score?.value !== undefined || verdict || timeline?.value?.checks?.length, `${name}: its example decides nothing`);
      if (score?.value !== undefined) assert.ok(found.words.includes(score.value.toFixed(score.digits)), `${name}: ${score.value}`);
      else if (verdict) assert.ok(found.words.includes(say(`verdict.${verdict}`)), name);
      for (const part of [say('picture.example'), edition]) assert.ok(found.words.some((text) => text.includes(part)) && found.desc.includes(part), `${name}: ${part}`);
      assert.ok(found.words.some((text) => text.startsWith(say('picture.affiliation').split('{')[0])), name);
    }
  }
}));

test('the store in a picture lives while its edition is in force, and a picture without an edition in its name is the newest', () => {
  for (const {program, editions} of JSON.parse(dist('programs/index.json')).programs) {
    for (const {edition, from, until} of editions.filter((entry) => !entry.article)) {
      const {date, months = []} = example_of(program, edition);
      for (const day of [...(date ? [date] : []), ...months.map(({month}) => month)]) {
        assert.ok(day >= from.slice(0, day.length) && (until === null || day <= until.slice(0, day.length)), `${program} ${edition}: ${day}`);
      }
    }
    const newest = editions.map(({edition}) => edition).sort().at(-1);
    for (const lang of ['en', 'zh-CN']) assert.equal(dist(`pictures/${program}.${lang}.svg`), dist(`pictures/${program}.${newest}.${lang}.svg`));
  }
});
