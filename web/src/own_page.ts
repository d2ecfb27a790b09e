/** What an element has besides that has the page to itself: its state stands in the page's address, and the page takes its language, light and title from it. */
import type {ReactiveControllerHost} from 'lit';
import {write_address} from './address';
import {language_of, type Speaker} from './speech';
import type {State, Theme} from './state';
import type {View} from './view';

/** Browsers refuse too many changes of the address in a row: typing is written down with a delay. */
const delay_ms = 500;

interface Owner extends ReactiveControllerHost, Pick<Speaker, 'lang'> {
  /** Whether the page is all its own. */
  address: boolean;
  theme: Theme | undefined;
  state(): State;
  view(): View | undefined;
}

/** `read` is called when the address was changed from outside. Gives what keeps the address in step. */
export function own_page(owner: Owner, read: () => void): (patient?: boolean) => void {
  let late: ReturnType<typeof setTimeout> | undefined;

  const here = () => write_address(owner.state());

  const on_hash = () => {
    if (location.hash !== here()) read();
  };

  owner.addController({
    hostConnected() {
      if (owner.address) addEventListener('hashchange', on_hash);
    },
    hostDisconnected() {
      removeEventListener('hashchange', on_hash);
      clearTimeout(late);
    },
    hostUpdated() {
      if (!owner.address) return;
      const {documentElement: root} = document;
      const view = owner.view();
      if (owner.theme) root.dataset['theme'] = owner.theme;
      else delete root.dataset['theme'];
      root.lang = view?.lang ?? language_of(owner);
      if (view) document.title = `${view.document.title[view.lang]} · ${view.say('page.brand')}`;
    },
  });

  return function write(patient = false): void {
    clearTimeout(late);
    if (!owner.address) return;
    if (patient) late = setTimeout(write, delay_ms);
    else history.replaceState(null, '', here());
  };
}
