/**
 * The forecast: what the seller asks becomes a request, a worker works it out, the last good answer stays until the next
 * one is there. Fetched once the seller opens it, or by a link that has its fields.
 */
import type {TemplateResult} from 'lit';
import {fetch_text} from './files';
import {make_chart} from './chart_host';
import {adopt} from './css';
import type {ForecastReply, Issue} from './generated/shopgauge';
import type {Reply} from './engine';
import {make_feeds, type Fed, type FedBy} from './outlook_feeds';
import {column, plot_of, type Plot} from './outlook_plot';
import {forecast_request, type Asked} from './outlook_request';
import type {Forecast, OutlookView, Trouble} from './outlook_view';
import {outlook_card} from './parts/outlook';
import type {Metric, ProgramDocument} from './program';
import type {ShopGauge} from './shop-gauge';
import {outlook_styles} from './styles/outlook';
import type {View} from './view';

/** A run begins when nothing has changed for so long. */
const patience_ms = 300;

export interface Outlook {
  card(view: View): TemplateResult;
}

interface Windows {
  rolls?: unknown;
  fed_by?: {program: string};
}

/** The day of the reading: the page's date, else the day up to which it looks. */
const day_of = ({sent}: View) => sent.get('date') ?? sent.get('until') ?? '';

export function make_outlook(host: ShopGauge): Outlook {
  const update = () => host.requestUpdate();
  let asked: string | undefined;
  let request: Asked | undefined;
  /** What feeds it. */
  let fed: Fed[] = [];
  let state: OutlookView['state'] = 'running';
  let progress: OutlookView['progress'];
  let standstill = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ending: AbortController | undefined;
  let issues: Issue[] = [];
  let good: {of: string; text: string; answer: Forecast} | undefined;
  const histories = new Map<string, string>();
  /** The windows of an edition's metrics: the document of one language does not have them. */
  const windows = new Map<string, Map<string, Windows>>();
  const out_of_reach = new Set<string>();
  const chart = make_chart<Plot>(host, () => import('./outlook_chart'));
  const feeds = make_feeds(update);
  adopt(host.renderRoot as ShadowRoot, outlook_styles);

  function stop(): void {
    clearTimeout(timer);
    ending?.abort();
    ending = undefined;
  }

  /** Lets go of what the engine says has another scale; whether there was any. */
  function dropped(document: ProgramDocument, refused: readonly Issue[]): boolean {
    const unfit = refused.flatMap(({code, path}) => (code === 'feeds.scale' ? (fed[Number(path.split('/')[2])] ?? []) : []));
    for (const one of unfit) feeds.drop(document, one);
    return unfit.length > 0;
  }

  async function run(document: ProgramDocument, of: string, text: string): Promise<void> {
    const mine = (ending = new AbortController());
    try {
      const reply = JSON.parse(await host.forecast(text, {
        signal: mine.signal,
        on_progress(done, all) {
          progress = {done, all};
          update();
        },
        on_standstill() {
          standstill = true;
          update();
        },
      })) as Reply<ForecastReply>;
      if (mine === ending && !reply.ok && dropped(document, reply.issues)) {
        // The page asks again without it.
        update();
        return;
      }
      // A mistake is told once its words are there; without a connection the bare codes must do.
      if (!reply.ok) await host.learn_mistakes().catch(() => {});
      if (mine !== ending) return;
      state = reply.ok ? 'done' : 'refused';
      issues = reply.ok ? [] : reply.issues;
      if (reply.ok) good = {of, text, answer: reply.value};
    } catch {
      if (mine !== ending) return;
      state = 'failed';
    }
    ending = undefined;
    progress = undefined;
    update();
  }

  function begin(document: ProgramDocument, of: string, text: string, patience: number): void {
    stop();
    [state, progress, standstill, issues] = ['running', undefined, false, []];
    timer = setTimeout(() => void run(document, of, text), patience);
  }

  function ask(document: ProgramDocument, of: string, text: string): void {
    if (text === asked) return;
    begin(document, of, text, asked === undefined ? 0 : patience_ms);
    asked = text;
  }

  function windows_of({document, from_device}: View): Map<string, Windows> | undefined {
    const {program, edition} = document;
    const mark = `${program} ${edition} ${from_device}`;
    const found = windows.get(mark);
    const read = (whole: ProgramDocument) => windows.set(mark, new Map(whole.metrics.map((metric) => [metric.id, metric as Windows])));
    if (found) return found;
    if (from_device) return read(document).get(mark);
    windows.set(mark, new Map());
    fetch_text(`programs/${program}/${edition}.json`).then((text) => {
      read(JSON.parse(text) as ProgramDocument);
      update();
    }, () => {
      windows.delete(mark);
      if (out_of_reach.has(mark)) return;
      out_of_reach.add(mark);
      update();
    });
    return undefined;
  }

  function metrics_of(view: View): Pick<OutlookView, 'eventful' | 'changeable'> {
    const known = windows_of(view);
    const rolls = ({id}: Metric) => !known?.size || known.get(id)?.rolls !== undefined;
    const has_bad = ({kind, better}: Metric) => kind === 'rate' || kind === 'flag' || (kind === 'count' && better === 'lower');
    const {metrics} = view.document;
    return {eventful: metrics.filter((metric) => rolls(metric) && has_bad(metric)), changeable: metrics.filter(({id}) => known?.get(id)?.fed_by === undefined)};
  }

  /** Undefined until the windows are there. A forecast needs the same file: without a connection it says so itself. */
  function fed_by_of(view: View): FedBy | undefined {
    const known = windows_of(view);
    if (!known?.size) return out_of_reach.size ? new Map() : undefined;
    return new Map([...known].flatMap(([metric, {fed_by}]) => (fed_by ? [[metric, fed_by.program]] : [])));
  }

  const troubles = (): Trouble[] => issues.map((issue) => ({issue, key: request?.field_at(issue.path)}));

  function outlook_view(view: View): OutlookView {
    const {program, edition} = view.document;
    const of = `${program} ${edition} ${view.from_device}`;
    const history = histories.get(of) ?? '';
    const found = feeds.of(view, host.sides, fed_by_of(view));
    fed = found ?? [];
    request = forecast_request(view.loaded, view.sent, day_of(view), history, fed);
    const {text, as_of, until} = request;
    if (found) ask(view.document, of, text);
    const answer = good?.of === of ? good.answer : undefined;
    const plot = answer && plot_of(view, answer, view.fields.get('fc.line'));
    chart.show(view, plot && column(plot, 'course') ? plot : undefined);
    return {
      ...view, ...metrics_of(view), answer, old: good?.text !== text, state, progress, standstill, troubles: troubles(), as_of, until, feeds: fed, plot, history,
      set_history(pasted) {
        histories.set(of, pasted);
        update();
      },
      cancel() {
        stop();
        [state, progress] = ['cancelled', undefined];
        update();
      },
      again() {
        begin(view.document, of, text, 0);
        update();
      },
      mount: chart.mount,
    };
  }

  return {card: (view) => outlook_card(outlook_view(view))};
}
