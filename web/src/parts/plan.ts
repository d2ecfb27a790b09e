/** How a goal is reached: by one change alone, by several together; and how far each number may fall. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskView} from '../desk_view';
import {metric_of} from '../document';
import {moved} from '../ends';
import type {Combination, Headroom, Lever} from '../generated/shopgauge';
import {score_of} from '../goals';
import {icon} from '../icons';
import {with_field} from '../state';
import {effort_of, efforts, said_efforts} from '../effort';
import {typed_value, type Plan} from '../trial';
import {list_of, name_of, text_of, told} from '../view';
import {effort_fold} from './effort';
import {month_fold} from './month';
import {warning_of_orders} from './orders_warning';
import {gain_text, goal_name, now_text, value_text} from './amounts';
import {score_text} from './answer';
import {best_text, shortfall_text} from './shortfall';

const arrow = (view: DeskView) => html`<span class="arrow" aria-hidden="true">→</span><span class="visually-hidden">${view.say('page.do.to')}</span>`;

/** Puts changes on the desk, over what is there already. */
function try_out(view: DeskView, changes: {metric: string; to: number | boolean}[], alone: boolean): void {
  let fields = alone ? new Map([...view.fields].filter(([key]) => !key.startsWith('w.'))) : view.fields;
  for (const {metric, to} of changes) {
    const rule = view.document.metrics.find(({id}) => id === metric);
    if (rule) fields = with_field(fields, `w.${metric}`, typed_value(rule, to));
  }
  view.actions.set(fields);
}

/** What can be done for a metric, from the program document. */
function advice(view: DeskView, id: string): TemplateResult | typeof nothing {
  const list = metric_of(view.document, id)?.advice ?? [];
  if (!list.length) return nothing;
  return html`<details class="fold advice"><summary><span class="fold-title">${view.say('page.do.how')}</span></summary>
    <ul class="fold-body">${list.map((text) => html`<li>${text_of(view, text)}</li>`)}</ul></details>`;
}

/** What one change alone brings: points, and the score that they make. */
function gain(view: DeskView, metric: string, to: number | boolean): TemplateResult | typeof nothing {
  const rule = metric_of(view.document, metric);
  const result = rule && view.alone(metric, typed_value(rule, to));
  const by = moved(result?.difference, 'unrounded');
  if (by === undefined || !result?.what_if?.score) return nothing;
  return html`<span class="gain num">${view.say('page.do.gain', {points: gain_text(view, by), score: score_text(view, result.what_if.score)})}</span>`;
}

function try_button(view: DeskView, changes: {metric: string; to: number | boolean}[], alone: boolean, name: string): TemplateResult {
  const {say, fields, document} = view;
  const on = changes.every(({metric, to}) => {
    const rule = metric_of(document, metric);
    return rule && fields.get(`w.${metric}`) === typed_value(rule, to);
  });
  return html`<button type="button" class="quiet try" data-action="try" aria-pressed=${on} aria-label=${say('page.do.try_name', {name})} @click=${() => try_out(view, changes, alone)}>
    ${on ? icon('check') : nothing}${say(on ? 'page.do.tried' : 'page.do.try')}</button>`;
}

function lever_row(view: DeskView, {metric, now, needed, organic_orders: orders, standards = []}: Lever, headroom: Headroom | undefined): TemplateResult {
  const {say, format} = view;
  const name = name_of(view, metric);
  const helps = standards.map((id) => name_of(view, id)).filter((title) => title !== name);
  return html`<li class="lever" data-lever=${metric}>
    <div class="lever-head"><h4 class="lever-name">${name}${effort_tag(view, metric)}</h4>${needed === undefined ? nothing : try_button(view, [{metric, to: needed}], true, name)}</div>
    <p class="from-to num"><span>${now_text(view, metric, now)}</span>${arrow(view)}<strong>${told(view, `lever.${metric}`, value_text(view, metric, needed))}</strong>${needed === undefined ? nothing : gain(view, metric, needed)}</p>
    ${helps.length ? html`<p class="hint">${say('page.do.for_standards', {names: list_of(view, helps)})}</p>` : nothing}
    ${orders === undefined ? nothing : html`<p class="orders num">${told(view, `orders.${metric}`, say('page.do.orders', {count: format.number(orders)}))}</p>`}
    ${headroom?.more_bad_orders === undefined ? nothing : html`<p class="hint">${say('page.do.bad_orders', {count: format.number(headroom.more_bad_orders)})}</p>`}
    ${advice(view, metric)}
  </li>`;
}

/** Those come first that the cheapest plans use: alone, then with others, in their order; then what the seller calls easy, and as the document has them. */
function by_ease({fields}: DeskView, levers: Lever[], combinations: Combination[]): Lever[] {
  const ease = ({metric}: Lever) => efforts.indexOf(effort_of(fields, metric));
  const uses = [...combinations].sort((one, other) => Math.min(one.changes.length, 2) - Math.min(other.changes.length, 2));
  const place = ({metric}: Lever) => {
    const found = uses.findIndex(({changes}) => changes.some((change) => change.metric === metric));
    return found < 0 ? uses.length : found;
  };
  return [...levers].sort((one, other) => place(one) - place(other) || ease(one) - ease(other));
}

/** A lever that alone is not enough: at its best it still brings something. */
function weak_row(view: DeskView, {metric, now, reason}: Lever): TemplateResult {
  const why = reason === undefined || reason.best?.score !== undefined ? '' : reason.code === 'best_is_short' ? best_text(view, reason) : shortfall_text(view, reason);
  const rule = metric_of(view.document, metric);
  const [low, high] = rule?.range ?? [null, null];
  const best = rule?.kind === 'flag' ? rule.better === 'higher' : rule?.better === 'higher' ? high : low;
  return html`<li class="weak" data-lever=${metric}><p>${name_of(view, metric)} <span class="hint num">${now_text(view, metric, now)}</span></p>
    ${why ? html`<p class="hint">${why}</p>` : nothing}
    ${best === null || best === undefined || score_of(view.goal ?? '') === undefined ? nothing : html`<p class="hint num">${view.say('page.do.at_best', {value: value_text(view, metric, best)})} ${gain(view, metric, best)}</p>`}
    ${advice(view, metric)}</li>`;
}

/** What the seller said of it, where it is not the usual. */
function effort_tag({say, fields}: DeskView, metric: string): TemplateResult | typeof nothing {
  const effort = effort_of(fields, metric);
  return effort === 'normal' ? nothing : html` <span class="hint">${say.of('effort', effort)}</span>`;
}

/** Why the order is as it is, once the seller has said what is easy and what is hard. */
const weighed = ({say, document, fields}: DeskView) =>
  (said_efforts(document, fields).length ? html`<p class="hint" data-testid="weighed">${say('page.do.effort_weighed')}</p>` : nothing);

function lever_list(view: DeskView, {levers, combinations, headroom, notices}: Plan): TemplateResult | typeof nothing {
  if (!levers.length) return nothing;
  const enough = by_ease(view, levers.filter(({reachable}) => reachable), combinations);
  return html`<h3>${view.say('page.do.alone')}</h3>
    ${enough.length ? weighed(view) : html`<p class="hint">${view.say('page.do.none_alone')}</p>`}
    ${enough.some(({organic_orders}) => organic_orders !== undefined) ? warning_of_orders(view, notices) : nothing}
    <ol class="levers">${enough.map((lever) => lever_row(view, lever, headroom.find(({metric}) => metric === lever.metric)))}</ol>`;
}

function weak_list(view: DeskView, {levers}: Plan): TemplateResult | typeof nothing {
  const weak = levers.filter(({reachable}) => !reachable);
  if (!weak.length) return nothing;
  return html`<details class="fold" data-fold="weak"><summary><span class="fold-title">${view.say('page.do.weak', {count: weak.length})}</span></summary>
    <ul class="fold-body">${weak.map((lever) => weak_row(view, lever))}</ul></details>`;
}

/** Efforts are shares of the way to the best value, added up. */
const effort_word = (view: DeskView, effort: number) =>
  view.say(effort <= 0.25 ? 'page.do.effort_small' : effort <= 0.75 ? 'page.do.effort_some' : effort <= 1.5 ? 'page.do.effort_large' : 'page.do.effort_huge');

function combination_row(view: DeskView, {changes, effort, result}: Combination): TemplateResult {
  const {say, format} = view;
  const names = list_of(view, changes.map(({metric}) => name_of(view, metric)));
  const digits = view.today?.score?.digits ?? 0;
  const outcome = result.score !== undefined ? say('page.do.score', {score: format.fixed(result.score, digits)}) : result.verdict ? say.of('verdict', result.verdict) : '';
  return html`<li class="lever" data-combination=${changes.map(({metric}) => metric).join()}>
    <div class="lever-head"><p class="lever-name">${effort_word(view, effort)}${outcome ? html`<span class="hint num"> ${say('page.do.result', {result: outcome})}</span>` : nothing}</p>${try_button(view, changes, true, names)}</div>
    <ul class="changes">${changes.map(({metric, to}) => html`<li class="num"><span>${name_of(view, metric)}</span>${effort_tag(view, metric)} ${now_text(view, metric, current(view, metric))}${arrow(view)}<strong>${value_text(view, metric, to)}</strong></li>`)}</ul>
  </li>`;
}

/** Today's value as the plan's levers and rooms have it. */
const current = ({plan}: DeskView, metric: string) => [...(plan?.levers ?? []), ...(plan?.headroom ?? [])].find((item) => item.metric === metric)?.now;

const plan_has_alone = ({plan}: DeskView) => plan?.levers.some(({reachable}) => reachable) ?? false;

function combination_list(view: DeskView, {combinations}: Plan): TemplateResult | typeof nothing {
  const several = combinations.filter(({changes}) => changes.length > 1);
  if (!several.length) return nothing;
  return html`<h3>${view.say('page.do.together')}</h3><p class="hint">${view.say('page.do.effort_hint')}</p>${plan_has_alone(view) ? nothing : weighed(view)}
    <ol class="levers">${several.map((one) => combination_row(view, one))}</ol>`;
}

/** Where the search for the least effort was given up. */
const not_all_compared = ({say}: DeskView, {warnings}: Plan) =>
  (warnings.some(({code}) => code === 'cheaper_possible') ? html`<p class="hint" data-testid="cheaper-possible">${say('warning.cheaper_possible')}</p>` : nothing);

function room_row(view: DeskView, {metric, now, limit, more_bad_orders: bad}: Headroom): TemplateResult {
  const {say, format} = view;
  return html`<li class="room ${bad === 0 ? 'tight' : ''}" data-headroom=${metric}><span>${name_of(view, metric)}</span>
    <span class="num">${told(view, `room.${metric}`, say('page.do.room', {now: now_text(view, metric, now), limit: value_text(view, metric, limit)}))}</span>
    <span class="num bad">${bad === undefined ? nothing : bad === 0 ? say('page.do.no_bad_orders') : say('page.do.bad', {count: format.number(bad)})}</span></li>`;
}

/** The fewest orders left first; then what is not counted in orders. */
const by_room = (one: Headroom, other: Headroom) => (one.more_bad_orders ?? Infinity) - (other.more_bad_orders ?? Infinity) || 0;

function room_list(view: DeskView, {headroom, goal_met}: Plan): TemplateResult | typeof nothing {
  const {say} = view;
  if (!headroom.length) return nothing;
  const fixed = headroom.filter(({limit}) => typeof limit === 'boolean');
  const rows = headroom.filter(({limit}) => typeof limit !== 'boolean').sort(by_room);
  return html`<h3>${say('page.do.headroom')}</h3><p class="hint">${say(goal_met ? 'page.do.headroom_goal' : 'page.do.headroom_now')}</p>
    ${rows.length ? html`<ul class="rooms">${rows.map((room) => room_row(view, room))}</ul>` : nothing}
    ${fixed.length ? html`<p class="hint keep">${say('page.do.keep', {names: list_of(view, fixed.map(({metric, limit}) => say('page.do.keep_one', {name: name_of(view, metric), value: say(limit ? 'page.yes' : 'page.no')})))})}</p>` : nothing}`;
}

function status(view: DeskView, {goal_met, reachable, reason}: Plan, goal: string): TemplateResult {
  const {say} = view;
  const [word, picture, text] = goal_met ? ['true', 'check', say('page.do.met', {goal})] as const
    : reachable ? ['undetermined', 'info', say('page.do.reachable', {goal})] as const
    : reason?.code === 'only_by_fixed' ? ['false', 'cross', say('page.do.only_by_fixed', {goal})] as const
    : reason?.code === 'needs_unknown' ? ['undetermined', 'question', say('page.do.cannot_say', {goal})] as const : ['false', 'cross', say('page.do.out_of_reach', {goal})] as const;
  return html`<p class="reach ${word}" role="status" data-testid="plan-status">${icon(picture)}<span>${text}</span></p>
    ${reason === undefined ? nothing : html`<p class="shortfall" data-testid="shortfall">${shortfall_text(view, reason)}</p>`}`;
}

export function plan_panel(view: DeskView): TemplateResult {
  const {plan, waits, say, goal, goal_issues} = view;
  if (goal === undefined) return html`<p class="hint">${say('page.do.no_goal')}</p>`;
  if (!plan) return goal_issues.length ? html`` : html`<p class="hint" aria-busy="true">${say('page.loading')}</p>`;
  return html`<div class="plan ${waits || goal_issues.length ? 'old' : ''}" data-testid="plan" aria-busy=${waits}>
    ${status(view, plan, goal_name(view, goal))}${effort_fold(view)}${lever_list(view, plan)}${combination_list(view, plan)}${not_all_compared(view, plan)}${weak_list(view, plan)}${month_fold(view)}${room_list(view, plan)}</div>`;
}
