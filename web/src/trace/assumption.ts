/** What stands behind a number that the reply lists under its assumptions. */
import {metric_of, objects, profile_in} from '../document';
import type {Assumption} from '../generated/shopgauge';
import {place_in} from '../places';
import type {Figure, Provenance} from '../program';
import {list_of, text_of, type View} from '../view';
import {figure_text, of_profile, of_provenance} from './ground';
import {trace_metric} from './metric';
import {trace_node, trace_weight} from './node';
import {part_at, part_name, place_name} from './part';
import type {Trace} from './trace';

function trace_profile(view: View, path: string, seen: Assumption['taken']): Trace | undefined {
  const {document} = view;
  const field = profile_in(document, document).find((item) => item.path === path);
  if (!field) return undefined;
  const metric = metric_of(document, field.metric ?? '');
  const figure = [...objects(document)].find((item) => item['profile'] === path)?.['default'] as Figure | undefined;
  const ground = of_profile(view, text_of(view, field.title), (value) => figure_text(view, value, metric, field.unit), {path, figure, seen});
  return {title: ground.name, value: ground.value, grounds: [ground]};
}

function trace_program(view: View, pointer: string, {taken, status}: Assumption): Trace {
  const {document, say} = view;
  const {names, part, note} = place_in(document, pointer);
  const title = part_name(view, part, list_of(view, names.map((name) => place_name(view, name))));
  const value = taken === undefined ? '' : typeof taken === 'string' ? say.of('taken', taken) : figure_text(view, taken);
  const own = part_at(document, pointer) as Provenance | undefined;
  return {title, value, grounds: [of_provenance(view, title, value, {...(note ? {note} : {}), ...(typeof own === 'object' ? own : {}), status})]};
}

export function trace_assumption(view: View, path: string): Trace | undefined {
  const {assessed, timeline} = view.calculation;
  const [, head, kind = '', ...rest] = path.split('/');
  const id = rest.join('.');
  if (head === 'profile' && kind === 'weights') return trace_weight(view, id);
  if (head === 'profile' && ['tables', 'calibration'].includes(kind)) return trace_node(view, id);
  const found = [...(assessed?.assumptions ?? []), ...(timeline?.assumptions ?? [])].find((item) => item.path === path);
  if (!found) return undefined;
  if (head === 'profile') return trace_profile(view, [kind, ...rest].join('.'), found.taken);
  if (head === 'program') return trace_program(view, path.slice('/program'.length), found);
  return trace_metric(view, path.split('/').at(-1) ?? '');
}
