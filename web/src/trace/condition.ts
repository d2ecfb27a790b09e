/** What conditions rest on: each number that they compare with. */
import {metric_of, objects, subjects, type Plain} from '../document';
import type {Metric, Provenance} from '../program';
import {name_of, word_name, type View} from '../view';
import {figure_text, of_provenance, of_threshold, type Ground} from './ground';

const operators = ['at_least', 'above', 'at_most', 'below'] as const;

/** What a condition compares: its kind of subject and the id. */
function subject_of(item: Plain): [kind: string, id: string] | undefined {
  const kind = [...subjects, 'enrolment'].find((name) => typeof item[name] === 'string');
  return kind === undefined ? undefined : [kind, String(item[kind])];
}

function subject_name(view: View, kind: string, id: string): string {
  const {say} = view;
  if (kind === 'score') return say('page.the_score');
  const name = kind === 'enrolment' ? say.of('enrolment', id) : name_of(view, id);
  return kind === 'count_of' ? say('page.count_of', {name}) : kind === 'sample_of' ? say('page.sample_of', {name}) : name;
}

const metric_of_subject = ({document}: View, kind: string, id: string): Pick<Metric, 'kind' | 'unit'> | undefined =>
  (kind === 'metric' ? metric_of(document, id) : kind === 'score' || kind === 'node' ? {kind: 'amount', unit: 'points'} : undefined);

/** What a condition asks of a flag, or of a word of the store. */
function of_word(view: View, [kind, id]: [string, string], is: unknown, rule: Provenance): Ground {
  const value = kind === 'enrolment' ? word_name(view, id, String(is)) : figure_text(view, is);
  return of_provenance(view, subject_name(view, kind, id), value, rule);
}

/** One comparison of a condition. `seen`: the threshold as the reply has it. */
export function of_condition(view: View, item: Plain, rule: Provenance, seen?: unknown): Ground[] {
  const subject = subject_of(item);
  if (!subject) return [];
  const metric = metric_of_subject(view, ...subject);
  const given = operators.filter((operator) => item[operator] !== undefined && item[operator] !== null);
  const numbers = given.map((operator) => {
    const name = `${subject_name(view, ...subject)} ${view.say.of('operator', operator)}`;
    return of_threshold(view, name, item[operator] as Plain, (value) => figure_text(view, value, metric), rule, seen);
  });
  return 'is' in item ? [of_word(view, subject, item['is'], rule), ...numbers] : numbers;
}

/** Every comparison in a part of the document. */
export const of_conditions = (view: View, part: unknown, rule: Provenance) =>
  [...objects(part)].flatMap((item) => of_condition(view, item, {...rule, ...('source' in item ? {source: item['source'] as string} : {})}));
