// Pages that use the installed package, and the golden requests through them.
import assert from 'node:assert/strict';
import {assert_frozen, requests, version} from './fixture.mjs';

export const dist = 'node_modules/shopgauge/dist';
export const scripts = (...names) => names.map((name) => `<script src="${dist}/${name}"></script>`).join('\n');
export const page = (...parts) => `<!doctype html>\n<title>A page</title>\n<link rel="icon" href="data:,">\n${parts.join('\n')}\n`;

/** What a page has in a file of its own: inline scripts are forbidden here and there. */
export const asks = `
globalThis.ask_all = async (create, requests) => {
  const engine = await create({documents: globalThis.shipped()});
  const replies = [];
  for (const {name, text} of requests) replies.push(await engine.text[name](text));
  engine.close?.();
  return {version: engine.version, replies};
};
`;

/** A page of classic scripts, with what it asks in plain.js. */
export const plain_page = (...names) => page(scripts(...names, 'shopgauge.programs.js'), '<script src="plain.js"></script>');
export const plain = `${asks}globalThis.shipped = shopgauge.shipped;\n`;

/** All golden requests through the function that this expression names in the page. */
export async function assert_corpus(frame, create = 'shopgauge.create') {
  const {version: stamped, replies} = await frame.evaluate(`ask_all(${create}, ${JSON.stringify(requests)})`);
  assert.equal(stamped, version);
  assert_frozen(replies);
}
