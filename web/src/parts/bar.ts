/** The page's frame: which program and edition, language and light, notices, the bar at a phone's lower edge, the footer. */
import {html, nothing, type TemplateResult} from 'lit';
import type {EditionEntry} from '../content';
import {icon, type Icon} from '../icons';
import {issue_text} from '../problems';
import type {Theme} from '../state';
import {text_of, type View} from '../view';
import {short_answer} from './answer';

type EditionState = 'open' | 'ended' | 'article';

const state_of = ({until, article}: EditionEntry): EditionState => (article ? 'article' : until === null ? 'open' : 'ended');

/** The editions of one kind, newest first. */
function edition_group(view: View, editions: EditionEntry[], state: EditionState): TemplateResult | typeof nothing {
  const own = editions.filter((entry) => state_of(entry) === state).reverse();
  if (!own.length) return nothing;
  return html`<optgroup label=${view.say(`page.edition.${state}`)}>${own.map(({edition}) =>
    html`<option value=${edition} .selected=${edition === view.document.edition}>${edition}</option>`)}</optgroup>`;
}

const chosen = (event: globalThis.Event) => (event.target as HTMLSelectElement).value;

function pickers(view: View): TemplateResult {
  const {say, index, document, actions} = view;
  const editions = index.programs.find((entry) => entry.program === document.program)?.editions ?? [];
  const shown = editions.find((entry) => entry.edition === document.edition);
  return html`<div class="pickers">
    <label class="picker"><span class="picker-name">${say('page.program')}</span>
      <select name="program" @change=${(event: globalThis.Event) => actions.choose(chosen(event))}>
        ${index.programs.map((entry) => html`<option value=${entry.program} .selected=${entry.program === document.program}>${text_of(view, entry.title)}</option>`)}
      </select></label>
    <label class="picker"><span class="picker-name">${shown ? say(`page.edition.${state_of(shown)}`) : say('page.edition')}</span>
      <select name="edition" @change=${(event: globalThis.Event) => actions.choose(document.program, chosen(event))}>
        ${(['open', 'ended', 'article'] as const).map((state) => edition_group(view, editions, state))}
      </select></label>
  </div>`;
}

const next_theme = new Map<Theme | undefined, Theme | undefined>([[undefined, 'light'], ['light', 'dark'], ['dark', undefined]]);

function switches(view: View): TemplateResult {
  const {say, lang, theme, actions} = view;
  const theme_icon: Icon = theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'auto';
  const theme_name = say(theme ? `page.theme.${theme}` : 'page.theme.auto');
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return html`<div class="switches">
    <button type="button" class="switch" data-action="theme" title=${theme_name} aria-label=${theme_name} @click=${() => actions.set_theme(next_theme.get(theme))}>${icon(theme_icon)}</button>
    <button type="button" class="switch" data-action="lang" lang=${other} @click=${() => actions.set_lang(other)}>${say('page.other_language')}</button>
  </div>`;
}

export function top_bar(view: View): TemplateResult {
  return html`<header class="bar"><h1 class="brand">${view.say('page.brand')}</h1>${pickers(view)}${switches(view)}</header>`;
}

/** Issues without a field on this page: each with a way to be rid of it. */
function loose_problems(view: View): TemplateResult[] {
  const {say, actions} = view;
  return view.loose.map(({issue, key}) => html`<p class="notice bad" role="alert">
    ${icon('alert')}<span>${issue_text(issue, view, key === undefined ? undefined : view.fields.get(key))}</span>
    ${key === undefined ? nothing : html`<button type="button" class="link" @click=${() => actions.remove([key])}>${say('page.remove')}</button>`}</p>`);
}

export function notices(view: View): TemplateResult | typeof nothing {
  if (!view.notices.length && !view.loose.length) return nothing;
  return html`<div class="notices">${view.notices.map((text) => html`<p class="notice">${icon('info')}<span>${text}</span></p>`)}${loose_problems(view)}</div>`;
}

export function bottom_bar(view: View, at_form: boolean): TemplateResult {
  const {say, actions} = view;
  const short = short_answer(view);
  return html`<nav class="bottom" aria-label=${say('page.bottom')}>
    ${at_form && short ? html`<span class="bottom-answer num">${short}</span>` : nothing}
    <button type="button" class="main" @click=${() => actions.go(at_form ? 'answer' : 'numbers')}>
      ${icon(at_form ? 'up' : 'edit')}${say(at_form ? 'page.to_answer' : 'page.my_numbers')}</button>
  </nav>`;
}

export function footer(view: View): TemplateResult {
  const {say} = view;
  return html`<footer class="foot"><p>${say('page.foot.affiliation', {platform: text_of(view, view.document.platform)})}</p><p>${say('page.foot.privacy')}</p></footer>`;
}
