// Lays out what was built for a static host: the page at the root, the same files for embedders under an address that never
// changes, the documentation, what is downloaded, and how the host must serve it. usage: node scripts/lib/package.mjs OUT
import {createHash} from 'node:crypto';
import {copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {as_headers_file, host_headers} from './headers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = path.resolve(process.argv[2]);
const site = path.join(out, 'site');

const digest = (algorithm, data, encoding) => createHash(algorithm).update(data).digest(encoding);

/** All files below a folder, in one order everywhere. */
const files_in = (folder) => readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))).sort();

function need(from) {
  if (!existsSync(path.join(root, from))) throw new Error(`${from} is not built`);
  return path.join(root, from);
}

function copy(from, to) {
  mkdirSync(path.dirname(to), {recursive: true});
  cpSync(need(from), to, {recursive: true});
}

/** Version, and what the files are: another build of the same version has another address. */
function address_of(folder, version) {
  const whole = createHash('sha256');
  for (const name of files_in(folder)) whole.update(`${name}\n${digest('sha256', readFileSync(path.join(folder, name)), 'hex')}\n`);
  return `v/${version}-${whole.digest('hex').slice(0, 12)}`;
}

/** What an author puts into `integrity`. */
const integrity = (address) => Object.fromEntries(files_in(path.join(site, address)).filter((name) => /\.(js|wasm)$/.test(name))
  .map((name) => [`${address}/${name}`, `sha384-${digest('sha384', readFileSync(path.join(site, address, name)), 'base64')}`]));

const json = (value) => `${JSON.stringify(value, undefined, 1)}\n`;

rmSync(out, {recursive: true, force: true});
const [, version] = readFileSync(need('CMakeLists.txt'), 'utf8').match(/^project\(ShopGauge VERSION ([\d.]+)/m);
copy('web/dist', site);
const address = address_of(site, version);
copy('web/dist', path.join(site, address));
copy('build/docs/site', path.join(site, 'docs'));
// Without a page for what is missing, some hosts answer every unknown address with the calculator.
copy('build/docs/site/404.html', path.join(site, '404.html'));
copy('build/single/shopgauge.html', path.join(site, 'shopgauge.html'));
copyFileSync(need(`build/npm/shopgauge-${version}.tgz`), path.join(out, `shopgauge-${version}.tgz`));

const rules = host_headers(site, address);
writeFileSync(path.join(site, '_headers'), as_headers_file(rules));
for (const folder of [out, site]) writeFileSync(path.join(folder, 'release.json'), json({version, address, headers: Object.fromEntries(rules), integrity: integrity(address)}));
const sums = files_in(out).map((name) => `${digest('sha256', readFileSync(path.join(out, name)), 'hex')}  ${name}\n`);
writeFileSync(path.join(out, 'SHA256SUMS'), sums.join(''));
console.log(`${path.relative(root, out)}: ${sums.length} files, ${address}`);
