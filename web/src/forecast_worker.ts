/** The worker of a forecast: an engine of its own, one task, one reply. */
import {load, start_full_engine, type OnProgress} from './engine';
import type {ForecastMessage, ForecastTask} from './forecast';

/** How often the page is told. */
const pause_ms = 50;

const tell = (message: ForecastMessage) => postMessage(message);

function make_listener(): OnProgress {
  let told = performance.now();
  return (done, all) => {
    if (performance.now() - told < pause_ms && done < all) return;
    told = performance.now();
    tell({done, all});
  };
}

async function work({engine: folder, documents, request}: ForecastTask): Promise<void> {
  const engine = await start_full_engine(new URL(folder), make_listener());
  for (const document of documents) {
    const loaded = load(engine, document);
    if (!loaded.ok) throw new Error(loaded.issues.map(({code, path}) => `${code} ${path}`).join());
  }
  tell({reply: engine.forecast(request)});
}

addEventListener('message', ({data}: MessageEvent<ForecastTask>) => {
  work(data).catch((error: unknown) => tell({failure: String(error)}));
});
