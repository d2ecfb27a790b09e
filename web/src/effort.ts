/**
 * What the seller says of each metric: how hard it is to change. The plan's request takes it as weights, which are ours
 * alone, or as null for what cannot be changed.
 */
import {metric_of} from './document';
import {Exact, serialize} from './exact';
import type {ProgramDocument} from './program';
import {below, type Fields} from './state';

export const efforts = ['easy', 'normal', 'hard', 'fixed'] as const;
export type Effort = (typeof efforts)[number];

/** Of the whole way to the best value; 1 is the engine's own. The words in page.do.effort_weighed say these numbers. */
const weights: Record<Effort, Exact | null> = {easy: new Exact('0.5'), normal: new Exact('1'), hard: new Exact('3'), fixed: null};

const effort_word = (text: string | undefined): Effort => efforts.find((word) => word === text) ?? 'normal';

export const effort_of = (fields: Fields, metric: string) => effort_word(fields.get(`ef.${metric}`));

/** What was said of this document's metrics, where it is not the usual. */
export function said_efforts(document: ProgramDocument, fields: Fields): [metric: string, effort: Effort][] {
  return below(fields, 'ef.').map(([id, text]): [string, Effort] => [id, effort_word(text)]).filter(([id, effort]) => effort !== 'normal' && metric_of(document, id) !== undefined);
}

/** The request's member; undefined where nothing was said. */
export function effort_json(document: ProgramDocument, fields: Fields): string | undefined {
  const said = said_efforts(document, fields);
  return said.length ? serialize(Object.fromEntries(said.map(([id, effort]) => [id, weights[effort]]))) : undefined;
}
