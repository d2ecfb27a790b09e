/** My shop's own numbers: weights, targets, grade tables, known pairs, and what the shop is not assessed by. Fetched once the seller opens them. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {all_nodes, groups, type ProfileField} from '../document';
import {assess} from '../engine';
import {icon} from '../icons';
import type {ScoreNode} from '../program';
import {assess_request} from '../request';
import {input_name} from '../state';
import {list_of, name_of, problems_at, text_of, type View} from '../view';
import {number_field, profile_field, proposal, segments} from './fields';
import {filled, fold} from './form';
import {indicator_tables} from './profile_tables';

const left_out = (view: View) => view.fields.get('p.not_assessed')?.split(',').filter(Boolean) ?? [];

const title_of_node = (view: View, node: ScoreNode) => text_of(view, node.title) || name_of(view, node.metric ?? node.id);

/** What the weights of each group add up to where that is not 100%, or one is missing: the engine's own sums, by group. */
function sums_of({fields, sent, host, loaded}: View): ReadonlyMap<string, number> {
  const weights = [...fields].filter(([key]) => key.startsWith('p.weights.'));
  const engine = host.engine_of_document();
  if (!weights.length || !engine) return new Map();
  const reply = assess(engine, assess_request(loaded, new Map([...sent, ...weights])).text);
  const issues = reply.ok ? [] : reply.issues.filter(({code}) => code === 'profile.weights_sum');
  return new Map(issues.map(({params}) => [params['group'] ?? '', Number(params['sum'])]));
}

interface Group {
  id: string;
  nodes: ScoreNode[];
  legend: string;
  sums: ReadonlyMap<string, number>;
}

/** Problems of a group stand with its sum. */
const key_of = ({id}: Group) => `p.group.${id}`;

/** How far the weights of a group are: nothing typed, some to come, or their sum. Wrong only once the engine was asked for a result. */
function sum_line(view: View, group: Group): TemplateResult | typeof nothing {
  const {say, fields, format} = view;
  const is_typed = ({id}: ScoreNode) => fields.has(`p.weights.${id}`);
  if (!group.nodes.some(is_typed)) return nothing;
  const out = left_out(view);
  const open = group.nodes.filter((node) => !is_typed(node) && !out.includes(node.id));
  const sum = format.percent(group.sums.get(group.id) ?? 1);
  const is_wrong = problems_at(view, key_of(group)).length > 0;
  const [state, picture] = is_wrong ? ['wrong', 'alert'] as const : group.sums.has(group.id) ? ['open', 'dots'] as const : ['right', 'check'] as const;
  const text = open.length ? say('page.profile.sum_open', {sum, names: list_of(view, open.map((node) => title_of_node(view, node)))})
    : say(state === 'right' ? 'page.profile.sum_right' : 'page.profile.sum_wrong', {sum});
  return html`<p class="sum-line ${state}" role="status" data-sum=${state}>${icon(picture)}<span>${text}</span></p>`;
}

function weight_field(view: View, node: ScoreNode): TemplateResult {
  return number_field(view, {
    key: `p.weights.${node.id}`, label: title_of_node(view, node), rate: true,
    placeholder: proposal(view, {rate: true, ...(node.weight ? {proposed: node.weight.value} : {})}),
    ...(left_out(view).includes(node.id) ? {hint: view.say('node_basis.not_assessed')} : {}),
  });
}

/** The weights of one group of siblings; then those of the groups inside it. */
function weight_groups(view: View, group: Group): TemplateResult {
  const {nodes, legend, sums} = group;
  const inner = (node: ScoreNode): Group => ({id: node.id, nodes: node.nodes ?? [], legend: view.say('page.profile.weights_in', {name: title_of_node(view, node)}), sums});
  return html`${nodes.length > 1 ? html`<fieldset class="weights" name=${input_name(key_of(group))} tabindex="-1"><legend>${legend}</legend>${nodes.map((node) => weight_field(view, node))}${sum_line(view, group)}</fieldset>` : nothing}
    ${nodes.map((node) => (node.nodes?.length ? weight_groups(view, inner(node)) : nothing))}`;
}

function method_field(view: View): TemplateResult | typeof nothing {
  const methods = view.document.score?.methods?.of ?? [];
  if (!methods.length) return nothing;
  const options = methods.map((id): [string, string] => [id, view.say.of('method', id)]);
  return segments(view, {key: 'p.method', label: view.say('page.form.method'), options: [...options, ['', view.say('page.not_given')]]});
}

function weights(view: View): TemplateResult | typeof nothing {
  const {say, document} = view;
  const nodes = document.score?.nodes ?? [];
  if (!nodes.length) return nothing;
  return html`<section class="group"><h4>${say('page.profile.weights')}</h4><p class="hint">${say('page.profile.weights_hint')}</p>
    ${method_field(view)}${weight_groups(view, {id: 'score', nodes, legend: say('page.profile.weights_top'), sums: sums_of(view)})}</section>`;
}

/** Those that stand beside their readings: what they are by now, and the way there. */
function beside(view: View, fields: ProfileField[]): TemplateResult | typeof nothing {
  const {say, actions} = view;
  if (!fields.length) return nothing;
  return html`<ul class="elsewhere">${fields.map(({path, title}) => html`<li><button type="button" class="link" data-action="to-field" @click=${() => actions.go_to_field(`p.${path}`)}>${text_of(view, title)}</button>
    <span class="hint">${view.fields.has(`p.${path}`) ? say('page.profile.entered') : say('page.not_given')}</span></li>`)}</ul>
    <p class="hint">${say('page.profile.beside')}</p>`;
}

/** Targets and thresholds: those that replace a figure of the program stand here, the others beside their readings. */
function targets(view: View): TemplateResult | typeof nothing {
  const {say} = view;
  const all = groups(view.document).flatMap(({profile}) => profile);
  const replacing = all.filter(({proposed}) => proposed !== undefined);
  const needed = all.filter(({proposed}) => proposed === undefined);
  if (!all.length) return nothing;
  const body = html`${replacing.length ? html`<p class="hint">${say('page.profile.targets_hint')}</p>` : nothing}
    ${replacing.map((field) => profile_field(view, field))}${beside(view, needed)}`;
  return fold(view, 'profile-targets', say('page.profile.targets', {count: all.length}), filled(view, replacing.map(({path}) => `p.${path}`)), body);
}

/** Ticks for the parts that the shop's page does not show: the others carry their weight. */
function not_assessed(view: View): TemplateResult | typeof nothing {
  const {say, actions} = view;
  const out = left_out(view);
  const sets = [view.document.score?.nodes ?? [], ...[...all_nodes(view.document.score?.nodes)].map(({nodes = []}) => nodes)].filter((nodes) => nodes.length > 1);
  if (!sets.length) return nothing;
  const tick = (node: ScoreNode) => html`<label class="tick"><input type="checkbox" name=${input_name(`p.not_assessed.${node.id}`)} .checked=${live(out.includes(node.id))}
    @change=${(event: globalThis.Event) => actions.commit('p.not_assessed', (event.target as HTMLInputElement).checked ? [...out, node.id].join() : out.filter((id) => id !== node.id).join())}>
    <span>${title_of_node(view, node)}</span></label>`;
  return fold(view, 'profile-left-out', say('page.profile.left_out'), out.length ? say('page.profile.count', {count: out.length}) : '', html`
    <fieldset name=${input_name('p.not_assessed')} class="ticks"><legend>${say('page.profile.left_out_hint')}</legend>${sets.flat().map(tick)}</fieldset>`);
}

export function profile_step(view: View): TemplateResult {
  const {say} = view;
  return html`<p>${say('page.profile.why')}</p><p class="hint">${say('page.profile.where')}</p>
    ${weights(view)}${targets(view)}${indicator_tables(view)}${not_assessed(view)}`;
}
