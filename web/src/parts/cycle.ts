/** All that a document with a cycle brings to the page: a script of its own, fetched with the first such document. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Timeline} from '../calculation';
import {asks_downgrades, choices, phase_of} from '../cycle';
import type {CycleEntry} from '../program';
import {without} from '../state';
import {list_of, name_of, told, word_name, type View} from '../view';
import {fact} from './answer';
import {date_field, number_field, select_field} from './fields';
import {filled, fold} from './form';
import {phase_name} from './months';

export {calendar} from './calendar';
export {calendar_styles} from '../styles/calendar';
export {show_month} from './month_in_sight';
export {checks_list, months_list, phase_name} from './months';

const entry_name = (view: View, {fields}: CycleEntry) => list_of(view, fields.map((field) => view.say.of('enrolment', field)));

/** Another way to describe the store begins without what the others asked. */
function enter_by({fields, actions}: View, entries: CycleEntry[], entry: number): void {
  const own = new Set(entries.flatMap((item) => [...item.fields, ...Object.values(item.counts ?? {})]));
  actions.enter_by(entry, without(fields, (key) => key.startsWith('e.') && own.has(key.slice(2))));
}

function entry_choice(view: View, entries: CycleEntry[]): TemplateResult {
  return html`<div class="line"><label class="title" for="entry">${view.say('page.form.entry')}</label><span class="box word">
    <select id="entry" name="entry" @change=${(event: globalThis.Event) => enter_by(view, entries, Number((event.target as HTMLSelectElement).value))}>
      ${entries.map((entry, index) => html`<option value=${index} .selected=${view.entry === index}>${entry_name(view, entry)}</option>`)}
    </select></span></div>`;
}

/** The dates and counts that say where the store stands in its course. */
export function entry_fields(view: View): TemplateResult {
  const {say} = view;
  const entries = view.document.cycle?.entries ?? [];
  const entry = entries[view.entry];
  return html`${entries.length > 1 ? entry_choice(view, entries) : nothing}
    ${entry?.fields.map((field) => date_field(view, {key: `e.${field}`, label: say.of('enrolment', field)}))}
    ${Object.values(entry?.counts ?? {}).map((field) => number_field(view, {key: `e.${field}`, label: say.of('enrolment', field), placeholder: '0'}))}
    ${asks_downgrades(view.document) ? number_field(view, {key: 'e.downgrades', label: say('enrolment.downgrades'), placeholder: '0'}) : nothing}`;
}

/** A choice that is made on a day can be made again: a field for each day, and one more. */
function dated_choice(view: View, id: string): TemplateResult {
  const key = `ch.${id}`;
  const text = view.fields.get(key);
  const days = text ? text.split(',').length : 0;
  return html`${Array.from({length: days + 1}, (_, place) => date_field(view, {key, label: view.say.of('choice', id)}, place))}`;
}

export function choice_fields(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const found = choices(view.document);
  if (!found.length) return nothing;
  const note = filled(view, found.map(({id}) => `ch.${id}`));
  return fold(view, 'choices', say('page.form.choices'), note, html`${found.map(({id, of}) => (of
    ? select_field(view, {
        key: `ch.${id}`, label: say.of('choice', id),
        options: [['', say('page.not_given')], ...of.map((word): [string, string] => [word, word_name(view, 'store_type', word)])],
      })
    : dated_choice(view, id)))}`);
}

function deadline(view: View, timeline: Timeline): TemplateResult | typeof nothing {
  const next = timeline.standing?.deadline;
  if (!next) return nothing;
  const days = view.sent.has('date') ? [view.format.days(next.in_days)] : [];
  return fact(view.say('page.deadline'), html`${told(view, 'deadline', view.format.date(next.date))} <small>${[...days, view.say.of('deadline', next.decides)].join(' · ')}</small>`, 'deadline');
}

/** The tier of the last month that has one. */
function last_tier(view: View, {months}: Timeline): TemplateResult | typeof nothing {
  const month = months.filter(({tier}) => tier && 'id' in tier).at(-1);
  if (!month?.tier || 'possible' in month.tier) return nothing;
  return fact(view.say('page.tier'), html`${name_of(view, month.tier.id)} <small>${view.format.month(month.month)}</small>`, 'last-tier');
}

/** The timeline in a few facts. */
export function facts(view: View, timeline: Timeline, with_phase: boolean): TemplateResult | typeof nothing {
  const {say} = view;
  const standing = timeline.standing;
  if (!standing) return nothing;
  const {next} = standing;
  const rules = `phase.${phase_of(view.document, standing)?.id}`;
  return html`<dl class="facts">
    ${with_phase ? fact(say('page.phase'), told(view, rules, phase_name(view, standing)), 'phase') : nothing}
    ${standing.failures_left === undefined ? nothing : fact(say('page.failures_left'), told(view, rules, say('page.failures_count', {count: standing.failures_left})), 'failures-left')}
    ${standing.passes_needed === undefined ? nothing : fact(say('page.passes_needed'), told(view, rules, say('page.passes_count', {count: standing.passes_needed})), 'passes-needed')}
    ${last_tier(view, timeline)}
    ${deadline(view, timeline)}
    ${next ? fact(say('page.next'), html`${told(view, 'event.next', view.format.date(next.date))} <small>${say.of('event', next.event)}</small>`, 'next') : nothing}
    ${standing.store_type ? fact(say('enrolment.store_type'), word_name(view, 'store_type', standing.store_type), 'store-type') : nothing}
  </dl>`;
}
