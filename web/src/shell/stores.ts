/** The sheet of kept stores: the open one with its months, the others, and all of them as a file. */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {make_chart} from '../chart_host';
import {months_of} from '../format';
import {has_input} from '../state';
import {text_of, type View} from '../view';
import {collection_text, read_collection, to_write, type ReadCollection, type Refusal} from './collection';
import type {Keeper} from './keeper';
import {history, type Line} from './history';
import type {HistoryPlot} from './history_chart';
import type {Host} from './host';
import {glyph} from './icons';
import {save_file} from '../save_file';
import type {KeptStore, Snapshot} from './kept';
import {day_shown, to_keep, type ToKeep} from './to_keep';
import {common} from './styles';

/** No collection is as long; such a file is not even read. */
const most_bytes = 50_000_000;

const told_of = {now: 'page.tools.months.now', moved: 'page.tools.months.moved', own: 'page.tools.months.own'} as const;

export class ShopStores extends LitElement {
  static override styles = [common, css`
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
    .row.foot { align-items: end; }
    .row > .grow { flex: 1 1 200px; min-width: 0; }
    .name { font-weight: 600; overflow-wrap: anywhere; }
    .list > li { padding: 8px 0; } .list > li + li { border-top: 1px solid var(--line); }
    .question { font-weight: 600; }
    .canvas { min-height: 208px; max-width: 640px; }
    .verdict { display: inline-flex; gap: 6px; align-items: center; } .verdict .icon { width: 16px; height: 16px; } .verdict.pass .icon { color: var(--pass); } .verdict.fail .icon { color: var(--fail); } .verdict.undetermined .icon { color: var(--near); }
    .row-acts { text-align: right; padding: 0 4px; }
    .small { min-width: 44px; min-height: 44px; padding: 0 8px; border: 0; background: none; color: var(--accent); vertical-align: middle; } .small .icon { width: 16px; height: 16px; color: var(--muted); }
  `];

  static override properties = {renaming: {state: true}, month: {state: true}, line: {state: true}, read: {state: true}};

  declare host: Host;
  declare keeper: Keeper;
  declare renaming: string | undefined;
  /** The one that was chosen to be kept. */
  declare month: string | undefined;
  declare line: Line | undefined;
  /** A file that was opened, before it is taken in. */
  declare read: ReadCollection | Refusal | undefined;

  private readonly chart = make_chart<HistoryPlot>(this, () => import('./history_chart'));

  private readonly on_change = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.addEventListener('change', this.on_change);
    void this.keeper.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.host.removeEventListener('change', this.on_change);
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private value_of(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value.trim() ?? '';
  }

  private async save(event: Event, default_name: string): Promise<void> {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('[name="store-name"]');
    const name = input?.value.trim() || default_name;
    // A second press would make another store of the same name.
    if (input) input.value = '';
    await this.keeper.save_as(name);
  }

  private async rename(event: Event, store: KeptStore): Promise<void> {
    event.preventDefault();
    const name = this.value_of('new-name');
    this.renaming = undefined;
    if (name) await this.keeper.rename(store, name);
  }


  private show_month(month: Snapshot): void {
    this.keeper.let_go();
    const {theme, lang} = this.host.state();
    this.host.show({program: month.program, edition: month.edition, fields: new Map(month.fields), ...(lang ? {lang} : {}), ...(theme ? {theme} : {})});
    this.close();
  }

  private program_name(view: View, program: string): string {
    return text_of(view, view.index.programs.find((entry) => entry.program === program)?.title) || program;
  }

  private about(view: View, store: KeptStore): string {
    const {say, format, lang} = view;
    const saved = new Date(store.saved);
    const when = Number.isNaN(saved.valueOf()) ? store.saved : saved.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', {dateStyle: 'medium', timeStyle: 'short'});
    const programs = Object.keys(store.sheets).map((program) => this.program_name(view, program)).join(say('page.list_mark'));
    return [programs, say('page.tools.stores.saved', {when}), ...(store.months.length ? [say('page.tools.stores.months', {count: format.number(store.months.length)})] : [])].join(' · ');
  }

  /** A year back from the month that is shown. */
  private month_choices(view: View): string[] {
    const shown = day_shown(view).slice(0, 7);
    const [year = '', month = ''] = shown.split('-');
    return year ? months_of(`${Number(year) - 1}-${month}`, shown).reverse() : [];
  }

  /** Whose numbers would be kept. */
  private told(view: View, month: string, found: ToKeep | undefined): TemplateResult {
    const {say, format} = view;
    const answer = found?.answer ? say('page.tools.months.verdict', {verdict: say.of('verdict', found.answer)}) : '';
    const text = found ? `${say(told_of[found.of], {month: format.month(month), date: format.date(day_shown(view))})} ${answer}` : say('page.tools.months.nothing');
    const moved = found?.of === 'moved';
    return html`<div class=${moved ? 'said near' : 'aside'} role="status" data-testid="to-keep">${moved ? glyph('alert') : nothing}<p>${text}</p></div>`;
  }

  private keeping(view: View, store: KeptStore): TemplateResult {
    const {say, format} = view;
    const kept = new Set(store.months.filter(({program}) => program === view.document.program).map(({month}) => month));
    const months = this.month_choices(view);
    const chosen = months.find((month) => month === this.month) ?? months[0] ?? '';
    const found = to_keep(view, chosen);
    return html`<div class="row foot"><label class="label"><span class="aside">${say('page.tools.months.which')}</span>
        <select class="entry" name="month" @change=${(event: Event) => (this.month = (event.target as HTMLSelectElement).value)}>${months.map((month) => html`<option value=${month} .selected=${month === chosen}>${format.month(month)}${kept.has(month) ? ` · ${say('page.tools.months.kept')}` : ''}</option>`)}</select></label>
      <button type="button" class="act first" data-act="keep-month" ?disabled=${!found} @click=${() => found && this.keeper.keep_months([found.snapshot])}>${say('page.tools.months.keep')}</button></div>
      ${this.told(view, chosen, found)}`;
  }

  private open_part(view: View, store: KeptStore): TemplateResult {
    const {say} = view;
    const months = store.months.filter(({program}) => program === view.document.program);
    return html`<section class="part" data-open=${store.id}>
      ${this.renaming === store.id ? html`<form class="row" @submit=${(event: Event) => this.rename(event, store)}><input class="entry grow" name="new-name" aria-label=${say('page.tools.stores.name')} .value=${store.name} maxlength="80">
          <button class="act first">${say('page.tools.stores.rename')}</button></form>`
        : html`<div class="row"><div class="grow"><p class="name">${store.name}</p><p class="aside" data-testid="saved">${this.about(view, store)}</p></div>
          <button type="button" class="act" data-act="rename" @click=${() => (this.renaming = store.id)}>${say('page.tools.stores.rename')}</button>
          <button type="button" class="act" data-act="close-store" @click=${() => this.keeper.let_go()}>${say('page.tools.stores.let_go')}</button>
          <button type="button" class="act bad" data-act="remove" @click=${() => this.keeper.remove(store)}>${say('page.tools.stores.remove')}</button></div>`}
      <p class="aside">${say('page.tools.stores.by_itself')}</p>
      <h3>${say('page.tools.history.heading')}</h3>${this.keeping(view, store)}
      ${months.length ? history(view, months, this.line, this.chart, {
        choose: (line) => (this.line = line), open: (month) => this.show_month(month), forget: (month) => void this.keeper.forget_month(month),
      }) : html`<p class="aside">${say('page.tools.history.empty')}</p>`}</section>`;
  }

  private new_part(view: View): TemplateResult {
    const {say} = view;
    const {open, stores} = this.keeper;
    const default_name = say('page.tools.stores.default_name', {number: stores.length + 1});
    return html`<form class="part" @submit=${(event: Event) => this.save(event, default_name)}>
      <h3>${say(open ? 'page.tools.stores.save_another' : 'page.tools.stores.save')}</h3>
      <div class="row"><input class="entry grow" name="store-name" aria-label=${say('page.tools.stores.name')} placeholder=${default_name} maxlength="80">
        <button class="act ${open ? '' : 'first'}" data-act="save">${say('page.tools.stores.save_button')}</button></div>
      ${open || has_input(view.fields) ? nothing : html`<p class="aside">${say('page.tools.stores.nothing_typed')}</p>`}</form>`;
  }

  private others(view: View): TemplateResult | typeof nothing {
    const {say} = view;
    const others = this.keeper.stores.filter(({id}) => id !== this.keeper.open?.id);
    if (!others.length) return nothing;
    return html`<section class="part"><h3>${say(this.keeper.open ? 'page.tools.stores.others' : 'page.tools.stores.kept')}</h3><ul class="list">${others.map((store) => html`<li class="row" data-store=${store.name}>
      <div class="grow"><p class="name">${store.name}</p><p class="aside">${this.about(view, store)}</p></div>
      <button type="button" class="act" data-act="open" @click=${() => {
        this.keeper.open_store(store);
        this.close();
      }}>${say('page.tools.stores.open')}</button>
      <button type="button" class="small" data-act="remove" aria-label=${say('page.tools.stores.remove_named', {name: store.name})} title=${say('page.tools.stores.remove_named', {name: store.name})} @click=${() => this.keeper.remove(store)}>${glyph('cross')}</button></li>`)}</ul></section>`;
  }

  private async read_file(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (file) this.read = file.size > most_bytes ? 'foreign' : read_collection(await file.text());
  }

  private async take_in(replace: boolean): Promise<void> {
    const {read} = this;
    if (typeof read !== 'object') return;
    this.read = undefined;
    for (const store of to_write(read.stores, this.keeper.stores, replace)) await this.keeper.write(store);
    if (replace && this.keeper.open) {
      const newer = this.keeper.stores.find(({id}) => id === this.keeper.open?.id);
      if (newer) this.keeper.open_store(newer);
    }
  }

  private opened_file(view: View): TemplateResult | typeof nothing {
    const {say} = view;
    const {read} = this;
    if (read === undefined) return nothing;
    if (typeof read === 'string') return html`<p class="said bad" role="alert">${glyph('alert')}<span>${say(`page.tools.file.${read}`)}</span></p>`;
    const months = read.stores.reduce((sum, store) => sum + store.months.length, 0);
    const known = read.stores.filter(({id}) => this.keeper.stores.some((store) => store.id === id)).length;
    return html`<div class="said ${read.damaged ? 'near' : ''}" role="status">${glyph('info')}<div class="part"><p>${say('page.tools.file.found', {stores: read.stores.length, months})}
        ${read.damaged ? say('page.tools.file.damaged', {count: read.damaged}) : ''} ${known ? say('page.tools.file.known', {count: known}) : ''}</p>
      <div class="acts">${read.stores.length ? html`<button type="button" class="act first" data-act="take-in" @click=${() => this.take_in(false)}>${say(known ? 'page.tools.file.add' : 'page.tools.file.take_in')}</button>` : nothing}
        ${known ? html`<button type="button" class="act" data-act="replace" @click=${() => this.take_in(true)}>${say('page.tools.file.replace')}</button>` : nothing}
        <button type="button" class="act" @click=${() => (this.read = undefined)}>${say('page.tools.close')}</button></div></div></div>`;
  }

  private files(view: View): TemplateResult {
    const {say} = view;
    const {stores} = this.keeper;
    return html`<section class="part"><h3>${say('page.tools.file.title')}</h3><p class="aside">${say('page.tools.file.hint')}</p>${this.opened_file(view)}
      <div class="acts"><button type="button" class="act" data-act="export" ?disabled=${!stores.length} @click=${() => save_file('shopgauge-stores.json', 'application/json', collection_text(stores))}>${say('page.tools.file.export')}</button>
        <label class="act">${say('page.tools.file.import')}<input class="unseen" type="file" name="stores-file" accept=".json,application/json" @change=${(event: Event) => this.read_file(event.target as HTMLInputElement)}></label></div></section>`;
  }

  private faults(view: View): TemplateResult | typeof nothing {
    const {say} = view;
    const {fault, damaged} = this.keeper;
    if (!fault && !damaged.length) return nothing;
    return html`<section class="part">${fault ? html`<div class="said bad" role="alert" data-fault=${fault}>${glyph('alert')}<div><p>${say(`page.tools.fault.${fault}`)}</p><p>${say('page.tools.fault.instead')}</p></div></div>
      <div class="acts"><button type="button" class="act" @click=${() => this.dispatchEvent(new CustomEvent('open-sheet', {detail: 'share'}))}>${say('page.tools.share.title')}</button>
        <button type="button" class="act" @click=${() => this.host.dispatchEvent(new Event('save-json'))}>${say('page.tools.save_json')}</button>
        <button type="button" class="act" @click=${() => this.keeper.read()}>${say('page.tools.try_again')}</button></div>` : nothing}
      ${damaged.length ? html`<div class="said near" role="alert" data-testid="damaged">${glyph('alert')}<div class="part"><p>${say('page.tools.stores.damaged', {count: damaged.length})}</p>
        <div class="acts"><button type="button" class="act" data-act="save-damaged" @click=${() => save_file('shopgauge-damaged.json', 'application/json', JSON.stringify(damaged))}>${say('page.tools.stores.damaged_save')}</button>
          <button type="button" class="act" data-act="remove-damaged" @click=${() => this.keeper.remove_damaged()}>${say('page.tools.stores.damaged_remove')}</button></div></div></div>` : nothing}</section>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {view} = this.host;
    if (!view) return nothing;
    const {open, fault} = this.keeper;
    return html`${this.faults(view)}${fault && fault !== 'full' ? nothing : html`
      ${open ? this.open_part(view, open) : nothing}${this.others(view)}${this.new_part(view)}${this.files(view)}`}`;
  }
}

customElements.define('shop-stores', ShopStores);
