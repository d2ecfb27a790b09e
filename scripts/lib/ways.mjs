// What each way to put the calculator on somebody's page loads, with its bar, in KB after `gzip -9`, 1 KB = 1000 bytes. scripts/budgets.mjs
// holds the bars, a few percent above what was measured when they were set; tests/web/sizes.test.mjs what docs/embedding.md says.
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';

const root = new URL('../../', import.meta.url).pathname;
const dist = (name) => `${root}web/dist/${name}`;

const sizes = new Map();

export function gzip_bytes(path) {
  const known = sizes.get(path) ?? execFileSync('gzip', ['-9', '-c', path]).length;
  sizes.set(path, known);
  return known;
}

export const gzip_kilobytes = (paths) => paths.reduce((sum, path) => sum + gzip_bytes(path), 0) / 1000;

/** A page with the scripts that it names. */
function with_scripts(name) {
  const scripts = [...readFileSync(dist(name), 'utf8').matchAll(/<script [^>]*src="\.\/([^"]+)"/g)].map(([, script]) => script);
  if (!scripts.length) throw new Error(`${name} names no script`);
  return [name, ...scripts].map(dist);
}

/** The module fetches its parts as they are used; what comes before its first result is measured by tests/web/load.test.mjs. */
export const first_result_bar = 130;

/** These fetch nothing later. */
export const whole_ways = () => [
  {way: 'frame', name: 'a frame, embed.html', files: with_scripts('embed.html'), bar: 570},
  {way: 'single', name: 'shopgauge.single.js', files: [dist('shopgauge.single.js')], bar: 570},
  {way: 'nowasm', name: 'shopgauge.single.nowasm.js', files: [dist('shopgauge.single.nowasm.js')], bar: 655},
  {way: 'saved', name: 'the saved page', files: [`${root}build/single/shopgauge.html`], bar: 605},
].map((one) => ({...one, value: gzip_kilobytes(one.files)}));

/** The heaviest of the pictures. */
export const picture = () => Math.max(...readdirSync(dist('pictures')).map((name) => gzip_bytes(dist(`pictures/${name}`)))) / 1000;
