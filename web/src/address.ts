/** The page's state in the address: `#v=1&program=…&edition=…&lang=zh-CN&m.ccr=3/1000&mo.2022-05=fail`. */
import type {Lang} from './generated/shopgauge';
import type {State, Theme} from './state';

const version = '1';
const langs: readonly string[] = ['zh-CN', 'en'];
const themes: readonly string[] = ['light', 'dark'];

/** A field's key; what does not look like one is told to the reader and left out. */
const field_key =
  /^(date|until|goal|vs|([mgwse]|ef|ch)\.[a-z0-9_]+|(p|fc)\.[a-z0-9_.]+|(mo\.\d{4}-\d{2}|ck\.\d{4}-\d{2}-\d{2})(\.m\.[a-z0-9_]+|\.p\.[a-z0-9_.]+)?)$/;

export interface Address {
  state: State;
  /** The version that the link asks for, where this page does not know it. */
  unknown_version?: string;
  /** Parts that could not be read. */
  ignored: string[];
}

/** Whether there is something to tell of a link. */
export const is_odd = ({unknown_version, ignored, state}: Address) => unknown_version !== undefined || ignored.length > 0 || state.file;

/** A day of the calendar, "2026-09-20": a link that was cut may end within it. */
const is_day = (text: string) => new Date(text).toJSON() === `${text}T00:00:00.000Z`;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Keeps an address readable: only what would break it is escaped. */
const encode = (text: string) => encodeURIComponent(text).replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');

function take(address: Address, fields: Map<string, string>, key: string, value: string): boolean {
  const {state} = address;
  switch (key) {
    case 'v':
      if (value !== version) address.unknown_version = value;
      return true;
    case 'program': state.program = value; return true;
    case 'edition': state.edition = value; return true;
    case 'lang':
      if (langs.includes(value)) state.lang = value as Lang;
      return langs.includes(value);
    case 'theme':
      if (themes.includes(value)) state.theme = value as Theme;
      return themes.includes(value);
    case 'file': state.file = value === 'yes'; return true;
    // Fields in few characters: shell/pack.ts puts them back into the address.
    case 'z': return true;
    default:
      if (!field_key.test(key) || (/^(date|until)$/.test(key) && !is_day(value))) return false;
      fields.set(key, value);
      return true;
  }
}

export function read_address(hash: string): Address {
  const fields = new Map<string, string>();
  const address: Address = {state: {fields}, ignored: []};
  for (const part of hash.replace(/^#/, '').split('&').filter(Boolean)) {
    const cut = part.indexOf('=');
    const key = cut < 0 ? undefined : decode(part.slice(0, cut));
    const value = decode(part.slice(cut + 1));
    if (key === undefined || value === undefined || !take(address, fields, key, value)) address.ignored.push(decode(part) ?? part);
  }
  return address;
}

export function write_address(state: State): string {
  const {program, edition, lang, theme, file} = state;
  const parts: [string, string | undefined][] = [
    ['v', version], ['program', program], ['edition', edition], ['file', file ? 'yes' : undefined], ['lang', lang], ['theme', theme], ...state.fields,
  ];
  return `#${parts.flatMap(([key, value]) => (value === undefined ? [] : [`${encode(key)}=${encode(value)}`])).join('&')}`;
}
