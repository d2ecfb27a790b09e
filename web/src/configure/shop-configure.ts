/**
 * The configurator: a program, its edition and a way in make a snippet for somebody's own page, shown live, with what that page must allow.
 * The address may name program, edition, language and theme, as the calculator's does.
 */
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {read_address} from '../address';
import {fetch_index, proposed_edition, state_of, type EditionEntry, type Index, type ProgramEntry} from '../content';
import {fetch_text, home} from '../files';
import {today_in} from '../format';
import type {Lang} from '../generated/shopgauge';
import {icon} from '../icons';
import {common} from '../shell/styles';
import type {Theme} from '../state';
import {tokens} from '../styles/tokens';
import {make_say, type Say, type Table, type TextKey} from '../texts';
import {dress, preview_document} from './preview';
import {styles} from './styles';
import {base_of, needs, needs_of, optional_policy, policy, snippet, style_sheet, ways, type Choice, type Need, type Way} from './ways';

const way_names: Record<Way, {name: TextKey; hint: TextKey; needs: TextKey[]}> = {
  link: {name: 'page.configure.way.link', hint: 'page.configure.way.link.hint', needs: ['page.configure.needs.link']},
  frame: {name: 'page.configure.way.frame', hint: 'page.configure.way.frame.hint', needs: ['page.configure.needs.resizer', 'page.configure.needs.sandbox', 'page.configure.needs.no_storage']},
  single: {name: 'page.configure.way.single', hint: 'page.configure.way.single.hint', needs: ['page.configure.needs.wasm', 'page.configure.needs.own_copy']},
  element: {name: 'page.configure.way.element', hint: 'page.configure.way.element.hint', needs: ['page.configure.needs.cors', 'page.configure.needs.wasm']},
};

const need_names: Record<Exclude<Need, 'img-src' | 'frame-src' | 'script-src' | 'connect-src'>, TextKey> = {
  wasm: 'page.configure.need.wasm', cors: 'page.configure.need.cors', sandbox: 'page.configure.need.sandbox',
};

const first_accent = '1c5bd6';

const next_theme = new Map<Theme | undefined, Theme | undefined>([[undefined, 'light'], ['light', 'dark'], ['dark', undefined]]);

const own_lang = (): Lang => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

const here = new URL('./', location.href.replace(/[?#].*/, '')).href;

export class ShopConfigure extends LitElement {
  static override styles = [tokens, common, styles];

  static override properties = {
    theme: {reflect: true}, lang: {reflect: true}, way: {state: true}, program: {state: true}, edition: {state: true}, shown_lang: {state: true}, shown_theme: {state: true},
    accent: {state: true}, has_accent: {state: true}, base: {state: true}, narrow: {state: true}, copied: {state: true}, index: {state: true}, say: {state: true}, failed: {state: true},
  };

  declare theme: Theme | undefined;
  declare way: Way;
  declare program: string;
  declare edition: string;
  declare shown_lang: Lang;
  declare shown_theme: Theme | undefined;
  declare accent: string;
  declare has_accent: boolean;
  declare base: string;
  declare narrow: boolean;
  declare copied: string | undefined;
  declare index: Index | undefined;
  declare say: Say | undefined;
  declare failed: boolean;

  constructor() {
    super();
    const {state} = read_address(location.hash);
    Object.assign(this, {
      way: 'frame', program: state.program ?? '', edition: state.edition ?? '', shown_lang: state.lang ?? own_lang(), accent: first_accent, has_accent: false, base: here, narrow: false, failed: false,
      lang: state.lang ?? own_lang(),
    });
    if (state.theme) this.theme = this.shown_theme = state.theme;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start().catch((error: unknown) => {
      console.error(error);
      this.failed = true;
    });
  }

  private async start(): Promise<void> {
    const [index] = await Promise.all([fetch_index(), this.speak()]);
    const entry = index.programs.find(({program}) => program === this.program) ?? index.programs[0];
    if (!entry) throw new Error('programs/index.json is empty');
    this.choose(entry, this.edition);
    this.index = index;
  }

  private async speak(): Promise<void> {
    const lang = this.lang as Lang;
    const parts = await Promise.all([`texts/${lang}.main.json`, `configure/${lang}.json`].map(fetch_text));
    if (lang !== this.lang) return;
    this.say = make_say(Object.assign({}, ...parts.map((text) => JSON.parse(text) as Table)) as Table);
    document.documentElement.lang = lang;
    document.title = `${this.say('page.configure.title')} · ${this.say('page.brand')}`;
  }

  private choose(entry: ProgramEntry, edition?: string): void {
    this.program = entry.program;
    this.edition = entry.editions.find((item) => item.edition === edition)?.edition ?? proposed_edition(entry, today_in(entry.time_zone));
  }

  private get entry(): ProgramEntry | undefined {
    return this.index?.programs.find(({program}) => program === this.program);
  }

  private get ui_lang(): Lang {
    return this.lang === 'en' ? 'en' : 'zh-CN';
  }

  private choice(base: string): Choice {
    const title = this.entry?.title[this.shown_lang] ?? '';
    return {base, program: this.program, edition: this.edition, lang: this.shown_lang, theme: this.shown_theme, accent: this.has_accent && this.way !== 'link' ? this.accent : undefined, title};
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('lang') && changed.get('lang') !== undefined) void this.speak().catch(() => {});
    if (this.theme) document.documentElement.dataset['theme'] = this.theme;
    else delete document.documentElement.dataset['theme'];
    const frame = this.renderRoot.querySelector<HTMLIFrameElement>('.preview');
    const page = preview_document(snippet(this.way, this.choice(home.href)), this.shown_theme ?? this.theme);
    if (frame && frame.srcdoc !== page) frame.srcdoc = page;
    else if (frame) dress(frame, style_sheet(this.way, this.choice(home.href)));
  }

  private async copy(what: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = what;
    } catch {
      // Without leave to write there, the text is selected for the author's own keys.
      const code = this.renderRoot.querySelector(`[data-code="${what}"]`);
      if (code) getSelection()?.selectAllChildren(code);
      this.copied = `${what} by hand`;
    }
  }

  private code(say: Say, what: 'snippet' | 'policy' | 'optional' | 'css', text: string): TemplateResult {
    return html`<pre class="code" data-code=${what}>${text}</pre>
      <div class="acts"><button type="button" class="act ${what === 'snippet' ? 'first' : ''}" data-act="copy-${what}" @click=${() => this.copy(what, text)}>${this.copied === what ? html`${icon('check')}${say('page.configure.copied')}` : say('page.configure.copy')}</button>
        <span class="aside" role="status">${this.copied === `${what} by hand` ? say('page.configure.copy_by_hand') : ''}</span></div>`;
  }

  private way_choice(say: Say): TemplateResult {
    return html`<fieldset class="ways"><legend class="unseen">${say('page.configure.way')}</legend>${ways.map((way) => html`<label class="way ${way === this.way ? 'chosen' : ''}"><input type="radio" name="way" value=${way} .checked=${way === this.way}
      @change=${() => (this.way = way)}><strong>${say(way_names[way].name)}</strong><span class="aside">${say(way_names[way].hint)}</span></label>`)}</fieldset>`;
  }

  private edition_text(say: Say, entry: EditionEntry, today: string): string {
    return `${entry.edition} · ${say.of('page.edition', state_of(entry, today))}`;
  }

  private fields(say: Say, entry: ProgramEntry, programs: ProgramEntry[]): TemplateResult {
    const today = today_in(entry.time_zone);
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
    const platforms = [...new Set(programs.map(({platform}) => platform[this.ui_lang]))];
    const shown = entry.editions.find(({edition}) => edition === this.edition);
    const ended = shown && state_of(shown, today) === 'ended';
    return html`<div class="fields">
      <label class="label"><span>${say('page.program')}</span><select class="entry" name="program" @change=${(event: Event) => {
        const next = programs.find(({program}) => program === chosen(event));
        if (next) this.choose(next);
      }}>${platforms.map((platform) => html`<optgroup label=${platform ?? ''}>${programs.filter((item) => item.platform[this.ui_lang] === platform).map(({program, title}) =>
        html`<option value=${program} .selected=${program === this.program}>${title[this.ui_lang]}</option>`)}</optgroup>`)}</select></label>
      <label class="label"><span>${say('page.edition')}</span><select class="entry" name="edition" aria-describedby="pinned" @change=${(event: Event) => (this.edition = chosen(event))}>
        ${[...entry.editions].reverse().map((item) => html`<option value=${item.edition} .selected=${item.edition === this.edition}>${this.edition_text(say, item, today)}</option>`)}</select>
        <span class="aside" id="pinned">${say(ended ? 'page.configure.pinned_ended' : 'page.configure.pinned')}</span></label>
      <div class="pair">
        <label class="label"><span>${say('page.configure.language')}</span><select class="entry" name="shown_lang" @change=${(event: Event) => (this.shown_lang = chosen(event) === 'en' ? 'en' : 'zh-CN')}>
          <option value="zh-CN" lang="zh-CN" .selected=${this.shown_lang === 'zh-CN'}>${say('page.configure.language.zh')}</option><option value="en" lang="en" .selected=${this.shown_lang === 'en'}>${say('page.configure.language.en')}</option></select></label>
        <label class="label"><span>${say('page.configure.theme')}</span><select class="entry" name="shown_theme" @change=${(event: Event) => {
          const value = chosen(event);
          this.shown_theme = value === 'light' || value === 'dark' ? value : undefined;
        }}>${([undefined, 'light', 'dark'] as const).map((theme) => html`<option value=${theme ?? ''} .selected=${theme === this.shown_theme}>${say(theme ? `page.configure.theme.${theme}` : 'page.configure.theme.auto')}</option>`)}</select></label>
      </div>
      ${this.way === 'link' ? nothing : html`<div class="label"><span id="accent">${say('page.configure.accent')}</span><div class="accent" role="group" aria-labelledby="accent">
        <label class="accent"><input type="checkbox" name="has_accent" .checked=${this.has_accent} @change=${(event: Event) => (this.has_accent = (event.target as HTMLInputElement).checked)}>${say('page.configure.accent.own')}</label>
        <input type="color" name="accent" aria-label=${say('page.configure.accent')} .value=${`#${this.accent}`} ?disabled=${!this.has_accent} @input=${(event: Event) => (this.accent = (event.target as HTMLInputElement).value.slice(1))}></div></div>`}
      <label class="label"><span>${say('page.configure.base')}</span><input class="entry" name="base" type="url" spellcheck="false" autocomplete="off" aria-describedby="base" .value=${this.base} @change=${(event: Event) => (this.base = (event.target as HTMLInputElement).value)}>
        <span class="aside" id="base">${say(base_of(this.base) ? 'page.configure.base.hint' : 'page.configure.base.wrong')}</span></label>
    </div>`;
  }

  private need_table(say: Say): TemplateResult {
    const name = (need: Need) => (need in need_names ? say(need_names[need as keyof typeof need_names]) : need);
    const cell = (way: Way, need: Need) => (needs_of[way].includes(need) ? html`<td>${icon('check')}<span class="unseen">${say('page.configure.needed')}</span></td>` : html`<td class="none">–</td>`);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('page.configure.all_ways')}><table data-testid="needs"><thead><tr><th scope="col">${say('page.configure.way')}</th>${needs.map((need) => html`<th scope="col">${name(need)}</th>`)}</tr></thead>
      <tbody>${ways.map((way) => html`<tr data-way=${way}><th scope="row">${say(way_names[way].name)}</th>${needs.map((need) => cell(way, need))}</tr>`)}</tbody></table></div>`;
  }

  private results(say: Say): TemplateResult {
    const choice = this.choice(base_of(this.base) ?? here);
    const css = style_sheet(this.way, choice);
    const lines = (directives: [string, string][]) => directives.map(([name, value]) => `${name} ${value};`).join('\n');
    const optional = lines(optional_policy(this.way));
    return html`<section class="card" aria-labelledby="snippet-title"><h2 id="snippet-title">${say('page.configure.snippet')}</h2>${this.code(say, 'snippet', snippet(this.way, choice))}
        ${css === undefined ? nothing : html`<h3>${say('page.configure.css')}</h3>${this.code(say, 'css', css)}`}</section>
      <section class="card" aria-labelledby="preview-title"><div class="preview-head"><h2 id="preview-title">${say('page.configure.preview')}</h2>
        <div class="widths" role="group" aria-label=${say('page.configure.width')}>${[true, false].map((narrow) => html`<button type="button" data-width=${narrow ? 'phone' : 'full'} aria-pressed=${narrow === this.narrow} @click=${() => (this.narrow = narrow)}>${say(narrow ? 'page.configure.width.phone' : 'page.configure.width.full')}</button>`)}</div></div>
        <iframe class="preview ${this.narrow ? 'phone' : ''}" title=${say('page.configure.preview')} @load=${(event: Event) => dress(event.target as HTMLIFrameElement, style_sheet(this.way, choice))}></iframe></section>
      <section class="card needs" aria-labelledby="needs-title"><h2 id="needs-title">${say('page.configure.needs')}</h2>
        <p>${say('page.configure.policy.hint')}</p><div>${this.code(say, 'policy', lines(policy(this.way, choice)))}</div>
        ${optional ? html`<p>${say('page.configure.policy.optional')}</p><div>${this.code(say, 'optional', optional)}</div>` : nothing}
        <ul class="list">${way_names[this.way].needs.map((key) => html`<li>${say(key)}</li>`)}</ul>
        <h3>${say('page.configure.all_ways')}</h3>${this.need_table(say)}</section>
      <section class="card" aria-labelledby="not-title"><h2 id="not-title">${say('page.configure.not')}</h2><ul class="list">
        ${(['page.configure.not.sends', 'page.configure.not.keeps', 'page.configure.not.changes', 'page.configure.not.official'] as const).map((key) => html`<li>${say(key)}</li>`)}</ul></section>
      <section class="card" aria-labelledby="ends-title"><h2 id="ends-title">${say('page.configure.ends')}</h2><p>${say('page.configure.ends.text', {edition: this.edition})}</p></section>`;
  }

  private bar(say: Say): TemplateResult {
    const other = this.lang === 'en' ? 'zh-CN' : 'en';
    const name = say(this.theme ? `page.theme.${this.theme}` : 'page.theme.auto');
    return html`<header class="bar"><h1>${say('page.configure.title')}</h1><div class="switches">
      <button type="button" class="switch" data-action="theme" title=${name} aria-label=${name} @click=${() => (this.theme = next_theme.get(this.theme))}>${icon(this.theme === 'light' ? 'sun' : this.theme === 'dark' ? 'moon' : 'auto')}</button>
      <button type="button" class="switch" data-action="lang" lang=${other} @click=${() => (this.lang = other)}>${say('page.other_language')}</button></div></header>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {say, index, entry} = this;
    if (this.failed) return html`<p class="said bad" role="alert">${say?.('page.failed') ?? 'ShopGauge'}</p>`;
    if (!say || !index || !entry) return nothing;
    return html`${this.bar(say)}<div class="columns">
      <section class="card settings" aria-labelledby="settings-title"><h2 id="settings-title">${say('page.configure.settings')}</h2>${this.way_choice(say)}${this.fields(say, entry, index.programs)}</section>
      <div class="side">${this.results(say)}</div></div>`;
  }
}

customElements.define('shop-configure', ShopConfigure);
