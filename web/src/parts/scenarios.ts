/** What-ifs under a name: keeping the one on trial, and those that are kept. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskView} from '../desk_view';
import {icon} from '../icons';
import {free_key, scenario_text, scenarios_of, type Scenario} from '../scenario';
import {most_sides} from '../sides';
import {with_field, without} from '../state';
import {typed_what_if} from '../trial';
import {changes_text} from './overview';

function keep(view: DeskView, form: HTMLFormElement, key: string, proposed: string): void {
  const input = form.querySelector('input');
  const name = input?.value.trim() || proposed;
  if (input) input.value = '';
  view.actions.commit(key, scenario_text(name, typed_what_if(view.fields)));
}

/** Keeps the what-if as it stands, under a name. */
export function scenario_keeper(view: DeskView): TemplateResult | typeof nothing {
  const {say, fields} = view;
  const key = free_key(fields);
  if (!key) return html`<p class="hint">${say('page.scenario.enough')}</p>`;
  const proposed = say('page.scenario.proposed', {number: key.slice(2)});
  return html`<form class="keep" @submit=${(event: globalThis.Event) => {
    event.preventDefault();
    keep(view, event.currentTarget as HTMLFormElement, key, proposed);
  }}><label class="box word"><span class="visually-hidden">${say('page.scenario.name')}</span><input type="text" name="scenario" maxlength="40" autocomplete="off" placeholder=${proposed}></label>
    <button class="quiet" data-action="keep-scenario">${say('page.scenario.keep')}</button></form>`;
}

/** Puts it on the desk in place of what is there. */
function put_on_desk({fields, actions}: DeskView, {changes}: Scenario): void {
  let next = without(fields, (key) => key.startsWith('w.'));
  for (const [id, typed] of changes) next = with_field(next, `w.${id}`, typed);
  actions.set(next);
}

function row(view: DeskView, scenario: Scenario): TemplateResult {
  const {say, actions} = view;
  const {key, name, changes} = scenario;
  return html`<li class="scenario" data-scenario=${key}><div><p class="name">${name}</p><p class="hint num">${changes_text(view, changes)}</p></div>
    <button type="button" class="quiet" data-action="use-scenario" aria-label=${say('page.scenario.use_named', {name})} @click=${() => put_on_desk(view, scenario)}>${say('page.scenario.use')}</button>
    <button type="button" class="toggle" data-action="drop-scenario" aria-label=${say('page.scenario.drop', {name})} title=${say('page.scenario.drop', {name})} @click=${() => actions.remove([key])}>${icon('cross')}</button></li>`;
}

export function scenario_list(view: DeskView): TemplateResult | typeof nothing {
  const {say, fields, actions} = view;
  const list = scenarios_of(fields);
  if (!list.length) return nothing;
  const compare = () => {
    actions.commit('vs', list.slice(-most_sides).map(({key}) => key).join(','));
    view.show('compare');
  };
  return html`<section aria-labelledby="scenarios-title"><h3 id="scenarios-title">${say('page.scenario.title')}</h3><ul class="scenarios">${list.map((one) => row(view, one))}</ul>
    <div class="buttons"><button type="button" class="quiet" data-action="compare-scenarios" @click=${compare}>${say('page.scenario.compare')}</button></div></section>`;
}
