// The engine for browsers, as pages load it: one request text in, one reply text out.
import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {request_of} from '../rule.mjs';

/** `name` is `shopgauge`, or `shopgauge_full`, which also plans; in a folder with its .js and .wasm. It knows `documents`. */
export async function load_engine(folder, name, documents) {
  const {default: factory} = await import(pathToFileURL(`${folder}/${name}.js`));
  const engine = await factory({wasmBinary: await readFile(`${folder}/${name}.wasm`)});
  for (const reply of documents.map((document) => engine.load(document))) {
    if (!reply.startsWith('{"ok":true')) throw new Error(reply);
  }
  return engine;
}

/** The score of a reading, with what a caller who has objects pays for texts. */
export const score_by = (engine) => (reading) => JSON.parse(engine.assess(JSON.stringify(request_of(reading)))).value.score.value;
