/** One computation: asks the engine for what the program can answer, and keeps the last good replies. */
import {store_words} from './document';
import {assess, timeline, type Engine, type Reply} from './engine';
import type {AssessReply, Issue, TimelineReply} from './generated/shopgauge';
import type {Loaded} from './content';
import {assess_request, timeline_request, type Request} from './request';
import type {Fields} from './state';

export type Assessed = AssessReply['value'];
export type Timeline = TimelineReply['value'];

export interface Problem {
  issue: Issue;
  /** The field that it stands beside; absent where no field can carry it. */
  key?: string;
}

export interface Calculation {
  /** What the element shows to the outside: the replies as they came. */
  reply: {assess?: Reply<AssessReply>; timeline?: Reply<TimelineReply>};
  assessed?: Assessed;
  timeline?: Timeline;
  /** The results above are of an earlier, good input. */
  old_assessed: boolean;
  old_timeline: boolean;
  problems: Problem[];
  /** The timeline waits for the store's dates; nothing wrong was typed. */
  waits: boolean;
}

export const no_calculation: Calculation = {reply: {}, old_assessed: false, old_timeline: false, waits: false, problems: []};

/** Where an issue is shown: a sum of weights with its group. Several rows of a table that fit are settled by another word: beside the last one given. */
function field_of(issue: Issue, request: Request, {document}: Loaded, fields: Fields): string | undefined {
  if (issue.path === '/profile/weights') return `p.group.${issue.params['group']}`;
  if (!issue.params['rows']) return request.field_at(issue.path);
  return [...store_words(document).keys()].map((word) => `e.${word}`).filter((key) => fields.has(key)).at(-1);
}

function problems_of(reply: Reply<unknown> | undefined, request: Request, loaded: Loaded, fields: Fields): Problem[] {
  const issues = (reply as {issues?: Issue[]} | undefined)?.issues ?? [];
  return issues.map((issue) => {
    const key = field_of(issue, request, loaded, fields);
    return {issue, ...(key === undefined ? {} : {key})};
  });
}

function distinct(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({issue, key}) => {
    const mark = `${issue.code} ${key ?? issue.path}`;
    return !seen.has(mark) && seen.add(mark);
  });
}

/** `fields`: as they are sent. */
export function calculate(engine: Engine, loaded: Loaded, fields: Fields, last?: Calculation): Calculation {
  const {document} = loaded;
  const reply: Calculation['reply'] = {};
  const problems: Problem[] = [];
  if (document.score || document.standards) {
    const request = assess_request(loaded, fields);
    reply.assess = assess(engine, request.text);
    problems.push(...problems_of(reply.assess, request, loaded, fields));
  }
  let waits = false;
  if (document.cycle) {
    const request = timeline_request(loaded, fields);
    reply.timeline = timeline(engine, request.text);
    const found = problems_of(reply.timeline, request, loaded, fields);
    // Dates not entered yet are no mistake: the calendar says what it waits for.
    const mistakes = found.filter(({issue}) => issue.code !== 'enrolment.missing');
    waits = mistakes.length < found.length;
    problems.push(...mistakes);
  }
  const assessed = reply.assess?.ok ? reply.assess.value : last?.assessed;
  const shown = reply.timeline?.ok ? reply.timeline.value : waits ? undefined : last?.timeline;
  return {
    reply,
    ...(assessed ? {assessed} : {}),
    ...(shown ? {timeline: shown} : {}),
    waits,
    old_assessed: reply.assess?.ok === false,
    old_timeline: reply.timeline?.ok === false && !waits,
    problems: distinct(problems),
  };
}
