// Native = WebAssembly = frozen, byte for byte; cases and documents are not frozen, for them native is the measure.
// Usage: node tests/golden/compare.mjs [COMMAND [FOLDER OF shopgauge.js]]
import {caseLines, commandReplies, parseRequest, readLines, wasmReplies} from './replies.mjs';

const [command, build] = process.argv.slice(2);
const golden = await readLines('requests.ndjson');
const lines = [...golden, ...caseLines()];
const requests = lines.map(parseRequest);
const replies = {
  native: await commandReplies(requests, command),
  'WebAssembly (full)': await wasmReplies(requests, 'shopgauge_full', build),
  'WebAssembly (lean)': await wasmReplies(requests, 'shopgauge', build),
};
const stored = await readLines('replies.ndjson');
const frozen = [...stored, ...replies.native.slice(golden.length)];

const kShown = 5;
const kAround = 60;

// The first place at which two texts part, with some text around it.
function parting(got, want) {
  let at = 0;
  while (at < got.length && got[at] === want[at]) {
    ++at;
  }
  const cut = (text) => JSON.stringify(text.slice(Math.max(0, at - kAround), at + kAround));
  return `  at ${at}\n  got    ${cut(got)}\n  frozen ${cut(want)}`;
}

let different = 0;
for (const [world, got] of Object.entries(replies)) {
  for (let i = 0; i < lines.length; ++i) {
    if (got[i] !== null && got[i] !== frozen[i] && ++different <= kShown) {
      console.error(`${world} differs, line ${i + 1}: ${lines[i].slice(0, 300)}\n${parting(got[i], frozen[i] ?? '')}`);
    }
  }
}
if (stored.length !== golden.length) {
  console.error(`${golden.length} requests, but ${stored.length} frozen replies`);
  ++different;
}
if (different > 0) {
  console.error(`${different} differences. If they are meant: tests/golden/update, which shows them.`);
  process.exit(1);
}
const lean = replies['WebAssembly (lean)'].filter((reply) => reply !== null).length;
if (lean < golden.length / 2) throw new Error(`the lean engine answered only ${lean} requests`);
console.log(`${lines.length} replies identical in native and WebAssembly, ${lean} of them by the lean engine too, ${golden.length} frozen`);
