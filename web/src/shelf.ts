/** Whole editions for the full engine: each fetched and loaded once, when it is first asked for. */
import type {Loading} from './desk_view';
import {load, type FullEngine} from './engine';
import {fetch_text} from './files';
import type {ProgramDocument} from './program';

export interface Shelf {
  /** Asks for an edition, and says how far it is. */
  state(program: string, edition: string): Loading;
  document(program: string, edition: string): ProgramDocument | undefined;
  /** What failed may be asked for again. */
  retry(): void;
}

export function make_shelf(engine: FullEngine, update: () => void): Shelf {
  const states = new Map<string, Loading>();
  const documents = new Map<string, ProgramDocument>();
  const fetch_it = async (program: string, edition: string) => {
    const text = await fetch_text(`programs/${program}/${edition}.json`);
    const reply = load(engine, text);
    if (!reply.ok) throw new Error(reply.issues.map(({code, path}) => `${code} ${path}`).join());
    documents.set(`${program} ${edition}`, JSON.parse(text) as ProgramDocument);
  };
  return {
    document: (program, edition) => documents.get(`${program} ${edition}`),
    state(program, edition) {
      const mark = `${program} ${edition}`;
      const known = states.get(mark);
      if (known) return known;
      const settle = (state: Loading) => {
        states.set(mark, state);
        update();
      };
      states.set(mark, 'loading');
      fetch_it(program, edition).then(() => settle('ready'), () => settle('failed'));
      return 'loading';
    },
    retry() {
      for (const [mark, state] of states) if (state === 'failed') states.delete(mark);
      update();
    },
  };
}
