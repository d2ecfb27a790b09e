/** The months and checks of the timeline, each to be answered: passed, failed, not yet known, or by its numbers. */
import {html, nothing, type TemplateResult} from 'lit';
import {check_numbers, check_of, is_same_phase, month_numbers, only_totals, phase_of, verdict_text, type Named, type Numbers} from '../cycle';
import {months_of} from '../format';
import type {CheckResult, Finding, MonthResult} from '../generated/shopgauge';
import {below} from '../state';
import {list_of, name_of, text_of, type View} from '../view';
import {tier_text} from './answer';
import {metric_field, profile_field, segments, type More} from './fields';
import {finding_row} from './findings';

const number_fields = (view: View, key: string, {metrics, profile}: Numbers) => html`
  ${metrics.map((metric) => metric_field(view, metric, `${key}.m.`))}
  ${profile.map((field) => profile_field(view, field, `${key}.p.`))}`;

/** The numbers by which a month or check is judged, instead of its plain verdict, and what each came to. */
function period_numbers(view: View, key: string, numbers: Numbers, findings: Finding[] = []): More {
  return {
    name: view.say('page.months.by_numbers'),
    body: () => html`${findings.length ? html`<ul class="findings">${findings.map((finding) => finding_row(view, finding))}</ul>` : nothing}
      ${number_fields(view, key, numbers)}`,
  };
}

/** What the numbers of a period came to, in words; the plain answer does not count beside them. */
function outcome(view: View, key: string, verdict: string): string[] {
  return below(view.fields, `${key}.m.`).length ? [view.say('page.months.from_numbers', {verdict: view.say.of('verdict', verdict)})] : [];
}

function answer_options(view: View): [string, string][] {
  const {say} = view;
  return [['pass', say('verdict.pass')], ['fail', say('verdict.fail')], ['', say('page.months.unknown')]];
}

function month_row(view: View, result: MonthResult): TemplateResult {
  const {say} = view;
  const key = `mo.${result.month}`;
  const hints = [
    ...outcome(view, key, result.verdict),
    ...(result.tier ? [say('page.tier_is', {tier: tier_text(view, result.tier)})] : []),
    ...(result.needs?.length ? [say('page.needs', {names: list_of(view, result.needs.map((id) => name_of(view, id)))})] : []),
    ...(result.reviewed ? [say('page.months.reviewed', {date: view.format.date(result.reviewed)})] : []),
  ];
  return html`<li class="period" data-month=${result.month}>${segments(view, {
    key, label: view.format.month(result.month), options: answer_options(view), hint: hints.join(' · '),
    more: period_numbers(view, key, month_numbers(view.document, result), result.standards),
  })}</li>`;
}

/** Neighbouring months of one phase and cycle. */
function runs(months: MonthResult[]): MonthResult[][] {
  const found: MonthResult[][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last?.[0] && is_same_phase(last[0], month)) last.push(month);
    else found.push([month]);
  }
  return found;
}

export function phase_name(view: View, named: Named): string {
  const title = text_of(view, phase_of(view.document, named)?.title);
  const phase = title || (named.phase === null ? view.say('page.no_phase') : view.say.of('phase', named.phase));
  return named.cycle === undefined ? phase : view.say('page.phase_of_cycle', {phase, cycle: named.cycle});
}

/** Months that nobody judges, but whose numbers a check adds up: rows for those that the reply's phases cover. */
function months_to_add(view: View): TemplateResult[] {
  const {timeline} = view.calculation;
  const last = view.sent.get('until') ?? '';
  return (timeline?.phases ?? []).filter((phase) => only_totals(view.document, phase)).map((phase) => html`
    <h4>${phase_name(view, phase)}</h4><ul class="periods">
    ${months_of(phase.from, phase.to !== null && phase.to < last ? phase.to : last).map((month) => html`<li class="period" data-month=${month}>
      <fieldset><legend>${view.format.month(month)}</legend>${number_fields(view, `mo.${month}`, month_numbers(view.document, phase))}</fieldset></li>`)}</ul>`);
}

export function months_list(view: View): TemplateResult | typeof nothing {
  const months = view.calculation.timeline?.months ?? [];
  const to_add = months_to_add(view);
  if (!months.length && !to_add.length) return nothing;
  return html`<section class="group"><h3>${view.say('page.months.title')}</h3>
    <p class="hint">${view.say('page.months.hint')}</p>
    ${runs(months).map((run) => html`<h4>${phase_name(view, run[0] ?? {phase: null})}</h4>
      <ul class="periods">${run.map((month) => month_row(view, month))}</ul>`)}
    ${to_add}
  </section>`;
}

/** The checks of one day: they take the same numbers. */
function check_row(view: View, date: string, checks: CheckResult[]): TemplateResult {
  const key = `ck.${date}`;
  const titles = checks.map(({standard, verdict}) => {
    const title = text_of(view, check_of(view.document, standard)?.title);
    return view.say('page.checks.outcome', {title, verdict: verdict_text(view, verdict, date)});
  });
  return html`<li class="period" data-check=${date}>${segments(view, {
    key, label: view.format.date(date), options: answer_options(view), hint: titles.join(' · '),
    more: period_numbers(view, key, check_numbers(view.document, checks.map(({standard}) => standard))),
  })}</li>`;
}

export function checks_list(view: View): TemplateResult | typeof nothing {
  const checks = view.calculation.timeline?.checks ?? [];
  if (!checks.length) return nothing;
  const days = [...new Set(checks.map(({date}) => date))];
  return html`<section class="group"><h3>${view.say('page.checks.title')}</h3>
    <p class="hint">${view.say('page.checks.hint')}</p>
    <ul class="periods">${days.map((day) => check_row(view, day, checks.filter(({date}) => date === day)))}</ul>
  </section>`;
}
