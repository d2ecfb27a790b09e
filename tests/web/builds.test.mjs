// The golden requests through each build of the element: the module of the built page, the two scripts of one file, the saved page. Their
// engines answer with the frozen bytes, and what goes in by properties and comes out as `reply`, or by `forecast`, is the command's.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {commandReplies, parseRequest, readLines} from '../golden/replies.mjs';
import {editions} from './fixture.mjs';
import {from_disk, served, set_up, shown, tear_down, with_host} from './hosts.mjs';

before(set_up);
after(tear_down);

/** Where each build is found. An engine without WebAssembly is slow. */
const builds = [
  {build: 'the module', address: () => served('hosts/before.html')},
  {build: 'shopgauge.single.js', address: () => served('hosts/plain.html')},
  {build: 'shopgauge.single.nowasm.js', address: () => served('hosts/no_wasm.html'), slow: true},
  {build: 'the saved page', address: () => `${from_disk('single/shopgauge.html')}#v=1&program=douyin-flagship&edition=2026-06-02&lang=en`},
];

const lines = await readLines('requests.ndjson');
const frozen = await readLines('replies.ndjson');

/** What a request says; nothing where it is broken. */
function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** The golden requests with their frozen replies; `of` is the function with the edition that it is asked about. */
const golden = lines.map(parseRequest).map(({name, text}, at) => {
  const request = read(text);
  return {name, text, request, reply: frozen[at], of: `${name} ${request.program} ${request.edition}`};
});

const shipped = editions();
const document_of = ({program, edition}) => readFileSync(new URL(`../../web/dist/programs/${program}/${edition}.json`, import.meta.url), 'utf8');
const documents = shipped.map(document_of);

const first_of_each = (requests) => requests.filter(({of}, at) => requests.findIndex((one) => one.of === of) === at);

/** What must be asked of every edition. Without a cycle there is no timeline. */
const expected = shipped.flatMap(({program, edition}, at) => ['assess', 'plan', 'compare', 'forecast', ...(JSON.parse(documents[at]).cycle ? ['timeline'] : [])].map((name) => `${name} ${program} ${edition}`));
const functions = ['assess', 'check', 'compare', 'forecast', 'plan', 'programs', 'timeline'];

/** All; of the plans, which take most of the time, a slow engine is asked one for each edition. */
const asked_of = (slow) => (slow ? [...golden.filter(({name}) => name !== 'plan'), ...first_of_each(golden.filter(({name}) => name === 'plan'))] : golden);

for (const {build, address, slow} of builds) {
  test(`${build}: its engine answers the golden requests with the frozen bytes`, (context) => with_host(address(), async (page) => {
    const asked = asked_of(slow);
    assert.deepEqual([...new Set(asked.map(({name}) => name))].sort(), functions);
    assert.deepEqual(expected.filter((of) => !asked.some((one) => one.of === of)), []);
    await shown(page);
    const replies = await page.evaluate(async ({documents, asked}) => {
      const element = document.querySelector('shop-gauge');
      await element.actions.open_desk();
      const engine = element.full_engine;
      for (const text of documents) if (!JSON.parse(engine.load(text)).ok) throw new Error(engine.load(text));
      return asked.map(({name, text}) => engine[name](text));
    }, {documents, asked: asked.map(({name, text}) => ({name, text}))});
    const different = asked.filter(({reply}, at) => reply !== replies[at]);
    assert.deepEqual(different.slice(0, 3).map(({name, text}) => `${name} ${text.slice(0, 300)}`), [], `${different.length} of ${asked.length}`);
    context.diagnostic(`${replies.length} of ${golden.length} golden requests, ${new Set(asked.map(({of}) => of)).size} pairs of function and edition: the frozen bytes`);
  }));
}

const part_names = ['date', 'until', 'enrolment', 'profile', 'metrics', 'given', 'months', 'checks', 'choices'];
const has_text = (value) => Object.values(value ?? {}).some((item) => typeof item === 'string' || (typeof item === 'object' && has_text(item)));

/** Requests with days that there are not: the field says so in the console, the engine in its reply. */
const is_no_day = (text) => text.includes('does not conform to the required format, "yyyy-MM-dd"');

/** Requests of golden ones that properties can give, each with the day that the element would else take from the clock. */
const by_properties = golden.flatMap(({name, request, of}) => {
  const {program, edition, ...parts} = request;
  // A text is what a seller types: "30" is a number there, and a fault in a request.
  const is_ours = ['assess', 'timeline'].includes(name) && expected.includes(of) &&
      Object.keys(parts).every((part) => part_names.includes(part)) && !has_text(parts.metrics) && !has_text(parts.given);
  if (!is_ours || (name === 'timeline' && !parts.until)) return [];
  return [{name, request: name === 'assess' ? {date: '2026-11-22', ...request} : request, of}];
});

for (const [at, {build, address}] of builds.entries()) {
  test(`${build}: replies through the element are the command's, byte for byte`, (context) => with_host(address(), async (page) => {
    // Each build has the first of each function and edition, and of the others a share of its own.
    const firsts = first_of_each(by_properties);
    const asked = [...firsts, ...by_properties.filter((one) => !firsts.includes(one)).filter((_, number) => number % 16 === 4 * at)];
    assert.deepEqual(expected.filter((of) => /^(assess|timeline) /.test(of) && !asked.some((one) => one.of === of)), []);
    const native = await commandReplies(asked.map(({name, request}) => ({name, text: JSON.stringify(request)})));
    await shown(page);
    const different = [];
    let compared = 0;
    let refused = 0;
    for (const [number, {name, request: {program, edition, ...parts}}] of asked.entries()) {
      // Values of another kind are none in a request's shapes: the form makes what it can of them.
      if (/"code":"(metric|profile|request)\.type"/.test(native[number])) continue;
      const got = await page.evaluate(async ({name, program, edition, parts}) => {
        document.getElementById('asked')?.remove();
        const element = Object.assign(document.createElement('shop-gauge'), {id: 'asked', program, edition, lang: 'en'}, parts);
        const told = new Promise((done) => element.addEventListener('shopgauge-change', done, {once: true}));
        document.body.prepend(element);
        await told;
        return JSON.stringify(element.reply[name]);
      }, {name, program, edition, parts});
      compared += 1;
      if (!JSON.parse(native[number]).ok) refused += 1;
      if (got !== native[number]) different.push(`${name} ${JSON.stringify(asked[number].request)}\n  ${got}\n  ${native[number]}`);
    }
    assert.deepEqual(different.slice(0, 3), [], `${different.length} of ${asked.length}`);
    assert.ok(compared > 40 && refused > 0 && refused < compared / 2, `${compared} compared, ${refused} refused`);
    context.diagnostic(`${compared} requests by properties, ${refused} refused: the command's bytes`);
  }, {wrong_is: is_no_day}));

  test(`${build}: golden forecasts in its worker come with the frozen bytes`, () => with_host(address(), async (page) => {
    const named = ({program, edition, feeds = []}) => typeof program === 'string' && edition !== undefined && feeds.every(named);
    const asked = first_of_each(golden.filter(({name, request, reply}) => name === 'forecast' && named(request) && JSON.parse(reply).ok)).filter((_, number) => number % 6 === 0);
    assert.ok(asked.length >= 3);
    await shown(page);
    for (const {text, reply} of asked) {
      const got = await page.evaluate(async (text) => {
        let standstill = false;
        const reply = await document.querySelector('shop-gauge').forecast(text, {on_standstill: () => (standstill = true)});
        return {reply, standstill};
      }, text);
      assert.ok(got.reply === reply && !got.standstill, text.slice(0, 300));
    }
  }));
}
