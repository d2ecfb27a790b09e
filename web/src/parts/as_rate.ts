/** What counts come to, as the engine says it: beside the field that they were typed into. */
import {html, type TemplateResult} from 'lit';
import {objects} from '../document';
import {assess} from '../engine';
import {pair_of} from '../exact';
import type {Metric} from '../program';
import {assess_request} from '../request';
import {without, type Fields} from '../state';
import type {View} from '../view';

/** The rate of a metric in a part of a reply: of an indicator, a standard, a condition. */
function rate_in({document}: View, part: unknown, metric: string): number | undefined {
  const standards = new Set(document.standards?.filter((item) => item.metric === metric).map(({id}) => id));
  const is_of = ({id, of, metric: own}: Record<string, unknown>) => own === metric || (of === 'metric' && (id === metric || standards.has(String(id))));
  const found = [...objects(part)].find((item) => typeof item['rate'] === 'number' && is_of(item));
  return found?.['rate'] as number | undefined;
}

const asked = new WeakMap<Fields, unknown>();

/** A part whose score is given needs no indicators, so that the reply has none of their rates: they are asked for without it. */
function without_given({fields, sent, loaded, host: {engine}}: View): unknown {
  if (!engine || loaded.from_device) return undefined;
  if (!asked.has(fields)) asked.set(fields, assess(engine, assess_request(loaded, without(sent, (key) => key.startsWith('g.'))).text));
  return asked.get(fields);
}

function rate_of(view: View, key: string, metric: string): number | undefined {
  const {assessed, timeline, old_assessed, old_timeline} = view.calculation;
  const [list, period] = key.split('.');
  if (list === 'mo' || list === 'ck') {
    const results = old_timeline ? [] : list === 'mo' ? timeline?.months.filter(({month}) => month === period) : timeline?.checks.filter(({date}) => date === period);
    return rate_in(view, results, metric);
  }
  return old_assessed ? undefined : rate_in(view, assessed, metric) ?? rate_in(view, without_given(view), metric);
}

/** Nothing where no counts were typed, or nobody has said what they come to. */
export function as_rate(view: View, key: string, {id, kind, unit}: Metric): TemplateResult | undefined {
  const {say, format, fields} = view;
  const rate = pair_of(fields.get(key) ?? '') && rate_of(view, key, id);
  if (rate === undefined) return undefined;
  const shown = kind === 'rate' ? format.percent(rate) : `${format.number(Number(rate.toFixed(4)))} ${say.of('unit', unit)}`.trim();
  return html`<span class="as-rate num">${say('page.about.as_rate', {rate: shown})}</span>`;
}
