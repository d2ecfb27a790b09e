/** Says above the answer that the newest source of its rules is old; opened, what that means and what to do. One line while it is closed: the answer comes first. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {has_input} from '../state';
import type {View} from '../view';
import {go_to_profile} from './profile_opener';

export function old_sources(view: View): TemplateResult | typeof nothing {
  const {say, format, actions, calculation: {assessed, timeline}, sent} = view;
  const newest = [assessed, timeline].find((part) => part?.sources.stale)?.sources.newest;
  if (newest === undefined || !has_input(view.fields)) return nothing;
  return html`<aside class="old-sources" data-testid="old-sources" aria-labelledby="old-sources-title"><details class="fold">
    <summary>${icon('calendar')}<strong class="fold-title" id="old-sources-title">${say('page.stale.title', {newest: format.date(newest)})}</strong></summary>
    <div class="fold-body"><p>${say('page.stale.means', {date: format.date(sent.get('date') ?? newest)})}</p>
    <p>${say('page.stale.do')}</p>
    <p class="ways"><button type="button" class="link" data-action="own-numbers" @click=${(event: globalThis.Event) => void go_to_profile(view, (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot)}>${say('page.form.profile')}</button><button type="button" class="link" @click=${() => actions.go('sources')}>${say('page.sources.title')}</button></p></div></details></aside>`;
}
