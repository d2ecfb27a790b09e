/** The kinds of fields a form is made of: number, yes or no, a verdict, a date, a word from a list. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {as_percent, number_of, pair_of} from '../exact';
import {icon, type Icon} from '../icons';
import type {ProfileField} from '../document';
import type {Metric} from '../program';
import {input_name} from '../state';
import {list_of, problems_at, text_of, type View} from '../view';

/** An id for an element that belongs to a field. */
const id_of = (key: string, part: string) => `${part}-${key.replaceAll('.', '-')}`;

const typed_text = (event: globalThis.Event) => (event.target as HTMLInputElement).value;

interface Frame {
  key: string;
  label: string;
  control: TemplateResult;
  /** The label belongs to one input (else the control is a group that it names). */
  single: boolean;
  /** The input's id, where the key alone does not say it. */
  id?: string;
  about?: TemplateResult;
  /** More fields below this one, opened by a button. */
  more?: More;
  hint?: unknown;
}

export interface More {
  name: string;
  body: () => TemplateResult;
}

/** What stands in the button begins its name: a voice command says what it reads. */
function toggle_button(view: View, mark: string, name: string, picture: Icon, word = ''): TemplateResult {
  return html`<button type="button" class="toggle" aria-expanded=${view.open.has(mark)} aria-label=${name} title=${name}
    @click=${() => view.actions.toggle(mark)}>${icon(picture)}${word}</button>`;
}

/** A label, a control, and below them what is wrong and what it is. */
export function frame(view: View, {key, label, control, single, id = id_of(key, 'in'), about, more, hint}: Frame): TemplateResult {
  const problems = problems_at(view, key);
  const title = single
    ? html`<label class="name" for=${id}>${label}</label>`
    : html`<span class="name" id=${id_of(key, 'label')}>${label}</span>`;
  return html`<div class="field ${problems.length ? 'bad' : ''}">
    <div class="line"><span class="title">${title}
      ${about ? toggle_button(view, `about ${key}`, view.say('page.field.about', {name: label}), 'info') : nothing}
      ${more ? toggle_button(view, `more ${key}`, list_of(view, [view.say('page.months.numbers'), label, more.name]), 'edit', view.say('page.months.numbers')) : nothing}</span>${control}</div>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    <div id=${id_of(key, 'error')} class="errors">${problems.map((text) => html`<p class="error">${icon('alert')}<span>${text}</span></p>`)}</div>
    ${about && view.open.has(`about ${key}`) ? html`<div class="about">${about}</div>` : nothing}
    ${more && view.open.has(`more ${key}`) ? html`<div class="more">${more.body()}</div>` : nothing}
  </div>`;
}

export interface NumberField {
  key: string;
  label: string;
  /** What stands behind the number. */
  unit?: string;
  /** A rate: typed in percent or as counts. */
  rate?: boolean;
  placeholder?: string;
  about?: TemplateResult;
  hint?: unknown;
}

/** A rate is shown in percent, as the back office does; other spellings stay as they were typed. */
export function shown(text: string, rate: boolean): string {
  if (!rate) return text;
  return text.endsWith('%') ? text.slice(0, -1) : (as_percent(text) ?? text);
}

export const stored = (text: string, rate: boolean) => (rate && number_of(text) ? `${text}%` : text);

/** Phone keypads for decimals have no slash: this button types it. */
function slash_button(view: View, key: string): TemplateResult {
  return html`<button type="button" class="slash" title=${view.say('page.field.as_counts')} aria-label=${view.say('page.field.as_counts')}
    @click=${(event: globalThis.Event) => {
      const input = (event.currentTarget as HTMLElement).parentElement?.querySelector('input');
      if (!input) return;
      input.value = `${input.value}/`;
      view.actions.type(key, input.value);
      input.focus();
    }}>${view.say('page.field.counts_mark')}</button>`;
}

export function number_field(view: View, field: NumberField): TemplateResult {
  const {key, rate = false} = field;
  const text = view.fields.get(key) ?? '';
  const as_counts = rate && pair_of(text) !== undefined;
  const unit = as_counts ? '' : rate ? view.say('unit.rate') : (field.unit ?? '');
  const control = html`<span class="box ${rate ? 'rate' : ''}">
    <input id=${id_of(key, 'in')} name=${input_name(key)} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      .value=${live(shown(text, rate))} placeholder=${field.placeholder ?? ''}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby="${unit ? id_of(key, 'unit') : ''} ${id_of(key, 'error')}"
      @input=${(event: globalThis.Event) => view.actions.type(key, stored(typed_text(event), rate))}
      @change=${(event: globalThis.Event) => view.actions.commit(key, stored(typed_text(event).trim(), rate))}>
    ${unit ? html`<span class="unit" id=${id_of(key, 'unit')}>${unit}</span>` : nothing}
    ${rate && !text.includes('/') ? slash_button(view, key) : nothing}
  </span>`;
  return frame(view, {...field, control, single: true});
}

export interface ChoiceField {
  key: string;
  label: string;
  options: [value: string, label: string][];
  about?: TemplateResult;
  more?: More;
  hint?: unknown;
  /** The options are long. */
  wide?: boolean;
}

/** A few answers side by side; the last one takes the answer back. */
export function segments(view: View, field: ChoiceField): TemplateResult {
  const {key, options} = field;
  const now = view.fields.get(key) ?? '';
  const control = html`<span class="segments" role="radiogroup" aria-labelledby=${id_of(key, 'label')} aria-describedby=${id_of(key, 'error')}>
    ${options.map(([value, label]) => html`<label class="segment ${value || 'open'}">
      <input type="radio" name=${input_name(key)} value=${value} .checked=${live(now === value)}
        @change=${() => view.actions.commit(key, value)}><span>${label}</span></label>`)}
  </span>`;
  return frame(view, {...field, control, single: false});
}

export function select_field(view: View, field: ChoiceField): TemplateResult {
  const {key, options} = field;
  const now = view.fields.get(key) ?? '';
  const all = options.some(([value]) => value === now) ? options : [...options, [now, now] as const];
  const control = html`<span class="box ${field.wide ? 'word' : ''}"><select id=${id_of(key, 'in')} name=${input_name(key)}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @change=${(event: globalThis.Event) => view.actions.commit(key, (event.target as HTMLSelectElement).value)}>
    ${all.map(([value, label]) => html`<option value=${value} .selected=${value === now}>${label}</option>`)}
  </select></span>`;
  return frame(view, {...field, control, single: true});
}

export interface DateField {
  key: string;
  label: string;
  proposed?: string;
  hint?: unknown;
}

/** Without a day of its own a field shows the page's proposal. Several days stand in one text, with commas between. */
export function date_field(view: View, field: DateField, place?: number): TemplateResult {
  const {key} = field;
  const text = view.fields.get(key) ?? field.proposed ?? '';
  const days = text.split(',');
  const commit = (day: string) => (place === undefined ? day : [...days.slice(0, place), day, ...days.slice(place + 1)].filter(Boolean).join());
  const id = id_of(key, place ? `in${place}` : 'in');
  const control = html`<span class="box date"><input id=${id} name=${input_name(key)} type="date" .value=${live(place === undefined ? text : (days[place] ?? ''))}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @change=${(event: globalThis.Event) => view.actions.commit(key, commit(typed_text(event)))}></span>`;
  return frame(view, {...field, control, single: true, ...(place ? {id} : {})});
}

/** How many words a list may have before it is searched by typing. */
export const most_options = 24;

export interface WordField {
  key: string;
  label: string;
  options: [word: string, name: string][];
}

/** One of many words: typed, with the words proposed that contain what was typed, in either language. */
function searched_field(view: View, {key, label, options}: WordField): TemplateResult {
  const text = view.fields.get(key) ?? '';
  const known = options.find(([word]) => word === text);
  const list = id_of(key, 'list');
  // Only a finished word is taken, so the page must not put the last one back while another is typed.
  const commit = (typed: string) => {
    const word = options.find(([, name]) => name === typed)?.[0] ?? typed;
    view.actions.commit(key, word);
    return word;
  };
  const control = html`<span class="box word"><input id=${id_of(key, 'in')} name=${input_name(key)} type="text" list=${list} autocomplete="off" .value=${text}
      placeholder=${view.say('page.field.search', {count: options.length})}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @change=${(event: globalThis.Event) => ((event.target as HTMLInputElement).value = commit(typed_text(event).trim()))}></span>
    <datalist id=${list}>${options.map(([word, name]) => html`<option value=${word}>${name === word ? nothing : name}</option>`)}</datalist>`;
  const hint = !text ? undefined : !known ? view.say('page.field.not_in_table') : known[1] === text ? undefined : known[1];
  return frame(view, {key, label, control, single: true, hint});
}

export function word_field(view: View, field: WordField): TemplateResult {
  if (field.options.length > most_options) return searched_field(view, field);
  return select_field(view, {...field, options: [['', view.say('page.not_given')], ...field.options], wide: true});
}

/** What can be said about a field, once its script is there. */
function about(view: View, what: Metric | ProfileField): {about?: TemplateResult} {
  const found = view.background?.about(view, what);
  return found ? {about: found} : {};
}

/** The field of one metric; `prefix` is `m.` or that of a month or check. */
export function metric_field(view: View, metric: Metric, prefix = 'm.'): TemplateResult {
  const {say} = view;
  const key = prefix + metric.id;
  const base = {key, label: text_of(view, metric.title), ...about(view, metric), hint: view.background?.as_rate(view, key, metric)};
  if (metric.kind === 'flag') {
    return segments(view, {...base, options: [['yes', say('page.yes')], ['no', say('page.no')], ['', say('page.not_given')]]});
  }
  const none = view.fields.get(key) === 'none';
  const field = number_field(view, {...base, rate: metric.kind === 'rate', unit: say.of('unit', metric.unit)});
  if (!metric.no_score) return field;
  return html`${none ? nothing : field}
    <label class="tick"><input type="checkbox" name="${input_name(key)}.no_score" .checked=${live(none)}
      @change=${(event: globalThis.Event) => view.actions.commit(key, (event.target as HTMLInputElement).checked ? 'none' : '')}>
      <span>${say('page.field.no_score')}<span class="visually-hidden"> ${base.label}</span></span></label>`;
}

/** The program's own figure, as the field that may replace it shows it. */
export function proposal(view: View, {proposed, rate}: {proposed?: ProfileField['proposed']; rate: boolean}): string {
  if (proposed === undefined) return '';
  if (proposed === 'table') return view.say('page.field.from_table');
  if (typeof proposed === 'object') return `${proposed.num}/${proposed.den}`;
  return rate ? view.format.percent(proposed).replace(/\s?%/, '') : view.format.number(proposed);
}

/** A shop's own number. */
export function profile_field(view: View, field: ProfileField, prefix = 'p.'): TemplateResult {
  return number_field(view, {
    key: prefix + field.path, label: text_of(view, field.title), rate: field.rate, unit: view.say.of('unit', field.unit), placeholder: proposal(view, field),
    ...about(view, field),
  });
}
