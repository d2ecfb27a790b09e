// The page by keyboard and by ear, magnified, in forced colours and without motion.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {desktop, editions, phone, reply, set_up, tear_down, texts, type, with_page} from './fixture.mjs';
import {everything, turn, views, with_view} from './views.mjs';

before(set_up);
after(tear_down);

const langs = ['zh-CN', 'en'];
const view = (name) => views.find((item) => item.name === name);

for (const lang of langs) {
  test(`the result is said as it changes, by a region that was there before (${lang})`, () => with_page({hash: `#v=1&program=douyin-experience-score&date=2026-09-20&lang=${lang}`}, async (page) => {
    const table = await texts(lang);
    const said = page.locator('.answer [role="status"]');
    assert.equal(await said.textContent(), '');
    await said.evaluate((region) => (region.marked = true));
    for (const [name, number] of [['valid_paid_orders', '4000'], ['given.goods', '69'], ['given.logistics', '99'], ['given.service', '85']]) await type(page, name, number);
    await page.getByTestId('score').waitFor();
    const {value} = (await reply(page)).assess;
    const spoken = table['page.short_score'].replace('{score}', String(value.score.value)).replace('{basis}', table[`basis.${value.basis}`]);
    assert.equal(await said.textContent(), spoken);
    await type(page, 'given.goods', 'abc');
    await page.locator('.answer.old').waitFor();
    assert.equal(await said.textContent(), table['page.short_old']);
    assert.ok(await said.evaluate((region) => region.marked && region.getAttribute('aria-hidden') === null));
    const field = page.locator('input[name="given.goods"]');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.ok((await described(page, 'given.goods')).length > 0);
  }));
}

/** What a screen reader says of an input besides its name, as Chromium works it out. */
async function described(page, name) {
  const session = await page.context().newCDPSession(page);
  const {result} = await session.send('Runtime.evaluate', {expression: `document.querySelector('shop-gauge').shadowRoot.querySelector('[name="${name}"]')`});
  const {nodes} = await session.send('Accessibility.getPartialAXTree', {objectId: result.objectId, fetchRelatives: false});
  await session.detach();
  return nodes[0].description?.value ?? '';
}

/** Each program's newest edition. */
const newest = [...new Map(editions().map((item) => [item.program, item])).values()];

test('every number has its unit in its description', async () => {
  const tables = {'zh-CN': await texts('zh-CN'), en: await texts('en')};
  for (const {program, edition, document} of newest) {
    await with_page({hash: `#v=1&program=${program}&edition=${edition}&lang=en`}, async (page) => {
      await everything(page);
      for (const [lang, table] of Object.entries(tables)) {
        await turn(page, {lang, theme: 'light'});
        const inputs = await page.locator('.form input[inputmode="decimal"]').evaluateAll((items) => items.map((input) => ({
          name: input.name, label: input.labels[0]?.innerText.trim(), beside: input.parentElement.querySelector('.unit')?.textContent,
          said: (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => input.getRootNode().getElementById(id)?.textContent.trim()),
        })));
        assert.deepEqual(inputs.filter(({label, beside, said}) => !label || (beside !== undefined && !said.includes(beside))), []);
        for (const {id, kind, unit} of document.metrics) {
          const input = inputs.find(({name}) => name === id);
          const wanted = kind === 'rate' ? table['unit.rate'] : table[`unit.${unit}`];
          if (input && wanted) assert.ok(input.said.includes(wanted), `${program} ${id} is in ${wanted}: ${input.said}`);
        }
        const rate = document.metrics.find(({id, kind}) => kind === 'rate' && inputs.some(({name}) => name === id));
        if (rate) assert.ok((await described(page, rate.id)).startsWith(table['unit.rate']), rate.id);
      }
    });
  }
});

/** Runs in the page: the element that has the focus, through shadow trees. */
const focus_tools = () => {
  window.focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? null : element;
  };
  /** What can show that an element has the focus: its own looks and those right around it. */
  window.looks = (element) => [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling].filter(Boolean).map((part) => {
    const {outlineStyle, outlineWidth, outlineColor, boxShadow, borderWidth, borderColor, backgroundColor} = getComputedStyle(part);
    return [outlineStyle, outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, borderWidth === '0px' ? '' : borderColor, backgroundColor].join();
  }).join('; ');
  window.name_of_stop = (element) => `${element.tagName.toLowerCase()} ${element.name || element.id || element.className} ${element.ariaLabel ?? element.innerText ?? ''}`.trim().slice(0, 80);
  /** Lies under nothing else, in the window. */
  window.in_sight = (element) => {
    const part = element.matches('.segment input') ? element.nextElementSibling : element.matches('.visually-hidden') ? element.parentElement : element;
    const {left, top, width, height} = part.getBoundingClientRect();
    const found = element.getRootNode().elementFromPoint(left + Math.min(width, innerWidth) / 2, top + height / 2);
    return top >= 0 && top + height <= innerHeight && Boolean(found && (part.contains(found) || element.contains(found) || found.contains(part)) && !found.matches('.bottom, .bar'));
  };
};

/** Runs in the page: everything that Tab should come to, in the sheet alone where a sheet of the tools is open; of radio buttons one in each group. */
const note_wanted = () => {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]') || element.tabIndex < 0 || element.disabled || !element.checkVisibility({checkVisibilityCSS: true})) continue;
      if (element.type !== 'radio' || !found.some((other) => other.type === 'radio' && other.name === element.name)) found.push(element);
    }
  };
  look(document.querySelector('shop-tools')?.shadowRoot?.querySelector('dialog:modal') ?? document);
  window.wanted = found;
};

/** Runs in the page once the focus has moved on: the stop where it is now, and whether the last one looked no different with it. */
const note_stop = () => {
  const element = window.focused();
  const last = window.last_stop;
  // A date has a stop for its day, its month, its year.
  if (element && element === last?.element) return {again: true};
  const unmarked = last && window.looks(last.element) === last.looks;
  window.last_stop = element && {element, looks: window.looks(element)};
  if (!element) return {unmarked};
  window.wanted = window.wanted.filter((other) => other !== element && !(element.type === 'radio' && other.name === element.name));
  return {unmarked, now: {name: window.name_of_stop(element), sighted: window.in_sight(element)}};
};

/** Goes through the page with a key until it leaves: the stops, and what was never reached. */
async function walk(page, key) {
  await page.evaluate(note_wanted);
  const stops = [];
  for (let at = 0; at < 500; ++at) {
    await page.keyboard.press(key);
    const {again, unmarked, now} = await page.evaluate(note_stop);
    if (again) continue;
    if (unmarked) stops.at(-1).unmarked = true;
    if (!now) return {stops, missed: await page.evaluate(() => window.wanted.map(window.name_of_stop))};
    stops.push(now);
  }
  throw new Error(`${key} never left the page: ${stops.slice(-5).map(({name}) => name).join(' | ')}`);
}

const names = (stops) => stops.map(({name}) => name);

const [months, forecast] = ['verdict, all opened', 'forecast, all opened'];

for (const [name, size, viewport, colours] of [[months, 'phone', phone, 'none'], [months, 'phone', phone, 'active'], [months, 'desktop', desktop, 'none'], [forecast, 'phone', phone, 'active']]) {
  test(`Tab comes to everything and leaves, and the focus is seen (${name}, ${size}, forced colours: ${colours})`, () => with_view(view(name), {viewport}, async (page) => {
    await page.emulateMedia({forcedColors: colours});
    await page.evaluate(focus_tools);
    const {stops, missed} = await walk(page, 'Tab');
    assert.deepEqual(missed, []);
    assert.deepEqual(names(stops.filter(({unmarked}) => unmarked)), [], 'the focus is not seen');
    assert.deepEqual(names(stops.filter(({sighted}) => !sighted)), [], 'the focus lies under something or outside');
    if (colours === 'none') assert.deepEqual((await walk(page, 'Shift+Tab')).missed, []);
  }));
}

for (const name of ['kept stores, with the months of one', 'sharing what no link can carry', 'a table of stores, worked out']) {
  test(`Tab comes to everything of a sheet of the tools, and the focus is seen in forced colours too (${name})`, () => with_view(view(name), {viewport: phone}, async (page) => {
    await page.evaluate(focus_tools);
    // Opening the view left the focus somewhere in the sheet: on to its end first, so that the next Tab comes to its first part.
    while (await page.evaluate(() => window.focused() !== null)) await page.keyboard.press('Tab');
    for (const colours of ['none', 'active']) {
      await page.emulateMedia({forcedColors: colours});
      const {stops, missed} = await walk(page, 'Tab');
      assert.ok(stops.length > 4, names(stops).join(' | '));
      assert.deepEqual(missed, []);
      assert.deepEqual(names(stops.filter(({unmarked}) => unmarked)), [], `the focus is not seen, forced colours: ${colours}`);
      assert.deepEqual(names(stops.filter(({sighted}) => !sighted)), [], 'the focus lies under something or outside');
    }
  }));
}

test('forced colours: the months of a kept store stand on the chart in the colour of words', () => with_view(view('kept stores, with the months of one'), {}, async (page) => {
  /** The colours of the chart, the most frequent ones of those that are no paper. */
  const inks = () => page.locator('shop-stores canvas').evaluate((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {willReadFrequently: true});
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Map();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) found.set(data.slice(at, at + 3).join(' '), (found.get(data.slice(at, at + 3).join(' ')) ?? 0) + 1);
    return [...found].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  });
  const plain = await inks();
  assert.ok(plain.length > 1, plain.join());
  await page.emulateMedia({forcedColors: 'active'});
  while ((await inks()).join() === plain.join()) await page.waitForTimeout(50);
  const [paper, words] = await page.locator('shop-tools dialog').evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color].map((colour) => colour.match(/\d+/g).slice(0, 3).join(' ')));
  const forced = await inks();
  assert.notEqual(paper, words);
  assert.ok(forced.includes(words), `${words} is not among ${forced.slice(0, 5)}`);
}));

/** Goes on to the next stop of this name. */
async function tab_to(page, wanted) {
  for (let at = 0; at < 200; ++at) {
    const {name, fold} = await page.evaluate(() => ({name: window.focused()?.name, fold: window.focused()?.parentElement.dataset.fold}));
    if (name === wanted || fold === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${wanted}`);
}

test('the keyboard alone fills in a store: buttons, fields, folds, groups of answers', () => with_page({hash: '#v=1&program=douyin-experience-score&edition=2026-09-08&date=2026-09-20&lang=en', viewport: phone}, async (page) => {
  await page.evaluate(focus_tools);
  const press = (key) => page.keyboard.press(key);
  while (!(await page.evaluate(() => window.focused()?.matches('.empty .main')))) await press('Tab');
  await press('Enter');
  assert.equal(await page.evaluate(() => window.focused().closest('form')?.id), 'numbers', 'the button leads to the form');
  for (const [name, number] of [['valid_paid_orders', '4000'], ['given.goods', '69'], ['given.logistics', '99'], ['given.service', '85']]) {
    await tab_to(page, name);
    await page.keyboard.type(number);
  }
  await tab_to(page, 'adjustments');
  await press('Enter');
  await page.locator('input[name="freight_insurance"]').first().waitFor();
  await tab_to(page, 'freight_insurance');
  const applied = async () => (await reply(page)).assess.value.adjustments.find(({id}) => id === 'freight_insurance').applied;
  assert.equal(await applied(), false);
  await press('ArrowLeft');
  assert.equal(await applied(), false);
  await press('ArrowLeft');
  assert.equal(await applied(), true);
  assert.equal(await page.getByTestId('score').textContent(), '82');
}));

test('forced colours: what is chosen and where the score stands can be told', () => with_view(view('verdict, all opened'), {}, async (page) => {
  await page.emulateMedia({forcedColors: 'active'});
  const groups = await page.locator('.segments').evaluateAll((items) => items.map((group) => {
    const look = (input) => getComputedStyle(input.nextElementSibling).backgroundColor;
    const inputs = [...group.querySelectorAll('input')];
    return {name: inputs[0].name, chosen: look(inputs.find(({checked}) => checked)), others: inputs.filter(({checked}) => !checked).map(look)};
  }));
  assert.ok(groups.length > 5);
  assert.deepEqual(groups.filter(({chosen, others}) => others.includes(chosen)).map(({name}) => name), []);
  await with_view(view('score'), {}, async (scored) => {
    await scored.emulateMedia({forcedColors: 'active'});
    const [mark, card] = await scored.locator('.mark, .answer').evaluateAll((items) => items.map((part) => getComputedStyle(part).backgroundColor).reverse());
    assert.notEqual(mark, card);
  });
  const told_apart = (tabs) => {
    const [chosen, others] = [true, false].map((state) => tabs.filter(({selected}) => selected === state));
    assert.ok(chosen.length === 1 && others.length > 1);
    assert.ok(others.every(({look}) => look !== chosen[0].look), JSON.stringify(tabs));
  };
  await with_view(view('what to do'), {}, async (desk) => {
    await desk.emulateMedia({forcedColors: 'active'});
    for (const tabs of ['.view-tab', '.tab']) {
      told_apart(await desk.locator(tabs).evaluateAll((items) => items.map((tab) => {
        const {borderBottomColor, backgroundColor} = getComputedStyle(tab);
        return {selected: tab.ariaSelected === 'true', look: `${borderBottomColor} ${backgroundColor}`};
      })));
    }
  });
}));

/** Runs in the page: the colours of the chart from top to bottom on one of its last days, without what only smooths edges. */
function colours_of_a_day() {
  const canvas = document.querySelector('shop-gauge').shadowRoot.querySelector('#forecast canvas');
  const at = Math.round(canvas.width * 0.8);
  const day = new OffscreenCanvas(1, canvas.height).getContext('2d', {willReadFrequently: true});
  day.drawImage(canvas, -at, 0);
  const pixels = day.getImageData(0, 0, 1, canvas.height).data;
  const colours = [];
  for (let y = 0; y < canvas.height; ++y) {
    const [red, green, blue, ink] = pixels.slice(y * 4, y * 4 + 4);
    colours.push(ink === 0 ? 'paper' : `${red} ${green} ${blue} ${ink}`);
  }
  return colours.filter((colour, y) => colour === colours[y - 1] || colour === colours[y + 1]);
}

for (const scheme of ['light', 'dark']) {
  test(`forced colours: the forecast's middle run and both its bands can be told (${scheme})`, () => with_view(view('forecast, all opened'), {scheme}, async (page) => {
    const seen = async () => [...new Set(await page.evaluate(colours_of_a_day))];
    const plain = await seen();
    await page.emulateMedia({forcedColors: 'active'});
    while ((await seen()).join() === plain.join()) await page.waitForTimeout(50);
    const forced = await seen();
    // The paper, two bands, the middle run.
    assert.ok(forced.length >= 4, forced.join(', '));
    assert.equal(forced.filter((colour) => /^(0 0 0|255 255 255) 255$/.test(colour)).length, 1, `the middle run is as text: ${forced.join(', ')}`);
    const swatches = await page.locator('#forecast .swatch').evaluateAll((items) => items.map((item) => getComputedStyle(item)).map(({borderTopWidth, borderTopColor, borderBottomColor, borderBottomWidth}) => (parseFloat(borderTopWidth) ? borderTopColor : parseFloat(borderBottomWidth) ? borderBottomColor : 'none')));
    assert.ok(swatches.length > 3);
    const paper = await page.locator('#forecast').evaluate((card) => getComputedStyle(card).backgroundColor);
    assert.deepEqual(swatches.filter((colour) => colour === 'none' || colour === paper), []);
  }));
}

/** The longest transition or animation of anything in the page, in seconds. What stands in a slot that somebody fills has no style at all. */
const motion = (page) => page.evaluate(() => Math.max(...[...document.querySelector('shop-gauge').shadowRoot.querySelectorAll('*')].flatMap((element) => {
  const {transitionDuration, animationDuration} = getComputedStyle(element);
  return transitionDuration === '' ? [] : `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
})));

test('motion is short, and there is none for those who want none', () => with_view(view('score'), {}, async (page) => {
  assert.equal(await motion(page), 0);
  await page.emulateMedia({reducedMotion: 'no-preference'});
  const longest = await motion(page);
  assert.ok(longest > 0 && longest < 0.2, `${longest} s`);
}));
