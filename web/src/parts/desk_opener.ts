/** The door to "what to do": nothing behind it is fetched before it is opened. */
import {html, type TemplateResult} from 'lit';
import {icon} from '../icons';
import {card, type View} from '../view';

const mark = 'desk';

async function open(view: View, from: HTMLElement): Promise<void> {
  const {actions} = view;
  const root = from.getRootNode() as ShadowRoot;
  actions.toggle(mark, true);
  await actions.open_desk();
  actions.toggle(mark, false);
  root.querySelector<HTMLElement>('#todo-title')?.focus();
}

export function desk_opener(view: View): TemplateResult {
  const {say} = view;
  const busy = view.open.has(mark);
  return card('todo', say('page.todo'), html`<p class="hint">${say('page.todo.hint')}</p>
    <div class="buttons"><button type="button" class="main" data-action="desk" aria-busy=${busy} ?disabled=${busy}
      @click=${(event: globalThis.Event) => void open(view, event.currentTarget as HTMLElement)}>${icon('edit')}${say(busy ? 'page.loading' : 'page.todo.open')}</button></div>`);
}
