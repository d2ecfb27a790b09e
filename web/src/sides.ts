/**
 * What today's reading can be set beside: the what-if, kept scenarios, other editions, and readings that the page around the
 * element hands over (stores kept on the device, months of the open one).
 */
import type {Loaded} from './content';
import {Exact, serialize, type Json} from './exact';
import {knows} from './fill';
import type {ProgramDocument} from './program';
import {assess_request} from './request';
import {sent_fields} from './sent';
import {scenarios_of} from './scenario';
import type {Fields} from './state';
import {metrics_json, typed_what_if, with_member} from './trial';
import type {View} from './view';

/** A reading that is handed over: of another store, or of an earlier month of this one. Its fields are those of an address. */
export interface HandedSide {
  /** Letters, digits, `.`, `-` and `_`: it stands in the address. */
  id: string;
  /** The store's. */
  name: string;
  program: string;
  edition: string;
  fields: Iterable<readonly [key: string, text: string]>;
  /** YYYY-MM, of an earlier reading of the same store. */
  month?: string;
  /** The program document, where it is the store's own file. */
  document?: string;
}

export interface Sides {
  /** What the store on the page is called. */
  here?: string;
  /** What the same store has for each program, by which another one's forecast may be fed. */
  sheets?: readonly Pick<HandedSide, 'program' | 'edition' | 'fields'>[];
  others: readonly HandedSide[];
}

export interface Choice {
  id: string;
  kind: 'what_if' | 'scenario' | 'edition' | 'store' | 'month';
  /** Of the scenario or the store. */
  name: string;
  month?: string;
  /** The rules that judge it. */
  edition: string;
  /** A store is judged by the rules on the page: those that its numbers were typed for. */
  typed_for?: string;
  /** Of the what-if or the scenario. */
  changes?: [metric: string, typed: string][];
  /** Of the store or the month, as far as these rules know them. */
  fields?: Fields;
}

export const most_sides = 3;

/** What came first stands on the left, so that a difference is what came later less what was before. */
export const is_earlier = ({edition}: Pick<ProgramDocument, 'edition'>, choice: Choice) =>
  choice.kind === 'month' || (choice.kind === 'edition' && choice.edition < edition);

function editions_of({index, document: {program, edition}, from_device}: View): Choice[] {
  const all = from_device ? [] : (index.programs.find((entry) => entry.program === program)?.editions ?? []);
  return all.filter((entry) => entry.edition !== edition).reverse().map((entry) => ({id: entry.edition, kind: 'edition', name: '', edition: entry.edition}));
}

function handed(view: View, {id, name, program, edition, fields, month, document: text}: HandedSide): Choice[] {
  const {document, index, loaded, from_device} = view;
  const known = from_device ? text === loaded.text && edition === document.edition
    : text === undefined && index.programs.find((entry) => entry.program === program)?.editions.some((entry) => entry.edition === edition);
  if (program !== document.program || !known) return [];
  const typed = new Map(fields);
  if (month !== undefined) return [{id, kind: 'month', name, month, edition, fields: typed}];
  if (edition === document.edition) return [{id, kind: 'store', name, edition, fields: typed}];
  return [{id, kind: 'store', name, edition: document.edition, typed_for: edition, fields: new Map([...typed].filter(([key]) => knows(document, key)))}];
}

/** All there is to choose from. */
export function choices_of(view: View, sides: Sides | undefined): Choice[] {
  const {fields, document: {edition}} = view;
  const changes = typed_what_if(fields);
  return [
    ...(changes.length ? [{id: 'what_if', kind: 'what_if', name: '', edition, changes} as const] : []),
    ...scenarios_of(fields).map(({key, name, changes: kept}): Choice => ({id: key, kind: 'scenario', name, edition, changes: kept})),
    ...editions_of(view),
    ...(sides?.others ?? []).flatMap((side) => handed(view, side)),
  ];
}

/** Without a wish: the what-if, a scenario, the edition before, else whatever there is. */
function proposed(choices: Choice[], {edition}: ProgramDocument): Choice | undefined {
  return choices.find(({kind}) => kind === 'what_if' || kind === 'scenario') ?? choices.find((choice) => choice.kind === 'edition' && choice.edition < edition) ?? choices[0];
}

/** What is compared, as the field `vs` names it; `lost`: something that is not here. */
export function chosen_of(view: View, choices: Choice[]): {chosen: Choice[]; lost: boolean} {
  const wanted = [...new Set((view.fields.get('vs') ?? '').split(',').filter(Boolean))];
  const found = wanted.flatMap((id) => choices.filter((choice) => choice.id === id)).slice(0, most_sides);
  const first = found.length ? undefined : proposed(choices, view.document);
  // What a link compares with may lie on another device; a what-if or an edition that is gone needs no word.
  const lost = wanted.some((id) => id.startsWith('kept.') && !choices.some((choice) => choice.id === id));
  return {chosen: first ? [first] : found, lost};
}

/** A whole reading, with dates as the page would propose them. */
const whole = (loaded: Loaded, fields: Fields): Json => new Exact(assess_request(loaded, sent_fields(loaded.document, fields)).text);

/** The request that sets today beside a choice. `document`: that of the choice's edition. */
export function compare_request({loaded, sent}: View, choice: Choice, document: ProgramDocument, earlier: boolean): string {
  const beside = (today: Json, other: Json) => (earlier ? [other, today] : [today, other]);
  const {text} = assess_request(loaded, sent);
  if (choice.fields) {
    const own = document === loaded.document ? loaded : {text: '', document};
    return serialize({sides: beside(new Exact(text), whole(own, choice.fields))});
  }
  return with_member(text, 'sides', beside({}, choice.changes ? {metrics: metrics_json(document, choice.changes)} : {edition: choice.edition}));
}
