/** Draws the report when the browser is about to print, however that was asked for, and sets it small enough for one page. */
import {nothing, render} from 'lit';
import {write_address} from '../address';
import {tokens} from '../styles/tokens';
import type {Desk} from './desk';
import type {Host} from './host';
import {share} from './pack';
import {report_styles} from './print_styles';
import {report} from './report';

/** A4 less the margins of @page, and less a hair for rounding. */
const page_mm = 297 - 2 * 12 - 1;
const sizes_pt = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];

/** The largest type with which the report is no longer than one page; the smallest where none is. */
function fit(paper: HTMLElement): void {
  paper.classList.add('measured');
  const most = (page_mm / 25.4) * 96;
  for (const size of sizes_pt) {
    paper.style.setProperty('--size', `${size}pt`);
    if (paper.getBoundingClientRect().height <= most) break;
  }
  paper.classList.remove('measured');
}

export function start_printing(host: Host, desk: Desk): void {
  const paper = document.createElement('shop-report');
  paper.setAttribute('theme', 'light');
  const root = paper.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [tokens, report_styles].flatMap(({styleSheet}) => styleSheet ?? []);
  document.body.append(paper);

  // Packing takes a moment that `beforeprint` does not have: the link is made beforehand.
  let link = '';
  host.addEventListener('change', () => {
    const state = host.state();
    link = location.origin + location.pathname + write_address(state);
    const whole = link;
    if (whole.length > 2000) void share(location.origin + location.pathname, state).then((made) => (link = link === whole ? made.link : link));
  });

  addEventListener('beforeprint', () => {
    const {view} = host;
    if (!view) return;
    render(report(view, {store: desk.open?.name, link}), root);
    fit(paper);
  });
  addEventListener('afterprint', () => render(nothing, root));
}
