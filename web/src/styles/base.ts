/** The frame: type, cards, buttons, the bars, and where the columns stand. Widths are the element's, not the window's: it may stand in a column. In one column the results begin as high as the window: what comes after them pushes no footer that is in sight. */
import {css} from 'lit';

export const base = css`
  :host { display: block; min-height: 100vh; background: var(--bg); color: var(--text); font: 16px/1.55 var(--font); }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  fieldset { border: 0; min-width: 0; }
  h2 { font-size: 18px; line-height: 1.4; font-weight: 650; }
  h3 { font-size: 16px; line-height: 1.5; font-weight: 650; }
  h4 { font-size: var(--small); line-height: 1.5; font-weight: 600; color: var(--muted); }
  a { color: var(--accent); text-underline-offset: 3px; }
  small { font-size: var(--small); color: var(--muted); font-weight: 400; }
  button, input, select { font: inherit; color: inherit; }
  a, button, input, select, summary { scroll-margin: 88px 0; }
  h2:focus { outline: none; }
  [hidden] { display: none !important; }
  button { cursor: pointer; }
  summary { cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
  .num, .weight, .points, input, .cell-month, .phase-dates, dd { font-variant-numeric: tabular-nums; }
  .icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  .icon .solid { fill: currentColor; stroke: none; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .hint { color: var(--muted); font-size: var(--small); line-height: 1.5; }
  .tag { display: inline-block; padding: 0 8px; border-radius: 999px; background: var(--sunken); color: var(--muted); font-size: var(--tiny); line-height: 22px; white-space: nowrap; }

  .bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 4px;
    padding: 8px 16px; background: var(--surface); border-bottom: 1px solid var(--line); }
  .brand { font-size: 16px; line-height: 1.3; font-weight: 650; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .pickers { grid-column: 1 / -1; grid-row: 2; display: grid; grid-template-columns: minmax(0, 1fr) 152px; gap: 8px; }
  .picker { position: relative; display: block; min-width: 0; }
  .picker-name { position: absolute; top: 5px; left: 12px; font-size: var(--tiny); line-height: 1.3; color: var(--muted); pointer-events: none; }
  .picker select { width: 100%; height: 48px; padding: 18px 2px 2px 8px; border: 1px solid var(--line); border-radius: 10px; background: var(--bg);
    text-overflow: ellipsis; font-weight: 550; }
  .switches { display: flex; justify-self: end; }
  .switch { min-width: 44px; height: 44px; display: inline-flex; align-items: center; justify-content: center; padding: 0 8px; border: 0; border-radius: 10px;
    background: none; color: var(--muted); }
  .switch:hover { background: var(--sunken); color: var(--text); }

  .page { display: grid; gap: var(--gap); max-width: 1280px; margin: 0 auto; padding: 16px 16px 96px; }
  .results, .view, .notices { display: grid; gap: var(--gap); min-width: 0; align-content: start; }
  .results { min-height: 100vh; }
  .notice { display: flex; gap: 8px; align-items: flex-start; padding: 10px 14px; border-radius: 10px; background: var(--accent-soft); overflow-wrap: anywhere; }
  .notice .icon { margin-top: 2px; color: var(--accent); }
  .notice.bad { background: var(--fail-soft); color: var(--fail); }
  .notice.bad .icon { color: inherit; }
  .card, .form { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px; min-width: 0; scroll-margin-top: 72px; }
  .card > h2 { margin-bottom: 12px; }
  .card h3 { margin: 16px 0 8px; }
  .card.old .result, .card.old > :not(h2):not(.stale-line):not(.result):not(.empty) { opacity: 0.45; filter: grayscale(1); }

  .main, .quiet { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 44px; padding: 0 16px; border-radius: 10px; font-weight: 600; border: 1px solid transparent; }
  .main { background: var(--fill); color: var(--accent-text); }
  .quiet { background: none; border-color: var(--line); color: var(--accent); }
  .file { position: relative; cursor: pointer; }
  .file:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
  .quiet:hover { background: var(--accent-soft); }
  .link { padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: 3px; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 16px; }

  .bottom { position: fixed; inset: auto 0 0 0; z-index: 3; padding: 8px 16px calc(8px + env(safe-area-inset-bottom)); background: var(--surface); border-top: 1px solid var(--line); }
  .bottom .main { width: 100%; min-height: 48px; }
  .sheet { width: 100%; max-width: 720px; height: calc(100% - 16px); max-height: none; margin: auto auto 0; padding: 0; border: 0; border-radius: 16px 16px 0 0; background: var(--surface); color: var(--text); overflow-y: auto; overscroll-behavior: contain; }
  .sheet::backdrop { background: rgb(10 14 20 / 45%); }
  .sheet-head { position: sticky; top: 0; z-index: 2; display: flex; gap: 16px; align-items: center; justify-content: space-between; padding: 8px 16px; background: var(--surface); border-bottom: 1px solid var(--line); }
  .sheet-answer { font-size: 20px; line-height: 1.3; font-weight: 650; }
  .sheet .main { flex: none; }
  .sheet .form { border: 0; background: none; }
  .foot { color: var(--muted); font-size: var(--small); padding: 8px 4px; display: grid; gap: 4px; }
  .loading, .failure { padding: 48px 24px; color: var(--muted); }

  .frame, .sheet { container-type: inline-size; }
  @container (min-width: 720px) {
    .frame > *, .sheet > * { --gap: 24px; --small: 14px; --tiny: 13px; }
    .bar { position: sticky; top: 0; z-index: 3; grid-template-columns: auto minmax(0, 1fr) auto; padding: 8px 24px; gap: 24px; }
    .pickers { grid-column: auto; grid-row: auto; grid-template-columns: minmax(0, 456px) minmax(0, 200px); }
    .page { padding: 24px 24px 96px; }
    .card, .form { padding: 24px; }
  }
  @container (min-width: 1024px) {
    .bar { padding-inline: max(24px, calc(50% - 616px)); }
    .page { grid-template-columns: 440px minmax(0, 1fr); padding-bottom: 32px; align-items: start; }
    .notices, .faults, .foot { grid-column: 1 / -1; }
    .results { min-height: 0; }
    .entry-side { position: sticky; top: 88px; max-height: calc(100vh - 112px); overflow-y: auto; border-radius: var(--radius); scrollbar-width: thin; }
  }
  @container (max-width: 300px) {
    .frame > *, .sheet > * { overflow-wrap: anywhere; }
    .bar, .page { padding-inline: 8px; }
    .pickers, .page, .results, .view { grid-template-columns: minmax(0, 1fr); }
    .card, .form { padding: 12px 8px; }
    .main { padding: 0 8px; }
    .brand { font-size: var(--small); }
  }
  @media (prefers-reduced-motion: no-preference) { .mark { transition: left 160ms ease-out, right 160ms ease-out; } }
`;
