/** The configurator's page. */
import {adopt} from '../css';
import {page_sheet} from '../styles/tokens';
import './shop-configure';

adopt(document, page_sheet);
