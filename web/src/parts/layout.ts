/** Puts the parts in their places: the form beside the results on a wide screen, a sheet over them on a narrow one. */
import {html, type TemplateResult} from 'lit';
import {has_input} from '../state';
import type {View} from '../view';
import {answer} from './answer';
import {bottom_bar, footer, notices, top_bar} from './bar';
import {form} from './form';
import {old_sources} from './old_sources';
import {sheet} from './sheet';

export function layout(view: View): TemplateResult {
  const {background, cycle, ended, fields, wide} = view;
  return html`<div class="frame">${top_bar(view)}${ended?.ended(view) ?? ''}<slot name="notices"></slot>
    <div class="page" part="page">
      ${notices(view)}
      ${background?.faults(view) ?? ''}
      ${wide ? html`<div class="entry-side">${form(view)}</div>` : ''}
      <div class="results">
        ${old_sources(view)}${answer(view)}${(has_input(fields) && cycle?.calendar(view)) || ''}${background?.page_views(view) ?? ''}
      </div>
      ${footer(view)}
    </div></div>
    ${wide ? '' : html`${bottom_bar(view)}${sheet(view)}`}${background?.drawer(view) ?? ''}`;
}
