/** What the columns of a table may mean for a program, which of them a header speaks of, and what a cell says. */
import {all_nodes, groups} from '../document';
import type {MetricKind, ProgramDocument, Text} from '../program';
import {name_of, text_of, type View} from '../view';
import type {Grid} from './grid';
import {is_alien, number_reader, rate_mark, type Quantity, type RateUnit, type Reader} from './quantities';

/** `month`, `store`, `verdict`, or the key of a field. */
export interface Column {
  id: string;
  label: string;
  kind: 'month' | 'store' | 'verdict' | MetricKind;
  /** Of numbers. */
  unit: string;
  /** Other names for it, as they stand in tables. */
  names: string[];
}

/** `other` is the same document in another language: tables may name things in either. */
export function columns_of(view: View, other?: ProgramDocument): Column[] {
  const {document, say} = view;
  const elsewhere = new Map<string, string[]>();
  const note = (id: string, title: Text | undefined) => elsewhere.set(id, Object.values(title ?? {}));
  for (const metric of other?.metrics ?? []) note(`m.${metric.id}`, metric.title);
  for (const node of all_nodes(other?.score?.nodes)) note(`g.${node.id}`, node.title);
  const names = (id: string, ...own: string[]) => [...own, ...(elsewhere.get(id) ?? [])];
  const parts = groups(document);
  const words = (key: 'month' | 'store' | 'verdict') => say(`page.tools.table.names.${key}`).split('|');
  return [
    {id: 'store', kind: 'store', unit: '', label: say('page.tools.table.store'), names: words('store')},
    {id: 'month', kind: 'month', unit: '', label: say('page.tools.table.month'), names: words('month')},
    ...(document.cycle ? [{id: 'verdict', kind: 'verdict', unit: '', label: say('page.tools.table.verdict'), names: words('verdict')} as const] : []),
    ...[...all_nodes(document.score?.nodes)].filter(({kind}) => kind === 'dimension').map((node): Column => ({id: `g.${node.id}`, kind: 'amount', unit: 'points', label: say('page.tools.words.given', {name: name_of(view, node.id)}), names: names(`g.${node.id}`, node.id, name_of(view, node.id))})),
    ...parts.flatMap(({metrics}) => metrics).map((metric): Column => ({id: `m.${metric.id}`, kind: metric.kind, unit: metric.unit, label: text_of(view, metric.title), names: names(`m.${metric.id}`, metric.id)})),
    ...parts.flatMap(({profile}) => profile).map((field): Column => ({id: `p.${field.path}`, kind: field.rate ? 'rate' : 'amount', unit: field.unit, label: text_of(view, field.title), names: [field.path]})),
  ];
}

/** Without spaces and marks. */
const strict = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s_\-.:·,/%()[\]]+/g, '');

/** Also without what people add in brackets: units, windows. */
const plain = (text: string) => strict(text.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]/g, ''));

const known_names = new WeakMap<Column, {strict: string[]; plain: string[]}>();

function names_of(column: Column): {strict: string[]; plain: string[]} {
  const all = [column.label, ...column.names];
  const found = known_names.get(column) ?? {strict: all.map(strict).filter(Boolean), plain: all.map(plain).filter(Boolean)};
  known_names.set(column, found);
  return found;
}

/** The length of the longest run of letters that both have. */
function common_run(one: string, other: string): number {
  let longest = 0;
  let above: number[] = [];
  for (const letter of one) {
    const row: number[] = [];
    for (let at = 0; at < other.length; ++at) {
      row.push(other[at] === letter ? (above[at - 1] ?? 0) + 1 : 0);
      longest = Math.max(longest, row[at] ?? 0);
    }
    above = row;
  }
  return longest;
}

/** Shorter runs say nothing: letters, and Chinese characters. */
const shortest_run = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? 5 : 3);

/** How well a name fits: most of the shorter one stands in the other; of two that do, the one nearer in length. */
function likeness(name: string, text: string): number {
  const run = common_run(name, text);
  const [shorter, longer] = [Math.min(name.length, text.length), Math.max(name.length, text.length)];
  return run < shortest_run(text) || run < shorter * 0.75 ? 0 : run / shorter + run / longer;
}

function likest(columns: Column[], header: string): Column | undefined {
  const text = plain(header);
  const found = columns.map((column) => ({column, fits: Math.max(0, ...names_of(column).plain.map((name) => likeness(name, text)))})).filter(({fits}) => fits > 0);
  return found.sort((one, other) => other.fits - one.fits)[0]?.column;
}

/** So much of a name a short one says at least. */
const least_share = 0.4;

/** Chinese shortens names by leaving characters out: 品退率 for 商品品质退货率. Only where one column alone may be meant. */
function shortened(columns: Column[], header: string): Column | undefined {
  const text = plain(header);
  if (!/^\p{Script=Han}{3,}$/u.test(text)) return undefined;
  const within = new RegExp([...text].join('.*'));
  const found = columns.filter((column) => names_of(column).plain.some((name) => text.length >= name.length * least_share && within.test(name)));
  return found.length === 1 ? found[0] : undefined;
}

/** The ways in which a header names a column, the surest first. */
const ways: ((columns: Column[], header: string) => Column | undefined)[] = [
  (columns, header) => columns.find((column) => names_of(column).strict.includes(strict(header))),
  (columns, header) => columns.find((column) => names_of(column).plain.includes(plain(header))),
  likest,
  shortened,
];

/** Whether a text names any of them. */
export const is_name = (columns: Column[], text: string) => plain(text) !== '' && ways.some((way) => way(columns, text));

/** A column for each header; none is taken twice. */
export function matched(columns: Column[], header: string[]): (Column | undefined)[] {
  const found: (Column | undefined)[] = header.map(() => undefined);
  for (const way of ways) {
    for (const [at, text] of header.entries()) found[at] ??= plain(text) || strict(text) ? way(columns.filter((column) => !found.includes(column)), text) : undefined;
  }
  return found;
}

const nothing_said = /^(|-+|—+|–|\/|n\/?a|null|none|暂无|无|\.\.\.)$/i;
const yes = /^(yes|y|true|1|√|✓|是|有|达标|合格|通过|pass(ed)?|met)$/i;
const no = /^(no|n|false|0|×|x|✗|否|没有|不达标|不合格|未达标|未通过|fail(ed)?|not met)$/i;

/** "2026-05", "2026/5/31", "2026年5月", "202605" -> 2026-05. */
export function month_of(cell: string): string | undefined {
  const parts = /^(\d{4})\s*[-/.年]?\s*(1[0-2]|0?[1-9])(?!\d)(?:\s*[-/.月].*)?$/.exec(cell.normalize('NFKC').trim()) ?? /^(\d{4})(0[1-9]|1[0-2])\d{2}$/.exec(cell.trim());
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}` : undefined;
}

/** Reads the cells below a header as what the column is. */
export function reader_of(column: Column, header: string, unit: RateUnit): Reader {
  const read = own_reader(column, header, unit);
  return (cell) => {
    const text = cell.trim();
    return nothing_said.test(text) ? '' : read(text);
  };
}

function own_reader({kind, unit}: Column, header: string, rates: RateUnit): Reader {
  switch (kind) {
    case 'store': return (text) => text;
    case 'month': return month_of;
    case 'verdict': return (text) => (yes.test(text) ? 'pass' : no.test(text) ? 'fail' : undefined);
    case 'flag': return (text) => (yes.test(text) ? 'yes' : no.test(text) ? 'no' : undefined);
    default: return number_reader({kind, unit}, header, rates);
  }
}

export const is_number = (column: Column | undefined): column is Column & Quantity => column !== undefined && ['count', 'rate', 'mean', 'amount'].includes(column.kind);

/** Whether a header names a unit, and not that of the field below it. */
export const is_other_unit = (column: Column | undefined, header: string) => is_number(column) && is_alien(column, header);

/** Where the numbers of rates say nothing of their unit, and the header neither. */
export const bare_rates = (columns: (Column | undefined)[], {header, rows}: Pick<Grid, 'header' | 'rows'>): string[] =>
  columns.flatMap((column, at) => (column?.kind === 'rate' && !rate_mark(header[at] ?? '') ? rows.map((row) => row[at] ?? '').filter((cell) => /^[\d.]+$/.test(cell.trim())) : []));

/** How they look: none above 1 speaks for fractions. */
export function likely_unit(columns: (Column | undefined)[], grid: Pick<Grid, 'header' | 'rows'>): RateUnit {
  const bare = bare_rates(columns, grid);
  return bare.length && bare.every((cell) => Number(cell) <= 1) ? 'fraction' : 'percent';
}
