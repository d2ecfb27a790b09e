/** The tools' own pictures, beside those of the element. */
import {html, svg, type TemplateResult} from 'lit';
import {icon, type Icon} from '../icons';

const drawings = {
  shop: svg`<path d="M3 8l1.5-4.5h11L17 8M3 8v8.5h14V8M3 8c0 1.6 1 2.5 2.3 2.5S7.7 9.6 7.7 8c0 1.6 1 2.5 2.3 2.5S12.3 9.6 12.3 8c0 1.6 1 2.5 2.3 2.5S17 9.6 17 8M8 16.5V13h4v3.5"/>`,
  share: svg`<path d="M8.2 11.8a3 3 0 0 0 4.3 0l3.2-3.2a3 3 0 0 0-4.3-4.3l-1 1M11.8 8.2a3 3 0 0 0-4.3 0l-3.2 3.2a3 3 0 0 0 4.3 4.3l1-1"/>`,
  table: svg`<path d="M3 4h14v12H3zM3 8h14M3 12h14M8 4v12"/>`,
  print: svg`<path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z"/>`,
  save: svg`<path d="M10 3v9M6 8.5l4 4 4-4M4 16.5h12"/>`,
};

export type Glyph = Icon | keyof typeof drawings;

const is_own = (name: Glyph): name is keyof typeof drawings => name in drawings;

export function glyph(name: Glyph): TemplateResult {
  return is_own(name) ? html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${drawings[name]}</svg>` : icon(name);
}
