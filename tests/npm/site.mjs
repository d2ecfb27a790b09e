// Serves the folder in which the package is installed, and opens Chromium on it. A console error, a broken policy or a request to
// anywhere else fails the test.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, extname, join} from 'node:path';
import {open_browser} from '../../web/scripts/serve.mjs';

/** On purpose none for .wasm: many servers have none. */
const types = {'.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.css': 'text/css'};

/** The folder over HTTP, each page under the policy that `policies` has for its path. */
export async function serve(folder, policies = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, {'content-type': types[extname(path)] ?? 'application/octet-stream', ...(policies[path] ? {'content-security-policy': policies[path]} : {})});
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {origin: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((closed) => server.close(closed))};
}

export function write_files(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
}

/** Writes `files` into the folder and runs `body` with `open(address)`, a page, and the site's `origin`. */
export async function with_site(folder, files, body, policies = {}) {
  write_files(folder, files);
  const site = await serve(folder, policies);
  const browser = await open_browser();
  const wrong = [];
  const asked = [];
  const open = async (address) => {
    const page = await browser.newPage();
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => wrong.push(`page: ${error.message}`));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    return page;
  };
  try {
    await body({open, origin: site.origin, asked, wrong});
    assert.deepEqual(wrong, []);
    assert.deepEqual(asked.filter((url) => !/^(file|data|blob|about):/.test(url) && !url.startsWith(`${site.origin}/`)), []);
  } finally {
    await browser.close();
    await site.stop();
  }
}
