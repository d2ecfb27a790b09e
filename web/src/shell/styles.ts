/** The style of the tools: the same tokens as the element around them, which they inherit. */
import {css} from 'lit';

export const common = css`
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  fieldset { border: 0; min-width: 0; }
  :host { display: block; font: 16px/1.55 var(--font); color: var(--text); }
  h2 { font-size: 18px; line-height: 1.4; font-weight: 650; }
  h3 { font-size: 16px; line-height: 1.5; font-weight: 650; }
  a { color: var(--accent); text-underline-offset: 3px; }
  button, input, select, textarea { font: inherit; color: inherit; }
  button, summary { cursor: pointer; }
  button:disabled { opacity: 0.5; cursor: default; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
  .icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  .num { font-variant-numeric: tabular-nums; }
  .aside { color: var(--muted); font-size: 14px; line-height: 1.5; overflow-wrap: anywhere; }
  .act { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 44px; padding: 0 16px; border-radius: 10px; font-weight: 600;
    border: 1px solid var(--line); background: none; color: var(--accent); white-space: nowrap; }
  .act:hover:not(:disabled) { background: var(--accent-soft); }
  .act.first { background: var(--accent); border-color: transparent; color: var(--accent-text); }
  .act.first:hover:not(:disabled) { background: var(--accent); }
  .act.bad { color: var(--fail); }
  label.act { position: relative; cursor: pointer; }
  .act:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .entry { height: 44px; min-width: 0; padding: 0 12px; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--surface); }
  .entry:focus { outline: none; border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  /* A border alone is drawn in its own colour there, focused or not, and a shadow not at all. */
  @media (forced-colors: active) { .entry:focus { outline: 2px solid Highlight; outline-offset: 1px; } }
  .said { display: flex; gap: 8px; align-items: flex-start; padding: 10px 14px; border-radius: 10px; background: var(--sunken); overflow-wrap: anywhere; }
  .said .icon { margin-top: 2px; }
  .said.bad { background: var(--fail-soft); color: var(--fail); }
  .said.near { background: var(--near-soft); } .said.near .icon { color: var(--near); }
  .said.good { background: var(--pass-soft); } .said.good .icon { color: var(--pass); }
  .said ul { list-style: disc; padding-left: 1.2em; }
  .part { display: grid; gap: 12px; min-width: 0; }
  .part + .part { margin-top: 20px; padding-top: 20px; border-top: 1px solid var(--line); }
  .label { display: grid; gap: 4px; min-width: 0; }
  .table { overflow: auto; max-height: 360px; border: 1px solid var(--line); border-radius: 10px; }
  table { border-collapse: collapse; width: 100%; font-size: 15px; }
  th, td { padding: 8px 12px; text-align: left; font-weight: 400; border-bottom: 1px solid var(--line); vertical-align: baseline; white-space: nowrap; }
  tr:last-child > * { border-bottom: 0; }
  thead th { position: sticky; top: 0; background: var(--sunken); color: var(--muted); font-size: 14px; z-index: 1; }
  td.num, th.num { text-align: right; }
`;
