/** What a seller may aim at: the goals that make sense for a program today, and their spelling in the field `goal`. */
import type {Assessed} from './calculation';
import {objects, type Plain} from './document';
import {points_of, type Json} from './exact';
import type {Finding} from './generated/shopgauge';
import type {ProgramDocument} from './program';

/** `pass`, `gate.<id>` or `score.<number>`. */
export type Goal = string;

export interface Goals {
  pass: boolean;
  /** Gates by what they are today. */
  gates: {id: string; met: string}[];
  /** Scores that something asks for, lowest first, each with the id of what asks, or of what then shows another figure. */
  scores: {score: number; id: string; shows?: number}[];
  /** Any other score may be typed. */
  any_score: boolean;
  proposed: Goal | undefined;
}

export const score_of = (goal: Goal) => (goal.startsWith('score.') ? goal.slice('score.'.length) : undefined);
export const gate_of = (goal: Goal) => (goal.startsWith('gate.') ? goal.slice('gate.'.length) : undefined);

export function goal_json(goal: Goal): Json {
  const [score, gate] = [score_of(goal), gate_of(goal)];
  if (score !== undefined) return {score: points_of(score) ?? score};
  return gate === undefined ? {verdict: goal} : {gate};
}

/** The score as shown, or the low end where only a range is known. */
const shown_score = ({score}: Assessed) => score?.value ?? score?.low;

const with_others = (finding: Finding): Finding[] => [finding, ...(finding.or ?? [])];

function asked_scores(document: ProgramDocument, {gates = []}: Assessed): Goals['scores'] {
  const of_gates = gates.flatMap(({id, conditions}) => conditions.flatMap(with_others)
    .flatMap(({of, id: part, target}) => (of === 'score' && part === 'value' && typeof target === 'number' ? [{score: target, id}] : [])));
  const of_tiers = (document.tiers ?? []).flatMap(({id, when}) => [...objects(when)].flatMap(({score, at_least}) => {
    const value = (at_least as Plain | undefined)?.['value'];
    return score === 'value' && typeof value === 'number' ? [{score: value, id}] : [];
  }));
  const found = new Map([...of_gates, ...of_tiers].map((item) => [item.score, item]));
  return [...found.values()].sort((one, other) => one.score - other.score);
}

/** Where the next step of a figure begins that is made of the score, such as what buyers see: the document's own thresholds. */
function next_steps({score}: ProgramDocument, now: number): Goals['scores'] {
  return (score?.derived ?? []).filter(({of, curve}) => of === 'value' && curve.closed === 'left').flatMap(({id, curve: {rows}}) => {
    const next = rows.find(([low]) => low > now);
    return next ? [{score: next[0], id, shows: next[2]}] : [];
  });
}

export function goals_of(document: ProgramDocument, assessed: Assessed): Goals {
  const pass = assessed.verdict !== undefined && (document.standards ?? []).some(({only}) => !only);
  const gates = (assessed.gates ?? []).map(({id, met}) => ({id, met: String(met)}));
  const now = shown_score(assessed);
  const asked = now === undefined ? [] : asked_scores(document, assessed).filter(({score}) => score > now);
  const steps = now === undefined ? [] : next_steps(document, now).filter((step) => !asked.some(({score}) => score === step.score));
  const scores = [...asked, ...steps].sort((one, other) => one.score - other.score);
  const closed = gates.find(({met}) => met === 'false');
  const proposed = pass && assessed.verdict !== 'pass' ? 'pass'
    : closed ? `gate.${closed.id}`
    : scores[0] ? `score.${scores[0].score}` : (pass ? 'pass' : undefined);
  return {pass, gates, scores, any_score: assessed.score !== undefined, proposed};
}

/** Whether a reading reaches a goal, as `plan` judges it: with the least score that it may have. Undefined where what is not known decides. */
export function reaches(goal: Goal, reading: Pick<Assessed, 'score' | 'verdict' | 'gates'>): boolean | undefined {
  const [score, gate] = [score_of(goal), gate_of(goal)];
  if (score !== undefined) {
    const wanted = Number(points_of(score)?.text);
    const {value, low = value, high = value} = reading.score ?? {};
    return low !== undefined && low >= wanted ? true : high !== undefined && high < wanted ? false : undefined;
  }
  const now = gate === undefined ? reading.verdict : reading.gates?.find(({id}) => id === gate)?.met;
  return now === undefined || now === 'undetermined' ? undefined : now === true || now === 'pass';
}
