/** The calendar: phases as a strip with their months, and what happens on which day, on whose word. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Timeline} from '../calculation';
import {enrolment} from '../document';
import type {Event, MonthResult, Phase} from '../generated/shopgauge';
import {icon, verdict_icon} from '../icons';
import {card, document_text, list_of, type View} from '../view';
import {phase_name, runs} from './months';

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

/** Each phase with the months that it judges; months come in the order of the phases. */
function phase_months(timeline: Timeline): [Phase, MonthResult[]][] {
  const rest = runs(timeline.months);
  return timeline.phases.map((phase) => {
    const next = rest[0]?.[0];
    const own = next?.phase === phase.phase && next.cycle === phase.cycle ? rest.shift() : undefined;
    return [phase, own ?? []];
  });
}

function strip(view: View, timeline: Timeline): TemplateResult {
  const now = timeline.standing?.date;
  return html`<ol class="strip" tabindex="0" aria-label=${view.say('page.calendar.strip')}>
    ${phase_months(timeline).map(([phase, months]) => html`<li class="phase ${phase.phase}" data-phase=${phase.phase} data-from=${phase.from} data-to=${phase.to ?? ''}>
      <p class="phase-name">${phase_name(view, phase.phase, phase.cycle)}</p>
      <p class="phase-dates">${dates(view, phase)}</p>
      ${months.length ? html`<ul class="cells">${months.map((month) => month_cell(view, month, now))}</ul>` : html`<p class="cells none">${view.say('page.calendar.not_judged')}</p>`}
    </li>`)}
  </ol>`;
}

function event_row(view: View, event: Event): TemplateResult {
  const {say} = view;
  const kind = bad_events.includes(event.event) ? 'fail' : warning_events.includes(event.event) ? 'near' : 'pass';
  const to = event.to ? document_text(view, 'store_type', event.to) : '';
  return html`<li class="event ${kind}" data-event=${event.event} data-date=${event.date}>
    ${icon(kind === 'fail' ? 'cross' : kind === 'near' ? 'alert' : 'check')}
    <div><p class="event-head"><strong>${say.of('event', event.event)}${to ? html` → ${to}` : nothing}</strong><span class="event-date num">${view.format.date(event.date)}</span></p>
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

/** The dates that the chosen way to describe the store still lacks. */
function waiting(view: View): TemplateResult {
  const fields = enrolment(view.document).entries[view.entry]?.fields ?? [];
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
  return card('calendar', title, html`${strip(view, timeline)}${events(view, timeline)}`, old_timeline ? 'old' : '');
}
