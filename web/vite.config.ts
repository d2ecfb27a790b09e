// Builds the static page into dist/: one script, and beside it the engine, the programs and the texts as own files.
import {defineConfig, type Plugin} from 'vite';
import {content} from './scripts/content.mjs';
import {build_target} from './scripts/floor.mjs';
import {write_worker} from './scripts/worker.mjs';

function shopgauge_content(): Plugin {
  return {
    name: 'shopgauge-content',
    apply: 'build',
    async generateBundle() {
      for (const {path, content: source} of await content()) this.emitFile({type: 'asset', fileName: path, source});
    },
  };
}

/** Last of all: it knows every file by its content. */
function offline_worker(): Plugin {
  return {name: 'offline-worker', apply: 'build', writeBundle: {order: 'post', sequential: true, handler: ({dir}) => write_worker(dir ?? 'dist')}};
}

/** Line breaks and indents inside the templates of the minified script: browsers do not need them. */
function squeezed_templates(): Plugin {
  return {
    name: 'squeezed-templates',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = file.code.replace(/\s*\n\s*/g, ' ');
      },
    },
  };
}

/** White space in style sheets, before the minifier takes the template for a text that it must keep. */
function squeezed_styles(): Plugin {
  return {
    name: 'squeezed-styles',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (/\/src\/(styles\/|shell\/\w*styles\.ts)/.test(id) ? code.replace(/\s*([{};,])\s+/g, '$1').replace(/: +/g, ':').replaceAll(';}', '}') : undefined),
  };
}

export default defineConfig({
  base: './',
  plugins: [shopgauge_content(), squeezed_styles(), squeezed_templates(), offline_worker()],
  build: {
    target: build_target,
    modulePreload: false,
    minify: 'terser',
    terserOptions: {module: true, compress: {passes: 3, ecma: 2020}},
    // All that the first result needs is one script, also where later ones share modules with it: rolldown alone would cut these out; likewise what a cycle needs. Its name is the group's.
    rollupOptions: {output: {
      codeSplitting: {groups: [{name: 'page', test: /src.main\.ts$/, priority: 2}, {name: 'cycle', test: /src.parts.cycle\.ts$/, priority: 1}]},
      entryFileNames: 'entry.js', chunkFileNames: ({name}) => (name === 'page' ? 'shop-gauge.js' : '[name].js'), assetFileNames: '[name][extname]',
    }},
  },
  preview: {host: '127.0.0.1'},
});
