// Compares the string tables: same keys, same parameters, no empty text, no page.* key that the page does not use or that it uses in vain.
// And the program documents: each word that a seller chooses for the store has a name in both languages.
// The build begins with it. usage: check_texts.mjs [FOLDER of the tables [FOLDER of the programs]]
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const tables = process.argv[2] ?? at('../../core/api/texts/');
const programs = process.argv[3] ?? at('../../core/programs/');
const read = async (lang) => JSON.parse(await readFile(join(tables, `${lang}.json`), 'utf8'));

/** Keys that are put together from a constant start and an id. */
const composed = [
  /^page\.form\.(adjustments|gates|other)$/, /^page\.told\.(status|means|excellent|poor|lever|orders|room)\b/, /^page\.theme\.(light|dark)$/, /^page\.sure\.(exact|estimated|partial|partial_months)$/, /^page\.edition\.(open|ended|coming|article)$/, /^page\.configure\.theme\.(light|dark)$/,
  /^page\.tools\.(csv\.(part|name|value|id|wanted|observed)|fault\.(refused|full|newer|broken)|file\.(not_json|foreign|newer)|table\.(names\.(store|month|verdict)|refused\.(workbook|empty)|use\.(row|months|stores)))$/,
];
const may_be_empty = ['unit.none'];

async function page_source() {
  const folder = at('../src/');
  const files = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith('.ts'));
  return (await Promise.all(files.map((name) => readFile(folder + name, 'utf8')))).join('\n');
}

const parameters = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();

function compare(zh, en) {
  const faults = [];
  for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
    if (zh[key] === undefined) faults.push(`zh-CN.json lacks ${key}`);
    else if (en[key] === undefined) faults.push(`en.json lacks ${key}`);
    else if (parameters(zh[key]) !== parameters(en[key])) faults.push(`${key}: the parameters differ`);
    else if ((zh[key] === '' || en[key] === '') && !may_be_empty.includes(key)) faults.push(`${key} is empty`);
  }
  return faults;
}

function unused(keys, source) {
  return keys
    .filter((key) => key.startsWith('page.') && !source.includes(`'${key}'`) && !composed.some((form) => form.test(key)))
    .map((key) => `${key} is used nowhere`);
}

/** Keys that stand whole in the source. */
function in_vain(zh, en, source) {
  const used = [...new Set([...source.matchAll(/'(page\.[\w.]*\w)'/g)].map(([, key]) => key))];
  return used.filter((key) => zh[key] === undefined && en[key] === undefined).map((key) => `both tables lack ${key}`);
}

function* objects(part) {
  if (part === null || typeof part !== 'object') return;
  if (!Array.isArray(part)) yield part;
  for (const item of Object.values(part)) yield* objects(item);
}

/** The words that a document and its program's example know for what is asked of the store, as [field, word]. */
function store_words({not_applicable, score, cycle, rows = []}, {enrolment = {}}) {
  const asked = [...objects([not_applicable, score, cycle])].filter((item) => typeof item.enrolment === 'string').map(({enrolment: field, is}) => [field, is]);
  const of_tables = rows.flatMap(({by, same = {}}) => Object.entries(same).flatMap(([word, others]) =>
    by.filter((_, column) => rows.some((table) => table.rows.some((cells) => table.by === by && cells[column] === word))).flatMap((field) => others.map((other) => [field, other]))));
  const fields = new Set([...asked.map(([field]) => field), ...rows.flatMap(({by}) => by)]);
  return [...asked, ...of_tables, ...Object.entries(enrolment).filter(([field]) => fields.has(field))];
}

/** A word that is no text of the document must be one that all documents know, or one of the platform's table, in its language there, with an English name. */
function raw_words(tables, name, document, example) {
  const is_named = (field, word) => {
    const text = document.texts[`${field}.${word}`];
    if (text) return Boolean(text['zh-CN'] && text.en);
    if (tables.every((table) => table[`${field}.${word}`])) return true;
    return (document.rows ?? []).some(({by, rows, words}) => words[word] && rows.some((cells) => cells[by.indexOf(field)] === word));
  };
  const found = store_words(document, example).filter(([field, word]) => !is_named(field, word)).map(([field, word]) => `${name}: nothing names ${field}.${word}`);
  return [...new Set(found)];
}

async function documents() {
  const names = (await readdir(programs, {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  const found = await Promise.all(names.map(async (program) => {
    const files = (await readdir(join(programs, program))).filter((file) => /^\d{4}-\d{2}-\d{2}\.json$/.test(file)).sort();
    const json = async (file) => JSON.parse(await readFile(join(programs, program, file), 'utf8'));
    const example = await json('example.request.json');
    return Promise.all(files.map(async (file) => [`${program}/${file}`, await json(file), example]));
  }));
  return found.flat();
}

const [zh, en, source] = await Promise.all([read('zh-CN'), read('en'), page_source()]);
const faults = [...compare(zh, en), ...unused(Object.keys(zh), source), ...in_vain(zh, en, source), ...(await documents()).flatMap((found) => raw_words([zh, en], ...found))];
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`texts: ${Object.keys(zh).length} keys in both languages`);
