/** What-ifs that the seller kept under a name: each one field, `s.1=Better reviews~rating_mean~4.81`, so that links and stores carry them. */
import {below, type Fields} from './state';

export interface Scenario {
  /** Of its field. */
  key: string;
  name: string;
  /** Metrics as they were typed. */
  changes: [metric: string, typed: string][];
}

/** Between the parts of the field: an address shows it as it is. */
const mark = '~';
const clean = (text: string) => text.replaceAll(mark, ' ').trim();

export const most_scenarios = 9;

export function scenarios_of(fields: Fields): Scenario[] {
  return below(fields, 's.').map(([id, text]) => {
    const [name = '', ...parts] = text.split(mark);
    const changes: Scenario['changes'] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) changes.push([parts[at] ?? '', parts[at + 1] ?? '']);
    return {key: `s.${id}`, name, changes};
  });
}

/** The key for the next one; undefined where there are enough. */
export function free_key(fields: Fields): string | undefined {
  const numbers = Array.from({length: most_scenarios}, (_, at) => `s.${at + 1}`);
  return numbers.find((key) => !fields.has(key));
}

export const scenario_text = (name: string, changes: Iterable<[string, string]>) => [name, ...[...changes].flat()].map(clean).join(mark);
