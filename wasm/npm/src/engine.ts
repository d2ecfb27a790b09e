/** The engine's functions for programs in JavaScript: texts in and out as the engine has them, and beside them objects with types. */
import type {
  AssessReply, AssessRequest, BatchLine, BatchReply, CompareReply, CompareRequest, ForecastReply, ForecastRequest, Issues, LoadReply, PlanReply, PlanRequest, ProgramsReply, ProgramsRequest,
  TimelineReply, TimelineRequest,
} from '../../../web/src/generated/shopgauge';
import type {OnProgress} from './exchange';

/** A request as an object, or as JSON text where numbers must keep their digits: 4.6923 and 82.0 are exact in a text. */
export type Asked<Request> = Request | string;

/** A program document (FORMAT.md): as JSON text, or parsed. */
export type ProgramDocument = object | string;

/** What a line of a batch asks: any of these requests, with the `store` it is about and, where it is not plain, the `function`. */
export type BatchRequest = (AssessRequest | TimelineRequest | PlanRequest | CompareRequest | ForecastRequest) & BatchLine;
export type BatchAnswer = (AssessReply | TimelineReply | PlanReply | CompareReply | ForecastReply | Issues) & Pick<BatchReply, 'store'>;

export interface ProgressOptions {
  /** Called while the paths of chance are drawn. What it throws ends nothing: it is thrown again once the forecast is done. */
  on_progress?: OnProgress | undefined;
}

/** JSON text in, JSON text out: the same bytes as the command `shopgauge … --json` and every other build. */
export interface TextEngine {
  load(document: string): string;
  programs(request: string): string;
  assess(request: string): string;
  timeline(request: string): string;
  plan(request: string): string;
  forecast(request: string, options?: ProgressOptions): string;
  compare(request: string): string;
  check(document: string): string;
  /** One line of a batch. */
  answer_line(line: string): string;
}

/**
 * An engine with the program documents that it was given.
 *
 * Every function gives `{ok: true, value}`, or `{ok: false, issues}` with all problems found: each with a stable `code`, the `path` of the
 * fault (JSON Pointer into the request) and a `message`. Nothing that a request says is thrown. Only a device without memory makes the
 * engine throw (`WebAssembly.RuntimeError`); that engine is then of no more use.
 *
 * Dates are texts, `2026-11-22`. Rates are shares from 0 to 1, or `{percent: 1.1}`, or exact counts `{num, den}`; means `{sum, n}`. Scores and
 * points are on the program's own scale, amounts in the program's currency, durations in what the metric's unit says. `null`: known to be
 * unknown; absent: not given; neither is ever taken for 0.
 */
export interface Engine {
  /** Of the engine, "0.1.0"; the same as the package's. */
  readonly version: string;
  /** The same functions with texts. */
  readonly text: TextEngine;
  /** Adds a program document, after all checks. Issues: the document's faults (`program.*`), `program.edition_differs` where the edition is held with another text. */
  load(document: ProgramDocument): LoadReply | Issues;
  /** Which programs and editions are loaded; with `program` and `edition` also that document. Issues: `program.unknown`, `edition.*`. */
  programs(request?: Asked<ProgramsRequest>): ProgramsReply | Issues;
  /** One reading: score and its parts, standards, verdict, gates; with `what_if` a second one and the difference. */
  assess(request: Asked<AssessRequest>): AssessReply | Issues;
  /** A store's phases, months, checks, events and standing, from its enrolment to the day `until`. */
  timeline(request: Asked<TimelineRequest>): TimelineReply | Issues;
  /** What must change so that a goal is reached, how much may go wrong, and what the rest of a period must bring. Further issues: `goal.*`, `effort.*`, `period.*`. */
  plan(request: Asked<PlanRequest>): PlanReply | Issues;
  /**
   * The days from `as_of` to `until` (at most 400): metrics through their windows, the score day by day, the timeline that follows; with
   * `paths` (at most 100,000) chances. Ten thousand paths of half a year take about a second, in which this thread does nothing else
   * (`shopgauge/worker`). Further issues: `forecast.*`, `history.*`, `known.*`, `scenario.*`, `feeds.unknown`.
   */
  forecast(request: Asked<ForecastRequest>, options?: ProgressOptions): ForecastReply | Issues;
  /** One reading under two editions, programs or scenarios, and what makes the difference. Further issue: `request.sides`. */
  compare(request: Asked<CompareRequest>): CompareReply | Issues;
  /** All faults of a program document, with line and column where it is a text. It is not loaded. */
  check(document: ProgramDocument): LoadReply | Issues;
  /**
   * Many requests, one reply for each, in their order. A request is one of `forecast` where it has `as_of`, else of `timeline` where it
   * says `until`, of `compare` where it has `sides`, of `plan` where it has `goal`, else of `assess`; `function` says otherwise. Further
   * issues: `request.function`, `request.store`.
   */
  batch(requests: Iterable<Asked<BatchRequest>>): BatchAnswer[];
}

export interface CreateOptions {
  /** Program documents that are loaded before the engine is handed over: those of `shopgauge/programs`, or your own. Where one has faults, the promise is rejected with an error whose `cause` is the reply. */
  documents?: Iterable<ProgramDocument>;
}

/** What goes to the engine: texts as they are. */
export const to_text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

export function loaded_or_error(reply: LoadReply | Issues): void {
  if (!reply.ok) throw new Error(`a program document has faults: ${reply.issues.map(({code, path}) => `${code} ${path}`).join(', ')}`, {cause: reply});
}

/** The typed functions over the engine's own. */
export function make_engine(text: TextEngine, version: string, {documents = []}: CreateOptions = {}): Engine {
  const engine: Engine = {
    version,
    text,
    load: (document) => JSON.parse(text.load(to_text(document))),
    programs: (request = {}) => JSON.parse(text.programs(to_text(request))),
    assess: (request) => JSON.parse(text.assess(to_text(request))),
    timeline: (request) => JSON.parse(text.timeline(to_text(request))),
    plan: (request) => JSON.parse(text.plan(to_text(request))),
    forecast: (request, options) => JSON.parse(text.forecast(to_text(request), options)),
    compare: (request) => JSON.parse(text.compare(to_text(request))),
    check: (document) => JSON.parse(text.check(to_text(document))),
    batch: (requests) => Array.from(requests, (request) => JSON.parse(text.answer_line(to_text(request)))),
  };
  for (const document of documents) loaded_or_error(engine.load(document));
  return engine;
}
