/** The card "what to do": the goal, today beside the what-if, and below them the plan, the sliders or a comparison. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Assessed} from '../calculation';
import {tabs, type DeskView, type Tab} from '../desk_view';
import {direction, moved} from '../ends';
import {points_of} from '../exact';
import {gate_of, reaches, score_of, type Goal} from '../goals';
import {icon} from '../icons';
import type {TextKey} from '../texts';
import {name_of, problem_text} from '../view';
import {gain_text, goal_name} from './amounts';
import {score_text} from './answer';
import {compare_panel} from './compare';
import {plan_panel} from './plan';
import {truth} from './side_by_side';
import {what_if_panel} from './what_if';

const tab_names: Record<Tab, TextKey> = {plan: 'page.do.tab', what_if: 'page.what_if.tab', compare: 'page.compare.tab'};
const panels = {plan: plan_panel, what_if: what_if_panel, compare: compare_panel};

function score_option(view: DeskView, {score, id, shows}: DeskView['goals']['scores'][number]): string {
  const {say, format} = view;
  const params = {score: format.number(score), name: name_of(view, id)};
  return shows === undefined ? say('page.do.score_for', params) : say('page.do.score_shows', {...params, value: format.number(shows)});
}

/** The goals to choose from; "another score" takes the typed one. */
function goal_options(view: DeskView): TemplateResult {
  const {say, goals, goal} = view;
  const option = (value: Goal, text: string) => html`<option value=${value} .selected=${value === (goal ?? 'score.')}>${text}</option>`;
  const kinds = ['false', 'undetermined', 'true'].map((met) => goals.gates.filter((gate) => gate.met === met));
  const typed = goal !== undefined && score_of(goal) !== undefined && !goals.scores.some(({score}) => `score.${score}` === goal) ? goal : 'score.';
  return html`${goals.pass ? option('pass', say('page.do.pass')) : nothing}
    ${goals.scores.length || goals.any_score ? html`<optgroup label=${say('page.do.scores')}>${goals.scores.map((item) => option(`score.${item.score}`, score_option(view, item)))}
      ${goals.any_score ? option(typed, say('page.do.any_score')) : nothing}</optgroup>` : nothing}
    ${kinds.map((gates, at) => (gates.length
      ? html`<optgroup label=${say(at === 0 ? 'page.do.gates_closed' : at === 1 ? 'page.do.gates_unsure' : 'page.do.gates_open')}>${gates.map(({id}) => option(`gate.${id}`, name_of(view, id)))}</optgroup>` : nothing))}`;
}

function goal_choice(view: DeskView): TemplateResult {
  const {say, goal, goals, goal_issues, actions, today} = view;
  const score = goal === undefined ? (goals.any_score ? '' : undefined) : score_of(goal);
  const choose = (text: string) => actions.commit('goal', text === 'score.' ? (goals.proposed && score_of(goals.proposed) ? goals.proposed : `score.${today?.score?.scale[1] ?? ''}`) : text);
  return html`<div class="goal ${goal_issues.length ? 'bad' : ''}">
    <label class="goal-label" for="goal">${say('page.do.goal')}</label>
    <span class="goal-fields"><span class="box word"><select id="goal" name="goal" @change=${(event: globalThis.Event) => choose((event.target as HTMLSelectElement).value)}>${goal_options(view)}</select></span>
    ${score === undefined ? nothing : html`<label class="box score-box"><span class="visually-hidden">${say('page.do.goal_score')}</span><input type="text" inputmode="decimal" name="goal.score" autocomplete="off"
      aria-describedby="goal-error" aria-invalid=${goal_issues.length > 0} .value=${live(score)}
      @input=${(event: globalThis.Event) => actions.type('goal', `score.${(event.target as HTMLInputElement).value}`)}
      @change=${(event: globalThis.Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        actions.commit('goal', text ? `score.${points_of(text)?.text ?? text}` : '');
      }}><span class="unit" aria-hidden="true">${say('unit.points')}</span></label>`}</span>
    <div class="errors" id="goal-error">${goal_issues.map((issue) => html`<p class="error">${icon('alert')}<span>${problem_text(view, issue, undefined)}</span></p>`)}</div>
  </div>`;
}

/** What the goal looks at, of a reading: its verdict, a gate, else its score. */
function short(view: DeskView, {score, verdict, gates}: Pick<Assessed, 'score' | 'verdict' | 'gates'>): unknown {
  const gate = view.goal === undefined ? undefined : gate_of(view.goal);
  if (gate !== undefined) return truth(view, 'met', gates?.find(({id}) => id === gate)?.met);
  return score && view.goal !== 'pass' ? score_text(view, score) : truth(view, 'verdict', verdict);
}

/** The what-if in one line that stays in sight while the numbers below it move. */
function trial_bar(view: DeskView): TemplateResult | typeof nothing {
  const {say, today, trial, trial_issues, goal, tab, actions} = view;
  if (!today || !trial?.what_if) return nothing;
  const reached = goal === undefined ? undefined : reaches(goal, trial.what_if);
  const by = goal === undefined || score_of(goal) !== undefined ? (moved(trial.difference, 'value') ?? moved(trial.difference, 'unrounded')) : undefined;
  return html`<div class="trial-bar ${trial_issues.length ? 'old' : ''}" data-testid="trial">
    <p class="num"><span class="caption">${say('page.what_if.trial')}</span> ${short(view, today)} <span class="arrow" aria-hidden="true">→</span><span class="visually-hidden">${say('page.do.to')}</span> <strong>${short(view, trial.what_if)}</strong>
      ${by === undefined ? nothing : html`<span class="gain ${direction(by)}">${gain_text(view, by)}</span>`}</p>
    ${goal === undefined ? nothing : html`<p class="reach ${reached}" role="status" data-testid="reach">${icon(reached ? 'check' : reached === false ? 'cross' : 'question')}
      <span>${say(reached ? 'page.what_if.reached' : reached === false ? 'page.what_if.missed' : 'page.what_if.unsure', {goal: goal_name(view, goal)})}</span></p>`}
    ${tab === 'plan' ? html`<button type="button" class="link" @click=${() => {
      view.show('what_if');
      actions.go('todo');
    }}>${say('page.what_if.see')}</button>` : nothing}
  </div>`;
}

const tab_id = (tab: Tab) => `tab-${tab}`;

/** Arrow keys go from tab to tab, as tabs do everywhere. */
function on_key(view: DeskView, event: KeyboardEvent): void {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step && tabs[(tabs.indexOf(view.tab) + step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  view.show(next);
  ((event.currentTarget as HTMLElement).querySelector(`#${tab_id(next)}`) as HTMLElement | null)?.focus();
}

function tab_list(view: DeskView): TemplateResult {
  return html`<div class="tabs" role="tablist" aria-label=${view.say('page.todo')} @keydown=${(event: KeyboardEvent) => on_key(view, event)}>
    ${tabs.map((tab) => html`<button type="button" class="tab" role="tab" id=${tab_id(tab)} aria-controls="panel" aria-selected=${tab === view.tab} tabindex=${tab === view.tab ? 0 : -1}
      @click=${() => view.show(tab)}>${view.say(tab_names[tab])}</button>`)}</div>`;
}

function body(view: DeskView): TemplateResult {
  const {say, loading, today, actions, calculation} = view;
  if (!today || today.status === 'not_applicable') {
    return html`<p class="hint">${say('page.do.no_reading')}</p>
      <div class="buttons"><button type="button" class="main" @click=${() => actions.go('numbers')}>${icon('edit')}${say('page.my_numbers')}</button></div>`;
  }
  if (loading === 'failed') return failed(view);
  if (loading === 'loading') return html`<p class="hint" aria-busy="true">${say('page.loading')}</p>`;
  return html`<div class="desk ${calculation.old_assessed ? 'old' : ''}">${tab_list(view)}
    <div class="panel" role="tabpanel" id="panel" aria-labelledby=${tab_id(view.tab)}>
      ${view.tab === 'compare' ? nothing : html`${goal_choice(view)}${trial_bar(view)}`}${panels[view.tab](view)}</div></div>`;
}

export function failed(view: DeskView): TemplateResult {
  return html`<p class="error" role="alert">${icon('alert')}<span>${view.say('page.do.failed')}</span></p>
    <div class="buttons"><button type="button" class="quiet" @click=${() => view.retry()}>${view.say('page.do.retry')}</button></div>`;
}

export function desk_card(view: DeskView): TemplateResult {
  return html`<section class="card" id="todo" aria-labelledby="todo-title"><h2 id="todo-title" tabindex="-1">${view.say('page.todo')}</h2>${body(view)}</section>`;
}
