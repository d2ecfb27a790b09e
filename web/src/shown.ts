/** Which document is shown: fetches it in the page's language, and keeps what was typed under others, so that a look elsewhere loses nothing. */
import {fetch_program, in_language, is_same, type Index, type Loaded} from './content';
import {news_of} from './edition_news';
import type {OpenedFile} from './file';
import {found_edition} from './notices';
import {language_of, type Speaker} from './speech';
import {without, type Fields} from './state';
import type {Notice} from './view';

interface Page extends Speaker {
  /** The attributes: what is wanted. */
  program: string | undefined;
  edition: string | undefined;
  index?: Index;
  /** The file that was opened last. */
  file: OpenedFile | undefined;
  notices: Notice[];
}

/** `need_cycle` and `need_ended` fetch what a document with a cycle and an edition with news need; `took` hears that there is a document, `anew` where it is not just in another language. */
export function make_shown(page: Page, {need_cycle, need_ended}: Record<'need_cycle' | 'need_ended', () => Promise<void>>, took: (anew: boolean) => void) {
  /** The program and edition that are shown or being fetched. */
  let chosen: string | undefined;
  const kept = new Map<string, Fields>();

  /** Notes what is to be shown: the answer to an earlier wish may come later. */
  function choose({program, edition}: {program: string; edition: string}): string {
    page.program = program;
    page.edition = edition;
    return (chosen = `${program} ${edition}`);
  }

  /** What was typed is kept under what it was typed for. */
  const mark = () => `${chosen}${page.loaded?.from_device ? ' file' : ''}`;

  /** Shows a document, with the parts of the page that it needs. */
  async function take(loaded: Loaded): Promise<void> {
    const mine = choose(loaded.document);
    if (loaded.document.cycle) await need_cycle();
    while (page.voice && loaded.lang && loaded.lang !== page.voice.lang) loaded = await in_language(loaded, page.voice.lang);
    if (mine !== chosen) return;
    const anew = !is_same(loaded, page.loaded);
    page.loaded = loaded;
    took(anew);
  }

  /** Fetches a document and shows it. */
  async function show(program: string | undefined, edition: string | undefined): Promise<void> {
    if (!page.index) return;
    if (!page.file?.loaded) page.file = undefined;
    const found = found_edition(page.index, program, edition);
    page.notices = [...page.notices, ...found.notices];
    const mine = choose(found);
    const [loaded] = await Promise.all([
      fetch_program(found.program, found.edition, language_of(page)),
      // It stands above all else, so it comes with the first result; without a connection the result must do.
      news_of(page.index, found.program, found.edition) && need_ended().catch(() => {}),
    ]);
    if (mine === chosen) await take(loaded);
  }

  return {
    take,
    show,

    /** What comes next is another store: what was typed elsewhere was not typed for it. */
    forget: () => kept.clear(),

    /** What was wanted could not be fetched. */
    stay(): void {
      if (page.loaded) choose(page.loaded.document);
    },

    /** The program and edition that the attributes ask for, where these were changed. */
    wanted(): [program: string, edition: string | undefined] | undefined {
      const {program, edition} = page;
      const [shown, shown_edition] = chosen?.split(' ') ?? [];
      if (!shown || !program) return undefined;
      const other_edition = edition === shown_edition ? undefined : edition;
      return shown !== program || other_edition ? [program, other_edition] : undefined;
    },

    /** Shows something else: the fields that were typed for it before, else those of now that it knows too, within a program. */
    async change(show_other: () => Promise<void>, fields: () => Fields): Promise<Fields> {
      const before = page.loaded?.document.program;
      if (page.loaded) kept.set(mark(), fields());
      page.notices = [];
      const [{knows}] = await Promise.all([import('./fill'), show_other()]);
      const document = page.loaded?.document;
      const moved = document && document.program === before ? without(fields(), (key) => !knows(document, key)) : new Map<string, string>();
      return kept.get(mark()) ?? moved;
    },
  };
}
