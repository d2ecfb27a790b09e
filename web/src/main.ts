/** The standalone page: its own colours on the document, the element that does the rest, and once that has a result the tools around it. On a host's page the element alone. */
import './shop-gauge';
import {adopt} from './css';
import {page_sheet} from './styles/tokens';

if (document.querySelector('shop-gauge[address]')) {
  adopt(document, page_sheet);
  addEventListener('shopgauge-change', () => setTimeout(() => import('./shell/shell')), {once: true});
}
