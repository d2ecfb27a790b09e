/** What stands below the answer: views one below the other on a narrow screen, tabs on a wide one. */
import {html, nothing, type TemplateResult} from 'lit';
import {has_desk, has_input} from '../state';
import type {TextKey} from '../texts';
import type {Part, View} from '../view';
import {checks, events} from './course';
import {open_desk, what_to_do} from './desk_opener';
import {gates} from './gates';
import {grounds, source_list} from './grounds';
import {opener} from './opener';
import {go_to_outlook, has_forecast, outlook} from './outlook_opener';
import {itemisation, standards, worst} from './reasons';

interface PageView {
  id: string;
  name: TextKey;
  /** Its cards; without any there is no such view. */
  cards: Part[];
  /** Stands without any input too. */
  always?: boolean;
  /** Fetches what it needs, once it is chosen. */
  chosen?(view: View): void;
}

/** In the order of a narrow screen: what to do comes first. */
const views: PageView[] = [
  {id: 'do', name: 'page.todo', cards: [what_to_do], chosen: (view) => void open_desk(view)},
  {id: 'why', name: 'page.view.why', cards: [worst, itemisation, standards, checks, events, gates]},
  {id: 'forecast', name: 'page.outlook', cards: [outlook], chosen: go_to_outlook},
  {id: 'sources', name: 'page.view.sources', cards: [grounds, source_list, opener], always: true},
];

/** The order of the tabs: the first one needs nothing more to be fetched, and explains what stands above it. */
const tab_order = ['why', 'do', 'forecast'];

interface Shown {
  page_view: PageView;
  cards: unknown[];
}

function shown_views(view: View): Shown[] {
  const entered = has_input(view.fields);
  return views.filter(({always}) => always || entered)
    .map((page_view) => ({page_view, cards: page_view.cards.map((part) => part(view)).filter((card) => card !== nothing)}))
    .filter(({cards}) => cards.length);
}

const place = ({page_view: {id}}: Shown) => (tab_order.includes(id) ? tab_order.indexOf(id) : tab_order.length);

/** A link that has a goal or a what-if opens what to do, one that has days to come their forecast; else what the seller chose last, else the first tab. */
function chosen_of(view: View, tabs: Shown[]): Shown | undefined {
  const wanted = view.page_tab ?? (has_desk(view.fields) ? 'do' : has_forecast(view.fields) ? 'forecast' : undefined);
  return tabs.find(({page_view}) => page_view.id === wanted) ?? tabs[0];
}

function choose(view: View, {page_view}: Shown): void {
  view.actions.open_tab(page_view.id);
  page_view.chosen?.(view);
}

/** Arrow keys go from tab to tab, as tabs do everywhere. */
function on_key(view: View, tabs: Shown[], at: number, event: KeyboardEvent): void {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step && tabs[(at + step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  choose(view, next);
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${next.page_view.id}`)?.focus();
}

function tab_list(view: View, tabs: Shown[], chosen: Shown | undefined): TemplateResult {
  return html`<div class="view-tabs" role="tablist" aria-label=${view.say('page.views')} @keydown=${(event: KeyboardEvent) => on_key(view, tabs, tabs.findIndex((tab) => tab === chosen), event)}>
    ${tabs.map((tab) => html`<button type="button" class="view-tab" role="tab" id="tab-${tab.page_view.id}" data-view=${tab.page_view.id} aria-controls="view-${tab.page_view.id}"
      aria-selected=${tab === chosen} tabindex=${tab === chosen ? 0 : -1} @click=${() => choose(view, tab)}>${view.say(tab.page_view.name)}</button>`)}</div>`;
}

/** All views stay in the page, so that a choice keeps what was opened in the others; links to what they hold open their tab. */
export function page_views(view: View): TemplateResult {
  const found = shown_views(view);
  if (!view.wide || found.length < 2) return html`${found.map(({page_view: {id}, cards}) => html`<div class="view" id="view-${id}">${cards}</div>`)}`;
  const tabs = [...found].sort((one, other) => place(one) - place(other));
  const chosen = chosen_of(view, tabs);
  return html`${tab_list(view, tabs, chosen)}
    ${found.map((item) => html`<div class="view" id="view-${item.page_view.id}" role="tabpanel" aria-labelledby="tab-${item.page_view.id}" ?hidden=${item !== chosen}>${item.cards}</div>`)}`;
}
