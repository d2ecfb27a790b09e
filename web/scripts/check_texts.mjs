// Compares the string tables: same keys, same parameters, no empty text, no page.* key that the page does not use or that it uses in vain.
// The build begins with it. usage: check_texts.mjs [FOLDER of the tables]
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const tables = process.argv[2] ?? at('../../core/api/texts/');
const read = async (lang) => JSON.parse(await readFile(join(tables, `${lang}.json`), 'utf8'));

/** Keys that are put together from a constant start and an id. */
const composed = [
  /^page\.form\.(adjustments|gates|other)$/, /^page\.theme\.(light|dark)$/, /^page\.edition\.(open|ended|coming|article)$/,
  /^page\.tools\.(csv\.(part|name|value|id)|fault\.(refused|full|newer|broken)|file\.(not_json|foreign|newer)|table\.(names\.(store|month|verdict)|refused\.(workbook|empty)|use\.(row|months|stores)))$/,
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

const [zh, en, source] = await Promise.all([read('zh-CN'), read('en'), page_source()]);
const faults = [...compare(zh, en), ...unused(Object.keys(zh), source), ...in_vain(zh, en, source)];
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`texts: ${Object.keys(zh).length} keys in both languages`);
