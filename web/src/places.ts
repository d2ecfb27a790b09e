/** Where a document says something: its sources, and the place that a JSON Pointer into it names. */
import {metric_of, objects, type Plain} from './document';
import type {ProgramDocument, Source, Text} from './program';

/** A source with the statuses of the numbers that rest on it. */
export function sources(document: ProgramDocument): (Source & {statuses: string[]})[] {
  return document.sources.map((source) => {
    const statuses = new Set<string>();
    for (const item of objects(document)) {
      if (item['source'] === source.id && typeof item['status'] === 'string') statuses.add(item['status']);
    }
    return {...source, statuses: [...statuses]};
  });
}

/** What lies at a JSON Pointer into the document: names on the way there, the last key, and the nearest note. */
export interface Place {
  /** A title of the document, or the prefix and id of a text of the page. */
  names: (Text | [prefix: string, id: string])[];
  part: string;
  note?: Text;
}

export function place_in(document: ProgramDocument, pointer: string): Place {
  const place: Place = {names: [], part: ''};
  const steps = pointer.split('/').filter(Boolean);
  let at: unknown = document;
  for (const [index, step] of steps.entries()) {
    at = (at as Plain | undefined)?.[step];
    if (at === null || typeof at !== 'object') break;
    const here = at as {title?: Text; metric?: string; note?: Text; id?: string; phase?: string; event?: string; events?: {event: string}[]};
    const title = here.title ?? (here.metric === undefined ? undefined : metric_of(document, here.metric)?.title);
    const event = here.event ?? here.events?.[0]?.event;
    if (title) place.names.push(title);
    else if (steps[index - 1] === 'phases') place.names.push(['phase', here.phase ?? here.id ?? '']);
    else if (event && steps[index - 1] === 'rules') place.names.push(['event', event]);
    if (here.note) place.note = here.note;
    if (!/^\d+$/.test(step)) place.part = step;
  }
  return place;
}
