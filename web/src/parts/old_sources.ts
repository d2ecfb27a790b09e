/** Says above the answer, with the first result, that the newest source of its rules is old. One line while it is closed: the answer comes first. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {has_input} from '../state';
import type {View} from '../view';

export function old_sources(view: View): TemplateResult | typeof nothing {
  const {say, format, background, calculation: {assessed, timeline}} = view;
  const newest = [assessed, timeline].find((part) => part?.sources.stale)?.sources.newest;
  if (newest === undefined || !has_input(view.fields)) return nothing;
  return html`<aside class="old-sources" data-testid="old-sources" aria-labelledby="old-sources-title"><details class="fold">
    <summary>${icon('calendar')}<strong class="fold-title" id="old-sources-title">${say('page.stale.title', {newest: format.date(newest)})}</strong></summary>
    <div class="fold-body">${background?.what_old_sources_mean(view, newest) ?? ''}</div></details></aside>`;
}
