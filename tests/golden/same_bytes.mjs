// The same bytes in every build: random requests, one in five of them damaged, through the native command as debug, release and
// sanitize build it, and through the engine for browsers as WebAssembly and as JavaScript.
// Usage: node tests/golden/same_bytes.mjs [COUNT [SEED]], default 10000 and 1
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {engineWithDocuments, folder, root} from './replies.mjs';

const [count = '10000', seed = '1'] = process.argv.slice(2);
const limits = {encoding: 'utf8', maxBuffer: 1 << 30};
const input = execFileSync('python3', [join(folder, 'same_bytes.py'), count, seed], limits);
const requests = input.split('\n').slice(0, -1);

const batch = (preset) => {
  try {
    return execFileSync(join(root, 'build', preset, 'shopgauge'), ['batch', '-'], {...limits, input}).split('\n').slice(0, -1);
  } catch (failed) {
    // Status 1: some replies say ok false.
    if (failed.status !== 1 || failed.stderr !== '') throw failed;
    return failed.stdout.split('\n').slice(0, -1);
  }
};
const answer = async (name) => {
  const engine = await engineWithDocuments(name);
  return requests.map((request) => engine.answer_line(request));
};

const wanted = batch('release');
const builds = {
  debug: batch('debug'),
  sanitize: batch('sanitize'),
  WebAssembly: await answer('shopgauge_full'),
  JavaScript: await answer('shopgauge_js'),
};

/** The numbers of the lines that differ. */
const differences = (replies) => requests.map((_, at) => at).filter((at) => replies[at] !== wanted[at]);

let different = 0;
for (const [build, replies] of Object.entries(builds)) {
  for (const at of differences(replies).slice(0, 3)) {
    console.error(`${build} differs from release:\n  request ${requests[at].slice(0, 2000)}\n  got     ${replies[at]}\n  release ${wanted[at]}`);
  }
  different += differences(replies).length;
}
const refused = wanted.filter((reply) => reply.startsWith('{"ok":false')).length;
// A comparison that sees nothing, or requests that are all alike, would prove nothing.
const planted = [...builds.JavaScript];
planted[1] = planted[1].replace(/.$/, ' ');
if (requests.length !== Number(count) || wanted.length !== requests.length || differences(planted).length !== differences(builds.JavaScript).length + 1 ||
    refused < requests.length / 10 || refused > requests.length / 2) {
  throw new Error(`${requests.length} requests, ${wanted.length} replies, ${refused} refused: the comparison itself is at fault`);
}
if (different > 0) {
  console.error(`${different} differences, seed ${seed}`);
  process.exit(1);
}
console.log(`${requests.length} random requests, seed ${seed}, ${refused} of them refused: the same bytes in release, ${Object.keys(builds).join(', ')}`);
