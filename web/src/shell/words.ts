/** What a field is called and what was typed into it, in words. */
import {all_nodes, metric_of, profile_in} from '../document';
import {as_percent, number_of, pair_of, percent_of} from '../exact';
import type {View} from '../view';
import {scenarios_of} from '../scenario';
import {list_of, name_of, word_name} from '../view';

/** The part of a field's key after its period: mo.2026-05.m.ccr -> m.ccr. */
export const own_key = (key: string) => key.replace(/^(mo|ck)\.[\d-]+\.?/, '');

export function period_of(key: string): string | undefined {
  return /^(?:mo|ck)\.([\d-]+)/.exec(key)?.[1];
}

export function period_name(view: View, period: string): string {
  return period.length > 7 ? view.format.date(period) : view.format.month(period);
}

function plain_label(view: View, key: string): string {
  const {say} = view;
  const [head = '', ...rest] = key.split('.');
  const id = rest.join('.');
  switch (head) {
    case '': return '';
    case 'date': return say('page.form.today');
    case 'until': return say('page.form.until');
    case 'goal': return say('page.tools.words.goal');
    case 'vs': return say('page.tools.words.vs');
    case 's': return say('page.tools.words.scenario', {number: id});
    case 'ef': return say('page.tools.words.effort', {name: name_of(view, id)});
    case 'fc': return say('page.tools.words.forecast', {name: id});
    case 'w': return say('page.tools.words.what_if', {name: name_of(view, id)});
    case 'g': return say('page.tools.words.given', {name: name_of(view, id)});
    case 'p': return id.startsWith('tables.') ? say('page.tools.words.table', {name: name_of(view, rest[1] ?? '')}) : id.startsWith('calibration.') ? say('page.tools.words.pairs', {name: name_of(view, rest[1] ?? '')})
      : id === 'method' ? say('page.form.method') : id === 'not_assessed' ? say('page.tools.words.not_assessed') : name_of(view, `profile.${id}`);
    case 'e': return say.of('enrolment', id);
    case 'ch': return say.of('choice', id);
    default: return name_of(view, id);
  }
}

/** "Orders", "May 2026: orders". */
export function label_of(view: View, key: string): string {
  const period = period_of(key);
  const label = plain_label(view, own_key(key));
  if (!period) return label;
  return label ? view.say('page.tools.words.in_period', {period: period_name(view, period), name: label}) : period_name(view, period);
}

const kind_of = ({document}: View, key: string) => (/^[mw]\./.test(key) ? metric_of(document, key.slice(2))?.kind : undefined);

function is_rate(view: View, key: string): boolean {
  const {document} = view;
  if (/^[mw]\./.test(key)) return kind_of(view, key) === 'rate';
  if (key.startsWith('p.weights.')) return true;
  return profile_in(document, document).some(({path, rate}) => rate && key === `p.${path}`);
}

function unit_of(view: View, key: string): string {
  const {document, say} = view;
  const own = key.startsWith('g.') && [...all_nodes(document.score?.nodes)].length ? 'points'
    : /^[mw]\./.test(key) ? metric_of(document, key.slice(2))?.unit : profile_in(document, document).find(({path}) => key === `p.${path}`)?.unit;
  return own && own !== 'rate' ? say.of('unit', own) : '';
}

/** "Better reviews (Mean rating 4.81)". */
function scenario_words(view: View, key: string, text: string): string {
  const [scenario] = scenarios_of(new Map([[key, text]]));
  const changes = (scenario?.changes ?? []).map(([id, typed]) => `${name_of(view, id)} ${typed_text(view, `w.${id}`, typed)}`);
  return view.say('page.tools.words.named', {name: scenario?.name ?? '', changes: list_of(view, changes)});
}

/** "98.5%", "3 of 1,000", "5.57 hours"; what is no number stays as it was typed. */
export function typed_text(view: View, full_key: string, text: string): string {
  const {say, format} = view;
  const key = own_key(full_key);
  if (text === '?') return say('page.not_given');
  if (text === 'none') return say('page.field.no_score');
  if (key === '') return text === 'pass' || text === 'fail' ? say.of('verdict', text) : text;
  if (kind_of(view, key) === 'flag') return text === 'yes' ? say('page.yes') : text === 'no' ? say('page.no') : text;
  if (key.startsWith('ef.')) return say.has(`effort.${text}`) ? say.of('effort', text) : text;
  if (key.startsWith('s.')) return scenario_words(view, key, text);
  if (key === 'p.method') return say.of('method', text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.date(text);
  if (key.startsWith('e.') || key.startsWith('ch.')) return word_name(view, key.slice(key.indexOf('.') + 1), text);
  const pair = pair_of(text);
  if (pair && kind_of(view, key) === 'mean') return `${pair[0].text} / ${pair[1].text}`;
  if (pair) return say('page.counts', {first: pair[0].text, second: pair[1].text});
  const percent = percent_of(text)?.text ?? (is_rate(view, key) ? as_percent(text) : undefined);
  if (percent !== undefined) return say('page.percent', {number: percent});
  return number_of(text) ? `${number_of(text)?.text} ${unit_of(view, key)}`.trim() : text;
}
