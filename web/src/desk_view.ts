/** What the parts of "what to do" draw from. */
import type {Assessed} from './calculation';
import type {Compared} from './comparer';
import type {AssessReply, Issue} from './generated/shopgauge';
import type {Goal, Goals} from './goals';
import type {Choice} from './sides';
import type {Plan} from './trial';
import type {View} from './view';

export const tabs = ['plan', 'what_if', 'compare'] as const;
export type Tab = (typeof tabs)[number];

export type Loading = 'loading' | 'ready' | 'failed';

export interface DeskView extends View {
  tab: Tab;
  show(tab: Tab): void;
  loading: Loading;
  retry(): void;
  /** Absent while there is no reading to begin with. */
  today: Assessed | undefined;
  goals: Goals;
  goal: Goal | undefined;
  /** The last plan; `waits` while a newer one is being worked out. */
  plan: Plan | undefined;
  /** The metrics that the goal looks at, that have a better value and can change. */
  movable: string[];
  waits: boolean;
  /** What is wrong with the goal. */
  goal_issues: Issue[];
  /** What the rest of the month must bring; asked where months are judged. */
  month(): Plan['period'] | undefined;
  /** The what-if with all that was typed; nothing typed, nothing here. */
  trial: AssessReply['value'] | undefined;
  trial_issues: Issue[];
  rates: Map<string, number>;
  /** What one change alone brings. */
  alone(metric: string, typed: string): AssessReply['value'] | undefined;
  /** All that today can be set beside, and what was chosen of it: at most three. */
  choices: Choice[];
  compared: Compared[];
  /** The link compares with something that is not on this device. */
  lost: boolean;
  /** What the store on the page is called, where the page around the element says so. */
  here: string | undefined;
}
