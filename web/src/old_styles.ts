/**
 * Styles where a browser cannot adopt style sheets (Safari before 16.4). The page's CSP lets in no style that stands in the
 * page, but an empty one (by its hash): the rules are put into that by script, as adopting would. Once Safari 16.3 is
 * older than the floor, this and the hash in index.html can go.
 */
import {LitElement, type CSSResult} from 'lit';

/** The rules of a style sheet, one by one. None of ours has a brace in a text. */
function* rules_of(css: string): Generator<string> {
  let [from, depth] = [0, 0];
  for (let at = 0; at < css.length; ++at) {
    if (css[at] === '{') ++depth;
    else if (css[at] === '}' && --depth === 0) {
      yield css.slice(from, at + 1);
      from = at + 1;
    }
  }
}

export function add_rules(into: Document | ShadowRoot, css: string): void {
  const style = document.createElement('style');
  (into instanceof Document ? into.head : into).append(style);
  for (const rule of rules_of(css)) {
    try {
      style.sheet?.insertRule(rule, style.sheet.cssRules.length);
    } catch {
      // A rule for another browser, as in any style sheet.
    }
  }
}

/** Lit itself would write the text into the style, which the CSP refuses. */
const own_root = {
  createRenderRoot(this: LitElement): ShadowRoot {
    const {shadowRootOptions, elementStyles} = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    for (const style of elementStyles) add_rules(root, (style as CSSResult).cssText);
    this.renderOptions.renderBefore ??= root.firstChild as ChildNode;
    return root;
  },
};
Object.assign(LitElement.prototype, own_root);
