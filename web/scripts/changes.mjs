// What changed from edition to edition, as a page for each program and language: the chapters of docs/rules/ that scripts/rules_pages works
// out from the documents. An embed whose edition has ended links to it.
import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = join(root, 'docs/rules');
const titles = {'zh-CN': '## 与前一版相比', en: '## What changed since the edition before'};

const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Of a line: links to other chapters lose their address, marks their signs. */
const inline = (text) => escape(text.replace(/\\([|*_`\[\]<>#~\\])/g, '$1')).replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(/`([^`]+)`/g, '<code>$1</code>');

const cells = (line) => line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => inline(cell.trim()));

function table(rows) {
  const [head, , ...body] = rows.map(cells);
  const [, before, after] = head;
  const row = ([name, old, now]) => `<tr><th scope="row">${name}</th><td data-label="${before}">${old}</td><td data-label="${after}">${now}</td></tr>`;
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${body.map(row).join('')}</tbody></table>`;
}

/** The few forms that these chapters have: headings, paragraphs, lists, tables. */
function html_of(markdown) {
  return markdown.trim().split(/\n{2,}/).map((block) => {
    if (block.startsWith('### ')) return `<h3>${inline(block.slice(4))}</h3>`;
    const rows = block.split('\n');
    if (block.startsWith('|')) return table(rows);
    if (/^[*-] /.test(block)) return `<ul>${rows.map((line) => `<li>${inline(line.replace(/^[*-] /, ''))}</li>`).join('')}</ul>`;
    return `<p>${inline(rows.join(' '))}</p>`;
  }).join('\n');
}

function chapter(page, lang, path) {
  const from = page.indexOf(`\n${titles[lang]}\n`);
  if (from < 0) throw new Error(`${path} has no chapter “${titles[lang]}”`);
  const rest = page.slice(from + titles[lang].length + 2);
  const end = rest.indexOf('\n## ');
  return end < 0 ? rest : rest.slice(0, end);
}

const style = `
:root { color-scheme: light dark; --bg: #ffffff; --text: #15191f; --muted: #566070; --line: #e0e4e9; }
@media (prefers-color-scheme: dark) { :root { --bg: #0f1216; --text: #e8ecf1; --muted: #a5afbc; --line: #2b323c; } }
body { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; background: var(--bg); color: var(--text); font: 16px/1.6 -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.3; } h2 { margin-top: 48px; font-size: 20px; } h3 { font-size: 17px; }
p { color: var(--muted); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 10px 12px 10px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
thead th, tbody th { font-weight: 600; } thead th { color: var(--muted); font-size: 14px; }
@media (max-width: 640px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, tbody th, td { display: block; } tr { padding: 12px 0; border-bottom: 1px solid var(--line); } tbody th, td { padding: 2px 0; border: 0; }
  td::before { content: attr(data-label) "  "; color: var(--muted); font-size: 14px; }
}
`;
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

async function page(program, lang) {
  const folder = join(rules, lang, program);
  const editions = (await readdir(folder)).map((file) => file.replace(/\.md$/, '')).sort();
  if (editions.length < 2) return [];
  const document = JSON.parse(await readFile(join(root, `core/programs/${program}/${editions.at(-1)}.json`), 'utf8'));
  const sections = await Promise.all(editions.slice(1).reverse().map(async (edition) => {
    const path = join(folder, `${edition}.md`);
    return `<section><h2 id="${edition}">${edition}</h2>\n${html_of(chapter(await readFile(path, 'utf8'), lang, path))}</section>`;
  }));
  const title = `${escape(document.title[lang])} · ${titles[lang].slice(3)}`;
  return [{path: `changes/${program}.${lang}.html`, content: `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>
${sections.join('\n')}
</main></body></html>
`}];
}

/** Every page: {path below dist, content}. A program with one edition has none. */
export async function changes() {
  const found = [];
  for (const lang of Object.keys(titles)) {
    for (const program of (await readdir(join(rules, lang), {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort()) found.push(...(await page(program, lang)));
  }
  return found;
}
