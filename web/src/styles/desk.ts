/** "What to do": the goal, the two columns, levers, sliders, comparisons. */
import {css} from 'lit';

export const desk_styles = css`
  .desk { display: grid; gap: 16px; min-width: 0; }
  .desk.old, .plan.old, .trial.old { opacity: 0.55; }
  .goal { display: grid; gap: 4px; }
  .goal-label { font-weight: 600; }
  .goal-fields { display: flex; gap: 8px; }
  .goal .box.word { flex: 1; max-width: 420px; margin: 0; min-width: 0; }
  .goal .score-box { width: 112px; margin: 0; }

  .trial { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
  .trial .buttons { margin-top: 0; }
  .trial-bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 2px 20px; align-items: center; padding: 8px 14px; border-radius: 10px; background: var(--accent-soft); }
  .trial-bar strong { font-size: 22px; line-height: 1.3; }
  .trial-bar .reach { font-weight: 400; }
  .trial-bar .link { min-height: 44px; margin: -8px 0; }
  .reach { display: flex; gap: 8px; align-items: flex-start; font-weight: 600; }
  .reach .icon { margin-top: 2px; color: var(--near); }
  .reach.true .icon { color: var(--pass); } .reach.false .icon { color: var(--fail); }

  .sides { width: 100%; border-collapse: collapse; }
  .sides th, .sides td { padding: 8px 0 8px 12px; text-align: left; vertical-align: baseline; font-weight: 400; border-bottom: 1px solid var(--line); }
  .sides th:first-child, .sides td:first-child { padding-left: 0; }
  .sides thead th { color: var(--muted); font-size: var(--small); padding-top: 0; }
  .sides tbody tr:last-child > * { border-bottom: 0; }
  .sides .num { text-align: right; }
  .trial td, .sides .change, .trial thead th { white-space: nowrap; }
  .sides th[scope='row'] { min-width: 88px; overflow-wrap: anywhere; }
  .sides small { display: block; line-height: 1.45; }
  .sides .note { display: block; }
  .sides .main-row > * { font-weight: 650; }
  .trial .sides .main-row .num { font-size: 22px; line-height: 1.3; }
  .rises { color: var(--pass); } .falls { color: var(--fail); }
  .sides tfoot .main-row > * { border-top: 2px solid var(--text); }
  .sides tfoot tr:last-child > * { border: 0; color: var(--muted); }
  .sides .depth-1 th { padding-left: 16px; } .sides .depth-2 th { padding-left: 32px; }
  .sides .depth-1 > *, .sides .depth-2 > * { color: var(--muted); font-size: 16px; }
  .room { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px; padding: 9px 0; align-items: baseline; }
  .room + .room { border-top: 1px solid var(--line); }
  .room > :first-child { grid-column: 1 / -1; }
  .room > :nth-child(2) { color: var(--muted); }
  .tight .bad { color: var(--fail); }
  .truth { display: inline-flex; gap: 6px; align-items: center; text-align: left; }
  .truth .icon { width: 17px; height: 17px; color: var(--near); }
  .truth:is(.true, .pass) .icon { color: var(--pass); } .truth:is(.false, .fail) .icon { color: var(--fail); }

  .tabs { display: flex; gap: 4px; padding: 4px; border-radius: 10px; background: var(--sunken); }
  .tab { flex: 1; min-height: 44px; padding: 0 8px; border: 1px solid transparent; border-radius: 8px; background: none; color: var(--muted); font-weight: 600; }
  .tab:hover { color: var(--text); }
  .tab[aria-selected='true'] { color: var(--text); background: var(--surface); border-color: var(--line); }
  @media (forced-colors: active) { .tab[aria-selected='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
  .panel, .plan, .desk { grid-template-columns: minmax(0, 1fr); }
  .panel, .plan { display: grid; gap: 12px; min-width: 0; }
  .panel h3 { margin: 12px 0 0; }

  .orders-warning { display: flex; gap: 8px; padding: 10px 14px; border-radius: 10px; background: var(--near-soft); font-size: var(--small); line-height: 1.6; }
  .orders-warning .icon { margin-top: 1px; color: var(--near); }
  .levers { display: grid; }
  .lever { display: grid; gap: 4px; padding: 14px 0; }
  .lever + .lever { border-top: 1px solid var(--line); }
  .lever-head { display: flex; gap: 12px; align-items: center; justify-content: space-between; }
  .lever-name { font-size: 16px; font-weight: 650; color: var(--text); }
  .lever-name .hint { font-weight: 400; }
  .try { flex: none; white-space: nowrap; }
  .try[aria-pressed='true'] { background: var(--accent-soft); border-color: transparent; }
  .from-to { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; font-size: 18px; }
  .arrow { color: var(--muted); margin: 0 6px; }
  .from-to .arrow { margin: 0; }
  .gain { font-size: 16px; color: var(--pass); }
  .gain.falls { color: var(--fail); }
  .orders { font-weight: 600; }
  .changes { display: grid; gap: 2px; }
  .weak { display: grid; padding: 8px 0; }
  .weak + .weak { border-top: 1px solid var(--line); }
  .advice { border: 0; }
  .advice > summary { min-height: 44px; }
  .advice .fold-title { font-weight: 400; color: var(--accent); }
  .advice ul { list-style: disc; padding-left: 32px; font-size: 16px; }

  .slides { display: grid; }
  .slide-row { display: grid; grid-template-columns: minmax(0, 1fr) 124px; gap: 0 16px; padding: 10px 0; align-items: center; }
  .slide-row + .slide-row { border-top: 1px solid var(--line); }
  .slide-head { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; min-height: 32px; }
  .slide-head .gain { margin-left: auto; font-weight: 600; }
  .slide-head .toggle { margin: -6px -8px -6px auto; }
  .slide-head .gain + .toggle { margin-left: 0; }
  .flag .slide-head { grid-column: auto; }
  .flag .segments { justify-self: end; }
  .moved .name { font-weight: 650; }
  .slide { position: relative; min-width: 0; }
  .slide-row .box { width: 100%; margin: 0; }
  .bad .box { border-color: var(--fail); }
  .slide-row .errors { grid-column: 1 / -1; }
  .slide input { display: block; width: 100%; height: 44px; margin: 0; padding: 0; appearance: none; -webkit-appearance: none; background: none; cursor: pointer; }
  .slide input::-webkit-slider-runnable-track { height: 6px; border-radius: 3px; background: var(--line-strong); }
  .slide input::-moz-range-track { height: 6px; border-radius: 3px; background: var(--line-strong); }
  .slide input::-webkit-slider-thumb { -webkit-appearance: none; width: 26px; height: 26px; margin-top: -10px; border: 2px solid var(--line-strong); border-radius: 50%; background: var(--surface); }
  .slide input::-moz-range-thumb { box-sizing: border-box; width: 26px; height: 26px; border: 2px solid var(--line-strong); border-radius: 50%; background: var(--surface); }
  .moved .slide input::-webkit-slider-thumb { border-color: var(--accent); background: var(--accent); }
  .moved .slide input::-moz-range-thumb { border-color: var(--accent); background: var(--accent); }
  .tick-now { position: absolute; top: 12px; width: 2px; height: 20px; margin-left: -1px; background: var(--text); pointer-events: none;
    left: calc(13px + (var(--now) - var(--low)) / (var(--high) - var(--low)) * (100% - 26px)); }
  .slide-row:not(.moved) .tick-now { display: none; }
  .slide .ends { margin-top: -8px; }

  .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
  .side { display: grid; gap: 6px; align-content: start; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
  .side h3, .panel .side h3 { margin: 0; font-size: var(--small); color: var(--muted); }
  .side-score strong { font-size: 34px; font-weight: 650; line-height: 1.2; }
  .comparison { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .comparison .fold-title { font-weight: 400; color: var(--accent); }
  .comparison .sides thead th:not(:first-child) { font-size: var(--tiny); }
  .with { display: grid; gap: 8px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
  .with .box.word { max-width: 420px; }
  .comparison thead th { overflow-wrap: anywhere; }
  .comparison .sides thead .day, .comparison .sides thead .change { white-space: nowrap; }
  .overview .truth { gap: 4px; }
  .overview .truth .icon { flex: none; }
  .keep { display: flex; flex-wrap: wrap; gap: 8px; }
  .keep .box.word { flex: 1 1 160px; margin: 0; }
  .scenario { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 8px 0; }
  .scenario + .scenario { border-top: 1px solid var(--line); }
  .scenario > div { flex: 1 1 160px; min-width: 0; overflow-wrap: anywhere; }
  .scenario .toggle { margin: 0; }
  .efforts > li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; padding: 4px 0; }
  .efforts .name { flex: 1 1 140px; }
  .efforts .box { width: 160px; }
  [data-fold='effort'] summary small { display: block; font-weight: 400; color: var(--muted); }

  @container (max-width: 559px) {
    .trial { padding-inline: 10px; }
    .trial .sides :is(th, td):not(:first-child) { padding-left: 8px; }
    .trial .sides thead th { font-size: var(--tiny); }
    .overview tr { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 0 8px; border-bottom: 1px solid var(--line); }
    .overview thead td { display: none; }
    .overview th[scope='row'] { grid-column: 1 / -1; color: var(--muted); font-size: var(--small); font-weight: 400; padding-bottom: 0; }
    .sides.overview th, .sides.overview td { padding-left: 0; border-bottom: 0; text-align: left; }
    .overview tbody td { padding-top: 2px; }
  }

  @container (min-width: 720px) {
    .trial-bar { top: 65px; }
    .room { grid-template-columns: minmax(0, 1fr) auto 140px; }
    .room > :first-child { grid-column: auto; }
    .room > .bad { text-align: right; }
    .slide-row { grid-template-columns: minmax(0, 1fr) 148px; }
  }
`;
