// What stands beside the page for those who embed it: the frame's page, the scripts on both of its sides, and the pictures.
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {minify} from 'terser';
import {changes} from './changes.mjs';
import {pictures} from './pictures.mjs';
import {stamp} from './stamp.mjs';

const web = fileURLToPath(new URL('../', import.meta.url));
const texts = fileURLToPath(new URL('../../core/api/texts/', import.meta.url));

/** Hosts serve old browsers too: the scripts stay in old syntax. */
async function script(path, source) {
  const {code} = await minify(await readFile(join(web, source), 'utf8'), {ecma: 5, toplevel: true, compress: {passes: 3}});
  return {path, content: `${await stamp()}${code}\n`};
}

/** The frame's page, whose CSP allows its own style by its hash: 'self' may mean nothing in a sandboxed frame. */
async function frame_page() {
  const page = await readFile(join(web, 'embed.html'), 'utf8');
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  const said = await Promise.all(['zh-CN', 'en'].map(async (lang) => [lang, JSON.parse(await readFile(join(texts, `${lang}.json`), 'utf8'))['embed.noscript']]));
  const noscript = said.map(([lang, text]) => `<p lang="${lang}">${text}</p>`).join('');
  return {path: 'embed.html', content: page.replace('{style}', createHash('sha256').update(style).digest('base64')).replace('{noscript}', noscript)};
}

/** Every file: {path below dist, content}. */
export async function embedding() {
  const scripts = [script('shopgauge-resize.js', 'src/resize/host.js'), script('shopgauge-frame.js', 'src/resize/frame.js')];
  return [await frame_page(), ...(await Promise.all(scripts)), ...(await pictures()), ...(await changes())];
}
