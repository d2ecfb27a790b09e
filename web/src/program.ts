/** A program document as core/rules/FORMAT.md describes it: what forms, titles and explanations are made from. */
import type {Lang, Status} from './generated/shopgauge';

export type Text = Record<Lang, string>;

export interface Provenance {
  status?: Status;
  source?: string;
  note?: Text;
}

export interface Figure extends Provenance {
  value: number | {num: number; den: number};
}

export type MetricKind = 'count' | 'rate' | 'mean' | 'amount' | 'flag';

export interface Metric {
  id: string;
  kind: MetricKind;
  unit: string;
  better: 'higher' | 'lower' | 'neither';
  range?: [number | null, number | null];
  step?: number;
  if_absent?: number;
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
  curve?: Provenance;
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
}

export interface ScoreRules {
  scale: [number, number];
  rounding: Provenance & {digits: number; mode: string};
  stage?: string;
  not_scored?: unknown[];
  stages?: {id: string; when: unknown; not_scored?: unknown[]; node: string; adjustments?: Titled[]}[];
  nodes: ScoreNode[];
  adjustments?: Titled[];
  derived?: {id: string; title?: Text; of: string}[];
}

export interface CycleEntry {
  fields: string[];
  phase: string;
  counts?: Record<string, string>;
}

export interface CyclePhase {
  id: string;
  phase?: string;
  judge?: string[];
  checks?: {standard: string; title: Text}[];
  choice?: {id: string};
}

export interface CycleRules {
  store_type: string;
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
  metrics: Metric[];
  profile_texts?: Record<string, {title: Text; where: Text}>;
  not_applicable?: unknown[];
  score?: ScoreRules;
  standards?: Standard[];
  gates?: Gate[];
  cycle?: CycleRules;
  texts: Record<string, Text>;
}
