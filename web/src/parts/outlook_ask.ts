/** What the seller sets for a forecast: how far, with or without chances, what changes, a table of days. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {metric_of} from '../document';
import {icon} from '../icons';
import {changes_of, days_of, horizons, is_fed, kinds, next_key, run_counts, runs_of, type Change, type Kind} from '../outlook_request';
import type {OutlookView} from '../outlook_view';
import type {TextKey} from '../texts';
import {problem_text, text_of} from '../view';
import {shown, stored} from './fields';

const kind_names: Record<Kind, TextKey> = {
  orders: 'page.forecast.kind_orders', times: 'page.forecast.kind_times', bad: 'page.forecast.kind_bad', value: 'page.forecast.kind_value', known: 'page.forecast.kind_known',
};
const number_names: Record<Kind, TextKey> = {
  orders: 'page.forecast.times', times: 'page.forecast.times', bad: 'page.forecast.count', value: 'page.forecast.value', known: 'page.forecast.count',
};

const typed_text = (event: globalThis.Event) => (event.target as HTMLInputElement).value;

const problems = (view: OutlookView, key: string) => view.troubles.filter((trouble) => trouble.key === key).map(({issue}) => problem_text(view, issue, key));

const id_of = (key: string) => key.replaceAll('.', '-');

/** A field with its label above it, and what is wrong with it below. */
function field(view: OutlookView, key: string, label: string, box: (id: string, bad: boolean) => TemplateResult, wide = false): TemplateResult {
  const wrong = problems(view, key);
  return html`<div class="ask ${wide ? 'wide' : ''} ${wrong.length ? 'bad' : ''}"><label for=${id_of(key)}>${label}</label>${box(id_of(key), wrong.length > 0)}
    <div class="errors" id="${id_of(key)}-error">${wrong.map((text) => html`<p class="error">${icon('alert')}<span>${text}</span></p>`)}</div></div>`;
}

function select(view: OutlookView, key: string, label: string, options: [value: string, text: string][], now: string, wide = false): TemplateResult {
  const all = options.some(([value]) => value === now) ? options : [...options, [now, now] as const];
  return field(view, key, label, (id, bad) => html`<span class="box"><select id=${id} name=${key} aria-invalid=${bad} aria-describedby="${id}-error"
    @change=${(event: globalThis.Event) => view.actions.commit(key, typed_text(event))}>${all.map(([value, text]) => html`<option value=${value} .selected=${value === now}>${text}</option>`)}</select></span>`, wide);
}

export function choices(view: OutlookView): TemplateResult {
  const {say, format, fields} = view;
  return html`<div class="asks">
    ${select(view, 'fc.days', say('page.forecast.days'), horizons.map((count) => [count, say('page.forecast.days_of', {count})]), days_of(fields))}
    ${select(view, 'fc.runs', say('page.forecast.runs'), run_counts.map((count) => [count, count === 'no' ? say('page.forecast.runs_none') : say('page.forecast.runs_of', {count: format.number(Number(count))})]), runs_of(fields))}</div>`;
}

function number_box(view: OutlookView, {key, kind, number = '', metric}: Change): TemplateResult {
  const found = kind === 'value' ? metric_of(view.document, metric ?? '') : undefined;
  const name = `${key}.n`;
  if (found?.kind === 'flag') return select(view, name, view.say('page.forecast.value'), [['', view.say('page.not_given')], ['yes', view.say('page.yes')], ['no', view.say('page.no')]], number);
  const rate = found?.kind === 'rate';
  const unit = !found ? '' : rate ? (number.includes('/') ? '' : view.say('unit.rate')) : view.say.of('unit', found.unit);
  return field(view, name, view.say(number_names[kind]), (id, bad) => html`<span class="box"><input id=${id} name=${name} type="text" inputmode="decimal" autocomplete="off" aria-invalid=${bad} aria-describedby="${id}-error"
      .value=${live(shown(number, rate))} placeholder=${kind === 'bad' || kind === 'known' ? '1' : ''}
      @input=${(event: globalThis.Event) => view.actions.type(name, stored(typed_text(event), rate))} @change=${(event: globalThis.Event) => view.actions.commit(name, stored(typed_text(event).trim(), rate))}>
    ${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}</span>`);
}

function day_box(view: OutlookView, key: string, label: string, now: string | undefined): TemplateResult {
  return field(view, key, label, (id, bad) => html`<span class="box date"><input id=${id} name=${key} type="date" .value=${live(now ?? '')} aria-invalid=${bad} aria-describedby="${id}-error"
    @change=${(event: globalThis.Event) => view.actions.commit(key, typed_text(event))}></span>`);
}

function metric_box(view: OutlookView, {key, kind, metric = ''}: Change): TemplateResult {
  const list = kind === 'bad' || kind === 'known' ? view.eventful : view.changeable.filter((item) => kind === 'value' || item.kind !== 'flag');
  return select(view, `${key}.metric`, view.say('page.forecast.metric'), [['', view.say('page.forecast.choose')], ...list.map((item): [string, string] => [item.id, text_of(view, item.title)])], metric, true);
}

/** The parts that another kind of change does not have go with it. */
function change_kind(view: OutlookView, {key}: Change, kind: string): void {
  const next = new Map([...view.fields].filter(([name]) => !name.startsWith(`${key}.`)));
  view.actions.set(next.set(`${key}.kind`, kind));
}

function change_row(view: OutlookView, change: Change, at: number): TemplateResult {
  const {say, fields} = view;
  const {key, kind, metric, from, to} = change;
  const name = say('page.forecast.change', {number: at + 1});
  const is_flag = metric_of(view.document, metric ?? '')?.kind === 'flag';
  const is_event = kind === 'bad' || kind === 'known';
  const kind_box = field(view, `${key}.kind`, say('page.forecast.kind'), (id, bad) => html`<span class="box"><select id=${id} name="${key}.kind" aria-invalid=${bad} aria-describedby="${id}-error"
    @change=${(event: globalThis.Event) => change_kind(view, change, typed_text(event))}>${kinds.map((value) => html`<option value=${value} .selected=${value === kind}>${say(kind_names[value])}</option>`)}</select></span>`, true);
  return html`<fieldset class="change" data-change=${key}><legend>${name}</legend><div class="asks">
      ${kind_box}${kind === 'orders' ? nothing : metric_box(view, change)}${is_event && is_flag ? nothing : number_box(view, change)}
      ${day_box(view, `${key}.from`, say(is_event ? 'page.forecast.on' : 'page.forecast.from'), from)}${is_event ? nothing : day_box(view, `${key}.to`, say('page.forecast.to'), to)}</div>
    <button type="button" class="link remove" aria-label=${say('page.forecast.remove_of', {name})} @click=${() => view.actions.remove([...fields.keys()].filter((item) => item.startsWith(`${key}.`)))}>${say('page.forecast.remove')}</button></fieldset>`;
}

/** Whether a metric follows the score that the same store has by another program. */
export function feeding(view: OutlookView): TemplateResult[] {
  const {say, lang, fields, feeds, document, actions} = view;
  return feeds.map(({metric, loaded}) => html`<label class="tick"><input type="checkbox" name="fc.feed" .checked=${live(is_fed(fields))} aria-describedby="fc-feed-error"
      @change=${(event: globalThis.Event) => actions.commit('fc.feed', (event.target as HTMLInputElement).checked ? '' : 'no')}>
    <span>${say('page.forecast.feed', {metric: text_of(view, metric_of(document, metric)?.title), program: loaded.document.title[lang] ?? ''})}</span></label>
    <div class="errors" id="fc-feed-error">${problems(view, 'fc.feed').map((text) => html`<p class="error">${icon('alert')}<span>${text}</span></p>`)}</div>`);
}

export const add_change = (view: OutlookView, kind: Kind) => view.actions.commit(`${next_key(view.fields)}.kind`, kind);

export function changes(view: OutlookView): TemplateResult {
  const {say, fields} = view;
  const all = changes_of(fields);
  return html`<div class="changes-to-come">${all.length ? all.map((change, at) => change_row(view, change, at)) : html`<p class="hint" data-testid="as-today">${say('page.forecast.as_today')}</p>`}
    <div class="buttons"><button type="button" class="quiet" data-action="add-change" @click=${() => add_change(view, 'orders')}>${say('page.forecast.add')}</button></div></div>`;
}

const mark = 'fold history';

/** The days that the seller has: pasted or out of a file. They stay on the page, and in no link. What is being typed outlives a result that comes meanwhile. */
export function history_fold(view: OutlookView): TemplateResult {
  const {say, actions, open, history, set_history} = view;
  const wrong = problems(view, 'fc.history');
  const example = view.document.metrics.find(({kind}) => kind === 'rate')?.id ?? view.document.metrics[0]?.id ?? '';
  return html`<details class="fold" data-fold="history" ?open=${open.has(mark)} @toggle=${(event: globalThis.Event) => actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${say('page.forecast.history')}</span>${history ? html`<span class="fold-note">${say('page.forecast.history_rows', {count: history.trim().split('\n').length - 1})}</span>` : nothing}</summary>
    <div class="fold-body"><p class="hint" id="history-hint">${say('page.forecast.history_hint', {columns: `date,${example}.num,${example}.den`})}</p>
      <label class="ask ${wrong.length ? 'bad' : ''}"><span>${say('page.forecast.history_table')}</span><textarea name="fc.history" rows="5" spellcheck="false" aria-invalid=${wrong.length > 0} aria-describedby="history-hint history-error" .value=${history}
        @change=${(event: globalThis.Event) => set_history(typed_text(event))}></textarea></label>
      <div class="errors" id="history-error">${wrong.map((text) => html`<p class="error">${icon('alert')}<span>${text}</span></p>`)}</div>
      <div class="buttons"><label class="quiet file">${say('page.forecast.history_file')}<input class="visually-hidden" type="file" name="fc.history.file" accept=".csv,.tsv,.txt,text/csv" @change=${(event: globalThis.Event) => {
        const input = event.target as HTMLInputElement;
        void input.files?.[0]?.text().then(set_history);
        input.value = '';
      }}></label>${history ? html`<button type="button" class="quiet" @click=${() => set_history('')}>${say('page.forecast.history_clear')}</button>` : nothing}</div></div></details>`;
}
