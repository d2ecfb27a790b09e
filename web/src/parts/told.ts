/**
 * Numbers that say on whose word they stand: each is a button that opens the drawer. The drawer itself is a script of its own,
 * fetched with the first press. A subject names a number of the result; trace/subject.ts reads it:
 *
 *   score   derived.consumer   tier   lookback          score.goods   weight.goods   points.goods   part.goods
 *   adjustment.cap   event.0 (its place in the reply)   event.next   deadline   check.trial_3   phase.formal   lever.ccr   orders.ccr   room.ccr
 *   standard.ccr.metric.ccr.at_most   gate.mall_feed.score.value.at_least
 *   at./program/score/rounding (the path of an assumption)
 */
import {html, nothing, type TemplateResult} from 'lit';
import type {View} from '../view';

type Drawer = typeof import('./drawer');

/** A script: one for all elements of a page. */
let script: Drawer | undefined;

const mark = 'told ';

const subject_of = ({open}: View) => [...open].find((item) => item.startsWith(mark))?.slice(mark.length);

async function show(view: View, subject: string, from: HTMLElement): Promise<void> {
  const found = await view.actions.late(() => import('./drawer'), 'told');
  if (!found) return;
  script = found;
  const open = subject_of(view);
  if (open !== undefined) view.actions.toggle(mark + open, false);
  view.actions.toggle(mark + subject, true);
  const root = from.getRootNode() as ShadowRoot;
  await (root.host as import('lit').LitElement).updateComplete;
  root.querySelector<HTMLDialogElement>('#told')?.showModal();
}

export function told(view: View, subject: string, shown: string): TemplateResult | string {
  if (!shown || shown === '—') return shown;
  return html`<button type="button" class="told" data-told=${subject} aria-haspopup="dialog" aria-label=${view.say('page.told_name', {value: shown})}
    @click=${(event: globalThis.Event) => void show(view, subject, event.currentTarget as HTMLElement)}>${shown}</button>`;
}

export function drawer(view: View): TemplateResult | typeof nothing {
  const subject = subject_of(view);
  return subject !== undefined && script ? script.drawer(view, subject, () => view.actions.toggle(mark + subject, false)) : nothing;
}
