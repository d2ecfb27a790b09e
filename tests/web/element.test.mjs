// <shop-gauge> on pages of other people: its attributes, properties and events, what it shows before it starts and where it cannot, when
// it starts, what several of it share, and how it looks among other people's styles.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {blocks_by} from '../docs/blocks.mjs';
import {editions, open_desk, read_example} from './fixture.mjs';
import {served, set_up, shown, tear_down, with_host} from './hosts.mjs';

before(set_up);
after(tear_down);

const fallback = 'The score, for who has no scripts.';
const axe_source = readFileSync(fileURLToPath(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

const replied = (page, field, selector = 'shop-gauge') => page.waitForFunction(([field, selector]) => document.querySelector(selector).reply?.[field], [field, selector]);

test('what stands inside the tag is shown without scripts', () => with_host(served('hosts/two.html'), async (page) => {
  assert.ok(await page.getByText(fallback).isVisible());
}, {scripts: false}));

test('what stands inside the tag is shown until the element comes near the window, and then until its result', () => with_host(served('hosts/below.html'), async (page, {requests}) => {
  await page.waitForFunction(() => customElements.get('shop-gauge'));
  await page.waitForTimeout(300);
  assert.ok(await page.getByText(fallback).isVisible());
  assert.deepEqual(requests.filter((url) => /engine|programs|texts/.test(url)), []);
  let go;
  await page.route('**/engine/shopgauge.wasm', (route) => new Promise((done) => (go = done)).then(() => route.continue()));
  await page.locator('shop-gauge').scrollIntoViewIfNeeded();
  while (!go) await page.waitForTimeout(20);
  assert.ok(await page.getByText(fallback).isVisible());
  go();
  await shown(page);
  assert.ok(!(await page.getByText(fallback).isVisible()));
}));

test('what stands inside the tag stays where the element cannot start, and the host is told', () => with_host(served('hosts/below.html'), async (page) => {
  await page.route('**/programs/index.json', (route) => route.abort());
  await page.evaluate(() => {
    window.told = [];
    document.addEventListener('shopgauge-error', ({detail}) => told.push(...detail.issues.map(({code}) => code)));
  });
  await page.locator('shop-gauge').scrollIntoViewIfNeeded();
  await page.locator('shop-gauge [role=alert]').waitFor();
  assert.ok(await page.getByText(fallback).isVisible());
  assert.deepEqual(await page.evaluate(() => told), ['page.failed']);
}, {wrong_is: (text) => /Failed to (load resource|fetch)/.test(text)}));

test('several stand on one page with programs, languages and themes of their own, and share one engine', () => with_host(served('hosts/two.html'), async (page, {requests}) => {
  await shown(page, '#one');
  await page.locator('#other').scrollIntoViewIfNeeded();
  await shown(page, '#other');
  const [one, other] = [await page.locator('#one h1, #one h2').allInnerTexts(), await page.locator('#other h1, #other h2').allInnerTexts()];
  assert.ok(one.join().match(/[\u4e00-\u9fff]/) && !other.join().match(/[\u4e00-\u9fff]/), `${one} ${other}`);
  await page.locator('#one').evaluate((element) => (element.metrics = {experience_score_mean_30d: 82}));
  await page.locator('#other').evaluate((element) => (element.metrics = {defect_rate: {num: 1, den: 900}}));
  await replied(page, 'assess', '#one');
  await page.waitForFunction(() => document.getElementById('other').reply.assess?.ok);
  assert.deepEqual(await page.evaluate(() => ['one', 'other'].map((id) => document.getElementById(id).reply.assess?.value?.program)), ['douyin-flagship', 'ebay-seller-standards']);
  const light = (id) => page.locator(`#${id} .page`).evaluate((element) => getComputedStyle(element).colorScheme);
  assert.deepEqual([await light('one'), await light('other')], ['light', 'dark']);
  const files = requests.map((url) => new URL(url).pathname);
  assert.deepEqual(files.filter((path) => path.includes('/engine/')).sort(), ['/dist/engine/shopgauge.js', '/dist/engine/shopgauge.wasm']);
  assert.deepEqual(files.filter((path, at) => files.indexOf(path) !== at), [], 'nothing is fetched twice');
  assert.equal(await page.evaluate(() => document.documentElement.lang + document.title + location.hash), 'entwo', 'the page is not the element\'s');
}));

test('properties set before the script are taken, follow what is typed, and are told with the result', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  await replied(page, 'assess');
  const seen = await page.evaluate(() => {
    const element = document.querySelector('shop-gauge');
    const {date, given, metrics, enrolment, profile, months, reply} = element;
    return {date, given, metrics, enrolment, profile, months, reply, own: ['date', 'given', 'metrics'].filter((name) => Object.hasOwn(element, name)), heard};
  });
  assert.deepEqual(seen.own, []);
  assert.equal(seen.date, '2026-11-22');
  assert.deepEqual(seen.given, {goods: 69, logistics: 99, service: 85});
  assert.deepEqual(seen.metrics, {valid_paid_orders: 5210, freight_insurance: true, rating_mean: {sum: 6100, n: 1300}, line_time_rate: {percent: 99.412}, quality_return_rate: {num: 67, den: 5000}, im_response_seconds: null});
  assert.deepEqual([seen.enrolment, seen.profile, seen.months], [undefined, undefined, []]);
  assert.equal(seen.reply.assess.value.score.value !== undefined, true);
  assert.deepEqual(seen.heard, [{type: 'shopgauge-change', detail: seen.reply, composed: true}], 'one computation, with all of it');

  await page.locator('input[name="given.goods"]').fill('71.5');
  await page.locator('input[name="given.goods"]').blur();
  assert.deepEqual(await page.evaluate(() => document.querySelector('shop-gauge').given), {goods: 71.5, logistics: 99, service: 85});

  const later = await page.evaluate(async () => {
    const element = document.querySelector('shop-gauge');
    const told = new Promise((done) => element.addEventListener('shopgauge-change', done, {once: true}));
    element.given = {goods: 80};
    element.metrics = undefined;
    const at_once = [element.given, element.metrics];
    await told;
    return {at_once, given: element.given, metrics: element.metrics, shown: element.shadowRoot.querySelector('[name="given.goods"]').value, reply: element.reply.assess.ok};
  });
  assert.deepEqual(later, {at_once: [{goods: 80}, undefined], given: {goods: 80}, metrics: undefined, shown: '80', reply: true});
}));

test('another program and its numbers may come in one breath', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  await page.evaluate(() => {
    const element = document.querySelector('shop-gauge');
    element.metrics = {on_time_tracking_rate: {percent: 98}, rating_mean: {sum: 480, n: 100}};
    element.given = undefined;
    element.program = 'etsy-star-seller';
    element.edition = '2024-10-01';
  });
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess?.value?.program === 'etsy-star-seller');
  const {reply, metrics} = await page.locator('shop-gauge').evaluate(({reply, metrics}) => ({reply, metrics}));
  assert.deepEqual(metrics, {on_time_tracking_rate: {percent: 98}, rating_mean: {sum: 480, n: 100}});
  assert.equal(reply.assess.value.program, 'etsy-star-seller');
}));

const part_names = ['date', 'until', 'enrolment', 'profile', 'metrics', 'given', 'months', 'checks', 'choices'];

test('properties give back what examples gave them, number by number', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  for (const program of new Set(editions().map((entry) => entry.program))) {
    const {program: _, edition, ...parts} = read_example(program);
    const kept = await page.evaluate(async ({program, edition, parts, part_names}) => {
      const element = document.querySelector('shop-gauge');
      Object.assign(element, Object.fromEntries(part_names.map((name) => [name, parts[name]])), {program, edition});
      const done = () => Object.values(element.reply).some((reply) => reply.value?.program === program) && element.view();
      do await new Promise((then) => element.addEventListener('shopgauge-change', then, {once: true})); while (!done());
      await new Promise((then) => setTimeout(then, 50));
      return Object.fromEntries(Object.keys(parts).map((name) => [name, element[name]]));
    }, {program, edition, parts, part_names});
    assert.deepEqual(kept, parts, program);
  }
}));

test('tables and pairs that nobody types go through a property as they are', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  const profile = {
    weights: {goods: {num: 1, den: 2}, logistics: 0.2, service: 0.3}, not_assessed: ['review_hours'],
    calibration: {pickup_hours: [{value: 5.5, score: 96}, {value: 9, score: 88.5}]},
  };
  const got = await page.evaluate(async (profile) => {
    const element = document.querySelector('shop-gauge');
    const told = new Promise((done) => element.addEventListener('shopgauge-change', done, {once: true}));
    element.profile = profile;
    await told;
    return {profile: element.profile, issues: element.reply.assess.issues};
  }, profile);
  assert.deepEqual(got, {profile, issues: undefined});
}));

test('the host hears of an edition that is unknown, and of values that the rules refuse', () => with_host(served('hosts/below.html'), async (page) => {
  await page.evaluate(() => {
    const outer = document.body.appendChild(document.createElement('div'));
    const codes = [];
    document.addEventListener('shopgauge-error', ({detail, composed, bubbles}) => codes.push(...detail.issues.map(({code}) => `${code} ${composed && bubbles}`)));
    const element = Object.assign(document.createElement('shop-gauge'), {program: 'douyin-flagship', edition: '1999-01-01', lang: 'en', metrics: {nonsense: 1, ccr: 'many'}});
    outer.attachShadow({mode: 'open'}).append(element);
    element.scrollIntoView();
    window.codes = codes;
  });
  await page.waitForFunction(() => codes.length > 1);
  const heard = await page.evaluate(() => codes);
  assert.deepEqual(heard.slice(0, 2), ['page.link.unknown_edition true', 'metric.unknown true']);
}));

/** How some things inside the element look. */
const looks = (page) => page.evaluate(() => {
  const root = document.querySelector('shop-gauge').shadowRoot;
  const of = (element) => {
    const {color, fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing, textTransform, textAlign, textIndent, wordSpacing, textShadow, backgroundColor, boxSizing, whiteSpace, cursor, display, borderTopWidth, rowGap} = getComputedStyle(element);
    return {color, fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing, textTransform, textAlign, textIndent, wordSpacing, textShadow, backgroundColor, boxSizing, whiteSpace, cursor, display, borderTopWidth, rowGap, class: element.className};
  };
  return ['.page', '.bar', '.card', '.card h2, .empty-title', 'p', 'label', 'input', 'button.main', 'select', '.foot p', 'summary'].map((selector) => of(root.querySelector(selector)));
});

test('styles of the host, however loud, stay outside', async () => {
  let plain;
  await with_host(served('hosts/plain.html'), async (page) => {
    await shown(page);
    await page.locator('#sources').waitFor({state: 'attached'});
    plain = await looks(page);
  });
  await with_host(served('hosts/restyled.html'), async (page) => {
    await shown(page);
    await page.locator('#sources').waitFor({state: 'attached'});
    assert.deepEqual(await looks(page), plain);
  });
});

test('in a column it is as on a phone, and nothing stands out', () => with_host(served('hosts/column.html'), async (page) => {
  await shown(page);
  await page.evaluate((parts) => Object.assign(document.querySelector('shop-gauge'), parts), {given: {goods: 69, logistics: 99, service: 85}, metrics: {valid_paid_orders: 5210}});
  await replied(page, 'assess');
  const seen = await page.evaluate(() => {
    const element = document.querySelector('shop-gauge');
    const edge = element.getBoundingClientRect();
    const out = [...element.shadowRoot.querySelectorAll('.page *, .bar *')].filter((one) => one.getBoundingClientRect().right > edge.right + 1 && !one.closest('[class*=strip], select, datalist, [role=tablist]'));
    return {out: out.map(({tagName, className}) => `${tagName} ${className}`), side: element.shadowRoot.querySelector('.entry-side') !== null, scroll: document.documentElement.scrollWidth <= innerWidth};
  });
  assert.deepEqual(seen, {out: [], side: false, scroll: true});
  await page.locator('.bottom .main').click();
  await page.locator('dialog[open] input').first().waitFor();
}));

const accents = ['#ffd400', '#000', '#fff', '#e60033', 'rebeccapurple', '#7f7f7f', 'rgb(0 255 0 / 50%)', 'hsl(200 100% 75%)'];

for (const scheme of ['light', 'dark']) {
  test(`whatever accent comes, all can be read (${scheme})`, () => with_host(served('hosts/before.html'), async (page) => {
    await shown(page);
    await page.locator('#sources').waitFor({state: 'attached'});
    await page.evaluate(axe_source);
    const own = await page.locator('shop-gauge .main').first().evaluate((button) => getComputedStyle(button).backgroundColor);
    const used = new Set();
    for (const accent of accents) {
      await page.evaluate((accent) => document.documentElement.style.setProperty('--shopgauge-accent', accent), accent);
      await page.waitForTimeout(50);
      used.add(await page.locator('shop-gauge .main').first().evaluate((button) => getComputedStyle(button).backgroundColor));
      const faults = await page.evaluate(async () => {
        const {violations} = await axe.run(document.querySelector('shop-gauge'), {runOnly: ['color-contrast'], preload: false});
        return violations.flatMap(({nodes}) => nodes.slice(0, 5).map(({target, any}) => `${target.flat().join(' ')} ${any[0]?.message}`));
      });
      assert.deepEqual(faults, [], accent);
    }
    assert.equal(used.size, accents.length, `buttons have the accent as it came: ${[...used]}`);
    await page.evaluate(() => document.documentElement.style.setProperty('--shopgauge-accent', 'no colour'));
    await page.waitForTimeout(50);
    assert.equal(await page.locator('shop-gauge .main').first().evaluate((button) => getComputedStyle(button).backgroundColor), own);
  }, {scheme}));
}

test('the accent is followed wherever it is set around the element, and by whatever attribute', () => with_host(served('hosts/before.html'), async (page) => {
  // On a wide page, the first button in the accent's colour comes after the result.
  await page.locator('shop-gauge .main').first().waitFor({state: 'attached'});
  // div.outer > (shadow tree: section > slot) < div.inner > (shadow tree: p > shop-gauge)
  await page.evaluate(async () => {
    const gauge = document.querySelector('shop-gauge');
    const make = (name, id) => Object.assign(document.createElement(name), {id});
    const [outer, section, inner, paragraph] = [make('div', 'outer'), make('section', 'section'), make('div', 'inner'), make('p', 'paragraph')];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-colours="house"] { --shopgauge-accent: #8a1f6a; } .house { --shopgauge-accent: #0a6b3d; } [hidden-mark] { --shopgauge-accent: #7a4a00; }');
    document.adoptedStyleSheets = [sheet];
    const [tree, nested] = [outer, inner].map((host) => host.attachShadow({mode: 'open'}));
    for (const root of [tree, nested]) root.adoptedStyleSheets = [sheet];
    tree.append(section);
    section.append(document.createElement('slot'));
    document.body.append(outer);
    outer.append(inner);
    nested.append(paragraph);
    paragraph.append(gauge);
    window.parts = {html: document.documentElement, body: document.body, outer, section, inner, paragraph, gauge};
    window.colour = () => getComputedStyle(gauge.shadowRoot.querySelector('.main')).backgroundColor;
  });
  const own = await page.evaluate(() => colour());
  const accents = {'data-colours': ['house', 'rgb(138, 31, 106)'], class: ['house', 'rgb(10, 107, 61)'], style: ['--shopgauge-accent: #b3261e', 'rgb(179, 38, 30)'], 'hidden-mark': ['', 'rgb(122, 74, 0)']};
  for (const part of ['html', 'body', 'outer', 'section', 'inner', 'paragraph', 'gauge']) {
    for (const [attribute, [value, expected]] of Object.entries(accents)) {
      const seen = await page.evaluate(async ({part, attribute, value}) => {
        const settled = () => new Promise((done) => setTimeout(done, 20));
        parts[part].setAttribute(attribute, value);
        await settled();
        const during = colour();
        parts[part].removeAttribute(attribute);
        await settled();
        return [during, colour()];
      }, {part, attribute, value});
      assert.deepEqual(seen, [expected, own], `${attribute} of ${part}`);
    }
  }
}));

test('English is English however its language is written, and the attribute stays', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  const spoken = (lang) => page.evaluate(async (lang) => {
    const element = document.querySelector('shop-gauge');
    const heading = () => element.shadowRoot.querySelector('.bar').innerText;
    element.setAttribute('lang', lang === 'zh-CN' ? 'en' : 'zh-CN');
    await new Promise((done) => setTimeout(done, 300));
    const before = heading();
    element.setAttribute('lang', lang);
    for (let tries = 0; tries < 100 && heading() === before; ++tries) await new Promise((done) => setTimeout(done, 20));
    return {attribute: element.getAttribute('lang'), is_chinese: element.view().lang === 'zh-CN', has_changed: heading() !== before};
  }, lang);
  for (const lang of ['EN', 'en-US', 'En-gb', 'en-Latn-AU']) assert.deepEqual(await spoken(lang), {attribute: lang, is_chinese: false, has_changed: true});
  for (const lang of ['zh-CN', 'ZH-Hans', 'zh']) assert.equal((await spoken(lang)).is_chinese, true, lang);
}));

test('fonts, corners and parts are the host\'s to choose', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  const seen = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('shop-gauge { --shopgauge-font: monospace; --shopgauge-radius: 3px; } shop-gauge::part(bar) { display: none; } shop-gauge::part(card) { border-style: dashed; }');
    document.adoptedStyleSheets = [sheet];
    const root = document.querySelector('shop-gauge').shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    return [style('.page p').fontFamily, style('.card').borderTopLeftRadius, style('.bar').display, style('.card').borderTopStyle];
  });
  assert.deepEqual(seen, ['monospace', '3px', 'none', 'dashed']);
}));

const guides = ['embedding.md', 'embedding.zh-CN.md'];
const guide_text = (name) => readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');

/** The names in the first column of each table of the guide's section for scripts and styles, in order: attributes, properties, events, slots, styles. */
function documented(name) {
  const [section] = guide_text(name).split(/^## /m).filter((part) => part.includes('```js'));
  return section.split(/^### /m).slice(1).map((part) => [...part.matchAll(/^\| ([^|]*`[^|]*) \|/gm)].flatMap(([, cell]) => cell.match(/(?<=`)[^`、, ]+(?=`)/g)).filter((word) => word !== 'detail').sort());
}

/** The page's sources but for the tools around it and the configurator, which no host's page has. */
function sources_of_element() {
  const folder = fileURLToPath(new URL('../../web/src/', import.meta.url));
  const names = readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.ts') && !/^(shell|configure|single|generated)/.test(name));
  return names.map((name) => readFileSync(folder + name, 'utf8')).join('\n');
}

test('the guide tells every attribute, property, event, slot, custom property and part, and no other', () => with_host(served('hosts/before.html'), async (page) => {
  await shown(page);
  const {attributes, data} = await page.evaluate(() => {
    const element = customElements.get('shop-gauge');
    return {attributes: element.observedAttributes, data: [...element.elementProperties.keys()].filter((name) => !element.observedAttributes.includes(name))};
  });
  const code = sources_of_element();
  const found = (form) => [...new Set([...code.matchAll(form)].flatMap(([, names]) => names.split(' ')))].sort();
  const parts = found(/ part="([a-z ]+)"/g);
  assert.ok(parts.length > 3);
  // What is neither an attribute nor part of a request stands in the class by name: these are meant for hosts.
  const more = ['forecast', 'reply', 'sides'];
  for (const name of more) assert.match(code, new RegExp(`^  (get |async |declare )${name}\\b`, 'm'));
  const all = [[...attributes, ...found(/\.getAttribute\('([a-z]+)'\)/g)].sort(), [...data, ...more].sort(), found(/'(shopgauge-[a-z]+)'/g), found(/<slot name="(\w+)"/g), [...found(/(--shopgauge-[a-z]+)/g), ...parts].sort()];
  for (const guide of guides) assert.deepEqual(documented(guide), all, guide);
}));

for (const guide of guides) {
  test(`the script in docs/${guide} does what it says`, () => with_host(served('hosts/column.html'), async (page) => {
    await shown(page);
    const [{text: script}] = blocks_by(import.meta.url, guide_text(guide), ['js']);
    const said = [];
    page.on('console', (message) => message.type() === 'log' && said.push(message.text()));
    await Promise.all([page.waitForEvent('console', (message) => message.type() === 'log'), page.evaluate(script)]);
    assert.deepEqual(await page.evaluate(() => document.querySelector('shop-gauge').given), {goods: 69, logistics: 99, service: 85});
    const score = await page.evaluate(() => document.querySelector('shop-gauge').reply.assess.value.score.value);
    assert.deepEqual(said, [String(score)]);
    await open_desk(page);
    await page.locator('#tab-compare').click();
    await page.locator('#vs').selectOption('august');
    // The earlier month stands on the left: 64, 98 and 85 by the weights 50%, 20% and 30%.
    await page.locator('[data-side="first"] .side-score strong', {hasText: '77'}).waitFor();
  }));
}
