/** The sheet that shares a link: what it carries, what it cannot, and the file instead. */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {write_address} from '../address';
import {home, is_folder} from '../files';
import {with_field, type State} from '../state';
import type {View} from '../view';
import {list_of} from '../view';
import type {Keeper} from './keeper';
import type {Host} from './host';
import {glyph} from './icons';
import {names_of} from './left_out';
import {most_characters, share, type Shared} from './pack';
import {common} from './styles';

/** Where a snippet for somebody's own page is made of what is shown, without what was typed. A build of one file has no such page beside it. */
function configurator({program, edition, lang, theme}: State): string | undefined {
  const state: State = {...(program ? {program} : {}), ...(edition ? {edition} : {}), ...(lang ? {lang} : {}), ...(theme ? {theme} : {}), fields: new Map()};
  return is_folder ? new URL(`configure.html${write_address(state)}`, home).href : undefined;
}

export class ShopShare extends LitElement {
  static override styles = [common, css`
    .link { width: 100%; min-height: 88px; padding: 10px 12px; resize: vertical; word-break: break-all; font-size: 14px; line-height: 1.5; }
    .tick { display: flex; align-items: flex-start; gap: 8px; min-height: 44px; padding: 8px 0; } .tick input { width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--accent); flex: none; }
    .onward { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; font-weight: 600; } .onward .icon { width: 16px; height: 16px; }
  `];

  static override properties = {made: {state: true}, copied: {state: true}, fixed: {state: true}};

  declare host: Host;
  declare keeper: Keeper;
  declare made: Shared | undefined;
  declare copied: 'yes' | 'no' | undefined;
  /** Whether the link is to show the same day whenever it is opened. */
  declare fixed: boolean;

  constructor() {
    super();
    this.fixed = true;
  }

  private readonly on_change = () => {
    this.copied = undefined;
    void this.make();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.addEventListener('change', this.on_change);
    void this.make();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.host.removeEventListener('change', this.on_change);
  }

  /** The day that is shown, where the seller left it to the clock. */
  private proposed_day(view: View): string | undefined {
    return view.fields.has('date') ? undefined : view.sent.get('date');
  }

  private async make(): Promise<void> {
    const {view} = this.host;
    if (!view) return;
    const day = this.proposed_day(view);
    const state: State = this.host.state();
    const fields = this.fixed && day ? with_field(state.fields, 'date', day) : state.fields;
    this.made = await share(location.origin + location.pathname, {...state, fields});
  }

  private async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.copied = 'yes';
    } catch {
      // Without leave to write there, the text is selected for the seller's own keys.
      this.renderRoot.querySelector('textarea')?.select();
      this.copied = 'no';
    }
  }

  private save(): void {
    this.host.dispatchEvent(new Event('save-json'));
  }

  private not_carried(view: View, {left_out}: Shared): TemplateResult | typeof nothing {
    const {say} = view;
    if (!left_out.length) return nothing;
    return html`<div class="said near" data-testid="left-out">${glyph('alert')}<div><p>${say('page.tools.share.left_out', {count: left_out.length, most: view.format.number(most_characters)})}</p>
      <p class="aside">${list_of(view, names_of(view, left_out))}</p></div></div>`;
  }

  /** For who writes help pages; a program from the device is nowhere for others to fetch. */
  private own_page({say, from_device}: View): TemplateResult | typeof nothing {
    const address = from_device ? undefined : configurator(this.host.state());
    return address === undefined ? nothing : html`<div class="part"><p class="aside">${say('page.tools.share.own_page.hint')}</p>
      <p><a class="onward" data-act="configure" href=${address}>${say('page.tools.share.own_page')}${glyph('link')}</a></p></div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {view} = this.host;
    const {made} = this;
    if (!view || !made) return nothing;
    const {say, format} = view;
    const day = this.proposed_day(view);
    return html`
      <div class="part">
        <p class="aside">${say(made.left_out.length ? 'page.tools.share.hint_partly' : 'page.tools.share.hint', {edition: view.document.edition})}</p>
        <label class="label"><span class="unseen">${say('page.tools.share.link')}</span>
          <textarea class="entry link" name="link" readonly .value=${made.link} @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}></textarea></label>
        <p class="aside num" data-testid="length">${say('page.tools.share.length', {count: format.number(made.link.length), most: format.number(most_characters)})} ${made.packed ? say('page.tools.share.packed') : ''}</p>
        ${day ? html`<label class="tick"><input type="checkbox" name="fixed" .checked=${this.fixed} @change=${(event: Event) => {
          this.fixed = (event.target as HTMLInputElement).checked;
          this.on_change();
        }}><span>${say('page.tools.share.fixed', {date: format.date(day)})}</span></label>` : nothing}
        ${this.not_carried(view, made)}
        ${view.from_device ? html`<p class="said near" data-testid="file-left-out">${glyph('alert')}<span>${say('page.tools.share.file')}</span></p>` : nothing}
        ${this.keeper.open ? html`<p class="aside">${say('page.tools.share.not_the_store')}</p>` : nothing}
        <div class="acts">
          <button type="button" class="act first" data-act="copy" @click=${() => this.copy(made.link)}>${this.copied === 'yes' ? html`${glyph('check')}${say('page.tools.share.copied')}` : say('page.tools.share.copy')}</button>
          ${'share' in navigator ? html`<button type="button" class="act" data-act="send" @click=${() => navigator.share({title: document.title, url: made.link}).catch(() => {})}>${say('page.tools.share.send')}</button>` : nothing}
          <button type="button" class="act" data-act="json" @click=${() => this.save()}>${say('page.tools.save_json')}</button>
        </div>
        <p class="aside" role="status">${this.copied === 'no' ? say('page.tools.share.copy_by_hand') : ''}</p>
      </div>
      ${this.own_page(view)}`;
  }
}

customElements.define('shop-share', ShopShare);
