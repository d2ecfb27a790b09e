/** The page's pictures: small inline drawings in the colour of the text around them. */
import {html, svg, type TemplateResult} from 'lit';

const drawings = {
  check: svg`<path d="M4 10.5l4 4 8-9"/>`,
  cross: svg`<path d="M5 5l10 10M15 5L5 15"/>`,
  question: svg`<path d="M7 7.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2.9-1.2 1.7v.5M10 15.4v.1"/>`,
  alert: svg`<path d="M10 3l8 14H2zM10 8.5v4M10 14.6v.1"/>`,
  info: svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 9v5M10 6.2v.1"/>`,
  calendar: svg`<path d="M3 5h14v12H3zM3 9h14M7 2.5V6M13 2.5V6"/>`,
  dash: svg`<path d="M5 10h10"/>`,
  dots: svg`<path d="M5 10h.1M10 10h.1M15 10h.1"/>`,
  sun: svg`<circle cx="10" cy="10" r="3.5"/><path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4"/>`,
  moon: svg`<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z"/>`,
  auto: svg`<circle cx="10" cy="10" r="7"/><path d="M10 3v14a7 7 0 0 0 0-14z" class="solid"/>`,
  up: svg`<path d="M4 12.5l6-6 6 6"/>`,
  edit: svg`<path d="M3 17l1-4 9.5-9.5 3 3L7 16zM11.5 5.5l3 3"/>`,
  link: svg`<path d="M8 5H4v11h11v-4M11 4h5v5M16 4l-7 7"/>`,
};

export type Icon = keyof typeof drawings;

export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}

const star_path = 'M10 2l2.4 5.1 5.6.7-4.1 3.8 1.1 5.6L10 14.4 5 17.2l1.1-5.6L2 7.8l5.6-.7z';

/** One star of five: whole, half or empty. */
export function star(fill: 'full' | 'half' | 'none'): TemplateResult {
  return html`<svg class="star ${fill}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${star_path} class="outline"></path>
    ${fill === 'none' ? '' : svg`<path d=${star_path} class="ink"></path>`}
  </svg>`;
}

/** A verdict's picture; its word always stands beside it. */
export function verdict_icon(verdict: string): TemplateResult {
  const icons: Record<string, Icon> = {pass: 'check', true: 'check', fail: 'cross', false: 'cross', pending: 'dots', not_assessed: 'dash'};
  return icon(icons[verdict] ?? 'question');
}
