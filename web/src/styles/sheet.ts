/** The style sheet of the element; that of the calendar comes with the first program that has one. */
import {base} from './base';
import {form_styles} from './form';
import {result_styles} from './result';
import {tokens} from './tokens';

export const styles = [tokens, base, form_styles, result_styles];
