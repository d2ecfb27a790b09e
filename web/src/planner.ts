/** Works a plan out a moment after its question was last changed: it takes longer than a frame. */
import type {FullEngine, Reply} from './engine';
import type {PlanReply} from './generated/shopgauge';
import type {Goal} from './goals';
import {plan_for, type Plan} from './trial';

const patience_ms = 150;

export interface Planner {
  /** `of`: the rules that the request's text is for. Without a goal nothing is asked. */
  ask(of: string, text: string, goal: Goal | undefined, effort: string | undefined): void;
  /** The last good plan for these rules. */
  plan(of: string): Plan | undefined;
  /** A newer one is being worked out. */
  waits(): boolean;
  reply(): Reply<PlanReply> | undefined;
}

export function make_planner(engine: FullEngine, update: () => void): Planner {
  let asked: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reply: Reply<PlanReply> | undefined;
  let good: {of: string; plan: Plan} | undefined;
  let waits = false;

  function work_out(of: string, text: string, goal: Goal, effort: string | undefined): void {
    waits = false;
    reply = plan_for(engine, text, goal, effort);
    if (reply.ok) good = {of, plan: reply.value};
    update();
  }

  return {
    ask(of, text, goal, effort) {
      const question = goal === undefined ? undefined : `${goal} ${effort} ${text}`;
      if (question === asked) return;
      clearTimeout(timer);
      asked = question;
      waits = goal !== undefined;
      if (goal === undefined) reply = undefined;
      else timer = setTimeout(() => work_out(of, text, goal, effort), patience_ms);
    },
    plan: (of) => (good?.of === of ? good.plan : undefined),
    waits: () => waits,
    reply: () => reply,
  };
}
