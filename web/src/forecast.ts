/** Runs forecasts in a worker of their own, so that the page stays quick: with progress, and ended at once by its signal. */
import {fetch_text} from './content';
import type {OnProgress} from './engine';

/** What a forecast has to name, besides what the engine asks: its edition, and that of each program that feeds it. */
export interface ForecastAsked {
  program: string;
  edition: string;
  feeds?: {program: string; edition: string}[];
}

export interface ForecastOptions {
  /** Paths drawn, of all. */
  on_progress?: OnProgress;
  signal?: AbortSignal;
}

/** To the worker. */
export interface ForecastTask {
  engine: string;
  documents: string[];
  request: string;
}

/** From the worker. */
export type ForecastMessage = {done: number; all: number} | {reply: string} | {failure: string};

const documents_of = ({program, edition, feeds = []}: ForecastAsked) =>
  Promise.all([{program, edition}, ...feeds].map((one) => fetch_text(`programs/${one.program}/${one.edition}.json`)));

function run(task: ForecastTask, {on_progress, signal}: ForecastOptions): Promise<string> {
  const worker = new Worker(new URL('./forecast_worker.ts', import.meta.url), {type: 'module'});
  return new Promise<string>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({data}: MessageEvent<ForecastMessage>) => {
      if ('reply' in data) resolve(data.reply);
      else if ('failure' in data) reject(new Error(data.failure));
      else on_progress?.(data.done, data.all);
    };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

/** The engine's reply to a request of `forecast`, as its text. Rejected with the signal's reason; then nothing is left of the run. */
export async function forecast(engine: URL, request: string, options: ForecastOptions = {}): Promise<string> {
  const documents = await documents_of(JSON.parse(request) as ForecastAsked);
  options.signal?.throwIfAborted();
  return run({engine: engine.href, documents, request}, options);
}
