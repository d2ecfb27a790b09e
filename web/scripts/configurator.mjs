// Builds configure.html with a script of its own into dist/: sharing one with the page would make that larger.
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const web = fileURLToPath(new URL('../', import.meta.url));

/** `plugins` and `terserOptions` are those of the page. */
export async function build_configurator({outDir, target, plugins, terserOptions}) {
  await build({
    root: web, base: './', configFile: false, publicDir: false, logLevel: 'error', plugins,
    build: {
      outDir, emptyOutDir: false, target, modulePreload: false, minify: 'terser', terserOptions,
      rollupOptions: {input: `${web}configure.html`, output: {codeSplitting: false, entryFileNames: 'configure.js', assetFileNames: 'configure.[ext]'}},
    },
  });
}
