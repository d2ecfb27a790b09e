/**
 * The ways to put the calculator on another page: the snippet of each, and what the page must allow for it. A snippet has no inline script and no
 * inline style, so that it works under a strict CSP.
 */
import {write_address} from '../address';
import type {Lang} from '../generated/shopgauge';
import type {Theme} from '../state';

export const ways = ['link', 'frame', 'single', 'element'] as const;
export type Way = (typeof ways)[number];

export interface Choice {
  /** The folder of this calculator's files, with the slash at its end. */
  base: string;
  program: string;
  edition: string;
  lang: Lang;
  theme?: Theme | undefined;
  /** Six hexadecimal digits. */
  accent?: string | undefined;
  /** What the calculator is called, for those who do not see it. */
  title: string;
}

/** As wide as the text that it stands in: a page without a style for pictures would have a phone scroll sideways. */
const picture_width = '100%';
/** Until the resizer knows better, and where there is none. */
const first_height = 900;

/** May a frame open the sources of a rule in a new tab: popups are all that it is given besides scripts. */
export const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const state_of = ({program, edition, lang, theme}: Choice) => write_address({program, edition, lang, ...(theme ? {theme} : {}), fields: new Map()});

const script = ({base}: Choice, file: string, kind = 'async') => `<script src="${attribute(base + file)}" ${kind}></script>`;

/** The link inside is what readers have until the calculator shows, and where no script runs. */
const element = (choice: Choice, folder = '') => {
  const {base, program, edition, lang, theme, title} = choice;
  return `<shop-gauge program="${attribute(program)}" edition="${attribute(edition)}" lang="${lang}"${theme ? ` theme="${theme}"` : ''}${folder}><a href="${attribute(base + state_of(choice))}">${attribute(title)}</a></shop-gauge>`;
};

/** What belongs into the page's style sheet; a frame has its colour in its address. */
export const style_sheet = (way: Way, {accent}: Choice) => ((way === 'single' || way === 'element') && accent ? `shop-gauge { --shopgauge-accent: #${accent}; }` : undefined);

const snippets: Record<Way, (choice: Choice) => string[]> = {
  link: (choice) => [
    `<a href="${attribute(choice.base + state_of(choice))}">`,
    `  <img src="${attribute(`${choice.base}pictures/${choice.program}.${choice.edition}.${choice.lang}.svg`)}" width="${picture_width}" alt="${attribute(choice.title)}">`,
    '</a>',
  ],
  frame: (choice) => [
    `<iframe data-shopgauge src="${attribute(`${choice.base}embed.html${choice.accent ? `?accent=${choice.accent}` : ''}${state_of(choice)}`)}"`,
    `  title="${attribute(choice.title)}" sandbox="${sandbox}" loading="lazy" width="100%" height="${first_height}" frameborder="0"></iframe>`,
    script(choice, 'shopgauge-resize.js'),
  ],
  // One script does not know where the pages of changes lie.
  single: (choice) => [element(choice, ` folder="${attribute(choice.base)}"`), script(choice, 'shopgauge.single.js')],
  element: (choice) => [element(choice), script(choice, 'shop-gauge.js', 'type="module"')],
};

export const snippet = (way: Way, choice: Choice) => snippets[way](choice).join('\n');

/** What a page's policy must let through, besides what it lets through already: directive and value. */
export function policy(way: Way, {base}: Pick<Choice, 'base'>): [string, string][] {
  const {origin} = new URL(base);
  switch (way) {
    case 'link': return [['img-src', origin]];
    case 'frame': return [['frame-src', origin], ['script-src', origin]];
    case 'single': return [['script-src', `${origin} 'wasm-unsafe-eval'`]];
    case 'element': return [['script-src', `${origin} 'wasm-unsafe-eval'`], ['connect-src', origin]];
  }
}

/** What a page's policy may let through besides: it makes forecasts run in the background. A page without it stands still for them. */
export const optional_policy = (way: Way): [string, string][] => (way === 'single' || way === 'element' ? [['worker-src', 'blob:']] : []);

/** What the table of all ways says of one: the kinds of things that it asks for. */
export const needs = ['img-src', 'frame-src', 'script-src', 'wasm', 'connect-src', 'cors', 'sandbox'] as const;
export type Need = (typeof needs)[number];
export const needs_of: Record<Way, readonly Need[]> = {
  link: ['img-src'],
  frame: ['frame-src', 'script-src', 'sandbox'],
  single: ['script-src', 'wasm'],
  element: ['script-src', 'wasm', 'connect-src', 'cors'],
};

/** The folder of an address as somebody types it; undefined where it is none. */
export function base_of(text: string): string | undefined {
  try {
    const {protocol, origin, pathname} = new URL(text.trim());
    return protocol === 'https:' || protocol === 'http:' ? origin + pathname.replace(/[^/]*\.html$/, '').replace(/\/?$/, '/') : undefined;
  } catch {
    return undefined;
  }
}
