/** Draws the report when the browser is about to print, however that was asked for, and sets it small enough for one page. */
import {nothing, render} from 'lit';
import {write_address} from '../address';
import {adopt} from '../css';
import {tokens} from '../styles/tokens';
import type {Keeper} from './keeper';
import type {Host} from './host';
import {lacks} from './left_out';
import {most_characters, packed_address, share} from './pack';
import {report_styles} from './print_styles';
import {report} from './report';

/** A4 less the margins of @page, and less a hair for rounding. */
const page_mm = 297 - 2 * 12 - 1;
const sizes_pt = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];

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

export function start_printing(host: Host, keeper: Keeper): void {
  const paper = document.createElement('shop-report');
  paper.setAttribute('theme', 'light');
  const root = paper.attachShadow({mode: 'open'});
  document.body.append(paper);
  for (const sheet of [tokens, report_styles]) adopt(root, sheet);

  // Packing takes a moment that `beforeprint` does not have: the link is made beforehand. On paper the shorter one is the better.
  let link = '';
  let left_out: string[] = [];
  host.addEventListener('change', () => {
    const base = location.origin + location.pathname;
    const state = host.state();
    const whole = (link = base + write_address(state));
    left_out = [];
    void Promise.all([share(base, state), packed_address(state)]).then(([made, packed]) => {
      const short = base + (packed ?? write_address(state));
      if (link !== whole) return;
      const is_short = short.length < made.link.length && short.length <= most_characters;
      [link, left_out] = is_short ? [short, []] : [made.link, made.left_out];
    });
  });

  addEventListener('beforeprint', () => {
    const {view} = host;
    if (!view) return;
    render(report(view, {store: keeper.open?.name, link, lacks: lacks(view, left_out)}), root);
    fit(paper);
  });
  addEventListener('afterprint', () => render(nothing, root));
}
