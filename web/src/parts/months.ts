/** The months (and checks) that the timeline lists, each to be answered: passed, failed, not yet known, or by its numbers. */
import {html, nothing, type TemplateResult} from 'lit';
import {groups} from '../document';
import type {MonthResult} from '../generated/shopgauge';
import {below} from '../state';
import {text_of, type View} from '../view';
import {metric_field, profile_field, segments, type More} from './fields';

/** The numbers by which a month or check is judged, instead of its plain verdict. */
function period_numbers(view: View, key: string): More {
  const own = groups(view.document).filter(({id}) => id === 'standards');
  return {
    name: view.say('page.months.by_numbers'),
    body: () => html`${own.map((group) => html`
      ${group.metrics.map((metric) => metric_field(view, metric, `${key}.m.`))}
      ${group.profile.map(({path, title, where, metric}) => profile_field(view, path, text_of(view, title), metric, text_of(view, where), `${key}.p.`))}`)}`,
  };
}

/** What the numbers of a period came to, in words; the plain answer does not count beside them. */
function outcome(view: View, key: string, verdict: string): TemplateResult | undefined {
  if (!below(view.fields, `${key}.m.`).length) return undefined;
  return html`${view.say('page.months.from_numbers', {verdict: view.say.of('verdict', verdict)})}`;
}

function answer_options(view: View): [string, string][] {
  const {say} = view;
  return [['pass', say('verdict.pass')], ['fail', say('verdict.fail')], ['', say('page.months.unknown')]];
}

function month_row(view: View, result: MonthResult): TemplateResult {
  const key = `mo.${result.month}`;
  return html`<li class="period">${segments(view, {
    key, label: view.format.month(result.month), options: answer_options(view), more: period_numbers(view, key), hint: outcome(view, key, result.verdict),
  })}</li>`;
}

/** Neighbouring months of one phase and cycle. */
export function runs(months: MonthResult[]): MonthResult[][] {
  const found: MonthResult[][] = [];
  for (const month of months) {
    const last = found.at(-1);
    const same = last?.[0]?.phase === month.phase && last[0].cycle === month.cycle;
    if (last && same) last.push(month);
    else found.push([month]);
  }
  return found;
}

export function phase_name(view: View, phase: string, cycle?: number): string {
  const name = view.say.of('phase', phase);
  return cycle === undefined ? name : view.say('page.phase_of_cycle', {phase: name, cycle});
}

export function months_list(view: View): TemplateResult | typeof nothing {
  const months = view.calculation.timeline?.months ?? [];
  if (!months.length) return nothing;
  return html`<section class="group"><h3>${view.say('page.months.title')}</h3>
    <p class="hint">${view.say('page.months.hint')}</p>
    ${runs(months).map((run) => html`<h4>${phase_name(view, run[0]?.phase ?? '', run[0]?.cycle)}</h4>
      <ul class="periods">${run.map((month) => month_row(view, month))}</ul>`)}
  </section>`;
}

export function checks_list(view: View): TemplateResult | typeof nothing {
  const checks = view.calculation.timeline?.checks ?? [];
  if (!checks.length) return nothing;
  const titles = new Map(view.document.cycle?.phases.flatMap((phase) => phase.checks ?? []).map((check) => [check.standard, check.title]));
  return html`<section class="group"><h3>${view.say('page.checks.title')}</h3>
    <ul class="periods">${checks.map((check) => html`<li class="period">${segments(view, {
      key: `ck.${check.date}`, label: view.format.date(check.date), options: answer_options(view), more: period_numbers(view, `ck.${check.date}`),
      hint: outcome(view, `ck.${check.date}`, check.verdict) ?? text_of(view, titles.get(check.standard)),
    })}</li>`)}</ul>
  </section>`;
}
