/** What fills a form at once: a shipped example, or the fields of another edition of the same program. */
import {choices, asks_downgrades} from './cycle';
import {all_nodes, metric_of, profile_in, store_words} from './document';
import type {ProgramDocument} from './program';

interface ExampleRequest {
  program: string;
  edition?: string;
  date?: string;
  until?: string;
  enrolment?: Record<string, unknown>;
  profile?: unknown;
  metrics?: Record<string, unknown>;
  given?: Record<string, unknown>;
  months?: Period[];
  checks?: Period[];
  choices?: Record<string, unknown>;
}

interface Period {
  month?: string;
  date?: string;
  met?: boolean;
  metrics?: Record<string, unknown>;
  profile?: unknown;
}

/** A request's value as a seller would have typed it. */
function typed(value: unknown): string {
  if (value === null) return '?';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object') return String(value);
  const parts = value as Record<string, unknown>;
  if ('percent' in parts) return `${String(parts['percent'])}%`;
  if ('no_score' in parts) return 'none';
  return 'sum' in parts ? `${String(parts['sum'])}/${String(parts['n'])}` : `${String(parts['num'])}/${String(parts['den'])}`;
}

function put_all(fields: Map<string, string>, prefix: string, values: Record<string, unknown> = {}): void {
  for (const [id, value] of Object.entries(values)) fields.set(prefix + id, typed(value));
}

function put_profile(fields: Map<string, string>, prefix: string, value: unknown): void {
  const is_group = value !== null && typeof value === 'object' && !Array.isArray(value) && !('percent' in value) && !('num' in value);
  if (!is_group) fields.set(prefix, typed(value));
  else for (const [key, item] of Object.entries(value)) put_profile(fields, `${prefix}.${key}`, item);
}

function put_period(fields: Map<string, string>, key: string, period: Period): void {
  if (period.met !== undefined) fields.set(key, period.met ? 'pass' : 'fail');
  put_all(fields, `${key}.m.`, period.metrics);
  if (period.profile) put_profile(fields, `${key}.p`, period.profile);
}

/** The fields that a shipped example fills in. */
export function fields_of_example(text: string): {edition: string | undefined; fields: Map<string, string>} {
  const request = JSON.parse(text) as ExampleRequest;
  const fields = new Map<string, string>();
  if (request.date) fields.set('date', request.date);
  if (request.until) fields.set('until', request.until);
  put_all(fields, 'e.', request.enrolment);
  if (request.profile) put_profile(fields, 'p', request.profile);
  put_all(fields, 'm.', request.metrics);
  put_all(fields, 'g.', request.given);
  for (const period of request.months ?? []) put_period(fields, `mo.${period.month}`, period);
  for (const period of request.checks ?? []) put_period(fields, `ck.${period.date}`, period);
  put_all(fields, 'ch.', request.choices);
  return {edition: request.edition, fields};
}

const has_node = (document: ProgramDocument, id: string) => [...all_nodes(document.score?.nodes)].some((node) => node.id === id);

function has_profile(document: ProgramDocument, path: string): boolean {
  if (path === 'method') return document.score?.methods !== undefined;
  if (path.startsWith('weights.')) return has_node(document, path.slice('weights.'.length));
  return profile_in(document, document).some((field) => field.path === path);
}

function has_enrolment(document: ProgramDocument, field: string): boolean {
  const entries = document.cycle?.entries ?? [];
  return store_words(document).has(field) || (field === 'downgrades' && asks_downgrades(document)) ||
    entries.some(({fields, counts = {}}) => fields.includes(field) || Object.values(counts).includes(field));
}

/** Whether a field of the address belongs to this document, so that it can move along to another edition. */
export function knows(document: ProgramDocument, key: string): boolean {
  const [head = '', id = ''] = key.split('.');
  switch (head) {
    case 'm':
    case 'w': return metric_of(document, id) !== undefined;
    case 'g': return has_node(document, id);
    case 'p': return has_profile(document, key.slice(2));
    case 'e': return has_enrolment(document, id);
    case 'mo':
    case 'ck': return !key.includes('.m.') && !key.includes('.p.') && document.cycle !== undefined;
    case 'ch': return choices(document).some((choice) => choice.id === id);
    // A goal or a comparison speaks of this edition's gates and of the others.
    case 'goal':
    case 'vs': return false;
    default: return true;
  }
}
