/** What the parts of the forecast draw from. */
import type {ForecastReply, Issue} from './generated/shopgauge';
import type {Fed} from './outlook_feeds';
import type {Plot} from './outlook_plot';
import type {Metric} from './program';
import type {View} from './view';

export type Forecast = ForecastReply['value'];
export type Chances = NonNullable<Forecast['chances']>;

/** An issue, and the field of the card that it stands beside; absent where it is about the page's own form. */
export interface Trouble {
  issue: Issue;
  key?: string | undefined;
}

export interface OutlookView extends View {
  /** The last good answer; `old` while a newer one is being worked out, or where there is none. */
  answer: Forecast | undefined;
  old: boolean;
  state: 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
  /** Runs drawn so far, of all. */
  progress: {done: number; all: number} | undefined;
  /** The browser gives the run no worker: the page stands still until its end, and nothing can cancel it. */
  standstill: boolean;
  troubles: Trouble[];
  as_of: string;
  until: string;
  /** Metrics that a change may speak of: those with bad events that have a day, and all whose value may be said. */
  eventful: Metric[];
  changeable: Metric[];
  /** What may feed it. */
  feeds: Fed[];
  plot: Plot | undefined;
  history: string;
  set_history(text: string): void;
  cancel(): void;
  again(): void;
  /** The element of the chart, once it is on the page. */
  mount(element: Element | undefined): void;
}
