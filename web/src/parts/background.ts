/** What stands behind and below the results: a script of its own, fetched once the first result is shown. */
import {html, type TemplateResult} from 'lit';
import {has_input} from '../state';
import type {View} from '../view';
import {grounds, source_list} from './grounds';
import {opener} from './opener';

export {desk_opener} from './desk_opener';
export {faults} from './opener';
export {gates} from './gates';

export const background = (view: View): TemplateResult => html`${has_input(view.fields) ? grounds(view) : ''}${source_list(view)}${opener(view)}`;
