/** What a seller asks of the days to come: fields `fc.*`, and the request of `forecast` that they make. */
import type {Loaded} from './content';
import {metric_of} from './document';
import {Exact, number_of, type Json} from './exact';
import type {Fed} from './outlook_feeds';
import {history_of} from './outlook_history';
import {Builder, metric_value, type Request} from './request';
import {whole_fields} from './sent';
import {below, type Fields} from './state';

/** How far a forecast looks, in days, and how many courses of chance it draws; none: what comes if nothing varies. */
export const horizons = ['30', '60', '90', '180'];
export const run_counts = ['no', '2000', '10000'];
const [usual_days, usual_runs] = ['90', '2000'];

/** Bad events whose day is known are no change of what comes, but stand in the same list. */
export const kinds = ['orders', 'times', 'bad', 'value', 'known'] as const;
export type Kind = (typeof kinds)[number];

export interface Change {
  /** Its fields begin with it: `fc.1`. */
  key: string;
  kind: Kind;
  metric: string | undefined;
  number: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

export const days_of = (fields: Fields) => fields.get('fc.days') ?? usual_days;
export const runs_of = (fields: Fields) => fields.get('fc.runs') ?? usual_runs;

export function changes_of(fields: Fields): Change[] {
  const places = new Set(below(fields, 'fc.').flatMap(([rest]) => /^(\d+)\./.exec(rest)?.[1] ?? []));
  return [...places].sort((one, other) => Number(one) - Number(other)).map((place) => {
    const key = `fc.${place}`;
    const typed = fields.get(`${key}.kind`);
    return {
      key, kind: kinds.find((kind) => kind === typed) ?? 'orders', metric: fields.get(`${key}.metric`), number: fields.get(`${key}.n`),
      from: fields.get(`${key}.from`), to: fields.get(`${key}.to`),
    };
  });
}

/** The key of a change to come. */
export const next_key = (fields: Fields) => `fc.${Math.max(0, ...changes_of(fields).map(({key}) => Number(key.slice(3)))) + 1}`;

/** A change that names what it is about; one that is still being filled in is not sent. */
export const is_whole = ({kind, metric, number, from}: Change) => (kind === 'orders' || metric !== undefined) && (kind === 'known' ? from !== undefined : number !== undefined || kind === 'bad');

/** The civil day so many days later: only ever a field of a request. */
export function day_after(iso: string, days: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return iso;
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

class ForecastBuilder extends Builder {
  known: Json[] = [];
  scenario: Json[] = [];

  constructor(private readonly program: Loaded, sent: Fields) {
    super(program, sent);
  }

  private kind_of(metric = '') {
    return metric_of(this.program.document, metric)?.kind;
  }

  private add(list: 'known' | 'scenario', entry: {[key: string]: Json}, {key}: Change, parts: Record<string, string>): void {
    const pointer = `/${list}/${this[list].length}`;
    this.note(pointer, `${key}.kind`);
    for (const [part, field] of Object.entries(parts)) this.note(`${pointer}/${part}`, `${key}.${field}`);
    this[list].push(entry);
  }

  /** Bad events happen on one day; all else goes on to its end. */
  private span({kind, to}: Change, from: string): {[key: string]: Json} {
    return kind === 'bad' ? {on: from} : {from, ...(to === undefined ? {} : {to})};
  }

  change(change: Change, tomorrow: string): void {
    const {kind, metric = '', number = '', from = tomorrow} = change;
    const amount = (text: string): Json => number_of(text) ?? text;
    const flag = this.kind_of(metric) === 'flag';
    if (kind === 'known') return this.add('known', {on: from, metric, ...(number && !flag ? {bad: amount(number)} : {})}, change, {on: 'from', metric: 'metric', bad: 'n'});
    const span = this.span(change, from);
    const places = {on: 'from', from: 'from', to: 'to', metric: 'metric'};
    if (kind === 'orders') return this.add('scenario', {...span, orders: {times: amount(number)}}, change, {...places, orders: 'n'});
    if (kind === 'times') return this.add('scenario', {...span, metric, times: amount(number)}, change, {...places, times: 'n'});
    if (kind === 'bad' && !flag) return this.add('scenario', {...span, metric, bad: amount(number || '1')}, change, {...places, bad: 'n'});
    this.add('scenario', {...span, metric, value: kind === 'bad' ? true : metric_value(this.kind_of(metric), number)}, change, {...places, value: 'n'});
  }
}

/** A mistake in it stands beside the choice whether it feeds. */
function feeding({loaded, fields}: Fed): {[key: string]: Json} {
  const builder = new Builder(loaded, whole_fields(loaded.document, fields));
  builder.enrolment();
  builder.profile(builder.root, '', 'p.');
  builder.metrics(builder.root, '', 'm.');
  builder.given();
  return builder.root;
}

/** Fed unless the seller wants it otherwise. */
export const is_fed = (fields: Fields) => fields.get('fc.feed') !== 'no';

export interface Asked extends Request {
  as_of: string;
  until: string;
}

/** `as_of`: the day of the reading. `history`: a table of days, where one was pasted. */
export function forecast_request(loaded: Loaded, sent: Fields, as_of: string, history: string, feeds: Fed[]): Asked {
  const builder = new ForecastBuilder(loaded, sent);
  const until = day_after(as_of, Number(days_of(sent)) || 0);
  const {root} = builder;
  root['as_of'] = as_of;
  root['until'] = until;
  builder.note('/as_of', 'date');
  builder.note('/until', 'fc.days');
  builder.enrolment();
  builder.profile(root, '', 'p.');
  builder.metrics(root, '', 'm.');
  builder.given();
  if (history) root['history'] = history_of(loaded.document, history);
  builder.note('/history', 'fc.history');
  if (feeds.length && is_fed(sent)) root['feeds'] = feeds.map(feeding);
  builder.note('/feeds', 'fc.feed');
  for (const change of changes_of(sent)) if (is_whole(change)) builder.change(change, day_after(as_of, 1));
  if (builder.known.length) root['known'] = builder.known;
  if (builder.scenario.length) root['scenario'] = builder.scenario;
  if (loaded.document.cycle) {
    builder.periods('months', 'mo', 'month');
    builder.periods('checks', 'ck', 'date');
    builder.choices();
  }
  const runs = runs_of(sent);
  if (runs !== 'no') {
    root['paths'] = number_of(runs) ?? runs;
    root['seed'] = new Exact('1');
    builder.note('/paths', 'fc.runs');
  }
  return {...builder.done(), as_of, until};
}
