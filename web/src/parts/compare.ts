/** The tab that compares: with one other side in detail, with several side by side; and the same as a file. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskView} from '../desk_view';
import {icon} from '../icons';
import {problem_text} from '../view';
import {choice_name, picker} from './choices';
import {failed} from './desk';
import {overview} from './overview';
import {pair_of_sides} from './pair';

/** What a link compares with may lie on another device. */
const lost_note = (view: DeskView) => (view.lost ? html`<p class="remark" data-testid="lost">${icon('info')}<span>${view.say('page.compare.lost')}</span></p>` : nothing);

/** What is wrong with the sides, by name where there are several. */
function problems(view: DeskView): TemplateResult[] {
  return view.compared.flatMap(({choice, issues}) => issues.map((issue) => html`<p class="error">${icon('alert')}<span>${view.compared.length > 1 ? html`<strong>${choice_name(view, choice)}</strong> ` : nothing}${problem_text(view, issue, undefined)}</span></p>`));
}

function save_button(view: DeskView): TemplateResult {
  const save = () => void import('../comparison_csv').then(({save_comparison}) => save_comparison(view), () => {});
  return html`<div class="buttons"><button type="button" class="quiet" data-action="comparison-csv" @click=${save}>${view.say('page.compare.csv')}</button></div>`;
}

export function compare_panel(view: DeskView): TemplateResult {
  const {say, compared} = view;
  const [one] = compared;
  if (!one) return html`${lost_note(view)}<p class="hint">${say('page.compare.nothing')}</p>`;
  const head = html`${lost_note(view)}${picker(view)}${problems(view)}`;
  if (compared.some(({loading}) => loading === 'failed')) return html`${head}${failed(view)}`;
  if (compared.some(({value, issues}) => !value && !issues.length)) return html`${head}<p class="hint" aria-busy="true">${say('page.loading')}</p>`;
  const shown = compared.filter(({value}) => value);
  if (!shown.length) return head;
  return html`${head}${compared.length === 1 && one.value ? pair_of_sides({...view, pair: one}, one.value) : overview(view, shown)}${save_button(view)}`;
}
