// How a static host must serve what scripts/package lays out: which headers go with which addresses, as `_headers` files say it.
//
// Hosts that read `_headers` join equal names of all rules that match with a comma, and Cloudflare Pages stops after 100 rules. So each
// name is set by one rule for any address, and folders stand for their files. The releases before this one lie beside it and have the
// same rules. docs/deploying.md names the hosts' own words.
import {readdirSync} from 'node:fs';
import path from 'node:path';

const always = {'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()', 'Strict-Transport-Security': 'max-age=31536000'};
const for_embedders = {'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin'};
const not_kept = {'Cache-Control': 'no-cache'};
const kept = {'Cache-Control': 'public, max-age=31536000, immutable'};

/** What a page cannot say of itself; the rest of its policy stands in it. */
const framed_by = (whom) => ({'Content-Security-Policy': `frame-ancestors ${whom}`});

const entries_in = (folder) => readdirSync(folder, {withFileTypes: true}).sort((one, other) => (one.name < other.name ? -1 : 1));
const folders_in = (folder) => entries_in(folder).filter((entry) => entry.isDirectory()).map(({name}) => name);
const pages_in = (folder) => entries_in(folder).filter(({name}) => name.endsWith('.html')).map(({name}) => name);

/** The files of a folder, but not of those inside it. `:file` is one part of an address. */
const own_files = (prefix, headers) => [[`${prefix}/`, headers], [`${prefix}/:file`, headers]];

/** How long the files may be kept: only what is named by its content for good. */
function keeping(site) {
  const others = folders_in(site).filter((name) => !['docs', 'v'].includes(name));
  return [
    ...own_files('', not_kept), ...others.map((name) => [`/${name}/*`, not_kept]),
    ...own_files('/docs', not_kept), ...folders_in(path.join(site, 'docs')).map((name) => [`/docs/${name}/*`, name === 'assets' ? kept : not_kept]),
    ['/v/*', kept],
  ];
}

/** Who may frame the pages of a folder with a calculator. Some hosts serve pages without `.html` too. */
function framing(folder, prefix) {
  const pages = pages_in(folder).flatMap((name) => [name, path.basename(name, '.html')].map((address) => [`${prefix}/${address}`, framed_by(name === 'embed.html' ? '*' : "'self'")]));
  const folders = folders_in(folder).filter((name) => name !== 'v' && readdirSync(path.join(folder, name), {recursive: true}).some((file) => file.endsWith('.html')));
  return [[`${prefix}/`, framed_by("'self'")], ...pages, ...folders.map((name) => [`${prefix}/${name}/*`, framed_by("'self'")])];
}

/** `site`: the laid out folder, `address`: of this release in it. [address or pattern, {name: value}], each pattern once. */
export function host_headers(site, address) {
  const rules = new Map([['/*', {...always, ...for_embedders}]]);
  const all = [...keeping(site), ...framing(site, ''), ...framing(path.join(site, address), '/v/:release')];
  for (const [where, headers] of all) rules.set(where, {...rules.get(where), ...headers});
  return [...rules];
}

export const as_headers_file = (rules) => rules.map(([where, headers]) => `${where}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`).join('\n');
