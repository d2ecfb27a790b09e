/** What a month's snapshot keeps of a reply: the score, its parts, the standards. Nothing is computed. */
import type {Assessed} from '../calculation';
import {metric_of} from '../document';
import type {Finding, Node, Score} from '../generated/shopgauge';
import type {ProgramDocument} from '../program';
import type {Figure} from './kept';

const numbers = (parts: Record<string, unknown>): Partial<Figure> => Object.fromEntries(Object.entries(parts).filter(([, value]) => typeof value === 'number'));

const of_score = ({value, low, high}: Score): Figure => ({id: 'score', of: 'score', ...numbers({value, low, high})});

const of_node = ({id, score, low, high}: Node): Figure => ({id, of: 'node', ...numbers({value: score, low, high})});

function of_standard(document: ProgramDocument, {id, observed, rate, target}: Finding): Figure {
  const metric = document.standards?.find((standard) => standard.id === id)?.metric ?? id;
  return {id, of: 'standard', ...numbers({value: rate ?? observed, target}), ...(metric_of(document, metric)?.kind === 'rate' ? {rate: true} : {})};
}

const says_something = ({value, low}: Figure) => value !== undefined || low !== undefined;

/** Of a reading, or of a month: these have their standards alone. */
export function figures_of(document: ProgramDocument, {score, nodes = [], standards = []}: Partial<Pick<Assessed, 'score' | 'nodes' | 'standards'>>): Figure[] {
  return [
    ...(score ? [of_score(score)] : []),
    ...nodes.map(of_node),
    ...standards.map((finding) => of_standard(document, finding)),
  ].filter(says_something);
}
