/** Questions to a program document: which fields a form for it has, and what an id is called. */
import type {Lang} from './generated/shopgauge';
import type {Figure, Metric, ProgramDocument, ScoreNode, Text} from './program';

/** A number from the shop's own back office, in the unit of what it is compared with. */
export interface ProfileField {
  path: string;
  title: Text;
  where: Text;
  unit: string;
  rate: boolean;
  /** What is taken without it; "table" where the platform's own table may give it. */
  proposed?: Figure['value'] | 'table';
  note?: Text;
  metric?: string;
}

export interface Group {
  id: 'stage' | 'standards' | 'adjustments' | 'gates' | 'other' | 'node';
  node?: ScoreNode;
  metrics: Metric[];
  profile: ProfileField[];
}

export type Plain = Record<string, unknown>;

/** Every object inside a part of the document, outermost first. */
export function* objects(part: unknown): Generator<Plain> {
  const rest = [part];
  while (rest.length) {
    const item = rest.pop();
    if (item === null || typeof item !== 'object') continue;
    if (!Array.isArray(item)) yield item as Plain;
    rest.push(...Object.values(item).reverse());
  }
}

export const metric_of = (document: ProgramDocument, id: string) => document.metrics.find((metric) => metric.id === id);

/** Nodes of a document or of a reply, each before those below it. */
export function* all_nodes<Node extends {nodes?: Node[]}>(nodes: Node[] = []): Generator<Node> {
  for (const node of nodes) {
    yield node;
    yield* all_nodes(node.nodes);
  }
}

export const node_of = ({score}: ProgramDocument, id: string) => [...all_nodes(score?.nodes)].find((node) => node.id === id);

export const subjects = ['metric', 'count_of', 'sample_of', 'score', 'node'] as const;

export function metrics_in(document: ProgramDocument, part: unknown): Metric[] {
  const ids = new Set<unknown>();
  for (const item of objects(part)) for (const subject of subjects.slice(0, 3)) ids.add(item[subject]);
  return document.metrics.filter((metric) => ids.has(metric.id));
}

/** The thresholds of a part of the document that name a profile path, each with what it is compared with. */
function* thresholds(part: unknown, subject: string, id: string): Generator<{threshold: Plain; subject: string; id: string}> {
  if (part === null || typeof part !== 'object') return;
  const item = part as Plain;
  if (typeof item['profile'] === 'string') yield {threshold: item, subject, id};
  const own = subjects.find((name) => typeof item[name] === 'string');
  for (const value of Object.values(item)) yield* thresholds(value, own ?? subject, own ? String(item[own]) : id);
}

export function profile_in(document: ProgramDocument, part: unknown): ProfileField[] {
  const found = new Map<string, ProfileField>();
  for (const {threshold, subject, id} of thresholds(part, '', '')) {
    const path = String(threshold['profile']);
    if (found.has(path)) continue;
    const text = document.profile_texts?.[path] ?? {title: {'zh-CN': path, en: path}, where: {'zh-CN': '', en: ''}};
    const metric = subject === 'metric' ? metric_of(document, id) : undefined;
    const unit = metric?.unit ?? (subject === 'score' || subject === 'node' ? 'points' : 'none');
    const own = threshold['default'] as Figure | undefined;
    const given = own?.value ?? (document.rows?.some(({gives}) => gives.includes(path)) ? 'table' : undefined);
    found.set(path, {path, ...text, unit, rate: metric?.kind === 'rate', ...(given === undefined ? {} : {proposed: given}), ...(own?.note ? {note: own.note} : {}), ...(metric ? {metric: id} : {})});
  }
  return [...found.values()];
}

const known_groups = new WeakMap<ProgramDocument, Group[]>();

/** The readings of the form, grouped by what they are for; each metric stands once. */
export function groups(document: ProgramDocument): Group[] {
  const known = known_groups.get(document) ?? make_groups(document);
  known_groups.set(document, known);
  return known;
}

function make_groups(document: ProgramDocument): Group[] {
  const {score, standards = [], gates, tiers, lookback, cycle} = document;
  const stages = score?.stages ?? [];
  const read = standards.filter(({only}) => !only);
  const parts: {id: Group['id']; part: unknown; targets?: unknown; node?: ScoreNode}[] = [
    {id: 'stage', part: [score?.not_scored, stages.map(({when, not_scored}) => [when, not_scored]), lookback]},
    ...(score?.nodes ?? []).map((node) => ({id: 'node' as const, part: node, node})),
    {id: 'standards', part: read, targets: standards},
    {id: 'adjustments', part: [score?.adjustments, stages.map(({adjustments}) => adjustments)]},
    {id: 'gates', part: [gates, tiers]},
    {id: 'other', part: document.metrics.map(({id}) => ({metric: id})), targets: cycle},
  ];
  const seen = new Set<unknown>();
  return parts.flatMap(({id, part, targets = part, node}) => {
    const metrics = metrics_in(document, part).filter((metric) => !seen.has(metric.id));
    const profile = profile_in(document, targets).filter((field) => !seen.has(field.path));
    metrics.forEach((metric) => seen.add(metric.id));
    profile.forEach((field) => seen.add(field.path));
    return metrics.length + profile.length || node ? [{id, metrics, profile, ...(node ? {node} : {})}] : [];
  });
}

/** The words that the form asks of the store, each with the words that the document itself compares it with. */
export function store_words(document: ProgramDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const {by} of document.rows ?? []) for (const word of by) found.set(word, []);
  for (const {enrolment, is} of objects([document.not_applicable, document.score, document.cycle])) {
    if (typeof enrolment !== 'string') continue;
    const known = found.get(enrolment) ?? ids_of_texts(document, enrolment);
    found.set(enrolment, [...new Set([...known, String(is)])]);
  }
  return found;
}

/** The words that the platform's tables have for a field, beside the words that are typed to its left. */
export function table_words(document: ProgramDocument, field: string, typed: (field: string) => string | undefined): string[] {
  const found = new Set<string>();
  for (const {by, any = [], others = [], same = {}, rows} of document.rows ?? []) {
    const column = by.indexOf(field);
    const fits = (cell: unknown, at: number) => {
      const word = typed(by[at] ?? '');
      const own = String(cell);
      return at >= column || !word || cell === null || own === word || any.includes(own) || others.includes(own) || same[own]?.includes(word);
    };
    for (const row of column < 0 ? [] : rows.filter((cells) => by.every((_, at) => fits(cells[at], at)))) {
      const cell = row[column];
      if (typeof cell === 'string' && !any.includes(cell)) found.add(cell);
    }
  }
  return [...found];
}

const ids_of_texts = (document: ProgramDocument, prefix: string) =>
  Object.keys(document.texts).filter((key) => key.startsWith(`${prefix}.`)).map((key) => key.slice(prefix.length + 1));

/** What an id that a reply names is called, in one language. */
export function title_of(document: ProgramDocument, id: string, lang: Lang): string | undefined {
  const stage = document.score?.stages?.find((item) => item.node === id);
  const titled = [
    metric_of(document, id),
    ...(stage ? [{id, title: document.texts[`stage.${stage.id}`]}] : []),
    ...all_nodes(document.score?.nodes),
    ...(document.score?.adjustments ?? []), ...(document.score?.stages ?? []).flatMap((item) => item.adjustments ?? []),
    ...(document.score?.derived ?? []), ...(document.gates ?? []), ...(document.standards ?? []), ...(document.tiers ?? []), ...(document.lookback ?? []),
  ].find((item) => item?.id === id && item.title);
  return (titled?.title ?? document.profile_texts?.[id.replace(/^profile\./, '')]?.title)?.[lang];
}
