/** The strip of phases and months, and the list of events. */
import {css} from 'lit';

export const calendar_styles = css`
  .strip { display: flex; gap: 8px; overflow-x: auto; padding: 2px 2px 12px; margin: 0 -2px; scrollbar-width: thin; }
  .phase { flex: none; min-width: 132px; padding: 10px 12px; border-radius: 10px; background: var(--sunken); }
  .phase.recovery, .phase.rectification { background: var(--near-soft); }
  .phase-name { font-weight: 600; font-size: 16px; white-space: nowrap; }
  .phase-dates { color: var(--muted); font-size: var(--tiny); white-space: nowrap; }
  .phase-name, .phase-dates { position: sticky; left: 12px; width: fit-content; }
  .cells { display: flex; gap: 6px; margin-top: 10px; }
  .cells.none { color: var(--muted); font-size: var(--tiny); }
  .cell { display: grid; min-width: 64px; border-radius: 8px; background: var(--surface); border: 1px solid var(--line); }
  .cell-open { display: grid; justify-items: center; align-content: start; gap: 4px; min-width: 0; padding: 8px 4px; border: 0; border-radius: 7px; background: none; font: inherit; color: inherit; }
  .cell-open:hover { box-shadow: inset 0 0 0 1px currentColor; }
  .cell-open:focus-visible { outline-offset: -2px; }
  .cell-month { font-size: var(--small); font-weight: 600; white-space: nowrap; }
  .cell-word { font-size: var(--tiny); line-height: 1.3; color: var(--muted); max-width: 72px; text-align: center; }
  .cell .icon { color: var(--muted); }
  .cell.pass { background: var(--pass-soft); border-color: transparent; } .cell.pass .icon, .cell.pass .cell-word { color: var(--pass); }
  .cell.fail { background: var(--fail-soft); border-color: transparent; } .cell.fail .icon, .cell.fail .cell-word { color: var(--fail); }
  .cell.undetermined { background: var(--near-soft); border-color: transparent; } .cell.undetermined .icon, .cell.undetermined .cell-word { color: var(--near); }
  .cell.now { outline: 2px solid var(--accent); outline-offset: 1px; }
  .events { display: grid; gap: 14px; }
  .event { display: grid; grid-template-columns: auto 1fr; gap: 10px; }
  .event > .icon { margin-top: 2px; color: var(--pass); }
  .event.near > .icon { color: var(--near); } .event.fail > .icon { color: var(--fail); }
  .event-head { display: flex; flex-wrap: wrap; gap: 0 12px; justify-content: space-between; }
  .event-date { color: var(--muted); white-space: nowrap; }
  .event-rule { color: var(--muted); font-size: var(--small); line-height: 1.6; }
  .waits { display: flex; gap: 8px; font-size: 16px; }
`;
