/** The kinds of fields a form is made of: number, yes or no, a verdict, a date, a word from a list. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {as_percent, number_of, pair_of} from '../exact';
import {icon, type Icon} from '../icons';
import type {Metric} from '../program';
import {input_name} from '../state';
import {problems_at, text_of, type View} from '../view';

/** An id for an element that belongs to a field. */
const id_of = (key: string, part: string) => `${part}-${key.replaceAll('.', '-')}`;

const typed_text = (event: globalThis.Event) => (event.target as HTMLInputElement).value;

interface Frame {
  key: string;
  label: string;
  control: TemplateResult;
  /** The label belongs to one input (else the control is a group that it names). */
  single: boolean;
  about?: TemplateResult;
  /** More fields below this one, opened by a button. */
  more?: More;
  hint?: unknown;
}

export interface More {
  name: string;
  body: () => TemplateResult;
}

function toggle_button(view: View, mark: string, name: string, picture: Icon): TemplateResult {
  return html`<button type="button" class="toggle" aria-expanded=${view.open.has(mark)} aria-label=${name} title=${name}
    @click=${() => view.actions.toggle(mark)}>${icon(picture)}</button>`;
}

/** A label, a control, and below them what is wrong and what it is. */
function frame(view: View, {key, label, control, single, about, more, hint}: Frame): TemplateResult {
  const problems = problems_at(view, key);
  const title = single
    ? html`<label class="name" for=${id_of(key, 'in')}>${label}</label>`
    : html`<span class="name" id=${id_of(key, 'label')}>${label}</span>`;
  return html`<div class="field ${problems.length ? 'bad' : ''}">
    <div class="line"><span class="title">${title}
      ${about ? toggle_button(view, `about ${key}`, view.say('page.field.about', {name: label}), 'info') : nothing}
      ${more ? toggle_button(view, `more ${key}`, more.name, 'edit') : nothing}</span>${control}</div>
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
function shown(text: string, rate: boolean): string {
  if (!rate) return text;
  return text.endsWith('%') ? text.slice(0, -1) : (as_percent(text) ?? text);
}

const stored = (text: string, rate: boolean) => (rate && number_of(text) ? `${text}%` : text);

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
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @input=${(event: globalThis.Event) => view.actions.type(key, stored(typed_text(event), rate))}
      @change=${(event: globalThis.Event) => view.actions.commit(key, stored(typed_text(event).trim(), rate))}>
    ${unit ? html`<span class="unit">${unit}</span>` : nothing}
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
  const control = html`<span class="box"><select id=${id_of(key, 'in')} name=${input_name(key)}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @change=${(event: globalThis.Event) => view.actions.commit(key, (event.target as HTMLSelectElement).value)}>
    ${all.map(([value, label]) => html`<option value=${value} .selected=${value === now}>${label}</option>`)}
  </select></span>`;
  return frame(view, {...field, control, single: true});
}

export function date_field(view: View, field: {key: string; label: string; proposed?: string; hint?: unknown}): TemplateResult {
  const {key} = field;
  const text = view.fields.get(key) ?? field.proposed ?? '';
  const control = html`<span class="box date"><input id=${id_of(key, 'in')} name=${input_name(key)} type="date" .value=${live(text)}
      aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${id_of(key, 'error')}
      @change=${(event: globalThis.Event) => view.actions.commit(key, typed_text(event))}></span>`;
  return frame(view, {...field, control, single: true});
}

export function word_field(view: View, field: {key: string; label: string}): TemplateResult {
  const control = html`<span class="box"><input id=${id_of(field.key, 'in')} name=${input_name(field.key)} type="text" autocomplete="off"
      .value=${live(view.fields.get(field.key) ?? '')}
      aria-invalid=${problems_at(view, field.key).length > 0} aria-describedby=${id_of(field.key, 'error')}
      @input=${(event: globalThis.Event) => view.actions.type(field.key, typed_text(event))}
      @change=${(event: globalThis.Event) => view.actions.commit(field.key, typed_text(event))}></span>`;
  return frame(view, {...field, control, single: true});
}

/** What a metric is, how it is counted, where it is found, what moves it. */
function about_metric(view: View, metric: Metric): TemplateResult {
  const {say} = view;
  const rows: [string, string][] = [
    [say('page.about.numerator'), text_of(view, metric.numerator)],
    [say('page.about.denominator'), text_of(view, metric.denominator)],
    [say('page.about.window'), text_of(view, metric.window)],
    [say('page.about.clock'), text_of(view, metric.clock)],
    [say('page.about.where'), text_of(view, metric.where)],
  ];
  return html`<p>${text_of(view, metric.what)}</p>
    <dl>${rows.map(([name, text]) => (text ? html`<dt>${name}</dt><dd>${text}</dd>` : nothing))}</dl>
    ${metric.advice?.length
      ? html`<p class="advice-title">${say('page.about.advice')}</p><ul>${metric.advice.map((item) => html`<li>${text_of(view, item)}</li>`)}</ul>`
      : nothing}`;
}

/** The field of one metric; `prefix` is `m.` or that of a month or check. */
export function metric_field(view: View, metric: Metric, prefix = 'm.'): TemplateResult {
  const {say} = view;
  const key = prefix + metric.id;
  const base = {key, label: text_of(view, metric.title), about: about_metric(view, metric)};
  if (metric.kind === 'flag') {
    return segments(view, {...base, options: [['yes', say('page.yes')], ['no', say('page.no')], ['', say('page.not_given')]]});
  }
  const none = view.fields.get(key) === 'none';
  const field = number_field(view, {...base, rate: metric.kind === 'rate', unit: say.of('unit', metric.unit)});
  if (!metric.no_score) return field;
  return html`${none ? nothing : field}
    <label class="tick"><input type="checkbox" name="${input_name(key)}.no_score" .checked=${live(none)}
      @change=${(event: globalThis.Event) => view.actions.commit(key, (event.target as HTMLInputElement).checked ? 'none' : '')}>
      <span>${say('page.field.no_score', {name: base.label})}</span></label>`;
}

/** A shop's own number; its unit is that of the metric that it is compared with. */
export function profile_field(view: View, path: string, label: string, metric: Metric | undefined, where: string, prefix = 'p.'): TemplateResult {
  return number_field(view, {
    key: prefix + path, label,
    rate: metric?.kind === 'rate',
    unit: view.say.of('unit', metric?.unit ?? 'points'),
    ...(where ? {about: html`<dl><dt>${view.say('page.about.where')}</dt><dd>${where}</dd></dl>`} : {}),
  });
}
