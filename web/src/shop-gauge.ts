/**
 * The element <shop-gauge>. Attributes: program, edition, lang, theme, date, until, and `address` (the page is all this
 * element's: it keeps its state in the page's address). Properties: the parts of a request (properties.ts), which follow
 * what the seller types; `reply`: the replies of the last computation. Events, which leave shadow trees: `shopgauge-change`
 * after each computation, with the replies; `shopgauge-error`, with issues. What stands inside the tag is shown until the
 * first result. Slots `tools` (in the top bar) and `notices` (above the page) are for what a page puts around the element
 * (src/shell/). Colours, type and parts: styles/tokens.ts, theme.ts.
 */
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {is_odd, read_address} from './address';
import type {Calculation} from './calculation';
import {make_calculations} from './calculations';
import {complete, fetch_index, type Index, type Loaded} from './content';
import {adopts, old_styles} from './css';
import {make_drawn} from './drawn';
import {load_once, start_engine, start_full_engine, type Engine, type FullEngine} from './engine';
import type {OpenedFile} from './file';
import {home} from './files';
import type {ForecastOptions} from './forecast';
import type {Issue} from './generated/shopgauge';
import {make_late_parts} from './late_parts';
import {notice_issue} from './notices';
import {own_page} from './own_page';
import type {ProgramDocument} from './program';
import {add_accessors, part_names, part_of, type RequestParts} from './properties';
import {sent_fields, whole_fields} from './sent';
import type {Sides} from './sides';
import {make_shown} from './shown';
import {watch_sight} from './sight';
import {language_of, make_speech} from './speech';
import {entry_of, has_desk, with_field, without, type Fields, type State, type Theme} from './state';
import type {TextKey} from './texts';
import type {Actions, Notice, View, Voice} from './view';
import {layout} from './parts/layout';
import {styles} from './styles/sheet';

const engine_folder = new URL('engine/', home);

/** Any other word leaves the choice to the device. */
const theme_of = (text: string | null): Theme | undefined => (text === 'light' || text === 'dark' ? text : undefined);

/** What other elements and shadow trees may hear of. */
const tell_outside = (element: HTMLElement, name: string, detail: unknown) => element.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true, detail}));

export interface ShopGauge extends RequestParts {}

export class ShopGauge extends LitElement {
  static override styles = styles;

  static override properties = {
    program: {reflect: true},
    edition: {reflect: true},
    lang: {reflect: true},
    theme: {reflect: true, converter: {fromAttribute: theme_of}},
    address: {type: Boolean, reflect: true},
    ...Object.fromEntries(part_names.map((name) => [name, {noAccessor: true, attribute: name === 'date' || name === 'until'}])),
  };

  declare program: string | undefined;
  declare edition: string | undefined;
  declare theme: Theme | undefined;
  declare address: boolean;
  /** What the page around the element has to compare with; `requestUpdate` shows a change. */
  declare sides?: Sides;
  /** Like `engine`: hears which fields are about to take the place of all that is typed, and says whether that was a kept store's. */
  declare on_replace?: (next: Fields) => boolean;

  /** The replies of the last computation, as the engine gave them. */
  get reply(): Calculation['reply'] {
    return this.calculations.last().reply;
  }

  /** Runs a request of `forecast` in a worker: the reply as the engine gave it. `signal` ends the run and leaves nothing of it. */
  async forecast(request: string, options?: ForecastOptions): Promise<string> {
    return (await import('./forecast')).forecast(engine_folder, request, options);
  }

  /** Like `view`, for the standalone page's own tools alone. */
  engine?: Engine;
  /** The document that is shown. */
  loaded?: Loaded;
  index?: Index;
  file: OpenedFile | undefined;
  notices: Notice[] = [];
  voice?: Voice;
  private readonly speech = make_speech(this);
  /** Fetches words that only some visits need. */
  readonly need = this.speech.need;
  private readonly late = make_late_parts(this, this.need);
  readonly learn_mistakes = this.late.need_mistakes;
  private readonly shown = make_shown(this, this.late, (anew) => this.took(anew));
  private readonly calculations = make_calculations(this.learn_mistakes, (calculation) => this.tell_result(calculation));
  private readonly drawn = make_drawn(this, () => this.calculations.last().problems);
  private readonly is_wide = watch_sight(this, () => void this.start());
  private readonly write = own_page(this, () => void this.start());
  private full_engine?: FullEngine;
  private fields: Fields = new Map();
  /** As they were when the host gave a profile. */
  private hosts: Fields = this.fields;
  /** Which of the document's ways to describe the store is shown. */
  private entry = 0;
  /** Values of properties that are not among the fields yet. */
  private readonly pending = new Map<string, unknown>();
  private changing: Promise<void> | undefined;
  /** What stands in the page's place; at first its words alone. */
  private failure: string | TemplateResult | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.calculations.stop();
  }

  /** What the seller chose and typed. */
  state(): State {
    const {program, edition, theme, fields} = this;
    return {program, edition, lang: this.lang ? language_of(this) : undefined, theme, file: this.loaded?.from_device, fields};
  }

  /** Reads the address, fetches what the page shows, and computes. */
  private async start(): Promise<void> {
    const address = this.address ? read_address(location.hash) : undefined;
    if (address) {
      const {lang, theme, fields} = address.state;
      this.shown.forget();
      this.fields = fields;
      if (lang) this.lang = lang;
      if (theme) this.theme = theme;
    }
    const engine = start_engine(engine_folder);
    engine.catch(() => {});
    this.failure = undefined;
    try {
      [this.index] = await Promise.all([fetch_index(), this.speech.speak(), this.matches('[address]:not([framed])') || this.embed()]);
      // Only now: what was set in the meantime is wanted too.
      const {program = this.program, edition = program === this.program ? this.edition : undefined} = address?.state ?? {};
      const {file} = this;
      this.notices = address && is_odd(address) ? (await import('./problems')).link_notices(address, file !== undefined) : [];
      await (address?.state.file && file?.loaded ? this.shown.take(file.loaded) : this.shown.show(program, edition));
      if (this.notices.length) {
        this.tell_issues(this.notices.map(notice_issue));
        await this.need('mistakes');
      }
      this.engine = await engine;
      load_once(this.engine, this.loaded);
      await this.take_parts();
      await this.name_words();
      this.compute();
      void this.add_background();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Among other people's things: theirs stay out, and may choose the accent. */
  private async embed(): Promise<void> {
    (await import('./embedded')).embed(this);
  }

  /** A property was set: with all that are set in the same breath, and after the program that may come with them. */
  give_part(name: string, value: unknown): void {
    this.pending.set(name, value);
    if (this.engine && this.pending.size === 1) this.run(this.follow_parts());
  }

  /** What a property says: what was set last, or what has been typed since. */
  request_part(name: keyof RequestParts): unknown {
    if (this.pending.has(name)) return this.pending.get(name);
    return this.loaded && part_of(this.loaded, whole_fields(this.loaded.document, this.fields, this.hosts), name);
  }

  private async follow_parts(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await this.changing?.catch(() => {});
    await this.take_parts();
    this.write();
    this.compute();
  }

  private async take_parts(): Promise<void> {
    if (!this.pending.size) return;
    this.fields = (await import('./fill')).put_parts(this.fields, this.pending);
    if (this.pending.has('profile')) this.hosts = this.fields;
    this.pending.clear();
    this.enter();
  }

  /** A word of the platform's table that is among the fields is shown with the first result, so its name is fetched before; without a connection the word must do. */
  private async name_words(): Promise<void> {
    const {loaded, fields} = this;
    if (loaded?.document.rows?.some(({by}) => by.some((word) => fields.has(`e.${word}`)))) await complete(loaded).catch(() => {});
  }

  /** Without a connection the results must do. */
  private async add_background(): Promise<void> {
    await this.late.need_background(this.loaded, (file) => this.actions.open_file(file)).catch(() => {});
    this.requestUpdate();
    if (has_desk(this.fields)) await this.open_desk();
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = (this.failure = this.voice?.say('page.failed') ?? String(error));
    this.tell_issues([{code: 'page.failed', path: '', message: String(error), params: {}}]);
    this.requestUpdate();
    if (this.address) void this.find_ways(text).catch(() => {});
  }

  /** Ways on from a page that could not be shown, unless it is there by now. */
  private async find_ways(from: string): Promise<void> {
    const page = await (await import('./parts/failed')).failed(this);
    if (this.failure !== from) return;
    this.failure = page ?? from;
    this.requestUpdate();
  }

  private tell_issues(issues: Issue[]): void {
    tell_outside(this, 'shopgauge-error', {issues});
  }

  /** There is a document; `anew` where it is not just in another language. */
  private took(anew: boolean): void {
    if (anew) this.calculations.forget();
    this.enter();
    load_once(this.engine, this.loaded);
  }

  /** The engine that takes the document: one from the device goes along with each request. */
  engine_of_document(): Engine | undefined {
    return this.loaded?.from_device ? this.full_engine : this.engine;
  }

  private sent(document: ProgramDocument): Fields {
    return sent_fields(document, this.fields, this.hosts);
  }

  private compute(patient = false): void {
    const {loaded} = this;
    const engine = this.engine_of_document();
    if (!engine || !loaded) return;
    this.calculations.begin(engine, loaded, this.sent(loaded.document), patient);
    this.requestUpdate();
  }

  private tell_result({reply, problems}: Calculation): void {
    this.requestUpdate();
    tell_outside(this, 'shopgauge-change', reply);
    if (problems.length) this.tell_issues(problems.map(({issue}) => issue));
  }

  private set_fields(fields: Fields, patient = false): void {
    this.fields = fields;
    this.write(patient);
    this.compute(patient);
  }

  /** The store is described the way that the fields follow. */
  private enter(): void {
    this.entry = entry_of(this.loaded?.document, this.fields);
  }

  private put(fields: Fields): void {
    this.fields = fields;
    this.enter();
    this.write();
    this.compute();
  }

  private async change(show: () => Promise<void>): Promise<void> {
    this.put(await this.shown.change(show, () => this.fields));
  }

  /** What was typed may be a kept store's: then no other may come by it. */
  private replace(fields: Fields): void {
    if (!this.on_replace?.(fields)) return;
    this.shown.forget();
    this.fields = fields;
  }

  private readonly choose = (program: string, edition?: string) => this.change(() => this.shown.show(program, edition));

  private async load_example(): Promise<void> {
    if (!this.program) return;
    const {edition, fields} = await (await import('./fill')).fetch_example(this.program);
    this.replace(fields);
    if (edition && edition !== this.edition) await this.choose(this.program, edition);
    this.put(fields);
    this.drawn.actions.go('answer');
  }

  /** A document from the device: checked by the full engine, then used, or its faults listed. */
  private async open_file(file: File): Promise<void> {
    const [{open_file}, engine] = await Promise.all([import('./file'), start_full_engine(engine_folder), this.need('mistakes')]);
    this.full_engine = engine;
    const opened = (this.file = await open_file(engine, file));
    await this.use_file();
    this.requestUpdate();
    await this.updateComplete;
    this.drawn.actions.go(opened.loaded ? 'answer' : 'faults');
  }

  private async open_desk(): Promise<void> {
    try {
      const engine = start_full_engine(engine_folder);
      await this.late.need_desk(engine);
      this.full_engine = await engine;
      this.requestUpdate();
      await this.updateComplete;
    } catch {
      this.tell('page.failed');
    }
  }

  private async use_file(): Promise<void> {
    const loaded = this.file?.loaded;
    if (loaded) await this.change(() => this.shown.take(loaded));
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
      const fields = new Map();
      this.replace(fields);
      this.put(fields);
    },
    set_lang: (lang) => {
      this.lang = lang;
      this.write();
    },
    set_theme: (theme) => {
      this.theme = theme;
      this.write();
    },
    enter_by: (entry, fields) => {
      this.entry = entry;
      this.set_fields(fields);
    },
    set: (fields) => this.set_fields(fields),
    open_desk: () => this.open_desk(),
    late: async (script, words) => {
      const found = await Promise.all([script(), this.need(words)]).catch(() => this.tell('page.failed'));
      this.requestUpdate();
      return found?.[0];
    },
    ...this.drawn.actions,
  };

  /** Says something at the top of the page. */
  tell(key: TextKey): void {
    this.notices = [{key}];
    this.tell_issues(this.notices.map(notice_issue));
    this.requestUpdate();
  }

  private run(work: Promise<void>): void {
    void work.then(() => this.requestUpdate()).catch((error: unknown) => {
      if (!this.loaded) return this.fail(error);
      // What cannot be fetched leaves the page as it is, and says so.
      this.shown.stay();
      this.tell('page.failed');
    });
  }

  /** Attributes that were changed from outside, or by the page's own switches. */
  private follow_attributes(): void {
    if (this.speech.is_behind()) this.run(this.speech.change(() => {
      this.write();
      this.tell('page.failed');
    }));
    const wanted = this.shown.wanted();
    if (wanted) this.run((this.changing = this.choose(...wanted)));
  }

  /** All that is shown; undefined while it is being fetched. */
  view(): View | undefined {
    const {voice, index, loaded, engine, theme, fields, entry, notices, file, actions} = this;
    if (!voice || !index || !loaded || !engine) return undefined;
    const {document, from_device = false} = loaded;
    const {parts} = this.late;
    return {
      ...voice, ...parts, ...this.drawn.state, theme, index, cycle: document.cycle && parts.cycle, file, from_device, loaded, document, fields, sent: this.sent(document),
      calculation: this.calculations.last(), entry, notices, wide: this.is_wide(), actions, host: this,
    };
  }

  override render(): TemplateResult | typeof nothing {
    const view = this.failure ? undefined : this.view();
    if (view) return layout(view);
    return html`<slot>${this.failure ? nothing : html`<div class="loading" aria-busy="true">${this.voice?.say('page.loading') ?? nothing}</div>`}</slot>
      ${typeof this.failure === 'string' ? html`<p class="failure" role="alert">${this.failure}</p>` : this.failure}`;
  }

  protected override updated(): void {
    this.follow_attributes();
    this.late.parts.cycle?.show_month(this.renderRoot, this.calculations.last().timeline?.standing?.date);
  }
}

add_accessors(ShopGauge.prototype);

// A page may have the script twice.
const define = () => {
  if (!customElements.get('shop-gauge')) customElements.define('shop-gauge', ShopGauge);
};
if (adopts) define();
else void old_styles().then(define);

declare global {
  interface HTMLElementTagNameMap {
    'shop-gauge': ShopGauge;
  }
}
