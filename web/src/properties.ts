/** The element's properties for data: parts of a request, in its shapes. Read here, put among the fields by fill.ts. */
import type {Loaded} from './content';
import type {AssessRequest, TimelineRequest} from './generated/shopgauge';
import {assess_request, timeline_request} from './request';
import type {Fields} from './state';

/** What is absent was not given; `undefined` or `null` takes a part back. */
export type RequestParts = {
  -readonly [Name in PartName]: (AssessRequest & TimelineRequest)[Name] | undefined;
};

type PartName = 'date' | 'until' | 'enrolment' | 'profile' | 'metrics' | 'given' | 'months' | 'checks' | 'choices';

export const part_names: PartName[] = ['date', 'until', 'enrolment', 'profile', 'metrics', 'given', 'months', 'checks', 'choices'];

/** A part as the engine is sent it, for what is typed now. */
export function part_of(loaded: Loaded, fields: Fields, name: PartName): unknown {
  const read = ({text}: {text: string}) => (JSON.parse(text) as Record<string, unknown>)[name];
  return read(assess_request(loaded, fields)) ?? read(timeline_request(loaded, fields));
}

/** Each part as a property of an element. */
export function add_accessors(prototype: object): void {
  for (const name of part_names) {
    Object.defineProperty(prototype, name, {
      get(this: Parted) {
        return this.request_part(name);
      },
      set(this: Parted, value: unknown) {
        this.give_part(name, value);
      },
    });
  }
}

interface Parted {
  /** What a property says: what was set last, or what has been typed since. */
  request_part(name: PartName): unknown;
  /** A property was set. */
  give_part(name: PartName, value: unknown): void;
}
