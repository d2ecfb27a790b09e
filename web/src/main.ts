/** The standalone page: its own colours on the document, the element that does the rest, and once that has a result the tools around it. */
import './shop-gauge';
import {adopt} from './css';
import {page_sheet} from './styles/tokens';

adopt(document, page_sheet);
addEventListener('shopgauge-change', () => setTimeout(() => import('./shell/shell')), {once: true});
