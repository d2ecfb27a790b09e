/** The sheet for tables: paste or open one, say what its columns are, look at it, and use it: one row, months of a store, or all stores. */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {fetch_program} from '../content';
import type {ProgramDocument} from '../program';
import type {Fields} from '../state';
import type {View} from '../view';
import {bare_rates, columns_of, is_name, is_number, is_other_unit, likely_unit, matched, type Column} from './columns';
import type {Keeper} from './keeper';
import {most_rows, read_grid, text_of_bytes, type Grid, type GridRefusal} from './grid';
import type {Host} from './host';
import {glyph} from './icons';
import type {Snapshot} from './kept';
import type {RateUnit} from './quantities';
import {common} from './styles';
import {assess_month, assess_row, is_refused, refusal_text, result_of, save_results, type RowResult} from './table_results';
import {fields_in, meanings_of, months_in, said_in, unreadable_in, type Meanings} from './table_rows';
import {typed_text} from './words';

/** So many rows are shown; the rest is found by its words. */
const most_shown = 12;
/** No table of stores is as long; such a file is not even read. */
const most_bytes = 30_000_000;
/** So many lines of what was pasted stand in the box. */
const most_pasted = 20;
/** So many rows are worked on before the page may breathe. */
const slice = 100;

type Use = 'row' | 'months' | 'stores';

/** What became of months that were to be kept. */
interface Keeping {
  kept: number;
  /** The months that were not, each with why. */
  refused: [month: string, why: string][];
}

export class ShopTable extends LitElement {
  static override styles = [common, css`
    textarea { width: 100%; min-height: 132px; padding: 10px 12px; resize: vertical; font-size: 14px; white-space: pre; overflow: auto; }
    .match { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px; }
    .match .label { padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; align-content: start; } .match .known { border-color: var(--accent); }
    .match strong { overflow-wrap: anywhere; } .match .sample { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .match select { width: 100%; }
    .uses { display: grid; gap: 4px; } .use { display: flex; gap: 8px; align-items: flex-start; min-height: 44px; padding: 8px 0; } .use input { width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--accent); flex: none; }
    .bad-cell { color: var(--fail); text-decoration: underline wavy; text-underline-offset: 3px; }
    .search { width: min(320px, 100%); }
    td .act { padding: 0 12px; }
    textarea[readonly] { background: var(--sunken); color: var(--muted); } .bad-unit { color: var(--fail); font-size: 14px; line-height: 1.5; }
    td { max-width: 260px; overflow: hidden; text-overflow: ellipsis; }
    td.fault { min-width: 220px; white-space: normal; color: var(--fail); }
    .first-col { position: sticky; left: 0; background: var(--surface); z-index: 1; }
    .pass { color: var(--pass); } .fail { color: var(--fail); }
  `];

  static override properties = {
    grid: {state: true}, refusal: {state: true}, chosen: {state: true}, unit: {state: true}, use: {state: true}, search: {state: true}, results: {state: true}, done: {state: true}, keeping: {state: true}, abridged: {state: true},
  };

  declare host: Host;
  declare keeper: Keeper;
  declare grid: Grid | undefined;
  declare refusal: GridRefusal | undefined;
  /** The meaning of each column of the grid. */
  declare chosen: (Column | undefined)[];
  declare unit: RateUnit;
  declare use: Use;
  declare search: string;
  declare results: Map<string[], RowResult> | undefined;
  /** How many rows are worked out so far. */
  declare done: number | undefined;
  declare keeping: Keeping | undefined;
  /** How many lines were pasted, where the box shows only the first of them. */
  declare abridged: number | undefined;

  private other: ProgramDocument | undefined;
  private known: {document: View['document']; columns: Column[]} | undefined;
  private made: {unit: RateUnit; meanings: Meanings} | undefined;

  constructor() {
    super();
    Object.assign(this, {chosen: [], unit: 'percent', use: 'row', search: ''});
  }

  private readonly on_change = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.addEventListener('change', this.on_change);
    void this.fetch_names();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.host.removeEventListener('change', this.on_change);
    this.done = undefined;
  }

  /** Made once for a document and a language. */
  private columns(view: View): Column[] {
    if (this.known?.document !== view.document) this.known = {document: view.document, columns: columns_of(view, this.other)};
    return this.known.columns;
  }

  /** The names in the page's other language, where they can be had. */
  private async fetch_names(): Promise<void> {
    const {view} = this.host;
    if (!view || view.from_device) return;
    const {program, edition} = view.document;
    const other = await fetch_program(program, edition, view.lang === 'en' ? 'zh-CN' : 'en').catch(() => undefined);
    if (this.grid) return;
    [this.other, this.known] = [other?.document, undefined];
  }

  private take(text: string): void {
    const {view} = this.host;
    if (!view) return;
    [this.grid, this.refusal, this.search] = [undefined, undefined, ''];
    this.forget_results();
    if (!text.trim()) return;
    const columns = this.columns(view);
    const read = read_grid(text, (cell) => is_name(columns, cell) && !/^[\d.,%\s]*$/.test(cell));
    if (typeof read === 'string') {
      this.refusal = read;
      return;
    }
    this.grid = read;
    this.chosen = matched(columns, read.header);
    this.unit = likely_unit(this.chosen, read);
    const has = (id: string) => this.chosen.some((column) => column?.id === id);
    this.use = has('month') && new Set(this.cells_of('month')).size > 1 && new Set(this.cells_of('store')).size < 2 ? 'months' : 'row';
  }

  /** What was worked out no longer holds. */
  private forget_results(): void {
    [this.results, this.keeping] = [undefined, undefined];
  }

  private get box(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** The box is not read again before it is cleared, or pasted into: what it shows is not all. */
  private fill_box(text: string): void {
    const lines = text.split('\n');
    this.abridged = lines.length > most_pasted ? lines.length : undefined;
    if (this.box) this.box.value = this.abridged ? `${lines.slice(0, most_pasted).join('\n')}\n…` : text;
  }

  /** Thousands of lines would make the box slow: it shows the first ones, and all are read. */
  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const {value, selectionStart, selectionEnd} = event.target as HTMLTextAreaElement;
    const stays = value.slice(0, selectionStart) + value.slice(selectionEnd);
    if (!this.abridged && (!text.includes('\n') || stays.trim())) return;
    event.preventDefault();
    this.take_pasted(text);
  }

  private take_pasted(text: string): void {
    this.fill_box(text);
    this.take(text);
  }

  private async open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const text = file.size > most_bytes ? 'workbook' : text_of_bytes(new Uint8Array(await file.arrayBuffer()));
    this.fill_box('');
    if (text === 'workbook' || text === 'empty') [this.grid, this.refusal] = [undefined, text];
    else this.take(text);
  }

  private cells_of(id: string): string[] {
    const at = this.chosen.findIndex((column) => column?.id === id);
    return at < 0 ? [] : (this.grid?.rows ?? []).map((row) => row[at] ?? '');
  }

  /** Made once for the columns' meanings and the unit of rates. */
  private meanings(): Meanings {
    const {chosen, unit, grid} = this;
    if (this.made?.meanings.columns !== chosen || this.made.unit !== unit) this.made = {unit, meanings: meanings_of(grid?.header ?? [], chosen, unit)};
    return this.made.meanings;
  }

  private rows(): string[][] {
    const words = this.search.trim().toLowerCase();
    const rows = this.grid?.rows ?? [];
    return words ? rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(words))) : rows;
  }

  /** What is on the page already and holds for every row: the store and its own numbers, not its readings. */
  private with_row(view: View, row: string[]): Fields {
    return new Map([...[...view.fields].filter(([key]) => /^(p|e)\.|^date$/.test(key)), ...fields_in(this.meanings(), row)]);
  }

  private fill_row(row: string[]): void {
    const {view} = this.host;
    if (!view) return;
    this.host.show({...this.host.state(), fields: new Map([...view.fields, ...fields_in(this.meanings(), row)])});
    this.dispatchEvent(new Event('close'));
  }

  private fill_months(): void {
    const {view} = this.host;
    if (!view) return;
    const fields = new Map(view.fields);
    const meanings = this.meanings();
    for (const [month, row] of months_in(meanings, this.rows())) {
      const verdict = said_in(meanings, row, 'verdict');
      if (verdict) fields.set(`mo.${month}`, verdict);
      for (const [key, text] of fields_in(meanings, row)) if (!key.startsWith('g.')) fields.set(`mo.${month}.${key}`, text);
    }
    this.host.show({...this.host.state(), fields});
    this.dispatchEvent(new Event('close'));
  }

  /** Months that the engine refuses are told, with why; the others are kept. */
  private async keep_months(): Promise<void> {
    const {view, element: {engine}} = this.host;
    if (!view || !engine) return;
    const meanings = this.meanings();
    const found = [...months_in(meanings, this.rows())].map(([month, row]) => ({month, reply: fields_in(meanings, row).length ? assess_month(engine, view, month, this.with_row(view, row)) : []}));
    const months = found.flatMap(({reply}): Snapshot[] => (is_refused(reply) ? [] : [reply]));
    const refused = found.flatMap(({month, reply}) => (is_refused(reply) ? [{month, reply}] : []));
    if (months.length) await this.keeper.keep_months(months);
    if (!refused.length) return this.see_stores();
    const voice = await this.told_view();
    this.keeping = {kept: this.keeper.fault ? 0 : months.length, refused: refused.map(({month, reply}) => [month, reply.length ? refusal_text(voice, reply) : voice.say('page.tools.table.no_numbers')])};
  }

  private see_stores(): void {
    this.dispatchEvent(new CustomEvent('open-sheet', {detail: 'stores'}));
  }

  /** The view with the words for what the engine refuses, where these can be had. */
  private async told_view(): Promise<View> {
    await this.host.element.learn_mistakes().catch(() => {});
    return this.host.view as View;
  }

  /** Works out every row, in slices. */
  private async work_out(): Promise<void> {
    const {view, element: {engine}} = this.host;
    if (!view || !engine) return;
    const rows = this.rows();
    const results = new Map<string[], RowResult>();
    this.done = 0;
    for (const [at, row] of rows.entries()) {
      if (at % slice === 0) {
        this.done = at;
        await new Promise((next) => setTimeout(next));
        if (!this.isConnected) return;
      }
      results.set(row, result_of(view, assess_row(engine, view, this.with_row(view, row))));
    }
    if ([...results.values()].some(({refusals}) => refusals.length)) await this.told_view();
    [this.results, this.done] = [results, undefined];
  }

  private entrance(view: View): TemplateResult {
    const {say, format} = view;
    const {abridged} = this;
    return html`<div class="part"><p class="aside">${say('page.tools.table.hint')}</p>
      <label class="label"><span class="unseen">${say('page.tools.table.paste')}</span><textarea class="entry" name="cells" spellcheck="false" placeholder=${say('page.tools.table.paste')} ?readonly=${abridged !== undefined}
        @paste=${(event: ClipboardEvent) => this.paste(event)} @input=${(event: Event) => this.take((event.target as HTMLTextAreaElement).value)}></textarea></label>
      ${abridged === undefined ? nothing : html`<p class="aside" data-testid="abridged">${say('page.tools.table.abridged', {shown: format.number(most_pasted), count: format.number(abridged)})}</p>`}
      <div class="acts"><label class="act">${say('page.tools.table.open')}<input class="unseen" type="file" name="table-file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" @change=${(event: Event) => this.open(event.target as HTMLInputElement)}></label>
        ${this.grid || this.refusal ? html`<button type="button" class="act" data-act="clear" @click=${() => this.clear()}>${say('page.clear')}</button>` : nothing}</div>
      ${this.refusal ? html`<p class="said bad" role="alert">${glyph('alert')}<span>${say(`page.tools.table.refused.${this.refusal}`)}</span></p>` : nothing}</div>`;
  }

  private clear(): void {
    this.take_pasted('');
    this.box?.focus();
  }

  private choose(at: number, id: string, columns: Column[]): void {
    this.chosen = this.chosen.map((column, place) => (place === at ? columns.find((item) => item.id === id) : column?.id === id ? undefined : column));
    this.forget_results();
  }

  /** A table of hundreds of columns is matched by those that have a meaning; the others can be had. */
  private matcher(view: View, grid: Grid): TemplateResult {
    const {say} = view;
    const columns = this.columns(view);
    const known = this.chosen.filter(Boolean).length;
    const sample = (at: number) => grid.rows.slice(0, 3).map((row) => row[at] ?? '').filter(Boolean).join(' · ');
    const has_bare = bare_rates(this.chosen, grid).length > 0;
    return html`<section class="part"><h3>${say('page.tools.table.columns', {known, count: grid.header.length})}</h3>
      ${grid.turned ? html`<p class="aside">${say('page.tools.table.turned')}</p>` : nothing}
      ${known ? nothing : html`<p class="said near">${glyph('alert')}<span>${say('page.tools.table.none_known')}</span></p>`}
      <div class="match">${grid.header.map((name, at) => html`<label class="label ${this.chosen[at] ? 'known' : ''}"><strong>${name || say('page.tools.table.column', {number: at + 1})}</strong>
        <span class="aside sample">${sample(at)}</span>
        <select class="entry" data-column=${at} @change=${(event: Event) => this.choose(at, (event.target as HTMLSelectElement).value, columns)}>
          <option value="" .selected=${!this.chosen[at]}>${say('page.tools.table.skip')}</option>
          ${columns.map(({id, label}) => html`<option value=${id} .selected=${this.chosen[at]?.id === id}>${label}</option>`)}</select>
        ${is_other_unit(this.chosen[at], name) ? html`<span class="bad-unit" data-other-unit=${at}>${say('page.tools.table.other_unit')}</span>` : nothing}</label>`)}</div>
      ${has_bare ? html`<label class="label"><span class="aside">${say('page.tools.table.unit')}</span><select class="entry" name="unit" @change=${(event: Event) => {
        this.unit = (event.target as HTMLSelectElement).value as RateUnit;
        this.forget_results();
      }}><option value="percent" .selected=${this.unit === 'percent'}>${say('page.tools.table.unit.percent')}</option><option value="fraction" .selected=${this.unit === 'fraction'}>${say('page.tools.table.unit.fraction')}</option></select></label>` : nothing}</section>`;
  }

  private cell(view: View, row: string[], at: number): TemplateResult | string {
    const column = this.chosen[at];
    const raw = row[at] ?? '';
    const text = this.meanings().readers[at]?.(raw);
    if (!column) return raw;
    if (text === undefined) return html`<span class="bad-cell" title=${view.say('page.tools.table.unreadable')}>${raw}</span>`;
    if (column.kind === 'month') return view.format.month(text);
    return column.kind === 'verdict' ? view.say.of('verdict', text) : column.kind === 'store' ? text : typed_text(view, column.id, text);
  }

  private place_of(at: number): string {
    return is_number(this.chosen[at]) ? 'num' : '';
  }

  private result_cells(view: View, row: string[]): TemplateResult | typeof nothing {
    const result = this.results?.get(row);
    if (this.use === 'row') return html`<td><button type="button" class="act" data-act="fill-row" @click=${() => this.fill_row(row)}>${view.say('page.tools.table.fill')}</button></td>`;
    if (this.use !== 'stores' || !result) return nothing;
    return html`<td class="num"><strong>${result.score || result.verdict || '—'}</strong></td><td class="aside ${result.refusals.length ? 'fault' : ''}">${result.refusals.length ? refusal_text(view, result.refusals) : result.basis}</td>`;
  }

  private preview(view: View): TemplateResult {
    const {say, format} = view;
    const rows = this.rows();
    const shown = this.chosen.flatMap((column, at) => (column ? [at] : []));
    const order = [...shown.filter((at) => this.chosen[at]?.kind === 'store' || this.chosen[at]?.kind === 'month'), ...shown.filter((at) => this.chosen[at]?.kind !== 'store' && this.chosen[at]?.kind !== 'month')];
    const bad = unreadable_in(this.meanings(), rows);
    const with_result = this.use === 'stores' && this.results;
    const result_head = this.use === 'row' ? html`<th></th>` : with_result ? html`<th class="num">${say('page.answer')}</th><th>${say('page.tools.csv.basis')}</th>` : nothing;
    return html`<div class="acts"><input class="entry search" name="search" type="search" placeholder=${say('page.tools.table.search')} aria-label=${say('page.tools.table.search')} .value=${this.search}
        @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
          this.forget_results();
        }}></div>
      <p class="aside num" role="status" data-testid="rows">${say('page.tools.table.rows', {shown: format.number(Math.min(rows.length, most_shown)), count: format.number(rows.length)})}
        ${this.grid?.cut ? say('page.tools.table.cut', {most: format.number(most_rows), cut: format.number(this.grid.cut)}) : ''} ${bad ? say('page.tools.table.bad', {count: format.number(bad)}) : ''}</p>
      ${order.length ? html`<div class="table" tabindex="0" role="region" aria-label=${say('page.tools.table.preview')}><table><thead><tr>${result_head}${order.map((at) => html`<th class=${this.place_of(at)}>${this.chosen[at]?.label}</th>`)}</tr></thead>
        <tbody>${rows.slice(0, most_shown).map((row) => html`<tr>${this.result_cells(view, row)}${order.map((at) => html`<td class=${this.place_of(at)}>${this.cell(view, row, at)}</td>`)}</tr>`)}</tbody></table></div>` : nothing}`;
  }

  private using(view: View, grid: Grid): TemplateResult {
    const {say} = view;
    const uses: Use[] = ['row', 'months', ...(view.from_device ? [] : ['stores' as const])];
    const off = (use: Use) => use === 'months' && !this.chosen.some((column) => column?.id === 'month');
    return html`<section class="part"><fieldset class="uses"><legend><h3>${say('page.tools.table.use', {count: view.format.number(grid.rows.length)})}</h3></legend>
      ${uses.map((use) => html`<label class="use"><input type="radio" name="use" value=${use} .checked=${this.use === use} ?disabled=${off(use)} @change=${() => ([this.use, this.keeping] = [use, undefined])}>
        <span>${say(`page.tools.table.use.${use}`)}${off(use) ? html` <span class="aside">${say('page.tools.table.no_month')}</span>` : nothing}</span></label>`)}</fieldset>
      ${this.preview(view)}${this.use === 'months' ? this.months_part(view) : this.use === 'stores' ? this.stores_part(view) : nothing}</section>`;
  }

  private months_part(view: View): TemplateResult {
    const {say, document} = view;
    const months = months_in(this.meanings(), this.rows());
    const twice = this.rows().length - months.size;
    const {open} = this.keeper;
    const list = {first: view.format.month([...months.keys()][0] ?? ''), last: view.format.month([...months.keys()].at(-1) ?? ''), count: months.size};
    return html`${months.size ? html`<p>${say('page.tools.table.months', list)}</p>` : nothing}
      ${twice > 0 ? html`<p class="said near" data-testid="twice">${glyph('info')}<span>${say('page.tools.table.twice', {count: view.format.number(twice)})}</span></p>` : nothing}
      <div class="acts">${document.cycle ? html`<button type="button" class="act first" data-act="fill-months" ?disabled=${!months.size} @click=${() => this.fill_months()}>${say('page.tools.table.fill_months')}</button>` : nothing}
        ${view.from_device || !(document.score || document.standards) ? nothing : html`<button type="button" class="act ${document.cycle ? '' : 'first'}" data-act="keep-months" ?disabled=${!months.size || !open} @click=${() => this.keep_months()}>${say('page.tools.table.keep_months')}</button>`}</div>
      ${open ? nothing : html`<p class="aside">${say('page.tools.table.no_store')}</p>`}${this.kept_part(view)}`;
  }

  private kept_part({say, format}: View): TemplateResult | typeof nothing {
    if (!this.keeping) return nothing;
    const {kept, refused} = this.keeping;
    return html`<div class="said near" role="status" data-testid="keeping">${glyph('alert')}<div><p>${say('page.tools.table.kept_some', {kept: format.number(kept), count: format.number(kept + refused.length)})}</p>
        <ul>${refused.map(([month, why]) => html`<li data-refused=${month}>${say('page.tools.table.refused_field', {name: format.month(month), text: why})}</li>`)}</ul></div></div>
      ${kept ? html`<div class="acts"><button type="button" class="act" data-act="see-stores" @click=${() => this.see_stores()}>${say('page.tools.stores.title')}</button></div>` : nothing}`;
  }

  private stores_part(view: View): TemplateResult {
    const {say, format} = view;
    const working = this.done !== undefined;
    return html`<p class="aside">${say('page.tools.table.stores_hint')}</p><div class="acts"><button type="button" class="act first" data-act="work-out" ?disabled=${working} @click=${() => this.work_out()}>${working
        ? say('page.tools.table.working', {done: format.number(this.done ?? 0), count: format.number(this.rows().length)}) : say('page.tools.table.work_out', {count: format.number(this.rows().length)})}</button>
      ${this.results ? html`<button type="button" class="act" data-act="save-results" @click=${() => this.grid && this.results && save_results(view, this.grid, this.results)}>${say('page.tools.table.save_results')}</button>` : nothing}</div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {view} = this.host;
    if (!view) return nothing;
    const {grid} = this;
    return html`${this.entrance(view)}${grid ? html`${this.matcher(view, grid)}${this.using(view, grid)}` : nothing}`;
  }
}

customElements.define('shop-table', ShopTable);
