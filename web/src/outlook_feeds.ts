/** What feeds a forecast: a store's own numbers for another program, where its score is a metric of this one. */
import {fetch_program, type Loaded} from './content';
import type {ProgramDocument} from './program';
import type {Sides} from './sides';
import {has_reading, type Fields} from './state';
import type {View} from './view';

/** A program whose score feeds a metric, with what the same store has for it. */
export interface Fed {
  metric: string;
  loaded: Loaded;
  fields: Fields;
}

/** Metrics that are fed, with their programs. */
export type FedBy = ReadonlyMap<string, string>;

type Sheet = NonNullable<Sides['sheets']>[number];

const sheet_of = ({document}: View, sheets: readonly Sheet[], program: string) =>
  (program === document.program ? undefined : sheets.find((sheet) => sheet.program === program && has_reading(new Map(sheet.fields))));

/** Which edition feeds which. */
const pair_of = ({program, edition}: ProgramDocument, {document: feeder}: Loaded) => [program, edition, feeder.program, feeder.edition].join(' ');

export interface Feeds {
  /** Undefined while something is being fetched. What cannot be fetched feeds nothing. */
  of(view: View, sides: Sides | undefined, fed_by: FedBy | undefined): Fed[] | undefined;
  /** The engine refuses such a score: editions of other times have other scales. It is no source then. */
  drop(document: ProgramDocument, {loaded}: Fed): void;
}

export function make_feeds(update: () => void): Feeds {
  const found = new Map<string, Loaded | 'awaited' | 'failed'>();
  const unfit = new Set<string>();

  function document_of({program, edition}: Sheet, {lang}: View): Loaded | 'awaited' | 'failed' {
    const mark = `${program} ${edition} ${lang}`;
    const known = found.get(mark);
    if (known) return known;
    found.set(mark, 'awaited');
    fetch_program(program, edition, lang).then((loaded) => found.set(mark, loaded), () => found.set(mark, 'failed')).finally(update);
    return 'awaited';
  }

  return {
    of(view, sides, fed_by) {
      const sheets = sides?.sheets ?? [];
      if (!sheets.some(({program}) => program !== view.document.program)) return [];
      if (!fed_by) return undefined;
      const fed: Fed[] = [];
      for (const [metric, program] of fed_by) {
        const sheet = sheet_of(view, sheets, program);
        const loaded = sheet && document_of(sheet, view);
        if (loaded === 'awaited') return undefined;
        if (sheet && loaded && loaded !== 'failed' && !unfit.has(pair_of(view.document, loaded))) fed.push({metric, loaded, fields: new Map(sheet.fields)});
      }
      return fed;
    },
    drop: (document, {loaded}) => void unfit.add(pair_of(document, loaded)),
  };
}
