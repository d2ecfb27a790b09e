/**
 * An embed pins its edition, so that it never changes its meaning on somebody else's page. Once that edition has ended, or another has come,
 * this says so, leads to what changed and to the edition in force. The page's author is told by the event `shopgauge-edition` and in the console.
 */
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {news_of, type EditionDetail, type News} from '../edition_news';
import {home} from '../files';
import {icon} from '../icons';
import {has_reading} from '../state';
import type {View} from '../view';

/** What is to be said of the edition that is shown. */
const news_in = ({index, document: {program, edition}, from_device}: View) => (from_device ? undefined : news_of(index, program, edition));

/** For the author, in the developers' language; `changes` is the address of what changed. */
function advice({program, edition, news, until, now}: News, changes: string | undefined): string {
  const what = news === 'superseded' ? 'is no longer the newest' : news === 'ends' ? `ends on ${until}` : `ended on ${until}`;
  const way = now ? ` The edition in force is ${now}: change edition=${edition} to edition=${now} where the page embeds it.` : '';
  return `ShopGauge: edition ${edition} of ${program} ${what}.${way}${changes ? ` What changed: ${changes}` : ''}`;
}

/** The folder of the calculator's other pages. A script that came without them has one only where the element's attribute `folder` names it. */
function folder_of(element: Element): URL | undefined {
  if (home.protocol.startsWith('http')) return home;
  const root = element.getRootNode();
  const named = root instanceof ShadowRoot ? root.host.getAttribute('folder') : null;
  return named === null ? undefined : new URL(named, document.baseURI);
}

function changes_of(element: Element, {lang}: View, {program, now}: News): string | undefined {
  const folder = folder_of(element);
  return folder && now && new URL(`changes/${program}.${lang}.html#${now}`, folder).href;
}

export class ShopEnded extends LitElement {
  static override styles = css`
    :host { display: block; max-width: 1280px; margin: 0 auto; font: 16px/1.55 var(--font); color: var(--text); }
    .told { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin: 16px 16px 0; padding: 10px 14px; border-radius: 10px; background: var(--near-soft); }
    @container (min-width: 720px) { .told { margin: 24px 24px 0; } }
    p { flex: 1 1 300px; display: flex; gap: 8px; align-items: flex-start; margin: 0; overflow-wrap: anywhere; }
    .icon { flex: none; width: 20px; height: 20px; margin-top: 2px; fill: none; stroke: var(--near); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    .ways { display: flex; flex-wrap: wrap; gap: 0 8px; }
    .way { display: inline-flex; align-items: center; box-sizing: border-box; min-height: 44px; padding: 0 8px; border: 0; background: none; color: var(--accent); font: inherit; font-weight: 600; text-decoration: none; text-align: start; cursor: pointer; }
    .way:hover { text-decoration: underline; text-underline-offset: 3px; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
  `;

  static override properties = {view: {attribute: false}, dismissed: {state: true}};

  declare view: View | undefined;
  declare dismissed: string | undefined;
  private told: string | undefined;

  private readonly stay = (news: News) => {
    this.dismissed = news.edition;
  };

  private async show_changes({actions}: View, now: string): Promise<void> {
    actions.commit('vs', now);
    await actions.open_desk();
    actions.go('todo');
  }

  private ways(view: View, news: News): TemplateResult | typeof nothing {
    const {say, actions, fields} = view;
    const {program, now} = news;
    if (now === undefined) return nothing;
    const page = changes_of(this, view, news);
    return html`<button type="button" class="way" data-way="now" @click=${() => actions.choose(program, now)}>${say('page.ended.show_now', {now})}</button>
      ${has_reading(fields) ? html`<button type="button" class="way" data-way="compare" @click=${() => this.show_changes(view, now)}>${say('page.ended.compare')}</button>` : nothing}
      ${page ? html`<a class="way" data-way="changes" href=${page} target="_blank" rel="noopener noreferrer">${say('page.ended.changes')}</a>` : nothing}
      <button type="button" class="way" data-way="stay" @click=${() => this.stay(news)}>${say('page.ended.stay')}</button>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {view} = this;
    const news = view && news_in(view);
    if (!news || news.news === 'ends' || this.dismissed === news.edition) return nothing;
    const {say, format} = view;
    const {edition, until, now, since} = news;
    const said = news.news === 'superseded' ? say('page.ended.superseded', {edition}) : say('page.ended.ended', {edition, until: format.date(until ?? '')});
    const next = now === undefined ? say('page.ended.none') : say('page.ended.next', {now, since: format.date(since ?? '')});
    return html`<div class="told" role="status" data-news=${news.news}><p>${icon('alert')}<span>${said}${next}</span></p><div class="ways">${this.ways(view, news)}</div></div>`;
  }

  /** Tells the author, once for each edition. */
  protected override updated(): void {
    const {view} = this;
    const news = view && news_in(view);
    if (!news || this.told === `${news.program} ${news.edition}`) return;
    this.told = `${news.program} ${news.edition}`;
    const {since: _, ...detail} = news;
    console.info(advice(news, changes_of(this, view, news)));
    this.dispatchEvent(new CustomEvent<EditionDetail>('shopgauge-edition', {bubbles: true, composed: true, detail}));
  }
}

customElements.define('shop-ended', ShopEnded);

export const ended = (view: View): TemplateResult => html`<shop-ended .view=${view}></shop-ended>`;
