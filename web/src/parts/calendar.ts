/** The calendar: phases as a strip with their months, and what happens on which day, on whose word. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Timeline} from '../calculation';
import {check_of, is_same_phase, phase_of} from '../cycle';
import type {CheckResult, Event, MonthResult, Phase} from '../generated/shopgauge';
import {icon, verdict_icon} from '../icons';
import {card, document_text, list_of, text_of, word_name, type View} from '../view';
import {phase_name} from './months';
import {comparison, finding_row} from './reasons';

const bad_events = ['downgrade_notice', 'downgraded', 'supervised', 'removed', 'restricted'];
const warning_events = ['warned', 'at_risk', 'removal_possible', 'rectification_started', 'improvement_plan'];

function dates(view: View, phase: Phase): string {
  const {format, say} = view;
  return phase.to === null
    ? say('page.calendar.open', {from: format.date(phase.from)})
    : say('page.calendar.span', {from: format.date(phase.from), to: format.date(phase.to)});
}

function month_cell(view: View, month: MonthResult, now: string | undefined): TemplateResult {
  const current = now?.startsWith(month.month) ?? false;
  return html`<li class="cell ${month.verdict} ${current ? 'now' : ''}" aria-current=${current ? 'date' : nothing}>
    <span class="cell-month">${view.format.short_month(month.month)}</span>
    ${verdict_icon(month.verdict)}
    <span class="cell-word">${view.say.of('verdict', month.verdict)}</span>
  </li>`;
}

/** Two neighbouring phases may share a name: a month belongs to the one whose days it lies in. */
const months_in = (timeline: Timeline, phase: Phase) => timeline.months.filter((month) =>
  is_same_phase(month, phase) && month.month >= phase.from.slice(0, 7) && (phase.to === null || month.month <= phase.to.slice(0, 7)));

/** What stands where a phase has no judged months. */
const without_months = (view: View, phase: Phase) =>
  view.say(phase_of(view.document, phase)?.checks?.length ? 'page.calendar.by_check' : 'page.calendar.not_judged');

function strip(view: View, timeline: Timeline): TemplateResult {
  const now = timeline.standing?.date;
  return html`<ol class="strip" tabindex="0" aria-label=${view.say('page.calendar.strip')}>
    ${timeline.phases.map((phase): [Phase, MonthResult[]] => [phase, months_in(timeline, phase)]).map(([phase, months]) => html`<li class="phase ${phase.phase}" data-phase=${phase.phase} data-from=${phase.from} data-to=${phase.to ?? ''}>
      <p class="phase-name">${phase_name(view, phase)}</p>
      <p class="phase-dates">${dates(view, phase)}</p>
      ${months.length ? html`<ul class="cells">${months.map((month) => month_cell(view, month, now))}</ul>` : html`<p class="cells none">${without_months(view, phase)}</p>`}
    </li>`)}
  </ol>`;
}

function event_row(view: View, event: Event): TemplateResult {
  const {say} = view;
  const kind = bad_events.includes(event.event) ? 'fail' : warning_events.includes(event.event) ? 'near' : 'pass';
  const to = event.to ? word_name(view, 'store_type', event.to) : '';
  const areas = list_of(view, (event.areas ?? []).map((area) => document_text(view, 'area', area)));
  return html`<li class="event ${kind}" data-event=${event.event} data-date=${event.date}>
    ${icon(kind === 'fail' ? 'cross' : kind === 'near' ? 'alert' : 'check')}
    <div><p class="event-head"><strong>${say.of('event', event.event)}${to ? html` → ${to}` : nothing}</strong><span class="event-date num">${view.format.date(event.date)}</span></p>
    ${event.amount === undefined ? nothing : html`<p class="num">${say('page.calendar.amount', {amount: view.format.number(event.amount)})}</p>`}
    ${areas ? html`<p>${say('page.calendar.areas', {areas})}</p>` : nothing}
    <p class="event-rule">${document_text(view, 'rule', event.rule)} <span class="tag">${say.of('provenance', event.status)}</span></p></div>
  </li>`;
}

function events(view: View, timeline: Timeline): TemplateResult {
  const {say} = view;
  return html`<h3>${say('page.calendar.events')}</h3>
    ${timeline.events.length
      ? html`<ol class="events">${timeline.events.map((event) => event_row(view, event))}</ol>`
      : html`<p class="hint">${say('page.calendar.no_events')}</p>`}`;
}

/** What stands of a check: judged, or its sum so far. */
function check_row(view: View, check: CheckResult): TemplateResult {
  const {say} = view;
  const rule = check_of(view.document, check.standard);
  const metric = view.document.standards?.find(({id}) => id === rule?.judge[0])?.metric ?? '';
  const {wanted, seen} = comparison(view, {...check, id: metric});
  return html`<li class="finding ${check.verdict}" data-check=${check.standard} data-date=${check.date}>${verdict_icon(check.verdict)}
    <div><p class="event-head"><strong>${text_of(view, rule?.title)}</strong><span class="event-date num">${view.format.date(check.date)}</span></p>
    <p>${[say.of('verdict', check.verdict), ...seen, ...(check.so_far === undefined ? [] : [say('page.checks.so_far', {value: view.format.number(check.so_far)})]),
      ...(check.standards ? [] : [wanted])].filter(Boolean).join(' · ')}</p>
    ${check.standards ? html`<ul class="findings">${check.standards.map((finding) => finding_row(view, finding))}</ul>` : nothing}</div></li>`;
}

function checks(view: View, timeline: Timeline): TemplateResult | typeof nothing {
  if (!timeline.checks.length) return nothing;
  return html`<h3>${view.say('page.checks.title')}</h3><ul class="findings">${timeline.checks.map((check) => check_row(view, check))}</ul>`;
}

/** The dates that the chosen way to describe the store still lacks. */
function waiting(view: View): TemplateResult {
  const fields = view.document.cycle?.entries[view.entry]?.fields ?? [];
  const names = list_of(view, fields.filter((field) => !view.fields.has(`e.${field}`)).map((field) => view.say.of('enrolment', field)));
  return html`<p class="hint waits">${icon('calendar')}<span>${view.say('page.calendar.waits', {names})}</span></p>`;
}

export function calendar(view: View): TemplateResult | typeof nothing {
  const {say, calculation} = view;
  if (!view.document.cycle) return nothing;
  const {timeline, old_timeline, waits} = calculation;
  const title = say('page.calendar.title');
  if (!timeline || timeline.status === 'not_applicable') {
    return waits ? card('calendar', title, waiting(view)) : nothing;
  }
  return card('calendar', title, html`${strip(view, timeline)}${checks(view, timeline)}${events(view, timeline)}`, old_timeline ? 'old' : '');
}
