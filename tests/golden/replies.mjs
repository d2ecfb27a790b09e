// The golden requests, and the replies of the command and of the page's WebAssembly to them.
import {execFile, execFileSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

export const folder = fileURLToPath(new URL('.', import.meta.url));
export const root = resolve(folder, '../..');

export async function readLines(name) {
  const text = await readFile(join(folder, name), 'utf8');
  return text.split('\n').slice(0, -1);
}

// What is compared, but not frozen.
export function caseLines() {
  const printed = execFileSync('python3', [join(folder, 'make.py'), '--cases'], {encoding: 'utf8', maxBuffer: 1 << 28});
  return printed.split('\n').slice(0, -1);
}

// A request goes to the engine as it stands in its line, not as JavaScript would print its numbers.
export function parseRequest(line) {
  const {function: name, text} = JSON.parse(line);
  const begin = line.indexOf('"request":') + '"request":'.length;
  return {name, text: text === undefined ? line.slice(begin, -1) : text};
}

function runCommand(command, {name, text}) {
  return new Promise((done, fail) => {
    const child = execFile(command, [name, '--json', '-'], {maxBuffer: 1 << 26}, (error, out, err) => {
      // Status 1: the reply says ok false.
      if (error && error.code !== 1) {
        fail(new Error(`${name}: ${error.message}\n${err}`));
      } else {
        done(out.slice(0, -1));
      }
    });
    child.stdin.end(text);
  });
}

// One process for each request, two at a time.
export async function commandReplies(requests, command = join(root, 'build/release/shopgauge')) {
  const replies = new Array(requests.length);
  let next = 0;
  const worker = async () => {
    while (next < requests.length) {
      const index = next++;
      replies[index] = await runCommand(command, requests[index]);
    }
  };
  await Promise.all([worker(), worker()]);
  return replies;
}

// The documents that the command carries, from the list in core/cli/CMakeLists.txt.
async function shippedDocuments() {
  const list = await readFile(join(root, 'core/cli/CMakeLists.txt'), 'utf8');
  const names = [...list.matchAll(/\.\.\/programs\/([\w./-]+\.json)/g)].map((found) => found[1]);
  return Promise.all(names.map((name) => readFile(join(root, 'core/programs', name), 'utf8')));
}

// An engine for browsers with the shipped documents: `shopgauge_full`, the lean `shopgauge`, or `shopgauge_js`, which has no .wasm.
export async function engineWithDocuments(name, build = join(root, 'build/wasm/wasm')) {
  const {default: factory} = await import(pathToFileURL(join(build, `${name}.js`)));
  const binary = name === 'shopgauge_js' ? {} : {wasmBinary: await readFile(join(build, `${name}.wasm`))};
  const engine = await factory(binary);
  const documents = await shippedDocuments();
  if (documents.length === 0) {
    throw new Error('core/cli/CMakeLists.txt lists no documents');
  }
  for (const document of documents) {
    const reply = engine.load(document);
    if (!reply.startsWith('{"ok":true')) {
      throw new Error(reply);
    }
  }
  return engine;
}

// The replies of one of them; null for what the lean one does not offer.
export async function wasmReplies(requests, name, build) {
  const engine = await engineWithDocuments(name, build);
  const offers = ({name, text}) => engine.check || (engine[name] && !/"program" *: *\{/.test(text));
  return requests.map((request) => (offers(request) ? engine[request.name](request.text) : null));
}
