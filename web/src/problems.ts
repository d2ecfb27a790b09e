/** Says the engine's issues in the page's language: a script of its own, fetched with the first mistake. */
import {metric_of, title_of} from './document';
import type {Issue} from './generated/shopgauge';
import type {Format} from './format';
import type {ProgramDocument} from './program';
import type {Params, Say} from './texts';
import {table_word, type View, type Voice} from './view';

export {link_notices} from './link_notices';

type Speaker = Voice & Pick<View, 'document'>;

function key_of(code: string, say: Say): string {
  if (say.has(`issue.${code}`)) return code;
  return code.startsWith('program.') ? 'program' : 'other';
}

/** "opened, first_assessed" with each id replaced by its label. */
const labels = (ids: string, say: Say) => ids.replace(/[a-z_]+/g, (id) => say.of('enrolment', id));

/** Rows of the platform's table as an issue lists them, "A / B | C / D": each word with its name. */
const rows_text = (rows: string, speaker: Speaker) =>
  rows.split(' | ').map((row) => row.split(' / ').map((word) => table_word(speaker, word)).join(' / ')).join(' | ');

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

/** What the authors' message is about: " (id: hourz, kind: metric)". */
function written(params: Issue['params']): string {
  const parts = Object.entries(params).map(([key, value]) => `${key}: ${value}`);
  return parts.length ? ` (${parts.join(', ')})` : '';
}

export function issue_text(issue: Issue, speaker: Speaker, typed?: string): string {
  const {say, format, lang, document} = speaker;
  const given = issue.params;
  const params: Params = {...given, code: issue.code, message: issue.message + written(given)};
  const percent = is_rate(issue, document);
  if (given['kind']) params['kind'] = say.of('kind', given['kind']);
  if (given['field']) params['field'] = say.of('enrolment', given['field']);
  // One of the two is there, and their places stand side by side.
  params['fields'] = labels(given['fields'] ?? '', say);
  params['rows'] = rows_text(given['rows'] ?? '', speaker);
  if (given['id']) params['id'] = title_of(document, given['id'], lang) ?? given['id'];
  if (given['sum']) params['sum'] = limit(given['sum'], true, format);
  for (const end of ['low', 'high']) if (given[end]) params[end] = limit(given[end], percent, format);
  if (typed !== undefined && given['value'] !== undefined) params['value'] = typed;
  if (given['high'] === undefined) params['high'] = say('page.no_limit');
  return say.of('issue', key_of(issue.code, say), params);
}
