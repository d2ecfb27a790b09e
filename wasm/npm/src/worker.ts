/** The engine in a worker: the page stays quick, forecasts tell how far they are, and a signal ends them at once. */
import version from 'piece:version';
import {loaded_or_error, to_text, type BatchAnswer, type CreateOptions, type Engine, type TextEngine} from './engine';
import type {OnProgress} from './exchange';
import {make_queue, type Queue} from './queue';
import type {MakeWorker} from './thread';

export * from './public';

/** To the worker. */
export interface Task {
  name: keyof TextEngine;
  text: string;
  progress: boolean;
}

export interface CallOptions {
  /** Ends the call at once: its promise is rejected with the signal's reason, and nothing of it goes on. Other calls are not touched. */
  signal?: AbortSignal | undefined;
}

export interface LongCallOptions extends CallOptions {
  /** Called while paths of chance are drawn (forecast), or after each request (batch). */
  on_progress?: OnProgress | undefined;
}

type Options<Name> = Name extends 'forecast' | 'batch' ? LongCallOptions : CallOptions;

/** The functions of `Functions`, each with a promise of what it gives. */
type Later<Functions, Name extends keyof Functions> = {
  [name in Name]: Functions[name] extends (...asked: infer Asked) => infer Reply ? (asked: Asked[0], options?: Options<name>) => Promise<Reply> : never;
};

type WorkerCalls = Later<Omit<Engine, 'programs'>, 'load' | 'assess' | 'timeline' | 'plan' | 'forecast' | 'compare' | 'check' | 'batch'>;

/** As `Engine`, each function with a promise; calls are answered in their order. */
export interface WorkerEngine extends WorkerCalls {
  /** Of the engine, "0.1.0"; the same as the package's. */
  readonly version: string;
  /** The same functions with texts. */
  readonly text: Later<TextEngine, keyof TextEngine>;
  programs(request?: Parameters<Engine['programs']>[0], options?: CallOptions): Promise<ReturnType<Engine['programs']>>;
  /** Ends the worker; what it has not answered is rejected, and so is every later call. */
  close(): void;
}

export interface WorkerOptions extends CreateOptions {
  /** Makes the worker from worker_script.js (without WebAssembly: nowasm_worker_script.js), for where a policy forbids `blob:` addresses: `() => new Worker('/files/worker_script.js')`. Called again after a call was ended. */
  worker?: MakeWorker | undefined;
}

function text_calls({ask}: Queue): WorkerEngine['text'] {
  return {
    load: (document, options) => ask('load', document, options),
    programs: (request, options) => ask('programs', request, options),
    assess: (request, options) => ask('assess', request, options),
    timeline: (request, options) => ask('timeline', request, options),
    plan: (request, options) => ask('plan', request, options),
    forecast: (request, options) => ask('forecast', request, options),
    compare: (request, options) => ask('compare', request, options),
    check: (document, options) => ask('check', document, options),
    answer_line: (line, options) => ask('answer_line', line, options),
  };
}

async function batch(text: WorkerEngine['text'], requests: Iterable<unknown>, {on_progress, signal}: LongCallOptions = {}): Promise<BatchAnswer[]> {
  const lines = Array.from(requests, to_text);
  const answers: BatchAnswer[] = [];
  for (const line of lines) {
    answers.push(JSON.parse(await text.answer_line(line, {signal})) as BatchAnswer);
    on_progress?.(answers.length, lines.length);
  }
  return answers;
}

/** Starts an engine in a worker (in Node: in a thread). Rejected where no worker can be made, where the page's policy forbids it, or where one of `documents` has faults. */
export async function create_in_worker({documents = [], worker}: WorkerOptions = {}): Promise<WorkerEngine> {
  const queue = make_queue(worker);
  const text = text_calls(queue);
  const engine: WorkerEngine = {
    version,
    text,
    load: async (document, options) => JSON.parse(await text.load(to_text(document), options)),
    programs: async (request = {}, options) => JSON.parse(await text.programs(to_text(request), options)),
    assess: async (request, options) => JSON.parse(await text.assess(to_text(request), options)),
    timeline: async (request, options) => JSON.parse(await text.timeline(to_text(request), options)),
    plan: async (request, options) => JSON.parse(await text.plan(to_text(request), options)),
    forecast: async (request, options) => JSON.parse(await text.forecast(to_text(request), options)),
    compare: async (request, options) => JSON.parse(await text.compare(to_text(request), options)),
    check: async (document, options) => JSON.parse(await text.check(to_text(document), options)),
    batch: (requests, options) => batch(text, requests, options),
    close: queue.close,
  };
  try {
    await engine.programs();
    for (const document of documents) loaded_or_error(await engine.load(document));
  } catch (error) {
    engine.close();
    throw error;
  }
  return engine;
}
