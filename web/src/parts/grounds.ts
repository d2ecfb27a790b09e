/** What a result rests on: numbers that nobody published, inputs that were not given, sources, open questions. */
import {html, nothing, type TemplateResult} from 'lit';
import {all_nodes, metric_of, profile_in} from '../document';
import {place_in, sources} from '../places';
import type {Assumption} from '../generated/shopgauge';
import {icon} from '../icons';
import {has_input} from '../state';
import {card, list_of, name_of, text_of, told, type View} from '../view';

interface Named {
  name: string;
  note: string;
}

/** A weight or a table of the profile: the program's own figure for that node says why. */
function named_of_node(view: View, kind: 'weights' | 'tables', id: string): Named {
  const node = [...all_nodes(view.document.score?.nodes)].find((item) => item.id === id);
  const name = name_of(view, node?.metric ?? id);
  const own = kind === 'weights' ? node?.weight : node?.curve;
  return {name: view.say(kind === 'weights' ? 'page.grounds.weight_of' : 'page.grounds.table_of', {name}), note: text_of(view, own?.note)};
}

/** What a path of an assumption speaks of: a number of the program, a profile entry, an input. */
function named(view: View, path: string): Named {
  const {document, say} = view;
  const steps = path.split('/').slice(1);
  const [head, kind, ...rest] = steps;
  if (head === 'program') {
    const {names, part, note} = place_in(document, path.slice('/program'.length));
    const name = names.map((item) => (Array.isArray(item) ? say.of(...item) : text_of(view, item))).join(' · ');
    return {name: name ? say('page.grounds.part_of', {part: say.of('part', part), name}) : say.of('part', part), note: text_of(view, note)};
  }
  if (head === 'profile' && (kind === 'weights' || kind === 'tables')) return named_of_node(view, kind, rest.join('.'));
  if (head !== 'profile') return {name: name_of(view, steps.at(-1) ?? path), note: ''};
  const field = steps.slice(1).join('.');
  const note = profile_in(document, document).find((item) => item.path === field)?.note;
  return {name: name_of(view, `profile.${field}`), note: text_of(view, note)};
}

function taken(view: View, {path, taken: value}: Assumption): string {
  const {say, format} = view;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? say('page.yes') : say('page.no');
  if (typeof value === 'string') return say.of('taken', value);
  const metric = metric_of(view.document, path.split('/').at(-1) ?? '');
  return path.includes('/weights/') || metric?.kind === 'rate' ? format.percent(value) : format.number(value);
}

/** Numbers with the same status and the same reason stand together. */
function by_reason(view: View, list: Assumption[]): {status: string; note: string; items: {item: Assumption; name: string}[]}[] {
  const found = new Map<string, {status: string; note: string; items: {item: Assumption; name: string}[]}>();
  for (const item of list) {
    const {name, note} = named(view, item.path);
    const mark = `${item.status} ${note}`;
    const group = found.get(mark) ?? {status: item.status, note, items: []};
    group.items.push({item, name});
    found.set(mark, group);
  }
  return [...found.values()];
}

function number_list(view: View, list: Assumption[]): TemplateResult | typeof nothing {
  if (!list.length) return nothing;
  return html`<h3>${view.say('page.grounds.numbers')}</h3><ul class="assumptions">${by_reason(view, list).map(({status, note, items}) => html`<li>
    ${items.map(({item, name}) => html`<p class="assumption" data-path=${item.path} data-status=${status}><span>${name}</span><strong class="num">${told(view, `at.${item.path}`, taken(view, item) || view.say('page.grounds.see'))}</strong></p>`)}
    <p class="hint"><span class="tag">${view.say.of('provenance', status)}</span> ${note}</p></li>`)}</ul>`;
}

function not_given_list(view: View, list: Assumption[]): TemplateResult | typeof nothing {
  if (!list.length) return nothing;
  return html`<h3>${view.say('page.grounds.not_given')}</h3>
    <p class="hint" data-testid="not-given">${list_of(view, list.map(({path}) => named(view, path).name))}</p>`;
}

/** Nothing before there is input: then there is no result either. */
export function grounds(view: View): TemplateResult | typeof nothing {
  const {calculation, say} = view;
  const all = [...(calculation.assessed?.assumptions ?? []), ...(calculation.timeline?.assumptions ?? [])];
  const once = [...new Map(all.map((item) => [item.path, item])).values()];
  if (!once.length || !has_input(view.fields)) return nothing;
  const not_given = once.filter(({status}) => status === 'not_given');
  const numbers = once.filter(({status}) => status !== 'not_given');
  return card('grounds', say('page.grounds.title'), html`
    ${number_list(view, numbers)}${not_given_list(view, not_given)}`);
}

function source_row(view: View, source: ReturnType<typeof sources>[number]): TemplateResult {
  const {say} = view;
  const title = text_of(view, source.title);
  return html`<li class="source"><p>${source.url && /^https?:/.test(source.url)
      ? html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${title}${icon('link')}</a>`
      : html`<span>${title}</span>`}</p>
    <p class="hint">${text_of(view, source.publisher)} · ${source.date ? view.format.date(source.date) : say('page.sources.no_date')}
      ${source.statuses.map((status) => html` <span class="tag">${say.of('provenance', status)}</span>`)}</p></li>`;
}

export function source_list(view: View): TemplateResult {
  const {say, document} = view;
  return card('sources', say('page.sources.title'), html`
    <p class="hint">${say('page.sources.edition', {edition: view.format.date(document.edition)})}</p>
    <ul class="sources">${sources(document).map((source) => source_row(view, source))}</ul>
    <details class="questions"><summary>${say('page.sources.questions', {count: document.questions.length})}</summary>
      <ul>${document.questions.map((question) => html`<li>${text_of(view, question)}</li>`)}</ul></details>`);
}
