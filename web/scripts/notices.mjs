// NOTICES.txt: whose code is inside what is built, and on what terms. The list comes from the bundlers, the texts from the libraries.
import {copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {engine_notices} from './engine_notices.mjs';
import {project_version} from './engine_pieces.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const own_modules = `${root}web/node_modules/`;

/** The folder of the package that a module is of; nothing for the project's own. Helpers of the bundler, which lies in `modules`, have no file: `\0<package>/…`. */
function package_folder(id, modules) {
  const [, by_bundler] = /^\0((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  if (by_bundler) return existsSync(`${modules}${by_bundler}/package.json`) ? `${modules}${by_bundler}` : undefined;
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
}

/** A plugin that notes from which packages any bundle takes code. One may stand in several builds. */
export function noted_packages(modules = own_modules) {
  const folders = new Set();
  const note = (_, bundle) => {
    const found = Object.values(bundle).flatMap(({moduleIds = []}) => moduleIds.map((id) => package_folder(id, modules)));
    for (const folder of found.filter(Boolean)) folders.add(folder);
  };
  return {folders, plugin: {name: 'noted-packages', generateBundle: note}};
}

const licence_file = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** What a bundler has inside itself is not in what it makes. */
const of_tool = /\n#+ Licenses of bundled dependencies\n[^]*/;

/** Of a package without a file of its own. */
function stated_licence({name, license, author, homepage}) {
  if (!license || !author) throw new Error(`${name} says nothing of its licence`);
  return `Copyright: ${author.name ?? author}\nLicense: ${license}\n${homepage ?? ''}`.trim();
}

function package_notice(folder) {
  const stated = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => licence_file.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8').replace(of_tool, '').trim() : stated_licence(stated);
  return {name: `${stated.name} ${stated.version} (${stated.license})`, text};
}

/** Packages of one project have one text. */
function by_text(notices) {
  const groups = new Map();
  for (const {name, text} of notices) groups.set(text, [...(groups.get(text) ?? []), name]);
  return [...groups].map(([text, names]) => `${'='.repeat(80)}\n${names.join('\n')}\n${'='.repeat(80)}\n\n${text.replace(/[ \t]+$/gm, '')}\n`);
}

/** `folders`: of the packages inside; `engine`: whether the engine is. */
export async function notices_text(folders, {engine = true} = {}) {
  const packages = [...folders].map(package_notice).sort((one, other) => (one.name < other.name ? -1 : 1));
  const head = `ShopGauge ${await project_version()}, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0), has code of these inside:\n`;
  return [head, ...by_text([...packages, ...(engine ? engine_notices() : [])])].join('\n');
}

/** The page's own packages that a text names already. */
function folders_in(text) {
  const names = [...text.matchAll(/^(\S+) \S+ \(.*\)$/gm)].map(([, name]) => `${own_modules}${name}`);
  return names.filter((folder) => existsSync(`${folder}/package.json`));
}

/** Beside a built page: the terms of its own code, and of all else in it, what a build before this one found included. */
export async function write_notices(dist, folders) {
  const file = join(dist, 'NOTICES.txt');
  const before = existsSync(file) ? folders_in(readFileSync(file, 'utf8')) : [];
  copyFileSync(`${root}LICENSE`, join(dist, 'LICENSE.txt'));
  writeFileSync(file, await notices_text(new Set([...before, ...folders])));
}
