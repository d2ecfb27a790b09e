/** The form: the store, its readings, the months so far, its own weights and targets, all made from the program document. */
import {html, nothing, type TemplateResult} from 'lit';
import {groups, store_words, table_words, type Group} from '../document';
import type {Metric, ProgramDocument, ScoreNode} from '../program';
import {below, has_input} from '../state';
import {document_text, text_of, word_name, type View} from '../view';
import {date_field, metric_field, most_options, number_field, profile_field, word_field} from './fields';

/** How many of some fields are filled in, in words; nothing where none is. */
export function filled(view: View, keys: string[]): string {
  const count = keys.filter((key) => view.fields.has(key)).length;
  return count ? view.say('page.form.filled', {count}) : '';
}

const group_keys = (group: Group) => [...group.metrics.map(({id}) => `m.${id}`), ...group.profile.map(({path}) => `p.${path}`)];

/** A part of the form that opens and closes. It opens by itself where something in it is filled in, and then stays as it is. */
export function fold(view: View, id: string, title: string, note: string, body: unknown): TemplateResult {
  const mark = `fold ${id}`;
  return html`<details class="fold" data-fold=${id} ?open=${note !== '' || view.open.has(mark)}
      @toggle=${(event: globalThis.Event) => view.actions.toggle(mark, (event.currentTarget as HTMLDetailsElement).open)}>
    <summary><span class="fold-title">${title}</span><span class="fold-note">${note}</span></summary>
    <div class="fold-body">${body}</div>
  </details>`;
}

/** The readings, with those of the shop's own numbers for which the program has no figure. */
const asked = (document: ProgramDocument) => groups(document)
  .map((group) => ({...group, profile: group.profile.filter(({proposed}) => proposed === undefined)}))
  .filter(({metrics, profile: needed, node}) => metrics.length + needed.length || node);

/** Each reading with the target that it needs right below it; then what has no reading. */
function group_fields(view: View, {metrics, profile: own}: Pick<Group, 'metrics' | 'profile'>): TemplateResult {
  const with_target = (metric: Metric) => {
    const targets = own.filter((field) => field.metric === metric.id);
    return targets.length ? html`<div class="pair">${metric_field(view, metric)}${targets.map((field) => profile_field(view, field))}</div>` : metric_field(view, metric);
  };
  return html`${metrics.map(with_target)}
    ${own.filter((field) => !metrics.some((metric) => metric.id === field.metric)).map((field) => profile_field(view, field))}`;
}

/** The standards' readings under the areas that they belong to, where the document has areas. */
function standards_fields(view: View, group: Group): TemplateResult {
  const area_of = (metric: string | undefined) => view.document.standards?.find((standard) => standard.metric === metric)?.area ?? '';
  const areas = [...new Set(group.metrics.map(({id}) => area_of(id)))];
  if (areas.length < 2) return group_fields(view, group);
  const rest = {...group, metrics: [], profile: group.profile.filter((field) => !group.metrics.some(({id}) => id === field.metric))};
  return html`${areas.map((area) => html`<fieldset class="area"><legend>${document_text(view, 'area', area)}</legend>
    ${group_fields(view, {metrics: group.metrics.filter(({id}) => area_of(id) === area), profile: group.profile.filter((field) => area_of(field.metric) === area)})}
  </fieldset>`)}${group_fields(view, rest)}`;
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
    ${group.metrics.length + group.profile.length
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
        ${group.profile.length ? html`<p class="hint">${say('page.form.standards_hint')}</p>` : nothing}${standards_fields(view, group)}</section>`;
    case 'stage':
      return html`<section class="group"><h3>${say('page.form.stage')}</h3>${group_fields(view, group)}</section>`;
    default:
      return fold(view, group.id, say(`page.form.${group.id}`), note, html`
        ${group.id === 'other' && view.document.cycle ? html`<p class="hint">${say('page.form.other_hint')}</p>` : nothing}${group_fields(view, group)}`);
  }
}

function store_word(view: View, field: string, own: string[]): TemplateResult | typeof nothing {
  const key = `e.${field}`;
  const now = view.fields.get(key);
  const words = new Set([...table_words(view.document, field, (name) => view.fields.get(`e.${name}`)), ...own]);
  // A word that no list has is kept; where words are typed, the field itself says so.
  if (now !== undefined && words.size <= most_options) words.add(now);
  if (!words.size) return nothing;
  return word_field(view, {key, label: view.say.of('enrolment', field), options: [...words].map((word) => [word, word_name(view, field, word)])});
}

function store_fields(view: View): TemplateResult | typeof nothing {
  const words = store_words(view.document);
  if (!view.cycle && !words.size) return nothing;
  return html`<section class="group" id="store"><h3>${view.say('page.form.store')}</h3>
    ${view.cycle?.entry_fields(view) ?? nothing}
    ${[...words].map(([field, own]) => store_word(view, field, own))}
  </section>`;
}

/** The shop's own numbers: a script of its own draws them once this is open. */
function profile(view: View, shown: Group[]): TemplateResult {
  const elsewhere = new Set(shown.flatMap((group) => group.profile.map(({path}) => path)));
  const count = below(view.fields, 'p.').filter(([path]) => !elsewhere.has(path)).length;
  const note = count ? view.say('page.form.filled', {count}) : '';
  return html`<div id="profile">${fold(view, 'profile', view.say('page.form.profile'), note, note || view.open.has('fold profile') ? view.background?.profile_step(view) : '')}</div>`;
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
  const shown = asked(view.document);
  return html`<form class="form" part="form" id="numbers" aria-labelledby="numbers-title" novalidate @submit=${(event: globalThis.Event) => event.preventDefault()}>
    <div class="form-head"><h2 id="numbers-title" tabindex="-1">${say('page.form.title')}</h2>
      ${view.from_device ? nothing : html`<button type="button" class="quiet" data-action="example" @click=${() => actions.load_example()}>${say('page.example')}</button>`}
      ${has_input(view.fields) ? html`<button type="button" class="quiet" data-action="clear" @click=${() => actions.clear()}>${say('page.clear')}</button>` : nothing}
    </div>
    ${store_fields(view)}
    ${shown.map((group) => readings_group(view, group))}
    ${view.cycle?.months_list(view) ?? nothing}
    ${view.cycle?.checks_list(view) ?? nothing}
    ${view.cycle?.choice_fields(view) ?? nothing}
    ${view_dates(view)}
    ${profile(view, shown)}
  </form>`;
}
