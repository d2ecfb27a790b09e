/** A program document as core/rules/FORMAT.md describes it: what forms, titles and explanations are made from. */
import type {Lang, Status} from './generated/shopgauge';

/** In the languages that the document was fetched with: one, or both. */
export type Text = Partial<Record<Lang, string>>;

export interface Provenance {
  status?: Status;
  source?: string;
  note?: Text;
}

export interface Figure extends Provenance {
  value: number | {num: number; den: number};
}

/** From value to points; `excellent` and `poor` are thresholds. */
export interface Curve extends Provenance {
  kind: 'linear' | 'steps' | 'identity' | 'benchmarks';
  closed?: 'left' | 'right';
  knots?: [number, number][];
  rows?: [number, number, number][];
  excellent?: Record<string, unknown>;
  poor?: Record<string, unknown>;
}

export type MetricKind = 'count' | 'rate' | 'mean' | 'amount' | 'flag';

export interface Metric {
  id: string;
  kind: MetricKind;
  unit: string;
  better: 'higher' | 'lower' | 'neither';
  range?: [number | null, number | null];
  step?: number;
  if_absent?: number | boolean;
  no_score?: boolean;
  title: Text;
  what: Text;
  numerator?: Text;
  denominator?: Text;
  window?: Text;
  clock?: Text;
  where?: Text;
  advice?: Text[];
}

export interface ScoreNode {
  id: string;
  kind: 'dimension' | 'indicator';
  title?: Text;
  metric?: string;
  weight?: Figure;
  range?: [number, number];
  curve?: Curve;
  flat?: {when: unknown; points: Figure};
  optional?: boolean;
  nodes?: ScoreNode[];
}

export interface Titled extends Provenance {
  id: string;
  title: Text;
}

export interface Gate extends Titled {
  when: unknown;
  consequence: Text;
}

export interface Standard extends Titled {
  metric: string;
  or?: unknown[];
  area?: string;
  /** Judged by a phase alone, not in one reading. */
  only?: 'timeline';
}

export interface Tier extends Titled {
  when?: unknown;
}

/** A table of the platform that gives numbers by words of the enrolment; a null in a column of words matches all. */
export interface Rows {
  by: string[];
  any?: string[];
  others?: string[];
  gives: string[];
  words: Record<string, string>;
  same?: Record<string, string[]>;
  rows: (string | number | null)[][];
}

export interface ScoreRules {
  scale: [number, number];
  rounding: Provenance & {digits: number; mode: string};
  stage?: string;
  not_scored?: unknown[];
  stages?: {id: string; when: unknown; not_scored?: unknown[]; node: string; points?: Figure; adjustments?: Titled[]}[];
  nodes: ScoreNode[];
  methods?: Provenance & {of: string[]};
  adjustments?: Titled[];
  derived?: {id: string; title?: Text; of: string; curve: Curve & {rows: [low: number, high: number, value: number][]}}[];
}

export interface CycleEntry {
  fields: string[];
  phase: string;
  counts?: Record<string, string>;
}

/** A judgement on one day; `sum` and `mean` are taken over the months before it. */
export interface CycleCheck {
  standard: string;
  title: Text;
  judge: string[];
  sum?: string[];
  mean?: string[];
}

export interface CyclePhase {
  id: string;
  /** What replies call it, where that is not its id. */
  phase?: string;
  title?: Text;
  judge?: string[];
  checks?: CycleCheck[];
  rules?: {judge?: string[]}[];
  choices?: {id: string}[];
}

export interface CycleRules {
  store_type?: string;
  entries: CycleEntry[];
  phases: CyclePhase[];
}

export interface Source {
  id: string;
  title: Text;
  publisher: Text;
  date: string | null;
  url: string | null;
}

export interface ProgramDocument {
  program: string;
  edition: string;
  in_force: Provenance & {from: string; until: string | null; last_seen?: string; article?: boolean};
  title: Text;
  summary: Text;
  platform: Text;
  time_zone: string;
  sources: Source[];
  questions: Text[];
  notices?: string[];
  metrics: Metric[];
  rows?: Rows[];
  lookback?: {id: string; title: Text; months: Figure; when?: unknown}[];
  profile_texts?: Record<string, {title: Text; where: Text}>;
  not_applicable?: unknown[];
  score?: ScoreRules;
  standards?: Standard[];
  gates?: Gate[];
  tiers?: Tier[];
  cycle?: CycleRules;
  texts: Record<string, Text>;
}
