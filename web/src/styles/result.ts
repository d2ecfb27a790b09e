/** The answer and the explanations below it. */
import {css} from 'lit';

export const result_styles = css`
  .result { display: grid; gap: 16px; }
  .fails, .needs { flex-basis: 100%; }
  .fails { color: var(--fail); }
  .head { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 8px 24px; }
  .score { display: flex; align-items: baseline; gap: 10px; line-height: 1; }
  .score strong { font-size: 64px; font-weight: 650; letter-spacing: -0.02em; }
  .score strong.range { font-size: 46px; }
  .of, .caption { color: var(--muted); font-size: var(--small); line-height: 1.5; }
  .consumer { display: grid; gap: 2px; }
  .consumer-line { display: flex; align-items: center; gap: 8px; font-size: 20px; line-height: 1.2; }
  .stars { display: inline-flex; gap: 1px; color: var(--text); }
  .star { width: 20px; height: 20px; }
  .star .outline { fill: var(--line); }
  .star .ink { fill: currentColor; }
  .star.half .ink { clip-path: inset(0 50% 0 0); }
  .old-sources { padding: 0 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
  .old-sources .icon { color: var(--near); }
  .old-sources .fold { border: 0; }
  .old-sources .fold-title { padding: 8px 0; line-height: 1.4; }
  .verdict { display: flex; align-items: center; gap: 10px; font-size: 34px; line-height: 1.2; }
  .verdict strong { font-weight: 650; text-wrap: balance; }
  .verdict strong, .tier-name, .fact dd { word-break: keep-all; overflow-wrap: anywhere; }
  .verdict .icon { width: 36px; height: 36px; padding: 6px; border-radius: 50%; stroke-width: 2.4; background: var(--near-soft); color: var(--near); }
  .verdict.pass .icon { background: var(--pass-soft); color: var(--pass); }
  .verdict.fail .icon { background: var(--fail-soft); color: var(--fail); }

  .second { justify-content: flex-start; align-items: center; padding-top: 16px; border-top: 1px solid var(--line); }
  .second .verdict { font-size: 18px; }
  .second .verdict .icon { width: 26px; height: 26px; padding: 4px; }
  .tier-name { font-size: 24px; font-weight: 650; line-height: 1.35; }
  .tier ul { list-style: disc; padding-left: 1.2em; }

  .scale { display: grid; gap: 4px; }
  .track { position: relative; height: 8px; border-radius: 4px; background: var(--sunken); box-shadow: inset 0 0 0 1px var(--line); }
  .mark { position: absolute; top: -4px; bottom: -4px; width: 6px; margin-left: -3px; border-radius: 3px; background: var(--accent);
    left: calc((var(--from) - var(--low)) / (var(--high) - var(--low)) * 100%); }
  .mark.band { width: auto; margin: 0; top: 0; bottom: 0; border-radius: 4px; right: calc((var(--high) - var(--to)) / (var(--high) - var(--low)) * 100%); }
  @media (forced-colors: active) { .track { border: 1px solid; } .mark { forced-color-adjust: none; background: Highlight; } }
  .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: var(--tiny); }

  .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 16px 12px; padding-top: 16px; border-top: 1px solid var(--line); }
  .fact { display: grid; gap: 1px; align-content: start; }
  .fact dt { color: var(--muted); font-size: var(--small); }
  .fact dd { font-size: 18px; font-weight: 600; line-height: 1.4; }
  .fact small { display: block; }
  .sure, .remark, .stale-line { display: flex; gap: 8px; align-items: flex-start; }
  .sure { padding: 8px 16px; border-radius: 10px; background: var(--sunken); }
  .sure strong { margin-right: 4px; }
  .sure .icon, .remark .icon, .stale-line .icon { margin-top: 2px; }
  .sure.exact { background: var(--pass-soft); } .sure.exact .icon { color: var(--pass); }
  .sure.estimated, .sure.partial { background: var(--near-soft); } .sure.estimated .icon, .sure.partial .icon { color: var(--near); }
  .remark { color: var(--muted); font-size: var(--small); line-height: 1.6; }
  .stale-line { margin-bottom: 16px; padding: 8px 16px; border-radius: 10px; background: var(--fail-soft); color: var(--fail); }
  .empty-title { font-size: 24px; font-weight: 650; line-height: 1.35; margin-bottom: 8px; text-wrap: balance; }
  .empty p { max-width: 60ch; }
  .empty .remark { margin-top: 10px; }

  .findings { display: grid; gap: 12px; }
  .finding { display: grid; grid-template-columns: auto 1fr; gap: 10px; }
  .finding > .icon { margin-top: 2px; color: var(--near); }
  .finding:is(.true, .pass) > .icon { color: var(--pass); } .finding:is(.false, .fail) > .icon { color: var(--fail); } .finding:is(.not_assessed, .pending) > .icon { color: var(--muted); }
  .finding .findings { margin-top: 8px; }
  .card .findings + h4, .card h3 + h4 { margin: 14px 0 8px; }
  .wanted { color: var(--muted); }

  @container (max-width: 560px) { .verdict { font-size: 28px; } .fact dd { font-size: 17px; } }
`;
