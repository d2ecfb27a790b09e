/** Runs forecasts in a worker of their own, so that the page stays quick: with progress, and ended at once by its signal. */
import {hear, type Message, type OnProgress} from '../../wasm/npm/src/exchange';
import {fetch_text} from './files';
import {open_worker} from './thread';

/** What a forecast has to name, besides what the engine asks: its edition, and that of each program that feeds it. A whole document needs none. */
export interface ForecastAsked {
  program: string | object;
  edition?: string;
  feeds?: Pick<ForecastAsked, 'program' | 'edition'>[];
}

export interface ForecastOptions {
  /** Paths drawn, of all. */
  on_progress?: OnProgress;
  signal?: AbortSignal;
  /** Told once where the page may have no worker: then the page stands still until the reply, and `signal` ends nothing. */
  on_standstill?: () => void;
}

/** To the worker. */
export interface ForecastTask {
  engine: string;
  documents: string[];
  request: string;
}

const documents_of = ({program, edition, feeds = []}: ForecastAsked) =>
  Promise.all([{program, edition}, ...feeds].flatMap((one) => (typeof one.program === 'string' ? [fetch_text(`programs/${one.program}/${one.edition}.json`)] : [])));

/** Not the run failed, but its worker: the page's rules forbid it, or it cannot be fetched. */
class NoWorker extends Error {}

function in_worker(task: ForecastTask, {on_progress, signal}: ForecastOptions): Promise<string> {
  let worker: Worker | undefined;
  return new Promise<string>((resolve, reject) => {
    try {
      worker = open_worker();
    } catch (error) {
      throw new NoWorker(String(error));
    }
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    worker.onerror = (event) => reject(new NoWorker(event.message));
    worker.onmessage = ({data}: MessageEvent<Message>) => hear(data, {resolve, reject, on_progress});
    worker.postMessage(task);
  }).finally(() => worker?.terminate());
}

/** The engine answers in one go; what is drawn before it begins is seen meanwhile. */
async function on_the_page(task: ForecastTask, {on_progress = () => {}, signal, on_standstill}: ForecastOptions): Promise<string> {
  on_standstill?.();
  const {answer} = await import('./forecast_run');
  await new Promise((resolve) => setTimeout(resolve, 50));
  signal?.throwIfAborted();
  return answer(task, on_progress);
}

/** The engine's reply to a request of `forecast`, as its text. Rejected with the signal's reason; then nothing is left of the run. */
export async function forecast(engine: URL, request: string, options: ForecastOptions = {}): Promise<string> {
  const documents = await documents_of(JSON.parse(request) as ForecastAsked);
  options.signal?.throwIfAborted();
  const task = {engine: engine.href, documents, request};
  return in_worker(task, options).catch((error: unknown) => {
    if (error instanceof NoWorker) return on_the_page(task, options);
    throw error;
  });
}
