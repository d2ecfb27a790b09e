/** How a store's figures moved from month to month: one line at a time, and the same numbers as a table. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import {months_of} from '../format';
import {icon, verdict_icon} from '../icons';
import {name_of, text_of, type View} from '../view';
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

interface Place {
  x: number;
  month: string;
  figure: Figure | undefined;
}

const height = 208;
const edge = {left: 12, right: 12, top: 32, bottom: 32};
/** So many labels stand side by side. */
const label_px = 56;

const middle = (figure: Figure | undefined) => figure?.value;

/** Where a number stands: the lines need no axis, each point bears its number. */
function scale(values: number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = height - edge.top - edge.bottom;
  return (value) => (high === low ? edge.top + room / 2 : edge.top + ((high - value) / (high - low)) * room);
}

function target_line(view: View, target: Figure | undefined, y: (value: number) => number, width: number): TemplateResult | typeof nothing {
  if (target?.target === undefined) return nothing;
  const at = y(target.target);
  return svg`<g class="target"><path d="M${edge.left} ${at}H${width - edge.right}"></path>
    <text x=${width - edge.right} y=${at - 6} text-anchor="end">${view.say('page.tools.history.target', {value: figure_text(view, {...target, value: target.target})})}</text></g>` as TemplateResult;
}

/** A step for each month; a month that was not kept leaves a gap. */
function path_of(places: Place[], y: (value: number) => number, step: number): string {
  let path = '';
  let broken = true;
  for (const {x, figure} of places) {
    const value = middle(figure);
    if (value !== undefined) path += `${broken ? 'M' : 'L'}${x - step / 2} ${y(value)}H${x + step / 2}`;
    broken = value === undefined;
  }
  return path;
}

function chart(view: View, months: Snapshot[], line: Line, width: number): TemplateResult {
  const all = months_of(months[0]?.month ?? '', months.at(-1)?.month ?? '');
  const step = (width - edge.left - edge.right) / Math.max(all.length, 1);
  const places = all.map((month, at): Place => {
    const snapshot = months.find((item) => item.month === month);
    return {x: edge.left + step * (at + 0.5), month, figure: snapshot && figure_at(snapshot, line)};
  });
  const known = places.filter(({figure}) => middle(figure) !== undefined);
  const target = [...known].reverse().find(({figure}) => figure?.target !== undefined)?.figure;
  const y = scale([...known.map(({figure}) => middle(figure) ?? 0), ...(target?.target === undefined ? [] : [target.target])]);
  const every = Math.max(1, Math.ceil(label_px / step));
  const labelled = (at: number) => (all.length - 1 - at) % every === 0;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    ${target_line(view, target, y, width)}<path class="line" d=${path_of(places, y, step)}></path>
    ${places.map(({x, month, figure}, at) => svg`${middle(figure) === undefined ? nothing : svg`<circle cx=${x} cy=${y(middle(figure) ?? 0)} r="4"></circle>
        ${labelled(at) ? svg`<text class="value" x=${x} y=${y(middle(figure) ?? 0) - 10} text-anchor="middle">${figure_text(view, figure)}</text>` : nothing}`}
      ${labelled(at) ? svg`<text x=${x} y=${height - 8} text-anchor="middle">${month.endsWith('-01') || at === 0 ? month : view.format.short_month(month)}</text>` : nothing}`)}
  </svg>`;
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
export function history(view: View, months: Snapshot[], wanted: Line | undefined, width: number, actions: HistoryActions): TemplateResult {
  const {say} = view;
  const lines = lines_of(months);
  const line = lines.find((item) => wanted && mark(item) === mark(wanted)) ?? lines[0];
  const editions = new Set(months.map(({edition}) => edition));
  const has_verdict = months.some(({verdict}) => verdict);
  return html`${line ? html`
      ${lines.length > 1 ? html`<label class="label"><span class="aside">${say('page.tools.history.show')}</span><select class="entry" name="line" @change=${(event: Event) => {
        const chosen = lines[Number((event.target as HTMLSelectElement).value)];
        if (chosen) actions.choose(chosen);
      }}>${lines.map((item, at) => html`<option value=${at} .selected=${item === line}>${line_name(view, item)}</option>`)}</select></label>` : nothing}
      <p class="question">${title(view, months, line)}</p>${chart(view, months, line, width)}` : nothing}
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
