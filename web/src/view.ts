/** What the parts of the page draw from, and what they can ask for. Parts hold no state of their own. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Calculation, Problem} from './calculation';
import type {Index} from './content';
import {title_of} from './document';
import type {Format} from './format';
import type {Lang} from './generated/shopgauge';
import type {ProgramDocument, Text} from './program';
import {issue_text} from './problems';
import type {Fields, Theme} from './state';
import type {Say} from './texts';

export interface Actions {
  /** A field while it is being typed, and once it is done. */
  type(key: string, text: string): void;
  commit(key: string, text: string): void;
  remove(keys: string[]): void;
  choose(program: string, edition?: string): void;
  load_example(): void;
  clear(): void;
  set_lang(lang: Lang): void;
  set_theme(theme: Theme | undefined): void;
  /** Opens or closes an explanation or a part of the form. */
  toggle(mark: string, open?: boolean): void;
  /** Which of the ways to describe the store is shown. */
  enter_by(entry: number): void;
  go(part: string): void;
  go_to_field(key: string): void;
}

export interface View {
  lang: Lang;
  theme: Theme | undefined;
  say: Say;
  format: Format;
  index: Index;
  document: ProgramDocument;
  /** As typed. */
  fields: Fields;
  /** As sent, with the proposed dates. */
  sent: Fields;
  calculation: Calculation;
  open: ReadonlySet<string>;
  entry: number;
  notices: string[];
  /** Problems that no field on the page can carry. */
  loose: Problem[];
  actions: Actions;
}

export type Part = (view: View) => TemplateResult | typeof nothing;

/** "A, B, C" with the language's own mark between. */
export const list_of = (view: View, items: string[]) => items.join(view.say('page.list_mark'));

export const text_of = (view: View, text: Text | undefined) => text?.[view.lang] ?? '';

/** The name of anything that a reply names by its id. */
export function name_of(view: View, id: string): string {
  return title_of(view.document, id, view.lang) ?? view.say.of('enrolment', id);
}

/** A text of the document that a reply names, such as rule.<id> or reason.<id>. */
export const document_text = (view: View, prefix: string, id: string) =>
  text_of(view, view.document.texts[`${prefix}.${id}`]) || id;

export function problems_at(view: View, key: string): string[] {
  return view.calculation.problems
    .filter((problem) => problem.key === key)
    .map((problem) => issue_text(problem.issue, view, view.fields.get(key)));
}

/** A card of the page with its heading. */
export function card(id: string, title: string, body: unknown, classes = ''): TemplateResult {
  return html`<section class="card ${classes}" id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`;
}
