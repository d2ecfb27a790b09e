/** Fetches the page's own files: the index of programs, one program document, its example, one language's texts. */
import type {Lang} from './generated/shopgauge';
import type {ProgramDocument, Text} from './program';
import type {Table} from './texts';

export interface EditionEntry {
  edition: string;
  from: string;
  until: string | null;
  article: boolean;
  functions: ('assess' | 'timeline')[];
}

export interface ProgramEntry {
  program: string;
  title: Text;
  /** The edition that a visitor sees who named none. */
  edition: string;
  /** Whether example.request.json lies beside the documents. */
  example: boolean;
  editions: EditionEntry[];
}

export interface Index {
  programs: ProgramEntry[];
}

export interface Example {
  program: string;
  edition?: string;
  [key: string]: unknown;
}

/** A program document twice: as the text that the engine loads, and read for the form. */
export interface Loaded {
  text: string;
  document: ProgramDocument;
}

/** The folder of the built page: everything lies beside the script. */
export const home = new URL(/* @vite-ignore */ './', import.meta.url);

async function fetch_text(path: string): Promise<string> {
  const answer = await fetch(new URL(path, home));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

async function fetch_json<T>(path: string): Promise<T> {
  return JSON.parse(await fetch_text(path)) as T;
}

export const fetch_index = () => fetch_json<Index>('programs/index.json');
export const fetch_table = (lang: Lang) => fetch_json<Table>(`texts/${lang}.json`);
export const fetch_example = (program: string) => fetch_text(`programs/${program}/example.request.json`);

export async function fetch_program(program: string, edition: string): Promise<Loaded> {
  const text = await fetch_text(`programs/${program}/${edition}.json`);
  return {text, document: JSON.parse(text) as ProgramDocument};
}
