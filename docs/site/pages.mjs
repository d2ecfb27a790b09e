// Which files of the repository are pages of the documentation, and where each stands. A page's Chinese text stands beside
// its English one (`batch.md`, `batch.zh-CN.md`); `docs/rules/<lang>/` has the rules, written by scripts/rules_pages.
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const languages = ['zh-CN', 'en'];

/** The parts of the documentation in the order of its menu, each with its pages: the address, and the English file. */
export const parts = [
  {id: 'sellers', pages: [['sellers', 'docs/sellers.md'], ['known', 'docs/known.md']]},
  {id: 'authors', pages: [['embedding', 'docs/embedding.md']]},
  {id: 'developers', pages: [
    ['api', 'docs/api.md'], ['npm', 'wasm/npm/README.md'], ['batch', 'docs/batch.md'], ['forecast', 'docs/forecast.md'], ['format', 'core/rules/FORMAT.md'],
    ['deploying', 'docs/deploying.md'], ['proof', 'docs/proof.md'], ['benchmarks', 'docs/benchmarks.md'],
  ]},
];

const beside = (file, lang) => (lang === 'en' ? file : file.replace(/\.md$/, `.${lang}.md`));

const written = (lang) => [['index', 'docs/index.md'], ...parts.flatMap(({pages}) => pages)]
  .map(([address, file]) => ({lang, address, file: beside(file, lang)}));

const rules = (lang) => readdirSync(`${root}docs/rules/${lang}`, {recursive: true})
  .filter((name) => name.endsWith('.md')).sort()
  .map((name) => ({lang, address: `rules/${name === 'README.md' ? 'index' : name.replace(/\.md$/, '')}`, file: `docs/rules/${lang}/${name}`}));

/** Every page: its language, its address without ending, and the file that it is made of. */
export const pages = languages.flatMap((lang) => [...written(lang), ...rules(lang)]);

/** Chinese is what the address without a language shows. */
export const place = ({lang, address}) => (lang === 'zh-CN' ? `${address}.md` : `${lang}/${address}.md`);

/** The page that a link from a page of `lang` to a file of the repository leads to. */
export function page_for(file, lang) {
  const wanted = [file, beside(file, lang), file.replace(/^docs\/rules\/README/, `docs/rules/${lang}/README`)];
  const found = pages.filter((page) => wanted.includes(page.file));
  return found.find((page) => page.lang === lang) ?? found[0];
}

export const missing = () => pages.filter(({file}) => !existsSync(path.join(root, file))).map(({file}) => file);
