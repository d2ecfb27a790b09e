/** The WebAssembly module that lies inside the script, unpacked and compiled once. */
import packed from 'piece:wasm';

function packed_bytes(): Uint8Array<ArrayBuffer> {
  const characters = atob(packed);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; ++at) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

async function compile(): Promise<WebAssembly.Module> {
  const unpacked = new Blob([packed_bytes()]).stream().pipeThrough(new DecompressionStream('deflate'));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

let compiled: Promise<WebAssembly.Module> | undefined;

export const instantiate_inside = async (imports: WebAssembly.Imports) => WebAssembly.instantiate(await (compiled ??= compile()), imports);
