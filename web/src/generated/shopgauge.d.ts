// Generated from core/api/schema/shopgauge.schema.json by `npm run generate`. Do not edit.

/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Id".
 */
export type Id = string;
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ProgramId".
 */
export type ProgramId = string;
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Date".
 */
export type Date = string;
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "MonthId".
 */
export type MonthId = string;
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Status".
 */
export type Status = 'official' | 'reported' | 'inferred' | 'example' | 'assumed' | 'not_given';
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Basis".
 */
export type Basis = 'exact' | 'estimated' | 'partial';
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = 'pass' | 'fail' | 'undetermined';
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Operator".
 */
export type Operator = 'at_least' | 'above' | 'at_most' | 'below' | 'is';
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Lang".
 */
export type Lang = 'zh-CN' | 'en';
/**
 * How a group of nodes is scored: by weights, or by its lowest node.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Method".
 */
export type Method = 'weighted' | 'minimum';
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Count".
 */
export type Count = number;
/**
 * null: known to be unknown. Absent: not given.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "MetricInput".
 */
export type MetricInput = number | boolean | null | Percent | Ratio | Mean | NoScore;
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ProfileNumber".
 */
export type ProfileNumber = number | Percent | Ratio;
/**
 * Days without a gap, at most 800, the last of them not after as_of.
 *
 * @maxItems 800
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "History".
 */
export type History = HistoryDay[];
/**
 * What a line of a batch calls its store: a text of 1 to 256 bytes, or a whole number.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Store".
 */
export type Store = string | number;
/**
 * count_of and sample_of: the events and the sample of a rate given as counts.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Subject".
 */
export type Subject = 'metric' | 'count_of' | 'sample_of' | 'score' | 'node' | 'enrolment' | 'stage';
/**
 * The tier of the store, or those that are possible.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Tier".
 */
export type Tier = TierReached | Possible;
/**
 * Over how many months the metrics are to be read, or what is possible.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "LookBack".
 */
export type LookBack = LookBackChosen | Possible;
/**
 * What costs most, at most three, the dearest first.
 *
 * @minItems 1
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Worst".
 */
export type Worst = [Cost, ...Cost[]];
/**
 * Ids of the texts notice.<id>.
 *
 * @minItems 1
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Notices".
 */
export type Notices = [Id, ...Id[]];
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CauseEnd".
 */
export type CauseEnd = MetricInput | string | unknown[];
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "NumberOrEnds".
 */
export type NumberOrEnds =
  | number
  | {
      low: number;
      high: number;
    };
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Met".
 */
export type Met = boolean | 'undetermined';
/**
 * A share of the paths.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Chance".
 */
export type Chance = number;

/**
 * Requests and replies of the engine. The TypeScript types are generated from this file and the C++ tests validate against it.
 */
export interface ShopGauge {
  [k: string]: unknown;
}
/**
 * A ratio of two whole numbers, exact.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Ratio".
 */
export interface Ratio {
  num: Count;
  den: Count;
}
/**
 * A rate in percent: {"percent": 1.1} is 0.011, exactly.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Percent".
 */
export interface Percent {
  percent: number;
}
/**
 * A mean by its sum and the number of values.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Mean".
 */
export interface Mean {
  sum: number;
  n: Count;
}
/**
 * The platform showed no score in the period.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "NoScore".
 */
export interface NoScore {
  no_score: true;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Metrics".
 */
export interface Metrics {
  [k: string]: MetricInput;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Curve".
 */
export interface Curve {
  kind: 'linear' | 'steps' | 'identity';
  closed?: 'left' | 'right';
  knots?: [number, number][];
  rows?: [number, number, number][];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CalibrationPair".
 */
export interface CalibrationPair {
  value: MetricInput;
  score: number;
  /**
   * When both were read off.
   */
  date?: string;
}
/**
 * Numbers from the shop's own back office.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Profile".
 */
export interface Profile {
  weights?: {
    [k: string]: ProfileNumber;
  };
  targets?: {};
  thresholds?: {};
  tables?: {
    [k: string]: Curve;
  };
  /**
   * By indicator: values and the scores that the back office showed for them. Straight lines between them; beyond them only one end of the score is known.
   */
  calibration?: {
    [k: string]: CalibrationPair[];
  };
  not_assessed?: Id[];
  method?: Method;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Enrolment".
 */
export interface Enrolment {
  opened?: Date;
  first_assessed?: Date;
  joined?: Date;
  launched?: Date;
  formal_since?: Date;
  recovery_since?: Date;
  failures_so_far?: Count;
  passes_in_a_row?: Count;
  downgrades?: Count;
  category?: string;
  subcategory?: string;
  store_type?: string;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "AssessRequest".
 */
export interface AssessRequest {
  program: ProgramId | {};
  edition?: Date;
  date?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
  what_if?: {
    metrics: Metrics;
  };
}
/**
 * What this side has of its own, over what both share. A score given for both moves with the side's own metrics.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CompareSide".
 */
export interface CompareSide {
  program?: ProgramId | {};
  edition?: Date;
  date?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CompareRequest".
 */
export interface CompareRequest {
  program?: ProgramId | {};
  edition?: Date;
  date?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
  /**
   * Two: editions, programs or scenarios.
   *
   * @minItems 2
   * @maxItems 2
   */
  sides: [CompareSide, CompareSide];
}
/**
 * One of: a score as shown, the verdict pass, a gate, a metric at least or at most at a value.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Goal".
 */
export interface Goal {
  score?: number;
  verdict?: 'pass';
  gate?: Id;
  metric?: Id;
  at_least?: number;
  at_most?: number;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PlanRequest".
 */
export interface PlanRequest {
  program: ProgramId | {};
  edition?: Date;
  date?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
  goal: Goal;
  /**
   * By metric: what the whole way to its best value costs; 1 where it is not given; null: the metric cannot change.
   */
  effort?: {
    [k: string]: number | null;
  };
  period?: PeriodUnderWay;
}
/**
 * The days over which the metrics are counted. The metrics say what the days up to and with as_of brought.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PeriodUnderWay".
 */
export interface PeriodUnderWay {
  /**
   * Where it is not given, the request's date.
   */
  as_of?: string;
  /**
   * Where it is not given, the first day of the month of as_of.
   */
  from?: string;
  /**
   * The last day, where days_left does not say it; else the month's last.
   */
  to?: string;
  /**
   * After as_of.
   */
  days_left?: number;
  /**
   * How many further cases each day left brings to ratios given as counts: of all of them, or by metric. Without it the days left bring as many as those gone by.
   */
  orders_a_day?:
    | number
    | {
        [k: string]: number;
      };
}
/**
 * One natural month: either met, or metrics.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "MonthInput".
 */
export interface MonthInput {
  month: MonthId;
  met?: boolean;
  metrics?: Metrics;
  profile?: Profile;
}
/**
 * One check at a date: either met, or metrics.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CheckInput".
 */
export interface CheckInput {
  date: Date;
  met?: boolean;
  metrics?: Metrics;
  profile?: Profile;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "TimelineRequest".
 */
export interface TimelineRequest {
  program: ProgramId | {};
  edition?: Date;
  date?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  months?: MonthInput[];
  checks?: CheckInput[];
  choices?: Choices;
  until: Date;
}
/**
 * A word, a day, or several days.
 */
export interface Choices {
  [k: string]: string | Date[];
}
/**
 * What happened on one day, of each metric by its own date (an order under the day of signing where the metric counts by signing). Rates and means as counts, {"num":0,"den":0} where there was nothing; counts and amounts of that day; a flag where it was raised; a daily state or score as its value.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "HistoryDay".
 */
export interface HistoryDay {
  date: Date;
  metrics: Metrics;
}
/**
 * Bad events within today's window whose day is known. They leave on their day, and do not go on.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "KnownEvent".
 */
export interface KnownEvent {
  on: Date;
  metric: Id;
  /**
   * How many; 1 where it is not given.
   */
  bad?: number;
}
/**
 * What changes from one day to another, both included; `to` is the forecast's last day where it is not given, `on` one day alone. One of: value (what each of these days brings to a metric with a window, of a rate or mean its value; of a state of the day, what it is), times (so many times what it would be), bad (so many more bad events on each day, each one more case), orders (so many times the orders, for all that follows from them). Changes act in their order.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ScenarioChange".
 */
export interface ScenarioChange {
  from?: Date;
  to?: Date;
  on?: Date;
  metric?: Id;
  value?: MetricInput;
  times?: number;
  bad?: number;
  orders?: {
    times: number;
  };
}
/**
 * A program whose score feeds a metric of the one asked for, over the same days.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Feeding".
 */
export interface Feeding {
  program: ProgramId | {};
  edition?: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
  history?: History;
  known?: KnownEvent[];
  scenario?: ScenarioChange[];
}
/**
 * metrics: today's reading, spread evenly over the days of each window that history does not cover. as_of: the day of the reading; it selects the edition where none is named. until: the last day, at most 400 days later. A timeline follows where enrolment has dates; months, checks and choices are what is decided already. paths (at most 100,000) and seed ask for chances.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ForecastRequest".
 */
export interface ForecastRequest {
  program: ProgramId | {};
  edition?: Date;
  as_of: Date;
  until: Date;
  enrolment?: Enrolment;
  profile?: Profile;
  metrics?: Metrics;
  given?: {
    [k: string]: number;
  };
  history?: History;
  known?: KnownEvent[];
  scenario?: ScenarioChange[];
  feeds?: Feeding[];
  months?: MonthInput[];
  checks?: CheckInput[];
  choices?: Choices;
  /**
   * How many courses of chance are drawn.
   */
  paths?: number;
  /**
   * Of the generator: the same seed gives the same bytes everywhere; 1 where it is not given.
   */
  seed?: number;
}
/**
 * A request of its function, with these members too.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "BatchLine".
 */
export interface BatchLine {
  store?: Store;
  function?: 'assess' | 'timeline' | 'plan' | 'compare' | 'forecast';
}
/**
 * The reply of the function, with the store in front where the line has one; ranked replies begin with their rank.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "BatchReply".
 */
export interface BatchReply {
  rank?: number;
  store?: Store;
  ok: boolean;
}
/**
 * Without fields: every edition in the catalog. With program and edition: also the whole document.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ProgramsRequest".
 */
export interface ProgramsRequest {
  program?: ProgramId;
  edition?: Date;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Issue".
 */
export interface Issue {
  code: string;
  /**
   * JSON Pointer into the request.
   */
  path: string;
  /**
   * English, for developers.
   */
  message: string;
  params: {
    [k: string]: string;
  };
  line?: number;
  column?: number;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Issues".
 */
export interface Issues {
  ok: false;
  /**
   * @minItems 1
   */
  issues: [Issue, ...Issue[]];
}
/**
 * A number or input that the reply rests on and that the request did not give.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Assumption".
 */
export interface Assumption {
  /**
   * Where the request could give it; /program/... for a number of the program itself.
   */
  path: string;
  taken?: number | boolean | string;
  status: Status;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Warning".
 */
export interface Warning {
  code: Id;
  params: {
    [k: string]: string;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Sources".
 */
export interface Sources {
  newest: Date;
  stale: boolean;
}
/**
 * value, or low and high where something is missing.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Score".
 */
export interface Score {
  value?: number;
  /**
   * The exact sum, rounded once to 6 digits.
   */
  unrounded?: number;
  low?: number;
  high?: number;
  unrounded_low?: number;
  unrounded_high?: number;
  digits: number;
  /**
   * @minItems 2
   * @maxItems 2
   */
  scale: [number, number];
  stage?: Id;
  method?: Method;
  consumer?: number;
  consumer_low?: number;
  consumer_high?: number;
  stars?: number;
  stars_low?: number;
  stars_high?: number;
  [k: string]: number | [number, number] | Id | Method | undefined;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Node".
 */
export interface Node {
  id: Id;
  kind: 'stage' | 'dimension' | 'indicator';
  score?: number;
  low?: number;
  high?: number;
  /**
   * Left out where nodes are compared, not weighed.
   */
  weight?: number;
  /**
   * Points of the total that this node brings.
   */
  contribution?: number;
  contribution_low?: number;
  contribution_high?: number;
  basis: 'given' | 'computed' | 'flat' | 'anchored' | 'partial' | 'missing' | 'not_assessed' | 'fixed';
  why?:
    'absent' | 'unknown' | 'no_sample' | 'no_score' | 'no_threshold' | 'beyond_calibration' | 'optional' | 'profile';
  metric?: Id;
  input?: MetricInput;
  rate?: number;
  /**
   * The row or the two knots of the table used.
   */
  row?: unknown[];
  /**
   * The lowest and the highest value of the calibration pairs.
   *
   * @minItems 2
   * @maxItems 2
   */
  reach?: [number, number];
  /**
   * profile or calibration, or the program's own with this status.
   */
  table?: string;
  source?: string;
  anchor?: {
    given: number;
    moved: number;
  };
  nodes?: Node[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Adjustment".
 */
export interface Adjustment {
  id: Id;
  points?: number;
  points_low?: number;
  points_high?: number;
  applied: boolean | 'undetermined';
  status?: Status;
  source?: string;
}
/**
 * One comparison, with what was seen and what was wanted; the target "positive" is more than 0.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
  id: Id;
  of: Subject;
  observed?: unknown;
  rate?: number;
  operator: Operator;
  target?: unknown;
  /**
   * Left out where the store is not assessed by it.
   */
  met?: boolean | 'undetermined';
  /**
   * The platform assesses such stores by something else; counts neither way.
   */
  assessed?: false;
  /**
   * Distance to the target; not negative where it is met.
   */
  margin?: number;
  /**
   * Met when this or any of these is.
   *
   * @minItems 1
   */
  or?: [Finding, ...Finding[]];
  /**
   * Reported, but no part of the verdict.
   */
  advisory?: true;
  area?: Id;
  /**
   * Against the month judged before.
   */
  trend?: 'better' | 'worse' | 'same';
  /**
   * By how much the metric moved since that month.
   */
  change?: number;
  needs?: string[];
  source?: string;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "TierReached".
 */
export interface TierReached {
  id: Id;
  /**
   * Ids of the texts consequence.<id>.
   */
  consequences: Id[];
  status: Status;
  source?: string;
}
/**
 * What may hold, and the inputs that would decide.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Possible".
 */
export interface Possible {
  possible: Id[];
  needs: string[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "LookBackChosen".
 */
export interface LookBackChosen {
  id: Id;
  months: number;
}
/**
 * Points of the total that a part loses against its highest score.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Cost".
 */
export interface Cost {
  id: Id;
  cost: number;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Gate".
 */
export interface Gate {
  id: Id;
  met: boolean | 'undetermined';
  needs?: string[];
  conditions: Finding[];
  source?: string;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Assessment".
 */
export interface Assessment {
  status: 'scored' | 'not_scored' | 'judged' | 'not_applicable';
  reason?: Id;
  basis: Basis;
  score?: Score;
  nodes?: Node[];
  adjustments?: Adjustment[];
  worst?: Worst;
  standards?: Finding[];
  verdict?: Verdict;
  needs?: string[];
  tier?: Tier;
  lookback?: LookBack;
  gates?: Gate[];
  missing: Id[];
  assumptions: Assumption[];
  warnings: Warning[];
}
/**
 * What the what-if changed; parts that did not change are left out. Of an interval both ends say by how much they move.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Difference".
 */
export interface Difference {
  value?: number;
  value_low?: number;
  value_high?: number;
  unrounded?: number;
  unrounded_low?: number;
  unrounded_high?: number;
  nodes?: {
    id: Id;
    score?: number;
    score_low?: number;
    score_high?: number;
    contribution?: number;
    contribution_low?: number;
    contribution_high?: number;
  }[];
  adjustments?: {
    id: Id;
    points?: number;
    points_low?: number;
    points_high?: number;
  }[];
  gates?: {
    id: Id;
    from: unknown;
    to: unknown;
  }[];
  verdict?: {
    from: Verdict;
    to: Verdict;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "AssessReply".
 */
export interface AssessReply {
  ok: true;
  value: {
    program: ProgramId;
    edition: Date;
    out_of_force?: boolean;
    status: 'scored' | 'not_scored' | 'judged' | 'not_applicable';
    reason?: Id;
    basis: Basis;
    score?: Score;
    nodes?: Node[];
    adjustments?: Adjustment[];
    worst?: Worst;
    standards?: Finding[];
    verdict?: Verdict;
    needs?: string[];
    tier?: Tier;
    lookback?: LookBack;
    gates?: Gate[];
    missing: Id[];
    assumptions: Assumption[];
    warnings: Warning[];
    what_if?: Assessment;
    difference?: Difference;
    notices?: Notices;
    sources: Sources;
  };
}
/**
 * A number or word of a node that differs. weight: within its group; share: of the total; input and given: as they were entered; curve: the row or knots used.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Cause".
 */
export interface Cause {
  of: 'weight' | 'share' | 'basis' | 'given' | 'input' | 'curve';
  from?: CauseEnd;
  to?: CauseEnd;
  /**
   * Of the total, that a weight or share moves, at the mean of both scores; the rest of the node's contribution is for its score.
   */
  points?: number;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "NodeDifference".
 */
export interface NodeDifference {
  id: Id;
  /**
   * The side that alone has it.
   */
  in?: 'first' | 'second';
  score?: number;
  score_low?: number;
  score_high?: number;
  contribution?: number;
  contribution_low?: number;
  contribution_high?: number;
  causes?: Cause[];
  nodes?: NodeDifference[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "AdjustmentDifference".
 */
export interface AdjustmentDifference {
  id: Id;
  /**
   * The side that alone has it.
   */
  in?: 'first' | 'second';
  points?: number;
  points_low?: number;
  points_high?: number;
  applied?: TruthChange;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "TruthChange".
 */
export interface TruthChange {
  from: boolean | 'undetermined';
  to: boolean | 'undetermined';
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "WordChange".
 */
export interface WordChange {
  from?: string;
  to?: string;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "DerivedDifference".
 */
export interface DerivedDifference {
  id: Id;
  from: NumberOrEnds;
  to: NumberOrEnds;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "FindingDifference".
 */
export interface FindingDifference {
  id: Id;
  /**
   * The side that alone has it.
   */
  in?: 'first' | 'second';
  from?: Finding;
  to?: Finding;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "GateDifference".
 */
export interface GateDifference {
  id: Id;
  /**
   * The side that alone has it.
   */
  in?: 'first' | 'second';
  from?: boolean | 'undetermined';
  to?: boolean | 'undetermined';
  conditions?: FindingDifference[];
}
/**
 * What differs, second less first; parts that are the same are left out. The contributions of the nodes and the points of the adjustments sum to unrounded. Where a side is an interval: …_low at the low ends, …_high at the high ends, each of which sums too.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ComparedDifference".
 */
export interface ComparedDifference {
  status?: WordChange;
  value?: number;
  value_low?: number;
  value_high?: number;
  unrounded?: number;
  unrounded_low?: number;
  unrounded_high?: number;
  method?: WordChange;
  nodes?: NodeDifference[];
  adjustments?: AdjustmentDifference[];
  derived?: DerivedDifference[];
  standards?: FindingDifference[];
  verdict?: WordChange;
  tier?: WordChange;
  gates?: GateDifference[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ComparedSide".
 */
export interface ComparedSide {
  program: ProgramId;
  edition: Date;
  out_of_force?: boolean;
  status: 'scored' | 'not_scored' | 'judged' | 'not_applicable';
  reason?: Id;
  basis: Basis;
  score?: Score;
  nodes?: Node[];
  adjustments?: Adjustment[];
  worst?: Worst;
  standards?: Finding[];
  verdict?: Verdict;
  needs?: string[];
  tier?: Tier;
  lookback?: LookBack;
  gates?: Gate[];
  missing: Id[];
  assumptions: Assumption[];
  warnings: Warning[];
  /**
   * JSON Pointers to what both sides share and this one cannot use.
   */
  ignored: string[];
  notices?: Notices;
  sources: Sources;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CompareReply".
 */
export interface CompareReply {
  ok: true;
  value: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    sides: [ComparedSide, ComparedSide];
    difference: ComparedDifference;
  };
}
/**
 * One metric alone.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Lever".
 */
export interface Lever {
  metric: Id;
  now?: MetricInput;
  /**
   * The first value that reaches the goal.
   */
  needed?: number | boolean;
  /**
   * Of a metric given as counts: by finitely many orders.
   */
  reachable: boolean;
  /**
   * The fewest further orders at the best value that reach it.
   */
  organic_orders?: number;
  reason?: Shortfall;
  /**
   * Of the verdict: those not met today that read the metric.
   */
  standards?: Id[];
  /**
   * Theirs.
   */
  areas?: Id[];
}
/**
 * Why its best value alone does not reach the goal.
 */
export interface Shortfall {
  code:
    | 'best_is_short'
    | 'needs_unknown'
    | 'not_scored'
    | 'not_applicable'
    | 'endless_orders'
    | 'no_lever'
    | 'only_by_fixed';
  reason?: Id;
  /**
   * What the best gives: a score as shown, the value of the goal's metric, the standards or conditions that are not met.
   */
  best?: {
    score?: number;
    score_low?: number;
    score_high?: number;
    value?: number;
    unmet?: string[];
  };
  needs?: string[];
  /**
   * Metrics whose effort is null.
   */
  fixed?: Id[];
}
/**
 * How far a metric may fall before the goal, or what there is today, is lost.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Headroom".
 */
export interface Headroom {
  metric: Id;
  now: MetricInput;
  /**
   * The worst value that keeps it.
   */
  limit: number;
  /**
   * The most bad events, each one more order too.
   */
  more_bad_orders?: number;
}
/**
 * Why a goal is missed: best_is_short: the best there is, is not enough. needs_unknown: inputs that nobody gave would decide. not_scored, not_applicable: see reason. endless_orders: only a value would do that no finite number of orders leads to. no_lever: nothing that the goal reads has a better value. only_by_fixed: the goal would be reached if the metrics of fixed could change.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Shortfall".
 */
export interface Shortfall1 {
  code:
    | 'best_is_short'
    | 'needs_unknown'
    | 'not_scored'
    | 'not_applicable'
    | 'endless_orders'
    | 'no_lever'
    | 'only_by_fixed';
  reason?: Id;
  /**
   * What the best gives: a score as shown, the value of the goal's metric, the standards or conditions that are not met.
   */
  best?: {
    score?: number;
    score_low?: number;
    score_high?: number;
    value?: number;
    unmet?: string[];
  };
  needs?: string[];
  /**
   * Metrics whose effort is null.
   */
  fixed?: Id[];
}
/**
 * What the days left must bring so that the goal is reached when they end. Each metric by itself.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PlannedPeriod".
 */
export interface PlannedPeriod {
  from: Date;
  to: Date;
  as_of: Date;
  days_left: number;
  /**
   * By the best days that there can be.
   */
  reachable: boolean;
  reason?: Shortfall2;
  metrics: PeriodMetric[];
}
/**
 * The proof: what these give.
 */
export interface Shortfall2 {
  code:
    | 'best_is_short'
    | 'needs_unknown'
    | 'not_scored'
    | 'not_applicable'
    | 'endless_orders'
    | 'no_lever'
    | 'only_by_fixed';
  reason?: Id;
  /**
   * What the best gives: a score as shown, the value of the goal's metric, the standards or conditions that are not met.
   */
  best?: {
    score?: number;
    score_low?: number;
    score_high?: number;
    value?: number;
    unmet?: string[];
  };
  needs?: string[];
  /**
   * Metrics whose effort is null.
   */
  fixed?: Id[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PeriodMetric".
 */
export interface PeriodMetric {
  metric: Id;
  now: MetricInput;
  /**
   * Of the verdict: whose target it is.
   */
  standard?: string;
  operator: Operator;
  target: number;
  /**
   * secure: whatever the days left bring; lost: even their best is not enough, or the metric cannot change and misses the target now.
   */
  status: 'secure' | 'open' | 'lost';
  /**
   * What the days left must bring: at most or at least, as operator says.
   */
  rest?: {
    days?: number;
    /**
     * Further cases of a ratio.
     */
    orders?: number;
    /**
     * So many of the orders.
     */
    events?: number;
    /**
     * events / orders, rounded to 6 digits so that it still holds.
     */
    rate?: number;
    /**
     * Of all days left.
     */
    total?: number;
    /**
     * The mean of the days left, rounded to 6 digits so that it still holds.
     */
    each?: number;
  };
  /**
   * Where the best days left lead; nothing where there is no best.
   */
  ends_at?: number;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PlannedChange".
 */
export interface PlannedChange {
  metric: Id;
  to: number | boolean;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Combination".
 */
export interface Combination {
  changes: PlannedChange[];
  effort: number;
  result: {
    score?: number;
    verdict?: Verdict;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "PlanReply".
 */
export interface PlanReply {
  ok: true;
  value: {
    program: ProgramId;
    edition: Date;
    goal_met: boolean;
    reachable: boolean;
    reason?: Shortfall1;
    levers: Lever[];
    headroom: Headroom[];
    /**
     * The least effort first, at most three. Each change is needed, to the step.
     */
    combinations: Combination[];
    period?: PlannedPeriod;
    warnings: Warning[];
    notices?: Notices;
    sources: Sources;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Phase".
 */
export interface Phase {
  phase: 'exempt' | 'trial' | 'formal' | 'recovery' | 'rectification';
  /**
   * Of the document's phase, where it is another word.
   */
  id?: string;
  cycle?: number;
  from: Date;
  to: Date | null;
}
/**
 * phase: null where the days belong to no phase. reviewed: the day on which the month is judged, where that is not its last.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "MonthResult".
 */
export interface MonthResult {
  month: MonthId;
  phase: ('exempt' | 'trial' | 'formal' | 'recovery' | 'rectification') | null;
  /**
   * Of the document's phase, where it is another word.
   */
  id?: string;
  cycle?: number;
  verdict: 'pass' | 'fail' | 'pending' | 'undetermined' | 'not_assessed';
  /**
   * Failed months of the cycle up to and with this one.
   */
  failures?: number;
  passes_in_a_row?: number;
  reviewed?: Date;
  tier?: Tier;
  needs?: string[];
  standards?: Finding[];
}
/**
 * A check of one standard has the members of its finding, a check of several has standards.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CheckResult".
 */
export interface CheckResult {
  date: Date;
  standard: Id;
  verdict: 'pass' | 'fail' | 'pending' | 'undetermined' | 'not_assessed';
  /**
   * The sum or mean of the months given, while others are not.
   */
  so_far?: number;
  observed?: unknown;
  rate?: number;
  operator?: Operator;
  target?: unknown;
  margin?: number;
  /**
   * @minItems 1
   */
  or?: [Finding, ...Finding[]];
  advisory?: true;
  area?: Id;
  needs?: string[];
  source?: string;
  standards?: Finding[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Event".
 */
export interface Event {
  date: Date;
  event:
    | 'warned'
    | 'at_risk'
    | 'downgrade_notice'
    | 'supervised'
    | 'downgraded'
    | 'upgrade_eligible'
    | 'upgraded'
    | 'rectification_started'
    | 'removal_possible'
    | 'removed'
    | 'converted'
    | 'exited'
    | 'cycle_completed'
    | 'improvement_plan'
    | 'fee_refunded'
    | 'rewarded'
    | 'restricted';
  /**
   * A store type.
   */
  to?: string;
  /**
   * Money.
   */
  amount?: number;
  /**
   * Ids of the texts area.<id> whose standards failed.
   */
  areas?: Id[];
  /**
   * Id of the text rule.<id> in the program document.
   */
  rule: string;
  status: Status;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Standing".
 */
export interface Standing {
  date: Date;
  phase: ('exempt' | 'trial' | 'formal' | 'recovery' | 'rectification') | null;
  /**
   * Of the document's phase, where it is another word.
   */
  id?: string;
  cycle?: number;
  store_type?: string;
  failures?: number;
  /**
   * How many further failed months bring the outcome.
   */
  failures_left?: number;
  passes_in_a_row?: number;
  /**
   * How many further passed months in a row make the store eligible.
   */
  passes_needed?: number;
  deadline: null | {
    date: Date;
    decides: 'month' | 'check' | 'cycle';
    in_days: number;
  };
  next: null | Event;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "TimelineReply".
 */
export interface TimelineReply {
  ok: true;
  value: {
    program: ProgramId;
    edition: Date;
    out_of_force?: boolean;
    status?: 'not_applicable';
    reason?: Id;
    basis: Basis;
    phases: Phase[];
    months: MonthResult[];
    checks: CheckResult[];
    events: Event[];
    standing?: Standing;
    assumptions: Assumption[];
    warnings: Warning[];
    notices?: Notices;
    sources: Sources;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Text".
 */
export interface Text {
  'zh-CN': string;
  en: string;
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "EditionSummary".
 */
export interface EditionSummary {
  edition: Date;
  from: Date;
  until: Date | null;
  last_seen?: Date;
  article: boolean;
  newest_source?: Date;
  functions: ('assess' | 'timeline')[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ProgramsReply".
 */
export interface ProgramsReply {
  ok: true;
  value: {
    /**
     * Of the engine.
     */
    version: string;
    programs: {
      program: ProgramId;
      title: Text;
      platform: Text;
      editions: EditionSummary[];
    }[];
    /**
     * The program document (core/rules/FORMAT.md).
     */
    document?: {};
  };
}
/**
 * score as shown (score_low and score_high where something is missing), unrounded where it differs, status and reason where there is none. metrics: on the first day all that are known, then those that differ from the day before; null where there is no value.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ForecastDay".
 */
export interface ForecastDay {
  date: Date;
  score?: number;
  score_low?: number;
  score_high?: number;
  unrounded?: number;
  unrounded_low?: number;
  unrounded_high?: number;
  status?: 'not_scored' | 'not_applicable';
  reason?: string;
  verdict?: Verdict;
  tier?: Id;
  metrics?: {
    [k: string]: number | boolean | null;
  };
}
/**
 * Bad events of the day `event` no longer count from `date` on.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Leaving".
 */
export interface Leaving {
  date: Date;
  metric: Id;
  event: Date;
  bad: number;
}
/**
 * Of a gate or standard: whether it is met on as_of, and each day on which that changes.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ForecastGate".
 */
export interface ForecastGate {
  id: Id;
  met: Met;
  changes: {
    date: Date;
    met: Met;
  }[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "FedForecast".
 */
export interface FedForecast {
  program: ProgramId;
  edition: Date;
  days: ForecastDay[];
  leaves: Leaving[];
  gates?: ForecastGate[];
  standards?: ForecastGate[];
}
/**
 * The months and checks that the request leaves open are judged by the metrics of their day; standing is that of the last day.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CourseForecast".
 */
export interface CourseForecast {
  basis: Basis;
  phases: Phase[];
  months: MonthResult[];
  checks: CheckResult[];
  events: Event[];
  standing: Standing;
  assumptions: Assumption[];
}
/**
 * Of so many courses of chance. days: the score as shown that so many percent of the paths stay at or below, of the paths that have one (scored: their share, where it is not 1). months and checks: how often each verdict. events: how often the event has happened by each of the days on which it can. model: ids of the texts model.<id>, what the figures assume.
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "Chances".
 */
export interface Chances {
  paths: number;
  seed: number;
  percentiles: number[];
  days: {
    date: Date;
    score?: number[];
    scored?: Chance;
  }[];
  /**
   * How often each is met on the last day; those left out of which that is known on no path.
   */
  gates?: {
    id: Id;
    met: Chance;
  }[];
  months?: {
    month: MonthId;
    pass?: Chance;
    fail?: Chance;
    undetermined?: Chance;
    not_assessed?: Chance;
  }[];
  checks?: {
    date: Date;
    standard: string;
    pass?: Chance;
    fail?: Chance;
    undetermined?: Chance;
    not_assessed?: Chance;
    pending?: Chance;
  }[];
  events?: {
    event:
      | 'warned'
      | 'at_risk'
      | 'downgrade_notice'
      | 'supervised'
      | 'downgraded'
      | 'upgrade_eligible'
      | 'upgraded'
      | 'rectification_started'
      | 'removal_possible'
      | 'removed'
      | 'converted'
      | 'exited'
      | 'cycle_completed'
      | 'improvement_plan'
      | 'fee_refunded'
      | 'rewarded'
      | 'restricted';
    to?: string;
    by: {
      date: Date;
      chance: Chance;
    }[];
  }[];
  model: Id[];
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "ForecastReply".
 */
export interface ForecastReply {
  ok: true;
  /**
   * days: as_of and every day up to until. assumptions: what today's assessment and the windows rest on.
   */
  value: {
    program: ProgramId;
    edition: Date;
    as_of: Date;
    until: Date;
    out_of_force?: true;
    basis: Basis;
    days: ForecastDay[];
    leaves: Leaving[];
    gates?: ForecastGate[];
    standards?: ForecastGate[];
    timeline?: CourseForecast;
    feeds?: FedForecast[];
    chances?: Chances;
    assumptions: Assumption[];
    warnings: Warning[];
    notices?: Notices;
    sources: Sources;
  };
}
/**
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "LoadReply".
 *
 * This interface was referenced by `ShopGauge`'s JSON-Schema
 * via the `definition` "CheckReply".
 */
export interface LoadReply {
  ok: true;
  value: {
    program: ProgramId;
    edition: Date;
  };
}
