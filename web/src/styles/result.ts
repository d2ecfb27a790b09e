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
  .of, .caption { color: var(--muted); font-size: 14px; line-height: 1.5; }
  .consumer { display: grid; gap: 2px; }
  .consumer-line { display: flex; align-items: center; gap: 8px; font-size: 20px; line-height: 1.2; }
  .stars { display: inline-flex; gap: 1px; color: var(--text); }
  .star { width: 20px; height: 20px; }
  .star .outline { fill: var(--line); }
  .star .ink { fill: currentColor; }
  .star.half .ink { clip-path: inset(0 50% 0 0); }
  .verdict { display: flex; align-items: center; gap: 10px; font-size: 34px; line-height: 1.2; }
  .verdict strong { font-weight: 650; }
  .verdict .icon { width: 36px; height: 36px; padding: 6px; border-radius: 50%; stroke-width: 2.4; background: var(--near-soft); color: var(--near); }
  .verdict.pass .icon { background: var(--pass-soft); color: var(--pass); }
  .verdict.fail .icon { background: var(--fail-soft); color: var(--fail); }

  .second { justify-content: flex-start; align-items: center; padding-top: 14px; border-top: 1px solid var(--line); }
  .second .verdict { font-size: 18px; }
  .second .verdict .icon { width: 26px; height: 26px; padding: 4px; }
  .tier-name { font-size: 24px; font-weight: 650; line-height: 1.35; }
  .tier ul, .faults ol { list-style: disc; padding-left: 1.2em; }
  .worst { display: grid; gap: 8px; margin-bottom: 8px; }
  .faults ol { list-style: decimal; display: grid; gap: 10px; overflow-wrap: anywhere; }
  .faults h2 { display: flex; gap: 8px; color: var(--fail); }

  .scale { display: grid; gap: 4px; }
  .track { position: relative; height: 8px; border-radius: 4px; background: var(--sunken); box-shadow: inset 0 0 0 1px var(--line); }
  .mark { position: absolute; top: -4px; bottom: -4px; width: 6px; margin-left: -3px; border-radius: 3px; background: var(--accent);
    left: calc((var(--from) - var(--low)) / (var(--high) - var(--low)) * 100%); }
  .mark.band { width: auto; margin: 0; top: 0; bottom: 0; border-radius: 4px; right: calc((var(--high) - var(--to)) / (var(--high) - var(--low)) * 100%); }
  @media (forced-colors: active) { .track { border: 1px solid; } .mark { forced-color-adjust: none; background: Highlight; } }
  .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 13px; }

  .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 12px 20px; padding-top: 14px; border-top: 1px solid var(--line); }
  .fact { display: grid; gap: 1px; align-content: start; }
  .fact dt { color: var(--muted); font-size: 14px; }
  .fact dd { font-size: 18px; font-weight: 600; line-height: 1.4; }
  .fact small { display: block; }
  .sure, .remark, .stale-line { display: flex; gap: 8px; align-items: flex-start; }
  .sure { padding: 10px 14px; border-radius: 10px; background: var(--sunken); }
  .sure strong { margin-right: 4px; }
  .sure .icon, .remark .icon, .stale-line .icon { margin-top: 2px; }
  .sure.exact { background: var(--pass-soft); } .sure.exact .icon { color: var(--pass); }
  .sure.estimated, .sure.partial { background: var(--near-soft); } .sure.estimated .icon, .sure.partial .icon { color: var(--near); }
  .remark { color: var(--muted); font-size: 14px; line-height: 1.6; }
  .stale-line { margin-bottom: 12px; padding: 10px 14px; border-radius: 10px; background: var(--fail-soft); color: var(--fail); }
  .empty-title { font-size: 24px; font-weight: 650; line-height: 1.35; margin-bottom: 8px; }
  .empty p { max-width: 60ch; }
  .empty .remark { margin-top: 10px; }

  .wide { overflow-x: auto; }
  .sum { width: 100%; border-collapse: collapse; }
  .sum th, .sum td { padding: 8px 0 8px 12px; text-align: left; vertical-align: baseline; font-weight: 400; border-bottom: 1px solid var(--line); }
  .sum th:first-child { padding-left: 0; }
  .sum thead th { color: var(--muted); font-size: 14px; padding-top: 0; }
  .sum .num { text-align: right; white-space: nowrap; }
  .sum th small { display: block; font-size: 13px; line-height: 1.45; }
  .sum .product { display: none; text-align: left; }
  .sum .depth-0 th > span { font-weight: 600; }
  .sum .depth-1 th { padding-left: 16px; }
  .sum .depth-1 td, .sum .depth-1 th { color: var(--muted); font-size: 15px; }
  .sum .weight { color: var(--muted); }
  .sum tfoot th, .sum tfoot td { font-weight: 600; }
  .sum .total th, .sum .total td { border-top: 2px solid var(--text); }
  .sum .shown th, .sum .shown td { border: 0; color: var(--muted); font-weight: 400; }

  .findings { display: grid; gap: 12px; }
  .finding { display: grid; grid-template-columns: auto 1fr; gap: 10px; }
  .finding > .icon { margin-top: 2px; color: var(--near); }
  .finding:is(.true, .pass) > .icon { color: var(--pass); } .finding:is(.false, .fail) > .icon { color: var(--fail); } .finding:is(.not_assessed, .pending) > .icon { color: var(--muted); }
  .finding .findings { margin-top: 8px; }
  .card .findings + h4, .card h3 + h4 { margin: 14px 0 8px; }
  .wanted { color: var(--muted); }

  .gates > li + li { border-top: 1px solid var(--line); }
  .gate > summary { display: flex; align-items: center; gap: 10px; min-height: 48px; list-style: none; }
  .gate > summary::-webkit-details-marker { display: none; }
  .gate-name { flex: 1; padding: 8px 0; line-height: 1.4; }
  .gate-name small { display: block; line-height: 1.4; }
  .gate-word { white-space: nowrap; font-size: 14px; color: var(--near); }
  .gate .icon { color: var(--near); }
  .gate.true > summary .icon, .gate.true > summary .gate-word { color: var(--pass); }
  .gate.false > summary .icon, .gate.false > summary .gate-word { color: var(--fail); }
  .gate-body { display: grid; gap: 12px; padding: 0 0 16px 30px; }

  .assumptions, .sources { display: grid; gap: 12px; }
  .assumption { display: flex; gap: 12px; justify-content: space-between; }
  .assumptions > li + li { padding-top: 12px; border-top: 1px solid var(--line); }
  .assumption, .source p { overflow-wrap: anywhere; }
  .source .icon { width: 15px; height: 15px; margin-left: 4px; vertical-align: -2px; }
  .sources { margin: 12px 0; }
  .questions > summary { min-height: 44px; display: flex; align-items: center; color: var(--accent); }
  .questions ul { list-style: disc; padding-left: 1.2em; display: grid; gap: 6px; font-size: 15px; }

  @media (max-width: 300px) { .gate > summary { flex-wrap: wrap; } .gate-name { flex-basis: 70%; } .gate-word { margin-left: 30px; } }
  @media (max-width: 560px) { .sum .factor { display: none; } .sum .product { display: block; } .fact dd { font-size: 17px; } }
`;
