/** The card of the forecast: what the seller asks, how far the run is, the answer with its chart, its dates and what it rests on. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import type {OutlookView, Trouble} from '../outlook_view';
import {has_reading} from '../state';
import {problem_text} from '../view';
import {headline, facts} from './outlook_answer';
import {changes, choices, feeding, history_fold} from './outlook_ask';
import {assumed, days_table, leaving} from './outlook_days';
import {figure} from './outlook_figure';

/** What is wrong with the page's own form, each with the way to its field. */
function trouble_row(view: OutlookView, {issue, key}: Trouble): TemplateResult {
  return html`<p class="error">${icon('alert')}<span>${problem_text(view, issue, key)}
    ${key === undefined ? nothing : html`<button type="button" class="link" @click=${() => view.actions.go_to_field(key)}>${view.say('page.to_field')}</button>`}</span></p>`;
}

function running(view: OutlookView): TemplateResult {
  const {say, format, progress, standstill, cancel} = view;
  if (standstill) return html`<div class="run" data-testid="run"><p>${say('page.forecast.standstill')}</p></div>`;
  return html`<div class="run" data-testid="run"><label><span>${progress ? say('page.forecast.progress', {done: format.number(progress.done), all: format.number(progress.all)}) : say('page.forecast.running')}</span>
      ${progress ? html`<progress max=${progress.all} .value=${progress.done}></progress>` : html`<progress></progress>`}</label>
    <button type="button" class="quiet" data-action="cancel" @click=${cancel}>${say('page.forecast.cancel')}</button></div>`;
}

/** Why there is no newer answer, and the way on. */
function stopped(view: OutlookView): TemplateResult | typeof nothing {
  const {say, state, troubles, again} = view;
  if (state === 'done' || state === 'running') return nothing;
  if (state === 'refused') {
    const own = troubles.filter(({key}) => !key?.startsWith('fc.'));
    return html`<div role="alert" data-testid="refused"><p class="stale-line">${icon('alert')}<span>${say('page.forecast.refused')}</span></p>${own.map((trouble) => trouble_row(view, trouble))}</div>`;
  }
  return html`<div class="run" role="alert" data-testid=${state}><p>${say(state === 'failed' ? 'page.forecast.failed' : 'page.forecast.cancelled')}</p>
    <button type="button" class="quiet" data-action="again" @click=${again}>${say('page.forecast.again')}</button></div>`;
}

/** The sentence and the chart. */
function result(view: OutlookView): TemplateResult | typeof nothing {
  if (!view.answer) return nothing;
  const title = headline(view, view.answer);
  return html`<div class="outcome ${view.old ? 'old' : ''}" aria-busy=${view.state === 'running'} data-testid="outcome">
    <h3 class="headline" data-testid="headline">${title}</h3>
    ${has_reading(view.fields) ? nothing : html`<p class="hint">${view.say('page.forecast.no_reading')}</p>
      <div class="buttons"><button type="button" class="quiet" @click=${() => view.actions.go('numbers')}>${icon('edit')}${view.say('page.my_numbers')}</button></div>`}
    ${figure(view, view.answer, title)}${days_table(view, view.answer)}</div>`;
}

/** What happens when, and what it rests on. */
function details(view: OutlookView): TemplateResult | typeof nothing {
  if (!view.answer) return nothing;
  return html`<div class="outcome ${view.old ? 'old' : ''}">${facts(view, view.answer)}${leaving(view, view.answer)}${assumed(view, view.answer)}</div>`;
}

export function outlook_card(view: OutlookView): TemplateResult {
  const {say, state} = view;
  return html`<section class="card" id="forecast" aria-labelledby="forecast-title"><h2 id="forecast-title" tabindex="-1">${say('page.outlook')}</h2>
    <div class="outlook">${choices(view)}${feeding(view)}
      <div role="status" class="visually-hidden">${state === 'done' && view.answer ? headline(view, view.answer) : ''}</div>
      ${state === 'running' ? running(view) : stopped(view)}${result(view)}${changes(view)}${history_fold(view)}${details(view)}</div></section>`;
}
