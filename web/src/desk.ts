/**
 * "What to do": a plan for a goal, a what-if, a comparison. Fetched with the full engine once the seller asks. It keeps
 * which of the three is shown and the last answers; what was typed stands among the page's fields.
 */
import type {TemplateResult} from 'lit';
import {fetch_text, type Loaded} from './content';
import {adopt} from './css';
import {load, type FullEngine, type Reply} from './engine';
import type {AssessReply, CompareReply, Issue} from './generated/shopgauge';
import type {DeskView, Loading, Tab} from './desk_view';
import {goals_of, type Goal, type Goals} from './goals';
import {desk_card} from './parts/desk';
import type {ProgramDocument} from './program';
import {assess_request} from './request';
import {has_reading} from './state';
import {desk_styles} from './styles/desk';
import {assess_what_if, compare_with, plan_for, plan_for_month, rates_of, typed_what_if, type Plan} from './trial';
import type {View} from './view';

export interface Desk {
  card(view: View): TemplateResult;
}

/** How long after the last change a plan is worked out: it takes longer than a frame. */
const patience_ms = 150;

/** Keeps the last answer to a question. */
function remember<T>(): (question: string, answer: () => T) => T {
  let known: {question: string; answer: T} | undefined;
  return (question, answer) => (known?.question === question ? known : (known = {question, answer: answer()})).answer;
}

const value_of = <T>(reply: Reply<{ok: true; value: T}> | undefined) => (reply?.ok ? reply.value : undefined);
const issues_of = (reply: Reply<{ok: true}> | undefined): Issue[] => (reply && !reply.ok ? reply.issues : []);

/** The program's editions in the engine: fetched whole, each once. */
function make_shelf(engine: FullEngine, update: () => void) {
  const states = new Map<string, Loading>();
  const documents = new Map<string, ProgramDocument>();
  const fetch_it = async (program: string, edition: string) => {
    const text = await fetch_text(`programs/${program}/${edition}.json`);
    const reply = load(engine, text);
    if (!reply.ok) throw new Error(reply.issues.map(({code, path}) => `${code} ${path}`).join());
    documents.set(`${program} ${edition}`, JSON.parse(text) as ProgramDocument);
  };
  return {
    document: (program: string, edition: string) => documents.get(`${program} ${edition}`),
    state(program: string, edition: string): Loading {
      const mark = `${program} ${edition}`;
      const known = states.get(mark);
      if (known) return known;
      const settle = (state: Loading) => {
        states.set(mark, state);
        update();
      };
      states.set(mark, 'loading');
      fetch_it(program, edition).then(() => settle('ready'), () => settle('failed'));
      return 'loading';
    },
    retry() {
      for (const [mark, state] of states) if (state === 'failed') states.delete(mark);
      update();
    },
  };
}

/** Works a plan out a moment after its question was last changed. */
function make_planner(engine: FullEngine, update: () => void) {
  let asked: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reply: Reply<{ok: true; value: Plan}> | undefined;
  let good: {of: string; plan: Plan} | undefined;
  let waits = false;
  return {
    ask(of: string, text: string, goal: Goal | undefined) {
      const question = goal === undefined ? undefined : `${goal} ${text}`;
      if (question === asked) return;
      clearTimeout(timer);
      asked = question;
      waits = goal !== undefined;
      if (goal === undefined) return void (reply = undefined);
      timer = setTimeout(() => {
        waits = false;
        reply = plan_for(engine, text, goal);
        if (reply.ok) good = {of, plan: reply.value};
        update();
      }, patience_ms);
    },
    /** The last good one for the same rules. */
    plan: (of: string) => (good?.of === of ? good.plan : undefined),
    waits: () => waits,
    issues: () => issues_of(reply),
  };
}

export function make_desk(engine: FullEngine, root: ShadowRoot, update: () => void, need_mistakes: () => Promise<void>): Desk {
  let tab: Tab | undefined;
  const shelf = make_shelf(engine, update);
  const planner = make_planner(engine, update);
  const trial_memory = remember<Reply<AssessReply>>();
  const rates_memory = remember<Map<string, number>>();
  const month_memory = remember<Plan['period']>();
  const compare_memory = remember<Reply<CompareReply>>();
  const alone_memory = new Map<string, Reply<AssessReply>>();
  let alone_of = '';
  let last_good: {of: string; value: AssessReply['value']} | undefined;
  adopt(root, desk_styles);

  function alone(loaded: Loaded, view: View, text: string, metric: string, typed: string) {
    if (alone_of !== text) alone_memory.clear();
    alone_of = text;
    const mark = `${metric} ${typed}`;
    const reply = alone_memory.get(mark) ?? assess_what_if(engine, loaded, view.sent, [[metric, typed]]);
    alone_memory.set(mark, reply);
    return value_of(reply);
  }

  function desk_view(view: View): DeskView {
    const {loaded, document, sent, fields, calculation, from_device} = view;
    const {program, edition} = document;
    const of = `${program} ${edition}`;
    const today = has_reading(fields) ? calculation.assessed : undefined;
    const loading = from_device ? 'ready' : shelf.state(program, edition);
    const usable = today !== undefined && loading === 'ready' && !calculation.old_assessed;
    const {text} = assess_request(loaded, sent);
    const goals: Goals = today ? goals_of(document, today) : {pass: false, gates: [], scores: [], any_score: false, proposed: undefined};
    const goal = fields.get('goal') ?? goals.proposed;
    if (loading === 'ready') planner.ask(of, text, usable ? goal : undefined);

    const typed = typed_what_if(fields);
    const reply = usable && typed.length ? trial_memory(text + typed.join('&'), () => assess_what_if(engine, loaded, sent, typed)) : undefined;
    if (reply?.ok) last_good = {of, value: reply.value};
    const kept = typed.length && last_good?.of === of ? last_good.value : undefined;

    const editions = from_device ? [] : (view.index.programs.find((entry) => entry.program === program)?.editions ?? []).map((entry) => entry.edition);
    const others = editions.filter((item) => item !== edition);
    const wanted = fields.get('vs');
    const vs = wanted && (others.includes(wanted) || wanted === 'what_if') ? wanted : typed.length ? 'what_if' : (others.filter((item) => item < edition).at(-1) ?? others[0]);
    tab ??= fields.has('vs') ? 'compare' : typed.length ? 'what_if' : 'plan';
    const wants_other = tab === 'compare' && vs !== undefined && vs !== 'what_if';
    const comparison_loading = wants_other ? shelf.state(program, vs) : 'ready';
    const compared = tab === 'compare' && usable && vs !== undefined && comparison_loading === 'ready' && (vs !== 'what_if' || typed.length)
      ? compare_memory(`${text}${vs}${typed.join('&')}`, () => compare_with(engine, loaded, sent, vs)) : undefined;
    const issues = [...issues_of(reply), ...planner.issues(), ...issues_of(compared)];
    if (issues.length && !view.mistakes) void need_mistakes().then(update, () => {});
    return {
      ...view, tab, loading, today, goals, goal, vs, editions: others, comparison_loading,
      show: (next) => {
        tab = next;
        update();
      },
      retry: () => shelf.retry(),
      plan: planner.plan(of), waits: planner.waits() || !usable, goal_issues: planner.issues(),
      month: () => (usable && goal !== undefined ? month_memory(`${goal} ${text}`, () => value_of(plan_for_month(engine, text, goal))?.period) : undefined),
      trial: value_of(reply) ?? kept, trial_issues: issues_of(reply),
      rates: usable ? rates_memory(text, () => rates_of(engine, loaded, sent, today)) : new Map(),
      alone: (metric, value) => (usable ? alone(loaded, view, text, metric, value) : undefined),
      comparison: value_of(compared), comparison_issues: issues_of(compared), other: wants_other ? shelf.document(program, vs) : undefined,
    };
  }

  return {card: (view) => desk_card(desk_view(view))};
}
