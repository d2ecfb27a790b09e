/**
 * The example and an emptied form take the place of all that stands on the page. The open store is let go before, with
 * everything in it, and what was typed comes back by a press, step by step, or by the browser's way back.
 */
import {write_address} from '../address';
import type {Fields, State} from '../state';
import type {View} from '../view';
import type {Host, Way} from './host';
import type {Keeper} from './keeper';
import type {KeptStore} from './kept';
import {same_fields} from './sheets';

/** What stood on the page, with the store that it belonged to. */
interface Step {
  state: State;
  store: KeptStore | undefined;
  by: 'example' | 'clear';
}

const said = {
  example: {store: 'page.tools.replaced.store.example', typed: 'page.tools.replaced.typed.example'},
  clear: {store: 'page.tools.replaced.store.clear', typed: 'page.tools.replaced.typed.clear'},
} as const;

/** Dates alone are nobody's numbers. */
const has_typed = ({fields}: State) => [...fields.keys()].some((key) => key !== 'date' && key !== 'until');

const is_same_state = (one: State, other: State) =>
  one.program === other.program && one.edition === other.edition && !one.file === !other.file && same_fields(one.fields, other.fields);

export class WayBack {
  /** The last one is the first to go back to. */
  private steps: Step[] = [];
  /** What was put on the page last; nobody typed it. */
  private placed: Fields | undefined;

  constructor(private readonly host: Host, private readonly keeper: Keeper) {
    const {element} = host;
    element.on_replace = (next) => this.leave(next);
    element.addEventListener('shopgauge-change', () => this.look());
  }

  private leave(next: Fields): boolean {
    const {host, keeper} = this;
    const state = host.state();
    const by = next.size ? 'example' : 'clear';
    const is_placed = this.placed !== undefined && same_fields(this.placed, state.fields);
    const store = keeper.set_aside();
    this.placed = next;
    const last = this.steps.at(-1);
    if (store || (has_typed(state) && !is_placed)) {
      this.steps.push({state, store, by});
      this.mark_way(state);
    } else if (last) last.by = by;
    this.tell();
    if (this.steps.length) this.show_note();
    return store !== undefined;
  }

  /** The browser's way back leads to what stood here, also after a reload. */
  private mark_way(state: State): void {
    const address = write_address(state);
    history.replaceState(null, '', address);
    history.pushState(null, '', address);
  }

  /** On a narrow screen the form lies over the note, and the page may be anywhere. */
  private show_note(): void {
    const show = () => {
      this.host.view?.actions.go('answer');
      document.querySelector('shop-notes')?.scrollIntoView({block: 'start'});
    };
    setTimeout(show);
  }

  /** What stood here may be back by other ways: then there is nothing to undo, and its store is open again. */
  private look(): void {
    const last = this.steps.at(-1);
    if (!last || !is_same_state(last.state, this.host.state())) return;
    this.steps.pop();
    this.tell();
    if (last.store && !this.keeper.open) void this.keeper.open_again(last.store, last.state);
  }

  private undo(): void {
    const last = this.steps.pop();
    if (!last) return;
    const {lang, theme} = this.host.state();
    const state: State = {...last.state, lang, theme};
    if (last.store) void this.keeper.open_again(last.store, state);
    else {
      this.keeper.let_go();
      this.host.show(state);
    }
    this.tell();
  }

  private forget(): void {
    this.steps = [];
    this.tell();
  }

  private tell(): void {
    const last = this.steps.at(-1);
    if (!last) return this.host.untell('replaced');
    const {by, store} = last;
    const text = said[by][store ? 'store' : 'typed'];
    this.host.tell({id: 'replaced', icon: 'info', text: ({say}) => say(text, {name: store?.name ?? ''}), ways: (view) => this.ways(view, last)});
  }

  private ways({say}: View, {by, store}: Step): Way[] {
    const go_on = store && by === 'clear' ? [{label: say('page.tools.replaced.go_on', {name: store.name}), go: () => {
      this.forget();
      this.keeper.go_on(store);
      this.host.view?.actions.go('numbers');
    }}] : [];
    return [{label: say('page.tools.undo'), go: () => this.undo()}, ...go_on, {label: say('page.tools.close'), go: () => this.forget()}];
  }
}
