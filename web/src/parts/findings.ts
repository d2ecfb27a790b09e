/** Conditions and their numbers in words: what is wanted, what was seen. The form, the calendar and the explanations share them. */
import {html, nothing, type TemplateResult} from 'lit';
import {metric_of} from '../document';
import type {Finding} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {document_text, list_of, name_of, told, word_name, type View} from '../view';

/** A metric's input as it stands in a reply: a number, counts, a condition. */
export function input_text(view: View, input: unknown, rate: boolean, as_rate?: number): string {
  const {format, say} = view;
  if (typeof input === 'number') return rate ? format.percent(input) : format.number(input);
  if (typeof input === 'boolean') return input ? say('page.yes') : say('page.no');
  if (typeof input === 'string') return input;
  const parts = (input ?? {}) as Record<string, number>;
  const [low, high] = [parts['low'], parts['high']];
  if (low !== undefined && high !== undefined) return rate ? `${format.percent(low)}–${format.percent(high)}` : `${format.number(low)}–${format.number(high)}`;
  const percent = parts['percent'];
  if (percent !== undefined) return say('page.percent', {number: format.number(percent)});
  const [first, second] = [parts['num'] ?? parts['sum'], parts['den'] ?? parts['n']];
  if (first === undefined || second === undefined) return as_rate === undefined ? '—' : format.number(as_rate);
  // A mean is no share: its sum may well be the larger of the two.
  const counts = say(parts['num'] === undefined ? 'page.sum_and_number' : 'page.counts', {first: format.number(first), second: format.number(second)});
  if (as_rate === undefined) return counts;
  return say('page.counts_and_rate', {counts, rate: rate ? format.percent(as_rate) : format.number(as_rate)});
}

export function needs_text(view: View, needs: string[] | undefined): string {
  return needs?.length ? view.say('page.needs', {names: list_of(view, needs.map((id) => name_of(view, id)))}) : '';
}

/** The metric of a finding: its id, or that of the standard that bears its id. */
function is_rate(view: View, {of = 'metric', id}: {of?: string; id: string}): boolean {
  const metric = view.document.standards?.find((standard) => standard.id === id)?.metric ?? id;
  return of === 'metric' && metric_of(view.document, metric)?.kind === 'rate';
}

type Compared = Pick<Finding, 'id' | 'observed' | 'rate' | 'target'> & {of?: string; operator?: string};

/** What a finding wants and what was seen, in words. */
export function comparison(view: View, finding: Compared): {wanted: string; seen: string[]} {
  const {say} = view;
  const {of, observed, target, operator} = finding;
  const rate = is_rate(view, finding);
  const show = (value: unknown) => (of === 'stage' ? document_text(view, 'stage', String(value))
    : of === 'enrolment' ? word_name(view, finding.id, String(value)) : input_text(view, value, rate, value === observed ? finding.rate : undefined));
  const wanted = target === undefined ? (operator ? say('page.no_target') : '') : target === 'positive' ? say('page.positive') : `${say.of('operator', operator ?? '')} ${show(target)}`;
  return {wanted, seen: observed === undefined ? [] : [say('page.observed', {value: show(observed)})]};
}

/** How a metric moved since the month judged before. */
function trend(view: View, finding: Finding): string[] {
  const {trend: way, change = 0} = finding;
  if (!way) return [];
  const {format} = view;
  const by = is_rate(view, finding) ? `${change > 0 ? '+' : ''}${format.percent(change)}` : format.points(change);
  return [view.say.of('trend', way) + (way === 'same' ? '' : ` (${by})`)];
}

/** A finding in one line: what is wanted and what was seen; what would do instead stands below it. */
export function finding_row(view: View, finding: Finding, named = finding_name(view, finding), origin = `standard.${finding.id}`): TemplateResult {
  const {say} = view;
  const assessed = finding.assessed !== false;
  const met = assessed ? String(finding.met) : 'not_assessed';
  const {wanted, seen} = comparison(view, finding);
  const remarks = [
    ...seen, assessed ? say.of('met', met) : say('page.not_for_this_store'), ...trend(view, finding),
    ...(finding.met === 'undetermined' && finding.needs?.length ? [needs_text(view, finding.needs)] : []),
  ];
  return html`<li class="finding ${met}" data-finding=${finding.id}>${verdict_icon(met)}
    <div><p class="finding-name">${named} ${assessed ? html`<span class="wanted">${told(view, `${origin}.${finding.of}.${finding.id}.${finding.operator}`, wanted)}</span>` : nothing}</p>
    <p class="hint">${remarks.join(' · ')}</p>
    ${finding.or?.map((other) => {
      const {wanted: instead, seen: now} = comparison(view, other);
      return html`<p class="hint or">${[`${say('page.or')} ${finding_name(view, other)} ${instead}`, ...now, say.of('met', String(other.met))].join(' · ')}</p>`;
    })}</div>
  </li>`;
}

export function finding_name(view: View, {of, id}: Finding): string {
  if (of === 'score') return view.say('page.the_score');
  if (of === 'stage') return view.say('page.the_stage');
  const name = name_of(view, id);
  return of === 'count_of' ? view.say('page.count_of', {name}) : of === 'sample_of' ? view.say('page.sample_of', {name}) : name;
}
