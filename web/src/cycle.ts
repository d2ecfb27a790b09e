/** Questions to a document with a cycle: what its phases are called, which numbers their months and checks take, what can be chosen. */
import {metrics_in, objects, profile_in, type ProfileField} from './document';
import type {CycleCheck, CyclePhase, Metric, ProgramDocument} from './program';
import type {View} from './view';

/** A phase as a reply names it: by a word that all programs share, and by its id where that differs. */
export interface Named {
  phase: string | null;
  id?: string;
  cycle?: number;
}

/** The document's phase; none where the days of a reply belong to no phase. */
export const phase_of = (document: ProgramDocument, {phase, id = phase ?? undefined}: Named) => document.cycle?.phases.find((item) => item.id === id);

export const is_same_phase = (one: Named, other: Named) => one.phase === other.phase && one.id === other.id && one.cycle === other.cycle;

export interface Numbers {
  metrics: Metric[];
  profile: ProfileField[];
}

const totals = ({sum = [], mean = []}: CycleCheck) => [...sum, ...mean];

/** Whether months of a phase are given for a check that adds them up, though none of them is judged itself. */
export function only_totals(document: ProgramDocument, named: Named): boolean {
  const {judge = [], checks = []} = phase_of(document, named) ?? {};
  return !judge.length && checks.some((check) => totals(check).length > 0);
}

function numbers(document: ProgramDocument, standards: Iterable<string>, more: unknown, more_metrics: string[]): Numbers {
  const ids = new Set(standards);
  const judged = (document.standards ?? []).filter(({id}) => ids.has(id));
  const metrics = new Set([...metrics_in(document, [judged, more]).map(({id}) => id), ...more_metrics]);
  return {metrics: document.metrics.filter(({id}) => metrics.has(id)), profile: profile_in(document, [judged, more])};
}

/** Standards that tiers ask for: without a score, months carry their tier. */
const of_tiers = (document: ProgramDocument) =>
  document.score ? [] : [...objects(document.tiers?.map(({when}) => when))].flatMap(({met}) => (Array.isArray(met) ? met.map(String) : []));

const judged_by = (document: ProgramDocument, {judge, rules = []}: CyclePhase) =>
  judge?.length ? [...judge, ...rules.flatMap((rule) => rule.judge ?? []), ...of_tiers(document)] : [];

/** What a month takes in a phase. */
export function month_numbers(document: ProgramDocument, named: Named): Numbers {
  const phase = phase_of(document, named);
  const standards = phase ? judged_by(document, phase) : [];
  return numbers(document, standards, standards.length && !document.score ? document.tiers : [], (phase?.checks ?? []).flatMap(totals));
}

export const check_of = (document: ProgramDocument, standard: string) =>
  document.cycle?.phases.flatMap(({checks = []}) => checks).find((check) => check.standard === standard);

export const check_numbers = (document: ProgramDocument, standards: string[]) =>
  numbers(document, standards.flatMap((standard) => check_of(document, standard)?.judge ?? []), [], []);

/** A verdict in words: one that is not known waits for its numbers, or for its day, as the calendar's day has it. */
export function verdict_text({say, calculation}: View, verdict: string, when: string): string {
  const day = calculation.timeline?.standing?.date;
  const coming = verdict === 'pending' && day !== undefined && when > day.slice(0, when.length);
  return coming ? say('page.calendar.coming') : say.of('verdict', verdict);
}

export interface Choice {
  id: string;
  /** The words to choose from; without them the choice is made on a day. */
  of?: string[];
}

export function choices(document: ProgramDocument): Choice[] {
  const found = new Map<string, Choice>();
  for (const item of objects(document.cycle?.phases)) {
    const {choice, of, choices: dated = []} = item as {choice?: unknown; of?: string[]; choices?: {id: string}[]};
    if (typeof choice === 'string' && of) found.set(choice, {id: choice, of});
    for (const {id} of dated) found.set(id, {id});
  }
  return [...found.values()];
}

/** Whether the enrolment says how often the store was downgraded. */
export const asks_downgrades = (document: ProgramDocument) => [...objects(document.cycle)].some((item) => 'downgrades' in item);
