/** Wherever orders are asked for or proposed: orders of real customers, and what becomes of bought ones. */
import {html, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {document_text, type View} from '../view';

/** The platforms punish bought orders: it stands where orders are asked for. */
export function warning_of_orders(view: View, notices: string[] = []): TemplateResult {
  const own = notices.includes('buying_orders') ? document_text(view, 'notice', 'buying_orders') : '';
  return html`<p class="orders-warning" data-testid="orders-warning">${icon('alert')}<span>${view.say('page.do.organic_only')} ${own}</span></p>`;
}
