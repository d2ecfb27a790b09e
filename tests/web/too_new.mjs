// Asks es-check whether scripts hold syntax or built-in functions that the oldest supported browsers lack.
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {browserslist_query} from '../../web/scripts/floor.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

/** What es-check says of files, nothing where all is well. */
export async function too_new(files) {
  const check = [join(web, 'node_modules/es-check/lib/cli/index.js'), 'checkBrowser', ...files, '--module', '--checkFeatures', '--noColor', `--browserslistQuery=${browserslist_query}`];
  return promisify(execFile)(process.execPath, check, {cwd: web}).then(() => '', ({stdout, stderr}) => (stdout + stderr).replace(/\n\s+at .*/g, ''));
}

/** Before a page: takes away what Safari lacked before 16.4. */
export const older = (context) => context.addInitScript(() => {
  delete Document.prototype.adoptedStyleSheets;
  delete ShadowRoot.prototype.adoptedStyleSheets;
  delete CSSStyleSheet.prototype.replace;
  delete CSSStyleSheet.prototype.replaceSync;
  delete window.CompressionStream;
  delete window.DecompressionStream;
});
