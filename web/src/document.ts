/** Questions to a program document: which fields a form for it has, and what an id is called. */
import type {Lang} from './generated/shopgauge';
import type {CycleEntry, Metric, ProgramDocument, ScoreNode, Source, Text} from './program';

export interface ProfileField {
  path: string;
  title: Text;
  where: Text;
  /** What the number is compared with; says the unit. Absent for a limit on a score. */
  metric?: Metric;
}

export interface Group {
  id: 'stage' | 'standards' | 'adjustments' | 'gates' | 'other' | 'node';
  node?: ScoreNode;
  metrics: Metric[];
  profile: ProfileField[];
}

type Plain = Record<string, unknown>;

/** Every object inside a part of the document, outermost first. */
function* objects(part: unknown): Generator<Plain> {
  if (Array.isArray(part)) for (const item of part) yield* objects(item);
  else if (part !== null && typeof part === 'object') {
    yield part as Plain;
    for (const item of Object.values(part)) yield* objects(item);
  }
}

export const metric_of = (document: ProgramDocument, id: string) => document.metrics.find((metric) => metric.id === id);

export function* all_nodes(nodes: ScoreNode[] = []): Generator<ScoreNode> {
  for (const node of nodes) {
    yield node;
    yield* all_nodes(node.nodes);
  }
}

function metrics_in(document: ProgramDocument, part: unknown): Metric[] {
  const ids = new Set<unknown>();
  for (const item of objects(part)) ids.add(item['metric']);
  return document.metrics.filter((metric) => ids.has(metric.id));
}

/** The shop's own numbers that a part of the document compares with, each with the unit of what it is compared to. */
function profile_in(document: ProgramDocument, part: unknown): ProfileField[] {
  const found = new Map<string, ProfileField>();
  for (const item of objects(part)) {
    for (const threshold of Object.values(item)) {
      const path = (threshold as Plain | null)?.['profile'];
      if (typeof path !== 'string' || found.has(path)) continue;
      const text = document.profile_texts?.[path] ?? {title: {'zh-CN': path, en: path}, where: {'zh-CN': '', en: ''}};
      const metric = metric_of(document, String(item['metric']));
      found.set(path, {path, ...text, ...(metric ? {metric} : {})});
    }
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
  const {score, standards, gates} = document;
  const stage_conditions = [score?.not_scored, ...(score?.stages ?? []).map(({when, not_scored}) => [when, not_scored])];
  const stage_adjustments = (score?.stages ?? []).map((stage) => stage.adjustments);
  const parts: [Group['id'], unknown, ScoreNode?][] = [
    ['stage', stage_conditions],
    ...(score?.nodes ?? []).map((node): [Group['id'], unknown, ScoreNode] => ['node', node, node]),
    ['standards', standards],
    ['adjustments', [score?.adjustments, stage_adjustments]],
    ['gates', gates],
    ['other', document.metrics.map(({id}) => ({metric: id}))],
  ];
  const seen = new Set<unknown>();
  return parts.flatMap(([id, part, node]) => {
    const metrics = metrics_in(document, part).filter((metric) => !seen.has(metric.id));
    const profile = profile_in(document, part).filter((field) => !seen.has(field.path));
    metrics.forEach((metric) => seen.add(metric.id));
    profile.forEach((field) => seen.add(field.path));
    return metrics.length + profile.length || node ? [{id, metrics, profile, ...(node ? {node} : {})}] : [];
  });
}

export interface Enrolment {
  entries: CycleEntry[];
  store_types: string[];
  downgrades: boolean;
  words: string[];
}

/** What the form asks about the store itself. */
export function enrolment(document: ProgramDocument): Enrolment {
  const all = [...objects([document.not_applicable, document.score, document.cycle])];
  const words = new Set(all.map((item) => item['enrolment']).filter((word): word is string => typeof word === 'string'));
  const compared = all.filter((item) => item['enrolment'] === 'store_type').map((item) => String(item['is']));
  const store_types = words.delete('store_type') ? [...new Set([...ids_of_texts(document, 'store_type'), ...compared])] : [];
  return {
    entries: document.cycle?.entries ?? [],
    store_types,
    downgrades: all.some((item) => 'downgrades' in item),
    words: [...words],
  };
}

const ids_of_texts = (document: ProgramDocument, prefix: string) =>
  Object.keys(document.texts).filter((key) => key.startsWith(`${prefix}.`)).map((key) => key.slice(prefix.length + 1));

export interface Choice {
  id: string;
  /** The words to choose from; without them the choice is a date. */
  of?: string[];
}

export function choices(document: ProgramDocument): Choice[] {
  const found = new Map<string, Choice>();
  for (const item of objects(document.cycle?.phases)) {
    const choice = item['choice'];
    if (typeof choice === 'string') found.set(choice, {id: choice, of: item['of'] as string[]});
    else if (choice !== undefined) {
      const {id} = choice as {id: string};
      found.set(id, {id});
    }
  }
  return [...found.values()];
}

/** What an id that a reply names is called, in one language. */
export function title_of(document: ProgramDocument, id: string, lang: Lang): string | undefined {
  const stage = document.score?.stages?.find((item) => item.node === id);
  const titled = [
    metric_of(document, id),
    ...(stage ? [{id, title: document.texts[`stage.${stage.id}`]}] : []),
    ...all_nodes(document.score?.nodes),
    ...(document.score?.adjustments ?? []), ...(document.score?.stages ?? []).flatMap((item) => item.adjustments ?? []),
    ...(document.score?.derived ?? []), ...(document.gates ?? []), ...(document.standards ?? []),
  ].find((item) => item?.id === id && item.title);
  return (titled?.title ?? document.profile_texts?.[id.replace(/^profile\./, '')]?.title)?.[lang];
}

/** A source with the statuses of the numbers that rest on it. */
export function sources(document: ProgramDocument): (Source & {statuses: string[]})[] {
  return document.sources.map((source) => {
    const statuses = new Set<string>();
    for (const item of objects(document)) {
      if (item['source'] === source.id && typeof item['status'] === 'string') statuses.add(item['status']);
    }
    return {...source, statuses: [...statuses]};
  });
}

const has_node = (document: ProgramDocument, id: string) => [...all_nodes(document.score?.nodes)].some((node) => node.id === id);

/** Whether a field of the address belongs to this document, so that it can move along to another edition. */
export function knows(document: ProgramDocument, key: string): boolean {
  const [head = '', id = ''] = key.split('.');
  switch (head) {
    case 'm': return metric_of(document, id) !== undefined;
    case 'g': return has_node(document, id);
    case 'p': return id === 'weights' ? has_node(document, key.slice('p.weights.'.length)) : profile_in(document, document).some((field) => key === `p.${field.path}`);
    case 'e': return entry_fields(document).has(id);
    case 'mo':
    case 'ck': return !key.includes('.m.') && !key.includes('.p.') && document.cycle !== undefined;
    case 'ch': return choices(document).some((choice) => choice.id === id);
    default: return true;
  }
}

function entry_fields(document: ProgramDocument): Set<string> {
  const {entries, store_types, downgrades, words} = enrolment(document);
  return new Set([
    ...entries.flatMap((entry) => [...entry.fields, ...Object.values(entry.counts ?? {})]),
    ...words, ...(store_types.length ? ['store_type'] : []), ...(downgrades ? ['downgrades'] : []),
  ]);
}

/** What lies at a JSON Pointer into the document: names on the way there, the last key, and the nearest note. */
export interface Place {
  /** A title of the document, or the prefix and id of a text of the page. */
  names: (Text | [prefix: string, id: string])[];
  part: string;
  note?: Text;
}

export function place_in(document: ProgramDocument, pointer: string): Place {
  const place: Place = {names: [], part: ''};
  const steps = pointer.split('/').filter(Boolean);
  let at: unknown = document;
  for (const [index, step] of steps.entries()) {
    at = (at as Plain | undefined)?.[step];
    if (at === null || typeof at !== 'object') break;
    const here = at as {title?: Text; metric?: string; note?: Text; id?: string; phase?: string; event?: string; events?: {event: string}[]};
    const title = here.title ?? (here.metric === undefined ? undefined : metric_of(document, here.metric)?.title);
    const event = here.event ?? here.events?.[0]?.event;
    if (title) place.names.push(title);
    if (steps[index - 1] === 'phases') place.names.push(['phase', here.phase ?? here.id ?? '']);
    else if (event && steps[index - 1] === 'rules') place.names.push(['event', event]);
    if (here.note) place.note = here.note;
    if (!/^\d+$/.test(step)) place.part = step;
  }
  return place;
}
