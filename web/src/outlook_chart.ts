/** Draws a plot with uPlot on a canvas: stepped lines, bands of chance, named thresholds, what happens when. Fetched with the first chart. */
import uPlot from 'uplot';
import {adopt_once, axis_of, cut, ink_of, rule, with_font, write, type Drawn, type Ink, type Pen} from './chart_ink';
import {column, parts_of, type Plot} from './outlook_plot';
import type {View} from './view';

const height = 280;
/** So far apart, in pixels of the page, stand two names, and so wide is a date below the axis. */
const [name_px, date_px] = [17, 76];
const right_px = 52;

/** The numbers' own reach, with the nearest lines that they are compared with. */
function reach_of({columns, thresholds, scale, line}: Plot): {low: number; high: number; lines: Plot['thresholds']} {
  const values = columns.flatMap(({values: all}) => all).filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.6, scale ? (scale[1] - scale[0]) * 0.08 : Math.abs(most) * 0.1);
  const distance = ({at}: {at: number}) => Math.max(least - at, at - most, 0);
  const near = thresholds.filter((item) => line !== 'score' || distance(item) <= room).sort((one, other) => distance(one) - distance(other)).slice(0, 4);
  const ends = [least, most, ...near.map(({at}) => at)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const margin = (high - low) * 0.12 || room / 4 || 1;
  return {low: low - margin, high: high + margin, lines: near.sort((one, other) => other.at - one.at)};
}

/** Which days bear a date below the axis: the last always does. */
function labelled_days(count: number, width: number): number[] {
  const most = Math.max(2, Math.floor(width / date_px));
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)));
  const days = Array.from({length: Math.ceil((count - 1) / step)}, (_, at) => at * step);
  return [...days.filter((day) => count - 1 - day > step / 2), count - 1];
}

/** How near a line the data come in one half of the days. */
function distance_to(at: number, values: (number | null)[], last: boolean): number {
  const half = Math.floor(values.length / 2);
  return Math.min(...(last ? values.slice(half) : values.slice(0, half)).flatMap((value) => (value === null ? [] : [Math.abs(value - at)])));
}

/** Below the data: lines, and their names where the data are farther off, pushed apart where two are close. */
function thresholds_pen(view: View, plot: Plot, ink: Ink, lines: Plot['thresholds']): Pen {
  const values = column(plot, parts_of(plot).middle) ?? [];
  return (u) => {
    const {left, width} = u.bbox;
    const gap = 4 * uPlot.pxRatio;
    let free = -Infinity;
    for (const {at} of lines) rule(u.ctx, ink.line, [left, u.valToPos(at, 'y', true)], [left + width, u.valToPos(at, 'y', true)]);
    for (const {at, names} of lines) {
      const y = Math.max(u.valToPos(at, 'y', true) - gap, free);
      const to_right = distance_to(at, values, true) > distance_to(at, values, false);
      free = y + name_px * uPlot.pxRatio;
      u.ctx.textAlign = to_right ? 'right' : 'left';
      write(u.ctx, ink, cut(u.ctx, `${plot.show(at)} ${names.join(view.say('page.list_mark'))}`, width * 0.62), to_right ? left + width - gap : left + gap, y, ink.muted);
    }
  };
}

/** Their names stand above the plot, in two rows where there are several. */
const rows_of = ({events}: Plot) => Math.min(events.length, 2);

function events_pen({dates, events}: Plot, ink: Ink): Pen {
  return (u) => {
    const {left, top, width, height: tall} = u.bbox;
    const rows: number[] = [];
    for (const {date, name} of events) {
      const x = u.valToPos(dates.indexOf(date), 'x', true);
      const text = cut(u.ctx, name, width / 2);
      const wide = u.ctx.measureText(text).width + 8 * uPlot.pxRatio;
      const to_left = x + wide > left + width;
      const start = to_left ? x - wide : x;
      const row = [0, 1].findIndex((one) => (rows[one] ?? -Infinity) <= start);
      // More than two side by side: the table has them all.
      const at = row < 0 ? undefined : row;
      rule(u.ctx, ink.near, [x, top], [x, top + tall]);
      if (at === undefined) continue;
      rows[at] = start + wide;
      u.ctx.textAlign = to_left ? 'right' : 'left';
      write(u.ctx, ink, text, x + (to_left ? -4 : 4) * uPlot.pxRatio, top - (6 + at * name_px) * uPlot.pxRatio, ink.text);
      rule(u.ctx, ink.near, [x, top - (4 + at * name_px) * uPlot.pxRatio], [x, top]);
    }
  };
}

/** A small wedge on the axis for each day on which bad events leave. */
function leaves_pen({dates, leaves}: Plot, ink: Ink): Pen {
  return ({ctx, bbox: {top, height: tall}, valToPos}) => {
    const size = 5 * uPlot.pxRatio;
    ctx.fillStyle = ink.text;
    for (const date of leaves) {
      const x = valToPos(dates.indexOf(date), 'x', true);
      ctx.beginPath();
      ctx.moveTo(x - size, top + tall);
      ctx.lineTo(x + size, top + tall);
      ctx.lineTo(x, top + tall - 2 * size);
      ctx.fill();
    }
  };
}

/** The last value of each line, right of it. */
function ends_pen(plot: Plot, ids: string[], ink: Ink): Pen {
  return (u) => {
    const {left, width} = u.bbox;
    u.ctx.textAlign = 'left';
    let free = -Infinity;
    const ends = ids.map((id) => column(plot, id)?.at(-1)).filter((value) => value !== null && value !== undefined);
    for (const value of [...new Set(ends)].sort((one, other) => other - one)) {
      const y = Math.max(u.valToPos(value, 'y', true) + 4 * uPlot.pxRatio, free);
      free = y + name_px * uPlot.pxRatio;
      write(u.ctx, ink, cut(u.ctx, plot.brief(value), (right_px - 4) * uPlot.pxRatio), left + width + 5 * uPlot.pxRatio, y, ink.text);
    }
  };
}

function date_format(view: View): (iso: string) => string {
  const format = new Intl.DateTimeFormat(view.lang === 'en' ? 'en-GB' : 'zh-CN', {month: 'short', day: 'numeric', timeZone: 'UTC'});
  return (iso) => format.format(new Date(`${iso}T00:00:00Z`));
}

function options(view: View, plot: Plot, width: number, ink: Ink): {options: uPlot.Options; data: uPlot.AlignedData} {
  const {middle, bands} = parts_of(plot);
  const {low, high, lines} = reach_of(plot);
  const ids = [...bands.flat(), middle];
  const stepped = uPlot.paths.stepped?.({align: 1});
  const day = date_format(view);
  const below = thresholds_pen(view, plot, ink, lines);
  const above = [events_pen(plot, ink), leaves_pen(plot, ink), ends_pen(plot, [middle, ...(bands[0] ?? [])], ink)];
  const axis = axis_of(ink);
  const series = (id: string): uPlot.Series => ({
    ...(stepped ? {paths: stepped} : {}), points: {show: false}, stroke: id === middle ? ink.accent : ink.edge, width: id === middle ? 2.5 : ink.edge === 'transparent' ? 0 : 1,
  });
  return {
    data: [plot.dates.map((_, at) => at), ...ids.map((id) => column(plot, id) ?? [])],
    options: {
      width, height, legend: {show: false}, padding: [10 + rows_of(plot) * name_px, right_px, 0, 0],
      cursor: {drag: {x: false, y: false}, y: false},
      scales: {x: {time: false}, y: {range: [low, high]}},
      axes: [
        {...axis, size: 36, splits: () => labelled_days(plot.dates.length, width - right_px - 40), values: (_, days) => days.map((at) => day(plot.dates[at] ?? ''))},
        {...axis, size: 48, values: (_, values) => values.map((value) => view.format.number(value))},
      ],
      series: [{}, ...ids.map(series)],
      bands: bands.map((_, at): uPlot.Band => ({series: [at * 2 + 2, at * 2 + 1], fill: faded(ink.band, at === 0 && bands.length > 1 ? 0.16 : 0.26)})),
      hooks: {
        drawClear: [(u) => with_font(u, ink, [below])],
        draw: [(u) => with_font(u, ink, above)],
        setCursor: [(u) => tell(u, plot)],
      },
    },
  };
}

/** A colour with less ink: a token, or what the browser made of a system colour. */
const faded = (colour: string, share: number) => (colour.startsWith('rgb(') ? colour.replace('rgb(', 'rgba(').replace(')', `, ${share})`)
  : `${colour}${Math.round(share * 255).toString(16).padStart(2, '0')}`);

/** Tells the page which day is under the pointer. */
function tell(u: uPlot, plot: Plot): void {
  const at = u.cursor.idx;
  u.root.dispatchEvent(new CustomEvent('day', {bubbles: true, detail: at === null || at === undefined ? undefined : plot.dates[at]}));
}

export function draw_chart(element: HTMLElement, view: View, plot: Plot): Drawn {
  adopt_once(element.getRootNode());
  const {options: made, data} = options(view, plot, element.clientWidth, ink_of(element));
  const chart = new uPlot(made, data, element);
  return {end: () => chart.destroy()};
}
