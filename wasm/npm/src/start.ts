/** Starts the engine as Emscripten linked it, without anything of it fetching a file. */
import factory from 'piece:glue';
import version from 'piece:version';
import {make_engine, type CreateOptions, type Engine, type ProgressOptions, type TextEngine} from './engine';
import type {OnProgress} from './exchange';

/** The functions that wasm/bindings_full.cpp names. */
type Linked = {[name in keyof TextEngine]: (text: string) => string};

/** Makes an instance of the module with these imports. */
type Instantiate = (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>;

interface FactoryOptions {
  locateFile: () => string;
  on_progress: OnProgress;
  instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
}

export type Factory = (options: FactoryOptions) => Promise<Linked>;

/** `on_progress` of the forecast that runs; nothing else runs meanwhile. */
interface Listening {
  now?: OnProgress | undefined;
}

function link(listening: Listening, instantiate?: Instantiate): Promise<Linked> {
  return new Promise((resolve, reject) => {
    const options: FactoryOptions = {locateFile: () => '', on_progress: (done, all) => listening.now?.(done, all)};
    if (instantiate) {
      options.instantiateWasm = (imports, done) => {
        instantiate(imports).then(done, reject);
        return {};
      };
    }
    factory(options).then(resolve, reject);
  });
}

/** An error must not pass through the engine's own frames: it waits at their end. */
function forecast(linked: Linked, listening: Listening, request: string, {on_progress}: ProgressOptions): string {
  const thrown: unknown[] = [];
  listening.now = on_progress && ((done, all) => {
    try {
      if (!thrown.length) on_progress(done, all);
    } catch (error) {
      thrown.push(error);
    }
  });
  try {
    return linked.forecast(request);
  } finally {
    listening.now = undefined;
    if (thrown.length) throw thrown[0];
  }
}

/** The engine's functions with texts. Without `instantiate`, the link that is JavaScript as a whole. */
export async function start_text(instantiate?: Instantiate): Promise<TextEngine> {
  const listening: Listening = {};
  const linked = await link(listening, instantiate);
  return {
    load: (document) => linked.load(document),
    programs: (request) => linked.programs(request),
    assess: (request) => linked.assess(request),
    timeline: (request) => linked.timeline(request),
    plan: (request) => linked.plan(request),
    forecast: (request, options = {}) => forecast(linked, listening, request, options),
    compare: (request) => linked.compare(request),
    check: (document) => linked.check(document),
    answer_line: (line) => linked.answer_line(line),
  };
}

export async function start(options?: CreateOptions, instantiate?: Instantiate): Promise<Engine> {
  return make_engine(await start_text(instantiate), version, options);
}
