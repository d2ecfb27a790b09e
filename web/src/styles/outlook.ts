/** The forecast: what is set, the chart, its key, dates and table. */
import {css} from 'lit';

export const outlook_styles = css`
  #forecast-title:focus { outline: none; }
  .outlook, .outcome, .changes-to-come { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .outcome.old { opacity: 0.55; }
  .outlook h4 { color: var(--text); margin-bottom: 4px; }
  .outlook .headline { margin: 0; font-size: 20px; line-height: 1.4; }
  .outlook .buttons { margin-top: 0; }
  .outlook .fold-body { grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .asks { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 140px), 1fr)); }
  .ask { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; align-content: start; min-width: 0; font-size: 14px; color: var(--muted); }
  .ask .box { width: 100%; max-width: none; margin: 0; font-size: 16px; color: var(--text); }
  .ask .box input { text-align: left; min-width: 0; }
  .ask.wide { grid-column: 1 / -1; }
  .ask textarea { width: 100%; min-height: 120px; padding: 8px 12px; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--surface); color: var(--text); font: 14px/1.5 ui-monospace, monospace; }
  .ask.bad textarea { border-color: var(--fail); }
  .line-choice { max-width: 360px; }
  .change { display: grid; gap: 8px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; }
  .change legend { padding: 0 4px; }
  .change .remove { justify-self: start; min-height: 44px; }
  .run { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; padding: 8px 14px; border-radius: 10px; background: var(--sunken); }
  .run label { flex: 1 1 180px; display: grid; gap: 4px; font-size: 14px; }
  .run progress { width: 100%; height: 8px; accent-color: var(--accent); }

  .chart-figure { margin: 0; display: grid; gap: 6px; grid-template-columns: minmax(0, 1fr); }
  .chart-figure figcaption { font-weight: 600; }
  .canvas { min-height: 280px; min-width: 0; overflow: hidden; font-family: var(--font); }
  .canvas .u-cursor-x { border-color: var(--muted); }
  .read { height: 22px; font-size: 14px; color: var(--muted); white-space: pre-wrap; }
  .chart-key { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 14px; color: var(--muted); }
  .chart-key li { display: flex; gap: 6px; align-items: center; }
  .swatch { position: relative; flex: none; width: 20px; height: 12px; }
  .swatch.middle { height: 0; border-top: 3px solid var(--accent); }
  .swatch.dashed { height: 0; border-top: 2px dashed var(--line-strong); }
  .swatch.band-1, .swatch.band-2 { overflow: hidden; border-radius: 3px; }
  .swatch.band-1::before, .swatch.band-2::before { content: ''; position: absolute; inset: 0; background: var(--accent); opacity: 0.22; }
  .swatch.band-2::before { opacity: 0.45; }
  .swatch.wedge { width: 0; height: 0; border: solid transparent; border-width: 0 6px 10px; border-bottom-color: var(--text); }

  .outlook-facts { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .dated, .leaving { display: grid; }
  .dated li, .leaving li { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px 16px; padding: 8px 0; border-top: 1px solid var(--line); }
  .dated li:first-child, .leaving li:first-child { border-top: 0; }
  .leaving .when { font-weight: 600; }
  .day-table { max-height: 420px; overflow: auto; }
  .day-table thead th { position: sticky; top: 0; background: var(--surface); }
  .assumed ul { list-style: disc; padding-left: 20px; font-size: 14px; color: var(--muted); display: grid; gap: 4px; }
  .assumed .link { min-height: 32px; }

  @container (min-width: 720px) {
    .ask.wide { grid-column: span 2; }
    .outlook-facts { grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); align-items: start; }
    .leaving li { grid-template-columns: 168px minmax(0, 1fr); }
  }
  @media (forced-colors: active) {
    .swatch.band-1::before, .swatch.band-2::before { forced-color-adjust: none; background: LinkText; }
    .swatch.band-1, .swatch.band-2 { border: 1px solid LinkText; }
    .swatch.wedge { forced-color-adjust: none; border-bottom-color: CanvasText; }
  }
`;
