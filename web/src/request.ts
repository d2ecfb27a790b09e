/**
 * Builds request texts from the typed fields. Spellings of numbers are recognised, nothing is judged: what is not a
 * number goes to the engine as text, and the engine's issue comes back to the field through `field_at`.
 */
import {as_fraction, Exact, number_of, pair_of, percent_of, points_of, serialize, type Json} from './exact';
import {metric_of, node_of} from './document';
import type {Loaded} from './content';
import type {Metric, MetricKind} from './program';
import {below, periods, type Fields} from './state';

type JsonObject = {[key: string]: Json};

/** Without a prototype: names come from the address, and "__proto__" is a name like any other. */
const new_object = () => Object.create(null) as JsonObject;

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

/** Its unit may stand behind a score. */
const reading_of = (metric: Metric | undefined, typed: string): Json =>
  (metric && /^(points|stars)$/.test(metric.unit) && points_of(typed)) || metric_value(metric?.kind, typed);

/** A whole table, as a host gives it: its JSON goes as it is. */
function json_of(typed: string): Exact | undefined {
  try {
    return /^[[{]/.test(typed) && JSON.parse(typed) ? new Exact(typed) : undefined;
  } catch {
    return undefined;
  }
}

function profile_value(typed: string): Json {
  const pair = pair_of(typed);
  if (pair) return pair_value('rate', ...pair);
  const percent = percent_of(typed);
  return percent ? {percent} : (number_of(typed) ?? json_of(typed) ?? typed);
}

/** "4.65:78,4.7:82" -> [["4.65", "78"], ["4.7", "82"]]: the rows of a table, or the pairs of a calibration. */
export const rows_of = (text: string) => text.split(',').map((row) => row.split(':'));

export const is_full = (row: string[]) => row.every((cell) => cell.trim());

/** Tables have no percent. */
const fraction = (cell: string): Json => as_fraction(cell) ?? number_of(cell) ?? cell;

const pairs_value = (kind: MetricKind | undefined, text: string): Json => rows_of(text).filter(is_full).map(([value = '', score = '', date]) =>
  ({value: metric_value(kind, value), score: number_of(score) ?? score, ...(date ? {date} : {})}));

/** Puts a request's text together; `note` keeps which field a part of it came from. */
export class Builder {
  readonly root = new_object();
  private readonly keys = new Map<string, string>();

  /** A document opened from the device goes along with each request. */
  constructor(private readonly loaded: Loaded, private readonly fields: Fields) {
    const {text, document, from_device} = loaded;
    this.root['program'] = from_device ? new Exact(text) : document.program;
    if (!from_device) this.root['edition'] = document.edition;
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
    const metrics = new_object();
    for (const [id, text] of below(this.fields, prefix)) {
      metrics[id] = reading_of(metric_of(this.loaded.document, id), text);
      this.note(`${pointer}/metrics/${id}`, prefix + id);
    }
    if (Object.keys(metrics).length) into['metrics'] = metrics;
  }

  given(): void {
    const given = new_object();
    for (const [id, text] of below(this.fields, 'g.')) {
      given[id] = points_of(text) ?? text;
      this.note(`/given/${id}`, `g.${id}`);
    }
    if (Object.keys(given).length) this.root['given'] = given;
  }

  profile(into: JsonObject, pointer: string, prefix: string): void {
    const profile = new_object();
    const {document} = this.loaded;
    for (const [path, text] of below(this.fields, prefix)) {
      const [kind = '', id = ''] = path.split('.');
      const value = path === 'not_assessed' ? text.split(',').filter(Boolean)
        : json_of(text) ? profile_value(text)
        : kind === 'calibration' ? pairs_value(metric_of(document, node_of(document, id)?.metric ?? '')?.kind, text)
        : text.includes(':') ? rows_of(text).map((row) => row.map(fraction)) : profile_value(text);
      place(profile, path.split('.'), value);
      this.note(`${pointer}/profile/${path.replaceAll('.', '/')}`, prefix + path);
    }
    if (Object.keys(profile).length) into['profile'] = profile;
  }

  enrolment(): void {
    const counts = new Set(['downgrades', ...(this.loaded.document.cycle?.entries ?? []).flatMap((entry) => Object.values(entry.counts ?? {}))]);
    const enrolment = new_object();
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
      const entry = new_object();
      entry[name] = period;
      this.note(pointer, key);
      this.metrics(entry, pointer, `${key}.m.`);
      this.profile(entry, pointer, `${key}.p.`);
      const met = this.fields.get(key);
      if (met !== undefined && entry['metrics'] === undefined) entry['met'] = met === 'pass' ? true : met === 'fail' ? false : met;
      return entry;
    });
  }

  choices(): void {
    const choices = new_object();
    for (const [id, text] of below(this.fields, 'ch.')) {
      choices[id] = text.includes(',') ? text.split(',') : text;
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
    at = at[part] = next !== null && typeof next === 'object' && !Array.isArray(next) && !(next instanceof Exact) ? next : new_object();
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

export function assess_request(loaded: Loaded, fields: Fields): Request {
  const builder = new Builder(loaded, fields);
  builder.plain('date');
  builder.enrolment();
  builder.profile(builder.root, '', 'p.');
  builder.metrics(builder.root, '', 'm.');
  builder.given();
  return builder.done();
}

export function timeline_request(loaded: Loaded, fields: Fields): Request {
  const builder = new Builder(loaded, fields);
  builder.plain('date');
  builder.enrolment();
  builder.profile(builder.root, '', 'p.');
  builder.periods('months', 'mo', 'month');
  builder.periods('checks', 'ck', 'date');
  builder.choices();
  builder.plain('until');
  return builder.done();
}
