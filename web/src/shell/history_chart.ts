/** Draws a store's months with uPlot: a step for each, its number above it, the target across. Fetched with the first chart. */
import uPlot from 'uplot';
import {adopt_once, axis_of, ink_of, rule, with_font, write, type Drawn, type Ink, type Pen} from '../chart_ink';
import type {View} from '../view';

export interface HistoryPlot {
  /** What stands below each month. */
  months: string[];
  /** One for each month; null where nothing was kept. */
  values: (number | null)[];
  texts: string[];
  target: {at: number; name: string} | undefined;
}

const height = 208;
/** So many pixels need the words of a month, and so much room has what stands above and below the line. */
const [label_px, room_px] = [56, 32];

/** Which months bear words: the last always does. */
function labelled(count: number, width: number): number[] {
  const every = Math.max(1, Math.ceil(label_px / (width / Math.max(count, 1))));
  return Array.from({length: count}, (_, at) => at).filter((at) => (count - 1 - at) % every === 0);
}

/** The numbers' own reach with the target, and room for words at both ends. */
function reach_of({values, target}: HistoryPlot): [low: number, high: number] {
  const all = [...values.filter((value) => value !== null), ...(target ? [target.at] : [])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = ((high - low) * room_px) / (height - 3 * room_px) || Math.abs(high) / 4 || 1;
  return [low - margin, high + margin];
}

/** A level line for each month, joined where the next one was kept too. */
const steps = (ink: Ink, values: HistoryPlot['values']): Pen => (u) => {
  const half = (u.valToPos(1, 'x', true) - u.valToPos(0, 'x', true)) / 2;
  const {ctx} = u;
  ctx.strokeStyle = ink.accent;
  ctx.lineWidth = 2 * uPlot.pxRatio;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  values.forEach((value, at) => {
    if (value === null) return;
    const [x, y] = [u.valToPos(at, 'x', true), u.valToPos(value, 'y', true)];
    if (typeof values[at - 1] === 'number') ctx.lineTo(x - half, y);
    else ctx.moveTo(x - half, y);
    ctx.lineTo(x + half, y);
  });
  ctx.stroke();
};

const target_pen = (ink: Ink, target: HistoryPlot['target']): Pen => (u) => {
  if (!target) return;
  const {left, width} = u.bbox;
  const y = u.valToPos(target.at, 'y', true);
  rule(u.ctx, ink.near, [left, y], [left + width, y]);
  u.ctx.textAlign = 'right';
  write(u.ctx, ink, target.name, left + width, y - 6 * uPlot.pxRatio, ink.near);
};

const numbers = (ink: Ink, {values, texts}: HistoryPlot, places: number[]): Pen => (u) => {
  u.ctx.textAlign = 'center';
  for (const at of places) {
    const value = values[at];
    if (typeof value === 'number') write(u.ctx, ink, texts[at] ?? '', u.valToPos(at, 'x', true), u.valToPos(value, 'y', true) - 10 * uPlot.pxRatio, ink.text);
  }
};

export function draw_chart(element: HTMLElement, _view: View, plot: HistoryPlot): Drawn {
  adopt_once(element.getRootNode());
  const ink = ink_of(element);
  const width = element.clientWidth;
  const count = plot.months.length;
  const places = labelled(count, width);
  const axis = axis_of(ink);
  const chart = new uPlot({
    width, height, legend: {show: false}, cursor: {show: false}, padding: [0, 0, 0, 0],
    scales: {x: {time: false, range: [-0.5, count - 0.5]}, y: {range: reach_of(plot)}},
    axes: [{...axis, size: 32, ticks: {show: false}, splits: () => places, values: (_, at) => at.map((place) => plot.months[place] ?? '')}, {show: false}],
    series: [{}, {paths: () => null, stroke: ink.accent, points: {show: true, size: 8, fill: ink.accent}}],
    hooks: {
      drawClear: [(u) => with_font(u, ink, [target_pen(ink, plot.target), steps(ink, plot.values)])],
      draw: [(u) => with_font(u, ink, [numbers(ink, plot, places)])],
    },
  }, [plot.months.map((_, at) => at), plot.values], element);
  return {end: () => chart.destroy()};
}
