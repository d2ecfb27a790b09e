/** What the tools of the standalone page share: the element, its view with the tools' own words, its state, and what is told above the page. */
import {write_address} from '../address';
import {fetch_text} from '../files';
import type {Lang} from '../generated/shopgauge';
import type {Icon} from '../icons';
import type {ShopGauge} from '../shop-gauge';
import type {State} from '../state';
import {make_say, type Table} from '../texts';
import type {View} from '../view';

export interface Way {
  label: string;
  go(): void;
}

/** Something told above the page, with ways on. A later note of the same id takes its place. */
export interface Note {
  id: string;
  icon: Icon;
  text(view: View): string;
  ways(view: View): Way[];
}

/** Fires `change` whenever anything shown may differ. */
export class Host extends EventTarget {
  notes: Note[] = [];
  private own_texts: Table = {};
  private own_lang: Lang | undefined;
  private own_hash: string | undefined;

  constructor(readonly element: ShopGauge) {
    super();
  }

  /** The tools' words in the language of the page; undefined until they are there. */
  async speak(): Promise<void> {
    const lang = this.element.view()?.lang;
    if (!lang || lang === this.own_lang) return;
    const texts = JSON.parse(await fetch_text(`tools/${lang}.json`)) as Table;
    if (lang !== this.element.view()?.lang) return;
    [this.own_texts, this.own_lang] = [texts, lang];
    this.changed();
  }

  get view(): View | undefined {
    const view = this.element.view();
    if (!view || view.lang !== this.own_lang) return undefined;
    const [own, rest] = [make_say(this.own_texts), view.say];
    const say: View['say'] = Object.assign(((key, params) => (own.has(key) ? own : rest)(key, params)) as View['say'], {
      of: rest.of,
      has: (key: string) => own.has(key) || rest.has(key),
    });
    return {...view, say};
  }

  /** What the seller chose and typed. */
  state(): State {
    return this.element.state();
  }

  /** Shows a state, through the address: the browser's way back leads to the one before. */
  show(state: State): void {
    const hash = write_address(state);
    if (hash === location.hash) return;
    this.expect(hash);
    location.hash = hash;
  }

  /** Says that the next change of the address is the tools' own. */
  expect(hash: string): void {
    this.own_hash = hash;
  }

  /** Whether a change of the address came from the tools. */
  is_own(hash: string): boolean {
    const own = hash === this.own_hash;
    this.own_hash = undefined;
    return own;
  }

  tell(note: Note): void {
    this.notes = [...this.notes.filter(({id}) => id !== note.id), note];
    this.changed();
  }

  untell(id: string): void {
    if (!this.notes.some((note) => note.id === id)) return;
    this.notes = this.notes.filter((note) => note.id !== id);
    this.changed();
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
