/**
 * "What to do": a plan for a goal, a what-if, a comparison. Fetched with the full engine once the seller asks. It keeps
 * which of the three is shown and the last answers; what was typed stands among the page's fields.
 */
import type {TemplateResult} from 'lit';
import {make_comparer} from './comparer';
import {adopt} from './css';
import type {DeskView, Loading, Tab} from './desk_view';
import type {FullEngine, Reply} from './engine';
import {effort_json} from './effort';
import type {AssessReply, Issue} from './generated/shopgauge';
import {goals_of, type Goals} from './goals';
import {desk_card} from './parts/desk';
import {make_planner} from './planner';
import {assess_request} from './request';
import {make_shelf} from './shelf';
import type {ShopGauge} from './shop-gauge';
import {choices_of, chosen_of} from './sides';
import {has_reading} from './state';
import {desk_styles} from './styles/desk';
import {assess_what_if, plan_for_month, rates_of, typed_what_if, type Plan} from './trial';
import type {View} from './view';

export interface Desk {
  card(view: View): TemplateResult;
}

/** Keeps the last answer to a question. */
function remember<T>(): (question: string, answer: () => T) => T {
  let known: {question: string; answer: T} | undefined;
  return (question, answer) => (known?.question === question ? known : (known = {question, answer: answer()})).answer;
}

const value_of = <T>(reply: Reply<{ok: true; value: T}> | undefined) => (reply?.ok ? reply.value : undefined);
const issues_of = (reply: Reply<{ok: true}> | undefined): Issue[] => (reply && !reply.ok ? reply.issues : []);

const no_goals: Goals = {pass: false, gates: [], scores: [], any_score: false, proposed: undefined};

/** `need_mistakes` fetches the words for issues. */
export function make_desk(engine: FullEngine, root: ShadowRoot, update: () => void, need_mistakes: () => Promise<void>): Desk {
  let tab: Tab | undefined;
  let last_good: {of: string; value: AssessReply['value']} | undefined;
  const shelf = make_shelf(engine, update);
  const planner = make_planner(engine, update);
  const trials = remember<Reply<AssessReply>>();
  const rates = remember<DeskView['rates']>();
  const months = remember<Plan['period']>();
  const compare_all = make_comparer(engine, shelf);
  const alone = new Map<string, ReturnType<typeof remember<Reply<AssessReply>>>>();
  adopt(root, desk_styles);

  /** The edition that is shown, and the reading that all begins with. */
  function ground(view: View) {
    const {loaded, document: {program, edition}, sent, fields, calculation, from_device} = view;
    const today = has_reading(fields) ? calculation.assessed : undefined;
    const loading: Loading = from_device ? 'ready' : shelf.state(program, edition);
    const usable = loading === 'ready' && !calculation.old_assessed ? today : undefined;
    return {of: `${program} ${edition}`, text: assess_request(loaded, sent).text, today, loading, usable};
  }

  type Ground = ReturnType<typeof ground>;

  function goal_part(view: View, {of, text, today, usable}: Ground): Pick<DeskView, 'goals' | 'goal' | 'plan' | 'movable' | 'waits' | 'goal_issues' | 'month'> {
    const {document, fields} = view;
    const goals = today ? goals_of(document, today) : no_goals;
    const goal = fields.get('goal') ?? goals.proposed;
    planner.ask(of, text, usable && goal, effort_json(document, fields));
    const plan = planner.plan(of);
    return {
      goals, goal, plan, movable: plan?.levers.map(({metric}) => metric) ?? [], waits: planner.waits() || !usable, goal_issues: issues_of(planner.reply()),
      month: () => (usable && goal !== undefined ? months(`${goal} ${text}`, () => value_of(plan_for_month(engine, text, goal))?.period) : undefined),
    };
  }

  function trial_part({loaded, sent, fields}: View, {of, text, usable}: Ground): Pick<DeskView, 'trial' | 'trial_issues' | 'rates' | 'alone'> {
    const typed = typed_what_if(fields);
    const reply = usable && typed.length ? trials(text + typed.join('&'), () => assess_what_if(engine, loaded, sent, typed)) : undefined;
    if (reply?.ok) last_good = {of, value: reply.value};
    const kept = typed.length && last_good?.of === of ? last_good.value : undefined;
    return {
      trial: value_of(reply) ?? kept, trial_issues: issues_of(reply),
      rates: usable ? rates(text, () => rates_of(engine, loaded, sent, usable)) : new Map(),
      alone(metric, value) {
        const last = alone.get(metric) ?? remember();
        alone.set(metric, last);
        return usable && value_of(last(`${value} ${text}`, () => assess_what_if(engine, loaded, sent, [[metric, value]])));
      },
    };
  }

  function comparison_part(view: View, {usable}: Ground): Pick<DeskView, 'choices' | 'compared' | 'lost' | 'here'> {
    const {sides} = root.host as ShopGauge;
    const choices = choices_of(view, sides);
    const {chosen, lost} = chosen_of(view, choices);
    return {choices, lost, here: sides?.here, compared: tab === 'compare' ? compare_all(view, chosen, usable !== undefined) : []};
  }

  function show(next: Tab): void {
    tab = next;
    update();
  }

  let last_vs: string | undefined;
  /** The words for mistakes cannot be had: then their bare codes must do. */
  let wordless = false;

  function desk_view(view: View): DeskView {
    // Who asks for another comparison wants to see it.
    const wanted = view.fields.get('vs');
    if (tab && wanted !== undefined && wanted !== last_vs) tab = 'compare';
    last_vs = wanted;
    tab ??= view.fields.has('vs') ? 'compare' : typed_what_if(view.fields).length ? 'what_if' : 'plan';
    const found = ground(view);
    const parts = {...goal_part(view, found), ...trial_part(view, found), ...comparison_part(view, found)};
    const wrong = parts.goal_issues.length + parts.trial_issues.length + parts.compared.reduce((sum, {issues}) => sum + issues.length, 0);
    if (wrong && !view.mistakes) {
      void need_mistakes().then(update, () => {
        if (wordless) return;
        wordless = true;
        update();
      });
    }
    const told = view.mistakes || wordless ? parts : {...parts, goal_issues: [], trial_issues: [], compared: parts.compared.map((side) => ({...side, issues: []}))};
    return {...view, ...told, tab, show, today: found.today, loading: found.loading, retry: () => shelf.retry()};
  }

  return {card: (view) => desk_card(desk_view(view))};
}
