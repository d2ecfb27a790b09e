/** A request's value as replies have it: only for words and for a slider's place. */
import {Exact, type Json} from '../exact';

export function plain(value: Json): unknown {
  if (value instanceof Exact) return Number(value.text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
