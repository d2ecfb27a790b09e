// Compares the string tables: same keys, same parameters, no empty text, no page.* key that the page does not use.
import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = async (lang) => JSON.parse(await readFile(at(`../../core/api/texts/${lang}.json`), 'utf8'));

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

const [zh, en, source] = await Promise.all([read('zh-CN'), read('en'), page_source()]);
const faults = [...compare(zh, en), ...unused(Object.keys(zh), source)];
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`texts: ${Object.keys(zh).length} keys in both languages`);
