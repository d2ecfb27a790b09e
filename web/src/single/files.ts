/**
 * The page's files in a build of one file: inside the script, deflated, so that nothing is fetched. Beside the code,
 * scripts/single.mjs puts the two constants below.
 */
import {unzlibSync} from 'fflate';
import type {EngineOptions} from '../files';

declare global {
  /** Paths below dist, each with its content: base64 of deflated bytes. */
  const shopgauge_files: Record<string, string>;
  /** The full engine: with WebAssembly, whose module is one of the files, or as JavaScript. */
  const shopgauge_engine: (options: EngineOptions & {wasmBinary?: Uint8Array}) => Promise<unknown>;
}

/** Nothing lies there. */
export const home = new URL('shopgauge:/');

export const is_folder = false;

const engine_path = 'engine/shopgauge_full.wasm';

/** By a library, for browsers without DecompressionStream (Safari before 16.4). */
function bytes_of(path: string): Uint8Array {
  const packed = Object.hasOwn(shopgauge_files, path) ? shopgauge_files[path] : undefined;
  if (packed === undefined) throw new Error(`${path} is not in this file`);
  return unzlibSync(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
}

/** Documents stand here whole, in all languages. */
const path_here = (path: string) => path.replace(/(\d{4}-\d{2}-\d{2})\.[a-zA-Z-]+\.json$/, '$1.json');

export const fetch_text = async (path: string) => new TextDecoder().decode(bytes_of(path_here(path)));

let shared: Promise<unknown> | undefined;

async function start(options: EngineOptions): Promise<unknown> {
  const wasmBinary = engine_path in shopgauge_files ? bytes_of(engine_path) : undefined;
  return shopgauge_engine({...options, ...(wasmBinary ? {wasmBinary} : {})});
}

/** There is one engine, the full one, and it has whole documents: all share it but forecasts, which are listened to. */
export function open_engine<T>(_folder: URL, _name: string, options: EngineOptions = {}): Promise<T> {
  return (options.on_progress ? start(options) : (shared ??= start({}))) as Promise<T>;
}
