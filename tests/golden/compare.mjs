// Native = WebAssembly = frozen, byte for byte. Usage: node tests/golden/compare.mjs [COMMAND [FOLDER OF shopgauge.js]]
import {commandReplies, parseRequest, readLines, wasmReplies} from './replies.mjs';

const [command, build] = process.argv.slice(2);
const lines = await readLines('requests.ndjson');
const frozen = await readLines('replies.ndjson');
const requests = lines.map(parseRequest);
const replies = {native: await commandReplies(requests, command), WebAssembly: await wasmReplies(requests, build)};

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
    if (got[i] !== frozen[i] && ++different <= kShown) {
      console.error(`${world} differs, line ${i + 1}: ${lines[i].slice(0, 300)}\n${parting(got[i], frozen[i] ?? '')}`);
    }
  }
}
if (frozen.length !== lines.length) {
  console.error(`${lines.length} requests, but ${frozen.length} frozen replies`);
  ++different;
}
if (different > 0) {
  console.error(`${different} differences. If they are meant: tests/golden/update, which shows them.`);
  process.exit(1);
}
console.log(`${lines.length} replies identical: native, WebAssembly, frozen`);
