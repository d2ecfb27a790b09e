// Memory does not grow: after 10,000 recomputes, and after 200 elements that came and went, what lives in JavaScript, in the document and in
// the engine is what it was. Measured after collecting garbage, as the inspector tells it.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {served, set_up, shown, tear_down, with_host} from './hosts.mjs';

before(set_up);
after(tear_down);

/** What may come and go between two looks: code that the engine of scripts compiles, caches of a browser. In bytes. */
const slack = 1_500_000;

async function look(page, inspector) {
  for (let round = 0; round < 3; ++round) await inspector.send('HeapProfiler.collectGarbage');
  const {usedSize} = await inspector.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners} = await inspector.send('Memory.getDOMCounters').then(({nodes, jsEventListeners}) => ({nodes, jsEventListeners}));
  const engine = await page.evaluate(() => window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return {usedSize, nodes, jsEventListeners, engine};
}

/** Opens a page that keeps hold of the memory of each engine that starts in it. */
const with_memory = (body) => with_host('about:blank', async (page, {context}) => {
  await page.addInitScript(() => {
    window.memories = [];
    const {instantiate, instantiateStreaming} = WebAssembly;
    const keep = (result) => {
      memories.push(...Object.values((result.instance ?? result).exports).filter((item) => item instanceof WebAssembly.Memory));
      return result;
    };
    WebAssembly.instantiate = (...given) => instantiate(...given).then(keep);
    if (instantiateStreaming) WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(keep);
  });
  await page.goto(served('hosts/column.html'));
  await shown(page);
  await page.waitForFunction(() => document.querySelector('shop-gauge').reply.assess);
  const inspector = await context.newCDPSession(page);
  await inspector.send('HeapProfiler.enable');
  await body(page, inspector);
});

function assert_flat(first, last) {
  const shown = JSON.stringify({first, last});
  assert.ok(first.engine > 0, 'the memory of the engine was found');
  assert.equal(last.engine, first.engine, shown);
  assert.ok(last.usedSize - first.usedSize < slack, shown);
  assert.ok(last.nodes - first.nodes < 500, shown);
  assert.ok(last.jsEventListeners - first.jsEventListeners < 100, shown);
}

test('10,000 recomputes', {timeout: 280_000}, () => with_memory(async (page, inspector) => {
  const recompute = (times) => page.evaluate(async (times) => {
    const element = document.querySelector('shop-gauge');
    const {actions} = element.view();
    for (let at = 0; at < times; ++at) {
      actions.commit('g.goods', String(50 + (at % 50)));
      // Drawn now and then, as in a page that is typed into.
      if (at % 20 === 0) await element.updateComplete;
    }
    await element.updateComplete;
    return element.reply.assess.ok;
  }, times);
  assert.equal(await recompute(2000), true);
  const first = await look(page, inspector);
  assert.equal(await recompute(10_000), true);
  assert_flat(first, await look(page, inspector));
}));

test('200 elements that come and go', {timeout: 280_000}, () => with_memory(async (page, inspector) => {
  const mount = (times) => page.evaluate(async (times) => {
    document.querySelector('shop-gauge').remove();
    for (let at = 0; at < times; ++at) {
      const element = Object.assign(document.createElement('shop-gauge'), {
        program: at % 2 ? 'douyin-experience-score' : 'douyin-flagship', edition: at % 2 ? '2026-09-08' : '2026-06-02', lang: at % 3 ? 'en' : 'zh-CN', metrics: at % 2 ? {valid_paid_orders: 900} : {},
      });
      const told = new Promise((done) => element.addEventListener('shopgauge-change', done, {once: true}));
      document.body.prepend(element);
      await told;
      await new Promise((done) => setTimeout(done, 20));
      element.remove();
    }
    document.body.append(document.createElement('shop-gauge'));
  }, times);
  await mount(20);
  const first = await look(page, inspector);
  await mount(200);
  assert_flat(first, await look(page, inspector));
}));
