// The blocks of a page of the documentation that a test runs itself: those below `<!-- by: PATH OF THE TEST -->`. A test takes them
// from here alone and says which it knows, so that none stands on a page unrun (tests/docs/samples.py asks that it does).
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** All of them, in order, as {language, text}; `languages` is what must come. `test` is the test's `import.meta.url`. */
export function blocks_by(test, page, languages) {
  const mark = `<!-- by: ${fileURLToPath(test).slice(root.length)} -->`;
  const found = [...page.matchAll(/^(<!-- by: .* -->)\n```([\w-]*)\n([^]*?)^```$/gm)].filter(([, own]) => own === mark).map(([, , language, text]) => ({language, text}));
  // A mark above something else would count as run.
  assert.equal(page.split(mark).length - 1, found.length, `${mark} stands above something that is no block`);
  assert.deepEqual(found.map(({language}) => language), languages, `the blocks below ${mark}`);
  return found;
}
