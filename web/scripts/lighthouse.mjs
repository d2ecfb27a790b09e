// Visits the built page with Lighthouse, as a phone on a slow line. The files are served compressed, as any host of the page does.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {gzipSync} from 'node:zlib';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import {chromium_path, chromium_switches} from './serve.mjs';

const dist = new URL('../dist/', import.meta.url);
const types = {
  '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain',
  '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};

function answer({url}, response) {
  const path = new URL(url, 'http://host').pathname.slice(1) || 'index.html';
  try {
    const body = gzipSync(readFileSync(new URL(path, dist)));
    response.writeHead(200, {'content-type': types[extname(path)], 'content-encoding': 'gzip'}).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** `visit(address, categories)` gives Lighthouse's result; `stop()` ends browser and server. */
export async function open_lighthouse() {
  const server = createServer(answer).listen(0, '127.0.0.1');
  const browser = await puppeteer.launch({executablePath: chromium_path, args: chromium_switches});
  return {
    async visit(address, categories) {
      const page = await browser.newPage();
      const {lhr} = await lighthouse(`http://127.0.0.1:${server.address().port}/${address}`, {onlyCategories: categories, logLevel: 'error'}, undefined, page);
      await page.close();
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      return lhr;
    },
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
