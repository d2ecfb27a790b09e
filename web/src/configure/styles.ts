/** The configurator's style: the page's tokens, cards and fields. */
import {css} from 'lit';

export const styles = css`
  :host { min-height: 100vh; background: var(--bg); }
  .bar { display: flex; align-items: center; justify-content: space-between; gap: 4px 16px; padding: 8px 16px; background: var(--surface); border-bottom: 1px solid var(--line); }
  .bar h1 { min-width: 0; overflow-wrap: anywhere; margin: 0; font-size: 17px; line-height: 1.3; font-weight: 650; }
  .bar a { color: var(--muted); font-size: 14px; }
  .switches { display: flex; flex: none; }
  .switch { display: inline-flex; align-items: center; justify-content: center; min-width: 44px; height: 44px; padding: 0 8px; border: 0; border-radius: 10px; background: none; color: var(--muted); }
  .switch:hover { background: var(--sunken); color: var(--text); }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; max-width: 1280px; margin: 0 auto; padding: 16px 16px 48px; align-items: start; }
  .side { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .card { padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); min-width: 0; }
  .card > h2 { margin-bottom: 12px; }
  .ways { display: grid; gap: 8px; }
  .way { position: relative; display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 0 12px; padding: 12px; border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
  .way input { grid-row: span 2; width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--accent); }
  .way.chosen { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-soft); }
  .way strong { font-weight: 650; }
  .fields { display: grid; gap: 14px; margin-top: 20px; }
  .label > span:first-child { font-weight: 600; }
  select.entry, input.entry { width: 100%; }
  .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px; }
  .accent { display: flex; gap: 12px; align-items: center; min-height: 44px; }
  .accent input[type='checkbox'] { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); flex: none; }
  .accent input[type='color'] { width: 56px; height: 44px; padding: 2px; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--surface); }
  .code { margin: 0; padding: 12px 14px; border-radius: 10px; background: var(--sunken); font: 13.5px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
  .card h3 { margin: 16px 0 8px; }
  .acts { margin-top: 12px; align-items: center; }
  .needs { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
  .needs > h2 { margin: 0; }
  .needs h3 { margin-top: 4px; }
  .list { display: grid; gap: 8px; padding-left: 1.2em; list-style: disc; }
  .scroll { position: relative; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
  .scroll th[scope='row'] { font-weight: 600; }
  .scroll th, .scroll td { padding: 8px; font-size: 14px; }
  .scroll td, .scroll th[scope='col'] { text-align: center; } .scroll th:first-child { text-align: start; padding-inline-start: 12px; }
  .scroll .icon { width: 18px; height: 18px; vertical-align: -3px; color: var(--pass); }
  .scroll .none { color: var(--muted); }
  .preview-head { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; margin-bottom: 12px; }
  .widths { display: flex; border: 1px solid var(--line-strong); border-radius: 10px; overflow: hidden; }
  .widths button { min-height: 44px; padding: 0 14px; border: 0; background: none; color: var(--muted); }
  .widths button[aria-pressed='true'] { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
  .widths button:focus-visible { outline-offset: -3px; }
  .preview { display: block; width: 100%; height: 640px; margin: 0 auto; border: 1px solid var(--line); border-radius: 10px; background: var(--bg); }
  .preview.phone { max-width: 392px; }
  .foot { color: var(--muted); font-size: 14px; }
  @media (min-width: 720px) {
    .bar { padding: 8px 24px; }
    .columns { padding: 24px 24px 48px; }
    .card { padding: 20px 24px; }
  }
  @media (min-width: 1024px) {
    .columns { grid-template-columns: 400px minmax(0, 1fr); gap: 20px; }
    .side { gap: 20px; }
    .settings { position: sticky; top: 20px; }
  }
  @media (max-width: 340px) { .pair { grid-template-columns: minmax(0, 1fr); } }
  @media (forced-colors: active) { .way.chosen, .widths button[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; } }
`;
