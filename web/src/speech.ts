/** What the page speaks: the words of its language, fetched in parts, and with them the document's texts. */
import {fetch_texts, in_language, is_same, type Loaded, type TextPart} from './content';
import {make_format} from './format';
import type {Lang} from './generated/shopgauge';
import {make_say, type Table} from './texts';
import type {Voice} from './view';

export interface Speaker {
  /** The attribute: the language that is wanted, in whatever spelling. */
  lang: string;
  voice?: Voice;
  /** The document that is shown. */
  loaded?: Loaded;
}

export const language_of = ({lang}: Pick<Speaker, 'lang'>): Lang => (/^en\b/i.test(lang) ? 'en' : 'zh-CN');

export function make_speech(speaker: Speaker) {
  /** The language of the voice, or the one that is being fetched. */
  let spoken: Lang | undefined;
  let table: Table = {};
  let parts: ReadonlySet<TextPart> = new Set<TextPart>(['main']);

  /** Fetches the words of the language, the document's among them: all change at once. */
  async function speak(more: TextPart[] = []): Promise<void> {
    const lang = (spoken = language_of(speaker));
    const wanted = [...new Set([...parts, ...more])];
    let [loaded, ...fetched] = await Promise.all([speaker.loaded && in_language(speaker.loaded, lang), ...wanted.map((part) => fetch_texts(lang, part))]);
    // Another document may have come meanwhile.
    while (!is_same(loaded, speaker.loaded)) loaded = speaker.loaded && (await in_language(speaker.loaded, lang));
    if (lang !== language_of(speaker)) return;
    parts = new Set([...parts, ...wanted]);
    table = Object.assign({}, speaker.voice?.lang === lang ? table : {}, ...fetched) as Table;
    speaker.voice = {lang, say: make_say(table), format: make_format(lang)};
    if (loaded) speaker.loaded = loaded;
    speaker.lang ||= lang;
  }

  return {
    speak,

    /** Fetches texts that only some visits need; again where the language was changed meanwhile. */
    async need(part: TextPart): Promise<void> {
      while (!parts.has(part)) await speak([part]);
    },

    /** Whether another language is wanted than was. */
    is_behind: () => spoken && spoken !== language_of(speaker),

    /** Takes the language of the attribute. Without a connection it stays as it was, so says the attribute, and `stays` is called. */
    async change(stays: () => void): Promise<void> {
      const wanted = language_of(speaker);
      await speak().catch(() => {
        if (wanted !== language_of(speaker)) return;
        speaker.lang = spoken = speaker.voice?.lang ?? wanted;
        stays();
      });
    },
  };
}
