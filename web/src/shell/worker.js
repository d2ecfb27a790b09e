// Keeps the page on the device, so that it works without a network. scripts/worker.mjs writes the list of files into it. A version is
// kept as a whole: each file is checked against its hash, so that files of two versions are never mixed. A new version waits until
// the page asks it to take over.
const version = '/* version */';
/** Path below the page's folder -> SHA-256 of the file. */
const files = {/* files */};
const first = [/* at first */];

const prefix = 'shopgauge-';
const cache_name = prefix + version;
const folder = new URL('./', self.location).href;
/** Where a cache notes the hashes of its files. */
const list_path = 'worker-files.json';

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function is_right(path, answer) {
  return answer.ok && hex(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer())) === files[path];
}

/** Paths of this version for an address; the folder itself is the page. */
function path_of(address) {
  const {href} = new URL(address.split(/[?#]/)[0]);
  if (!href.startsWith(folder)) return undefined;
  const path = decodeURI(href.slice(folder.length)) || 'index.html';
  return Object.hasOwn(files, path) ? path : undefined;
}

async function older_caches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cache_name);
  return Promise.all(names.map(async (name) => {
    const cache = await caches.open(name);
    const list = await cache.match(folder + list_path);
    return {cache, files: list ? await list.json() : {}, kept: (await cache.keys()).map(({url}) => url.slice(folder.length))};
  }));
}

/** A file that has not changed is taken from the version before. */
async function put(cache, path, older = []) {
  for (const old of older) {
    const same = old.files[path] === files[path] && (await old.cache.match(folder + path));
    if (same) return cache.put(folder + path, same);
  }
  const answer = await fetch(new Request(folder + path, {cache: 'no-cache'}));
  if (!(await is_right(path, answer))) throw new Error(`${path} is not of version ${version}`);
  // A page that came by way of a redirect could not be shown again: only its body is kept.
  return cache.put(folder + path, answer.redirected ? new Response(await answer.blob(), {headers: answer.headers}) : answer);
}

async function install() {
  const cache = await caches.open(cache_name);
  const older = await older_caches();
  const used = older.flatMap(({kept}) => kept).filter((path) => Object.hasOwn(files, path));
  await Promise.all([...new Set([...first, ...used])].map((path) => put(cache, path, older)));
  await cache.put(folder + list_path, new Response(JSON.stringify(files)));
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cache_name);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request, path) {
  const cache = await caches.open(cache_name);
  const kept = await cache.match(folder + path);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (await is_right(path, fresh)) await cache.put(folder + path, fresh.clone());
  return fresh;
}

async function keep(addresses) {
  const cache = await caches.open(cache_name);
  const paths = [...new Set(addresses.map(path_of).filter(Boolean))];
  await Promise.all(paths.map(async (path) => (await cache.match(folder + path)) || put(cache, path).catch(() => {})));
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const {request} = event;
  const path = request.method === 'GET' ? path_of(request.url) : undefined;
  if (path) event.respondWith(answer(request, path));
});
self.addEventListener('message', (event) => {
  if (event.data.take_over) event.waitUntil(self.skipWaiting());
  if (event.data.keep) event.waitUntil(keep(event.data.keep));
});
