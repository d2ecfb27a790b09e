/** The answer: where the store stands, whether it passes, what is decided next, and how sure that is. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Assessed, Timeline} from '../calculation';
import {groups} from '../document';
import type {Possible, Score, Tier, Warning} from '../generated/shopgauge';
import {icon, star, verdict_icon} from '../icons';
import {has_input, has_reading} from '../state';
import type {Params} from '../texts';
import {document_text, list_of, name_of, text_of, told, type View} from '../view';
import {scale_bar} from './scale';

const guesses = ['assumed', 'example'];

/** "82" or "71–84", with the score's own digits. */
export function score_text(view: View, score: Score): string {
  const show = (value: number) => view.format.fixed(value, score.digits);
  if (score.value !== undefined) return show(score.value);
  if (score.low === undefined || score.high === undefined) return '';
  return score.low === score.high ? show(score.low) : `${show(score.low)}–${show(score.high)}`;
}

/** Five stars; where only a range is known, its words alone say so. */
function stars(view: View, count: number): TemplateResult {
  const fill = (place: number) => (count >= place ? 'full' : count >= place - 0.5 ? 'half' : 'none');
  return html`<span class="stars" role="img" aria-label=${view.say('page.stars', {count})}>${[1, 2, 3, 4, 5].map((place) => star(fill(place)))}</span>`;
}

function consumer(view: View, score: Score): TemplateResult | typeof nothing {
  const {format, say} = view;
  const show = (value: number) => format.fixed(value, 1);
  const range = score.consumer_low !== undefined && score.consumer_high !== undefined
    ? `${show(score.consumer_low)}–${show(score.consumer_high)}` : undefined;
  const text = score.consumer !== undefined ? show(score.consumer) : range;
  if (text === undefined) return nothing;
  return html`<div class="consumer"><span class="caption">${say('page.consumer')}</span>
    <span class="consumer-line">${score.stars === undefined ? nothing : stars(view, score.stars)}<strong class="num">${told(view, 'derived.consumer', text)}</strong></span></div>`;
}

function score_head(view: View, score: Score): TemplateResult {
  const [, highest = 0] = score.scale;
  const wide = score.value === undefined && score.low !== score.high;
  return html`<div class="head">
    <p class="score"><strong class="num ${wide ? 'range' : ''}" data-testid="score">${told(view, 'score', score_text(view, score))}</strong>
      <span class="of">${view.say('page.of_scale', {high: view.format.number(highest)})}</span></p>
    ${consumer(view, score)}
  </div>
  ${scale_bar(view, score)}`;
}

const verdict_line = (view: View, verdict: string) =>
  html`<p class="verdict ${verdict}" data-testid="verdict">${verdict_icon(verdict)}<strong>${view.say.of('verdict', verdict)}</strong></p>`;

/** The verdict by the reading, and what it failed by or waits for. */
function verdict_head(view: View, verdict: string, assessed: Assessed): TemplateResult {
  const {say} = view;
  const failed = (assessed.standards ?? []).filter(({met, advisory}) => met === false && !advisory).map(({id}) => name_of(view, id));
  const needs = verdict === 'undetermined' ? (assessed.needs ?? []).map((id) => name_of(view, id)) : [];
  return html`<div class="head ${assessed.status === 'judged' ? '' : 'second'}">${verdict_line(view, verdict)}
    <p class="caption">${say(assessed.status === 'judged' ? 'page.verdict_of_reading' : 'page.verdict_of_standards')}</p>
    ${failed.length ? html`<p class="fails">${say('page.failed_items', {names: list_of(view, failed)})}</p>` : nothing}
    ${needs.length ? html`<p class="needs" data-testid="needs">${say('page.decided_by', {names: list_of(view, needs)})}</p>` : nothing}</div>`;
}

function plain_head(title: string, text: string): TemplateResult {
  return html`<div class="head"><p class="verdict plain"><strong>${title}</strong></p>${text ? html`<p class="caption">${text}</p>` : nothing}</div>`;
}

/** The part that says why there is no result. */
export const refusal = (assessed: Assessed | undefined, timeline: Timeline | undefined) =>
  [assessed, timeline].find((part) => part?.status === 'not_applicable' || part?.status === 'not_scored');

function headline(view: View, assessed: Assessed | undefined, timeline: Timeline | undefined): TemplateResult | typeof nothing {
  const {say} = view;
  const refused = refusal(assessed, timeline);
  if (refused?.status) {
    const reasons = [refused.reason ? document_text(view, 'reason', refused.reason) : '', refused.status === 'not_scored' ? say('page.no_score') : ''];
    return plain_head(say.of('status', refused.status), reasons.filter(Boolean).join(' '));
  }
  if (assessed?.score) return score_head(view, assessed.score);
  if (assessed?.verdict && has_reading(view.fields)) return verdict_head(view, assessed.verdict, assessed);
  const standing = timeline?.standing;
  return standing ? plain_head(view.cycle?.phase_name(view, standing) ?? '', say('page.standing_on', {date: view.format.date(standing.date)})) : nothing;
}

export const fact = (name: string, text: unknown, id: string) => html`<div class="fact" data-testid=${id}><dt>${name}</dt><dd>${text}</dd></div>`;

/** What may hold, and what would decide it. */
function possible_text(view: View, {possible, needs}: Possible): string {
  const text = view.say('page.possible', {names: list_of(view, possible.map((id) => name_of(view, id)))});
  return needs.length ? `${text} ${view.say('page.decided_by', {names: list_of(view, needs.map((id) => name_of(view, id)))})}` : text;
}

export const tier_text = (view: View, tier: Tier) => ('possible' in tier ? possible_text(view, tier) : name_of(view, tier.id));

function tier_block(view: View, tier: Tier): TemplateResult {
  const consequences = 'possible' in tier ? [] : tier.consequences.map((id) => document_text(view, 'consequence', id));
  return html`<div class="tier" data-testid="tier"><p class="caption">${view.say('page.tier')}</p>
    <p class=${'possible' in tier ? '' : 'tier-name'}>${told(view, 'tier', tier_text(view, tier))}</p>
    ${consequences.length ? html`<ul>${consequences.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}</div>`;
}

/** What the reading says beside its score or verdict. */
function beside(view: View, assessed: Assessed): TemplateResult | typeof nothing {
  if (!has_reading(view.fields)) return nothing;
  const {status, verdict, score, tier, lookback} = assessed;
  return html`${tier ? tier_block(view, tier) : nothing}
    ${verdict && (score || status === 'not_scored') ? verdict_head(view, verdict, assessed) : nothing}
    ${lookback ? html`<dl class="facts">${fact(view.say('page.lookback'), told(view, 'lookback', 'possible' in lookback ? possible_text(view, lookback) : name_of(view, lookback.id)), 'lookback')}</dl>` : nothing}`;
}

/** What to ask for: the score of a dimension, as the back office shows it, where none of its own numbers was entered. */
function asked_for(view: View, {missing = []}: Partial<Assessed>): string[] {
  const dimension_of = (id: string) => groups(view.document).find(({node, metrics}) => node?.nodes && metrics.some((metric) => metric.id === id));
  return [...new Set(missing.map((id) => {
    const dimension = dimension_of(id);
    const whole = dimension?.node && !dimension.metrics.some((metric) => view.fields.has(`m.${metric.id}`));
    return whole ? view.say('page.sure.score_of', {name: text_of(view, dimension.node?.title)}) : name_of(view, id);
  }))];
}

/** How sure a part of the result is, and what would make it sure. */
export function sure_text(view: View, part: Assessed | Timeline): string {
  const count = part.assumptions.filter(({status}) => guesses.includes(status)).length;
  const names = list_of(view, asked_for(view, part as Partial<Assessed>));
  return view.say(`page.sure.${part.basis === 'partial' && !names ? 'partial_months' : part.basis}`, {count, names});
}

/** The same beside the answer; `of` names the part where it is not the whole. */
function certainty(view: View, part: Assessed | Timeline, of = ''): TemplateResult {
  const {say, actions} = view;
  return html`<p class="sure ${part.basis}" data-testid="basis">${icon(part.basis === 'exact' ? 'check' : 'info')}
    <span><strong>${of}${say.of('basis', part.basis)}</strong> ${sure_text(view, part)}
    ${part.assumptions.length ? html`<button type="button" class="link" @click=${() => actions.go('grounds')}>${say('page.sure.see')}</button>` : nothing}</span></p>`;
}

/** What the program's own page would say in red: "another source contradicts this". */
const notices = (view: View) => (view.document.notices ?? []).map((id) =>
  html`<p class="remark" data-notice=${id}>${icon('info')}<span>${document_text(view, 'notice', id)}</span></p>`);

export function warning_text({say, format}: View, {code, params}: Warning): string {
  const shown = Object.entries(params).map(([name, text]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.date(text) : text]);
  return say.of('warning', code, Object.fromEntries(shown) as Params);
}

function remarks(view: View, parts: (Assessed | Timeline)[]): TemplateResult[] {
  const texts = new Set(parts.flatMap((part) => part.warnings.flatMap((warning) => (warning.code === 'stale' && view.background ? [] : [warning_text(view, warning)]))));
  if (parts.some((part) => 'out_of_force' in part && part.out_of_force)) texts.add(view.say('page.out_of_force'));
  return [...texts].map((text) => html`<p class="remark">${icon('info')}<span>${text}</span></p>`);
}

function empty(view: View): TemplateResult {
  const {say, actions} = view;
  return html`<div class="empty">
    <p class="empty-title">${say('page.empty.title')}</p>
    <p>${text_of(view, view.document.summary)}</p>
    ${notices(view)}
    <div class="buttons"><button type="button" class="main" @click=${() => actions.go('numbers')}>${icon('edit')}${say('page.my_numbers')}</button>
      ${view.from_device ? nothing : html`<button type="button" class="quiet" @click=${() => actions.load_example()}>${say('page.example')}</button>`}</div>
  </div>`;
}

/** One line for the sheet's head and for screen readers. */
export function short_answer(view: View): string {
  const {assessed, timeline, old_assessed, old_timeline} = view.calculation;
  if (!has_input(view.fields)) return '';
  const {say} = view;
  if (old_assessed || old_timeline) return say('page.short_old');
  const refused = refusal(assessed, timeline);
  if (refused?.status) return say.of('status', refused.status);
  if (assessed?.score) return say('page.short_score', {score: score_text(view, assessed.score), basis: say.of('basis', assessed.basis)});
  if (assessed?.verdict && has_reading(view.fields)) return say.of('verdict', assessed.verdict);
  const standing = timeline?.standing;
  return ((standing?.phase ?? standing?.id) && standing && view.cycle?.phase_name(view, standing)) || '';
}

/** A score or a verdict stands at the top; else the phase does, and need not be said twice. */
const has_verdict = (view: View, assessed: Assessed | undefined) => Boolean(assessed?.score ?? (assessed?.verdict && has_reading(view.fields)));

function stale_line(view: View, has_result: boolean): TemplateResult {
  const {say, calculation, actions} = view;
  const key = calculation.problems[0]?.key;
  return html`<p class="stale-line" data-testid="stale">${icon('alert')}<span>${say(has_result ? 'page.old_result' : 'page.no_result')}
    ${key === undefined ? nothing : html`<button type="button" class="link" @click=${() => actions.go_to_field(key)}>${say('page.to_field')}</button>`}</span></p>`;
}

export function answer(view: View): TemplateResult {
  const {say, calculation} = view;
  const {assessed, timeline, old_assessed, old_timeline} = calculation;
  const parts = [assessed, timeline].filter((part) => part !== undefined);
  const old = old_assessed || old_timeline;
  const shown = has_verdict(view, assessed) ? assessed : undefined;
  return html`<section class="card answer ${old ? 'old' : ''}" part="card answer" id="answer" aria-label=${say('page.answer')}>
    <p class="visually-hidden" role="status">${short_answer(view)}</p>
    ${old ? stale_line(view, parts.length > 0) : nothing}
    ${has_input(view.fields) ? html`<div class="result">${headline(view, assessed, timeline)}
      ${assessed ? beside(view, assessed) : nothing}
      ${timeline ? (view.cycle?.facts(view, timeline, has_verdict(view, assessed)) ?? nothing) : nothing}
      ${shown ? certainty(view, shown) : nothing}
      ${timeline && timeline.basis !== shown?.basis ? certainty(view, timeline, shown ? say('page.sure.of_calendar') : '') : nothing}
      ${notices(view)}${remarks(view, parts)}</div>` : empty(view)}
  </section>`;
}
