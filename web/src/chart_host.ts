/** Keeps a chart on the page: fetches what draws it with the first one, and draws again when the plot, its width, the light or the language change. */
import type {ReactiveControllerHost} from 'lit';
import type {Drawn} from './chart_ink';
import type {View} from './view';

export interface ChartHost<Plot> {
  mount(element: Element | undefined): void;
  show(view: View, plot: Plot | undefined): void;
}

/** The script that draws. */
interface Drawing<Plot> {
  draw_chart(element: HTMLElement, view: View, plot: Plot): Drawn;
}

/** What changes the colours from outside the element. */
const looks = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

export function make_chart<Plot>(host: ReactiveControllerHost, fetch_drawing: () => Promise<Drawing<Plot>>): ChartHost<Plot> {
  let element: HTMLElement | undefined;
  let wanted: {view: View; plot: Plot} | undefined;
  let drawn: Drawn | undefined;
  let of = '';
  let script: Promise<Drawing<Plot>> | undefined;

  const lists = looks.map((look) => matchMedia(look));

  const mark = ({view, plot}: {view: View; plot: Plot}, width: number) =>
    JSON.stringify([plot, view.lang, view.theme, lists.map(({matches}) => matches), width]);

  async function draw(): Promise<void> {
    script ??= fetch_drawing();
    const {draw_chart} = await script.catch((error: unknown) => {
      script = undefined;
      throw error;
    });
    await host.updateComplete;
    const width = element?.clientWidth ?? 0;
    if (!element || !wanted || !width) return;
    const next = mark(wanted, width);
    if (next === of) return;
    drawn?.end();
    drawn = draw_chart(element, wanted.view, wanted.plot);
    of = next;
  }

  /** Without a connection the table must do. */
  const redraw = () => void draw().catch(() => {});
  const watcher = new ResizeObserver(redraw);
  const update = () => host.requestUpdate();
  // Lists of the browser hold on to who listens to them: an element that is gone must let go.
  host.addController({
    hostConnected: () => lists.forEach((list) => list.addEventListener('change', update)),
    hostDisconnected: () => lists.forEach((list) => list.removeEventListener('change', update)),
  });

  return {
    mount(next) {
      if (next === element) return;
      watcher.disconnect();
      drawn?.end();
      [drawn, of, element] = [undefined, '', next as HTMLElement | undefined];
      if (element) watcher.observe(element);
    },
    show(view, plot) {
      wanted = plot && {view, plot};
      if (wanted) redraw();
    },
  };
}
