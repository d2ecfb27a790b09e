/** Numbers of any part of the document, named by what stands around them. */
import type {Plain} from '../document';
import {place_in} from '../places';
import type {ProgramDocument, Provenance} from '../program';
import {text_of, type View} from '../view';
import {figure_text, of_provenance, type Ground} from './ground';

export function part_at(document: ProgramDocument, pointer: string): unknown {
  return pointer.split('/').filter(Boolean).reduce<unknown>((part, step) => (part as Plain | undefined)?.[step], document);
}

type Place = ReturnType<typeof place_in>;

/** A text of the document, or a word that all documents know. */
export const place_name = (view: View, name: Place['names'][number]) => (Array.isArray(name) ? view.say.of(...name) : text_of(view, name));

/** What a number is of whom: "name" may be empty. */
export const part_name = ({say}: View, part: string, name: string) => (name ? say('page.grounds.part_of', {part: say.of('part', part), name}) : say.of('part', part));

function of_figure(view: View, item: Plain, path: string): Ground {
  const {names, part} = place_in(view.document, path);
  const last = names.at(-1);
  return of_provenance(view, part_name(view, part, last === undefined ? '' : place_name(view, last)), figure_text(view, item['value']), item as Provenance);
}

/** Every number in a part that says where it comes from. */
export function of_part(view: View, pointer: string): Ground[] {
  const walk = (part: unknown, path: string): Ground[] => {
    if (part === null || typeof part !== 'object') return [];
    const item = part as Plain;
    if ('value' in item && 'status' in item) return [of_figure(view, item, path)];
    return Object.entries(item).filter(([key]) => key !== 'next').flatMap(([key, value]) => walk(value, `${path}/${key}`));
  };
  return walk(part_at(view.document, pointer), pointer);
}
