/**
 * The element <shop-gauge>. Attributes: program, edition, lang, theme, and `address` (keeps its state in the page's
 * address). Property `reply`: the replies of the last computation. Event `shopgauge-change` after each computation.
 */
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {read_address, write_address} from './address';
import {calculate, with_dates, type Calculation, type Problem} from './calculation';
import {fetch_example, fetch_index, fetch_program, fetch_table, home, type Index, type Loaded} from './content';
import {enrolment, knows} from './document';
import {load, start_engine, type Engine} from './engine';
import {make_format, type Format} from './format';
import type {Lang} from './generated/shopgauge';
import {fields_of_example} from './request';
import {input_name, with_field, without, type Fields, type Theme} from './state';
import {make_say, type Say} from './texts';
import type {Actions, View} from './view';
import {layout} from './parts/layout';
import {styles} from './styles/sheet';

/** How long a half-typed number may be wrong before the page says so. */
const patience_ms = 500;

const no_calculation: Calculation = {reply: {}, old_assessed: false, old_timeline: false, waits: false, problems: []};

export class ShopGauge extends LitElement {
  static override styles = styles;

  static override properties = {
    program: {type: String},
    edition: {type: String},
    lang: {type: String, reflect: true},
    theme: {type: String, reflect: true},
    address: {type: Boolean},
  };

  declare program: string | undefined;
  declare edition: string | undefined;
  declare theme: Theme | undefined;
  declare address: boolean;

  /** The replies of the last computation, as the engine gave them. */
  get reply(): Calculation['reply'] {
    return this.calculation.reply;
  }

  private fields: Fields = new Map();
  private calculation = no_calculation;
  private engine?: Engine;
  private index?: Index;
  private loaded?: Loaded;
  private say?: Say;
  private format?: Format;
  private open: ReadonlySet<string> = new Set();
  private entry = 0;
  private notices: string[] = [];
  private loose: Problem[] = [];
  private failure: string | undefined;
  private at_form = false;
  /** The program and edition that are shown or being fetched; a change of the attributes asks for others. */
  private chosen: string | undefined;
  /** The language of `say`. */
  private spoken: Lang | undefined;
  private late_write?: ReturnType<typeof setTimeout>;
  private centered: string | undefined;
  private late?: ReturnType<typeof setTimeout>;
  private watcher: IntersectionObserver | undefined;
  private watched: Element | undefined;
  /** What was typed under other programs and editions, so that a look elsewhere loses nothing. */
  private readonly kept = new Map<string, Fields>();

  private get language(): Lang {
    return this.lang === 'en' ? 'en' : 'zh-CN';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.address) addEventListener('hashchange', this.on_hash);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.on_hash);
    this.watcher?.disconnect();
    clearTimeout(this.late);
    clearTimeout(this.late_write);
  }

  private readonly on_hash = () => {
    if (location.hash !== write_address(this.state())) void this.start();
  };

  private state() {
    const {program, edition, theme, fields} = this;
    return {
      ...(program ? {program} : {}), ...(edition ? {edition} : {}), ...(this.lang ? {lang: this.language} : {}), ...(theme ? {theme} : {}), fields,
    };
  }

  /** Reads the address, fetches what the page shows, and computes. */
  private async start(): Promise<void> {
    const address = this.address ? read_address(location.hash) : undefined;
    const {program = this.program, edition = program === this.program ? this.edition : undefined} = address?.state ?? {};
    if (address) {
      const {lang, theme, fields} = address.state;
      this.fields = fields;
      if (lang) this.lang = lang;
      if (theme) this.theme = theme;
    }
    const engine = this.engine ?? start_engine(new URL('engine/', home));
    try {
      [this.index] = await Promise.all([this.index ?? fetch_index(), this.speak()]);
      this.notices = address ? this.notices_of(address.unknown_version, address.ignored) : [];
      await this.show(program, edition);
      const fresh = !this.engine;
      this.engine = await engine;
      if (fresh) this.load_document();
      this.compute();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    this.failure = this.say?.('page.failed') ?? String(error);
    this.requestUpdate();
  }

  private async speak(): Promise<void> {
    const lang = this.language;
    this.say = make_say(await fetch_table(lang));
    this.format = make_format(lang);
    this.spoken = lang;
    this.lang ||= lang;
  }

  private notices_of(unknown_version: string | undefined, ignored: string[]): string[] {
    const say = this.say;
    if (!say) return [];
    return [
      ...(unknown_version === undefined ? [] : [say('page.link.unknown_version', {version: unknown_version})]),
      ...(ignored.length ? [say('page.link.ignored', {parts: ignored.join(' & ')})] : []),
    ];
  }

  /** Loads the document to show; an unknown program or edition is told, and the next sensible one shown. */
  private async show(program: string | undefined, edition: string | undefined): Promise<void> {
    const {index, say} = this;
    if (!index || !say) return;
    const known = index.programs.find((entry) => entry.program === program);
    const entry = known ?? index.programs[0];
    if (!entry) throw new Error('programs/index.json is empty');
    if (program && !known) this.notices = [...this.notices, say('page.link.unknown_program', {program})];
    const has_edition = entry.editions.some((item) => item.edition === edition);
    if (known && edition && !has_edition) this.notices = [...this.notices, say('page.link.unknown_edition', {edition, shown: entry.edition})];
    this.program = entry.program;
    this.edition = has_edition && edition ? edition : entry.edition;
    const chosen = (this.chosen = `${this.program} ${this.edition}`);
    const loaded = await fetch_program(this.program, this.edition);
    if (chosen !== this.chosen) return;
    if (loaded.text !== this.loaded?.text) this.calculation = no_calculation;
    this.loaded = loaded;
    this.entry = this.entry_of_fields();
    if (this.engine) this.load_document();
  }

  private load_document(): void {
    if (!this.engine || !this.loaded) return;
    const reply = load(this.engine, this.loaded.text);
    if (!reply.ok) throw new Error(reply.issues.map(({code, path, message}) => `${code} ${path}: ${message}`).join('\n'));
  }

  /** The way to describe the store that the fields follow. */
  private entry_of_fields(): number {
    if (!this.loaded) return 0;
    const {entries} = enrolment(this.loaded.document);
    const found = entries.findIndex((entry) => entry.fields.some((field) => this.fields.has(`e.${field}`)));
    return Math.max(found, 0);
  }

  /** Computes; a mistake in a field that is still being typed is shown only after a moment. */
  private compute(patient = false): void {
    const {engine, loaded} = this;
    if (!engine || !loaded) return;
    clearTimeout(this.late);
    const next = calculate(engine, loaded.document, this.fields, this.calculation);
    if (patient && next.problems.length) this.late = setTimeout(() => this.adopt(next), patience_ms);
    else this.adopt(next);
    this.requestUpdate();
  }

  private adopt(next: Calculation): void {
    this.calculation = next;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('shopgauge-change', {bubbles: true, composed: true, detail: next.reply}));
  }

  private set_fields(fields: Fields, patient = false): void {
    this.fields = fields;
    this.write(patient);
    this.compute(patient);
  }

  /** Keeps the address in step; browsers refuse too many changes in a row, so typing is written down with a delay. */
  private write(patient = false): void {
    clearTimeout(this.late_write);
    if (!this.address) return;
    if (patient) this.late_write = setTimeout(() => this.write(), patience_ms);
    else history.replaceState(null, '', write_address(this.state()));
  }

  private async choose(program: string, edition?: string): Promise<void> {
    if (this.chosen) this.kept.set(this.chosen, this.fields);
    const same_program = program === this.loaded?.document.program;
    this.notices = [];
    await this.show(program, edition);
    const document = this.loaded?.document;
    const moved = same_program && document ? without(this.fields, (key) => !knows(document, key)) : new Map<string, string>();
    this.fields = this.kept.get(this.chosen ?? '') ?? moved;
    this.entry = this.entry_of_fields();
    this.write();
    this.compute();
  }

  private async load_example(): Promise<void> {
    if (!this.program) return;
    const {edition, fields} = fields_of_example(await fetch_example(this.program));
    if (edition && edition !== this.edition) await this.choose(this.program, edition);
    this.set_fields(fields);
    this.entry = this.entry_of_fields();
    this.go('answer');
  }

  private enter_by(entry: number): void {
    const entries = this.loaded ? enrolment(this.loaded.document).entries : [];
    const own = new Set(entries.flatMap((item) => [...item.fields, ...Object.values(item.counts ?? {})]));
    this.entry = entry;
    this.set_fields(without(this.fields, (key) => key.startsWith('e.') && own.has(key.slice(2))));
  }

  private toggle(mark: string, open: boolean): void {
    if (open === this.open.has(mark)) return;
    const next = new Set(this.open);
    if (open) next.add(mark);
    else next.delete(mark);
    this.open = next;
    this.requestUpdate();
  }

  private go(part: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(`#${part}`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({behavior: calm ? 'auto' : 'smooth', block: 'start'});
    if (part === 'numbers') target?.querySelector<HTMLElement>('input')?.focus({preventScroll: true});
  }

  private go_to_field(key: string): void {
    const field = this.renderRoot.querySelector<HTMLElement>(`form [name="${CSS.escape(input_name(key))}"]`);
    const fold = field?.closest('details');
    if (fold) fold.open = true;
    field?.focus();
  }

  private readonly actions: Actions = {
    type: (key, text) => this.set_fields(with_field(this.fields, key, text), true),
    commit: (key, text) => this.set_fields(with_field(this.fields, key, text)),
    remove: (keys) => this.set_fields(without(this.fields, (key) => keys.includes(key))),
    choose: (program, edition) => void this.choose(program, edition).catch((error: unknown) => this.fail(error)),
    load_example: () => void this.load_example().catch((error: unknown) => this.fail(error)),
    clear: () => {
      this.entry = 0;
      this.set_fields(new Map());
    },
    set_lang: (lang) => this.set_lang(lang),
    set_theme: (theme) => {
      this.theme = theme;
      this.write();
    },
    toggle: (mark, open) => this.toggle(mark, open ?? !this.open.has(mark)),
    enter_by: (entry) => this.enter_by(entry),
    go: (part) => this.go(part),
    go_to_field: (key) => this.go_to_field(key),
  };

  private set_lang(lang: Lang): void {
    this.lang = lang;
    this.write();
  }

  /** Attributes that were changed from outside, or by the page's own switches. */
  private follow_attributes(changed: PropertyValues): void {
    const run = (work: Promise<void>) => void work.then(() => this.requestUpdate()).catch((error: unknown) => this.fail(error));
    if (changed.has('lang') && this.spoken && this.spoken !== this.language) run(this.speak());
    const wanted = `${this.program} ${this.edition}`;
    if (this.chosen && this.chosen !== wanted && (changed.has('program') || changed.has('edition')) && this.program) run(this.choose(this.program, this.edition));
  }

  private view(): View | undefined {
    const {say, format, index, loaded, engine} = this;
    if (!say || !format || !index || !loaded || !engine) return undefined;
    const {document} = loaded;
    const {fields, calculation, open, entry, notices, loose, actions, theme} = this;
    const sent = with_dates(document, fields);
    return {lang: this.language, theme, say, format, index, document, fields, sent, calculation, open, entry, notices, loose, actions};
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failure) return html`<p class="failure" role="alert">${this.failure}</p>`;
    const view = this.view();
    return view ? layout(view, this.at_form) : html`<div class="loading" aria-busy="true">${this.say?.('page.loading') ?? nothing}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    this.follow_attributes(changed);
    this.find_loose();
    this.watch_form();
    this.center_strip();
    if (this.address) {
      document.documentElement.lang = this.language;
      if (this.theme) document.documentElement.dataset['theme'] = this.theme;
      else delete document.documentElement.dataset['theme'];
      if (this.loaded && this.say) document.title = `${this.loaded.document.title[this.language]} · ${this.say('page.brand')}`;
    }
  }

  /** Problems whose field is not on the page go to the top of it. */
  private find_loose(): void {
    const names = new Set([...this.renderRoot.querySelectorAll<HTMLInputElement>('form [name]')].map((input) => input.name));
    const loose = this.calculation.problems.filter(({key}) => key === undefined || !names.has(input_name(key)));
    const marks = (list: Problem[]) => list.map(({issue, key}) => `${issue.code} ${key}`).join();
    if (marks(loose) === marks(this.loose) && loose.every((problem, at) => problem === this.loose[at])) return;
    this.loose = loose;
    this.requestUpdate();
  }

  /** The calendar strip opens at the current month. */
  private center_strip(): void {
    const strip = this.renderRoot.querySelector<HTMLElement>('.strip');
    const now = strip?.querySelector<HTMLElement>('.cell.now');
    const date = this.calculation.timeline?.standing?.date;
    if (!strip || !now || date === this.centered) return;
    this.centered = date;
    strip.scrollLeft = now.offsetLeft - strip.offsetLeft - strip.clientWidth / 2;
  }

  /** The bar at a phone's lower edge leads to the form, and from there back to the answer. */
  private watch_form(): void {
    const form = this.renderRoot.querySelector('.form') ?? undefined;
    if (!form || form === this.watched) return;
    this.watched = form;
    this.watcher?.disconnect();
    this.watcher = new IntersectionObserver(([entry]) => {
      const at_form = entry?.isIntersecting ?? false;
      if (at_form === this.at_form) return;
      this.at_form = at_form;
      this.requestUpdate();
    }, {rootMargin: '-30% 0px -40% 0px'});
    this.watcher.observe(form);
  }
}

customElements.define('shop-gauge', ShopGauge);

declare global {
  interface HTMLElementTagNameMap {
    'shop-gauge': ShopGauge;
  }
}
