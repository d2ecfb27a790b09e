/**
 * A link with the whole state in at most 2,000 characters: readable where that is enough, else its fields packed as `z`
 * (base64url of deflated text), and where even these are too many, without some, which are named.
 */
import {read_address, write_address} from '../address';
import type {Fields, State} from '../state';
import {period_of} from './words';

export const most_characters = 2000;

export interface Shared {
  link: string;
  packed: boolean;
  /** Keys of the fields that it does not carry. */
  left_out: string[];
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, BufferSource>)).arrayBuffer());
}

const as_text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Safari before 16.4 has neither of the streams; there a script is fetched, which may fail. */
async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof CompressionStream === 'function') return through(bytes, new CompressionStream('deflate-raw'));
  return (await import('./old_packer')).deflateSync(bytes, {level: 9});
}

/** The address of a state with its fields packed; undefined where what packs cannot be fetched. */
export async function packed_address(state: State): Promise<string | undefined> {
  const fields = write_address({fields: state.fields}).replace(/^#v=1&?/, '');
  try {
    return `${write_address({...state, fields: new Map()})}&z=${as_text(await deflated(new TextEncoder().encode(fields)))}`;
  } catch {
    return undefined;
  }
}

/** No link of ours is nearly as long, or unfolds to nearly as much. */
const most_packed = 4 * most_characters;
const most_unpacked = 400_000;

/** What unpacks: what is damaged rejects, at once or later. */
async function unpacker(): Promise<(bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array> {
  if (typeof DecompressionStream === 'function') return (bytes) => through(bytes, new DecompressionStream('deflate-raw'));
  return (await import('./old_packer')).inflateSync;
}

/** The address with its packed fields put back; undefined where they are damaged. Rejects where what unpacks cannot be fetched. */
export async function unpacked_address(hash: string): Promise<string | undefined> {
  const parts = hash.replace(/^#/, '').split('&');
  const text = parts.find((part) => part.startsWith('z='))?.slice(2) ?? '';
  if (text.length > most_packed) return undefined;
  const unpack = await unpacker();
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const fields = new TextDecoder('utf-8', {fatal: true}).decode(await unpack(bytes));
    if (!fields || fields.length > most_unpacked || read_address(`#${fields}`).ignored.length) return undefined;
    return `#${[...parts.filter((part) => !part.startsWith('z=')), fields].join('&')}`;
  } catch {
    return undefined;
  }
}

/** The fields to go next: the oldest period as a whole, else the longest. */
function least(fields: Fields): string[] {
  const periods = [...fields.keys()].map(period_of).filter((period) => period !== undefined).sort();
  const [oldest] = periods;
  if (oldest !== undefined) return [...fields.keys()].filter((key) => period_of(key) === oldest);
  const [longest] = [...fields].sort(([, one], [, other]) => other.length - one.length);
  return longest ? [longest[0]] : [];
}

export async function share(base: string, state: State): Promise<Shared> {
  const whole = base + write_address(state);
  if (whole.length <= most_characters) return {link: whole, packed: false, left_out: []};
  let {fields} = state;
  const left_out: string[] = [];
  for (;;) {
    const packed = await packed_address({...state, fields});
    const link = base + (packed ?? write_address({...state, fields}));
    const next = link.length > most_characters ? least(fields) : [];
    if (!next.length) return {link, packed: packed !== undefined, left_out};
    left_out.push(...next);
    fields = new Map([...fields].filter(([key]) => !next.includes(key)));
  }
}
