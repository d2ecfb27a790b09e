/** What is told of a link that could not be read whole: fetched with the words for it. */
import type {Address} from './address';
import type {Notice} from './view';

export function link_notices({unknown_version, ignored, state}: Address, has_file: boolean): Notice[] {
  return [
    ...(state.file && !has_file ? [{key: 'page.link.file'} as const] : []),
    ...(unknown_version === undefined ? [] : [{key: 'page.link.unknown_version', params: {version: unknown_version}} as const]),
    ...(ignored.length ? [{key: 'page.link.ignored', params: {parts: ignored.join(' & ')}} as const] : []),
  ];
}
