/** What the tools tell above the page, each with its ways on. */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import type {Host} from './host';
import {common} from './styles';

export class ShopNotes extends LitElement {
  static override styles = [common, css`
    :host { box-sizing: border-box; display: grid; gap: 8px; max-width: 1280px; margin: 0 auto; padding: 16px 16px 0; } :host([hidden]) { display: none; }
    @media (min-width: 720px) { :host { padding: 24px 24px 0; } }
    .told { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 10px 14px; border-radius: 10px; background: var(--accent-soft); }
    .told p { flex: 1 1 320px; display: flex; gap: 8px; align-items: flex-start; overflow-wrap: anywhere; } .told .icon { margin-top: 2px; color: var(--accent); }
    .way { min-height: 44px; padding: 0 8px; border: 0; background: none; color: var(--accent); font-weight: 600; }
    .way:hover { text-decoration: underline; text-underline-offset: 3px; }
  `];

  declare host: Host;

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.addEventListener('change', () => {
      this.hidden = !this.host.notes.length;
      this.requestUpdate();
    });
    this.hidden = true;
  }

  override render(): TemplateResult[] | typeof nothing {
    const {view, notes} = this.host;
    if (!view) return nothing;
    return notes.map((note) => html`<div class="told" role="status" data-note=${note.id}><p>${icon(note.icon)}<span>${note.text(view)}</span></p>
      <div class="ways">${note.ways(view).map(({label, go}) => html`<button type="button" class="way" @click=${go}>${label}</button>`)}</div></div>`);
  }
}

customElements.define('shop-notes', ShopNotes);
