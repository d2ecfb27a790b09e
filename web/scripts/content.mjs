// What the built page serves besides its script: engines, program documents (whole, and in each language in two parts), their index, examples, texts.
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

/** Only a forecast reads how a metric rolls and what feeds it, and it is given the whole document. */
const for_forecasts = ['rolls', 'fed_by'];

/** Below these keys stand texts that nothing shows before the first result (and the addresses of sources); the drawings that read them come after it too. */
const shown_later = ['what', 'numerator', 'denominator', 'window', 'clock', 'where', 'advice', 'note', 'consequence', 'questions', 'sources'];

// Numbers keep their digits: while a document is taken apart, each stands in a text that begins with a mark.
const parse_exactly = (text) => JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|-?\d[\d.eE+-]*/g, (found, string) => string ?? `"\\u0000${found}"`));
const print_exactly = (value) => JSON.stringify(value).replace(/"\\u0000([^"]*)"/g, '$1');

const is_object = (value) => value !== null && typeof value === 'object';
const filled = (entries) => (entries.length ? Object.fromEntries(entries) : undefined);

/** [what is fetched at first, what later], of one language; the latter undefined where there is nothing, and an array's items by their numbers. */
function cut(value, lang, key = '', is_later = false) {
  if (!is_object(value)) return is_later && key === 'url' && value !== null ? [undefined, value] : [value];
  if ('zh-CN' in value) return is_later ? [{}, {[lang]: value[lang]}] : [{[lang]: value[lang]}];
  // The words of its tables are Chinese: their English names go along with English only.
  if (key === 'words') return lang === 'en' && Object.keys(value).length ? [{}, value] : [{}];
  const parts = Object.entries(value).filter(([name]) => !for_forecasts.includes(name))
    .map(([name, item]) => [name, ...cut(item, lang, name, is_later || shown_later.includes(name))]);
  const later = filled(parts.flatMap(([name, , more]) => (more === undefined ? [] : [[name, more]])));
  const first = parts.flatMap(([name, own]) => (own === undefined ? [] : [[name, own]]));
  return [Array.isArray(value) ? first.map(([, own]) => own) : Object.fromEntries(first), later];
}

/** A squeezed document in one language, without what only forecasts read, in two: what the first result needs, and what is put into that later. */
export const in_language = (text, lang) => cut(parse_exactly(text), lang).map((part) => print_exactly(part ?? {}));

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
        const parts = langs.flatMap((lang) => in_language(whole, lang).map((content, part) => ({path: `programs/${name}/${file.replace(/json$/, part ? `${lang}.later.json` : `${lang}.json`)}`, content})));
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

export async function programs() {
  const names = (await readdir(programs_folder, {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  const found = await Promise.all(names.map(program));
  const index = {path: 'programs/index.json', content: JSON.stringify({programs: with_platforms(found.map(({entry}) => entry))})};
  return [index, ...found.flatMap(({outputs}) => outputs)];
}

/** Texts that a visit fetches only once it needs them: after the first result, with the first document that has a cycle, with the first edition that has ended, with the first mistake or opened file, with what to do, with the forecast. */
const later_texts = {
  cycle: /^(event|phase|deadline|choice|trend)\.|^enrolment\.(?!category|subcategory|store_type)|^page\.(calendar|months|checks|failures|passes)/,
  ended: /^page\.ended\./,
  background: /^(part|taken|effort)\.(?!method$)|^page\.(views?\b|gates\.|grounds\.(?!weight_of$)|sources\.|about\.|stale\.(?!title$)|told_name|profile_again|todo|outlook|file\.(title|hint|open)$)/,
  told: /^page\.told\./,
  profile: /^page\.profile\./,
  desk: /^cause\.|^warning\.cheaper_|^page\.(do|what_if|compare|scenario)\./,
  forecast: /^model\.|^warning\.history_|^page\.forecast\./,
  mistakes: /^(issue|kind)\.|^page\.(link|failed\.|no_limit|file\.(at|faults|more|close))/,
  tools: /^page\.tools\./,
  configure: /^page\.configure\./,
};

/** Words that no visit of the page fetches: the command line's, and what the build writes into pictures and the frame's page. */
const not_for_a_visit = /^(cli|picture|embed)\./;

/** Parts of tools that stand beside the page, in folders of their own. */
const own_folders = ['tools', 'configure'];

/** The string table of a language without the command line's own words, in the parts that are fetched together. */
async function texts(lang) {
  const table = await read_json(join(root, `core/api/texts/${lang}.json`));
  const parts = {main: {}, ...Object.fromEntries(Object.keys(later_texts).map((name) => [name, {}]))};
  for (const [key, text] of Object.entries(table)) {
    if (not_for_a_visit.test(key)) continue;
    const later = Object.keys(later_texts).find((name) => later_texts[name].test(key));
    parts[later ?? 'main'][key] = text;
  }
  return Object.entries(parts).map(([name, part]) => ({path: own_folders.includes(name) ? `${name}/${lang}.json` : `texts/${lang}.${name}.json`, content: JSON.stringify(part)}));
}

/** The minified glue of an engine, as `scripts/build wasm` leaves it; of the one without WebAssembly it is all. */
export function minified_glue(name) {
  const [glue, minified] = [`${name}.js`, `${name}.min.js`].map((file) => join(engine_folder, file));
  const current = existsSync(minified) && statSync(minified).mtimeMs >= statSync(glue).mtimeMs;
  if (!current) throw new Error(`No current ${name}.min.js in ${engine_folder}: run scripts/build wasm first.`);
  return minified;
}

/** One engine: the module and its glue. */
export async function engine(name) {
  return [
    {path: `engine/${name}.js`, content: await readFile(minified_glue(name))},
    {path: `engine/${name}.wasm`, content: await readFile(join(engine_folder, `${name}.wasm`))},
  ];
}

/** The engine that every visit fetches, and the full one, which also checks documents from the device. */
const engines = async () => [...(await engine('shopgauge')), ...(await engine('shopgauge_full'))];

/** Every file: {path below dist, content}. */
export async function content() {
  return [...(await programs()), ...(await Promise.all(langs.map(texts))).flat(), ...(await engines())];
}
