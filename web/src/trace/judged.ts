/** What stands behind a judgement: standards, gates, the tier, the look-back. */
import {metric_of, objects, type Plain} from '../document';
import type {Provenance} from '../program';
import {document_text, list_of, name_of, text_of, type View} from '../view';
import {of_condition, of_conditions} from './condition';
import {figure_text, of_metric, of_provenance} from './ground';
import type {Trace} from './trace';

/** Which comparison is asked for: the kind of its subject, the subject's id, the operator. */
type Comparison = string[];

function* findings({calculation: {assessed, timeline}}: View): Generator<Plain> {
  yield* objects([assessed?.standards, assessed?.gates, timeline?.months, timeline?.checks]);
}

const target_of = (view: View, [, id = '', operator = '']: Comparison) => [...findings(view)].find((item) => item['id'] === id && item['operator'] === operator)?.['target'];

/** The comparison that a finding reports, in the part of the document that it comes from. */
function trace_finding(view: View, part: unknown, rule: Provenance, comparison: Comparison): Pick<Trace, 'grounds' | 'value'> {
  const [kind = '', id = '', operator = ''] = comparison;
  const own_metric = kind === 'metric' ? view.document.standards?.find((item) => item.id === id)?.metric ?? id : id;
  const found = [...objects(part)].find((item) => [id, own_metric].includes(String(item[kind])) && item[operator] !== undefined);
  const own = found ? of_condition(view, {[kind]: found[kind], [operator]: found[operator]}, rule, target_of(view, comparison)) : [];
  const instead = found ? of_conditions(view, found['or'], rule) : [];
  const grounds = [...own, ...instead, ...(kind === 'metric' ? of_metric(view, own_metric) : [])];
  return {grounds, value: grounds[0] ? `${view.say.of('operator', operator)} ${grounds[0].value}` : ''};
}

export function trace_standard(view: View, id: string, comparison: Comparison): Trace | undefined {
  const rule = view.document.standards?.find((item) => item.id === id);
  if (!rule) return undefined;
  return {title: text_of(view, rule.title) || name_of(view, id), metric: metric_of(view.document, rule.metric), ...trace_finding(view, rule, rule, comparison)};
}

export function trace_gate(view: View, id: string, comparison: Comparison): Trace | undefined {
  const rule = view.document.gates?.find((item) => item.id === id);
  if (!rule) return undefined;
  const title = text_of(view, rule.title);
  const found = trace_finding(view, [rule.when, view.document.standards], rule, comparison);
  return {title, clauses: [text_of(view, rule.consequence)], ...found, ...(found.grounds.length ? {} : {grounds: [of_provenance(view, title, '', rule)]})};
}

export function trace_tier(view: View): Trace | undefined {
  const {document, calculation: {assessed}, say} = view;
  const tier = assessed?.tier;
  const ids = !tier ? [] : 'possible' in tier ? tier.possible : [tier.id];
  const rules = (document.tiers ?? []).filter(({id}) => ids.includes(id));
  if (!rules.length) return undefined;
  return {
    title: say('page.tier'), value: list_of(view, rules.map(({id}) => name_of(view, id))),
    clauses: tier && 'consequences' in tier ? tier.consequences.map((id) => document_text(view, 'consequence', id)) : [],
    grounds: rules.flatMap((rule) => {
      const met = new Set([...objects(rule.when)].flatMap((item) => (Array.isArray(item['met']) ? item['met'] : [])));
      const standards = (document.standards ?? []).filter(({id}) => met.has(id));
      const found = of_conditions(view, [rule.when, standards], rule);
      return found.length ? found : [of_provenance(view, name_of(view, rule.id), '', rule)];
    }),
  };
}

export function trace_lookback(view: View): Trace | undefined {
  const {document, calculation: {assessed}, say} = view;
  const shown = assessed?.lookback;
  const rules = document.lookback ?? [];
  if (!shown || !rules.length) return undefined;
  return {
    title: say('page.lookback'), value: list_of(view, ('possible' in shown ? shown.possible : [shown.id]).map((id) => name_of(view, id))),
    grounds: rules.flatMap(({id, months, when}) => [of_provenance(view, name_of(view, id), figure_text(view, months.value, undefined, 'none'), months), ...of_conditions(view, when, months)]),
  };
}
