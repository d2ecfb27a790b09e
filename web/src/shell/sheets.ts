/** A store's sheets: for each program the one that was shown last, and those of its other editions, so that none is ever written over by another's. */
import {write_address} from '../address';
import type {Fields} from '../state';
import type {Host} from './host';
import type {KeptStore, Sheet} from './kept';

/** What stands on the page. */
export interface Page {
  program: string;
  edition: string;
  fields: Fields;
  /** The program document of one's own that judges it. */
  file?: {name: string; text: string};
}

export function page_of(host: Host): Page {
  const {program = '', edition = '', fields} = host.state();
  const {view} = host;
  const loaded = view?.from_device ? view.file?.loaded : undefined;
  return {program, edition, fields, ...(loaded ? {file: {name: view?.file?.name ?? '', text: loaded.text}} : {})};
}

/** What a sheet was typed for. */
const mark = (program: string, edition: string, own: unknown) => `${program} ${edition}${own ? ' file' : ''}`;

export const mark_of = ({program, edition, file}: Page) => mark(program, edition, file);

/** All of a page in a text. */
export const written = (page: Page) => `${mark_of(page)} ${write_address({fields: page.fields})}`;

export const same_fields = (one: Fields, other: Fields) => one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);

export const is_same = (sheet: Sheet, {fields}: Page) => same_fields(new Map(sheet.fields), fields);

/** A program's id is a name like any other: "constructor" too. */
export const sheet_of = ({sheets}: KeptStore, program = ''): Sheet | undefined => (Object.hasOwn(sheets, program) ? sheets[program] : undefined);

const is_of = (program: string, {edition, own}: Sheet, page: Page) => mark(program, edition, own) === mark_of(page);

/** The sheet of that very edition. */
export function sheet_at(store: KeptStore, page: Page): Sheet | undefined {
  const shown = sheet_of(store, page.program);
  return shown && is_of(page.program, shown, page) ? shown : store.other_editions?.[mark_of(page)];
}

const with_others = (store: KeptStore, others: Record<string, Sheet>): KeptStore => {
  const {other_editions: _, ...rest} = store;
  return Object.keys(others).length ? {...rest, other_editions: others} : rest;
};

/** The store with the page as what was shown last; what it had for another edition stays beside it. */
export function with_page(store: KeptStore, page: Page): KeptStore {
  const {program, edition, fields, file} = page;
  const before = sheet_of(store, program);
  const others = {...store.other_editions};
  if (before?.fields.length) others[mark(program, before.edition, before.own)] = before;
  delete others[mark_of(page)];
  const sheet: Sheet = {edition, fields: [...fields], saved: new Date().toISOString(), ...(file ? {own: true} : {})};
  return with_others({...store, program, sheets: {...store.sheets, [program]: sheet}, ...(file ? {file} : {})}, others);
}

const later = (there: Sheet | undefined, here: Sheet): Sheet => (there && (there.saved ?? '') > (here.saved ?? '') ? there : here);

/** All sheets of a store by what they were typed for. */
const all_sheets = ({sheets, other_editions}: KeptStore): [string, Sheet][] =>
  [...Object.entries(sheets).map(([program, sheet]): [string, Sheet] => [mark(program, sheet.edition, sheet.own), sheet]), ...Object.entries(other_editions ?? {})];

/** A store as written here with the sheets that another tab has written meanwhile: of the program on this page ours is shown. */
export function with_sheets_of(there: KeptStore, here: KeptStore): KeptStore {
  const sheets = {...there.sheets};
  for (const [program, sheet] of Object.entries(here.sheets)) sheets[program] = program === here.program ? sheet : later(sheet_of(there, program), sheet);
  const others = Object.fromEntries(all_sheets(there).filter(([, sheet]) => sheet.fields.length));
  for (const [name, sheet] of all_sheets(here)) others[name] = later(others[name], sheet);
  for (const [program, {edition, own}] of Object.entries(sheets)) delete others[mark(program, edition, own)];
  return with_others({...here, sheets}, others);
}
