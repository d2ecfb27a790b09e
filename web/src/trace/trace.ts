/** What stands behind a number of the result, as the drawer shows it. */
import type {Metric} from '../program';
import type {Ground} from './ground';

export interface Trace {
  title: string;
  value?: string;
  /** What the rule says, in the document's words. */
  clauses?: string[];
  /** How the number comes about, in the page's words. */
  how?: string[];
  /** What it is added up from. */
  parts?: [name: string, value: string][];
  metric?: Metric | undefined;
  grounds: Ground[];
}
