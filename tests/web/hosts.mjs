// Pages of other people, as tests/web/hosts/ has them, with the builds of one file (build/single/) beside them: served, or from the disk.
// Those that are plain.html under a policy or with other scripts are rows of hosts/policies.json. To try them by hand: node tests/web/hosts.mjs
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {open_browser} from '../../web/scripts/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = {hosts: join(root, 'tests/web/hosts'), single: join(root, 'build/single'), dist: join(root, 'web/dist')};
const kinds = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml'};

/** Pages that no file holds: {name: {policy, scripts}}. */
const rows = JSON.parse(readFileSync(join(folders.hosts, 'policies.json'), 'utf8'));

/** plain.html with what its row says. */
function made_page(name) {
  const {policy, scripts} = rows[name];
  const parts = {
    '<title>plain</title>': `<title>${name}</title>${policy ? `\n    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">` : ''}`,
    '<script src="../single/shopgauge.single.js"></script>': scripts.map((script) => `<script src="../single/${script}"></script>`).join('\n    '),
  };
  return Object.entries(parts).reduce((page, [part, own]) => {
    assert.ok(page.includes(part), `plain.html has no ${part}`);
    return page.replace(part, own);
  }, readFileSync(join(folders.hosts, 'plain.html'), 'utf8'));
}

async function content_of(folder, path) {
  const [name] = folder === 'hosts' && path.length === 1 ? path[0].split('.html') : [];
  if (Object.hasOwn(rows, name)) return made_page(name);
  const file = join(folders[folder] ?? '', ...path);
  return folders[folder] && !path.includes('..') && extname(file) && existsSync(file) ? readFile(file) : undefined;
}

let server;
let browser;
let disk;

async function serve_hosts() {
  server = createServer(async ({url}, answer) => {
    const [, folder, ...path] = decodeURIComponent(new URL(url, 'http://host').pathname).split('/');
    const content = await content_of(folder, path);
    if (content === undefined) return answer.writeHead(404).end();
    answer.writeHead(200, {'content-type': kinds[extname(path.at(-1))] ?? 'text/plain', 'access-control-allow-origin': '*'}).end(content);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
}

export async function set_up() {
  await serve_hosts();
  disk = await mkdtemp(join(tmpdir(), 'shopgauge-'));
  for (const folder of ['hosts', 'single']) await cp(folders[folder], join(disk, folder), {recursive: true});
  for (const name of Object.keys(rows)) await writeFile(join(disk, `hosts/${name}.html`), made_page(name));
  browser = await open_browser();
}

export async function tear_down() {
  await browser?.close();
  await new Promise((done) => server.close(done));
  await rm(disk, {recursive: true});
}

export const served = (path) => `http://127.0.0.1:${server.address().port}/${path}`;
export const from_disk = (path) => pathToFileURL(join(disk, path)).href;

/** Opens a page; what it says in the console, throws, breaks of a policy or asks for is kept, and after `body` nothing may have gone wrong. `before` sees the empty browser. */
export async function with_host(address, body, {viewport = {width: 1280, height: 900}, scheme = 'light', scripts = true, wrong_is = () => false, before = async () => {}} = {}) {
  const context = await browser.newContext({viewport, colorScheme: scheme, locale: 'en-GB', reducedMotion: 'reduce', javaScriptEnabled: scripts});
  await before(context);
  const page = await context.newPage();
  const [wrong, requests] = [[], []];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  try {
    await page.goto(address);
    await body(page, {requests, wrong, context});
    assert.deepEqual(wrong.filter((text) => !wrong_is(text)), []);
  } finally {
    await context.close();
  }
}

/** Waits for the first result, in a page or a frame. */
export const shown = (frame, selector = 'shop-gauge') => frame.locator(`${selector} .page`).waitFor();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve_hosts();
  const files = (await readdir(folders.hosts)).filter((name) => name.endsWith('.html'));
  // The others are given addresses by host_pages.mjs.
  const whole = files.filter((name) => !readFileSync(join(folders.hosts, name), 'utf8').includes('{base}'));
  for (const name of [...whole, ...Object.keys(rows).map((row) => `${row}.html`)].sort()) console.log(served(`hosts/${name}`));
}
