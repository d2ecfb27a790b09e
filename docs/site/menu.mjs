// The menus of the site: titles are the pages' own first headings.
import {readFileSync} from 'node:fs';
import {pages, parts, root} from './pages.mjs';
import {words} from './words.mjs';

const title_of = ({file}) => readFileSync(root + file, 'utf8').match(/^# (.*)$/m)[1].replaceAll('`', '');

const link_of = ({lang, address}) => `${lang === 'zh-CN' ? '' : `/${lang}`}/${address.replace(/index$/, '')}`;

const entry = (page) => ({text: title_of(page), link: link_of(page)});

/** Each program once, its editions below it, the newest first. */
function rules_of(lang) {
  const all = pages.filter((page) => page.lang === lang && page.address.startsWith('rules/') && page.address !== 'rules/index');
  const programs = [...new Set(all.map(({address}) => address.split('/')[1]))];
  return programs.map((program) => {
    const editions = all.filter(({address}) => address.split('/')[1] === program).reverse();
    return {
      text: title_of(editions[0]).replace(/(, edition of |：)\d{4}-\d\d-\d\d.*$/, ''), link: link_of(editions[0]), collapsed: true,
      items: editions.map((page) => ({text: page.address.split('/')[2], link: link_of(page)})),
    };
  });
}

const of = (lang, address) => pages.find((page) => page.lang === lang && page.address === address);

export function sidebar(lang) {
  const say = words[lang];
  const [sellers, ...others] = parts.map(({id, pages: listed}) => ({text: say[id], items: listed.map(([address]) => entry(of(lang, address)))}));
  return [sellers, {text: say.rules, items: [entry(of(lang, 'rules/index')), ...rules_of(lang)]}, ...others];
}

export const top_menu = (lang) => parts.map(({id, pages: [[address]]}) => ({text: words[lang][id], link: link_of(of(lang, address))}));
