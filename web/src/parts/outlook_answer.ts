/** What a forecast says in one sentence, and below it what happens when: lines crossed, months, what follows. */
import {html, nothing, type TemplateResult} from 'lit';
import {check_of} from '../cycle';
import type {ForecastGate} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {chances_of} from '../outlook_plot';
import type {Chances, Forecast, OutlookView} from '../outlook_view';
import {name_of, text_of, word_name} from '../view';

/** "82", "99.6": so many of 100 runs. What is no certainty never looks like one. */
export function of_100({format}: Pick<OutlookView, 'format'>, chance = 0): string {
  const share = chance * 100;
  if (share === 0 || share === 100 || (share >= 1 && share <= 99)) return format.number(Math.round(share));
  return format.number(Math.min(99.9, Math.max(0.1, Number(share.toFixed(1)))));
}

type Odds = {pass?: number; fail?: number};

const is_told = ({pass = 0, fail = 0}: Odds) => pass + fail > 0;

const check_name = (view: OutlookView, standard: string) => text_of(view, check_of(view.document, standard)?.title) || name_of(view, standard);

function odds_line(view: OutlookView, {months = [], checks = []}: Chances): string | undefined {
  const {say, format} = view;
  const month = months.find(is_told);
  if (month) return say('page.forecast.month_passes', {month: format.month(month.month), count: of_100(view, month.pass)});
  const check = checks.find(is_told);
  return check && say('page.forecast.check_passes', {check: check_name(view, check.standard), date: format.date(check.date), count: of_100(view, check.pass)});
}

/** Months and checks whose day lies ahead. */
function coming({timeline, as_of}: Forecast) {
  const month = timeline?.months.find((item) => item.month >= as_of.slice(0, 7) && (item.verdict === 'pass' || item.verdict === 'fail'));
  const check = timeline?.checks.find(({date, verdict}) => date > as_of && (verdict === 'pass' || verdict === 'fail'));
  return {month, check};
}

function course_line(view: OutlookView, answer: Forecast): string | undefined {
  const {say, format} = view;
  const {month, check} = coming(answer);
  if (month) return say('page.forecast.month_verdict', {month: format.month(month.month), verdict: say.of('verdict', month.verdict)});
  return check && say('page.forecast.check_verdict', {check: check_name(view, check.standard), date: format.date(check.date), verdict: say.of('verdict', check.verdict)});
}

const show_score = ({calculation, format}: OutlookView, value: number) => format.fixed(value, calculation.assessed?.score?.digits ?? 0);

/** Between which scores the last day lies, by the outermost percentiles. */
export function spread_line(view: OutlookView, answer: Forecast): string | undefined {
  const chances = chances_of(answer);
  const last = chances?.days.at(-1);
  const [low, high] = [last?.score?.[0], last?.score?.at(-1)];
  const [least = 0, most = 0] = [chances?.percentiles[0], chances?.percentiles.at(-1)];
  if (!last || low === undefined || high === undefined) return undefined;
  const date = view.format.date(last.date);
  const params = {date, count: view.format.number(most - least), low: show_score(view, low), high: show_score(view, high)};
  return view.say(low === high ? 'page.forecast.score_alike' : 'page.forecast.score_between', params);
}

export function score_line(view: OutlookView, {days, until}: Forecast): string | undefined {
  const {say, format} = view;
  const scored = days.filter(({score}) => score !== undefined);
  const [first, last] = [scored[0], scored.at(-1)];
  if (first?.score === undefined || last?.score === undefined) return undefined;
  const turn = scored.find(({score}) => score !== first.score);
  if (!turn?.score) return say('page.forecast.score_same', {date: format.date(until), score: show_score(view, first.score)});
  if (turn.score === last.score) return say('page.forecast.score_turns', {from: show_score(view, first.score), score: show_score(view, last.score), date: format.date(turn.date)});
  return say('page.forecast.score_moves', {from: show_score(view, first.score), score: show_score(view, last.score), date: format.date(last.date), turn: show_score(view, turn.score), turn_date: format.date(turn.date)});
}

/** Of programs without a score: from when their verdict is another. */
function verdict_line(view: OutlookView, {days, until}: Forecast): string | undefined {
  const {say, format} = view;
  const now = days[0]?.verdict;
  if (now === undefined || now === 'undetermined') return undefined;
  const turn = days.find(({verdict}) => verdict !== now);
  if (!turn?.verdict) return say('page.forecast.verdict_same', {date: format.date(until), verdict: say.of('verdict', now)});
  return say('page.forecast.verdict_turns', {date: format.date(turn.date), now: say.of('verdict', now), verdict: say.of('verdict', turn.verdict)});
}

export function headline(view: OutlookView, answer: Forecast): string {
  const chances = chances_of(answer);
  return (chances && odds_line(view, chances)) ?? course_line(view, answer) ?? (chances && spread_line(view, answer)) ?? score_line(view, answer) ?? verdict_line(view, answer) ??
    view.say('page.forecast.undecided', {date: view.format.date(answer.until)});
}

const turn_keys = {true: 'page.forecast.met_from', false: 'page.forecast.lost_from', undetermined: 'page.forecast.open_from'} as const;

interface Line {
  id: string;
  item: ForecastGate;
  at_end: number | undefined;
}

function line_row(view: OutlookView, {id, item, at_end}: Line): TemplateResult {
  const {say, format} = view;
  return html`<li class="finding ${String(item.met)}" data-line=${id}>${verdict_icon(String(item.met))}<div><p class="finding-name">${name_of(view, id)} <span class="wanted">${say.of('met', String(item.met))}</span></p>
    ${item.changes.map(({date, met}) => html`<p class="num" data-turn=${date} data-met=${String(met)}>${say(turn_keys[String(met) as keyof typeof turn_keys], {date: format.date(date)})}</p>`)}
    ${at_end === undefined ? nothing : html`<p class="hint num" data-chance=${at_end}>${say('page.forecast.at_end', {count: of_100(view, at_end)})}</p>`}</div></li>`;
}

/** Gates and standards that change, or whose end is open by chance. */
function crossings(view: OutlookView, answer: Forecast): TemplateResult | typeof nothing {
  const {gates = [], standards = [], until} = answer;
  const {say} = view;
  const chances = chances_of(answer);
  const ends = new Map(chances?.gates?.map(({id, met}) => [id, met]));
  const all = [...gates, ...standards];
  if (!all.length) return nothing;
  const lines = all.map((item): Line => ({id: item.id, item, at_end: ends.get(item.id)})).filter(({item, at_end}) => item.changes.length || (at_end !== undefined && at_end > 0 && at_end < 1));
  return html`<section data-testid="crossings"><h4>${say('page.forecast.crossings')}</h4>${lines.length
    ? html`<ul class="findings">${lines.map((line) => line_row(view, line))}</ul>` : html`<p class="hint">${say('page.forecast.no_crossings', {date: view.format.date(until)})}</p>`}</section>`;
}

interface Decision {
  id: string;
  name: string;
  verdict: string | undefined;
  odds: Odds | undefined;
}

/** Months and checks to come, each with its verdict as things go, and its odds. */
function decisions(view: OutlookView, answer: Forecast): Decision[] {
  const {timeline, as_of} = answer;
  const {format} = view;
  const chances = chances_of(answer);
  const months = (timeline?.months ?? []).filter(({month}) => month >= as_of.slice(0, 7));
  const checks = (timeline?.checks ?? []).filter(({date}) => date > as_of);
  const all = [
    ...months.map(({month, verdict}): Decision => ({id: month, name: format.month(month), verdict, odds: chances?.months?.find((item) => item.month === month)})),
    ...checks.map(({date, standard, verdict}): Decision => ({
      id: `${date} ${standard}`, name: `${check_name(view, standard)} (${format.date(date)})`, verdict, odds: chances?.checks?.find((item) => item.date === date && item.standard === standard),
    })),
  ];
  // What is decided after the last day says nothing yet.
  return all.filter(({verdict}) => verdict !== 'pending');
}

function decided(view: OutlookView, answer: Forecast): TemplateResult | typeof nothing {
  const {say} = view;
  const rows = decisions(view, answer);
  if (!rows.length) return nothing;
  return html`<section data-testid="decisions"><h4>${say('page.forecast.decisions')}</h4><ul class="findings">${rows.map(({id, name, verdict, odds}) => html`<li class="finding ${verdict}" data-decision=${id}>${verdict_icon(verdict ?? '')}<div>
    <p class="finding-name">${name} <span class="wanted">${verdict === undefined ? nothing : say.of('verdict', verdict)}</span></p>
    ${odds && is_told(odds) ? html`<p class="hint num" data-pass=${odds.pass ?? 0}>${say('page.forecast.odds', {pass: of_100(view, odds.pass), fail: of_100(view, odds.fail)})}</p>` : nothing}</div></li>`)}</ul></section>`;
}

/** What follows from the months: dated where nothing varies, else how often by which day. */
function following(view: OutlookView, answer: Forecast): TemplateResult | typeof nothing {
  const {timeline, as_of} = answer;
  const {say, format} = view;
  const chances = chances_of(answer);
  const named = (event: string, to?: string) => (to === undefined ? say.of('event', event) : say('page.forecast.event_to', {event: say.of('event', event), to: word_name(view, 'store_type', to)}));
  const chosen = chances?.events?.flatMap(({event, to, by}) => by.map(({date, chance}) => ({id: event, date, name: named(event, to), text: say('page.forecast.by', {date: format.date(date), count: of_100(view, chance)})})))
    ?? (timeline?.events ?? []).filter(({date}) => date > as_of).map(({event, to, date}) => ({id: event, date, name: named(event, to), text: format.date(date)}));
  if (!chosen.length) return nothing;
  return html`<section data-testid="following"><h4>${say('page.forecast.following')}</h4><ul class="dated">${chosen.map(({id, date, name, text}) => html`<li data-event=${id} data-date=${date}><span>${name}</span> <span class="num">${text}</span></li>`)}</ul></section>`;
}

export const facts = (view: OutlookView, answer: Forecast): TemplateResult => html`<div class="outlook-facts">${decided(view, answer)}${following(view, answer)}${crossings(view, answer)}</div>`;
