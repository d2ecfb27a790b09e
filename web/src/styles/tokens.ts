/** The page's colours, type and spacing: one set of custom properties, in light and dark. */
import {css} from 'lit';

const light = css`
  color-scheme: light;
  --bg: #f4f5f7; --surface: #ffffff; --sunken: #eff1f4; --line: #e0e4e9; --line-strong: #838d9b;
  --text: #15191f; --muted: #566070;
  --accent: #1c5bd6; --accent-text: #ffffff; --accent-soft: #e8effd;
  --pass: #0c6b3d; --pass-soft: #e2f3e9; --near: #7a4b00; --near-soft: #faefd9; --fail: #ac211b; --fail-soft: #fbe8e6;
`;

const dark = css`
  color-scheme: dark;
  --bg: #0f1216; --surface: #171b21; --sunken: #20262e; --line: #2b323c; --line-strong: #75808f;
  --text: #e8ecf1; --muted: #a5afbc;
  --accent: #8cb4ff; --accent-text: #0a1a35; --accent-soft: #1b2a46;
  --pass: #74d49e; --pass-soft: #14301f; --near: #efbf6d; --near-soft: #33270f; --fail: #ff9d94; --fail-soft: #3a1b19;
`;

const page_metrics = css`
  --font: var(--shopgauge-font, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif);
  --radius: var(--shopgauge-radius, 12px); --fill: var(--accent); --gap: 16px; --small: 16px; --tiny: 14px;
`;

/** For the element's own tree. */
export const tokens = css`
  :host { ${light} ${page_metrics} }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${dark} } }
  :host([theme='dark']) { ${dark} }
`;

/** For the standalone page around the element. */
export const page_sheet = css`
  :root { ${light} }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${dark} } }
  :root[data-theme='dark'] { ${dark} }
  html { background: var(--bg); scroll-padding-top: 72px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0; }
`;
