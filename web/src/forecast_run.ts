/** One forecast, in the thread that calls: an engine of its own, which is told the documents and says how far it is. */
import type {OnProgress} from '../../wasm/npm/src/exchange';
import {load, start_full_engine} from './engine';
import type {ForecastTask} from './forecast';

export async function answer({engine: folder, documents, request}: ForecastTask, on_progress: OnProgress): Promise<string> {
  const engine = await start_full_engine(new URL(folder), on_progress);
  for (const document of documents) {
    const loaded = load(engine, document);
    if (!loaded.ok) throw new Error(loaded.issues.map(({code, path}) => `${code} ${path}`).join());
  }
  return engine.forecast(request);
}
