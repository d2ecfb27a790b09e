// Writes dist/worker.js: src/shell/worker.js with the list of all built files, each by its content.
import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../src/shell/worker.js', import.meta.url));

/** What every visit needs, kept from the start; documents and the full engine are kept once they are used. Scripts for other pages are not. */
const at_first = /^(index\.html|icon\.svg|(?!configure|shopgauge[-.])[\w.-]+\.js|engine\/shopgauge\.(js|wasm)|programs\/index\.json|(texts|tools)\/.*)$/;

const hash_of = (content) => createHash('sha256').update(content).digest('hex');

export async function write_worker(dist) {
  const found = (await readdir(dist, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1)).filter((path) => path !== 'worker.js').sort();
  const files = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, hash_of(await readFile(join(dist, path)))])));
  const text = await readFile(source, 'utf8');
  const code = text.replace('{/* files */}', JSON.stringify(files)).replace('[/* at first */]', JSON.stringify(paths.filter((path) => at_first.test(path))));
  if (code === text) throw new Error('src/shell/worker.js has no place for the list of files');
  await writeFile(join(dist, 'worker.js'), code.replace('/* version */', hash_of(JSON.stringify(files)).slice(0, 16)));
}
