/** A month under way: what its remaining days must bring, and the proof where they cannot. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskView} from '../desk_view';
import {metric_of} from '../document';
import type {PeriodMetric} from '../generated/shopgauge';
import {icon, type Icon} from '../icons';
import {name_of} from '../view';
import {now_text, value_text} from './amounts';
import {warning_of_orders} from './orders_warning';
import {shortfall_text} from './shortfall';

const mark = 'fold month';
const pictures: Record<PeriodMetric['status'], Icon> = {secure: 'check', open: 'dots', lost: 'cross'};
const words: Record<PeriodMetric['status'], string> = {secure: 'true', open: 'undetermined', lost: 'false'};

function rest_text(view: DeskView, {metric, operator, status, rest, ends_at}: PeriodMetric): string {
  const {say, format} = view;
  const show = (value: number) => value_text(view, metric, value);
  const most = operator === 'at_most' || operator === 'below';
  if (status === 'secure') return say('page.do.rest_secure');
  if (status === 'lost') return ends_at === undefined ? say('page.do.rest_lost') : say('page.do.rest_ends', {value: show(ends_at)});
  if (rest?.events !== undefined) return say(most ? 'page.do.rest_events_most' : 'page.do.rest_events_least', {count: format.number(rest.events), orders: format.number(rest.orders ?? 0)});
  if (rest?.total !== undefined) return most ? say('page.do.rest_total_most', {value: show(rest.total)}) : say('page.do.rest_total_least', {value: show(rest.total), each: show(rest.each ?? rest.total)});
  return rest?.each === undefined ? say('page.do.rest_end') : say(most ? 'page.do.rest_each_most' : 'page.do.rest_each_least', {value: show(rest.each)});
}

/** Good cases, or sales, that the days left must bring. */
const asks_for_orders = ({rest, operator}: PeriodMetric) => Boolean(rest && (rest.events !== undefined || rest.total !== undefined) && (operator === 'at_least' || operator === 'above'));

function row(view: DeskView, item: PeriodMetric): TemplateResult {
  const {metric, now, operator, target, status} = item;
  const title = item.standard !== undefined && name_of(view, item.standard) !== item.standard ? name_of(view, item.standard) : name_of(view, metric);
  return html`<li class="finding ${words[status]}" data-rest=${metric} data-status=${status}>${icon(pictures[status])}<div>
    <p class="finding-name">${title} <span class="wanted num">${view.say.of('operator', operator)} ${metric_of(view.document, metric) ? value_text(view, metric, target) : target}</span></p>
    <p class="num">${rest_text(view, item)}</p><p class="hint num">${view.say('page.observed', {value: now_text(view, metric, now)})}</p></div></li>`;
}

/** Worked out only once it is opened: the numbers may also be those of a month that is over. */
export function month_fold(view: DeskView): TemplateResult | typeof nothing {
  const {say, document, actions, open, format, goal} = view;
  if (!document.cycle || goal !== 'pass') return nothing;
  const month = open.has(mark) ? view.month() : undefined;
  return html`<details class="fold month" data-fold="month" ?open=${open.has(mark)} @toggle=${(event: globalThis.Event) => actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${say('page.do.month')}</span></summary>
    ${month === undefined ? nothing : html`<div class="fold-body" data-testid="month"><p class="hint">${say('page.do.month_hint', {from: format.date(month.from), as_of: format.date(month.as_of), days: month.days_left})}</p>
      <p class="reach ${month.reachable ? 'undetermined' : 'false'}">${icon(month.reachable ? 'info' : 'cross')}<span>${say(month.reachable ? 'page.do.month_open' : 'page.do.month_lost')}</span></p>
      ${month.reason === undefined ? nothing : html`<p>${shortfall_text(view, month.reason)}</p>`}
      ${month.metrics.some(asks_for_orders) ? warning_of_orders(view, document.notices) : nothing}
      <ul class="findings">${month.metrics.map((item) => row(view, item))}</ul></div>`}</details>`;
}
