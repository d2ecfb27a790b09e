/** What today is compared with: by name, and the lists to choose it from. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {state_of} from '../content';
import type {DeskView} from '../desk_view';
import {today_in} from '../format';
import {most_sides, type Choice} from '../sides';

/** The page's own side: today, its edition or its store, by what it is compared with. */
export function own_name({say, document, here}: DeskView, {kind}: Choice, short = false): string {
  if (kind === 'edition') return short ? document.edition : say('page.compare.edition', {edition: document.edition});
  return kind === 'store' ? (here ?? say('page.form.title')) : say('page.what_if.today');
}

export function choice_name({say, format}: DeskView, {kind, name, month, edition}: Choice): string {
  switch (kind) {
    case 'what_if': return say('page.what_if.trial');
    case 'edition': return say('page.compare.edition', {edition});
    case 'month': return say('page.compare.month', {month: format.month(month ?? ''), edition});
    default: return name;
  }
}

/** The same at the head of a column. */
export const short_name = (view: DeskView, choice: Choice) =>
  (choice.kind === 'edition' ? choice.edition : choice.kind === 'month' ? view.format.month(choice.month ?? '') : choice_name(view, choice));

function option_text(view: DeskView, choice: Choice): string {
  const {index, document: {program, time_zone}, say} = view;
  const entry = choice.kind === 'edition' ? index.programs.find((item) => item.program === program)?.editions.find(({edition}) => edition === choice.edition) : undefined;
  return entry ? `${choice_name(view, choice)} · ${say(`page.edition.${state_of(entry, today_in(time_zone))}`)}` : choice_name(view, choice);
}

const kinds: Choice['kind'][][] = [['what_if', 'scenario'], ['store'], ['month'], ['edition']];
const kind_names = ['page.compare.scenarios', 'page.compare.stores', 'page.compare.months', 'page.compare.editions'] as const;

/** In groups, where there is more than one kind. */
function options(view: DeskView, choices: Choice[], chosen: Choice | undefined): unknown {
  const groups = kinds.map((group) => choices.filter(({kind}) => group.includes(kind)));
  const list = (group: Choice[]) => group.map((choice) => html`<option value=${choice.id} .selected=${live(choice === chosen)}>${option_text(view, choice)}</option>`);
  if (groups.filter(({length}) => length).length < 2) return groups.map(list);
  return groups.map((group, at) => (group.length ? html`<optgroup label=${view.say(kind_names[at] ?? 'page.compare.tab')}>${list(group)}</optgroup>` : nothing));
}

/** One list for what is compared, and one more while there is something left to add. */
export function picker(view: DeskView): TemplateResult {
  const {say, choices, compared, actions} = view;
  const chosen = compared.map(({choice}) => choice);
  const put = (at: number, id: string) => {
    const ids = chosen.map((choice) => choice.id);
    ids.splice(at, 1, ...(id ? [id] : []));
    actions.commit('vs', ids.join(','));
  };
  const box = (at: number) => {
    const own = chosen[at];
    const rest = choices.filter((choice) => choice === own || !chosen.includes(choice));
    if (!rest.length) return nothing;
    return html`<label class="box word">${at ? html`<span class="visually-hidden">${say('page.compare.and')}</span>` : nothing}<select id=${at ? `vs-${at + 1}` : 'vs'} name=${at ? `vs.${at + 1}` : 'vs'} @change=${(event: globalThis.Event) => put(at, (event.target as HTMLSelectElement).value)}>
      ${at ? html`<option value="" .selected=${live(own === undefined)}>${say(own ? 'page.compare.drop' : 'page.compare.add')}</option>` : nothing}${options(view, rest, own)}</select></label>`;
  };
  const boxes = Array.from({length: Math.min(most_sides, chosen.length + 1)}, (_, at) => box(at));
  return html`<div class="goal"><label class="goal-label" for="vs">${say('page.compare.with')}</label><div class="with">${boxes}</div></div>`;
}
