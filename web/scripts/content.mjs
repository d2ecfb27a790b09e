// What the built page serves besides its script: engine, program documents, their index, examples, texts.
import {existsSync, statSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const programs_folder = join(root, 'core/programs');
const engine_folder = join(root, 'build/wasm/wasm');

const read_json = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** A JSON file without its white space, character by character: numbers keep their digits. */
export function squeeze(text) {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string) => string ?? '');
}

const functions_of = (document) => [
  ...(document.score || document.standards ? ['assess'] : []),
  ...(document.cycle ? ['timeline'] : []),
];

function edition_entry(document) {
  const {from, until, article = false} = document.in_force;
  return {edition: document.edition, from, until, article, functions: functions_of(document)};
}

/** The edition for a visitor who names none: the newest that is open, else the newest. */
function first_shown(editions) {
  const open = editions.filter(({until, article}) => until === null && !article);
  return (open.at(-1) ?? editions.at(-1)).edition;
}

async function program(name) {
  const folder = join(programs_folder, name);
  const files = (await readdir(folder)).filter((file) => /^\d{4}-\d{2}-\d{2}\.json$/.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const documents = texts.map((text) => JSON.parse(text));
  const editions = documents.map(edition_entry);
  const example = join(folder, 'example.request.json');
  const outputs = files.map((file, at) => ({path: `programs/${name}/${file}`, content: squeeze(texts[at])}));
  if (existsSync(example)) outputs.push({path: `programs/${name}/example.request.json`, content: squeeze(await readFile(example, 'utf8'))});
  return {
    entry: {program: name, title: documents.at(-1)?.title, edition: editions.length ? first_shown(editions) : '', example: existsSync(example), editions},
    outputs,
  };
}

async function programs() {
  const names = (await readdir(programs_folder, {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  const found = (await Promise.all(names.map(program))).filter(({entry}) => entry.editions.length);
  const index = {path: 'programs/index.json', content: JSON.stringify({programs: found.map(({entry}) => entry)})};
  return [index, ...found.flatMap(({outputs}) => outputs)];
}

/** A string table without the command line's own words. */
async function texts(lang) {
  const table = await read_json(join(root, `core/api/texts/${lang}.json`));
  const kept = Object.entries(table).filter(([key]) => !key.startsWith('cli.'));
  return {path: `texts/${lang}.json`, content: JSON.stringify(Object.fromEntries(kept))};
}

/** The engine as `scripts/build wasm` leaves it: the module and its minified glue. */
async function engine() {
  const [glue, minified, wasm] = ['shopgauge.js', 'shopgauge.min.js', 'shopgauge.wasm'].map((name) => join(engine_folder, name));
  const current = existsSync(minified) && existsSync(wasm) && statSync(minified).mtimeMs >= statSync(glue).mtimeMs;
  if (!current) throw new Error(`No current engine in ${engine_folder}: run scripts/build wasm first.`);
  return [
    {path: 'engine/shopgauge.js', content: await readFile(minified)},
    {path: 'engine/shopgauge.wasm', content: await readFile(wasm)},
  ];
}

/** Every file: {path below dist, content}. */
export async function content() {
  return [...(await programs()), await texts('zh-CN'), await texts('en'), ...(await engine())];
}
