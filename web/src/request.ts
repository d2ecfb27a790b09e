/**
 * Builds request texts from the typed fields. Spellings of numbers are recognised, nothing is judged: what is not a
 * number goes to the engine as text, and the engine's issue comes back to the field through `field_at`.
 */
import {Exact, number_of, pair_of, percent_of, serialize, type Json} from './exact';
import {metric_of} from './document';
import type {MetricKind, ProgramDocument} from './program';
import {below, periods, type Fields} from './state';

type JsonObject = {[key: string]: Json};

export interface Request {
  text: string;
  /** The key of the field that a JSON Pointer of an issue speaks of: of the nearest part above it, else of the first below. */
  field_at(pointer: string): string | undefined;
}

const words: Record<string, Json> = {'?': null, yes: true, no: false};

function pair_value(kind: MetricKind | undefined, first: Exact, second: Exact): Json {
  return kind === 'mean' ? {sum: first, n: second} : {num: first, den: second};
}

/** A metric as the request wants it; text that is no spelling of such a value stays text. */
export function metric_value(kind: MetricKind | undefined, typed: string): Json {
  const text = typed.trim();
  if (text === 'none') return {no_score: true};
  const word = words[text];
  if (word !== undefined && (word === null || kind === 'flag' || kind === undefined)) return word;
  const takes_pair = kind === 'rate' || kind === 'mean' || kind === undefined;
  const pair = takes_pair ? pair_of(text) : undefined;
  if (pair) return pair_value(kind, ...pair);
  const percent = kind === 'rate' || kind === undefined ? percent_of(text) : undefined;
  if (percent) return {percent};
  return number_of(text) ?? typed;
}

function profile_value(typed: string): Json {
  const pair = pair_of(typed);
  if (pair) return pair_value('rate', ...pair);
  const percent = percent_of(typed);
  return percent ? {percent} : (number_of(typed) ?? typed);
}

class Builder {
  readonly root: JsonObject = {};
  private readonly keys = new Map<string, string>();

  constructor(private readonly document: ProgramDocument, private readonly fields: Fields) {
    this.root['program'] = document.program;
    this.root['edition'] = document.edition;
  }

  note(pointer: string, key: string): void {
    this.keys.set(pointer, key);
  }

  plain(key: 'date' | 'until'): void {
    const text = this.fields.get(key);
    if (text === undefined) return;
    this.root[key] = text;
    this.note(`/${key}`, key);
  }

  metrics(into: JsonObject, pointer: string, prefix: string): void {
    const metrics: JsonObject = {};
    for (const [id, text] of below(this.fields, prefix)) {
      metrics[id] = metric_value(metric_of(this.document, id)?.kind, text);
      this.note(`${pointer}/metrics/${id}`, prefix + id);
    }
    if (Object.keys(metrics).length) into['metrics'] = metrics;
  }

  given(): void {
    const given: JsonObject = {};
    for (const [id, text] of below(this.fields, 'g.')) {
      given[id] = number_of(text) ?? text;
      this.note(`/given/${id}`, `g.${id}`);
    }
    if (Object.keys(given).length) this.root['given'] = given;
  }

  profile(into: JsonObject, pointer: string, prefix: string): void {
    const profile: JsonObject = {};
    for (const [path, text] of below(this.fields, prefix)) {
      const value = path === 'not_assessed' ? text.split(',').filter(Boolean) : profile_value(text);
      place(profile, path.split('.'), value);
      this.note(`${pointer}/profile/${path.replaceAll('.', '/')}`, prefix + path);
    }
    if (Object.keys(profile).length) into['profile'] = profile;
  }

  enrolment(): void {
    const counts = new Set(['downgrades', ...(this.document.cycle?.entries ?? []).flatMap((entry) => Object.values(entry.counts ?? {}))]);
    const enrolment: JsonObject = {};
    for (const [field, text] of below(this.fields, 'e.')) {
      enrolment[field] = counts.has(field) ? (number_of(text) ?? text) : text;
      this.note(`/enrolment/${field}`, `e.${field}`);
    }
    if (Object.keys(enrolment).length) this.root['enrolment'] = enrolment;
  }

  /** Months or checks, in the order of time; metrics of a period win over its plain verdict. */
  periods(list: 'months' | 'checks', prefix: 'mo' | 'ck', name: 'month' | 'date'): void {
    this.root[list] = periods(this.fields, prefix).map((period, index) => {
      const key = `${prefix}.${period}`;
      const pointer = `/${list}/${index}`;
      const entry: JsonObject = {[name]: period};
      this.note(pointer, key);
      this.metrics(entry, pointer, `${key}.m.`);
      this.profile(entry, pointer, `${key}.p.`);
      const met = this.fields.get(key);
      if (met !== undefined && entry['metrics'] === undefined) entry['met'] = met === 'pass' ? true : met === 'fail' ? false : met;
      return entry;
    });
  }

  choices(): void {
    const choices: JsonObject = {};
    for (const [id, text] of below(this.fields, 'ch.')) {
      choices[id] = text;
      this.note(`/choices/${id}`, `ch.${id}`);
    }
    this.root['choices'] = choices;
  }

  done(): Request {
    const keys = this.keys;
    return {
      text: serialize(this.root),
      field_at(pointer) {
        for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
          const key = keys.get(at);
          if (key !== undefined) return key;
        }
        return [...keys].find(([at]) => at.startsWith(`${pointer}/`))?.[1];
      },
    };
  }
}

/** Puts a value at a path of nested objects: ['targets', 'ccr']. */
function place(into: JsonObject, path: string[], value: Json): void {
  let at = into;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    at = at[part] = next !== null && typeof next === 'object' && !Array.isArray(next) && !(next instanceof Exact) ? next : {};
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

export function assess_request(document: ProgramDocument, fields: Fields): Request {
  const builder = new Builder(document, fields);
  builder.plain('date');
  builder.enrolment();
  builder.profile(builder.root, '', 'p.');
  builder.metrics(builder.root, '', 'm.');
  builder.given();
  return builder.done();
}

export function timeline_request(document: ProgramDocument, fields: Fields): Request {
  const builder = new Builder(document, fields);
  builder.plain('date');
  builder.enrolment();
  builder.profile(builder.root, '', 'p.');
  builder.periods('months', 'mo', 'month');
  builder.periods('checks', 'ck', 'date');
  builder.choices();
  builder.plain('until');
  return builder.done();
}

interface ExampleRequest {
  program: string;
  edition?: string;
  date?: string;
  until?: string;
  enrolment?: Record<string, unknown>;
  profile?: unknown;
  metrics?: Record<string, unknown>;
  given?: Record<string, unknown>;
  months?: Period[];
  checks?: Period[];
  choices?: Record<string, unknown>;
}

interface Period {
  month?: string;
  date?: string;
  met?: boolean;
  metrics?: Record<string, unknown>;
  profile?: unknown;
}

/** A request's value as a seller would have typed it. */
function typed(value: unknown): string {
  if (value === null) return '?';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object') return String(value);
  const parts = value as Record<string, unknown>;
  if ('percent' in parts) return `${String(parts['percent'])}%`;
  if ('no_score' in parts) return 'none';
  return 'sum' in parts ? `${String(parts['sum'])}/${String(parts['n'])}` : `${String(parts['num'])}/${String(parts['den'])}`;
}

function put_all(fields: Map<string, string>, prefix: string, values: Record<string, unknown> = {}): void {
  for (const [id, value] of Object.entries(values)) fields.set(prefix + id, typed(value));
}

function put_profile(fields: Map<string, string>, prefix: string, value: unknown): void {
  const is_group = value !== null && typeof value === 'object' && !Array.isArray(value) && !('percent' in value) && !('num' in value);
  if (!is_group) fields.set(prefix, typed(value));
  else for (const [key, item] of Object.entries(value)) put_profile(fields, `${prefix}.${key}`, item);
}

function put_period(fields: Map<string, string>, key: string, period: Period): void {
  if (period.met !== undefined) fields.set(key, period.met ? 'pass' : 'fail');
  put_all(fields, `${key}.m.`, period.metrics);
  if (period.profile) put_profile(fields, `${key}.p`, period.profile);
}

/** The fields that a shipped example fills in. */
export function fields_of_example(text: string): {edition: string | undefined; fields: Fields} {
  const request = JSON.parse(text) as ExampleRequest;
  const fields = new Map<string, string>();
  if (request.date) fields.set('date', request.date);
  if (request.until) fields.set('until', request.until);
  put_all(fields, 'e.', request.enrolment);
  if (request.profile) put_profile(fields, 'p', request.profile);
  put_all(fields, 'm.', request.metrics);
  put_all(fields, 'g.', request.given);
  for (const period of request.months ?? []) put_period(fields, `mo.${period.month}`, period);
  for (const period of request.checks ?? []) put_period(fields, `ck.${period.date}`, period);
  put_all(fields, 'ch.', request.choices);
  return {edition: request.edition, fields};
}
