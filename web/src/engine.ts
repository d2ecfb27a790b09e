/** Loads the WebAssembly engine and speaks with it: one JSON text in, one JSON text out. */
import type {AssessReply, Issues, LoadReply, ProgramsReply, TimelineReply} from './generated/shopgauge';

/** The engine's own functions, as wasm/bindings.cpp names them. */
export interface Engine {
  load(request: string): string;
  programs(request: string): string;
  assess(request: string): string;
  timeline(request: string): string;
}

export type Reply<T> = T | Issues;

type Factory = (options: {locateFile: (name: string) => string}) => Promise<Engine>;

/** Fetches and starts the engine that lies in `folder`. */
export async function start_engine(folder: URL): Promise<Engine> {
  const glue = (await import(/* @vite-ignore */ new URL('shopgauge.js', folder).href)) as {default: Factory};
  return glue.default({locateFile: (name) => new URL(name, folder).href});
}

export const load = (engine: Engine, text: string) => JSON.parse(engine.load(text)) as Reply<LoadReply>;
export const programs = (engine: Engine, text: string) => JSON.parse(engine.programs(text)) as Reply<ProgramsReply>;
export const assess = (engine: Engine, text: string) => JSON.parse(engine.assess(text)) as Reply<AssessReply>;
export const timeline = (engine: Engine, text: string) => JSON.parse(engine.timeline(text)) as Reply<TimelineReply>;
