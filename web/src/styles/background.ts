/** The tabs, and what stands in them: sums, findings, gates, sources; what a field is, the drawer, the shop's own numbers. Comes with their script. */
import {css} from 'lit';

export const background_styles = css`
  .as-rate { display: block; text-align: right; }
  .view-tabs { display: flex; gap: 8px; overflow-x: auto; margin-bottom: -8px; border-bottom: 1px solid var(--line); scrollbar-width: none; }
  .view-tab { flex: none; min-height: 48px; padding: 0 16px; border: 0; border-bottom: 3px solid transparent; background: none; color: var(--muted); font-weight: 600; }
  .view-tab:hover { color: var(--text); }
  .view-tab[aria-selected='true'] { color: var(--text); border-color: var(--accent); }
  @media (forced-colors: active) { .view-tab:not([aria-selected='true']) { border-color: Canvas; } .view-tab[aria-selected='true'] { border-color: Highlight; } }
  [role='tabpanel'] > #todo > h2 { position: absolute; clip-path: inset(50%); }
  .view-tab:focus-visible { outline-offset: -2px; }
  .worst { display: grid; gap: 8px; margin-bottom: 8px; }
  .faults ol { list-style: decimal; display: grid; gap: 10px; overflow-wrap: anywhere; }
  .faults h2 { display: flex; gap: 8px; color: var(--fail); }
  .wide { overflow-x: auto; }
  .sum { width: 100%; border-collapse: collapse; }
  .sum th, .sum td { padding: 8px 0 8px 12px; text-align: left; vertical-align: baseline; font-weight: 400; border-bottom: 1px solid var(--line); }
  .sum th:first-child { padding-left: 0; }
  .sum thead th { color: var(--muted); font-size: var(--small); padding-top: 0; }
  .sum .num { text-align: right; white-space: nowrap; }
  .sum th small { display: block; line-height: 1.45; }
  .sum .product { display: none; text-align: left; }
  .sum .depth-0 th > span { font-weight: 600; }
  .sum .depth-1 th { padding-left: 16px; }
  .sum .depth-1 td, .sum .depth-1 th { color: var(--muted); font-size: 16px; }
  .sum .weight { color: var(--muted); }
  .sum tfoot th, .sum tfoot td { font-weight: 600; }
  .sum .total th, .sum .total td { border-top: 2px solid var(--text); }
  .sum .shown th, .sum .shown td { border: 0; color: var(--muted); font-weight: 400; }
  .gates > li + li { border-top: 1px solid var(--line); }
  .gate > summary { display: flex; align-items: center; gap: 10px; min-height: 48px; list-style: none; }
  .gate > summary::-webkit-details-marker { display: none; }
  .gate-name { flex: 1; padding: 8px 0; line-height: 1.4; }
  .gate-name small { display: block; line-height: 1.4; }
  .gate-word { white-space: nowrap; font-size: var(--small); color: var(--near); }
  .gate .icon { color: var(--near); }
  .gate.true > summary .icon, .gate.true > summary .gate-word { color: var(--pass); }
  .gate.false > summary .icon, .gate.false > summary .gate-word { color: var(--fail); }
  .gate-body { display: grid; gap: 12px; padding: 0 0 16px 30px; }
  .assumptions, .sources { display: grid; gap: 12px; }
  .assumption { display: flex; gap: 12px; justify-content: space-between; }
  .assumption strong, .assumption .told { text-align: right; }
  .assumptions > li + li { padding-top: 12px; border-top: 1px solid var(--line); }
  .assumption, .source p { overflow-wrap: anywhere; }
  .source .icon { width: 15px; height: 15px; margin-left: 4px; vertical-align: -2px; }
  .sources { margin: 12px 0; }
  .questions > summary { min-height: 44px; display: flex; align-items: center; color: var(--accent); }
  .questions ul { list-style: disc; padding-left: 1.2em; display: grid; gap: 6px; font-size: 16px; }
  @container (max-width: 560px) { .gate > summary { flex-wrap: wrap; gap: 0 10px; padding: 8px 0; } .gate-name { flex-basis: 70%; padding: 0; } .gate-word { flex-basis: 100%; margin-left: 30px; } .sum .factor { display: none; } .sum .product { display: block; } }

  .about { padding: 10px 14px; border-radius: 10px; background: var(--sunken); font-size: var(--small); line-height: 1.6; display: grid; gap: 8px; }
  .about dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 12px; }
  .about dt { color: var(--muted); white-space: nowrap; }
  .about ul { list-style: disc; padding-left: 1.2em; }
  .advice-title { font-weight: 600; }

  .old-sources .fold-body { display: grid; gap: 4px; min-width: 0; padding: 0 0 8px 30px; }
  .notice .link { flex: none; }
  .old-sources .ways { display: flex; flex-wrap: wrap; gap: 4px 20px; }
  .old-sources .link { min-height: 44px; }

  .told { position: relative; padding: 0; border: 0; background: none; font: inherit; color: inherit; letter-spacing: inherit; text-align: inherit;
    text-decoration: underline dotted var(--line-strong) 1px; text-underline-offset: 0.22em; }
  .told:hover { color: var(--accent); text-decoration-color: currentColor; }
  .wide { padding-bottom: 6px; }

  .drawer { position: fixed; inset: 0 0 0 auto; width: min(460px, 100vw); height: 100vh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; border-left: 1px solid var(--line-strong);
    background: var(--surface); color: var(--text); overflow-wrap: anywhere; }
  .drawer[open] { display: flex; flex-direction: column; }
  .drawer::backdrop { background: rgb(10 14 20 / 35%); }
  .drawer-top { display: flex; align-items: flex-start; gap: 12px; padding: 16px 12px 12px 24px; border-bottom: 1px solid var(--line); }
  .drawer-top > div { flex: 1; min-width: 0; padding-top: 8px; }
  .told-value { font-size: 28px; line-height: 1.3; font-weight: 650; }
  .drawer-body { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; display: grid; gap: 16px; align-content: start; padding: 16px 24px calc(24px + env(safe-area-inset-bottom)); }
  .drawer-body:focus-visible { outline-offset: -2px; }
  .told-parts { display: grid; gap: 4px; }
  .told-clause { display: grid; gap: 6px; padding-left: 14px; border-left: 3px solid var(--line); }
  .told-ground { display: grid; gap: 8px; padding-top: 16px; border-top: 1px solid var(--line); }
  .told-status { line-height: 1.5; }
  .tag.official { background: var(--pass-soft); color: var(--pass); }
  .tag:is(.assumed, .example, .missing) { background: var(--near-soft); color: var(--near); }
  .tag.own { background: var(--accent-soft); color: var(--accent); }
  .told-source { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 16px; font-size: 16px; }
  .told-source dt { color: var(--muted); }
  .told-source .icon { width: 15px; height: 15px; margin-left: 4px; vertical-align: -2px; }
  .told-own { display: grid; gap: 8px; justify-items: start; }
  .told-table { width: 100%; border-collapse: collapse; font-size: 16px; }
  .told-table th { color: var(--muted); font-size: var(--small); font-weight: 400; vertical-align: bottom; }
  .told-table th, .told-table td { padding: 5px 8px; text-align: right; border-bottom: 1px solid var(--line); }
  .told-table .used td { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
  @container (max-width: 719px) { .told { min-width: 44px; padding-block: 13px; margin-block: -13px; } .worst { gap: 0; } .worst .assumption, .assumptions .assumption { min-height: 44px; align-items: center; } }
  @media (max-width: 719px) {
    .told { min-width: 44px; padding-block: 13px; margin-block: -13px; }
    .worst { gap: 0; } .worst .assumption, .assumptions .assumption { min-height: 44px; align-items: center; }
    .drawer { inset: auto 0 0 0; width: 100vw; height: auto; max-height: 88vh; border: 0; border-top: 1px solid var(--line-strong); border-radius: 16px 16px 0 0; }
    .drawer-top { padding-left: 16px; } .drawer-body { padding-inline: 16px; }
  }
  @media (max-width: 300px) { .told-source { grid-template-columns: minmax(0, 1fr); } }
  .weights, .grid, .ticks { display: grid; gap: 8px; min-width: 0; }
  .weights + .weights { margin-top: 8px; }
  .sum-line { display: flex; gap: 8px; align-items: flex-start; padding: 8px 12px; border-radius: 10px; background: var(--sunken); font-size: 16px; line-height: 1.5; }
  .sum-line .icon { margin-top: 1px; color: var(--muted); }
  .sum-line.right { background: var(--pass-soft); } .sum-line.right .icon { color: var(--pass); }
  .sum-line.wrong { background: var(--near-soft); } .sum-line.wrong .icon { color: var(--near); }
  .elsewhere { display: grid; }
  .elsewhere li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 12px; }
  .elsewhere .link { min-height: 44px; text-align: left; }
  .grid { justify-items: start; }
  .grid table { width: 100%; border-collapse: collapse; table-layout: fixed; }
  .grid th { padding: 0 4px 4px; color: var(--muted); font-size: var(--small); font-weight: 400; line-height: 1.35; text-align: left; vertical-align: bottom; }
  .grid td { padding: 3px 4px 3px 0; }
  .grid :is(th, td):last-child { width: 44px; padding: 0; }
  .grid .box, .grid .box.rate { width: 100%; }
  .grid .box input { padding: 0 10px; }
  .indicators { padding-left: 12px; border-left: 2px solid var(--line); min-width: 0; }
  .indicators .fold:first-child { border-top: 0; }
  .indicators .fold-title { font-weight: 400; color: var(--accent); }
  .ticks legend { line-height: 1.5; font-weight: 400; }
  @media print { .drawer { display: none; } }
`;
