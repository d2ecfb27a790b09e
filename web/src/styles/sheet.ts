/** All style sheets of the element, in the order in which they apply. */
import {base} from './base';
import {form_styles} from './form';
import {result_styles} from './result';
import {calendar_styles} from './calendar';
import {tokens} from './tokens';

export const styles = [tokens, base, form_styles, result_styles, calendar_styles];
