/** Loads the WebAssembly engine and speaks with it: one JSON text in, one JSON text out. */
import type {AssessReply, CompareReply, Issues, LoadReply, PlanReply, TimelineReply} from './generated/shopgauge';

/** The engine's own functions, as wasm/bindings.cpp names them. */
export interface Engine {
  load(request: string): string;
  assess(request: string): string;
  timeline(request: string): string;
}

/** The larger build: it also plans, compares, forecasts, checks documents from the device, and takes them inside requests. */
export interface FullEngine extends Engine {
  check(document: string): string;
  plan(request: string): string;
  compare(request: string): string;
  forecast(request: string): string;
}

/** Told of the paths of a forecast. */
export type OnProgress = (done: number, all: number) => void;

export type Reply<T> = T | Issues;

type Factory<T> = (options: {locateFile: (name: string) => string; on_progress?: OnProgress}) => Promise<T>;

async function start<T extends Engine>(folder: URL, name: string, more: {on_progress?: OnProgress} = {}): Promise<T> {
  const glue = (await import(/* @vite-ignore */ new URL(name, folder).href)) as {default: Factory<T>};
  return glue.default({...more, locateFile: (file) => new URL(file, folder).href});
}

/** Fetches and starts the engine that lies in `folder`. */
export const start_engine = (folder: URL) => start<Engine>(folder, 'shopgauge.js');
export const start_full_engine = (folder: URL, on_progress?: OnProgress) => start<FullEngine>(folder, 'shopgauge_full.js', on_progress && {on_progress});

export const load = (engine: Engine, text: string) => JSON.parse(engine.load(text)) as Reply<LoadReply>;
export const assess = (engine: Engine, text: string) => JSON.parse(engine.assess(text)) as Reply<AssessReply>;
export const timeline = (engine: Engine, text: string) => JSON.parse(engine.timeline(text)) as Reply<TimelineReply>;
export const check = (engine: FullEngine, text: string) => JSON.parse(engine.check(text)) as Reply<LoadReply>;
export const plan = (engine: FullEngine, text: string) => JSON.parse(engine.plan(text)) as Reply<PlanReply>;
export const compare = (engine: FullEngine, text: string) => JSON.parse(engine.compare(text)) as Reply<CompareReply>;
