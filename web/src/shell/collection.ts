/** Kept stores as a file: written, and read back with what is wrong with it. */
import {is_store, new_id, type KeptStore} from './kept';

const format = 'shopgauge-stores';
const version = 1;

export const collection_text = (stores: KeptStore[]) => `${JSON.stringify({format, version, stores}, undefined, 1)}\n`;

export interface ReadCollection {
  stores: KeptStore[];
  /** Records that cannot be used. */
  damaged: number;
}

/** not_json: damaged or another kind of file; foreign: no stores of this page; newer: of a later version of it. */
export type Refusal = 'not_json' | 'foreign' | 'newer';

export function read_collection(text: string): ReadCollection | Refusal {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'not_json';
  }
  const {format: found, version: made, stores} = (content ?? {}) as {format?: unknown; version?: unknown; stores?: unknown};
  if (found !== format || !Array.isArray(stores)) return 'foreign';
  if (typeof made === 'number' && made > version) return 'newer';
  const good = stores.filter(is_store);
  return {stores: good, damaged: stores.length - good.length};
}

/** The stores of a file beside those on the shelf: `replace` writes over those with the same id, else they come as further ones. */
export function to_write(read: KeptStore[], shelf: KeptStore[], replace: boolean): KeptStore[] {
  return read.map((store) => {
    const own = shelf.find(({id}) => id === store.id);
    if (!own) return {...store, revision: 0};
    return replace ? {...store, revision: own.revision} : {...store, id: new_id(), revision: 0};
  });
}
