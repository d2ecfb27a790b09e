/** The form as a sheet over the results: the answer stays in sight above the fields, and is said as it changes. */
import {html, type TemplateResult} from 'lit';
import type {View} from '../view';
import {short_answer} from './answer';
import {form} from './form';

export function sheet(view: View): TemplateResult {
  const {say, actions} = view;
  return html`<dialog class="sheet" aria-labelledby="numbers-title">
    <div class="sheet-head"><p class="sheet-answer num" role="status">${short_answer(view)}</p>
      <button type="button" class="main" data-action="answer" @click=${() => actions.go('answer')}>${say('page.to_answer')}</button></div>
    ${form(view)}
  </dialog>`;
}
