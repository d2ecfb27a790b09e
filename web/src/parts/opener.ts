/** A program document from the device: the card that opens one, and the faults of one that cannot be used. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Issue} from '../generated/shopgauge';
import {icon} from '../icons';
import {card, type View} from '../view';

export function opener(view: View): TemplateResult {
  const {say, actions} = view;
  return card('file', say('page.file.title'), html`<p class="hint">${say('page.file.hint')}</p>
    <div class="buttons"><label class="quiet file">${say('page.file.open')}<input class="visually-hidden" type="file" name="file" accept=".json,application/json"
      @change=${(event: globalThis.Event) => {
        const input = event.target as HTMLInputElement;
        actions.open_file(input.files?.[0]);
        input.value = '';
      }}></label></div>`);
}

/** So many faults are enough to begin with. */
const most_faults = 50;

function fault_row(view: View, {code, path, message, line, column}: Issue): TemplateResult {
  return html`<li data-fault=${code} data-line=${line ?? ''}><p><strong>${line === undefined ? nothing : view.say('page.file.at', {line, column})}</strong> ${message}</p>
    <p class="hint">${code} ${path}</p></li>`;
}

export function faults(view: View): TemplateResult | typeof nothing {
  const {say, file, actions} = view;
  if (!file?.faults.length) return nothing;
  const count = file.faults.length;
  return html`<section class="card faults" id="faults" role="alert" aria-labelledby="faults-title">
    <h2 id="faults-title">${icon('alert')}${say('page.file.faults', {name: file.name, count})}</h2>
    <ol>${file.faults.slice(0, most_faults).map((fault) => fault_row(view, fault))}</ol>
    ${count > most_faults ? html`<p class="hint">${say('page.file.more', {count: count - most_faults})}</p>` : nothing}
    <div class="buttons"><button type="button" class="quiet" data-action="close-faults" @click=${() => actions.close_file()}>${say('page.file.close')}</button></div>
  </section>`;
}
