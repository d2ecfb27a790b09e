// What the built page serves besides its script: engines, program documents (whole, and in each language), their index, examples, texts.
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

export const langs = ['zh-CN', 'en'];

const text_object = /\{"zh-CN":("(?:[^"\\]|\\.)*"),"en":("(?:[^"\\]|\\.)*")\}/g;
// Only a forecast reads how a metric rolls and what feeds it, and it is given the whole document. Neither stands first in its metric, and what they hold nests once, in a note.
const windows = /,"(?:rolls|fed_by)":\{(?:"(?:[^"\\]|\\.)*"|\{(?:"(?:[^"\\]|\\.)*"|[^"{}])*\}|[^"{}])*\}/g;
const table_words = /"words":\{(?:"(?:[^"\\]|\\.)*":"(?:[^"\\]|\\.)*",?)*\}/g;

/** A squeezed document with its texts in one language and without windows, and nothing else changed. The words of its tables are Chinese: their English names go along with English only. */
export function in_language(text, lang) {
  const own = text.replace(windows, '').replace(text_object, (_, zh, en) => `{"${lang}":${lang === 'en' ? en : zh}}`);
  if (langs.some((other) => other !== lang && own.includes(`{"${other}":`))) throw new Error(`a text of ${text.slice(0, 80)} is not {"zh-CN", "en"}`);
  return lang === 'en' ? own : own.replace(table_words, '"words":{}');
}

function edition_entry(document) {
  const {from, until, article} = document.in_force;
  return {edition: document.edition, from, until, ...(article ? {article} : {})};
}

async function program(name) {
  const folder = join(programs_folder, name);
  const files = (await readdir(folder)).filter((file) => /^\d{4}-\d{2}-\d{2}\.json$/.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const documents = texts.map((text) => JSON.parse(text));
  const {title, platform, time_zone} = documents.at(-1) ?? {};
  return {
    entry: {program: name, title, platform, time_zone, editions: documents.map(edition_entry)},
    outputs: [
      ...files.flatMap((file, at) => {
        const whole = squeeze(texts[at]);
        const parts = langs.map((lang) => ({path: `programs/${name}/${file.replace(/json$/, `${lang}.json`)}`, content: in_language(whole, lang)}));
        return [{path: `programs/${name}/${file}`, content: whole}, ...parts];
      }),
      {path: `programs/${name}/example.request.json`, content: squeeze(await readFile(join(folder, 'example.request.json'), 'utf8'))},
    ],
  };
}

/** Programs whose ids begin with the same word stand under one platform: under the shortest of its names. */
function with_platforms(entries) {
  const word = ({program}) => program.split('-')[0];
  const shorter = (one, other) => (JSON.stringify(other).length < JSON.stringify(one).length ? other : one);
  return entries.map((entry) => ({...entry, platform: entries.filter((other) => word(other) === word(entry)).map(({platform}) => platform).reduce(shorter)}));
}

async function programs() {
  const names = (await readdir(programs_folder, {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  const found = await Promise.all(names.map(program));
  const index = {path: 'programs/index.json', content: JSON.stringify({programs: with_platforms(found.map(({entry}) => entry))})};
  return [index, ...found.flatMap(({outputs}) => outputs)];
}

/** Texts that a visit fetches only once it needs them: after the first result, with the first document that has a cycle, with the first mistake or opened file, with what to do. */
const later_texts = {
  cycle: /^(event|phase|deadline|choice|trend)\.|^enrolment\.(?!category|subcategory|store_type)|^page\.(calendar|months|checks|failures|passes)/,
  background: /^(part|taken)\.(?!method$)|^page\.(gates\.|grounds\.(?!weight_of$)|sources\.|todo|file\.(title|hint|open)$)/,
  desk: /^cause\.|^page\.(do|what_if|compare)\.|^model\.|^warning\.history_/,
  mistakes: /^(issue|kind)\.|^page\.(link|file\.(at|faults|more|close))/,
  tools: /^page\.tools\./,
};

/** The string table of a language without the command line's own words, in the parts that are fetched together. */
async function texts(lang) {
  const table = await read_json(join(root, `core/api/texts/${lang}.json`));
  const parts = {main: {}, ...Object.fromEntries(Object.keys(later_texts).map((name) => [name, {}]))};
  for (const [key, text] of Object.entries(table)) {
    if (key.startsWith('cli.')) continue;
    const later = Object.keys(later_texts).find((name) => later_texts[name].test(key));
    parts[later ?? 'main'][key] = text;
  }
  return Object.entries(parts).map(([name, part]) => ({path: name === 'tools' ? `tools/${lang}.json` : `texts/${lang}.${name}.json`, content: JSON.stringify(part)}));
}

/** One engine as `scripts/build wasm` leaves it: the module and its minified glue. */
async function engine(name) {
  const [glue, minified, wasm] = [`${name}.js`, `${name}.min.js`, `${name}.wasm`].map((file) => join(engine_folder, file));
  const current = existsSync(minified) && existsSync(wasm) && statSync(minified).mtimeMs >= statSync(glue).mtimeMs;
  if (!current) throw new Error(`No current engine in ${engine_folder}: run scripts/build wasm first.`);
  return [
    {path: `engine/${name}.js`, content: await readFile(minified)},
    {path: `engine/${name}.wasm`, content: await readFile(wasm)},
  ];
}

/** The engine that every visit fetches, and the full one, which also checks documents from the device. */
const engines = async () => [...(await engine('shopgauge')), ...(await engine('shopgauge_full'))];

/** Every file: {path below dist, content}. */
export async function content() {
  return [...(await programs()), ...(await Promise.all(langs.map(texts))).flat(), ...(await engines())];
}
