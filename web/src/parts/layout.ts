/** Puts the parts in their places: the answer first, then the form; side by side on a wide screen. */
import {html, type TemplateResult} from 'lit';
import type {View} from '../view';
import {answer} from './answer';
import {bottom_bar, footer, notices, top_bar} from './bar';
import {form} from './form';
import {itemisation, standards, worst} from './reasons';
import {has_input} from '../state';

export function layout(view: View, at_form: boolean): TemplateResult {
  const entered = has_input(view.fields);
  return html`${top_bar(view)}<slot name="notices"></slot>
    <div class="page">
      ${notices(view)}
      ${view.background?.faults(view) ?? ''}
      <div class="results">
        ${answer(view)}
        ${entered ? html`${view.desk?.card(view) ?? view.background?.desk_opener(view) ?? ''}${worst(view)}${view.cycle?.calendar(view) ?? ''}${itemisation(view)}${standards(view)}${view.background?.gates(view) ?? ''}` : ''}
      </div>
      <div class="entry-side">${form(view)}</div>
      <div class="background">${view.background?.background(view) ?? ''}</div>
      ${footer(view)}
    </div>
    ${bottom_bar(view, at_form)}`;
}
