/**
 * The element <shop-gauge>. Attributes: program, edition, lang, theme, and `address` (keeps its state in the page's
 * address). Property `reply`: the replies of the last computation. Event `shopgauge-change` after each computation. Slots
 * `tools` (in the top bar) and `notices` (above the page), for what a page puts around the element (src/shell/).
 */
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {read_address, write_address, type Address} from './address';
import {calculate, with_dates, type Calculation, type Problem} from './calculation';
import {fetch_example, fetch_index, fetch_program, fetch_texts, home, in_language, is_same, proposed_edition, type Index, type Loaded, type TextPart} from './content';
import {adopt} from './css';
import type {Desk} from './desk';
import {load, start_engine, start_full_engine, type Engine, type FullEngine} from './engine';
import type {OpenedFile} from './file';
import type {ForecastOptions} from './forecast';
import {make_format, today_in} from './format';
import type {Lang} from './generated/shopgauge';
import {has_desk, input_name, with_field, without, type Fields, type Theme} from './state';
import {make_say, type Table, type TextKey} from './texts';
import type {Actions, BackgroundParts, CycleParts, Mistakes, Notice, View, Voice} from './view';
import {layout} from './parts/layout';
import {styles} from './styles/sheet';

/** How long a half-typed number may be wrong before the page says so. */
const patience_ms = 500;

const engine_folder = new URL('engine/', home);

const no_calculation: Calculation = {reply: {}, old_assessed: false, old_timeline: false, waits: false, problems: []};

/** Any other word leaves the choice to the device. */
const theme_of = (text: string | null): Theme | undefined => (text === 'light' || text === 'dark' ? text : undefined);

export class ShopGauge extends LitElement {
  static override styles = styles;

  static override properties = {
    program: {reflect: true},
    edition: {reflect: true},
    lang: {reflect: true},
    theme: {reflect: true, converter: {fromAttribute: theme_of}},
    address: {type: Boolean, reflect: true},
  };

  declare program: string | undefined;
  declare edition: string | undefined;
  declare theme: Theme | undefined;
  declare address: boolean;

  /** The replies of the last computation, as the engine gave them. */
  get reply(): Calculation['reply'] {
    return this.calculation.reply;
  }

  /** Runs a request of `forecast` in a worker: the reply as the engine gave it. `signal` ends the run and leaves nothing of it. */
  async forecast(request: string, options?: ForecastOptions): Promise<string> {
    const {forecast} = await import('./forecast');
    return forecast(engine_folder, request, options);
  }

  private fields: Fields = new Map();
  private calculation = no_calculation;
  /** The last one that was begun; it may still wait for its words. */
  private newest = no_calculation;
  /** Like `view`, for the standalone page's own tools alone. */
  engine?: Engine;
  private starting?: Promise<Engine>;
  /** What the engine has: an edition is loaded once, in the language that came first. */
  private readonly in_engine = new Set<string>();
  private full_engine?: FullEngine;
  private cycle?: CycleParts;
  private background?: BackgroundParts;
  private mistakes?: Mistakes;
  private desk?: Desk;
  private file: OpenedFile | undefined;
  private index?: Index;
  private loaded?: Loaded;
  private voice?: Voice;
  private table: Table = {};
  private open: ReadonlySet<string> = new Set();
  private entry = 0;
  private notices: Notice[] = [];
  private loose: Problem[] = [];
  private failure: string | undefined;
  private at_form = false;
  /** The program and edition that are shown or being fetched; a change of the attributes asks for others. */
  private chosen: string | undefined;
  private text_parts: ReadonlySet<TextPart> = new Set<TextPart>(['main']);
  /** The language of `voice`, or the one that is being fetched. */
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
    this.addEventListener('dragover', this.on_drag);
    this.addEventListener('drop', this.on_drop);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.on_hash);
    this.watcher?.disconnect();
    this.watched = undefined;
    clearTimeout(this.late);
    clearTimeout(this.late_write);
  }

  private readonly on_hash = () => {
    if (location.hash !== write_address(this.state())) void this.start();
  };

  private readonly on_drag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  private readonly on_drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.actions.open_file(file);
  };

  private state() {
    const {program, edition, theme, fields} = this;
    return {
      ...(program ? {program} : {}), ...(edition ? {edition} : {}), ...(this.lang ? {lang: this.language} : {}), ...(theme ? {theme} : {}),
      ...(this.loaded?.from_device ? {file: true} : {}), fields,
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
    const engine = (this.starting ??= start_engine(engine_folder));
    try {
      [this.index] = await Promise.all([this.index ?? fetch_index(), this.speak()]);
      this.notices = address ? this.notices_of(address) : [];
      const file = address?.state.file ? this.file?.loaded : undefined;
      await (file ? this.take(file) : this.show(program, edition));
      if (this.notices.length) await this.need('mistakes');
      this.engine = await engine;
      this.load_document();
      this.compute();
      void this.add_background();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Without a connection the results must do. */
  private async add_background(): Promise<void> {
    await Promise.all([import('./parts/background'), this.need('background')]).then(([parts]) => (this.background = parts)).catch(() => {});
    this.requestUpdate();
    if (has_desk(this.fields)) await this.open_desk();
  }

  private fail(error: unknown): void {
    console.error(error);
    this.failure = this.voice?.say('page.failed') ?? String(error);
    this.requestUpdate();
  }

  /** Fetches the words of the language, the document's among them: all change at once. */
  private async speak(more: TextPart[] = []): Promise<void> {
    const lang = (this.spoken = this.language);
    const parts = [...new Set([...this.text_parts, ...more])];
    let [loaded, ...fetched] = await Promise.all([this.loaded && in_language(this.loaded, lang), ...parts.map((part) => fetch_texts(lang, part))]);
    // Another document may have come meanwhile.
    while (!is_same(loaded, this.loaded)) loaded = this.loaded && (await in_language(this.loaded, lang));
    if (lang !== this.language) return;
    this.text_parts = new Set([...this.text_parts, ...parts]);
    this.table = Object.assign({}, this.voice?.lang === lang ? this.table : {}, ...fetched) as Table;
    this.voice = {lang, say: make_say(this.table), format: make_format(lang)};
    if (loaded) this.loaded = loaded;
    this.lang ||= lang;
  }

  /** Without a connection the page stays in its language, and says so. */
  private async change_language(): Promise<void> {
    const wanted = this.language;
    await this.speak().catch(() => {
      if (wanted !== this.language) return;
      this.lang = this.spoken = this.voice?.lang ?? this.language;
      this.write();
      this.tell('page.failed');
    });
  }

  /** Fetches texts that only some visits need; again where the language was changed meanwhile. */
  private async need(part: TextPart): Promise<void> {
    while (!this.text_parts.has(part)) await this.speak([part]);
  }

  private notices_of({unknown_version, ignored, state}: Address): Notice[] {
    return [
      ...(state.file && !this.file ? [{key: 'page.link.file'} as const] : []),
      ...(unknown_version === undefined ? [] : [{key: 'page.link.unknown_version', params: {version: unknown_version}} as const]),
      ...(ignored.length ? [{key: 'page.link.ignored', params: {parts: ignored.join(' & ')}} as const] : []),
    ];
  }

  /** Loads the document to show; an unknown program or edition is told, and the next sensible one shown. */
  private async show(program: string | undefined, edition: string | undefined): Promise<void> {
    const {index} = this;
    if (!index) return;
    if (!this.file?.loaded) this.file = undefined;
    const known = index.programs.find((entry) => entry.program === program);
    const entry = known ?? index.programs[0];
    if (!entry) throw new Error('programs/index.json is empty');
    if (program && !known) this.notices = [...this.notices, {key: 'page.link.unknown_program', params: {program}}];
    const proposed = proposed_edition(entry, today_in(entry.time_zone));
    const has_edition = entry.editions.some((item) => item.edition === edition);
    if (known && edition && !has_edition) this.notices = [...this.notices, {key: 'page.link.unknown_edition', params: {edition, shown: proposed}}];
    const shown = has_edition && edition ? edition : proposed;
    const chosen = this.choice(entry.program, shown);
    const loaded = await fetch_program(entry.program, shown, this.language);
    if (chosen === this.chosen) await this.take(loaded);
  }

  /** Notes what is to be shown: the answer to an earlier wish may come later. */
  private choice(program: string, edition: string): string {
    this.program = program;
    this.edition = edition;
    return (this.chosen = `${program} ${edition}`);
  }

  /** Shows a document, with the parts of the page that it needs. */
  private async take(found: Loaded): Promise<void> {
    const {program, edition, cycle} = found.document;
    const chosen = this.choice(program, edition);
    if (cycle && !this.cycle) {
      const [parts] = await Promise.all([import('./parts/cycle'), this.need('cycle')]);
      if (!this.cycle) adopt(this.renderRoot as ShadowRoot, parts.calendar_styles);
      this.cycle = parts;
    }
    let loaded = found;
    while (this.voice && loaded.lang && loaded.lang !== this.voice.lang) loaded = await in_language(loaded, this.voice.lang);
    if (chosen !== this.chosen) return;
    if (!is_same(loaded, this.loaded)) this.calculation = no_calculation;
    this.loaded = loaded;
    this.entry = this.entry_of_fields();
    this.load_document();
  }

  /** The engine does not look at texts; the same edition in another language would be another document to it. */
  private load_document(): void {
    const {engine, loaded} = this;
    if (!engine || !loaded || loaded.from_device) return;
    const {program, edition} = loaded.document;
    if (this.in_engine.has(`${program} ${edition}`)) return;
    const reply = load(engine, loaded.text);
    if (!reply.ok) throw new Error(reply.issues.map(({code, path, message}) => `${code} ${path}: ${message}`).join('\n'));
    this.in_engine.add(`${program} ${edition}`);
  }

  /** The way to describe the store that the fields follow. */
  private entry_of_fields(): number {
    const entries = this.loaded?.document.cycle?.entries ?? [];
    return Math.max(entries.findIndex((entry) => entry.fields.some((field) => this.fields.has(`e.${field}`))), 0);
  }

  /** Computes; a mistake in a field that is still being typed is shown only after a moment. */
  private compute(patient = false): void {
    const {loaded} = this;
    const engine = loaded?.from_device ? this.full_engine : this.engine;
    if (!engine || !loaded) return;
    clearTimeout(this.late);
    const next = (this.newest = calculate(engine, loaded, this.fields, this.calculation));
    if (!next.problems.length) this.adopt(next);
    else this.late = setTimeout(() => this.run(this.adopt_with_problems(next)), patient ? patience_ms : 0);
    this.requestUpdate();
  }

  /** The words for mistakes are fetched with the first one; without a connection the bare codes must do. */
  private async adopt_with_problems(next: Calculation): Promise<void> {
    await this.learn_mistakes().catch(() => {});
    if (next === this.newest) this.adopt(next);
  }

  private async learn_mistakes(): Promise<void> {
    [this.mistakes] = await Promise.all([import('./problems'), this.need('mistakes')]);
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

  /** What was typed is kept under what it was typed for. */
  private kept_under(): string {
    return `${this.chosen}${this.loaded?.from_device ? ' file' : ''}`;
  }

  /** Shows something else; fields that it knows too move along within a program. */
  private async change(show: () => Promise<void>): Promise<void> {
    const before = this.loaded?.document.program;
    if (this.loaded) this.kept.set(this.kept_under(), this.fields);
    this.notices = [];
    const [{knows}] = await Promise.all([import('./fill'), show()]);
    const document = this.loaded?.document;
    const moved = document && document.program === before ? without(this.fields, (key) => !knows(document, key)) : new Map<string, string>();
    this.fields = this.kept.get(this.kept_under()) ?? moved;
    this.entry = this.entry_of_fields();
    this.write();
    this.compute();
  }

  private readonly choose = (program: string, edition?: string) => this.change(() => this.show(program, edition));

  private async load_example(): Promise<void> {
    if (!this.program) return;
    const [text, {fields_of_example}] = await Promise.all([fetch_example(this.program), import('./fill')]);
    const {edition, fields} = fields_of_example(text);
    if (edition && edition !== this.edition) await this.choose(this.program, edition);
    this.set_fields(fields);
    this.entry = this.entry_of_fields();
    this.go('answer');
  }

  /** A document from the device: checked by the full engine, then used, or its faults listed. */
  private async open_file(file: File): Promise<void> {
    const [{open_file}, engine] = await Promise.all([import('./file'), this.full_engine ?? start_full_engine(engine_folder), this.need('mistakes')]);
    this.full_engine = engine;
    this.file = await open_file(engine, file);
    await this.use_file();
    this.requestUpdate();
    await this.updateComplete;
    this.go(this.file.loaded ? 'answer' : 'faults');
  }

  /** What to do, what if, compare: the full engine and all that draws them come once the seller asks. */
  private async open_desk(): Promise<void> {
    try {
      const [{make_desk}, engine] = await Promise.all([import('./desk'), this.full_engine ?? start_full_engine(engine_folder), this.need('desk')]);
      this.full_engine = engine;
      this.desk ??= make_desk(engine, this.renderRoot as ShadowRoot, () => this.requestUpdate(), () => this.learn_mistakes());
      this.requestUpdate();
      await this.updateComplete;
    } catch {
      this.tell('page.failed');
    }
  }

  private async use_file(): Promise<void> {
    const loaded = this.file?.loaded;
    if (loaded) await this.change(() => this.take(loaded));
  }

  private enter_by(entry: number): void {
    const entries = this.loaded?.document.cycle?.entries ?? [];
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
    choose: (program, edition) => this.run(this.choose(program, edition)),
    open_file: (file) => {
      if (file) void this.open_file(file).catch(() => this.tell('page.failed'));
    },
    use_file: () => this.run(this.use_file()),
    close_file: () => {
      this.file = undefined;
      this.requestUpdate();
    },
    load_example: () => this.run(this.load_example()),
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
    set: (fields) => this.set_fields(fields),
    open_desk: () => this.open_desk(),
    go: (part) => this.go(part),
    go_to_field: (key) => this.go_to_field(key),
  };

  private tell(key: TextKey): void {
    this.notices = [{key}];
    this.requestUpdate();
  }

  private run(work: Promise<void>): void {
    void work.then(() => this.requestUpdate()).catch((error: unknown) => {
      if (!this.loaded) return this.fail(error);
      // What cannot be fetched leaves the page as it is, and says so.
      const {program, edition} = this.loaded.document;
      this.choice(program, edition);
      this.tell('page.failed');
    });
  }

  private set_lang(lang: Lang): void {
    this.lang = lang;
    this.write();
  }

  /** Attributes that were changed from outside, or by the page's own switches. */
  private follow_attributes(): void {
    if (this.spoken && this.spoken !== this.language) this.run(this.change_language());
    const [program, edition] = this.chosen?.split(' ') ?? [];
    if (!program || !this.program) return;
    const other_edition = this.edition === edition ? undefined : this.edition;
    if (this.program !== program || other_edition) this.run(this.choose(this.program, other_edition));
  }

  /** All that is shown; undefined while it is being fetched. */
  view(): View | undefined {
    const {voice, index, loaded, engine} = this;
    if (!voice || !index || !loaded || !engine) return undefined;
    const {document, from_device = false} = loaded;
    const {fields, calculation, open, entry, notices, loose, actions, theme, cycle, background, desk, mistakes, file} = this;
    const sent = with_dates(document, fields);
    return {
      ...voice, theme, index, cycle: document.cycle && cycle, background, desk, mistakes, file, from_device, loaded, document, fields, sent, calculation, open, entry, notices,
      loose, actions,
    };
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failure) return html`<p class="failure" role="alert">${this.failure}</p>`;
    const view = this.view();
    return view ? layout(view, this.at_form) : html`<div class="loading" aria-busy="true">${this.voice?.say('page.loading') ?? nothing}</div>`;
  }

  protected override updated(): void {
    this.follow_attributes();
    this.find_loose();
    this.watch_form();
    this.center_strip();
    if (this.address) this.mark_page();
  }

  /** A page that is all this element's takes its language, light and title from it. */
  private mark_page(): void {
    const {voice, theme, loaded} = this;
    const {dataset} = document.documentElement;
    if (theme) dataset['theme'] = theme;
    else delete dataset['theme'];
    document.documentElement.lang = voice?.lang ?? this.language;
    if (voice && loaded) document.title = `${loaded.document.title[voice.lang]} · ${voice.say('page.brand')}`;
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
