/** What it means that the newest source of the rules is old, and what to do: stands below that line (old_sources.ts) once it is opened. */
import {html, type TemplateResult} from 'lit';
import type {View} from '../view';
import {go_to_profile} from './profile_opener';

/** `newest`: the day of the newest source. */
export function what_old_sources_mean(view: View, newest: string): TemplateResult {
  const {say, format, actions, sent} = view;
  return html`<p>${say('page.stale.means', {date: format.date(sent.get('date') ?? newest)})}</p>
    <p>${say('page.stale.do')}</p>
    <p class="ways"><button type="button" class="link" data-action="own-numbers" @click=${(event: globalThis.Event) => void go_to_profile(view, (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot)}>${say('page.form.profile')}</button><button type="button" class="link" @click=${() => actions.go('sources')}>${say('page.sources.title')}</button></p>`;
}
