// What scripts/package makes, served as its headers say: the page, the element on somebody else's page, the frame, the sums.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {deflateSync} from 'node:zlib';
import {open_browser} from '../../web/scripts/serve.mjs';

const out = fileURLToPath(new URL('../../build/package/', import.meta.url));
const release = JSON.parse(readFileSync(`${out}release.json`, 'utf8'));

const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml'};

/** The rules of `_headers`: [pattern, {name: value}]. */
function read_headers() {
  const rules = [];
  for (const line of readFileSync(`${out}site/_headers`, 'utf8').split('\n')) {
    if (line.startsWith('/')) rules.push([line, {}]);
    else if (line) {
      const [, name, value] = line.match(/^ {2}([\w-]+): (.*)$/);
      rules.at(-1)[1][name] = value;
    }
  }
  return rules;
}

const rules = read_headers();

/** `*` stands for anything, `:name` for one part of an address, as Netlify and Cloudflare Pages have it. */
const as_form = (where) => new RegExp(`^${where.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replace(/:[A-Za-z]\w*/g, '[^/]+')}$`);
const forms = rules.map(([where, headers]) => ({form: as_form(where), headers}));

/** Every name that any rule sets for an address, with all its values. */
function values_for(address) {
  const all = {};
  for (const {form, headers} of forms) if (form.test(address)) for (const [name, value] of Object.entries(headers)) (all[name] ??= []).push(value);
  return all;
}

/** What these hosts send: equal names are joined. */
const headers_for = (address) => Object.fromEntries(Object.entries(values_for(address)).map(([name, values]) => [name, values.join(', ')]));

const listen = (answer) => new Promise((resolve) => {
  const server = createServer(answer).listen(0, '127.0.0.1', () => resolve({origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close()}));
});

const files = readdirSync(`${out}site`, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  .map((entry) => path.relative(`${out}site`, path.join(entry.parentPath ?? entry.path, entry.name)));

/** A file's own address, and those that hosts serve a page by besides. */
const addresses_of = (file) => (file.endsWith('.html') ? [file, file.slice(0, -'.html'.length), file.replace(/(^|(?<=\/))index\.html$/, '')] : [file]).map((name) => `/${name}`);
const at_addresses = new Map(files.flatMap((file) => addresses_of(file).map((address) => [address, file])));

function serve_site() {
  return listen(({url}, response) => {
    const address = decodeURIComponent(new URL(url, 'http://host').pathname);
    const file = at_addresses.get(address) ?? '404.html';
    const status = at_addresses.has(address) ? 200 : 404;
    return response.writeHead(status, {'Content-Type': types[path.extname(file)] ?? 'text/plain', ...headers_for(address)}).end(readFileSync(`${out}site/${file}`));
  });
}

let site;
let host;
let browser;
let body = '';
let policy = '';
before(async () => {
  site = await serve_site();
  host = await listen((_, response) => response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy}).end(`<!doctype html><html lang="en"><title>Help</title><body>${body}`));
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  site?.stop();
  host?.stop();
});

async function with_page(address, look) {
  const context = await browser.newContext({serviceWorkers: 'block'});
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(address);
  await look(page);
  assert.deepEqual(wrong.filter((text) => !text.includes('Service Worker registration blocked')), []);
  await context.close();
}

const reading = 'v=1&program=douyin-experience-score&edition=2026-09-08&m.valid_paid_orders=4000&g.goods=69&g.logistics=99&g.service=85&lang=en';

test('every sum is right, and every file has one', () => {
  const lines = readFileSync(`${out}SHA256SUMS`, 'utf8').trim().split('\n').map((line) => line.split('  '));
  assert.ok(lines.length > 200);
  for (const [sum, name] of lines) assert.equal(createHash('sha256').update(readFileSync(out + name)).digest('hex'), sum, name);
});

test('the page works with the headers that it is to be served with', () => with_page(`${site.origin}/#${reading}`, async (page) => {
  await page.locator('shop-gauge .answer .result').waitFor();
  assert.match(await page.locator('shop-gauge .answer').innerText(), /80/);
}));

test('the hosts take every rule: no more than 100, short lines, one star each', () => {
  assert.ok(rules.length <= 100, `${rules.length} rules`);
  assert.equal(new Set(rules.map(([where]) => where)).size, rules.length);
  for (const [where] of rules) assert.ok(where.split('*').length <= 2, where);
  for (const line of readFileSync(`${out}site/_headers`, 'utf8').split('\n')) assert.ok(line.length <= 2000, line);
  assert.deepEqual(Object.fromEntries(rules), release.headers);
});

test('no two rules set one header of one address', () => {
  for (const address of at_addresses.keys()) {
    for (const [name, values] of Object.entries(values_for(address))) assert.equal(values.length, 1, `${address}: ${name}: ${values.join(' | ')}`);
  }
});

test('what is named by its content is kept, all else is asked for again', () => {
  const kept = /^\/(v\/|docs\/assets\/)/;
  for (const [address, file] of at_addresses) {
    assert.equal(headers_for(address)['Cache-Control'], kept.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache', address);
    if (file.startsWith('docs/assets/')) assert.match(file, /\.[\w-]{8,}(\.lean)?\.\w+$/);
  }
});

test('only the page for frames is framed by others, of every release, by whatever address', () => {
  const pages = [...at_addresses].filter(([, file]) => file.endsWith('.html'));
  assert.ok(pages.length > 100);
  for (const [address, file] of pages) {
    const whom = path.basename(file) === 'embed.html' ? '*' : "'self'";
    assert.equal(headers_for(address)['Content-Security-Policy'], `frame-ancestors ${whom}`, address);
    assert.match(readFileSync(`${out}site/${file}`, 'utf8'), /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /, file);
  }
});

test('releases that were put there before are served as this one', () => {
  const before = 'v/0.0.9-0123456789ab';
  for (const address of [...at_addresses.keys()].filter((one) => one.startsWith(`/${release.address}/`))) {
    assert.deepEqual(headers_for(address.replace(release.address, before)), headers_for(address), address);
  }
});

test('what is not there is said to be missing', async () => {
  const response = await fetch(`${site.origin}/v/0.0.1-000000000000/index.html`);
  assert.equal(response.status, 404);
  assert.match(await response.text(), /<title>404/);
});

test('the configurator and its preview work with the headers', () => with_page(`${site.origin}/configure.html`, async (page) => {
  const preview = page.locator('iframe.preview');
  await preview.scrollIntoViewIfNeeded();
  await preview.contentFrame().frameLocator('iframe').locator('shop-gauge .page').waitFor();
}));

test('the element works on a page of another origin, its script held to its integrity', async () => {
  const script = `${release.address}/shop-gauge.js`;
  body = `<script type="module" crossorigin src="${site.origin}/${script}" integrity="${release.integrity[script]}"></script>
    <shop-gauge program="douyin-experience-score" edition="2026-09-08" lang="en"></shop-gauge>`;
  policy = `default-src 'none'; script-src ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin}`;
  await with_page(host.origin, async (page) => {
    await page.locator('shop-gauge .form [data-action="example"]').click();
    await page.locator('shop-gauge .answer .result').waitFor();
  });
  const response = await fetch(`${site.origin}/${script}`);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.match(response.headers.get('cache-control'), /immutable/);
});

test('the frame works on a page of another origin, in a sandbox', async () => {
  body = `<iframe sandbox="allow-scripts" width="600" height="600" src="${site.origin}/${release.address}/embed.html#${reading}"></iframe>`;
  policy = `default-src 'none'; frame-src ${site.origin}`;
  await with_page(host.origin, async (page) => {
    await page.frameLocator('iframe').locator('shop-gauge .answer .result').waitFor();
  });
});

test('the saved file is there, and works', () => with_page(`${site.origin}/shopgauge.html#${reading}`, async (page) => {
  await page.locator('shop-gauge .answer .result').waitFor();
}));

test('the documentation leads to the calculator', () => with_page(`${site.origin}/docs/`, async (page) => {
  await page.getByRole('link', {name: '打开计算器'}).first().click();
  await page.locator('shop-gauge .page').waitFor();
}));

const root = fileURLToPath(new URL('../../', import.meta.url));
const read_site = (name) => readFileSync(`${out}site/${name}`, 'utf8');
const as_words = (text) => text.replace(/\s+/g, ' ').trim();

const licence_of = (folder) => readFileSync(path.join(folder, readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))), 'utf8');

/** Packages as they are installed: {name, terms}. */
function installed(folder, names) {
  return names.map((name) => {
    const {version, license} = JSON.parse(readFileSync(`${root}${folder}/node_modules/${name}/package.json`, 'utf8'));
    return {name: `\n${name} ${version} (${license})\n`, terms: as_words(licence_of(`${root}${folder}/node_modules/${name}`))};
  });
}

function assert_named(text, packages) {
  for (const {name, terms} of packages) {
    assert.ok(text.includes(name), name);
    assert.ok(as_words(text).includes(terms), `the terms of ${name}`);
  }
}

test('whose code is inside is said: beside the page, for embedders, in the saved file, with the documentation', () => {
  const {dependencies} = JSON.parse(readFileSync(`${root}web/package.json`, 'utf8'));
  const of_page = installed('web', [...Object.keys(dependencies), 'lit-html', 'lit-element', '@lit/reactive-element']);
  for (const name of ['NOTICES.txt', `${release.address}/NOTICES.txt`, 'shopgauge.html']) {
    const text = read_site(name);
    assert_named(text, of_page);
    for (const library of [/^nlohmann_json \d[\d.]+\n/m, /^Emscripten \d/m, /^musl of /m, /^libc\+\+ of /m, /^libc\+\+abi of /m, /^compiler-rt of /m]) assert.match(text, library, name);
    for (const holder of ['Niels Lohmann', 'Florian Loitsch', 'Bjoern Hoehrmann', 'The Emscripten Authors', 'Rich Felker', 'Howard Hinnant']) assert.ok(text.includes(holder), `${holder} in ${name}`);
  }
  assert.match(read_site('shopgauge.html'), /<\/html>\s*<!--\nShopGauge [^]*-->\n$/);
  assert_named(read_site('docs/NOTICES.txt'), installed('docs/site', ['vitepress', 'vue', '@vue/runtime-core', 'minisearch', 'focus-trap', 'tabbable', 'mark.js']));
  assert.equal(read_site('LICENSE.txt'), readFileSync(`${root}LICENSE`, 'utf8'));
});

test('every build says its version first, the one that its engine replies with', async () => {
  const first_line = `/*! shopgauge ${release.version} | Apache-2.0 | NOTICES.txt */\n`;
  for (const name of ['shop-gauge.js', 'configure.js', 'shopgauge.single.js', 'shopgauge.single.nowasm.js', 'shopgauge-resize.js', 'shopgauge-frame.js']) {
    for (const folder of ['', `${release.address}/`]) assert.ok(read_site(folder + name).startsWith(first_line), folder + name);
  }
  assert.ok(read_site('shopgauge.html').startsWith(`<!doctype html>\n<!-- shopgauge ${release.version} | Apache-2.0 | NOTICES.txt: at the end -->\n`));
  const engine = deflateSync(readFileSync(`${out}site/engine/shopgauge_full.wasm`), {level: 9}).toString('base64');
  for (const name of ['shopgauge.single.js', 'shopgauge.html']) assert.ok(read_site(name).includes(engine), `${name} has another engine`);
  await with_page(`${site.origin}/`, async (page) => {
    const replied = await page.evaluate(async () => {
      const {default: start} = await import('/engine/shopgauge_full.js');
      return JSON.parse((await start()).programs('{}')).value.version;
    });
    assert.equal(replied, release.version);
  });
});

test('an address names its content', () => {
  assert.match(release.address, /^v\/\d+\.\d+\.\d+-[0-9a-f]{12}$/);
  assert.ok(existsSync(`${out}site/${release.address}/shop-gauge.js`));
  assert.ok(existsSync(`${out}shopgauge-${release.version}.tgz`));
  assert.equal(read_site('release.json'), readFileSync(`${out}release.json`, 'utf8'));
  for (const name of ['shop-gauge.js', 'shopgauge.single.js', 'shopgauge.single.nowasm.js', 'shopgauge-resize.js']) assert.match(release.integrity[`${release.address}/${name}`], /^sha384-/, name);
});
