// The documentation as a static site. Its pages are laid out by ../gather.mjs; its address on a host is BASE (default /docs/).
import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {noted_packages, notices_text} from '../../../web/scripts/notices.mjs';
import {sidebar, top_menu} from '../menu.mjs';
import {root} from '../pages.mjs';
import {tokens} from '../tokens.mjs';
import {words} from '../words.mjs';

const base = process.env.BASE ?? '/docs/';

function theme_of(lang) {
  const say = words[lang];
  return {
    nav: [...top_menu(lang), {text: say.calculator, link: '/../index.html', target: '_self', rel: ''}], sidebar: sidebar(lang),
    outline: {level: [2, 3], label: say.outline}, docFooter: {prev: say.previous, next: say.next},
    sidebarMenuLabel: say.menu, returnToTopLabel: say.top, darkModeSwitchLabel: say.theme, lightModeSwitchTitle: say.light, darkModeSwitchTitle: say.dark,
    langMenuLabel: say.languages, skipToContentLabel: say.skip, notFound: say.not_found, footer: {message: say.footer},
  };
}

const locale = (lang) => {
  const {label, title, description} = words[lang];
  return {label, lang, title, description, themeConfig: theme_of(lang)};
};

function search_words(lang) {
  const {buttonText, buttonAriaLabel, ...modal} = words[lang].search;
  return {translations: {button: {buttonText, buttonAriaLabel}, modal}};
}

/** Scripts inside a page are named by their hashes: nothing else runs. */
function with_policy(html) {
  const inside = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
  const hashes = [...new Set(inside.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
  const policy = `default-src 'none'; script-src 'self' ${hashes.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
  return html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">\n    <meta name="referrer" content="no-referrer">`);
}

/** Texts of the rules are no templates: what looks like one stays as it is written. */
function without_templates(md) {
  md.core.ruler.push('without_templates', ({tokens: all}) => all.filter(({type, level}) => type.endsWith('_open') && level === 0).forEach((token) => token.attrSet('v-pre', '')));
}

/** The ids of headings as code hosts make them, for which the pages' links are written. */
const slugify = (text) => text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replace(/\s/gu, '-');

/** How the index is made; pages need no more than that it is local. */
const search = {provider: 'local', options: {
  locales: {root: search_words('zh-CN'), en: search_words('en')},
  miniSearch: {options: {tokenize: tokens}, searchOptions: {combineWith: 'AND', fuzzy: false, prefix: true}},
}};

/**
 * The generator hands functions of its settings to pages as text for `eval`, which the policy above forbids. So pages get a
 * search that has its function built in, and settings without it, once the index stands.
 */
const search_without_eval = {
  name: 'search-without-eval', enforce: 'pre',
  resolveId: (id, from) => (id === 'minisearch' && !from?.endsWith('/search.mjs') ? fileURLToPath(new URL('../search.mjs', import.meta.url)) : undefined),
  generateBundle(_, bundle) {
    if (Object.keys(bundle).some((name) => name.includes('localSearchIndex'))) delete search.options.miniSearch.options;
  },
};

const noted = noted_packages(fileURLToPath(new URL('../node_modules/', import.meta.url)));

export default {
  base, srcDir: 'pages', outDir: process.env.OUT ?? `${root}build/docs/site`, cacheDir: `${root}build/docs/cache`,
  metaChunk: true,
  // One page after the other: the index of the search has them in the order in which they are read, and the same pages give the same bytes.
  buildConcurrency: 1,
  locales: {root: locale('zh-CN'), en: locale('en')},
  head: [['link', {rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml'}]],
  markdown: {html: false, theme: {light: 'github-light-high-contrast', dark: 'github-dark-high-contrast'}, anchor: {slugify}, config: without_templates},
  themeConfig: {search},
  vite: {plugins: [noted.plugin, search_without_eval]},
  buildEnd: async ({outDir}) => writeFileSync(`${outDir}/NOTICES.txt`, await notices_text(noted.folders, {engine: false})),
  transformHtml: with_policy,
};
