/** The shop's own grade tables, and pairs of a value and the score that the back office showed for it, indicator by indicator. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {all_nodes, metric_of} from '../document';
import {icon} from '../icons';
import type {Metric, ScoreNode} from '../program';
import {is_full, rows_of} from '../request';
import {below, input_name} from '../state';
import {name_of, problems_at, text_of, type View} from '../view';
import {select_field, shown, stored} from './fields';
import {fold} from './form';

interface Grid {
  key: string;
  name: string;
  heads: string[];
  /** Which columns hold a value of the metric, not points. */
  values: number[];
  rate: boolean;
}

/** Marks between cells are no part of a number. */
const cell_text = (text: string) => text.replace(/[,:，：]/g, '');
const grid_text = (rows: string[][]) => rows.map((row) => row.join(':')).join();

function cell(view: View, {key, name, heads, values, rate}: Grid, rows: string[][], at: number, place: number): TemplateResult {
  const {actions, say} = view;
  const percent = rate && values.includes(place);
  const text = rows[at]?.[place] ?? '';
  const changed = (event: globalThis.Event) => {
    const typed = stored(cell_text((event.target as HTMLInputElement).value.trim()), percent);
    return grid_text(rows.map((row, index) => (index === at ? heads.map((_, column) => (column === place ? typed : (row[column] ?? ''))).concat(row.slice(heads.length)) : row)));
  };
  return html`<td><span class="box ${percent ? 'rate' : ''}"><input name=${input_name(`${key}.${at}.${place}`)} type="text" inputmode="decimal" autocomplete="off" .value=${live(shown(text, percent))}
    aria-label=${say('page.profile.cell', {name, row: at + 1, column: heads[place]})} aria-invalid=${problems_at(view, key).length > 0} aria-describedby=${percent ? `unit-${key.replaceAll('.', '-')}-${at}-${place}` : nothing}
    @input=${(event: globalThis.Event) => actions.type(key, changed(event))} @change=${(event: globalThis.Event) => actions.commit(key, changed(event))}>
    ${percent ? html`<span class="unit" id="unit-${key.replaceAll('.', '-')}-${at}-${place}">${say('unit.rate')}</span>` : nothing}</span></td>`;
}

/** Rows of numbers that can be added and taken away; those that are not full do not count yet. */
function grid(view: View, spec: Grid): TemplateResult {
  const {say, actions, fields} = view;
  const {key, name, heads} = spec;
  const text = fields.get(key);
  const rows = text === undefined ? [] : rows_of(text);
  const added = [...rows, heads.length === 3 ? [rows.at(-1)?.[1] ?? '', '', ''] : ['', '']];
  const remove = (at: number) => actions.commit(key, grid_text(rows.filter((_, index) => index !== at)));
  return html`<fieldset class="grid" name=${input_name(key)} tabindex="-1"><legend class="visually-hidden">${name}</legend>
    ${rows.length ? html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<td></td></tr></thead>
      <tbody>${rows.map((_, at) => html`<tr>${heads.map((_head, place) => cell(view, spec, rows, at, place))}
        <td><button type="button" class="toggle" data-action="remove-row" aria-label=${say('page.profile.remove_row', {row: at + 1})} title=${say('page.profile.remove_row', {row: at + 1})} @click=${() => remove(at)}>${icon('cross')}</button></td></tr>`)}</tbody></table>` : nothing}
    ${problems_at(view, key).map((problem) => html`<p class="error">${icon('alert')}<span>${problem}</span></p>`)}
    ${rows.some((row) => !is_full(row)) ? html`<p class="hint">${say(key.startsWith('p.tables') ? 'page.profile.table_open' : 'page.profile.pair_open')}</p>` : nothing}
    <button type="button" class="quiet" data-action="add-row" data-key=${key} @click=${() => actions.commit(key, grid_text(added))}>${say(heads.length === 3 || key.startsWith('p.tables') ? 'page.profile.add_row' : 'page.profile.add_pair')}</button></fieldset>`;
}

function pairs(view: View, node: ScoreNode, metric: Metric): TemplateResult {
  const {say} = view;
  return html`<h4>${say('page.profile.pairs')}</h4><p class="hint">${say('page.profile.pairs_hint')}</p>
    ${grid(view, {key: `p.calibration.${node.id}`, name: say('page.profile.pairs_of', {name: name_of(view, metric.id)}), heads: [text_of(view, metric.title), say('page.why.points')], values: [0], rate: metric.kind === 'rate'})}`;
}

/** Takes a table of a kind, with its first row, or puts it away. */
function choose(view: View, id: string, kind: string): void {
  const next = new Map(view.fields);
  for (const [path] of below(view.fields, `p.tables.${id}.`)) next.delete(`p.tables.${id}.${path}`);
  if (kind) next.set(`p.tables.${id}.kind`, kind);
  if (kind === 'steps') next.set(`p.tables.${id}.closed`, 'left').set(`p.tables.${id}.rows`, '::');
  if (kind === 'linear') next.set(`p.tables.${id}.knots`, ':');
  view.actions.set(next);
}

function table(view: View, node: ScoreNode, metric: Metric): TemplateResult {
  const {say, fields} = view;
  const at = `p.tables.${node.id}`;
  const kind = fields.get(`${at}.kind`) ?? '';
  const name = say('page.grounds.table_of', {name: name_of(view, metric.id)});
  const base = {name, rate: metric.kind === 'rate'};
  const id = `kind-${node.id}`;
  return html`<h4>${say('page.profile.table')}</h4>
    <div class="line"><label class="title" for=${id}>${say('page.profile.kind')}</label><span class="box word"><select id=${id} name=${input_name(`${at}.kind`)}
      @change=${(event: globalThis.Event) => choose(view, node.id, (event.target as HTMLSelectElement).value)}>
      ${([['', 'page.profile.kind_none'], ['steps', 'page.profile.kind_steps'], ['linear', 'page.profile.kind_lines']] as const).map(([value, key]) => html`<option value=${value} .selected=${value === kind}>${say(key)}</option>`)}</select></span></div>
    ${kind === 'steps' ? html`${select_field(view, {key: `${at}.closed`, label: say('page.profile.closed'), wide: true, options: [['left', say('page.profile.closed_left')], ['right', say('page.profile.closed_right')]]})}
      ${grid(view, {...base, key: `${at}.rows`, heads: [say('page.profile.from'), say('page.profile.to'), say('page.why.points')], values: [0, 1]})}` : nothing}
    ${kind === 'linear' ? grid(view, {...base, key: `${at}.knots`, heads: [text_of(view, metric.title), say('page.why.points')], values: [0]}) : nothing}`;
}

function indicator(view: View, node: ScoreNode): TemplateResult | typeof nothing {
  const metric = metric_of(view.document, node.metric ?? '');
  if (!metric) return nothing;
  const {fields, say} = view;
  const count = [...fields.keys()].filter((key) => key === `p.calibration.${node.id}` || key === `p.tables.${node.id}.kind`).length;
  return fold(view, `profile-table-${node.id}`, text_of(view, metric.title), count ? say('page.profile.entered') : '', html`
    ${metric.better === 'neither' ? nothing : pairs(view, node, metric)}${table(view, node, metric)}`);
}

export function indicator_tables(view: View): TemplateResult | typeof nothing {
  const {say, document, fields} = view;
  const indicators = [...all_nodes(document.score?.nodes)].filter(({kind}) => kind === 'indicator');
  if (!indicators.length) return nothing;
  const count = new Set([...fields.keys()].flatMap((key) => /^p\.(?:tables|calibration)\.([^.]+)/.exec(key)?.[1] ?? [])).size;
  return fold(view, 'profile-tables', say('page.profile.tables'), count ? say('page.profile.count', {count}) : '', html`
    <p class="hint">${say('page.profile.tables_hint')}</p><div class="indicators">${indicators.map((node) => indicator(view, node))}</div>`);
}
