/** What stands behind the calendar: a phase, an event. */
import {objects} from '../document';
import type {Provenance} from '../program';
import {document_text, text_of, type View} from '../view';
import {of_provenance, type Ground} from './ground';
import {of_part} from './part';
import type {Trace} from './trace';

/** What names no number of its own rests on the edition as a whole. */
const or_edition = (view: View, found: Ground[]) => (found.length ? found : [of_provenance(view, text_of(view, view.document.title), view.document.edition, view.document.in_force)]);

export function trace_phase(view: View, id: string): Trace | undefined {
  const {document, say} = view;
  const place = document.cycle?.phases.findIndex((phase) => phase.id === id) ?? -1;
  const phase = document.cycle?.phases[place];
  if (!phase) return undefined;
  const rules = [...objects(phase)].flatMap(({rule}) => (typeof rule === 'string' ? [document_text(view, 'rule', rule)] : []));
  return {
    title: text_of(view, phase.title) || say.of('phase', phase.phase ?? id), clauses: [...new Set(rules)],
    grounds: or_edition(view, of_part(view, `/cycle/phases/${place}`)),
  };
}

/** The next day on which anything is decided, by the phase in which it lies. */
export function trace_deadline(view: View): Trace | undefined {
  const {say, format, calculation: {timeline}} = view;
  const {standing, phases = []} = timeline ?? {};
  const deadline = standing?.deadline;
  if (!standing || !deadline) return undefined;
  const {phase, id = phase ?? ''} = phases.find(({from, to}) => from <= deadline.date && (to === null || deadline.date <= to)) ?? standing;
  const rules = trace_phase(view, id);
  return {
    title: say('page.deadline'), value: format.date(deadline.date), how: [say('page.told.deadline')],
    parts: [[rules?.title ?? '', say.of('deadline', deadline.decides)]], grounds: or_edition(view, rules?.grounds ?? []),
  };
}

/** The day of a check, and what it asks. */
export function trace_check(view: View, standard: string): Trace | undefined {
  const {document, say} = view;
  const phases = document.cycle?.phases ?? [];
  const phase = phases.findIndex(({checks = []}) => checks.some((check) => check.standard === standard));
  const place = phases[phase]?.checks?.findIndex((check) => check.standard === standard) ?? -1;
  const check = phases[phase]?.checks?.[place];
  if (!check) return undefined;
  return {title: text_of(view, check.title) || say('deadline.check'), how: [say('page.told.check')], grounds: or_edition(view, of_part(view, `/cycle/phases/${phase}/checks/${place}`))};
}

/** `place`: among the events of the reply, or `next`, the one that is to come. */
export function trace_event(view: View, place: string): Trace | undefined {
  const {document, say, format, calculation: {timeline}} = view;
  const event = place === 'next' ? timeline?.standing?.next : timeline?.events[Number(place)];
  if (!event) return undefined;
  const own = [...objects(document.cycle)].find((item) => item['event'] === event.event && item['rule'] === event.rule) as Provenance | undefined;
  const rules = (document.cycle?.phases ?? []).flatMap(({rules: all = []}, phase) => all.flatMap((rule, number) =>
    ([...objects(rule)].some((item) => item['rule'] === event.rule) ? of_part(view, `/cycle/phases/${phase}/rules/${number}`) : [])));
  const date = format.date(event.date);
  return {
    title: say.of('event', event.event), value: date, clauses: [document_text(view, 'rule', event.rule)],
    grounds: [of_provenance(view, say('page.told.date'), date, {status: event.status, ...own}), ...rules],
  };
}
