/** The score on its scale: a mark, or a band where only a range is known. Places are worked out by the style sheet. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Score} from '../generated/shopgauge';
import {vars} from '../vars';
import type {View} from '../view';

export function scale_bar(view: View, score: Score): TemplateResult | typeof nothing {
  const [low = 0, high = 0] = score.scale;
  const from = score.value ?? score.low;
  const to = score.value ?? score.high;
  if (from === undefined || to === undefined) return nothing;
  const values = {'--low': low, '--high': high, '--from': from, '--to': to};
  return html`<div class="scale" aria-hidden="true" ${vars(values)}>
    <div class="track"><div class="mark ${from === to ? '' : 'band'}"></div></div>
    <div class="ends"><span>${view.format.number(low)}</span><span>${view.format.number(high)}</span></div>
  </div>`;
}
