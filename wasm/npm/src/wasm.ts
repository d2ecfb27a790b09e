/** The engine with its WebAssembly in a file of its own, shopgauge.wasm: smaller, cached apart, compiled while it loads. */
import wasm_address from 'piece:wasm_address';
import type {CreateOptions, Engine} from './engine';
import {start} from './start';

export * from './public';

/** What is used of a fetched file; every `Response` is one. */
export interface WasmResponse {
  readonly ok: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A `WebAssembly.Module`. */
export type WasmModule = object;

export type WasmSource = ArrayBuffer | ArrayBufferView | WasmResponse | WasmModule;

export interface WasmOptions extends CreateOptions {
  /** The bytes of shopgauge.wasm, the response that brings them, or the module compiled already (some hosts at the edge allow no other). */
  wasm?: WasmSource | Promise<WasmSource> | undefined;
  /** Where the file lies, where it is not beside this script: given its name and the address beside the script. */
  locate_file?: ((name: string, beside: string) => string | URL) | undefined;
}

interface NodeFiles {
  readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}

/** Node does not fetch from disks. */
async function read(address: string): Promise<WasmSource> {
  if (!address.startsWith('file:')) return fetch(address);
  const node = (globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}}).process;
  const files = node?.getBuiltinModule?.('node:fs/promises') as NodeFiles | undefined;
  return files ? files.readFile(new URL(address)) : fetch(address);
}

/** A server may call the file what it likes: only the streaming compiler asks for its type. */
async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof Response)) return WebAssembly.compile(source as BufferSource);
  if (!source.ok) throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
  const streams = source.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

/** Starts an engine. Rejected where the file cannot be read or compiled, or where one of `documents` has faults. */
export function create({wasm, locate_file, ...options}: WasmOptions = {}): Promise<Engine> {
  return start(options, async (imports) => {
    const beside = wasm_address();
    const source = wasm ?? read(String(locate_file ? locate_file('shopgauge.wasm', beside) : beside));
    return WebAssembly.instantiate(await compile(await source), imports);
  });
}
