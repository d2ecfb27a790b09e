/** The tools in the top bar: buttons on a wide screen, a menu, and the sheet that each of them opens. */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import type {TextKey} from '../texts';
import type {View} from '../view';
import type {Keeper} from './keeper';
import type {Host} from './host';
import {glyph, type Glyph} from './icons';
import {lacks} from './left_out';
import {share} from './pack';
import {common} from './styles';

export type SheetName = 'stores' | 'share' | 'table';

/** A panel inside the sheet; each is a script of its own. */
export interface Panel extends HTMLElement {
  host: Host;
  keeper: Keeper;
}

const panels: Record<SheetName, {tag: string; title: TextKey; load: () => Promise<unknown>}> = {
  stores: {tag: 'shop-stores', title: 'page.tools.stores.title', load: () => import('./stores')},
  share: {tag: 'shop-share', title: 'page.tools.share.title', load: () => import('./share')},
  table: {tag: 'shop-table', title: 'page.tools.table.title', load: () => import('./table')},
};

interface Item {
  id: string;
  icon: Glyph;
  label: TextKey;
  run(): void;
  off?: boolean;
}

export class ShopTools extends LitElement {
  static override styles = [common, css`
    :host { display: flex; gap: 4px; position: relative; }
    .tool { min-width: 44px; height: 44px; display: inline-flex; align-items: center; justify-content: center; gap: 6px; padding: 0 10px; border: 0; border-radius: 10px;
      background: none; color: var(--muted); white-space: nowrap; }
    .tool:hover, .tool[aria-expanded='true'] { background: var(--sunken); color: var(--text); }
    .tool .icon { width: 18px; height: 18px; }
    [data-tool='menu'] .icon { width: 22px; height: 22px; stroke-width: 2.6; }
    .wide { display: none; }
    .store { max-width: 180px; }
    .store span { overflow: hidden; text-overflow: ellipsis; }
    .menu { position: absolute; z-index: 5; top: 48px; right: 0; width: max-content; min-width: 232px; max-width: calc(100vw - 32px); padding: 6px; background: var(--surface);
      border: 1px solid var(--line-strong); border-radius: 12px; }
    .item { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 44px; padding: 4px 12px; border: 0; border-radius: 8px; background: none; text-align: left; }
    .item .icon { color: var(--muted); }
    .item:hover:not(:disabled) { background: var(--sunken); }
    .item small { display: block; color: var(--muted); font-size: 13px; max-width: 200px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .menu hr { margin: 6px 12px; border: 0; border-top: 1px solid var(--line); }
    dialog { width: min(720px, calc(100vw - 48px)); max-width: none; max-height: calc(100vh - 96px); margin: 48px auto auto; padding: 0; border: 1px solid var(--line-strong); border-radius: 16px;
      background: var(--surface); color: var(--text); }
    dialog.broad { width: min(1040px, calc(100vw - 48px)); }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(10 14 20 / 45%); }
    .top { display: flex; align-items: center; gap: 12px; padding: 12px 12px 12px 24px; border-bottom: 1px solid var(--line); }
    .top h2 { flex: 1; }
    .body { padding: 20px 24px 24px; overflow-y: auto; overscroll-behavior: contain; min-height: 0; }
    @media (min-width: 1280px) { .wide { display: inline-flex; } }
    @media (max-width: 719px) {
      dialog, dialog.broad { width: 100vw; max-height: 92vh; margin: auto 0 0; border-width: 1px 0 0; border-radius: 16px 16px 0 0; }
      .top { padding-left: 16px; } .body { padding: 16px 16px calc(24px + env(safe-area-inset-bottom)); }
    }
  `];

  static override properties = {opened: {state: true}, sheet: {state: true}, panel: {state: true}};

  declare host: Host;
  declare keeper: Keeper;
  /** Whether the menu is. */
  declare opened: boolean;
  declare sheet: SheetName | undefined;
  declare panel: Panel | undefined;

  constructor() {
    super();
    this.opened = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.addEventListener('change', () => this.requestUpdate());
    this.host.addEventListener('save-json', () => void this.save('json'));
    addEventListener('click', (event) => {
      if (this.opened && !event.composedPath().includes(this)) this.opened = false;
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.opened) return;
      this.opened = false;
      this.renderRoot.querySelector<HTMLElement>('[data-tool="menu"]')?.focus();
    });
  }

  async show(name: SheetName): Promise<void> {
    this.opened = false;
    const {tag, load} = panels[name];
    try {
      await load();
    } catch {
      this.host.tell({id: 'offline', icon: 'alert', text: ({say}) => say('page.failed'), ways: ({say}) => [{label: say('page.tools.close'), go: () => this.host.untell('offline')}]});
      return;
    }
    const panel = document.createElement(tag) as Panel;
    Object.assign(panel, {host: this.host, keeper: this.keeper});
    panel.addEventListener('close', () => this.close());
    panel.addEventListener('open-sheet', (event) => void this.show((event as CustomEvent<SheetName>).detail));
    [this.sheet, this.panel] = [name, panel];
    await this.updateComplete;
    const {dialog} = this;
    if (!dialog || dialog.open) return;
    // A menu's entry is gone by now: the browser brings the reader back to the menu's button.
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('[data-tool="menu"]')?.focus();
    dialog.showModal();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private close(): void {
    this.dialog?.close();
  }

  /** Scripts for files are fetched with the first one. */
  private async save(kind: 'csv' | 'json' | 'calendar'): Promise<void> {
    this.opened = false;
    const downloads = await import('./downloads');
    const {view, element, state} = {view: this.host.view, element: this.host.element, state: this.host.state()};
    if (!view) return;
    const {link, left_out} = await share(location.origin + location.pathname, state);
    if (kind === 'csv') downloads.save_csv(view);
    else if (kind === 'json') downloads.save_json(view, element.reply, link);
    else downloads.save_calendar(view, this.keeper.open?.id ?? '', link, lacks(view, left_out));
  }

  private print(): void {
    this.opened = false;
    void this.updateComplete.then(() => print());
  }

  private items(view: View): (Item | undefined)[] {
    const {timeline} = view.calculation;
    return [
      {id: 'stores', icon: 'shop', label: 'page.tools.stores.title', run: () => void this.show('stores')},
      {id: 'share', icon: 'share', label: 'page.tools.share.title', run: () => void this.show('share')},
      {id: 'table', icon: 'table', label: 'page.tools.table.title', run: () => void this.show('table')},
      undefined,
      {id: 'print', icon: 'print', label: 'page.tools.print', run: () => this.print()},
      {id: 'csv', icon: 'save', label: 'page.tools.save_csv', run: () => void this.save('csv')},
      {id: 'json', icon: 'save', label: 'page.tools.save_json', run: () => void this.save('json')},
      ...(view.document.cycle ? [{id: 'calendar', icon: 'calendar', label: 'page.tools.save_calendar', run: () => void this.save('calendar'), off: !timeline} as const] : []),
    ];
  }

  private menu(view: View): TemplateResult {
    return html`<div class="menu" id="menu">${this.items(view).map((item) => (item === undefined ? html`<hr>` : html`
      <button type="button" class="item" data-item=${item.id} ?disabled=${item.off ?? false} @click=${() => item.run()}>${glyph(item.icon)}<span>${view.say(item.label)}
        ${item.id === 'stores' && this.keeper.open ? html`<small>${this.keeper.open.name}</small>` : nothing}</span></button>`))}</div>`;
  }

  private sheet_box(view: View): TemplateResult | typeof nothing {
    const {sheet, panel} = this;
    if (!sheet) return nothing;
    return html`<dialog class=${sheet === 'table' ? 'broad' : ''} aria-labelledby="sheet-title" @close=${() => ([this.sheet, this.panel] = [undefined, undefined])}
        @click=${(event: MouseEvent) => {
          if (event.target === event.currentTarget) this.close();
        }}>
      <div class="top"><h2 id="sheet-title">${view.say(panels[sheet].title)}</h2>
        <button type="button" class="tool" data-tool="close" aria-label=${view.say('page.tools.close')} title=${view.say('page.tools.close')} @click=${() => this.close()}>${glyph('cross')}</button></div>
      <div class="body">${panel ?? nothing}</div></dialog>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {view} = this.host;
    if (!view) return nothing;
    const {say} = view;
    return html`
      <button type="button" class="tool wide store" data-tool="stores" @click=${() => this.show('stores')}>${glyph('shop')}<span>${this.keeper.open?.name ?? say('page.tools.stores.title')}</span></button>
      <button type="button" class="tool wide" data-tool="share" @click=${() => this.show('share')}>${glyph('share')}<span>${say('page.tools.share.short')}</span></button>
      <button type="button" class="tool wide" data-tool="print" @click=${() => this.print()}>${glyph('print')}<span>${say('page.tools.print.short')}</span></button>
      <button type="button" class="tool" data-tool="menu" aria-expanded=${this.opened} aria-controls="menu" aria-label=${say('page.tools.menu')} title=${say('page.tools.menu')}
        @click=${() => (this.opened = !this.opened)}>${glyph('dots')}</button>
      ${this.opened ? this.menu(view) : nothing}${this.sheet_box(view)}`;
  }
}

customElements.define('shop-tools', ShopTools);
