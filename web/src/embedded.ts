/** What an element on a host's page needs besides: what the host's styles would hand down stays out, and its accent comes in. */
import {css, type LitElement, type ReactiveController} from 'lit';
import {adopt, adopts} from './css';
import {accent_sheet} from './theme';

/** The host lays the element out; inside, nothing is inherited but the custom properties. */
const own_ground = css`
  :host { min-height: 0; border-radius: var(--radius); }
  .frame, .bottom, .sheet { color: var(--text); font: 16px/1.55 var(--font); letter-spacing: normal; word-spacing: normal; text-align: start; text-indent: 0; text-transform: none;
    text-shadow: none; white-space: normal; word-break: normal; hyphens: manual; list-style: none; cursor: auto; direction: ltr; visibility: visible; pointer-events: auto;
    -webkit-text-fill-color: currentcolor; }
  .frame { border-radius: inherit; }
  .bar, .entry-side { position: static; max-height: none; }
  .bar { border-radius: var(--radius) var(--radius) 0 0; }
  .bottom { position: sticky; border-radius: 0 0 var(--radius) var(--radius); }
  .page { padding-bottom: 24px; }
  .results { min-height: 0; }
  .failure { padding: 24px; }
`;

/** An element and all that it inherits from, out through slots and shadow trees, as far as these are open. */
function* around(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode)) {
    if (node instanceof Element) yield node;
  }
}

/** Follows the host's accent, whatever attribute the element or anything around it changes for that: class, style, or a theme under any name. */
class Accent implements ReactiveController {
  private readonly sheet = new CSSStyleSheet();
  private readonly watch = new MutationObserver(() => this.follow());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private last = '';

  constructor(private readonly element: LitElement) {
    const root = element.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
  }

  hostConnected(): void {
    for (const outer of around(this.element)) this.watch.observe(outer, {attributes: true});
    this.scheme.addEventListener('change', this.follow);
    this.follow();
  }

  hostDisconnected(): void {
    this.watch.disconnect();
    this.scheme.removeEventListener('change', this.follow);
  }

  private readonly follow = () => {
    const text = getComputedStyle(this.element).getPropertyValue('--shopgauge-accent').trim();
    if (text !== this.last) this.sheet.replaceSync((text && accent_sheet(text)) || '');
    this.last = text;
  };
}

const embedded = new WeakSet<LitElement>();

/** Once for each element. Where style sheets cannot be adopted, the accent stays ours. */
export function embed(element: LitElement): void {
  if (embedded.has(element)) return;
  embedded.add(element);
  adopt(element.renderRoot as ShadowRoot, own_ground);
  if (adopts) element.addController(new Accent(element));
}
