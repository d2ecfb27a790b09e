/** Paper: the report instead of the page. */
import {css} from 'lit';

export const page_print = css`
  shop-report { display: none; }
  shop-report.measured { display: block; position: absolute; top: 0; left: 0; width: 186mm; visibility: hidden; }
  @page { size: A4; margin: 12mm; }
  @media print {
    html { background: #fff; }
    main { display: none; }
    shop-report { display: block; }
  }
`;

/** Sizes are shares of one, so that the whole can be set smaller until it fits. */
export const report_styles = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { --size: 9.5pt; --line: #c9ced6; background: #fff; color: #111; font: var(--size)/1.4 var(--font); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  small, .hint, .aside { font-size: 0.86em; color: #4a525e; }
  h1 { font-size: 1.5em; line-height: 1.25; font-weight: 650; }
  h2, .card h3 { font-size: 1.06em; font-weight: 650; margin: 0 0 0.35em; padding-bottom: 0.15em; border-bottom: 0.6pt solid #111; break-after: avoid; }
  h4 { font-size: 0.92em; font-weight: 600; color: #4a525e; margin: 0.4em 0 0.1em; }
  a { color: inherit; text-decoration: none; }
  button { padding: 0; border: 0; background: none; font: inherit; color: inherit; text-align: inherit; }
  .num, td { font-variant-numeric: tabular-nums; }
  .icon { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; vertical-align: -0.2em; }
  header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12pt; align-items: start; padding-bottom: 0.7em; border-bottom: 1.2pt solid #111; }
  header .day { text-align: right; }
  .answer { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2em 1.6em; padding: 0.7em 0; }
  .big { font-size: 2.6em; line-height: 1.1; font-weight: 650; } .big small { font-size: 0.4em; font-weight: 400; }
  .word { font-size: 1.5em; font-weight: 650; display: inline-flex; gap: 0.3em; align-items: center; }
  .sure { flex-basis: 100%; }
  .columns { columns: 2; column-gap: 7mm; }
  section { break-inside: auto; margin-bottom: 0.9em; }
  .facts { display: flex; flex-wrap: wrap; gap: 0.2em 1.6em; } .fact dt { font-size: 0.86em; color: #4a525e; } .fact dd { font-weight: 600; margin: 0; } .fact { break-inside: avoid; } .fact small { font-weight: 400; }
  .list { width: 100%; border-collapse: collapse; }
  .list td { padding: 0.1em 0; border-bottom: 0.4pt solid var(--line); vertical-align: baseline; } .list td:last-child { text-align: right; padding-left: 0.8em; font-weight: 600; }
  tr, li, section > p { break-inside: avoid; }
  .sum { width: 100%; border-collapse: collapse; }
  .sum th, .sum td { padding: 0.1em 0 0.1em 0.6em; text-align: left; vertical-align: baseline; font-weight: 400; border-bottom: 0.4pt solid var(--line); }
  .sum th:first-child { padding-left: 0; } .sum .num { text-align: right; white-space: nowrap; } .sum thead th { font-size: 0.86em; color: #4a525e; }
  .sum .product { display: none; } .sum th small { display: inline; margin-left: 0.4em; } .sum .depth-0 th > span, .sum tfoot * { font-weight: 600; } .sum .depth-1 th { padding-left: 0.9em; } .sum .depth-2 th { padding-left: 1.8em; }
  .finding { display: flex; gap: 0.4em; margin-bottom: 0.2em; } .finding .hint { display: inline; } .finding-name { display: inline; margin-right: 0.4em; } .finding .findings { margin-left: 0.6em; }
  .wanted { color: #4a525e; }
  .event { display: flex; gap: 0.8em; justify-content: space-between; border-bottom: 0.4pt solid var(--line); padding: 0.1em 0; } .event span:last-child { white-space: nowrap; }
  .source { padding: 0.1em 0; border-bottom: 0.4pt solid var(--line); overflow-wrap: anywhere; }
  .back { word-break: break-all; }
  footer { margin-top: 0.4em; padding-top: 0.5em; border-top: 1.2pt solid #111; font-size: 0.86em; color: #4a525e; overflow-wrap: anywhere; }
`;
