/** The door to "what to do": nothing behind it is fetched before it is opened. */
import {html, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {card, type View} from '../view';

const mark = 'desk';

/** Fetches what to do, if it is not there yet. */
export async function open_desk({desk, open, actions}: View): Promise<void> {
  if (desk || open.has(mark)) return;
  actions.toggle(mark, true);
  await actions.open_desk();
  actions.toggle(mark, false);
}

async function open(view: View, from: HTMLElement): Promise<void> {
  const root = from.getRootNode() as ShadowRoot;
  await open_desk(view);
  root.querySelector<HTMLElement>('#todo-title')?.focus();
}

function desk_opener(view: View): TemplateResult {
  const {say} = view;
  const busy = view.open.has(mark);
  return card('todo', say('page.todo'), html`<p class="hint">${say('page.todo.hint')}</p>
    <div class="buttons"><button type="button" class="main" data-action="desk" aria-busy=${busy} ?disabled=${busy}
      @click=${(event: globalThis.Event) => void open(view, event.currentTarget as HTMLElement)}>${icon('edit')}${say(busy ? 'page.loading' : 'page.todo.open')}</button></div>`);
}

export const what_to_do = (view: View): TemplateResult => view.desk?.card(view) ?? desk_opener(view);
