/** The requests behind what is shown, as JSON text. */
import type {Loaded} from '../content';
import {assess_request, timeline_request} from '../request';
import type {View} from '../view';

/** What the request builder needs; the text of a shipped document goes into no request. */
export const loaded_of = (view: View): Loaded => view.file?.loaded && view.from_device ? view.file.loaded : {text: '', document: view.document};

export function as_request(view: View): string {
  const {document, sent} = view;
  const loaded = loaded_of(view);
  const parts = [
    ...(document.score || document.standards ? [`"assess":${assess_request(loaded, sent).text}`] : []),
    ...(document.cycle ? [`"timeline":${timeline_request(loaded, sent).text}`] : []),
  ];
  return `{${parts.join(',')}}`;
}
