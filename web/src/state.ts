/**
 * What the seller has chosen and typed. Every field is a text under a readable key; the same keys stand in the page's
 * address, and `input_name` gives the name of the input:
 *
 *   m.ccr -> ccr                       g.goods -> given.goods          p.targets.ccr -> profile.targets.ccr
 *   e.opened -> enrolment.opened       mo.2022-05 -> months.2022-05.met
 *   mo.2022-05.m.ccr -> months.2022-05.metrics.ccr                     ck.2026-07-11 -> checks.2026-07-11.met
 *   ch.upgraded -> choices.upgraded    date, until as they are
 *   w.ccr -> what_if.ccr               goal, vs: what the plan aims at, what is compared; as they are
 *   fc.days, fc.1.kind: how far a forecast goes, what changes in it; as they are
 *   s.1: a kept scenario (scenario.ts) ef.ccr: how hard it is to change (effort.ts)
 */
import type {Lang} from './generated/shopgauge';
import type {ProgramDocument} from './program';

export type Theme = 'light' | 'dark';
export type Fields = ReadonlyMap<string, string>;

export interface State {
  program?: string | undefined;
  edition?: string | undefined;
  lang?: Lang | undefined;
  theme?: Theme | undefined;
  /** The program was opened as a file, which no link can carry. */
  file?: boolean | undefined;
  fields: Fields;
}

const part_names: Record<string, string> = {m: 'metrics', p: 'profile'};

/** The periods (months or checks) that have fields: the middle part of the keys, in their order in time. */
export function periods(fields: Fields, prefix: 'mo' | 'ck'): string[] {
  const found = new Set<string>();
  for (const key of fields.keys()) {
    const [head, period] = key.split('.');
    if (head === prefix && period) found.add(period);
  }
  return [...found].sort();
}

/** Fields below a prefix, without it: below(fields, 'mo.2022-05.m.') -> [['ccr', '3/1000']]. */
export function below(fields: Fields, prefix: string): [string, string][] {
  return [...fields].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => [key.slice(prefix.length), text]);
}

export function with_field(fields: Fields, key: string, text: string): Fields {
  const next = new Map(fields);
  if (text.trim() === '') next.delete(key);
  else next.set(key, text);
  return next;
}

export function without(fields: Fields, drop: (key: string) => boolean): Fields {
  return new Map([...fields].filter(([key]) => !drop(key)));
}

function period_name(list: string, rest: string): string {
  const [period = '', part, ...path] = rest.split('.');
  return part ? `${list}.${period}.${part_names[part] ?? part}.${path.join('.')}` : `${list}.${period}.met`;
}

export function input_name(key: string): string {
  const cut = key.indexOf('.');
  const head = cut < 0 ? key : key.slice(0, cut);
  const rest = key.slice(cut + 1);
  switch (head) {
    case 'm': return rest;
    case 'g': return `given.${rest}`;
    case 'p': return `profile.${rest}`;
    case 'e': return `enrolment.${rest}`;
    case 'mo': return period_name('months', rest);
    case 'ck': return period_name('checks', rest);
    case 'ch': return `choices.${rest}`;
    case 'w': return `what_if.${rest}`;
    default: return key;
  }
}

/** Which of a document's ways to describe the store the fields follow. */
export const entry_of = (document: ProgramDocument | undefined, fields: Fields) =>
  Math.max((document?.cycle?.entries ?? []).findIndex((entry) => entry.fields.some((field) => fields.has(`e.${field}`))), 0);

const some_key = (fields: Fields, form: RegExp) => [...fields.keys()].some((key) => form.test(key));

/** Whether the seller has entered anything (the dates of the view, a what-if, a goal alone do not count). */
export const has_input = (fields: Fields) => some_key(fields, /^[megpc][ohk]?\./);

/** Whether the link was made with a goal, a what-if or a comparison. */
export const has_desk = (fields: Fields) => some_key(fields, /^([ws]\.|goal|vs)/);

/** Whether a reading was entered: without one the verdict of a program without a score says nothing yet. */
export const has_reading = (fields: Fields) => some_key(fields, /^[mg]\./);
