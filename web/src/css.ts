/** Style sheets beside an element's own: those that a document takes, or a shadow tree later on. */
import {supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Fetched by browsers alone that cannot adopt style sheets. */
export const old_styles = () => import('./old_styles');

export const adopts = Boolean(supportsAdoptingStyleSheets);

export function adopt(into: Document | ShadowRoot, {styleSheet, cssText}: CSSResult): void {
  if (styleSheet) into.adoptedStyleSheets = [...into.adoptedStyleSheets, styleSheet];
  else void old_styles().then(({add_rules}) => add_rules(into, cssText));
}
