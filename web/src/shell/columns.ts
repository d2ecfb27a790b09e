/** What the columns of a table may mean for a program, which of them a header speaks of, and what a cell says. */
import {all_nodes, groups} from '../document';
import {number_of, pair_of} from '../exact';
import type {ProgramDocument, Text} from '../program';
import {name_of, text_of, type View} from '../view';

/** `month`, `store`, `verdict`, or the key of a field. */
export interface Column {
  id: string;
  label: string;
  kind: 'month' | 'store' | 'verdict' | 'flag' | 'rate' | 'number' | 'text';
  /** Other names for it, as they stand in tables. */
  names: string[];
}

/** How a bare number of a rate is meant. */
export type RateUnit = 'percent' | 'fraction';

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
    {id: 'store', kind: 'store', label: say('page.tools.table.store'), names: words('store')},
    {id: 'month', kind: 'month', label: say('page.tools.table.month'), names: words('month')},
    ...(document.cycle ? [{id: 'verdict', kind: 'verdict', label: say('page.tools.table.verdict'), names: words('verdict')} as const] : []),
    ...[...all_nodes(document.score?.nodes)].filter(({kind}) => kind === 'dimension').map((node): Column => ({id: `g.${node.id}`, kind: 'number', label: say('page.tools.words.given', {name: name_of(view, node.id)}), names: names(`g.${node.id}`, node.id, name_of(view, node.id))})),
    ...parts.flatMap(({metrics}) => metrics).map((metric): Column => ({id: `m.${metric.id}`, kind: metric.kind === 'rate' ? 'rate' : metric.kind === 'flag' ? 'flag' : 'number', label: text_of(view, metric.title), names: names(`m.${metric.id}`, metric.id)})),
    ...parts.flatMap(({profile}) => profile).map((field): Column => ({id: `p.${field.path}`, kind: field.rate ? 'rate' : 'number', label: text_of(view, field.title), names: [field.path]})),
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

/** The ways in which a header names a column, the surest first. */
const ways: ((columns: Column[], header: string) => Column | undefined)[] = [
  (columns, header) => columns.find((column) => names_of(column).strict.includes(strict(header))),
  (columns, header) => columns.find((column) => names_of(column).plain.includes(plain(header))),
  likest,
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

function number_text(cell: string, kind: Column['kind'], unit: RateUnit): string | undefined {
  const text = cell.normalize('NFKC').trim();
  if (pair_of(text)) return text;
  const [, sign = '', digits = '', mark = ''] = /^[¥$€£]?\s*([+-]?)\s*([\d,]*\.?\d+)\s*(%?)[^\d%]*$/.exec(text) ?? [];
  const number = number_of(sign + digits)?.text;
  if (number === undefined) return undefined;
  if (kind !== 'rate') return mark ? undefined : number;
  return mark || unit === 'percent' ? `${number}%` : number;
}

/** What a cell says, as it would be typed: '' where it says nothing, undefined where it cannot be read. */
export function cell_text({kind}: Column, cell: string, unit: RateUnit): string | undefined {
  const text = cell.trim();
  if (nothing_said.test(text)) return '';
  switch (kind) {
    case 'store':
    case 'text': return text;
    case 'month': return month_of(text);
    case 'verdict': return yes.test(text) ? 'pass' : no.test(text) ? 'fail' : undefined;
    case 'flag': return yes.test(text) ? 'yes' : no.test(text) ? 'no' : undefined;
    default: return number_text(text, kind, unit);
  }
}

/** How the bare numbers of the rates look: none above 1 speaks for fractions. */
export function likely_unit(columns: (Column | undefined)[], rows: string[][]): RateUnit {
  const bare = columns.flatMap((column, at) => (column?.kind === 'rate' ? rows.map((row) => row[at] ?? '').filter((cell) => /^[\d.]+$/.test(cell.trim())) : []));
  return bare.length && bare.every((cell) => Number(cell) <= 1) ? 'fraction' : 'percent';
}
