/** Loads the WebAssembly engine and speaks with it: one JSON text in, one JSON text out. */
import type {OnProgress} from '../../wasm/npm/src/exchange';
import type {Loaded} from './content';
import {open_engine} from './files';
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

export type Reply<T> = T | Issues;

const started = new Map<string, Promise<unknown>>();

/** All elements of a page share an engine; what failed may be tried again. */
function start_once<T>(folder: URL, name: string): Promise<T> {
  const found = started.get(name) ?? open_engine(folder, name);
  started.set(name, found);
  found.catch(() => started.delete(name));
  return found as Promise<T>;
}

/** The editions that the lean engine has, each in the language that came first: it does not look at texts, and in another language it would be another document to it. */
const in_engine = new Set<string>();

/** Gives the document to the lean engine once both are there; one from the device goes along with each request instead. */
export function load_once(engine: Engine | undefined, loaded: Loaded | undefined): void {
  if (!engine || !loaded || loaded.from_device) return;
  const {text, document: {program, edition}} = loaded;
  const mark = `${program} ${edition}`;
  if (in_engine.has(mark)) return;
  const reply = load(engine, text);
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  in_engine.add(mark);
}

/** Starts the engine that lies in `folder`. A listener has one of its own. */
export const start_engine = (folder: URL) => start_once<Engine>(folder, 'shopgauge');
export const start_full_engine = (folder: URL, on_progress?: OnProgress) =>
  (on_progress ? open_engine<FullEngine>(folder, 'shopgauge_full', {on_progress}) : start_once<FullEngine>(folder, 'shopgauge_full'));

export const load = (engine: Engine, text: string) => JSON.parse(engine.load(text)) as Reply<LoadReply>;
export const assess = (engine: Engine, text: string) => JSON.parse(engine.assess(text)) as Reply<AssessReply>;
export const timeline = (engine: Engine, text: string) => JSON.parse(engine.timeline(text)) as Reply<TimelineReply>;
export const check = (engine: FullEngine, text: string) => JSON.parse(engine.check(text)) as Reply<LoadReply>;
export const plan = (engine: FullEngine, text: string) => JSON.parse(engine.plan(text)) as Reply<PlanReply>;
export const compare = (engine: FullEngine, text: string) => JSON.parse(engine.compare(text)) as Reply<CompareReply>;
