/** What is sent of the fields: with the page's proposals for the dates, without what counts only once it is whole. */
import {a_year_after, today_in} from './format';
import type {ProgramDocument, ScoreNode} from './program';
import {is_full, rows_of} from './request';
import {without, type Fields} from './state';

const no_fields: Fields = new Map();

/** The fields with proposed dates of the view. An edition that has ended is shown up to its end. */
export function with_dates(document: ProgramDocument, fields: Fields): Fields {
  const {until} = document.in_force;
  const today = today_in(document.time_zone);
  const ended = until !== null && until < today;
  const next = new Map(fields);
  if (!next.has('date') && !next.has('until') && !ended) next.set('date', today);
  if (!next.has('until')) next.set('until', ended ? until : a_year_after(next.get('date') ?? today));
  return next;
}

/** The fields of tables with rows that are not full, and of groups that lack a weight while the seller is at them. */
function* half_typed(nodes: ScoreNode[], fields: Fields, hosts: Fields): Generator<string> {
  const left_out = fields.get('p.not_assessed')?.split(',') ?? [];
  const keys = nodes.map(({id}) => `p.weights.${id}`);
  const is_open = nodes.some(({id}, at) => !fields.has(keys[at] ?? '') && !left_out.includes(id));
  if (is_open && keys.some((key) => fields.get(key) !== hosts.get(key))) yield* keys;
  for (const {id, nodes: parts = []} of nodes) {
    const table = `p.tables.${id}.`;
    const rows = fields.get(`${table}rows`) ?? fields.get(`${table}knots`) ?? '';
    if (!rows_of(rows).every(is_full)) yield table;
    yield* half_typed(parts, fields, hosts);
  }
}

/** The fields without what is half typed; what stands as a host gave it is sent, whole or not. */
export function whole_fields({score}: ProgramDocument, fields: Fields, hosts = no_fields): Fields {
  const held = [...half_typed(score?.nodes ?? [], fields, hosts)];
  return without(fields, (key) => held.some((own) => key.startsWith(own) && (own.endsWith('.') || key === own)));
}

export const sent_fields = (document: ProgramDocument, fields: Fields, hosts?: Fields) => with_dates(document, whole_fields(document, fields, hosts));
