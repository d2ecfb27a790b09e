/**
 * The store that is open, and those on the shelf. What is typed while a store is open is saved by itself; a link, a new
 * address or a change elsewhere never writes over a store: it is let go, or both versions are offered.
 */
import type {State} from '../state';
import {has_input} from '../state';
import type {Host} from './host';
import {all_stores, fault_of, joined_months, new_id, remove_store, write_store, type Fault, type KeptStore, type Snapshot} from './kept';
import {last_store, remember_last_store, remember_look, remember_tab_store, tab_look, tab_store} from './remembered';
import {is_same, mark_of, page_of, sheet_at, sheet_of, with_page, written, type Page} from './sheets';

const patience_ms = 500;

export class Keeper {
  stores: KeptStore[] = [];
  damaged: unknown[] = [];
  fault: Fault | undefined;
  /** The open store as it was last read or written here. */
  open: KeptStore | undefined;
  private late: ReturnType<typeof setTimeout> | undefined;
  /** The program whose sheet is on its way to the page. */
  private awaited: string | undefined;
  /** What the page was seen to be for, and what of it waits to be saved. */
  private place: string | undefined;
  private due: Page | undefined;
  /** What came along to another edition with less than the store has: nothing to save until something is typed. */
  private looked: string | undefined;
  private channel: BroadcastChannel | undefined;
  private writing: Promise<void> = Promise.resolve();
  private saving = 0;

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
    const page = page_of(this.host);
    const own = this.stores.find(({id}) => id === tab_store());
    const sheet = own && sheet_at(own, page);
    const looked = tab_look() === written(page);
    if (own && (looked || (sheet && is_same(sheet, page)))) {
      this.open = own;
      this.place = mark_of(page);
      if (looked) this.look_at(page);
    } else if (location.hash === '' && !has_input(page.fields)) {
      const last = this.stores.find(({id}) => id === last_store());
      if (last) this.open_store(last);
    }
    this.host.changed();
  }

  /** Shows a store's sheet; that of the program shown last, where none is named. */
  open_store(store: KeptStore, program = store.program, sheet = sheet_of(store, program)): void {
    if (!sheet) return;
    this.begin(store, program);
    const {theme, lang} = this.host.state();
    const state = {program, edition: sheet.edition, fields: new Map(sheet.fields), ...(lang ? {lang} : {}), ...(theme ? {theme} : {})};
    const own = sheet.own ? store.file : undefined;
    if (own) this.open_with_file(own, {...state, file: true});
    else this.host.show(state);
    this.host.changed();
  }

  private begin(store: KeptStore, awaited: string | undefined): void {
    clearTimeout(this.late);
    this.open = store;
    this.awaited = awaited;
    this.due = undefined;
    this.look_at(undefined);
    remember_tab_store(store.id);
    remember_last_store(store.id);
    this.host.untell('other-tab');
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
    this.forget();
    remember_last_store(undefined);
  }

  /** In this tab alone: a visit without an address opens it again. */
  private forget(): void {
    clearTimeout(this.late);
    this.open = this.awaited = this.due = undefined;
    this.look_at(undefined);
    remember_tab_store(undefined);
    this.host.untell('other-tab');
    this.host.changed();
  }

  /** The page is about to show other numbers than the open store's: it is let go with all that was typed. Returns it. */
  set_aside(): KeptStore | undefined {
    const {open} = this;
    void this.save_now();
    this.forget();
    return open;
  }

  /** Opens a store that was set aside with the numbers that the page had then; another tab may have changed it since. */
  async open_again(store: KeptStore, state: State): Promise<void> {
    await this.writing;
    await this.read();
    const there = this.stores.find(({id}) => id === store.id);
    if (there || this.fault) {
      const {program = '', edition = '', fields} = state;
      const sheet = there && sheet_at(there, {program, edition, fields, ...(state.file && there.file ? {file: there.file} : {})});
      this.begin(there && sheet && is_same(sheet, {program, edition, fields}) ? there : store, program);
    }
    this.host.show(state);
    void this.look_again();
  }

  /** What is on the page now is the store's; it is saved once something is typed. */
  go_on(store: KeptStore): void {
    const there = this.stores.find(({id}) => id === store.id);
    if (!there) return;
    this.begin(there, undefined);
    const page = page_of(this.host);
    this.place = mark_of(page);
    this.look_at(page);
    this.host.changed();
  }

  private look_at(page: Page | undefined): void {
    this.looked = page && written(page);
    remember_look(this.looked);
  }

  /** After each computation: what was typed goes into the open store. */
  private follow(): void {
    const {open, host} = this;
    const page = page_of(host);
    if (!open) return;
    if (this.awaited && this.awaited !== page.program) return;
    this.awaited = undefined;
    const arrived = this.place !== mark_of(page);
    if (arrived) {
      if (this.due) void this.save(open, this.due);
      // What the store has is known once it is written.
      if (this.saving) return void this.writing.then(() => this.follow());
      this.place = mark_of(page);
      if (this.arrive(open, page)) return;
    }
    clearTimeout(this.late);
    this.due = this.is_saved(open, page) ? undefined : page;
    if (this.due) this.late = setTimeout(() => void this.save_now(), patience_ms);
  }

  /** Another program or edition was chosen: what the store has for it comes along. Whether there is nothing to save. */
  private arrive(open: KeptStore, page: Page): boolean {
    const {program, fields} = page;
    const shown = sheet_of(open, program);
    const sheet = sheet_at(open, page);
    if (sheet && !is_same(sheet, page) && !this.fault) {
      this.open_store(open, program, sheet);
      return true;
    }
    if (sheet || !shown?.fields.length || is_same(shown, page)) return false;
    if (program !== open.program && !has_input(fields)) this.open_store(open, program);
    else this.look_at(page);
    return true;
  }

  private is_saved(open: KeptStore, page: Page): boolean {
    const shown = sheet_of(open, page.program);
    const sheet = sheet_at(open, page);
    if (this.looked === written(page)) return true;
    return sheet !== undefined && sheet === shown && page.program === open.program && is_same(sheet, page);
  }

  /** What waits to be saved; what is being typed too, unless another document is on its way to the page. */
  async save_now(): Promise<void> {
    clearTimeout(this.late);
    const {open, awaited} = this;
    const page = page_of(this.host);
    const due = mark_of(page) === this.place ? page : this.due;
    if (open && due && !awaited && !this.is_saved(open, due)) await this.save(open, due);
  }

  private save(open: KeptStore, page: Page): Promise<void> {
    this.due = undefined;
    this.look_at(undefined);
    // An earlier writing may still be on its way: this one comes on top of it.
    const latest = () => (this.open?.id === open.id ? this.open : this.stores.find(({id}) => id === open.id) ?? open);
    ++this.saving;
    this.writing = this.writing.then(() => this.write_one(with_page(latest(), page))).finally(() => --this.saving);
    return this.writing;
  }

  /** The open store, with what was typed on the page. */
  private current(open: KeptStore): KeptStore {
    const page = page_of(this.host);
    return this.is_saved(open, page) ? open : with_page(open, page);
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

  private tell_fault(again: () => unknown = () => this.save_now()): void {
    this.host.tell({id: 'not-kept', icon: 'alert', text: ({say}) => say(`page.tools.fault.${this.fault ?? 'broken'}`), ways: ({say}) => [
      {label: say('page.tools.save_json'), go: () => this.host.dispatchEvent(new Event('save-json'))},
      {label: say('page.tools.try_again'), go: () => void again()},
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
          void this.write(this.current(this.open));
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
      const page = page_of(this.host);
      const sheet = sheet_at(there, page);
      if (sheet ? is_same(sheet, page) : this.looked === written(page)) this.open = there;
      else this.tell_other(there, false);
      this.host.changed();
    }
  }

  async save_as(name: string): Promise<void> {
    const store = with_page({id: new_id(), name, program: '', sheets: {}, months: [], saved: '', revision: 0}, page_of(this.host));
    await this.write(store);
    const kept = this.stores.find(({id}) => id === store.id);
    if (!kept) return;
    this.begin(kept, undefined);
    this.place = mark_of(page_of(this.host));
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
      this.tell_fault(() => this.remove(store));
      return this.host.changed();
    }
    this.host.untell('not-kept');
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

  /** A later snapshot of a month takes the earlier one's place. */
  async keep_months(snapshots: Snapshot[]): Promise<void> {
    const {open} = this;
    if (open) await this.write({...this.current(open), months: joined_months(open.months, snapshots)});
  }

  async forget_month({program, month}: Snapshot): Promise<void> {
    const {open} = this;
    if (open) await this.write({...this.current(open), months: open.months.filter((item) => item.program !== program || item.month !== month)});
  }
}
