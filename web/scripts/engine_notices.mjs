// The notices of what is linked into the engine: header libraries and the toolchain's own, by the copyright files of Debian's packages.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const emscripten = '/usr/share/emscripten';

/** What a link takes of the toolchain: its script and start-up, then its libraries. The C library has a file of its own. */
const runtime = [['Emscripten', '*'], ['compiler-rt', 'system/lib/compiler-rt/*'], ['libc++', 'system/lib/libcxx/*'], ['libc++abi', 'system/lib/libcxxabi/*']];

const dpkg = (...args) => execFileSync('dpkg-query', args, {encoding: 'utf8'}).trim();

/** The package that a file is of: {copyright: the text, version: as its authors count}. */
function package_of(file) {
  const [name] = dpkg('-S', file).split(':');
  const [, version] = dpkg('-W', '-f=${Version}', name).match(/^(?:\d+:)?([\d.]+)/);
  return {version, copyright: readFileSync(`/usr/share/doc/${name}/copyright`, 'utf8')};
}

/** Debian's form: paragraphs of fields, whose further lines begin with a space, and with a dot where they are empty. */
const paragraphs_of = (copyright) => copyright.trim().split(/\n(?:[ \t]*\n)+/).map((text) => Object.fromEntries([...text.matchAll(/^([\w-]+):(.*(?:\n[ \t].*)*)/gm)].map(([, name, value]) => [name, value.replace(/^[ \t]\.?/gm, '').trim()])));

/** The texts of the licences that a paragraph about files only names; `all`: the paragraphs of the same file. */
function texts_of({License: stated}, all) {
  const named = stated.split('\n')[0].split(/ (?:or|and) /);
  const found = all.filter(({Files, License}) => !Files && License?.includes('\n') && named.includes(License.split('\n')[0])).map(({License}) => License);
  if (!found.length && !stated.includes('\n')) throw new Error(`no text of the licence ${stated}`);
  return found;
}

/** What the paragraphs about files say, and the texts behind it once. */
function said(abouts, copyright) {
  const all = paragraphs_of(copyright);
  const parts = abouts.flatMap((about) => [`Copyright: ${about.Copyright.replaceAll('\n', '\n  ')}`, ...(about['License-Grant'] ? [about['License-Grant']] : []), `License: ${about.License}`]);
  return [...parts, ...new Set(abouts.flatMap((about) => texts_of(about, all)))].join('\n\n');
}

/** Those that every link takes, as cmake/libraries.cmake finds them: [name, header]. */
const header_libraries = () => [...readFileSync(`${root}cmake/libraries.cmake`, 'utf8').matchAll(/^shopgauge_header_library\((\S+) (\S+) (\S+)\)$/gm)].map(([, name, folder, header]) => [name, `/usr/include/${folder}/${header}`]);

function header_notices() {
  return header_libraries().map(([name, header]) => {
    const {copyright, version} = package_of(header);
    const ours = paragraphs_of(copyright).filter(({Files}) => Files && Files.split(/\s+/).some((form) => form === '*' || form.startsWith('include/')));
    return {name: `${name} ${version}`, text: said(ours, copyright)};
  });
}

function runtime_notices() {
  const {copyright, version} = package_of(`${emscripten}/emcc.py`);
  const about = (form) => {
    const found = paragraphs_of(copyright).find(({Files}) => Files?.split(/\s+/).includes(form));
    if (!found) throw new Error(`the toolchain's copyright file says nothing of ${form}`);
    return said([found], copyright);
  };
  const of_toolchain = `of Emscripten ${version}`;
  return [...runtime.map(([name, form]) => ({name: name === 'Emscripten' ? `${name} ${version}` : `${name} ${of_toolchain}`, text: about(form)})),
    {name: `musl ${of_toolchain}`, text: readFileSync(`${emscripten}/system/lib/libc/musl/COPYRIGHT`, 'utf8').trim()}];
}

/** {name, text} of each. */
export const engine_notices = () => [...header_notices(), ...runtime_notices()];
