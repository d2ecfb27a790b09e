/** Fetches the page's own files: the index of programs, one program document, one language's texts. */
import {fetch_text, is_folder} from './files';
import type {Lang} from './generated/shopgauge';
import type {ProgramDocument, Text} from './program';
import type {Table} from './texts';

export interface EditionEntry {
  edition: string;
  from: string;
  until: string | null;
  article?: boolean;
}

export interface ProgramEntry {
  program: string;
  title: Text;
  /** The platform whose programs stand together in the list. */
  platform: Text;
  time_zone: string;
  /** Oldest first. */
  editions: EditionEntry[];
}

export interface Index {
  programs: ProgramEntry[];
}

/** A program document twice: as the text that the engine loads, and read for the form. */
export interface Loaded {
  text: string;
  document: ProgramDocument;
  /** The language of its texts; absent where it has them in all. */
  lang?: Lang;
  /** Opened as a file: no catalog has it. */
  from_device?: boolean;
}

async function fetch_json<T>(path: string): Promise<T> {
  return JSON.parse(await fetch_text(path)) as T;
}

/** Parts of the string table, as scripts/content.mjs cuts it. */
export type TextPart = 'main' | 'cycle' | 'ended' | 'mistakes' | 'background' | 'desk' | 'forecast' | 'told' | 'profile';

const once = new Map<string, Promise<unknown>>();

/** Each of these is fetched once; a failed fetch may be tried again. */
function fetch_once<T>(path: string, get: (path: string) => Promise<T>): Promise<T> {
  const found = (once.get(path) as Promise<T> | undefined) ?? get(path);
  once.set(path, found);
  found.catch(() => once.delete(path));
  return found;
}

export const fetch_index = () => fetch_once('programs/index.json', fetch_json<Index>);

export const fetch_texts = (lang: Lang, part: TextPart) => fetch_once(`texts/${lang}.${part}.json`, fetch_json<Table>);

/** A part of a document, or of an object or array in it. */
interface Piece {
  [name: string]: Piece | string;
}

/** Objects stay the same, so whoever holds a part of the document has the rest too. */
function put_into(whole: Piece, more: Piece): void {
  for (const [name, own] of Object.entries(more)) {
    const place = whole[name];
    if (typeof place === 'object' && typeof own === 'object') put_into(place, own);
    else whole[name] = own;
  }
}

let is_complete = false;

/** Puts into a document what nothing shows before the first result: explanations, sources, English names of a table's words. From then on every one has it. */
export async function complete({document, lang}: Loaded): Promise<void> {
  is_complete = true;
  if (lang) put_into(document as unknown as Piece, await fetch_once(`programs/${document.program}/${document.edition}.${lang}.later.json`, fetch_json<Piece>));
}

/** An edition with its texts in one language, as scripts/content.mjs writes it. */
export async function fetch_program(program: string, edition: string, lang: Lang): Promise<Loaded> {
  const loaded = await fetch_once(`programs/${program}/${edition}.${lang}.json`, async (path): Promise<Loaded> => {
    const text = await fetch_text(path);
    return {text, document: JSON.parse(text) as ProgramDocument, ...(is_folder ? {lang} : {})};
  });
  if (is_complete) await complete(loaded);
  return loaded;
}

/** The same rules with their texts in a language. */
export async function in_language(loaded: Loaded, lang: Lang): Promise<Loaded> {
  const {program, edition} = loaded.document;
  return !loaded.lang || loaded.lang === lang ? loaded : fetch_program(program, edition, lang);
}

/** Whether both are the same rules, in whatever language. */
export function is_same(one: Loaded | undefined, other: Loaded | undefined): boolean {
  if (!one?.lang || !other?.lang) return one === other;
  return one.document.program === other.document.program && one.document.edition === other.document.edition;
}

/** In force on a day, over, yet to come, or never in force: told by an article. */
export type EditionState = 'open' | 'ended' | 'coming' | 'article';

export function state_of({from, until, article}: EditionEntry, day: string): EditionState {
  if (article) return 'article';
  if (from > day) return 'coming';
  return until !== null && until < day ? 'ended' : 'open';
}

/** The edition for a visitor who names none: the newest in force on that day, else the newest of all. */
export function proposed_edition({editions}: ProgramEntry, day: string): string {
  const open = editions.filter((entry) => state_of(entry, day) === 'open');
  return (open.at(-1) ?? editions.at(-1))?.edition ?? '';
}
