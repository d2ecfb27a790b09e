/** The parts of the page that are fetched once they are needed, each with its words and its styles. */
import type {LitElement} from 'lit';
import {complete, type Loaded, type TextPart} from './content';
import {adopt} from './css';
import type {FullEngine} from './engine';
import type {View} from './view';

/** What has been fetched by now. */
type Parts = Pick<View, 'cycle' | 'ended' | 'background' | 'mistakes' | 'desk'>;

/** `need` fetches words. */
export function make_late_parts(element: LitElement, need: (part: TextPart) => Promise<void>) {
  const parts: Parts = {cycle: undefined, ended: undefined, background: undefined, mistakes: undefined, desk: undefined};
  const root = () => element.renderRoot as ShadowRoot;

  /** The words for issues. */
  const need_mistakes = async () => {
    [parts.mistakes] = await Promise.all([import('./problems'), need('mistakes')]);
  };

  return {
    parts,
    need_mistakes,

    /** What a document with a cycle needs. */
    async need_cycle(): Promise<void> {
      if (parts.cycle) return;
      const [cycle] = await Promise.all([import('./parts/cycle'), need('cycle')]);
      if (!parts.cycle) adopt(root(), cycle.calendar_styles);
      parts.cycle = cycle;
    },

    /** What says that an edition has ended. */
    async need_ended(): Promise<void> {
      [parts.ended] = await Promise.all([import('./parts/ended'), need('ended')]);
    },

    /** All that stands below the first result, once the document has what it shows; a file dropped there is for `open_file`. */
    async need_background(loaded: Loaded | undefined, open_file: (file: File) => void): Promise<void> {
      const [background] = await Promise.all([import('./parts/background'), need('background'), loaded && complete(loaded)]);
      if (!parts.background) {
        adopt(root(), background.background_styles);
        background.take_drops(element, open_file);
      }
      parts.background = background;
    },

    /** What to do, what if, compare: the full engine and all that draws them. */
    async need_desk(engine: Promise<FullEngine>): Promise<void> {
      const [{make_desk}, full_engine] = await Promise.all([import('./desk'), engine, need('desk')]);
      parts.desk ??= make_desk(full_engine, root(), () => element.requestUpdate(), need_mistakes);
    },
  };
}
