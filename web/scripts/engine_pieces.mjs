// The engine as it is linked, in pieces from which single files are put together: scripts that fetch nothing, and the module as a text.
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {deflateSync} from 'node:zlib';
import {engine, minified_glue, programs} from './content.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The script of a link without the addresses of its files, which bundlers would look for: its caller brings the module. An ES module that exports the factory. */
export function without_addresses(glue) {
  const text = glue.replace(/new URL\("[\w.]+",import\.meta\.url\)\.toString\(\)/g, '""').replaceAll('import.meta.url', '""');
  if (/import\.meta|\brequire\(|\beval\(|new Function/.test(text)) throw new Error('the script of the engine has something that not every place allows');
  return text;
}

/** `wasm`: the bytes. `glue`: its script. `glue_js`: the script that is the whole engine, without WebAssembly. */
export async function engine_pieces() {
  const [{content: glue}, {content: wasm}] = await engine('shopgauge_full');
  const glue_js = await readFile(minified_glue('shopgauge_js'), 'utf8');
  return {wasm, glue: without_addresses(String(glue)), glue_js: without_addresses(glue_js)};
}

/** A piece's script as an expression whose value is the factory, for a classic script. */
export function as_expression(glue) {
  const code = glue.replace(/export default (\w+);\s*$/, 'return $1;');
  if (/\bexport\b/.test(code)) throw new Error('the script of the engine has other exports than its factory');
  return `(()=>{${code}})()`;
}

/** Compressed, in base64: what a script holds of the module, or of another file. */
export const packed = (content) => deflateSync(content, {level: 9}).toString('base64');

/** The shipped documents without white space, {program, edition, text}, and their index as a text. */
export async function document_pieces() {
  const files = await programs();
  const documents = files.flatMap(({path, content: text}) => {
    const [, program, edition] = /^programs\/([\w-]+)\/(\d{4}-\d{2}-\d{2})\.json$/.exec(path) ?? [];
    return edition ? [{program, edition, text}] : [];
  });
  return {documents, index: files.find(({path}) => path === 'programs/index.json').content};
}

/** The project's version, from CMakeLists.txt. */
export async function project_version() {
  const [, version] = /project\(ShopGauge VERSION ([\d.]+)/.exec(await readFile(`${root}CMakeLists.txt`, 'utf8')) ?? [];
  if (!version) throw new Error('CMakeLists.txt names no version');
  return version;
}
