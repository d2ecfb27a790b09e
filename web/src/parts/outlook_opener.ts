/** The door to the forecast: nothing behind it is fetched before it is opened, by hand or by a link that has its fields. */
import {html, type TemplateResult} from 'lit';
import {icon} from '../icons';
import type {Outlook} from '../outlook';
import type {ShopGauge} from '../shop-gauge';
import type {Fields} from '../state';
import {card, type View} from '../view';

const mark = 'forecast';
const opened = new WeakMap<ShopGauge, Outlook>();
/** A link opens it once, whether that works or not. */
const linked = new WeakSet<ShopGauge>();

/** Whether the link was made with something of the forecast. */
export const has_forecast = (fields: Fields) => [...fields.keys()].some((key) => key.startsWith('fc.'));

async function open({host, actions, open: marks}: View): Promise<void> {
  if (opened.has(host) || marks.has(mark)) return;
  actions.toggle(mark, true);
  try {
    const [{make_outlook}] = await Promise.all([import('../outlook'), host.need('forecast')]);
    if (!opened.has(host)) opened.set(host, make_outlook(host));
  } catch {
    host.tell('page.failed');
  }
  actions.toggle(mark, false);
  await host.updateComplete;
}

/** Its tab opens it too. */
export const go_to_outlook = (view: View) => void open(view);

async function open_by_button(view: View): Promise<void> {
  await open(view);
  view.host.renderRoot.querySelector<HTMLElement>('#forecast-title')?.focus();
}

function door(view: View): TemplateResult {
  const {say} = view;
  const busy = view.open.has(mark);
  return card('forecast', say('page.outlook'), html`<p class="hint">${say('page.outlook.hint')}</p>
    <div class="buttons"><button type="button" class="main" data-action="forecast" aria-busy=${busy} ?disabled=${busy} @click=${() => void open_by_button(view)}>${icon('calendar')}${say(busy ? 'page.loading' : 'page.outlook.open')}</button></div>`);
}

export function outlook(view: View): TemplateResult {
  const {host, fields} = view;
  const ready = opened.get(host);
  if (!ready && !linked.has(host) && has_forecast(fields)) {
    linked.add(host);
    // Not while the page is being drawn.
    queueMicrotask(() => void open(view));
  }
  return ready?.card(view) ?? door(view);
}
