/**
 * Numbers as the seller typed them, on their way into a request. They stay text: no conversion to a JavaScript number
 * happens, so "4.6923" reaches the engine as 4.6923.
 */

/** JSON text that is written out as it stands: a number digit by digit as it was typed, a whole document. */
export class Exact {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | string | Exact | Json[] | {[key: string]: Json};

/** JSON text of a request; exact numbers are inserted verbatim. */
export function serialize(value: Json): string {
  if (value instanceof Exact) return value.text;
  if (Array.isArray(value)) return `[${value.map(serialize).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${serialize(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const plain = /^([+-]?)0*(\d+)(?:\.|(\.\d+))?$/;
// A comma after a leading zero is no thousands separator: "0,500" is a mistake, and not 500.
const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** Full-width letters as plain ones; a Chinese keyboard types its full stop where the point is meant. */
const half_width = (typed: string) => typed.normalize('NFKC').replaceAll('。', '.').trim();

/** "１,２３４.50" -> 1234.50, ".5" -> 0.5, "69。5" -> 69.5; undefined where the text is not a decimal. */
export function number_of(typed: string): Exact | undefined {
  let text = half_width(typed);
  if (grouped.test(text)) text = text.replaceAll(',', '');
  if (/^[+-]?\./.test(text)) text = text.replace('.', '0.');
  const parts = plain.exec(text);
  if (!parts) return undefined;
  return new Exact(`${parts[1] === '-' ? '-' : ''}${parts[2]}${parts[3] ?? ''}`);
}

/** Where points are asked for, "69分" -> 69: elsewhere 分 may mean minutes. */
export const points_of = (typed: string) => number_of(half_width(typed).replace(/分$/, ''));

/** "1.1%" -> 1.1. */
export function percent_of(typed: string): Exact | undefined {
  const text = half_width(typed);
  return text.endsWith('%') ? number_of(text.slice(0, -1)) : undefined;
}

/** "3/1000", "3 of 1,000", "3 共 1000" -> [3, 1000]. */
export function pair_of(typed: string): [Exact, Exact] | undefined {
  const parts = typed.normalize('NFKC').split(/\/|÷|\bof\b|共/);
  if (parts.length !== 2) return undefined;
  const [first, second] = parts.map((part) => number_of(part));
  return first && second ? [first, second] : undefined;
}

const zeros = '000000000';

/** A decimal with its point so many places to the right, at most eight either way: "1.2" by 4 -> 12000. */
export function shifted(typed: string, places: number): Exact | undefined {
  const [, sign = '?', whole = '', part = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(number_of(typed)?.text ?? '') ?? [];
  const digits = zeros + whole + part + zeros;
  const point = zeros.length + whole.length + places;
  return number_of(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, ''));
}

/** "0.005" -> "0.5". Only for showing a fraction as percent. */
export const as_percent = (typed: string) => shifted(typed, 2)?.text;

/** "0.5%" -> 0.005. */
export const as_fraction = (typed: string) => shifted(percent_of(typed)?.text ?? '', -2);
