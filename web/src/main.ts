/** The standalone page: its own colours on the document, and the element that does the rest. */
import './shop-gauge';
import {adopt} from './css';
import {page_sheet} from './styles/tokens';

adopt(document, page_sheet);
