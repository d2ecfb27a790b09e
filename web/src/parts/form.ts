/** The form: the store, its readings, the months so far, its own weights and targets, all made from the program document. */
import {html, nothing, type TemplateResult} from 'lit';
import {choices, enrolment, groups, type Group} from '../document';
import type {CycleEntry, ScoreNode} from '../program';
import {below, has_input} from '../state';
import {document_text, name_of, text_of, type View} from '../view';
import {date_field, metric_field, number_field, profile_field, select_field, word_field} from './fields';
import {checks_list, months_list} from './months';

/** How many of some fields are filled in, in words; nothing where none is. */
function filled(view: View, keys: string[]): string {
  const count = keys.filter((key) => view.fields.has(key)).length;
  return count ? view.say('page.form.filled', {count}) : '';
}

const group_keys = (group: Group) => [...group.metrics.map(({id}) => `m.${id}`), ...group.profile.map(({path}) => `p.${path}`)];

/** A part of the form that opens and closes. It opens by itself where something in it is filled in, and then stays as it is. */
function fold(view: View, id: string, title: string, note: string, body: unknown): TemplateResult {
  const mark = `fold ${id}`;
  return html`<details class="fold" data-fold=${id} ?open=${note !== '' || view.open.has(mark)}
      @toggle=${(event: globalThis.Event) => view.actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${title}</span><span class="fold-note">${note}</span></summary>
    <div class="fold-body">${body}</div>
  </details>`;
}

const group_fields = (view: View, group: Group) => html`
  ${group.metrics.map((metric) => metric_field(view, metric))}
  ${group.profile.map(({path, title, where, metric}) => profile_field(view, path, text_of(view, title), metric, text_of(view, where)))}`;

/** A standard's reading with its target right below it. */
function standards_fields(view: View, group: Group): TemplateResult {
  const of = (id: string) => group.profile.filter(({metric}) => metric?.id === id);
  const rest = group.profile.filter(({metric}) => !metric);
  return html`${group.metrics.map((metric) => html`<div class="pair">
    ${metric_field(view, metric)}
    ${of(metric.id).map(({path, title, where}) => profile_field(view, path, text_of(view, title), metric, text_of(view, where)))}
  </div>`)}${rest.map(({path, title, where}) => profile_field(view, path, text_of(view, title), undefined, text_of(view, where)))}`;
}

function node_group(view: View, group: Group, node: ScoreNode): TemplateResult {
  const {say} = view;
  const title = text_of(view, node.title);
  const scale = node.range ?? view.document.score?.scale;
  const note = filled(view, group_keys(group));
  return html`<section class="group">
    <h3>${title}</h3>
    ${number_field(view, {
      key: `g.${node.id}`, label: say('page.form.given'), unit: say('unit.points'),
      ...(scale ? {placeholder: `${scale[0]}–${scale[1]}`} : {}),
    })}
    ${group.metrics.length
      ? fold(view, `node-${node.id}`, say('page.form.indicators', {count: group.metrics.length}), note, group_fields(view, group))
      : nothing}
  </section>`;
}

function readings_group(view: View, group: Group): TemplateResult {
  const {say} = view;
  const note = filled(view, group_keys(group));
  switch (group.id) {
    case 'node':
      return group.node ? node_group(view, group, group.node) : html``;
    case 'standards':
      return html`<section class="group"><h3>${say('page.form.standards')}</h3>
        <p class="hint">${say('page.form.standards_hint')}</p>${standards_fields(view, group)}</section>`;
    case 'stage':
      return html`<section class="group"><h3>${say('page.form.stage')}</h3>${group_fields(view, group)}</section>`;
    default:
      return fold(view, group.id, say(`page.form.${group.id}`), note, group_fields(view, group));
  }
}

function entry_name(view: View, entry: CycleEntry): string {
  return entry.counts ? view.say('page.form.already_in', {phase: view.say.of('phase', entry.phase)}) : view.say('page.form.from_dates');
}

function entry_choice(view: View, entries: CycleEntry[]): TemplateResult {
  return html`<div class="line"><label class="title" for="entry">${view.say('page.form.entry')}</label><span class="box wide-box">
    <select id="entry" name="entry" @change=${(event: globalThis.Event) => view.actions.enter_by(Number((event.target as HTMLSelectElement).value))}>
      ${entries.map((entry, index) => html`<option value=${index} .selected=${view.entry === index}>${entry_name(view, entry)}</option>`)}
    </select></span></div>`;
}

function store_fields(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const store = enrolment(view.document);
  const entry = store.entries[view.entry];
  if (!entry && !store.store_types.length && !store.words.length) return nothing;
  const types = store.store_types.map((id): [string, string] => [id, document_text(view, 'store_type', id)]);
  return html`<section class="group" id="store"><h3>${say('page.form.store')}</h3>
    ${store.entries.length > 1 ? entry_choice(view, store.entries) : nothing}
    ${entry?.fields.map((field) => date_field(view, {key: `e.${field}`, label: say.of('enrolment', field)}))}
    ${Object.values(entry?.counts ?? {}).map((field) => number_field(view, {key: `e.${field}`, label: say.of('enrolment', field), placeholder: '0'}))}
    ${store.downgrades ? number_field(view, {key: 'e.downgrades', label: say('enrolment.downgrades'), placeholder: '0'}) : nothing}
    ${types.length ? select_field(view, {key: 'e.store_type', label: say('enrolment.store_type'), options: [['', say('page.not_given')], ...types]}) : nothing}
    ${store.words.map((word) => word_field(view, {key: `e.${word}`, label: say.of('enrolment', word)}))}
  </section>`;
}

/** The weights of one group of siblings, with the program's own as placeholders. */
function weight_fields(view: View, nodes: ScoreNode[]): TemplateResult[] {
  const figure = (node: ScoreNode) => node.weight?.value;
  const proposed = (node: ScoreNode) => {
    const value = figure(node);
    return typeof value === 'number' ? view.format.percent(value).replace(/\s?%/, '') : value ? `${value.num}/${value.den}` : '';
  };
  return nodes.map((node) => number_field(view, {
    key: `p.weights.${node.id}`, label: text_of(view, node.title) || name_of(view, node.metric ?? node.id), rate: true, placeholder: proposed(node),
  }));
}

function weights(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const nodes = view.document.score?.nodes ?? [];
  if (!nodes.length) return nothing;
  const own = below(view.fields, 'p.weights.').length;
  const note = own ? say('page.form.filled', {count: own}) : '';
  const parents = nodes.filter((node) => (node.nodes?.length ?? 0) > 1);
  return fold(view, 'weights', say('page.form.weights'), note, html`
    <p class="hint">${say('page.form.weights_hint')}</p>
    ${weight_fields(view, nodes)}
    ${parents.map((node) => html`<h4>${say('page.form.weights_in', {name: text_of(view, node.title)})}</h4>${weight_fields(view, node.nodes ?? [])}`)}`);
}

function choice_fields(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const found = choices(view.document);
  if (!found.length) return nothing;
  const keys = found.map(({id}) => `ch.${id}`);
  const note = filled(view, keys);
  return fold(view, 'choices', say('page.form.choices'), note, html`${found.map(({id, of}) => (of
    ? select_field(view, {
        key: `ch.${id}`, label: say.of('choice', id),
        options: [['', say('page.not_given')], ...of.map((word): [string, string] => [word, document_text(view, 'store_type', word)])],
      })
    : date_field(view, {key: `ch.${id}`, label: say.of('choice', id)})))}`);
}

function view_dates(view: View): TemplateResult {
  const {say, sent} = view;
  const proposed = (key: string) => (sent.get(key) === undefined ? {} : {proposed: sent.get(key) as string});
  return html`<section class="group"><h3>${say('page.form.dates')}</h3>
    ${date_field(view, {key: 'date', label: say('page.form.today'), ...proposed('date')})}
    ${view.document.cycle ? date_field(view, {key: 'until', label: say('page.form.until'), ...proposed('until')}) : nothing}
  </section>`;
}

export function form(view: View): TemplateResult {
  const {say, actions} = view;
  const example = view.index.programs.find(({program}) => program === view.document.program)?.example;
  return html`<form class="form" id="numbers" aria-labelledby="numbers-title" novalidate @submit=${(event: globalThis.Event) => event.preventDefault()}>
    <div class="form-head"><h2 id="numbers-title">${say('page.form.title')}</h2>
      ${example ? html`<button type="button" class="quiet" data-action="example" @click=${() => actions.load_example()}>${say('page.example')}</button>` : nothing}
      ${has_input(view.fields) ? html`<button type="button" class="quiet" data-action="clear" @click=${() => actions.clear()}>${say('page.clear')}</button>` : nothing}
    </div>
    ${store_fields(view)}
    ${groups(view.document).map((group) => readings_group(view, group))}
    ${months_list(view)}
    ${checks_list(view)}
    ${weights(view)}
    ${choice_fields(view)}
    ${view_dates(view)}
  </form>`;
}
