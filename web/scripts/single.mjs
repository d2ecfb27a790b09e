// Builds what works as one file, from file://, in sandboxed frames and with `connect-src 'none'`, into build/single/:
//
//   shopgauge.single.js         the element as a classic script: engine, documents and texts are inside
//   shopgauge.single.nowasm.js  the same with the engine as JavaScript, for pages that forbid WebAssembly
//   shopgauge.html              the whole calculator as a page to be saved
//
// usage: node web/scripts/single.mjs [--programs ID,…] [--out FOLDER]    --programs: only these, in a smaller file
//        node web/scripts/single.mjs --beside        only the first, beside the built page, whose frames take it
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {deflateSync} from 'node:zlib';
import {build} from 'vite';
import {content} from './content.mjs';
import {as_expression, engine_pieces, packed} from './engine_pieces.mjs';
import {build_target} from './floor.mjs';
import {noted_packages, notices_text, write_notices} from './notices.mjs';
import {squeezed_styles, squeezed_templates, terser} from './squeeze.mjs';
import {stamp} from './stamp.mjs';

const web = fileURLToPath(new URL('../', import.meta.url));
const {values: {programs, out: named, beside}} = parseArgs({options: {programs: {type: 'string'}, out: {type: 'string', default: join(web, '../build/single')}, beside: {type: 'boolean'}}});
const out = beside ? join(web, 'dist') : named;
const chosen = programs?.split(',');

const wasm_path = 'engine/shopgauge_full.wasm';

/** Whole documents, examples and texts; of the engines the full one's module alone. */
const is_inside = (path) => path === wasm_path || (!/^(engine|configure)\//.test(path) && !/\d{4}-\d{2}-\d{2}\.[a-zA-Z.-]+\.json$/.test(path));
const is_chosen = (path) => !chosen || !/^programs\/.*\//.test(path) || chosen.includes(path.split('/')[1]);

function chosen_index(text) {
  const index = JSON.parse(text);
  const unknown = (chosen ?? []).filter((program) => !index.programs.some((entry) => entry.program === program));
  if (unknown.length) throw new Error(`no program ${unknown.join(', ')}`);
  return JSON.stringify({programs: index.programs.filter(({program}) => !chosen || chosen.includes(program))});
}

/** Every file that any of the builds may have inside: its path and its content, deflated, as base64. */
async function packed_files() {
  const files = (await content()).filter(({path}) => is_inside(path) && is_chosen(path));
  return files.map(({path, content: own}) => [path, packed(path === 'programs/index.json' ? chosen_index(own) : own)]);
}

const noted = noted_packages();

/** The code of an entry with all that it imports, also later. */
async function bundle(entry) {
  const [{output}] = await build({
    root: web, configFile: false, logLevel: 'error', publicDir: false,
    plugins: [noted.plugin, squeezed_styles(), squeezed_templates()],
    resolve: {alias: [{find: /^\.{1,2}\/(files|thread)$/, replacement: join(web, 'src/single/$1.ts')}]},
    build: {
      target: build_target, modulePreload: false, write: false, minify: 'terser', terserOptions: terser,
      // A library's imports are not wrapped in code that preloads other files.
      lib: {entry: join(web, `src/single/${entry}.ts`), formats: ['iife'], name: 'shopgauge'},
      rollupOptions: {output: {codeSplitting: false}},
    },
  });
  const [chunk, ...more] = output;
  if (more.length) throw new Error(`${entry} needs other files: ${more.map(({fileName}) => fileName)}`);
  return chunk.code.trim();
}

const stamped = await stamp();

/** src/single/files.ts and thread.ts say what these names are. */
function script(code, factory, files) {
  return `${stamped}(function shopgauge_script(){"use strict";` +
    'var shopgauge_address=typeof document=="undefined"||!document.currentScript?void 0:document.currentScript.src||void 0,' +
    `shopgauge_files=${JSON.stringify(Object.fromEntries(files))},shopgauge_engine=${factory};${code}})();\n`;
}

const hash_of = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** As index.html has it: old browsers take styles by script into an empty one (src/old_styles.ts). */
const empty_style = hash_of('');

/** The page with its script inside; its policy lets this one script run, and forbids every connection. */
async function page(code) {
  const [html, icon] = await Promise.all(['index.html', 'public/icon.svg'].map((path) => readFile(join(web, path), 'utf8')));
  const inside = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy = `default-src 'none'; script-src ${hash_of(inside)} 'wasm-unsafe-eval'; style-src ${empty_style}; worker-src blob:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  const replace = (text, form, by) => {
    if (!form.test(text)) throw new Error(`index.html has no ${form}`);
    return text.replace(form, () => by);
  };
  const steps = [
    [/(?<=<!doctype html>\n)/, `<!-- ${stamped.slice(4, -4)}: at the end -->\n`],
    [/(?<=Content-Security-Policy" content=")[^"]*/, policy],
    [/\.\/icon\.svg/, `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`],
    [/\s*<script type="module".*<\/script>/, ''],
    [/(?<=<\/main>\n)/, `    <script>${inside}</script>\n`],
  ];
  return steps.reduce((text, [form, by]) => replace(text, form, by), html) + as_comment(await notices_text(noted.folders));
}

/** Whose code is inside: a file that is passed on has to say so itself. */
function as_comment(text) {
  if (/<!--|--!?>/.test(text)) throw new Error('the notices cannot stand in a comment');
  return `<!--\n${text}-->\n`;
}

async function write(name, text) {
  await writeFile(join(out, name), text);
  console.log(`${name.padEnd(28)}${(Buffer.byteLength(text) / 1000).toFixed(0).padStart(6)} KB${(deflateSync(text, {level: 9}).length / 1000).toFixed(0).padStart(6)} KB gzipped`);
}

const files = await packed_files();
const of_element = files.filter(([path]) => !path.startsWith('tools/'));
const [element, {glue, glue_js}] = await Promise.all([bundle('element'), engine_pieces()]);
const wasm = as_expression(glue);
await mkdir(out, {recursive: true});
if (beside) await write_notices(out, noted.folders);
await write('shopgauge.single.js', script(element, wasm, of_element));
if (!beside) {
  const whole = await bundle('page');
  await write('shopgauge.single.nowasm.js', script(element, as_expression(glue_js), of_element.filter(([path]) => path !== wasm_path)));
  await write('shopgauge.html', await page(script(whole, wasm, files)));
  // The built page is the folder that other people's pages take it from.
  const dist = join(web, 'dist');
  if (!chosen && existsSync(dist)) await copyFile(join(out, 'shopgauge.single.nowasm.js'), join(dist, 'shopgauge.single.nowasm.js'));
}
