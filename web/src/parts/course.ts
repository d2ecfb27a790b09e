/** What happens on which day, and on whose word: the checks and the events of the calendar. */
import {html, nothing, type TemplateResult} from 'lit';
import {check_of, verdict_text} from '../cycle';
import type {CheckResult, Event} from '../generated/shopgauge';
import {icon, verdict_icon} from '../icons';
import {card, document_text, list_of, text_of, told, word_name, type View} from '../view';
import {comparison, finding_row} from './findings';

const bad_events = ['downgrade_notice', 'downgraded', 'supervised', 'removed', 'restricted'];
const warning_events = ['warned', 'at_risk', 'removal_possible', 'rectification_started', 'improvement_plan'];

function event_row(view: View, event: Event, at: number): TemplateResult {
  const {say} = view;
  const kind = bad_events.includes(event.event) ? 'fail' : warning_events.includes(event.event) ? 'near' : 'pass';
  const to = event.to ? word_name(view, 'store_type', event.to) : '';
  const areas = list_of(view, (event.areas ?? []).map((area) => document_text(view, 'area', area)));
  return html`<li class="event ${kind}" data-event=${event.event} data-date=${event.date}>
    ${icon(kind === 'fail' ? 'cross' : kind === 'near' ? 'alert' : 'check')}
    <div><p class="event-head"><strong>${say.of('event', event.event)}${to ? html` → ${to}` : nothing}</strong><span class="event-date num">${told(view, `event.${at}`, view.format.date(event.date))}</span></p>
    ${event.amount === undefined ? nothing : html`<p class="num">${say('page.calendar.amount', {amount: view.format.number(event.amount)})}</p>`}
    ${areas ? html`<p>${say('page.calendar.areas', {areas})}</p>` : nothing}
    <p class="event-rule">${document_text(view, 'rule', event.rule)} <span class="tag">${say.of('provenance', event.status)}</span></p></div>
  </li>`;
}

/** The calendar of this store, where there is one. */
const timeline_of = ({calculation, document}: View) => (document.cycle && calculation.timeline?.status !== 'not_applicable' ? calculation.timeline : undefined);

const old = ({calculation}: View) => (calculation.old_timeline ? 'old' : '');

export function events(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const timeline = timeline_of(view);
  if (!timeline) return nothing;
  return card('events', say('page.calendar.events'), timeline.events.length
    ? html`<ol class="events">${timeline.events.map((event, at) => event_row(view, event, at))}</ol>`
    : html`<p class="hint">${say('page.calendar.no_events')}</p>`, old(view));
}

/** What stands of a check: judged, or its sum so far. */
function check_row(view: View, check: CheckResult): TemplateResult {
  const {say} = view;
  const rule = check_of(view.document, check.standard);
  const metric = view.document.standards?.find(({id}) => id === rule?.judge[0])?.metric ?? '';
  const {wanted, seen} = comparison(view, {...check, id: metric});
  return html`<li class="finding ${check.verdict}" data-check=${check.standard} data-date=${check.date}>${verdict_icon(check.verdict)}
    <div><p class="event-head"><strong>${text_of(view, rule?.title)}</strong><span class="event-date num">${told(view, `check.${check.standard}`, view.format.date(check.date))}</span></p>
    <p>${[verdict_text(view, check.verdict, check.date), ...seen, ...(check.so_far === undefined ? [] : [say('page.checks.so_far', {value: view.format.number(check.so_far)})]),
      ...(check.standards ? [] : [wanted])].filter(Boolean).join(' · ')}</p>
    ${check.standards ? html`<ul class="findings">${check.standards.map((finding) => finding_row(view, finding))}</ul>` : nothing}</div></li>`;
}

export function checks(view: View): TemplateResult | typeof nothing {
  const timeline = timeline_of(view);
  if (!timeline?.checks.length) return nothing;
  return card('checks', view.say('page.checks.title'), html`<ul class="findings">${timeline.checks.map((check) => check_row(view, check))}</ul>`, old(view));
}
