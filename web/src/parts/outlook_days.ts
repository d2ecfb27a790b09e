/** The chart's numbers as a table and as a file, the days on which bad events leave, and what all of it assumes. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {parts_of, line_name, type Column, type Plot} from '../outlook_plot';
import type {Forecast, OutlookView} from '../outlook_view';
import {save_file} from '../save_file';
import {name_of} from '../view';
import {warning_text} from './answer';
import {add_change} from './outlook_ask';

const mark = 'fold days';

function column_name(view: OutlookView, plot: Plot, {id}: Column): string {
  const {say} = view;
  if (id === 'course') return plot.columns.length > 1 ? say('page.forecast.course') : line_name(view, plot.line);
  if (id === 'low' || id === 'high') return say(id === 'low' ? 'page.forecast.low' : 'page.forecast.high');
  return id === parts_of(plot).middle ? say('page.forecast.middle') : say('page.forecast.at_most', {count: id.slice(1)});
}

function csv(plot: Plot): string {
  const head = ['date', ...plot.columns.map(({id}) => (id === 'course' ? plot.line : `${plot.line}_${id}`))];
  return `\ufeff${[head, ...plot.dates.map((date, at) => [date, ...plot.columns.map(({values}) => values[at] ?? '')])].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function happening(view: OutlookView, plot: Plot, date: string): string {
  const found = [...plot.events.filter((event) => event.date === date).map(({name}) => name), ...(plot.leaves.includes(date) ? [view.say('page.forecast.wedges')] : [])];
  return found.join(view.say('page.list_mark'));
}

/** The same numbers as the chart, a row for each day. */
export function days_table(view: OutlookView, answer: Forecast): TemplateResult | typeof nothing {
  const {say, format, plot, open, actions} = view;
  if (!plot) return nothing;
  const shown = open.has(mark);
  const has_marks = plot.events.length + plot.leaves.length > 0;
  return html`<details class="fold" data-fold="days" ?open=${shown} @toggle=${(event: globalThis.Event) => actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${say('page.forecast.table')}</span></summary>${shown ? html`<div class="fold-body">
      <div class="day-table" tabindex="0" role="region" aria-label=${say('page.forecast.table_of', {name: line_name(view, plot.line)})}><table class="sides"><thead><tr><th scope="col">${say('page.forecast.date')}</th>
        ${plot.columns.map((one) => html`<th scope="col" class="num">${column_name(view, plot, one)}</th>`)}${has_marks ? html`<th scope="col">${say('page.forecast.happens')}</th>` : nothing}</tr></thead>
      <tbody>${plot.dates.map((date, at) => html`<tr data-day=${date}><th scope="row">${format.date(date)}</th>${plot.columns.map(({id, values}) => {
        const value = values[at];
        return html`<td class="num" data-column=${id} data-value=${value ?? ''}>${typeof value === 'number' ? plot.show(value) : '—'}</td>`;
      })}${has_marks ? html`<td>${happening(view, plot, date)}</td>` : nothing}</tr>`)}</tbody></table></div>
      <div class="buttons"><button type="button" class="quiet" data-action="save-days" @click=${() => save_file(`shopgauge-${answer.program}-forecast-${answer.as_of}.csv`, 'text/csv', csv(plot))}>${say('page.forecast.save')}</button></div></div>` : nothing}</details>`;
}

/** What the score is that day and the day before, as the reply has them. */
function score_then(view: OutlookView, {days}: Forecast, date: string): string {
  const at = days.findIndex((day) => day.date === date);
  const [before, after] = [days[at - 1], days[at]];
  const value = (day: typeof before) => day?.unrounded ?? day?.score;
  if (value(before) === undefined || value(after) === undefined) return '';
  const show = (number = 0) => view.format.number(Number(number.toFixed(2)));
  return value(before) === value(after) ? view.say('page.forecast.score_stays', {score: show(value(after))}) : view.say('page.forecast.score_then', {before: show(value(before)), after: show(value(after))});
}

/** The roll-off calendar. */
export function leaving(view: OutlookView, answer: Forecast): TemplateResult | typeof nothing {
  const {say, format, eventful} = view;
  const dates = [...new Set(answer.leaves.map(({date}) => date))];
  if (!dates.length && !eventful.length) return nothing;
  const rows = dates.map((date) => html`<li data-leaves=${date}><p class="when num">${format.date(date)}</p><div>
    ${answer.leaves.filter((item) => item.date === date).map(({metric, event, bad}) => html`<p data-metric=${metric} data-bad=${bad}>${say('page.forecast.leaves_row', {name: name_of(view, metric), count: format.number(bad), date: format.date(event)})}</p>`)}
    <p class="hint num">${score_then(view, answer, date)}</p></div></li>`);
  return html`<section data-testid="leaving"><h4>${say('page.forecast.leaves')}</h4>${rows.length ? html`<ol class="leaving">${rows}</ol>` : html`<p class="hint">${say('page.forecast.no_leaves')}</p>`}
    ${eventful.length ? html`<div class="buttons"><button type="button" class="quiet" data-action="add-known" @click=${() => add_change(view, 'known')}>${say('page.forecast.add_known')}</button></div>` : nothing}</section>`;
}

const guesses = ['assumed', 'example'];

export function assumed(view: OutlookView, answer: Forecast): TemplateResult {
  const {say} = view;
  const {chances, warnings, assumptions, timeline} = answer;
  const guessed = [...assumptions, ...(timeline?.assumptions ?? [])].filter(({status}) => guesses.includes(status)).length;
  const today = new Set((view.calculation.assessed?.warnings ?? []).map(({code}) => code));
  const named = (needs: string) => needs.split(/[, ]+/).map((id) => name_of(view, id)).join(say('page.list_mark'));
  const warned = warnings.filter(({code}) => !today.has(code)).map(({code, params}) => warning_text(view, {code, params: params['needs'] ? {...params, needs: named(params['needs'])} : params}));
  return html`<section class="assumed" data-testid="assumed"><h4>${say('page.forecast.assumed')}</h4>
    ${warned.map((text) => html`<p class="remark">${icon('info')}<span>${text}</span></p>`)}
    <ul><li>${say('page.forecast.evenly')}</li>${(chances?.model ?? []).map((id) => html`<li data-model=${id}>${say.of('model', id)}</li>`)}
      ${guessed ? html`<li>${say('page.forecast.rests', {count: guessed})} <button type="button" class="link" @click=${() => view.actions.go('grounds')}>${say('page.sure.see')}</button></li>` : nothing}
      <li>${say('page.forecast.no_promise')}</li></ul></section>`;
}
