/** Sets CSS custom properties through the object model: a style attribute would need 'unsafe-inline' in the CSP. */
import {nothing} from 'lit';
import {Directive, directive, PartType, type ElementPart, type PartInfo} from 'lit/directive.js';

class Vars extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('vars() stands in a tag, not in an attribute');
  }

  render(_values: Record<string, number>): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [values]: [Record<string, number>]): typeof nothing {
    for (const [name, value] of Object.entries(values)) (part.element as HTMLElement).style.setProperty(name, String(value));
    return nothing;
  }
}

export const vars = directive(Vars);
