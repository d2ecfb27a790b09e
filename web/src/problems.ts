/** Says the engine's issues in the page's language: a script of its own, fetched with the first mistake. */
import {metric_of, title_of} from './document';
import type {Issue} from './generated/shopgauge';
import type {Format} from './format';
import type {ProgramDocument} from './program';
import type {Params, Say} from './texts';
import type {View} from './view';

export type Voice = Pick<View, 'say' | 'format' | 'lang' | 'document'>;

function key_of(code: string, say: Say): string {
  if (say.has(`issue.${code}`)) return code;
  return code.startsWith('program.') ? 'program' : 'other';
}

/** "opened, first_assessed" with each id replaced by its label. */
const labels = (ids: string, say: Say) => ids.replace(/[a-z_]+/g, (id) => say.of('enrolment', id));

/** Limits of rates are fractions; the page speaks of them in percent. */
function limit(text: string, percent: boolean, format: Format): string {
  const value = Number(text);
  if (text === '' || Number.isNaN(value)) return text;
  return percent ? format.percent(value) : format.number(value);
}

function is_rate(issue: Issue, document: ProgramDocument): boolean {
  const id = issue.path.split('/metrics/')[1]?.split('/')[0];
  return (id !== undefined && metric_of(document, id)?.kind === 'rate') || /\/(weights|targets|thresholds)/.test(issue.path);
}

export function issue_text(issue: Issue, voice: Voice, typed?: string): string {
  const {say, format, lang, document} = voice;
  const given = issue.params;
  const params: Params = {...given, code: issue.code, message: issue.message};
  const percent = is_rate(issue, document);
  if (given['kind']) params['kind'] = say.of('kind', given['kind']);
  if (given['field']) params['field'] = say.of('enrolment', given['field']);
  if (given['fields']) params['fields'] = labels(given['fields'], say);
  else if (given['rows']) params['fields'] = '';
  params['rows'] ??= '';
  if (given['id']) params['id'] = title_of(document, given['id'], lang) ?? given['id'];
  if (given['sum']) params['sum'] = limit(given['sum'], true, format);
  for (const end of ['low', 'high']) if (given[end]) params[end] = limit(given[end], percent, format);
  if (typed !== undefined && given['value'] !== undefined) params['value'] = typed;
  if (given['high'] === undefined) params['high'] = say('page.no_limit');
  return say.of('issue', key_of(issue.code, say), params);
}
