/** What all charts share: colours and words on uPlot's canvas, its style sheet. */
import uPlot from 'uplot';
import uplot_css from 'uplot/dist/uPlot.min.css?inline';

export interface Drawn {
  end(): void;
}

export interface Ink {
  text: string;
  muted: string;
  line: string;
  accent: string;
  /** Bands of chance: with less ink than their edges, which are drawn where forced colours want it plain. */
  band: string;
  edge: string;
  near: string;
  surface: string;
  font: string;
}

/** A system colour in numbers, which can be thinned. */
function system_colour(name: string, beside: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = name;
  beside.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Browsers put their own colours into what is styled, but not into a canvas. */
export function ink_of(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const forced = matchMedia('(forced-colors: active)').matches;
  const token = (name: string, system: string) => (forced ? system : style.getPropertyValue(name).trim());
  const accent = token('--accent', 'CanvasText');
  return {
    text: token('--text', 'CanvasText'), muted: token('--muted', 'CanvasText'), line: token('--line-strong', 'CanvasText'), accent,
    band: forced ? system_colour('LinkText', element) : accent, edge: forced ? 'LinkText' : 'transparent',
    near: token('--near', 'CanvasText'), surface: token('--surface', 'Canvas'), font: style.fontFamily,
  };
}

/** Words on the canvas, with the paper around them so that lines do not cross them. */
export function write(ctx: CanvasRenderingContext2D, ink: Ink, text: string, x: number, y: number, colour: string): void {
  ctx.lineJoin = 'round';
  ctx.strokeStyle = ink.surface;
  ctx.lineWidth = 4 * uPlot.pxRatio;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

export function cut(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  let short = text;
  while (short.length > 1 && ctx.measureText(short === text ? text : `${short}…`).width > width) short = short.slice(0, -1);
  return short === text ? text : `${short}…`;
}

export function rule(ctx: CanvasRenderingContext2D, colour: string, from: [number, number], to: [number, number]): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = uPlot.pxRatio;
  ctx.setLineDash([4 * uPlot.pxRatio, 4 * uPlot.pxRatio]);
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

export type Pen = (u: uPlot) => void;

export function with_font(u: uPlot, ink: Ink, pens: Pen[]): void {
  u.ctx.save();
  u.ctx.font = `${13 * uPlot.pxRatio}px ${ink.font}`;
  u.ctx.textBaseline = 'alphabetic';
  for (const pen of pens) pen(u);
  u.ctx.restore();
}

let sheet: CSSStyleSheet | undefined;

/** The style sheet of the plot. */
export function adopt_once(root: Node): void {
  if (!(root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(uplot_css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

export const axis_of = (ink: Ink) => ({stroke: ink.muted, font: `13px ${ink.font}`, ticks: {stroke: ink.line, width: 1, size: 4}, grid: {show: false}});
