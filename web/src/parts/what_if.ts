/** The desk: each metric with a slider and a field that move together, and what the change alone brings. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {DeskView} from '../desk_view';
import {groups, type Group} from '../document';
import {direction, moved} from '../ends';
import {icon} from '../icons';
import type {Metric} from '../program';
import {span_of, type Span} from '../span';
import {without} from '../state';
import {moved_scores, taken_over, typed_what_if} from '../trial';
import {vars} from '../vars';
import {list_of, name_of, problem_text, text_of} from '../view';
import {gain_text, now_text, value_text} from './amounts';
import {warning_text} from './answer';
import {shown, stored} from './fields';
import {scenario_keeper, scenario_list} from './scenarios';
import {side_by_side} from './side_by_side';
import {metric_value} from '../request';
import {plain} from './plain';

const typed_text = (event: globalThis.Event) => (event.target as HTMLInputElement).value;

const given = (metric: Metric, text: string | undefined) => (text === undefined ? undefined : plain(metric_value(metric.kind, text)));

/** Where a value stands on the slider, in the unit that it shows. */
function place(metric: Metric, value: unknown, rate?: number): number | undefined {
  const percent = (value as {percent?: number} | undefined)?.percent;
  if (percent !== undefined) return percent;
  const number = typeof value === 'number' ? value : rate;
  return number === undefined ? undefined : Number((number * (metric.kind === 'rate' ? 100 : 1)).toFixed(6));
}

interface Slide {
  metric: Metric;
  key: string;
  name: string;
  now: string;
  /** In the unit that is shown. */
  today: number | undefined;
  typed: string | undefined;
}

const gain = (view: DeskView, {metric, typed}: Slide): TemplateResult | typeof nothing => {
  const result = typed === undefined ? undefined : view.alone(metric.id, typed);
  const by = moved(result?.difference, 'unrounded');
  return by === undefined ? nothing : html`<span class="gain num ${direction(by)}" data-testid="gain">${view.say('page.what_if.points', {points: gain_text(view, by)})}</span>`;
};

function reset_button(view: DeskView, {key, name}: Slide): TemplateResult {
  return html`<button type="button" class="toggle" data-action="reset-one" title=${view.say('page.what_if.reset_one', {name})}
    aria-label=${view.say('page.what_if.reset_one', {name})} @click=${() => view.actions.commit(key, '')}>${icon('cross')}</button>`;
}

function problems(view: DeskView, {metric, key}: Slide): string[] {
  return view.trial_issues.filter(({path}) => `${path}/`.startsWith(`/what_if/metrics/${metric.id}/`)).map((issue) => problem_text(view, issue, key));
}

function number_box(view: DeskView, slide: Slide): TemplateResult {
  const {metric, key, name, today, typed = ''} = slide;
  const rate = metric.kind === 'rate';
  const unit = rate ? (typed.includes('/') ? '' : view.say('unit.rate')) : view.say.of('unit', metric.unit);
  const commit = (event: globalThis.Event) => stored(typed_text(event).trim(), rate);
  const placeholder = today === undefined ? '' : view.format.number(Number(today.toFixed(4)));
  return html`<label class="box"><span class="visually-hidden">${view.say('page.what_if.value', {name})}</span><input type="text" inputmode="decimal" autocomplete="off" name="what_if.${metric.id}"
      aria-describedby="what-if-${metric.id}" .value=${live(shown(typed, rate))} placeholder=${placeholder}
      @input=${(event: globalThis.Event) => view.actions.type(key, commit(event))} @change=${(event: globalThis.Event) => view.actions.commit(key, commit(event))}>
    ${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}</label>`;
}

/** Ends of a slider with the better one named. */
function ends(view: DeskView, metric: Metric, {low, high}: Span): TemplateResult {
  const text = (value: number, better: Metric['better']) => {
    const shown_value = value_text(view, metric.id, metric.kind === 'rate' ? {percent: value} : value);
    return metric.better === better ? view.say('page.what_if.better_end', {value: shown_value}) : shown_value;
  };
  return html`<div class="ends" aria-hidden="true"><span>${text(low, 'lower')}</span><span>${text(high, 'higher')}</span></div>`;
}

function slider(view: DeskView, slide: Slide): TemplateResult {
  const {metric, key, now, today, typed} = slide;
  const {say, plan} = view;
  const planned = [...(plan?.levers ?? []).map(({metric: id, needed}) => (id === metric.id ? needed : undefined)), ...(plan?.headroom ?? []).map(({metric: id, limit}) => (id === metric.id ? limit : undefined))];
  const unit = metric.kind === 'rate' ? 100 : 1;
  const value = given(metric, typed);
  const at = place(metric, value) ?? today;
  const span = span_of(view.document, view.today as NonNullable<DeskView['today']>, metric, [...planned, ...[today, at].map((one) => (one === undefined ? undefined : one / unit))]);
  const words = typed === undefined ? say('page.what_if.valuetext_now', {value: now}) : say('page.what_if.valuetext', {value: value_text(view, metric.id, value), now});
  const move = (event: globalThis.Event) => stored(typed_text(event), metric.kind === 'rate');
  return html`<div class="slide" ${vars({'--low': span.low, '--high': span.high, '--now': today ?? span.low})}>
    <input type="range" id="slider-${metric.id}" min=${span.low} max=${span.high} step=${span.step} .value=${live(String(at ?? span.low))} name="slider.${metric.id}" aria-valuetext=${words}
      @input=${(event: globalThis.Event) => view.actions.type(key, move(event))} @change=${(event: globalThis.Event) => view.actions.commit(key, move(event))}>
    ${today === undefined ? nothing : html`<span class="tick-now" aria-hidden="true"></span>`}
    ${ends(view, metric, span)}</div>`;
}

function flag(view: DeskView, {metric, key, typed}: Slide): TemplateResult {
  const now = typed ?? view.fields.get(`m.${metric.id}`);
  return html`<span class="segments" role="radiogroup" aria-label=${name_of(view, metric.id)}>${(['yes', 'no'] as const).map((value) => html`<label class="segment ${value}">
    <input type="radio" name="what_if.${metric.id}" value=${value} .checked=${live(now === value)} @change=${() => view.actions.commit(key, value)}><span>${view.say(value === 'yes' ? 'page.yes' : 'page.no')}</span></label>`)}</span>`;
}

function slide_row(view: DeskView, metric: Metric): TemplateResult {
  const {fields, say} = view;
  const key = `w.${metric.id}`;
  const own = fields.get(`m.${metric.id}`);
  const slide: Slide = {metric, key, name: text_of(view, metric.title), now: now_text(view, metric.id, given(metric, own)), today: place(metric, given(metric, own), view.rates.get(metric.id)), typed: fields.get(key)};
  const wrong = problems(view, slide);
  const movable = metric.kind !== 'flag';
  return html`<li class="slide-row ${movable ? '' : 'flag'} ${slide.typed === undefined ? '' : 'moved'} ${wrong.length ? 'bad' : ''}" data-what-if=${metric.id}>
    <div class="slide-head">${movable ? html`<label class="name" for="slider-${metric.id}">${slide.name}</label>` : html`<span class="name">${slide.name}</span>`}<span class="hint num">${say('page.observed', {value: slide.now})}</span>${gain(view, slide)}${slide.typed === undefined ? nothing : reset_button(view, slide)}</div>
    ${movable ? html`${slider(view, slide)}${number_box(view, slide)}` : flag(view, slide)}
    <div class="errors" id="what-if-${metric.id}">${wrong.map((text) => html`<p class="error">${icon('alert')}<span>${text}</span></p>`)}</div>
  </li>`;
}

const entered = ({fields}: DeskView, {id}: Metric) => {
  const text = fields.get(`m.${id}`);
  return (text !== undefined && text !== '?' && text !== 'none') || fields.has(`w.${id}`);
};

function group_title(view: DeskView, {id, node}: Group): string {
  if (node) return text_of(view, node.title);
  const titles = {stage: 'page.form.stage', standards: 'page.form.standards', adjustments: 'page.form.adjustments', gates: 'page.form.gates', other: 'page.form.other', node: 'page.form.other'} as const;
  return view.say(titles[id]);
}

function group_rows(view: DeskView, group: Group, metrics: Metric[]): TemplateResult | typeof nothing {
  return metrics.length ? html`<h3>${group_title(view, group)}</h3><ul class="slides">${metrics.map((metric) => slide_row(view, metric))}</ul>` : nothing;
}

/** Today beside the what-if, and what can be done with it. */
function trial_sides(view: DeskView): TemplateResult | typeof nothing {
  const {say, fields, today, trial, trial_issues, actions} = view;
  const count = typed_what_if(fields).length;
  const what_if = trial?.what_if;
  if (!today || !what_if) return nothing;
  const moved = moved_scores(fields, what_if).map(({id}) => name_of(view, id));
  return html`<section class="trial ${trial_issues.length ? 'old' : ''}" data-testid="sides" aria-label=${say('page.what_if.side_by_side')}>
    ${side_by_side(view, today, what_if, trial.difference)}
    <div class="buttons"><button type="button" class="quiet" data-action="take-over" ?disabled=${trial_issues.length > 0} @click=${() => actions.set(taken_over(fields, what_if))}>${say('page.what_if.take_over')}</button>
      <button type="button" class="quiet" data-action="reset" @click=${() => actions.set(without(fields, (key) => key.startsWith('w.')))}>${say('page.what_if.reset', {count})}</button></div>
    ${scenario_keeper(view)}
    ${moved.length ? html`<p class="hint">${say('page.what_if.moves_scores', {names: list_of(view, moved)})}</p>` : nothing}
  </section>`;
}

/** What a link has for metrics that this edition does not know. */
function unknown(view: DeskView): TemplateResult[] {
  const known = new Set(view.document.metrics.map(({id}) => id));
  return view.trial_issues.flatMap((issue) => {
    const id = issue.path.split('/')[3] ?? '';
    return known.has(id) ? [] : [html`<p class="error" role="alert">${icon('alert')}<span>${problem_text(view, issue, `w.${id}`)}
      <button type="button" class="link" @click=${() => view.actions.remove([`w.${id}`])}>${view.say('page.remove')}</button></span></p>`];
  });
}

export function what_if_panel(view: DeskView): TemplateResult {
  const {say, document, trial} = view;
  // What can be improved comes first, the store's volume last.
  const all = [...groups(document)].sort((one, other) => Number(one.id === 'stage') - Number(other.id === 'stage'));
  const rest = all.flatMap(({metrics}) => metrics.filter((metric) => !entered(view, metric)));
  const warnings = typed_what_if(view.fields).length ? (trial?.what_if?.warnings ?? []).filter(({code}) => code.startsWith('what_if')) : [];
  return html`${unknown(view)}${trial_sides(view)}${scenario_list(view)}<p class="hint">${say('page.what_if.hint')}</p>
    ${warnings.map((warning) => html`<p class="remark">${icon('info')}<span>${warning_text(view, warning)}</span></p>`)}
    ${all.map((group) => group_rows(view, group, group.metrics.filter((metric) => entered(view, metric))))}
    ${rest.length ? html`<details class="fold" data-fold="not-entered"><summary><span class="fold-title">${say('page.what_if.not_entered', {count: rest.length})}</span></summary>
      <div class="fold-body"><p class="hint">${say('page.what_if.not_entered_hint')}</p><ul class="slides">${rest.map((metric) => slide_row(view, metric))}</ul></div></details>` : nothing}`;
}

