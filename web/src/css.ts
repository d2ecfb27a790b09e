/** Style sheets beside an element's own: those that a document takes, or a shadow tree later on. */
import type {CSSResult} from 'lit';

export function adopt(into: Document | ShadowRoot, {styleSheet}: CSSResult): void {
  if (styleSheet) into.adoptedStyleSheets = [...into.adoptedStyleSheets, styleSheet];
}
