/** What fills a form at once: a shipped example, or the fields of another edition of the same program. */
import {choices, asks_downgrades} from './cycle';
import {all_nodes, metric_of, profile_in, store_words} from './document';
import {fetch_text} from './files';
import type {ProgramDocument} from './program';
import {without, type Fields} from './state';

type Values = Record<string, unknown>;

interface Period {
  month?: string;
  date?: string;
  met?: boolean;
  metrics?: Values;
  profile?: unknown;
}

/** A number in plain digits: 1e-7 is no spelling that a seller types. */
const digits = (value: number) => (/e/.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value));

const names_of = (value: object) => Object.keys(value).sort().join();

const is_pair = (item: unknown) => item !== null && typeof item === 'object' && /^(date,)?score,value$/.test(names_of(item)) && ['number', 'object'].includes(typeof (item as Values)['value']) && (item as Values)['value'] !== null;

/** A table's rows, or pairs of a value and its score: "0:12:100,12:24:90". */
function rows(list: unknown[]): string | undefined {
  if (!list.length) return undefined;
  if (list.every((row) => Array.isArray(row) && row.length > 1 && row.every((cell) => typeof cell === 'number'))) return list.map((row) => (row as number[]).map(digits).join(':')).join();
  if (!list.every(is_pair)) return undefined;
  return list.map((item) => {
    const {value, score, date} = item as Values;
    return [typed(value), typed(score), ...(date === undefined ? [] : [date])].join(':');
  }).join();
}

/** A request's value as a seller would have typed it; what nobody types is its JSON. */
function typed(value: unknown): string {
  if (value === null) return '?';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return digits(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join();
  const spelled = Array.isArray(value) ? rows(value) : undefined;
  if (spelled !== undefined) return spelled;
  const {percent, sum, n, num, den} = value as Record<string, number>;
  switch (names_of(value)) {
    case 'percent': return `${typed(percent)}%`;
    case 'no_score': return 'none';
    case 'n,sum': return `${typed(sum)}/${typed(n)}`;
    case 'den,num': return `${typed(num)}/${typed(den)}`;
    default: return JSON.stringify(value);
  }
}

function put_all(fields: Map<string, string>, prefix: string, values: Values = {}): void {
  for (const [id, value] of Object.entries(values)) fields.set(prefix + id, typed(value));
}

function put_profile(fields: Map<string, string>, prefix: string, value: unknown): void {
  const is_group = value !== null && typeof value === 'object' && !Array.isArray(value) && !['percent', 'den,num'].includes(names_of(value));
  if (!is_group) fields.set(prefix, typed(value));
  else for (const [key, item] of Object.entries(value)) put_profile(fields, `${prefix}.${key}`, item);
}

function put_period(fields: Map<string, string>, key: string, period: Period): void {
  if (period.met !== undefined) fields.set(key, period.met ? 'pass' : 'fail');
  put_all(fields, `${key}.m.`, period.metrics);
  if (period.profile) put_profile(fields, `${key}.p`, period.profile);
}

/** How each part of a request stands among the fields, and below which keys. */
const parts: Record<string, {below: string; put: (fields: Map<string, string>, value: unknown) => void}> = {
  date: {below: 'date', put: (fields, value) => fields.set('date', String(value))},
  until: {below: 'until', put: (fields, value) => fields.set('until', String(value))},
  enrolment: {below: 'e.', put: (fields, value) => put_all(fields, 'e.', value as Values)},
  profile: {below: 'p.', put: (fields, value) => put_profile(fields, 'p', value)},
  metrics: {below: 'm.', put: (fields, value) => put_all(fields, 'm.', value as Values)},
  given: {below: 'g.', put: (fields, value) => put_all(fields, 'g.', value as Values)},
  months: {below: 'mo.', put: (fields, value) => (value as Period[]).forEach((period) => put_period(fields, `mo.${period.month}`, period))},
  checks: {below: 'ck.', put: (fields, value) => (value as Period[]).forEach((period) => put_period(fields, `ck.${period.date}`, period))},
  choices: {below: 'ch.', put: (fields, value) => put_all(fields, 'ch.', value as Values)},
};

/** The fields with some parts of a request in place of what they said of these; a part without a value is taken out. */
export function put_parts(fields: Fields, values: Iterable<[string, unknown]>): Map<string, string> {
  let next = new Map(fields);
  for (const [name, value] of values) {
    const part = parts[name];
    if (!part) continue;
    next = new Map(without(next, (key) => key.startsWith(part.below)));
    if (value !== undefined && value !== null && value !== '') part.put(next, value);
  }
  return next;
}

/** The fields that a shipped example fills in. */
export async function fetch_example(program: string): Promise<{edition: string | undefined; fields: Map<string, string>}> {
  const request = JSON.parse(await fetch_text(`programs/${program}/example.request.json`)) as Values & {edition?: string};
  return {edition: request.edition, fields: put_parts(new Map(), Object.entries(request))};
}

const has_node = (document: ProgramDocument, id: string) => [...all_nodes(document.score?.nodes)].some((node) => node.id === id);

function has_profile(document: ProgramDocument, path: string): boolean {
  if (path === 'method') return document.score?.methods !== undefined;
  if (path === 'not_assessed') return document.score !== undefined;
  const [kind = '', id = ''] = path.split('.');
  if (['weights', 'tables', 'calibration'].includes(kind)) return has_node(document, id);
  return profile_in(document, document).some((field) => field.path === path);
}

function has_enrolment(document: ProgramDocument, field: string): boolean {
  const entries = document.cycle?.entries ?? [];
  return store_words(document).has(field) || (field === 'downgrades' && asks_downgrades(document)) ||
    entries.some(({fields, counts = {}}) => fields.includes(field) || Object.values(counts).includes(field));
}

/** Whether a field of the address belongs to this document, so that it can move along to another edition. */
export function knows(document: ProgramDocument, key: string): boolean {
  const [head = '', id = ''] = key.split('.');
  switch (head) {
    case 'm':
    case 'w':
    case 'ef': return metric_of(document, id) !== undefined;
    case 'g': return has_node(document, id);
    case 'p': return has_profile(document, key.slice(2));
    case 'e': return has_enrolment(document, id);
    case 'mo':
    case 'ck': return !key.includes('.m.') && !key.includes('.p.') && document.cycle !== undefined;
    case 'ch': return choices(document).some((choice) => choice.id === id);
    // A goal or a comparison speaks of this edition's gates and of the others.
    case 'goal':
    case 'vs': return false;
    case 'fc': return id === 'days' || id === 'runs';
    default: return true;
  }
}
