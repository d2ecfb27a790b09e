/** How a store's figures moved from month to month: one line at a time, and the same numbers as a table. */
import {html, nothing, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import type {ChartHost} from '../chart_host';
import {months_of} from '../format';
import {icon, verdict_icon} from '../icons';
import {name_of, text_of, type View} from '../view';
import type {HistoryPlot} from './history_chart';
import type {Figure, Snapshot} from './kept';

export interface Line {
  id: string;
  of: Figure['of'];
}

const mark = ({of, id}: Line) => `${of} ${id}`;

/** What can be drawn: every figure that two months have, the score first; else those of the one month there is. */
export function lines_of(months: Snapshot[]): Line[] {
  const found = new Map<string, Line>();
  for (const {figures} of months) for (const {id, of} of figures) found.set(mark({id, of}), {id, of});
  return [...found.values()];
}

export const figure_at = ({figures}: Snapshot, line: Line) => figures.find((figure) => mark(figure) === mark(line));

export function line_name(view: View, {of, id}: Line): string {
  if (of === 'score') return view.say('page.the_score');
  const standard = of === 'standard' ? text_of(view, view.document.standards?.find((item) => item.id === id)?.title) : '';
  return standard || name_of(view, id);
}

export function figure_text({format}: View, figure: Figure | undefined): string {
  if (!figure) return '—';
  const show = (value: number) => (figure.rate ? format.percent(value) : format.number(value));
  if (figure.value !== undefined) return show(figure.value);
  return figure.low === undefined || figure.high === undefined ? '—' : `${show(figure.low)}–${show(figure.high)}`;
}

/** The last target that the months tell of this line. */
function target_of(view: View, months: Snapshot[], line: Line): HistoryPlot['target'] {
  const figure = months.map((month) => figure_at(month, line)).filter((item) => item?.target !== undefined).at(-1);
  if (figure?.target === undefined) return undefined;
  return {at: figure.target, name: view.say('page.tools.history.target', {value: figure_text(view, {...figure, value: figure.target})})};
}

/** What the chart shows: each month from the first to the last, a gap where one was not kept. */
function plot_of(view: View, months: Snapshot[], line: Line): HistoryPlot {
  const all = months_of(months[0]?.month ?? '', months.at(-1)?.month ?? '');
  const figures = all.map((month) => {
    const kept = months.find((item) => item.month === month);
    return kept && figure_at(kept, line);
  });
  return {
    months: all.map((month, at) => (month.endsWith('-01') || at === 0 ? month : view.format.short_month(month))),
    values: figures.map((figure) => figure?.value ?? null), texts: figures.map((figure) => figure_text(view, figure)),
    target: target_of(view, months, line),
  };
}

/** "Score: 74.2 in May 2026, 79.3 in November 2026". */
function title(view: View, months: Snapshot[], line: Line): string {
  const known = months.filter((month) => figure_at(month, line));
  const [first, last] = [known[0], known.at(-1)];
  const name = line_name(view, line);
  const at = (month: Snapshot | undefined) => ({value: figure_text(view, month && figure_at(month, line)), month: month ? view.format.month(month.month) : ''});
  if (!first || first === last) return view.say('page.tools.history.one', {name, ...at(first)});
  return view.say('page.tools.history.title', {name, from: at(first).value, from_month: at(first).month, to: at(last).value, to_month: at(last).month});
}

export interface HistoryActions {
  choose(line: Line): void;
  open(month: Snapshot): void;
  forget(month: Snapshot): void;
}

/** The months of one program, oldest first. */
export function history(view: View, months: Snapshot[], wanted: Line | undefined, chart: ChartHost<HistoryPlot>, actions: HistoryActions): TemplateResult {
  const {say} = view;
  const lines = lines_of(months);
  const line = lines.find((item) => wanted && mark(item) === mark(wanted)) ?? lines[0];
  const editions = new Set(months.map(({edition}) => edition));
  const has_verdict = months.some(({verdict}) => verdict);
  chart.show(view, line && plot_of(view, months, line));
  return html`${line ? html`
      ${lines.length > 1 ? html`<label class="label"><span class="aside">${say('page.tools.history.show')}</span><select class="entry" name="line" @change=${(event: Event) => {
        const chosen = lines[Number((event.target as HTMLSelectElement).value)];
        if (chosen) actions.choose(chosen);
      }}>${lines.map((item, at) => html`<option value=${at} .selected=${item === line}>${line_name(view, item)}</option>`)}</select></label>` : nothing}
      <p class="question">${title(view, months, line)}</p><div class="canvas" aria-hidden="true" ${ref(chart.mount)}></div>` : nothing}
    ${editions.size > 1 ? html`<p class="aside">${say('page.tools.history.editions', {editions: [...editions].join(', ')})}</p>` : nothing}
    <div class="table"><table><caption class="unseen">${say('page.tools.history.table')}</caption>
      <thead><tr><th scope="col">${say('page.tools.history.month')}</th>${line ? html`<th scope="col" class="num">${line_name(view, line)}</th>` : nothing}
        ${has_verdict ? html`<th scope="col">${say('page.tools.history.verdict')}</th>` : nothing}<th scope="col">${say('page.edition')}</th><th scope="col"><span class="unseen">${say('page.tools.menu')}</span></th></tr></thead>
      <tbody>${[...months].reverse().map((month) => html`<tr data-month=${month.month}><th scope="row">${view.format.month(month.month)}</th>
        ${line ? html`<td class="num">${figure_text(view, figure_at(month, line))}</td>` : nothing}
        ${has_verdict ? html`<td>${month.verdict ? html`<span class="verdict ${month.verdict}">${verdict_icon(month.verdict)}${say.of('verdict', month.verdict)}</span>` : '—'}</td>` : nothing}
        <td class="aside">${month.edition}</td>
        <td class="row-acts"><button type="button" class="small" data-act="open-month" @click=${() => actions.open(month)}>${say('page.tools.stores.open')}</button>
          <button type="button" class="small" data-act="forget-month" aria-label=${say('page.tools.history.forget', {month: view.format.month(month.month)})} title=${say('page.tools.history.forget', {month: view.format.month(month.month)})} @click=${() => actions.forget(month)}>${icon('cross')}</button></td></tr>`)}</tbody></table></div>`;
}
