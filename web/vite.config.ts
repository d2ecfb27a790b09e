// Builds the static page into dist/: one script, and beside it the engine, the programs and the texts as own files.
import {readFile} from 'node:fs/promises';
import {defineConfig, type Plugin} from 'vite';
import {build_configurator} from './scripts/configurator.mjs';
import {content} from './scripts/content.mjs';
import {embedding} from './scripts/embedding.mjs';
import {build_target} from './scripts/floor.mjs';
import {noted_packages, write_notices} from './scripts/notices.mjs';
import {bare_imports, squeezed_styles, squeezed_templates, terser} from './scripts/squeeze.mjs';
import {stamped} from './scripts/stamp.mjs';
import {write_worker} from './scripts/worker.mjs';

function shopgauge_content(): Plugin {
  return {
    name: 'shopgauge-content',
    apply: 'build',
    async generateBundle() {
      for (const {path, content: source} of [...(await content()), ...(await embedding())]) this.emitFile({type: 'asset', fileName: path, source});
    },
  };
}

const noted = noted_packages();

function configurator(): Plugin {
  const plugins = [noted.plugin, squeezed_styles(), squeezed_templates(), stamped()];
  return {name: 'configurator', apply: 'build', writeBundle: {sequential: true, handler: ({dir}) => build_configurator({outDir: dir ?? 'dist', target: build_target, plugins, terserOptions: terser})}};
}

/** What search engines say of the page: in the language that it begins with; the tools put the other one in. */
function described(): Plugin {
  return {
    name: 'described',
    async transformIndexHtml(html) {
      const lang = /<html lang="([^"]+)"/.exec(html)?.[1];
      const table = JSON.parse(await readFile(new URL(`../core/api/texts/${lang}.json`, import.meta.url), 'utf8')) as Record<string, string>;
      return html.replace('name="description" content=""', `name="description" content="${table['page.tools.description'] ?? ''}"`);
    },
  };
}

/** Every visit needs these, whatever it shows: they are fetched beside the script that asks for them, not after it. */
const early = [
  {rel: 'modulepreload', href: './engine/shopgauge.js'},
  {rel: 'preload', as: 'fetch', crossorigin: true, href: './engine/shopgauge.wasm'},
  {rel: 'preload', as: 'fetch', crossorigin: true, href: './programs/index.json'},
];

function asked_early(): Plugin {
  return {name: 'asked-early', apply: 'build', transformIndexHtml: {order: 'post', handler: () => early.map((attrs) => ({tag: 'link', attrs, injectTo: 'head' as const}))}};
}

/** Last of all that a visit may fetch: it knows every file by its content. */
function offline_worker(): Plugin {
  return {name: 'offline-worker', apply: 'build', writeBundle: {order: 'post', sequential: true, handler: ({dir}) => write_worker(dir ?? 'dist')}};
}

/** Each build notes whose code it takes. No visit fetches the file, so the worker does not know it. */
function notices(): Plugin {
  return {name: 'notices', apply: 'build', writeBundle: {order: 'post', sequential: true, handler: ({dir}) => write_notices(dir ?? 'dist', noted.folders)}};
}

export default defineConfig({
  base: './',
  plugins: [noted.plugin, shopgauge_content(), described(), asked_early(), bare_imports(), squeezed_styles(), squeezed_templates(), stamped(), configurator(), offline_worker(), notices()],
  build: {
    target: build_target,
    modulePreload: false,
    minify: 'terser',
    terserOptions: terser,
    // All that the first result needs is one script, also where later ones share modules with it: rolldown alone would cut these out; likewise what a cycle needs. Its name is the group's.
    rollupOptions: {output: {
      codeSplitting: {groups: [{name: 'page', test: /src.(main|parts.findings)\.ts$/, priority: 2}, {name: 'cycle', test: /src.parts.cycle\.ts$/, priority: 1}]},
      entryFileNames: 'entry.js', chunkFileNames: ({name}) => (name === 'page' ? 'shop-gauge.js' : '[name].js'), assetFileNames: '[name][extname]',
    }},
  },
  // A module knows its own address, also where a worker made of text fetches it (src/thread.ts).
  worker: {format: 'es', plugins: () => [noted.plugin]},
  preview: {host: '127.0.0.1'},
});
