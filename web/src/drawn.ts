/** The page as it is drawn: which of its parts are open, where they scroll to, which problems find no field. */
import type {LitElement} from 'lit';
import type {Problem} from './calculation';
import {input_name} from './state';
import type {Actions, View} from './view';

/** `problems`: all that there are. */
export function make_drawn(element: LitElement, problems: () => Problem[]) {
  const state: Pick<View, 'open' | 'page_tab' | 'loose'> = {open: new Set(), page_tab: undefined, loose: []};

  const update = () => element.requestUpdate();

  const find = <E extends HTMLElement>(selector: string) => element.renderRoot.querySelector<E>(selector);

  /** On a narrow screen the form is a sheet, which must not begin with the keyboard over it. */
  function open_form(): void {
    const sheet = find<HTMLDialogElement>('.sheet');
    if (sheet && !sheet.open) sheet.showModal();
    find(sheet ? '#numbers-title' : '#numbers input')?.focus();
  }

  function open_tab(id: string): Promise<unknown> {
    state.page_tab = id;
    update();
    return element.updateComplete;
  }

  async function scroll_to(part: string): Promise<void> {
    find<HTMLDialogElement>('.sheet')?.close();
    const target = find(`#${part}`);
    const tab = target?.closest('[role=tabpanel]')?.id.slice('view-'.length);
    if (tab) await open_tab(tab);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({behavior: calm ? 'auto' : 'smooth', block: 'start'});
  }

  const actions: Pick<Actions, 'toggle' | 'open_tab' | 'go' | 'go_to_field'> = {
    toggle(mark, open = !state.open.has(mark)) {
      if (open === state.open.has(mark)) return;
      const next = new Set(state.open);
      if (open) next.add(mark);
      else next.delete(mark);
      state.open = next;
      update();
    },
    open_tab: (id) => void open_tab(id),
    go: (part) => void (part === 'numbers' ? open_form() : scroll_to(part)),
    go_to_field(key) {
      open_form();
      const field = find(`form [name="${CSS.escape(input_name(key))}"]`);
      for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
      field?.focus();
    },
  };

  element.addController({
    hostUpdated() {
      const names = new Set([...element.renderRoot.querySelectorAll<HTMLInputElement>('form [name]')].map(({name}) => name));
      const loose = problems().filter(({key}) => key === undefined || !names.has(input_name(key)));
      if (loose.length === state.loose.length && loose.every((problem, at) => problem === state.loose[at])) return;
      state.loose = loose;
      update();
    },
  });

  return {state, actions};
}
