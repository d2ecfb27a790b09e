// The engine for browsers, as pages load it: one request text in, one reply text out.
import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {document_text, request_of} from '../rule.mjs';

/** Of a folder with shopgauge.js and shopgauge.wasm. */
export async function load_engine(folder) {
  const {default: factory} = await import(pathToFileURL(`${folder}/shopgauge.js`));
  const engine = await factory({wasmBinary: await readFile(`${folder}/shopgauge.wasm`)});
  const reply = engine.load(document_text);
  if (!reply.startsWith('{"ok":true')) throw new Error(reply);
  return {
    /** Texts. */
    assess: (request) => engine.assess(request),
    /** With what a caller with objects pays for texts. */
    score: (reading) => JSON.parse(engine.assess(JSON.stringify(request_of(reading)))).value.score.value,
  };
}
