// Lays the pages out for the generator: files of the repository, with their links leading to pages, or to copies of the
// files that are none. A link that leads nowhere ends the build.
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {missing, page_for, pages, place, root} from './pages.mjs';

/** A link, or code, in which there is none. */
const link = /(`[^`\n]+`)|(!?\[(?:[^\]\\]|\\.|\[[^\]]*\])*\]\()([^)\s]+)(\))/g;

function outside_samples(text, change) {
  return text.split(/(^```[\s\S]*?^```$)/m).map((piece, at) => (at % 2 ? piece : change(piece))).join('');
}

/** Sources as plain text, which browsers show; the generator would take other endings for pages. */
function copy(file, out) {
  const name = /\.(json|png|txt)$/.test(file) ? file : `${file}.txt`;
  const to = path.join(out, 'public/files', name);
  mkdirSync(path.dirname(to), {recursive: true});
  copyFileSync(path.join(root, file), to);
  return `/files/${name}`;
}

/** Where a link of `page` leads on the site. */
function target_of(page, target, out) {
  if (/^<?[a-z]+:|^#/.test(target)) return target;
  const [file, anchor = ''] = target.split(/(?=#)/);
  const wanted = path.posix.join(path.posix.dirname(page.file), file);
  const found = page_for(wanted, page.lang);
  if (found) return path.posix.relative(path.posix.dirname(place(page)), place(found)) + anchor;
  if (!existsSync(path.join(root, wanted)) || statSync(path.join(root, wanted)).isDirectory()) throw new Error(`${page.file}: ${target} leads nowhere`);
  return copy(wanted, out);
}

/** A line's end between two Chinese signs is no space. */
const without_breaks = (text) => text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n +(?=[\u3000-\u9fff\uff00-\uffef])|(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u4e00-\u9fff])/g, '');

/** What tests/docs/samples.py reads is not for readers. */
const without_marks = (text) => text.replace(/^<!-- .* -->\n/gm, '');

/** The first line of a page that leads to the other language: the site has its own switch. */
const without_switch = (text) => text.replace(/^\[(中文|English)\]\([^)]*\)( · |\n\n)/m, '');

function gather(out) {
  const lacking = missing();
  if (lacking.length) throw new Error(`no such page: ${lacking.join(', ')}`);
  rmSync(out, {recursive: true, force: true});
  for (const page of pages) {
    const text = without_marks(without_switch(readFileSync(path.join(root, page.file), 'utf8')));
    const to = path.join(out, place(page));
    mkdirSync(path.dirname(to), {recursive: true});
    writeFileSync(to, outside_samples(text, (piece) => without_breaks(piece).replace(link, (_, code, before, target, after) => code ?? before + target_of(page, target, out) + after)));
  }
}

// The generator finds its modules from here, so its source lies beside them; git does not look at it.
const out = `${root}docs/site/pages`;
gather(out);
copyFileSync(`${root}web/public/icon.svg`, `${out}/public/icon.svg`);
