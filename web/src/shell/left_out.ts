/** What a link lacks, in words: fields that it has no room for, and a program document of one's own. */
import {list_of, type View} from '../view';
import {label_of, period_name, period_of} from './words';

/** Months go oldest first and as a whole, so that their first and last say which; other fields go by name. */
export function names_of(view: View, left_out: string[]): string[] {
  const {say} = view;
  const periods = [...new Set(left_out.map(period_of).filter((period) => period !== undefined))].sort();
  const [first, last] = [periods[0], periods.at(-1)];
  const others = left_out.filter((key) => period_of(key) === undefined).map((key) => label_of(view, key));
  if (first === undefined || last === undefined) return others;
  const span = first === last ? say('page.tools.share.period', {period: period_name(view, first)}) : say('page.tools.share.periods', {first: period_name(view, first), last: period_name(view, last)});
  return [span, ...others];
}

/** Where a link stands away from the sheet that explains it: on paper, in a calendar. Nothing where it carries all. */
export function lacks(view: View, left_out: string[]): string {
  const {say, from_device} = view;
  const fields = left_out.length ? say('page.tools.link.lacks', {count: left_out.length, names: list_of(view, names_of(view, left_out))}) : '';
  return [fields, from_device ? say('page.tools.share.file') : ''].filter(Boolean).join(' ');
}
