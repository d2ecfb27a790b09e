/** The door to the shop's own numbers: their script is fetched once this part of the form is open. */
import {html, type TemplateResult} from 'lit';
import type {Actions, View} from '../view';

type Step = typeof import('./profile');

/** A script: one for all elements of a page. */
let script: Step | undefined;

/** The elements that have asked for it and wait. */
const waiting = new WeakSet<Actions>();

const failed = 'profile failed';

/** Kept before the page is drawn again. */
const load = async () => (script = await import('./profile'));

async function fetch_step({actions}: View): Promise<void> {
  waiting.add(actions);
  actions.toggle(failed, false);
  const found = await actions.late(load, 'profile');
  waiting.delete(actions);
  actions.toggle(found ? 'profile' : failed, true);
}

export function profile_step(view: View): TemplateResult {
  const {say, actions} = view;
  if (script && say.has('page.profile.why')) return script.profile_step(view);
  if (view.open.has(failed)) {
    return html`<div class="buttons"><button type="button" class="quiet" data-action="profile" @click=${() => void fetch_step(view)}>${say('page.profile_again')}</button></div>`;
  }
  if (!waiting.has(actions)) void fetch_step(view);
  return html`<p class="hint" aria-busy="true">${say('page.loading')}</p>`;
}

async function open_step({actions}: View, root: ShadowRoot): Promise<void> {
  actions.toggle('fold profile', true);
  await actions.late(load, 'profile');
  await (root.host as import('lit').LitElement).updateComplete;
}

/** Brings the reader to one of the shop's own numbers, or to any other field. */
export async function go_to_own(view: View, key: string, root: ShadowRoot): Promise<void> {
  await open_step(view, root);
  view.actions.go_to_field(key);
}

/** Brings the reader to the shop's own numbers. */
export async function go_to_profile(view: View, root: ShadowRoot): Promise<void> {
  view.actions.go('numbers');
  await open_step(view, root);
  const title = root.querySelector<HTMLElement>('#profile summary');
  title?.scrollIntoView({block: 'start'});
  title?.focus({preventScroll: true});
}
