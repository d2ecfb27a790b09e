/** What the parts of the page draw from, and what they can ask for. Parts hold no state of their own. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Calculation, Problem} from './calculation';
import type {Index, Loaded, TextPart} from './content';
import type {Desk} from './desk';
import {title_of} from './document';
import type {OpenedFile} from './file';
import type {Format} from './format';
import type {Issue, Lang} from './generated/shopgauge';
import type {ProgramDocument, Text} from './program';
import type {Fields, Theme} from './state';
import type {ShopGauge} from './shop-gauge';
import type {Params, Say, TextKey} from './texts';

export interface Actions {
  /** A field while it is being typed, and once it is done. */
  type(key: string, text: string): void;
  commit(key: string, text: string): void;
  remove(keys: string[]): void;
  /** All fields at once. */
  set(fields: Fields): void;
  choose(program: string, edition?: string): void;
  /** Opens a program document from the device; `use_file` goes back to it. */
  open_file(file: File | undefined): void;
  use_file(): void;
  close_file(): void;
  load_example(): void;
  clear(): void;
  set_lang(lang: Lang): void;
  set_theme(theme: Theme | undefined): void;
  /** Opens or closes an explanation or a part of the form. */
  toggle(mark: string, open?: boolean): void;
  /** Which of the ways to describe the store is shown, with the fields that it leaves. */
  enter_by(entry: number, fields: Fields): void;
  /** Fetches what draws "what to do"; settles also where that failed. */
  open_desk(): Promise<void>;
  /** Fetches a script that only some visits need, with its words; nothing, and the page says so, where that failed. */
  late<T>(script: () => Promise<T>, words: TextPart): Promise<T | undefined>;
  /** Shows a part of the page: closes the sheet, opens the tab that it stands in. `numbers` is the form. */
  go(part: string): void;
  open_tab(id: string): void;
  go_to_field(key: string): void;
}

/** Something to be told at the top of the page. */
export interface Notice {
  key: TextKey;
  params?: Params;
}

export type CycleParts = typeof import('./parts/cycle');
export type EndedPart = typeof import('./parts/ended');
export type Mistakes = typeof import('./problems');
export type BackgroundParts = typeof import('./parts/background');

/** What the page speaks. */
export interface Voice {
  lang: Lang;
  say: Say;
  format: Format;
}

export interface View extends Voice {
  theme: Theme | undefined;
  index: Index;
  /** What draws a cycle, where the document has one. */
  cycle: CycleParts | undefined;
  /** What says that the edition has ended, where there is such news. */
  ended: EndedPart | undefined;
  /** What says issues, once there was one. */
  mistakes: Mistakes | undefined;
  /** What is fetched after the first result. */
  background: BackgroundParts | undefined;
  /** What to do, what if, compare, once the seller has asked. */
  desk: Desk | undefined;
  /** The file that was opened last. */
  file: OpenedFile | undefined;
  from_device: boolean;
  loaded: Loaded;
  document: ProgramDocument;
  /** As typed. */
  fields: Fields;
  /** As sent, with the proposed dates. */
  sent: Fields;
  calculation: Calculation;
  open: ReadonlySet<string>;
  entry: number;
  notices: Notice[];
  /** Problems that no field on the page can carry. */
  loose: Problem[];
  /** The form stands beside the results. */
  wide: boolean;
  /** The tab that was chosen last. */
  page_tab: string | undefined;
  actions: Actions;
  /** The element itself, for parts that are fetched later and keep something for it. */
  host: ShopGauge;
}

export type Part = (view: View) => TemplateResult | typeof nothing;

/** A number that says on whose word it stands when it is pressed (parts/told.ts names the subjects); the number alone until the script for that is there. */
export const told = (view: View, subject: string, shown: string) => view.background?.told(view, subject, shown) ?? shown;

/** "A, B, C" with the language's own mark between. */
export const list_of = (view: View, items: string[]) => items.join(view.say('page.list_mark'));

export const text_of = (view: View, text: Text | undefined) => text?.[view.lang] ?? '';

/** The name of anything that a reply names by its id, or by its place in the request. */
export function name_of(view: View, id: string): string {
  const own = id.replace(/^(given|enrolment|metrics)\./, '');
  const weight = own.replace(/^(profile\.)?weights\./, '');
  if (weight !== own) return view.say('page.grounds.weight_of', {name: name_of(view, weight)});
  if (own.endsWith('profile.method')) return view.say('part.method');
  return title_of(view.document, own, view.lang) ?? view.say.of('enrolment', own);
}

/** A text of the document that a reply names, such as rule.<id> or reason.<id>. */
export const document_text = (view: View, prefix: string, id: string) =>
  text_of(view, view.document.texts[`${prefix}.${id}`]) || id;

/** A word of the platform's table, with its English name where the page is English. */
export function table_word({document, lang}: Pick<View, 'document' | 'lang'>, word: string): string {
  const english = document.rows?.find(({words}) => Object.hasOwn(words, word))?.words[word];
  return lang === 'en' && english ? `${english} (${word})` : word;
}

/** What a word of the enrolment is called: the document's text, else that of a word that all documents know, else the platform's word with its English name. */
export function word_name(view: View, field: string, word: string): string {
  const text = text_of(view, view.document.texts[`${field}.${word}`]);
  if (text) return text;
  return view.say.has(`${field}.${word}`) ? view.say.of(field, word) : table_word(view, word);
}

/** An issue in words; its code alone where these could not be fetched. */
export const problem_text = (view: View, issue: Issue, key: string | undefined) =>
  view.mistakes?.issue_text(issue, view, key === undefined ? undefined : view.fields.get(key)) ?? issue.code;

export function problems_at(view: View, key: string): string[] {
  return view.calculation.problems
    .filter((problem) => problem.key === key)
    .map(({issue}) => problem_text(view, issue, key));
}

/** A card of the page with its heading. */
export function card(id: string, title: string, body: unknown, classes = ''): TemplateResult {
  return html`<section class="card ${classes}" part="card" id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`;
}
