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

/** Runs in the page: everything that Tab should come to; of radio buttons one in each group. */
const note_wanted = () => {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]') || element.tabIndex < 0 || element.disabled || !element.checkVisibility({checkVisibilityCSS: true})) continue;
      if (element.type !== 'radio' || !found.some((other) => other.type === 'radio' && other.name === element.name)) found.push(element);
    }
  };
  look(document);
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

for (const [size, viewport, colours] of [['phone', phone, 'none'], ['phone', phone, 'active'], ['desktop', desktop, 'none']]) {
  test(`Tab comes to everything and leaves, and the focus is seen (${size}, forced colours: ${colours})`, () => with_view(view('verdict, all opened'), {viewport}, async (page) => {
    await page.emulateMedia({forcedColors: colours});
    await page.evaluate(focus_tools);
    const {stops, missed} = await walk(page, 'Tab');
    assert.deepEqual(missed, []);
    assert.deepEqual(names(stops.filter(({unmarked}) => unmarked)), [], 'the focus is not seen');
    assert.deepEqual(names(stops.filter(({sighted}) => !sighted)), [], 'the focus lies under something or outside');
    if (colours === 'none') assert.deepEqual((await walk(page, 'Shift+Tab')).missed, []);
  }));
}

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
}));

/** The longest transition or animation of anything in the page, in seconds. */
const motion = (page) => page.evaluate(() => Math.max(...[...document.querySelector('shop-gauge').shadowRoot.querySelectorAll('*')].flatMap((element) => {
  const {transitionDuration, animationDuration} = getComputedStyle(element);
  return `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
})));

test('motion is short, and there is none for those who want none', () => with_view(view('score'), {}, async (page) => {
  assert.equal(await motion(page), 0);
  await page.emulateMedia({reducedMotion: 'no-preference'});
  const longest = await motion(page);
  assert.ok(longest > 0 && longest < 0.2, `${longest} s`);
}));
