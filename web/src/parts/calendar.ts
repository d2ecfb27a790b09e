/** The calendar: phases as a strip with their months. What happens on which day stands in course.ts. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Timeline} from '../calculation';
import {is_same_phase, phase_of, verdict_text} from '../cycle';
import type {MonthResult, Phase} from '../generated/shopgauge';
import {icon, verdict_icon} from '../icons';
import {card, list_of, told, type View} from '../view';
import {phase_name} from './months';

function dates(view: View, phase: Phase): string {
  const {format, say} = view;
  return phase.to === null
    ? say('page.calendar.open', {from: format.date(phase.from)})
    : say('page.calendar.span', {from: format.date(phase.from), to: format.date(phase.to)});
}

/** A press brings the reader to the month's row in the form, where it is set or judged by its numbers. */
function month_cell(view: View, month: MonthResult, now: string | undefined): TemplateResult {
  const current = now?.startsWith(month.month) ?? false;
  return html`<li class="cell ${month.verdict} ${current ? 'now' : ''}" aria-current=${current ? 'date' : nothing}>
    <button type="button" class="cell-open" data-cell=${month.month} title=${view.say('page.calendar.set', {month: view.format.month(month.month)})} @click=${() => view.actions.go_to_field(`mo.${month.month}`)}>
      <span class="cell-month">${view.format.short_month(month.month)}</span>
      ${verdict_icon(month.verdict)}
      <span class="cell-word">${verdict_text(view, month.verdict, month.month)}</span>
    </button>
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
  // What is half in sight stays so by itself when Tab comes to it; under a mouse nothing may move.
  const show = ({target}: FocusEvent) => (target as HTMLElement).matches(':focus-visible') && (target as HTMLElement).scrollIntoView({block: 'nearest', inline: 'nearest'});
  return html`<ol class="strip" tabindex="0" aria-label=${view.say('page.calendar.strip')} @focusin=${show}>
    ${timeline.phases.map((phase): [Phase, MonthResult[]] => [phase, months_in(timeline, phase)]).map(([phase, months]) => html`<li class="phase ${phase.phase}" data-phase=${phase.phase} data-from=${phase.from} data-to=${phase.to ?? ''}>
      <p class="phase-name">${phase_name(view, phase)}</p>
      <p class="phase-dates">${told(view, `phase.${phase_of(view.document, phase)?.id}`, dates(view, phase))}</p>
      ${months.length ? html`<ul class="cells">${months.map((month) => month_cell(view, month, now))}</ul>` : html`<p class="cells none">${without_months(view, phase)}</p>`}
    </li>`)}
  </ol>`;
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
  return card('calendar', title, strip(view, timeline), old_timeline ? 'old' : '');
}
