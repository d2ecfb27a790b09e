/** Fields and their groups. */
import {css} from 'lit';

export const form_styles = css`
  .form { display: grid; gap: 20px; }
  .form-head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .form-head h2 { flex: 1; }
  .form-head .quiet { padding: 0 12px; font-weight: 500; }
  .group { display: grid; gap: 8px; padding-top: 16px; border-top: 1px solid var(--line); min-width: 0; }
  .group h4 { margin-top: 8px; }
  .pair { display: grid; gap: 4px; padding: 4px 0; }
  .area { display: grid; gap: 8px; min-width: 0; }
  legend { padding: 0; font-size: var(--small); font-weight: 600; color: var(--muted); }

  .field { display: grid; gap: 2px; padding-bottom: 4px; min-width: 0; }
  .line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 2px 12px; min-height: 48px; }
  .title { flex: 1 1 112px; max-width: 100%; min-width: 0; display: flex; align-items: center; line-height: 1.4; }
  .name { min-width: 0; }
  .toggle { flex: none; min-width: 44px; height: 44px; padding: 0 4px; gap: 4px; font-size: var(--small); margin: -8px 0; border: 0; background: none; color: var(--muted); display: inline-flex; align-items: center; justify-content: center; }
  .toggle .icon { width: 18px; height: 18px; }
  .toggle[aria-expanded='true'] { color: var(--accent); }
  .box, .segments { margin-left: auto; }
  .box { flex: none; position: relative; display: flex; align-items: center; width: 148px; max-width: 100%; height: 44px; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--surface); }
  .box:focus-within { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .box input, .box select { flex: 1; min-width: 0; width: 100%; height: 100%; padding: 0 12px; border: 0; background: none; outline: none; border-radius: 10px; }
  .box input { text-align: right; }
  .box.date { width: 188px; }
  .box.word { width: 100%; max-width: 232px; }
  .box.word input { text-align: left; }
  .box.date input { text-align: left; }
  .box ::placeholder { color: var(--muted); opacity: 0.75; }
  .unit { flex: none; padding-right: 12px; margin-left: -6px; color: var(--muted); font-size: var(--small); }
  .slash { flex: none; align-self: stretch; min-width: 44px; border: 0; border-left: 1px solid var(--line); background: none; color: var(--accent); font-size: var(--small); }
  .box.rate { width: 164px; }
  .bad .box { border-color: var(--fail); box-shadow: inset 0 0 0 1px var(--fail); }
  .errors:empty { display: none; }
  .error { display: flex; gap: 6px; align-items: flex-start; color: var(--fail); font-size: var(--small); line-height: 1.5; padding: 4px 0; overflow-wrap: anywhere; }
  .error .icon { width: 18px; height: 18px; margin-top: 1px; }
  .segments { flex: 0 1 auto; display: inline-flex; border: 1px solid var(--line-strong); border-radius: 10px; overflow: hidden; max-width: 100%; }
  .segment { position: relative; display: flex; }
  .segment + .segment { border-left: 1px solid var(--line); }
  .segment input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .segment span { min-width: 44px; min-height: 42px; padding: 0 12px; display: flex; align-items: center; justify-content: center; text-align: center; color: var(--muted); }
  .segment input:checked + span { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
  .segment.open input:checked + span { background: var(--sunken); color: var(--muted); font-weight: 400; }
  .segment.pass input:checked + span { background: var(--pass-soft); color: var(--pass); }
  .segment.fail input:checked + span { background: var(--fail-soft); color: var(--fail); }
  .segment input:focus-visible + span { box-shadow: inset 0 0 0 2px var(--accent); }

  @container (max-width: 560px) { .period .line { column-gap: 4px; } .segment span { padding: 0 9px; } }

  @container (max-width: 300px) {
    .form, .group, .field, .pair, .area, .fold-body, .more, .about { grid-template-columns: minmax(0, 1fr); }
    .form .fold-body, .form .more { padding-left: 4px; }
    .about dl { display: block; }
    .box input { padding: 0 8px; }
    .segments { flex-wrap: wrap; }
  }

  .tick { display: flex; align-items: center; gap: 8px; min-height: 44px; }
  .tick input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); flex: none; }
  .tick { font-size: var(--small); color: var(--muted); }

  .fold { border-top: 1px solid var(--line); }
  .group .fold { border: 0; }
  .fold > summary { display: flex; align-items: center; gap: 8px; min-height: 48px; list-style: none; }
  .fold > summary::-webkit-details-marker { display: none; }
  .fold > summary::before { content: ''; flex: none; width: 8px; height: 8px; margin: 0 4px; border: solid var(--muted); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  .fold[open] > summary::before { transform: rotate(45deg); }
  .fold-title { flex: 1; font-weight: 600; }
  .group .fold-title { font-weight: 400; color: var(--accent); }
  .fold-note { color: var(--muted); font-size: var(--small); }
  .fold-body { display: grid; gap: 8px; padding: 4px 0 8px; }
  .group .fold-body { padding-left: 16px; border-left: 2px solid var(--line); }

  .periods { display: grid; }
  .period { padding: 2px 0; }
  .period + .period { border-top: 1px solid var(--line); }
  .period legend { color: var(--text); padding-top: 10px; }
  .more { display: grid; gap: 8px; padding: 4px 0 12px 16px; border-left: 2px solid var(--line); }

  @media (forced-colors: active) {
    .box:focus-within, .segments:focus-within { outline: 2px solid Highlight; outline-offset: 2px; }
    .segment input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`;
