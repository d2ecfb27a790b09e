/** The string table of one language, with parameters put in. Everything that the page says itself comes from here. */
import type en from '../../core/api/texts/en.json';

export type TextKey = keyof typeof en;
export type Table = Partial<Record<string, string>>;
export type Params = Record<string, string | number | undefined>;

export interface Say {
  (key: TextKey, params?: Params): string;
  /** The text of an id that the engine or a document gave; the id itself where the table has none. */
  of(prefix: string, id: string, params?: Params): string;
  has(key: string): boolean;
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—'));
}

export function make_say(table: Table): Say {
  const say = (key: TextKey, params: Params = {}) => fill(table[key] ?? key, params);
  return Object.assign(say, {
    of: (prefix: string, id: string, params: Params = {}) => fill(table[`${prefix}.${id}`] ?? id, params),
    has: (key: string) => table[key] !== undefined,
  });
}
