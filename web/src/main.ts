/** The standalone page: its own colours on the document, and the element that does the rest. */
import './shop-gauge';
import {page_sheet} from './styles/tokens';

const sheet = new CSSStyleSheet();
sheet.replaceSync(page_sheet.cssText);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
