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
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** "１,２３４.50" -> 1234.50, ".5" -> 0.5; undefined where the text is not a decimal. */
export function number_of(typed: string): Exact | undefined {
  let text = typed.normalize('NFKC').trim();
  if (grouped.test(text)) text = text.replaceAll(',', '');
  if (/^[+-]?\./.test(text)) text = text.replace('.', '0.');
  const parts = plain.exec(text);
  if (!parts) return undefined;
  return new Exact(`${parts[1] === '-' ? '-' : ''}${parts[2]}${parts[3] ?? ''}`);
}

/** "1.1%" -> 1.1. */
export function percent_of(typed: string): Exact | undefined {
  const text = typed.normalize('NFKC').trim();
  return text.endsWith('%') ? number_of(text.slice(0, -1)) : undefined;
}

/** "3/1000", "3 of 1,000", "3 共 1000" -> [3, 1000]. */
export function pair_of(typed: string): [Exact, Exact] | undefined {
  const parts = typed.normalize('NFKC').split(/\/|÷|\bof\b|共/);
  if (parts.length !== 2) return undefined;
  const [first, second] = parts.map((part) => number_of(part));
  return first && second ? [first, second] : undefined;
}

/** A decimal's text with the point two places to the right: "0.005" -> "0.5". Only for showing a fraction as percent. */
export function as_percent(typed: string): string | undefined {
  const exact = number_of(typed);
  if (!exact) return undefined;
  const [whole = '0', part = ''] = exact.text.split('.');
  const digits = part.padEnd(2, '0');
  const tail = digits.slice(2).replace(/0+$/, '');
  const shifted = number_of(`${whole}${digits.slice(0, 2)}${tail ? `.${tail}` : ''}`);
  return shifted?.text;
}
