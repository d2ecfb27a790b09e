/** Stores kept on the device, in IndexedDB: what one is, and reading and writing them. */
import {openDB, type DBSchema, type IDBPDatabase} from 'idb';
import {with_sheets_of} from './sheets';

export type Pairs = [key: string, text: string][];

/** What was typed for one program. */
export interface Sheet {
  edition: string;
  fields: Pairs;
  /** The program is the store's own file. */
  own?: boolean;
  /** An instant; those of earlier versions of the page lack it. */
  saved?: string;
}

/** A figure of a reply, as the engine gave it. */
export interface Figure {
  id: string;
  of: 'score' | 'node' | 'standard';
  value?: number;
  low?: number;
  high?: number;
  target?: number;
  rate?: boolean;
}

/** A month's numbers and what came of them under the edition of that day. */
export interface Snapshot {
  /** YYYY-MM */
  month: string;
  /** The day when it was kept. */
  taken: string;
  program: string;
  edition: string;
  fields: Pairs;
  basis?: string;
  verdict?: string;
  figures: Figure[];
}

export interface KeptStore {
  id: string;
  name: string;
  /** The program shown last. */
  program: string;
  /** By program: the one shown last. */
  sheets: Record<string, Sheet>;
  /** By program and edition: what was typed under others (sheets.ts). Earlier versions of the page carry it along unread. */
  other_editions?: Record<string, Sheet>;
  months: Snapshot[];
  /** The program document of one's own that the store was judged by last. */
  file?: {name: string; text: string};
  /** An instant. */
  saved: string;
  /** Grows with each writing: another tab's shows by it. */
  revision: number;
}

/** refused: the browser keeps nothing; full; newer: kept by a newer page; broken: anything else. */
export type Fault = 'refused' | 'full' | 'newer' | 'broken';

export function fault_of(error: unknown): Fault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError': return 'full';
    case 'VersionError': return 'newer';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError': return 'refused';
    default: return typeof indexedDB === 'undefined' ? 'refused' : 'broken';
  }
}

const is_object = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);
const is_text = (value: unknown): value is string => typeof value === 'string';
const is_pairs = (value: unknown): value is Pairs => Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(is_text));
const is_sheet = (value: unknown): value is Sheet =>
  is_object(value) && is_text(value['edition']) && is_pairs(value['fields']) && (value['saved'] === undefined || is_text(value['saved']));
const is_sheets = (value: unknown) => is_object(value) && Object.values(value).every(is_sheet);

function is_figure(value: unknown): value is Figure {
  return is_object(value) && is_text(value['id']) && is_text(value['of']) &&
    (['value', 'low', 'high', 'target'] as const).every((name) => value[name] === undefined || typeof value[name] === 'number');
}

function is_snapshot(value: unknown): value is Snapshot {
  return is_object(value) && /^\d{4}-\d{2}$/.test(String(value['month'])) && (['taken', 'program', 'edition'] as const).every((name) => is_text(value[name])) &&
    is_pairs(value['fields']) && Array.isArray(value['figures']) && value['figures'].every(is_figure);
}

/** Whether a record, of the shelf or of a file, can be used. */
export function is_store(value: unknown): value is KeptStore {
  return is_object(value) && (['id', 'name', 'program', 'saved'] as const).every((name) => is_text(value[name])) && Number.isInteger(value['revision']) &&
    is_sheets(value['sheets']) && (value['other_editions'] === undefined || is_sheets(value['other_editions'])) && Array.isArray(value['months']) && value['months'].every(is_snapshot) &&
    (value['file'] === undefined || (is_object(value['file']) && is_text(value['file']['name']) && is_text(value['file']['text'])));
}

interface Shape extends DBSchema {
  stores: {key: string; value: KeptStore};
}

let opened: Promise<IDBPDatabase<Shape>> | undefined;

function open(): Promise<IDBPDatabase<Shape>> {
  const forget = () => (opened = undefined);
  opened ??= (async () => openDB<Shape>('shopgauge', 1, {
    upgrade: (database) => void database.createObjectStore('stores', {keyPath: 'id'}),
    // A newer page in another tab wants to change the database: let go.
    blocking: () => void opened?.then((database) => database.close()).finally(forget),
    terminated: forget,
  }))();
  opened.catch(forget);
  return opened;
}

/** All records, those that cannot be used apart. */
export async function all_stores(): Promise<{stores: KeptStore[]; damaged: unknown[]}> {
  const records: unknown[] = await (await open()).getAll('stores');
  return {stores: records.filter(is_store).sort((one, other) => (one.saved < other.saved ? 1 : -1)), damaged: records.filter((record) => !is_store(record))};
}

/** Months of one program, each once: the later list's take the place of the earlier one's. */
export function joined_months(...lists: Snapshot[][]): Snapshot[] {
  const mark = ({program, month}: Snapshot) => `${program} ${month}`;
  return [...new Map(lists.flat().map((item) => [mark(item), item])).values()].sort((one, other) => (mark(one) < mark(other) ? -1 : 1));
}

/**
 * Writes a store over what is there. Returns the record as written, and that of another tab, where it had come in between:
 * its months and its sheets for other programs and editions are taken over.
 */
export async function write_store(store: KeptStore): Promise<{written: KeptStore; replaced?: KeptStore}> {
  const transaction = (await open()).transaction('stores', 'readwrite');
  const there: unknown = await transaction.store.get(store.id);
  const other = is_store(there) ? there : undefined;
  const replaced = other && other.revision !== store.revision ? other : undefined;
  const joined = replaced ? {...with_sheets_of(replaced, store), months: joined_months(replaced.months, store.months)} : store;
  const written = {...joined, revision: Math.max(other?.revision ?? 0, store.revision) + 1, saved: new Date().toISOString()};
  await transaction.store.put(written);
  await transaction.done;
  return {written, ...(replaced ? {replaced} : {})};
}

export async function remove_store(id: string): Promise<void> {
  await (await open()).delete('stores', id);
}

/** Random enough to be the only one; without `crypto.randomUUID`, which plain http lacks. */
export const new_id = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
