/** What the points of an indicator rest on: the curve of the rules, or the shop's own table or calibration. */
import {metric_of, node_of} from '../document';
import type {Node} from '../generated/shopgauge';
import type {Curve, Metric} from '../program';
import {rows_of} from '../request';
import {name_of, text_of, type View} from '../view';
import {figure_text, of_provenance, of_threshold, type Ground, type Table} from './ground';

type Indicator = Pick<Node, 'id' | 'metric' | 'table' | 'row'>;

const step_heads = ({say}: View) => [say('page.told.from'), say('page.told.to'), say('page.why.points')];

function steps_table(view: View, {rows = []}: Curve, show: (value: number) => string, row: unknown[]): Table {
  return {
    heads: step_heads(view),
    rows: rows.map(([from, to, score]) => [show(from), show(to), view.format.number(score)]),
    used: rows.flatMap((item, at) => (item.every((number, place) => number === row[place]) ? [at] : [])),
  };
}

/** Rows of a curve as a table; `row` is the one that the reply used. */
export function curve_table(view: View, curve: Curve, metric: Metric | undefined, row: unknown[] = []): Table | undefined {
  const {say, format} = view;
  const show = (value: number) => figure_text(view, value, metric);
  if (curve.kind === 'steps') return steps_table(view, curve, show, row);
  const {knots = []} = curve;
  const used = new Set((row as number[][]).map(String));
  if (!knots.length) return undefined;
  return {
    heads: [metric ? text_of(view, metric.title) : say('page.why.score'), say('page.why.points')],
    rows: knots.map(([x, y]) => [show(x), format.number(y)]),
    used: knots.flatMap((knot, at) => (used.has(String(knot)) ? [at] : [])),
  };
}

const name_of_indicator = (view: View, {id, metric = id}: Indicator) => name_of(view, metric);

/** The key under which the shop's own table or calibration was typed. */
function own_key(view: View, {id, table}: Indicator): string {
  if (table === 'calibration') return `p.calibration.${id}`;
  return [`p.tables.${id}.rows`, `p.tables.${id}.knots`].find((key) => view.fields.has(key)) ?? `p.tables.${id}.kind`;
}

function own_table(view: View, node: Indicator, key: string): Table {
  const rows = rows_of(view.fields.get(key) ?? '').map((row) => row.slice(0, key.endsWith('.rows') ? 3 : 2));
  const heads = rows[0]?.length === 3 ? step_heads(view) : [name_of_indicator(view, node), view.say('page.why.points')];
  return {heads, rows, used: []};
}

function of_rules(view: View, node: Indicator, curve: Curve, name: string): Ground[] {
  const {document, say} = view;
  const metric = metric_of(document, node.metric ?? '');
  const value = say(curve.kind === 'steps' ? 'page.told.steps' : curve.kind === 'identity' ? 'page.told.identity' : 'page.told.lines');
  const table = curve_table(view, curve, metric, node.row);
  const field = curve.kind === 'identity' ? {} : {field: `p.tables.${node.id}.kind`};
  const marks = (['excellent', 'poor'] as const).flatMap((key) =>
    (curve[key] ? [of_threshold(view, say(`page.told.${key}`), curve[key], (number) => figure_text(view, number, metric), curve)] : []));
  return [{...of_provenance(view, name, value, curve), ...field, ...(table ? {table} : {})}, ...marks];
}

export function of_curve(view: View, node: Indicator): Ground[] {
  const curve = node_of(view.document, node.id)?.curve;
  if (!curve) return [];
  const {say} = view;
  const name = say('page.grounds.table_of', {name: name_of_indicator(view, node)});
  if (node.table !== 'profile' && node.table !== 'calibration') return of_rules(view, node, curve, name);
  const field = own_key(view, node);
  return [{name, value: say(node.table === 'calibration' ? 'page.told.pairs' : 'page.told.own_table'), status: 'own', field, table: own_table(view, node, field)}];
}
