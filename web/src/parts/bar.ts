/** The page's frame: which program and edition, language and light, notices, the bar at a narrow screen's lower edge, the footer. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {state_of, type EditionEntry, type EditionState, type ProgramEntry} from '../content';
import {today_in} from '../format';
import {icon, type Icon} from '../icons';
import type {Theme} from '../state';
import {problem_text, text_of, type View} from '../view';

/** "2026-05-07 → 2026-07-13": an edition by its name, with the days when it ruled. */
function edition_name({edition, from, until, article}: EditionEntry): string {
  if (article) return edition;
  return `${edition}${from === edition ? '' : ` (${from})`} → ${until ?? ''}`.trim();
}

/** The editions of one kind, newest first. */
function edition_group(view: View, editions: EditionEntry[], state: EditionState): TemplateResult | typeof nothing {
  if (!editions.length) return nothing;
  return html`<optgroup label=${view.say(`page.edition.${state}`)}>${editions.map((entry) =>
    html`<option value=${entry.edition} .selected=${live(entry.edition === view.document.edition)}>${edition_name(entry)}</option>`)}</optgroup>`;
}

const chosen = (event: globalThis.Event) => (event.target as HTMLSelectElement).value;

/** What the list of programs calls the document that was opened from the device. */
const own_file = 'file:';

function program_options(view: View): TemplateResult {
  const {index, document, from_device, file} = view;
  const platform_of = ({platform}: ProgramEntry) => text_of(view, platform);
  const platforms = [...new Set(index.programs.map(platform_of))];
  return html`${platforms.map((platform) => html`<optgroup label=${platform}>${index.programs.filter((entry) => platform_of(entry) === platform).map(({program, title}) =>
      html`<option value=${program} .selected=${live(!from_device && program === document.program)}>${text_of(view, title)}</option>`)}</optgroup>`)}
    ${file?.loaded ? html`<optgroup label=${view.say('page.file.group')}><option value=${own_file} .selected=${from_device}>${text_of(view, file.loaded.document.title)}</option></optgroup>` : nothing}`;
}

function pickers(view: View): TemplateResult {
  const {say, index, document, from_device, actions} = view;
  const {program, in_force: {from, until, article}, edition} = document;
  const entry = from_device ? undefined : index.programs.find((item) => item.program === program);
  const editions: EditionEntry[] = entry?.editions ?? [{edition, from, until, ...(article ? {article} : {})}];
  const today = today_in(document.time_zone);
  const shown = editions.find((item) => item.edition === edition);
  return html`<div class="pickers">
    <label class="picker"><span class="picker-name">${say('page.program')}</span>
      <select name="program" @change=${(event: globalThis.Event) => (chosen(event) === own_file ? actions.use_file() : actions.choose(chosen(event)))}>
        ${program_options(view)}
      </select></label>
    <label class="picker"><span class="picker-name">${say(shown ? `page.edition.${state_of(shown, today)}` : 'page.edition')}</span>
      <select name="edition" @change=${(event: globalThis.Event) => actions.choose(program, chosen(event))}>
        ${(['open', 'coming', 'ended', 'article'] as const).map((state) => edition_group(view, [...editions].reverse().filter((item) => state_of(item, today) === state), state))}
      </select></label>
  </div>`;
}

const next_theme = new Map<Theme | undefined, Theme | undefined>([[undefined, 'light'], ['light', 'dark'], ['dark', undefined]]);

function switches(view: View): TemplateResult {
  const {say, lang, theme, actions} = view;
  const theme_icon: Icon = theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'auto';
  const theme_name = say(theme ? `page.theme.${theme}` : 'page.theme.auto');
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return html`<div class="switches"><slot name="tools"></slot>
    <button type="button" class="switch" data-action="theme" title=${theme_name} aria-label=${theme_name} @click=${() => actions.set_theme(next_theme.get(theme))}>${icon(theme_icon)}</button>
    <button type="button" class="switch" data-action="lang" lang=${other} @click=${() => actions.set_lang(other)}>${say('page.other_language')}</button>
  </div>`;
}

export function top_bar(view: View): TemplateResult {
  return html`<header class="bar" part="bar"><h1 class="brand">${view.say('page.brand')}</h1>${pickers(view)}${switches(view)}</header>`;
}

/** Issues without a field on this page: each with a way to be rid of it. */
function loose_problems(view: View): TemplateResult[] {
  const {say, actions} = view;
  return view.loose.map(({issue, key}) => html`<p class="notice bad" role="alert">
    ${icon('alert')}<span>${problem_text(view, issue, key)}</span>
    ${key === undefined ? nothing : html`<button type="button" class="link" @click=${() => actions.remove([key])}>${say('page.remove')}</button>`}</p>`);
}

export function notices(view: View): TemplateResult | typeof nothing {
  if (!view.notices.length && !view.loose.length) return nothing;
  return html`<div class="notices">${view.notices.map(({key, params}) => html`<p class="notice">${icon('info')}<span>${view.say(key, params)}</span></p>`)}${loose_problems(view)}</div>`;
}

/** At the lower edge of a narrow screen: the way to the form. */
export function bottom_bar({say, actions}: View): TemplateResult {
  return html`<div class="bottom"><button type="button" class="main" @click=${() => actions.go('numbers')}>${icon('edit')}${say('page.my_numbers')}</button></div>`;
}

export function footer(view: View): TemplateResult {
  const {say} = view;
  return html`<footer class="foot" part="footer"><p>${say('page.foot.affiliation', {platform: text_of(view, view.document.platform)})}</p><p>${say('page.foot.privacy')}</p></footer>`;
}
