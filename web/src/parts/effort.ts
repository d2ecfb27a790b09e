/** How hard each change is for this seller: said once, and the plan follows. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {DeskView} from '../desk_view';
import {effort_of, efforts, said_efforts} from '../effort';
import {list_of, name_of} from '../view';

const mark = 'fold effort';

function row(view: DeskView, metric: string): TemplateResult {
  const {say, fields, actions} = view;
  const own = effort_of(fields, metric);
  const choose = (text: string) => actions.commit(`ef.${metric}`, text === 'normal' ? '' : text);
  return html`<li data-effort=${metric}><label class="name" for="effort-${metric}">${name_of(view, metric)}</label>
    <span class="box"><select id="effort-${metric}" name="effort.${metric}" @change=${(event: globalThis.Event) => choose((event.target as HTMLSelectElement).value)}>
      ${efforts.map((effort) => html`<option value=${effort} .selected=${live(effort === own)}>${say.of('effort', effort)}</option>`)}</select></span></li>`;
}

/** "Hard: rating; cannot change: returns". */
function said(view: DeskView): string {
  const list = said_efforts(view.document, view.fields);
  const parts = efforts.flatMap((word) => {
    const names = list.filter(([, effort]) => effort === word).map(([metric]) => name_of(view, metric));
    return names.length ? [view.say('page.do.effort_said', {effort: view.say.of('effort', word), names: list_of(view, names)})] : [];
  });
  return parts.join(view.say('page.do.effort_mark'));
}

export function effort_fold(view: DeskView): TemplateResult | typeof nothing {
  const {say, movable, document, fields, open, actions} = view;
  const listed = new Set([...movable, ...said_efforts(document, fields).map(([metric]) => metric)]);
  // In the document's order, so that a row stays in its place when it is said to be fixed.
  const metrics = document.metrics.flatMap(({id}) => (listed.has(id) ? [id] : []));
  if (!metrics.length) return nothing;
  return html`<details class="fold" data-fold="effort" ?open=${open.has(mark)} @toggle=${(event: globalThis.Event) => actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${say('page.do.effort_title')}<small>${said(view)}</small></span></summary>
    <div class="fold-body"><p class="hint">${say('page.do.effort_ask')}</p><ul class="efforts">${metrics.map((metric) => row(view, metric))}</ul></div></details>`;
}
