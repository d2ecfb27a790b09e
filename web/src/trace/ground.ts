/** What one number of a result rests on: its provenance in the rules, or that it is the shop's own. Read from the reply and the document; nothing is computed. */
import {metric_of, objects, type Plain} from '../document';
import type {Figure, Metric, ProgramDocument, Provenance} from '../program';
import {typed_text} from '../shell/words';
import {text_of, type View} from '../view';

/** One number, with where it comes from. */
export interface Ground {
  name: string;
  value: string;
  /** A status of the rules, or: the seller's own, to be entered, or worked out from other numbers. */
  status: 'official' | 'reported' | 'inferred' | 'example' | 'assumed' | 'own' | 'missing';
  note?: string;
  /** Id of a source of the document. */
  source?: string;
  /** The key of the field in which the shop may give its own number, and where the back office shows it. */
  field?: string;
  where?: string;
  table?: Table;
}

export interface Table {
  heads: string[];
  rows: string[][];
  /** The rows that the result used. */
  used: number[];
}

/** A number of the document in words. */
export function figure_text(view: View, value: unknown, metric?: Pick<Metric, 'kind' | 'unit'>, unit = metric?.unit ?? ''): string {
  const {say, format} = view;
  if (typeof value === 'boolean') return say(value ? 'page.yes' : 'page.no');
  if (value !== null && typeof value === 'object') {
    const {num, den} = value as {num: number; den: number};
    return say('page.told.ratio', {first: format.number(num), second: format.number(den)});
  }
  if (typeof value !== 'number') return String(value);
  if (metric?.kind === 'rate' || unit === 'rate') return format.percent(value);
  const word = unit && unit !== 'none' ? say.of('unit', unit) : '';
  return word ? say('page.told.with_unit', {number: format.number(value), unit: word}) : format.number(value);
}

export const points_text = (view: View, value: unknown) => figure_text(view, value, undefined, 'points');

/** A rule that names its source alone has the status of what else rests on it. */
const status_of = (document: ProgramDocument, source: string | undefined) =>
  (source === undefined ? undefined : [...objects(document)].find((item) => item['source'] === source && item['status'])?.['status'] as string | undefined);

/** `outer`: the provenance of the rule that the number stands in. */
export function of_provenance(view: View, name: string, value: string, {status, source, note}: Provenance, outer?: Provenance): Ground {
  const own_source = source ?? outer?.source;
  const text = text_of(view, note ?? outer?.note);
  const known = status ?? outer?.status ?? status_of(view.document, own_source) ?? 'assumed';
  return {name, value, status: known as Ground['status'], ...(text ? {note: text} : {}), ...(own_source ? {source: own_source} : {})};
}

/** The platform's table that gives a number by the store's category. */
const table_giving = ({rows = []}: ProgramDocument, path: string) => rows.find(({gives}) => gives.includes(path)) as (Provenance & {gives: string[]}) | undefined;

/** What a number of the profile is in the rules. */
export interface ProfileRule {
  path: string;
  /** The document's own figure. */
  figure?: Figure | undefined;
  rule?: Provenance;
  /** What the reply says of it. */
  seen?: unknown;
}

/** A number that the shop may give itself: its own, else the platform's table, else the document's. */
export function of_profile(view: View, name: string, show: (value: unknown) => string, {path, figure, rule = {}, seen}: ProfileRule): Ground {
  const {document, fields} = view;
  const field = `p.${path}`;
  const where = text_of(view, document.profile_texts?.[path]?.where);
  const base = {name, field, ...(where ? {where} : {})};
  const source = rule.source ? {source: rule.source} : {};
  const typed = fields.get(field);
  if (typed !== undefined) return {...base, value: typed_text(view, field, typed), status: 'own', ...source};
  const table = table_giving(document, path);
  if (table && seen !== undefined) return {...of_provenance(view, name, show(seen), table), ...base};
  if (figure) return {...of_provenance(view, name, show(figure.value), figure, rule), ...base};
  return {...base, value: seen === undefined ? view.say('page.not_given') : show(seen), status: 'missing', ...source};
}

export function of_threshold(view: View, name: string, threshold: Plain, show: (value: unknown) => string, rule: Provenance, seen?: unknown): Ground {
  const {profile, value, default: figure} = threshold;
  if (typeof profile !== 'string') return of_provenance(view, name, show(value), threshold as Provenance, rule);
  return of_profile(view, name, show, {path: profile, figure: figure as Figure | undefined, rule, seen});
}

/** What the seller gave for a metric. */
export function of_metric(view: View, id: string): Ground[] {
  const metric = metric_of(view.document, id);
  const key = `m.${id}`;
  const typed = view.fields.get(key);
  if (!metric || typed === undefined) return [];
  const where = text_of(view, metric.where);
  return [{name: text_of(view, metric.title), value: typed_text(view, key, typed), status: 'own', field: key, ...(where ? {where} : {})}];
}
