// Writes the npm package to build/npm/shopgauge/, packs it to build/npm/shopgauge-<version>.tgz, and prints the sizes.
// Usage: node web/scripts/npm_package.mjs [FOLDER instead of build/npm]. It puts together what scripts/build wasm has linked.
import {execFileSync} from 'node:child_process';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';
import {rolldown} from 'rolldown';
import {document_pieces, engine_pieces, packed, project_version} from './engine_pieces.mjs';
import {build_target} from './floor.mjs';
import {noted_packages, notices_text} from './notices.mjs';
import {stamp} from './stamp.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(root, 'wasm/npm');
const place = resolve(process.argv[2] ?? join(root, 'build/npm'));
const folder = join(place, 'shopgauge');

/** Each file of dist/, with its entry below src/, how it is loaded, the link that it holds, and the script of its worker. A classic script is a CommonJS module too. */
const builds = [
  {file: 'worker_script.js', entry: 'worker_script', format: 'iife'},
  {file: 'nowasm_worker_script.js', entry: 'nowasm_worker_script', format: 'iife', glue: 'glue_js'},
  {file: 'index.mjs', entry: 'index', format: 'es'},
  {file: 'shopgauge.js', entry: 'index', format: 'umd'},
  {file: 'nowasm.mjs', entry: 'nowasm', format: 'es', glue: 'glue_js'},
  {file: 'shopgauge.nowasm.js', entry: 'nowasm', format: 'umd', glue: 'glue_js'},
  {file: 'wasm.mjs', entry: 'wasm', format: 'es'},
  {file: 'wasm.cjs', entry: 'wasm', format: 'cjs'},
  {file: 'worker.mjs', entry: 'worker', format: 'es'},
  {file: 'shopgauge.worker.js', entry: 'worker', format: 'umd'},
  {file: 'nowasm_worker.mjs', entry: 'worker', format: 'es', script: 'nowasm_worker_script'},
  {file: 'shopgauge.nowasm_worker.js', entry: 'worker', format: 'umd', script: 'nowasm_worker_script'},
  {file: 'programs.mjs', entry: 'programs', format: 'es'},
  {file: 'shopgauge.programs.js', entry: 'programs', format: 'umd'},
];

const wasm_address = {
  es: "export default () => new URL('./shopgauge.wasm', import.meta.url).href;",
  cjs: "export default () => require('node:url').pathToFileURL(`${__dirname}/shopgauge.wasm`).href;",
};

const as_module = (value) => `export default ${JSON.stringify(value)};`;

/** Resolves `piece:NAME` to the text of a module. */
const pieces_plugin = (texts) => ({
  name: 'pieces',
  resolveId: (id) => (id.startsWith('piece:') ? {id, moduleSideEffects: false} : undefined),
  load: (id) => (id.startsWith('piece:') ? texts[id.slice('piece:'.length)] : undefined),
});

const noted = noted_packages();

/** Node shows the whole line from which an error comes, so it must not be all. The largest files do without. */
const with_lines = {compress: true, mangle: true, codegen: {removeWhitespace: false}};

/** A page that does not say how it is written would read a classic script's Chinese wrongly. */
const in_ascii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

async function write_script({file, entry, format, glue = 'glue', script = 'worker_script'}, pieces) {
  const texts = {...pieces, glue: pieces[glue], worker_script: pieces[script], wasm_address: wasm_address[format]};
  const bundle = await rolldown({
    input: join(sources, `src/${entry}.ts`), cwd: root, platform: 'neutral', plugins: [pieces_plugin(texts), noted.plugin], transform: {target: build_target}, tsconfig: false, logLevel: 'warn', external: /^node:/,
    experimental: {attachDebugInfo: 'none'},  // it would name files, by paths that depend on the caller's folder
  });
  const {output: [{code}]} = await bundle.generate({format, name: 'shopgauge', extend: true, exports: format === 'iife' ? 'auto' : 'named', minify: /^nowasm|^programs/.test(entry) ? true : with_lines, comments: false});
  await writeFile(join(folder, 'dist', file), `${await stamp()}${format === 'es' ? code : in_ascii(code)}`);
  await bundle.close();
}

async function write_scripts({wasm, glue, glue_js}, documents, version) {
  const pieces = {glue, glue_js, wasm: as_module(packed(wasm)), documents: as_module(documents), version: as_module(version)};
  for (const build of builds) {
    await write_script(build, pieces);
    if (build.format === 'iife') pieces[build.entry] = as_module(await readFile(join(folder, 'dist', build.file), 'utf8'));
  }
}

/** The declarations as the compiler writes them, for ES modules and for CommonJS, of the entries and all that they import. */
async function write_types() {
  const emitted = join(place, 'types');
  execFileSync(process.execPath, [join(root, 'web/node_modules/typescript/bin/tsc'), '-p', sources, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', emitted], {stdio: 'inherit'});
  const schema = await readFile(join(root, 'web/src/generated/shopgauge.d.ts'), 'utf8');
  const read = async (name) => (name === 'schema' ? schema : (await readFile(join(emitted, `wasm/npm/src/${name}.d.ts`), 'utf8')).replaceAll('../../../web/src/generated/shopgauge', './schema'));
  const names = ['index', 'nowasm', 'wasm', 'worker', 'programs'];
  for (const name of names) {
    const text = await read(name);
    const imported = [...text.matchAll(/from '\.\/(\w+)'/g)].map((found) => found[1]);
    names.push(...imported.filter((one) => !names.includes(one)));
    for (const [declared, script] of [['d.mts', 'mjs'], ['d.ts', 'js']]) await writeFile(join(folder, `dist/${name}.${declared}`), text.replace(/from '\.\/(\w+)'/g, `from './$1.${script}'`));
  }
  await rm(emitted, {recursive: true});
}

async function write_files({wasm}, {documents, index}, version) {
  const put = async (path, text) => {
    await mkdir(join(folder, path, '..'), {recursive: true});
    await writeFile(join(folder, path), text);
  };
  for (const {program, edition, text} of documents) await put(`programs/${program}/${edition}.json`, text);
  await put('programs/index.json', index);
  await put('NOTICES.txt', await notices_text(noted.folders));
  await put('dist/shopgauge.wasm', wasm);
  const stated = JSON.parse(await readFile(join(sources, 'package.json'), 'utf8'));
  await put('package.json', `${JSON.stringify({...stated, version}, null, 2)}\n`);
  const copied = {'README.md': 'wasm/npm/README.md', LICENSE: 'LICENSE', 'FORMAT.md': 'core/rules/FORMAT.md', 'schema.json': 'core/api/schema/shopgauge.schema.json', 'program.schema.json': 'core/rules/schema/program.schema.json'};
  for (const [path, source] of Object.entries(copied)) await cp(join(root, source), join(folder, path));
}

/** Of a link that is older than the project's version. */
async function check_version(version) {
  for (const file of ['index.mjs', 'nowasm.mjs']) {
    const {create} = await import(pathToFileURL(join(folder, 'dist', file)).href);
    const stamped = (await create()).programs().value.version;
    if (stamped !== version) throw new Error(`the engine in ${file} is ${stamped}, the project ${version}: run scripts/build wasm`);
  }
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(12);

async function print_sizes(tarball) {
  console.log(`${'file'.padEnd(32)}${'bytes'.padStart(12)}${'gzip -9'.padStart(12)}`);
  for (const file of (await readdir(join(folder, 'dist'))).filter((name) => !/\.d\.m?ts$/.test(name))) {
    const bytes = await readFile(join(folder, 'dist', file));
    console.log(`dist/${file}`.padEnd(32) + kilobytes(bytes.length) + kilobytes(gzipSync(bytes, {level: 9}).length));
  }
  console.log(tarball.padEnd(44) + kilobytes((await readFile(join(place, tarball))).length));
}

const version = await project_version();
const engine = await engine_pieces();
const shipped = await document_pieces();
await rm(folder, {recursive: true, force: true});
await mkdir(join(folder, 'dist'), {recursive: true});
await write_scripts(engine, shipped.documents, version);
await write_types();
await write_files(engine, shipped, version);
await check_version(version);
const [{filename}] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', place, folder], {encoding: 'utf8'}));
await print_sizes(filename);
