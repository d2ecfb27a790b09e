/**
 * The store that is open, and those on the shelf. What is typed while a store is open is saved by itself; a link, a new
 * address or a change elsewhere never writes over a store: it is let go, or both versions are offered.
 */
import {today_in} from '../format';
import type {Fields, State} from '../state';
import {has_input, has_reading} from '../state';
import {figures_of} from './figures';
import type {Host} from './host';
import {all_stores, fault_of, joined_months, new_id, remove_store, write_store, type Fault, type KeptStore, type Snapshot} from './kept';

const patience_ms = 500;
/** Which store a tab has open, over a reload of it; and the last one of all, for a visit without an address. */
const tab_key = 'shopgauge-store';

function remembered(storage: () => Storage): string | null {
  try {
    return storage().getItem(tab_key);
  } catch {
    return null;
  }
}

function remember(id: string | undefined): void {
  try {
    if (id) sessionStorage.setItem(tab_key, id);
    else sessionStorage.removeItem(tab_key);
    if (id) localStorage.setItem(tab_key, id);
    else localStorage.removeItem(tab_key);
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}

/** A program's id is a name like any other: "constructor" too. */
const sheet_of = ({sheets}: KeptStore, program = '') => (Object.hasOwn(sheets, program) ? sheets[program] : undefined);

const same_fields = (one: Fields, other: Fields) => one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);

export class Keeper {
  stores: KeptStore[] = [];
  damaged: unknown[] = [];
  fault: Fault | undefined;
  /** The open store as it was last read or written here. */
  open: KeptStore | undefined;
  private late: ReturnType<typeof setTimeout> | undefined;
  /** The program whose sheet is on its way to the page. */
  private awaited: string | undefined;
  private channel: BroadcastChannel | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly host: Host) {}

  async start(): Promise<void> {
    await this.read();
    const {element} = this.host;
    element.addEventListener('shopgauge-change', () => this.follow());
    addEventListener('hashchange', () => {
      if (!this.host.is_own(location.hash)) this.let_go();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.look_again();
      else void this.save_now();
    });
    addEventListener('focus', () => void this.look_again());
    if ('BroadcastChannel' in globalThis) {
      this.channel = new BroadcastChannel('shopgauge');
      this.channel.onmessage = () => void this.look_again();
    }
    this.take_up();
  }

  async read(): Promise<void> {
    try {
      const {stores, damaged} = await all_stores();
      [this.stores, this.damaged, this.fault] = [stores, damaged, undefined];
    } catch (error) {
      this.fault = fault_of(error);
    }
    this.host.changed();
  }

  /** After a reload the tab's store is open again; a visit without an address opens the last one. */
  private take_up(): void {
    const state = this.host.state();
    const own = this.stores.find(({id}) => id === remembered(() => sessionStorage));
    const sheet = own && sheet_of(own, state.program);
    if (own && sheet && sheet.edition === state.edition && same_fields(new Map(sheet.fields), state.fields)) this.open = own;
    else if (location.hash === '' && !has_input(state.fields)) {
      const last = this.stores.find(({id}) => id === remembered(() => localStorage));
      if (last) this.open_store(last);
    }
    this.host.changed();
  }

  /** Shows a store's sheet; that of the program shown last, where none is named. */
  open_store(store: KeptStore, program = store.program): void {
    clearTimeout(this.late);
    const sheet = sheet_of(store, program);
    if (!sheet) return;
    this.open = store;
    this.awaited = program;
    remember(store.id);
    this.host.untell('other-tab');
    const {theme, lang} = this.host.state();
    const state = {program, edition: sheet.edition, fields: new Map(sheet.fields), ...(lang ? {lang} : {}), ...(theme ? {theme} : {})};
    const own = sheet.own ? store.file : undefined;
    if (own) this.open_with_file(own, {...state, file: true});
    else this.host.show(state);
    this.host.changed();
  }

  /** A program document of one's own goes to the page first; once it is used, so are the numbers. */
  private open_with_file({name, text}: {name: string; text: string}, state: State): void {
    const {element} = this.host;
    const view = element.view();
    if (view?.from_device && view.file?.loaded?.text === text) return this.host.show(state);
    const follow = () => {
      if (!element.view()?.from_device || element.program !== state.program) return;
      element.removeEventListener('shopgauge-change', follow);
      this.host.show(state);
    };
    element.addEventListener('shopgauge-change', follow);
    view?.actions.open_file(new File([text], name));
  }

  let_go(): void {
    clearTimeout(this.late);
    this.open = this.awaited = undefined;
    remember(undefined);
    this.host.untell('other-tab');
    this.host.changed();
  }

  /** After each computation: what was typed goes into the open store. */
  private follow(): void {
    const {open, host} = this;
    const {program = '', fields} = host.state();
    if (!open) return;
    if (this.awaited && this.awaited !== program) return;
    this.awaited = undefined;
    const sheet = sheet_of(open, program);
    // Another program was chosen: what the store has for it comes along.
    if (program !== open.program && sheet && !has_input(fields) && sheet.fields.length) return this.open_store(open, program);
    if (sheet && sheet.edition === host.state().edition && same_fields(new Map(sheet.fields), fields) && program === open.program) return;
    clearTimeout(this.late);
    this.late = setTimeout(() => void this.save_now(), patience_ms);
  }

  /** The store with what is on the page now. */
  private with_page(store: KeptStore): KeptStore {
    const {program = '', edition = '', fields} = this.host.state();
    const view = this.host.view;
    const text = view?.from_device ? view.file?.loaded?.text : undefined;
    return {
      ...store, program, sheets: {...store.sheets, [program]: {edition, fields: [...fields], ...(text === undefined ? {} : {own: true})}},
      ...(text === undefined ? {} : {file: {name: view?.file?.name ?? '', text}}),
    };
  }

  private is_saved(): boolean {
    const {program = '', edition, fields} = this.host.state();
    const sheet = this.open && sheet_of(this.open, program);
    return sheet !== undefined && sheet.edition === edition && same_fields(new Map(sheet.fields), fields);
  }

  async save_now(): Promise<void> {
    clearTimeout(this.late);
    const {open} = this;
    if (open && !this.awaited && !this.is_saved()) await this.write(this.with_page(open));
  }

  /** Writings go one after the other; the last one wins, and what it replaced is offered. */
  write(store: KeptStore): Promise<void> {
    this.writing = this.writing.then(() => this.write_one(store));
    return this.writing;
  }

  private async write_one(store: KeptStore): Promise<void> {
    const is_open = this.open?.id === store.id;
    try {
      const {written, replaced} = await write_store(is_open && this.open ? {...store, revision: this.open.revision} : store);
      if (this.open?.id === store.id) this.open = written;
      if (replaced && is_open) this.tell_other(replaced, true);
      this.fault = undefined;
      this.channel?.postMessage(store.id);
      this.host.untell('not-kept');
      await this.read();
    } catch (error) {
      this.fault = fault_of(error);
      this.tell_fault();
    }
    this.host.changed();
  }

  private tell_fault(): void {
    this.host.tell({id: 'not-kept', icon: 'alert', text: ({say}) => say(`page.tools.fault.${this.fault ?? 'broken'}`), ways: ({say}) => [
      {label: say('page.tools.save_json'), go: () => this.host.dispatchEvent(new Event('save-json'))},
      {label: say('page.tools.try_again'), go: () => void this.save_now()},
    ]});
  }

  /** Another tab changed the open store: its version and this one are both offered. */
  private tell_other(other: KeptStore, here_won: boolean): void {
    this.host.tell({
      id: 'other-tab', icon: 'info',
      text: ({say}) => say(here_won ? 'page.tools.other_tab.replaced' : 'page.tools.other_tab.changed', {name: other.name}),
      ways: ({say}) => [
        {label: say('page.tools.other_tab.take'), go: () => this.take_other(other, here_won)},
        {label: say('page.tools.other_tab.keep'), go: () => {
          this.host.untell('other-tab');
          if (here_won || !this.open) return;
          this.open = {...this.open, revision: other.revision};
          void this.write(this.with_page(this.open));
        }},
      ],
    });
  }

  private take_other(other: KeptStore, write: boolean): void {
    this.open_store(write && this.open ? {...other, revision: this.open.revision} : other);
    if (write) void this.write(other);
  }

  /** Asks the shelf whether another tab changed or removed the open store. */
  private async look_again(): Promise<void> {
    await this.writing;
    const {open} = this;
    await this.read();
    if (!open || open !== this.open || this.fault) return;
    const there = this.stores.find(({id}) => id === open.id);
    if (!there) {
      this.let_go();
      this.host.tell({id: 'other-tab', icon: 'info', text: ({say}) => say('page.tools.other_tab.removed', {name: open.name}), ways: ({say}) => [
        {label: say('page.tools.stores.save_again'), go: () => void this.save_as(open.name)},
      ]});
    } else if (there.revision !== open.revision) {
      const same_page = sheet_of(there, this.host.state().program);
      if (same_page && same_page.edition === this.host.state().edition && same_fields(new Map(same_page.fields), this.host.state().fields)) this.open = there;
      else this.tell_other(there, false);
      this.host.changed();
    }
  }

  async save_as(name: string): Promise<void> {
    const store = this.with_page({id: new_id(), name, program: '', sheets: {}, months: [], saved: '', revision: 0});
    await this.write(store);
    const kept = this.stores.find(({id}) => id === store.id);
    if (!kept) return;
    this.open = kept;
    remember(kept.id);
    this.host.untell('other-tab');
    await navigator.storage?.persist?.().catch(() => false);
    this.host.changed();
  }

  rename(store: KeptStore, name: string): Promise<void> {
    return this.write({...(this.open?.id === store.id ? this.open : store), name});
  }

  async remove(store: KeptStore): Promise<void> {
    try {
      await remove_store(store.id);
    } catch (error) {
      this.fault = fault_of(error);
    }
    if (this.open?.id === store.id) this.let_go();
    this.channel?.postMessage(store.id);
    await this.read();
    this.host.tell({id: 'removed', icon: 'info', text: ({say}) => say('page.tools.stores.removed', {name: store.name}), ways: ({say}) => [
      {label: say('page.tools.undo'), go: () => {
        this.host.untell('removed');
        void this.write(store);
      }},
      {label: say('page.tools.close'), go: () => this.host.untell('removed')},
    ]});
  }

  async remove_damaged(): Promise<void> {
    for (const record of this.damaged) await remove_store((record as {id: string}).id).catch(() => {});
    await this.read();
  }

  /** The month that the page speaks of: the day that was typed, else today. */
  month_shown(): string {
    const view = this.host.view;
    return (view?.fields.get('date') ?? (view ? today_in(view.document.time_zone) : '')).slice(0, 7);
  }

  /** Whether there is a good result to keep. */
  can_keep_month(): boolean {
    const view = this.host.view;
    return Boolean(view?.calculation.assessed && !view.calculation.old_assessed && has_reading(view.fields));
  }

  snapshot_of(month: string, state: State = this.host.state()): Snapshot | undefined {
    const view = this.host.view;
    const assessed = view?.calculation.assessed;
    if (!view || !assessed) return undefined;
    return {
      month, taken: today_in(view.document.time_zone), program: state.program ?? '', edition: state.edition ?? '', fields: [...state.fields],
      basis: assessed.basis, ...(assessed.verdict ? {verdict: assessed.verdict} : {}), figures: figures_of(view.document, assessed),
    };
  }

  /** A later snapshot of a month takes the earlier one's place. */
  async keep_months(snapshots: Snapshot[]): Promise<void> {
    const {open} = this;
    if (open) await this.write({...this.with_page(open), months: joined_months(open.months, snapshots)});
  }

  async forget_month({program, month}: Snapshot): Promise<void> {
    const {open} = this;
    if (open) await this.write({...this.with_page(open), months: open.months.filter((item) => item.program !== program || item.month !== month)});
  }
}
