/** The chart with its title, its key and the words that stand for it where it cannot be seen. */
import {html, nothing, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {column, line_name, parts_of, the_score, type Plot} from '../outlook_plot';
import type {Forecast, OutlookView} from '../outlook_view';
import {list_of} from '../view';
import {score_line, spread_line} from './outlook_answer';

/** The question that the chart answers: what its line does. */
function title_of(view: OutlookView, answer: Forecast, plot: Plot): string {
  const {say, format} = view;
  if (plot.line === the_score) return spread_line(view, answer) ?? score_line(view, answer) ?? '';
  const values = column(plot, 'course') ?? [];
  const [first, last] = [values[0], values.at(-1)];
  const date = format.date(answer.until);
  const name = line_name(view, plot.line);
  if (typeof first !== 'number' || typeof last !== 'number') return name;
  if (values.every((value) => value === first)) return say('page.forecast.line_same', {name, value: plot.show(first), date});
  return say('page.forecast.line_moves', {name, from: plot.show(first), to: plot.show(last), date});
}

/** How many of 100 runs lie between two percentiles. */
export const share_of = ([low, high]: [string, string]) => Number(high.slice(1)) - Number(low.slice(1));

function key_of(view: OutlookView, plot: Plot): TemplateResult {
  const {say} = view;
  const {middle, bands} = parts_of(plot);
  const chances = middle !== 'course';
  return html`<ul class="chart-key"><li><span class="swatch middle"></span>${say(chances ? 'page.forecast.middle' : 'page.forecast.course')}</li>
    ${[...bands].reverse().map((band, at) => html`<li><span class="swatch band-${bands.length - at}"></span>${chances ? say('page.forecast.share', {count: share_of(band)}) : say('page.forecast.range')}</li>`)}
    ${plot.thresholds.length ? html`<li><span class="swatch dashed"></span>${say('page.forecast.lines')}</li>` : nothing}
    ${plot.leaves.length ? html`<li><span class="swatch wedge"></span>${say('page.forecast.wedges')}</li>` : nothing}</ul>`;
}

/** What the chart shows, in words. */
function words(view: OutlookView, plot: Plot, title: string): string {
  const {say, format} = view;
  const lines = plot.thresholds.map(({at, names}) => `${plot.show(at)} ${names.join(say('page.list_mark'))}`);
  const events = plot.events.map(({date, name}) => `${format.date(date)} ${name}`);
  return [say('page.forecast.chart', {title}), ...(lines.length ? [say('page.forecast.chart_lines', {lines: list_of(view, lines)})] : []), ...(events.length ? [say('page.forecast.chart_events', {events: list_of(view, events)})] : [])].join(' ');
}

function line_choice(view: OutlookView, {line, lines}: Plot): TemplateResult | typeof nothing {
  if (lines.length < 2) return nothing;
  return html`<div class="ask line-choice"><label for="fc-line">${view.say('page.forecast.show')}</label><span class="box word"><select id="fc-line" name="fc.line"
    @change=${(event: globalThis.Event) => view.actions.commit('fc.line', (event.target as HTMLSelectElement).value)}>${lines.map((item) => html`<option value=${item} .selected=${item === line}>${line_name(view, item)}</option>`)}</select></span></div>`;
}

/** "12 Dec 2026: 82 (78–85)" of the day under the pointer; the table says the same to everybody else. */
export function day_text(view: OutlookView, plot: Plot, date: string): string {
  const at = plot.dates.indexOf(date);
  const {middle, bands} = parts_of(plot);
  const value = (id: string) => column(plot, id)?.[at];
  const show = (number: number | null | undefined) => (typeof number === 'number' ? plot.show(number) : '—');
  const [low, high] = bands[0] ?? [];
  const between = low !== undefined && high !== undefined && typeof value(low) === 'number' ? ` (${show(value(low))}–${show(value(high))})` : '';
  return view.say('page.forecast.day', {date: view.format.date(date), value: show(value(middle)) + between});
}

function on_day(view: OutlookView, plot: Plot, event: CustomEvent<string | null>): void {
  const line = (event.currentTarget as HTMLElement).parentElement?.querySelector('.read');
  if (line) line.textContent = event.detail === null ? ' ' : day_text(view, plot, event.detail);
}

export function figure(view: OutlookView, answer: Forecast, headline: string): TemplateResult | typeof nothing {
  const {plot, mount} = view;
  if (!plot) return nothing;
  const title = title_of(view, answer, plot);
  return html`${line_choice(view, plot)}<figure class="chart-figure">${title && title !== headline ? html`<figcaption>${title}</figcaption>` : nothing}
    <div class="canvas" role="img" aria-label=${words(view, plot, title || headline)} data-testid="chart" ${ref(mount)} @day=${(event: CustomEvent<string | null>) => on_day(view, plot, event)}></div>
    <p class="read num" aria-hidden="true"> </p>${key_of(view, plot)}</figure>`;
}
