/** The report on paper: figures, trace, edition, sources, date and a link back, on one A4 page where they fit. */
import {html, nothing, type TemplateResult} from 'lit';
import {today_in} from '../format';
import {verdict_icon} from '../icons';
import {refusal, score_text, sure_text} from '../parts/answer';
import {itemisation, standards} from '../parts/reasons';
import {place_in, sources} from '../places';
import {has_reading} from '../state';
import {document_text, list_of, name_of, text_of, type View} from '../view';
import {label_of, own_key, period_name, period_of, typed_text} from './words';

export interface Occasion {
  store: string | undefined;
  link: string;
  /** What the link does not carry. */
  lacks: string;
}

function head(view: View, {store}: Occasion): TemplateResult {
  const {say, document, format} = view;
  const {from, until} = document.in_force;
  return html`<header><div><h1>${store ?? text_of(view, document.title)}</h1>
      <p>${store ? `${text_of(view, document.title)} · ` : ''}${say('page.tools.print.edition', {edition: document.edition})}
        <span class="aside">${until ? say('page.tools.print.in_force_until', {from: format.date(from), until: format.date(until)}) : say('page.tools.print.in_force', {from: format.date(from)})}</span></p></div>
    <p class="day"><strong>${say('page.brand')}</strong><br><span class="aside">${say('page.tools.print.made', {date: format.date(today_in(document.time_zone))})}</span></p></header>`;
}

/** What the page's own answer says first: a score or a verdict, else the phase; each part with its certainty. */
function answer(view: View): TemplateResult {
  const {say, calculation: {assessed, timeline, old_assessed, old_timeline}} = view;
  const refused = refusal(assessed, timeline);
  const verdict = assessed?.verdict && (assessed.score || has_reading(view.fields)) ? assessed.verdict : undefined;
  const shown = assessed?.score || verdict ? assessed : undefined;
  const {score, tier} = shown ?? {};
  const standing = timeline?.standing;
  const phase = shown || refused || !standing ? '' : (view.cycle?.phase_name(view, standing) ?? '');
  const parts = [...(shown ? [shown] : []), ...(timeline && timeline.basis !== shown?.basis ? [timeline] : [])];
  return html`<div class="answer">
    ${score ? html`<p class="big num">${score_text(view, score)} <small>${say('page.of_scale', {high: view.format.number(score.scale[1])})}</small></p>` : nothing}
    ${verdict ? html`<p class="word">${verdict_icon(verdict)}${say.of('verdict', verdict)}</p>` : nothing}
    ${tier && 'id' in tier ? html`<p class="word">${say('page.tier_is', {tier: name_of(view, tier.id)})}</p>` : nothing}
    ${refused?.status ? html`<p class="word">${say.of('status', refused.status)}</p>` : nothing}
    ${phase && standing ? html`<p class="word">${phase}</p><p>${say('page.standing_on', {date: view.format.date(standing.date)})}</p>` : nothing}
    ${parts.map((part) => html`<p class="sure"><strong>${part === timeline && shown ? say('page.sure.of_calendar') : ''}${say.of('basis', part.basis)}</strong> ${sure_text(view, part)}</p>`)}
    ${old_assessed || old_timeline ? html`<p class="sure"><strong>${say('page.old_result')}</strong></p>` : nothing}</div>`;
}

function calendar(view: View): TemplateResult | typeof nothing {
  const {say, format, calculation: {timeline}} = view;
  if (!timeline || timeline.status) return nothing;
  const facts = view.cycle?.facts(view, timeline, true) ?? nothing;
  return html`<section><h2>${say('page.calendar.title')}</h2>${facts}
    ${timeline.months.length ? html`<p class="aside">${timeline.months.filter(({verdict}) => verdict !== 'pending').map(({month, verdict}) => `${format.month(month)} ${say.of('verdict', verdict)}`).join(' · ')}</p>` : nothing}
    <ul>${timeline.events.map(({date, event, rule}) => html`<li class="event"><span><strong>${say.of('event', event)}</strong> <small>${document_text(view, 'rule', rule)}</small></span><span class="num">${format.date(date)}</span></li>`)}</ul></section>`;
}

/** What was typed: plain fields as rows, months and checks each as one line. */
function figures(view: View): TemplateResult {
  const {say} = view;
  // Without a cycle, nothing depends on the last day shown.
  const typed = [...view.sent].filter(([key]) => key !== 'until' || view.document.cycle);
  const plain = typed.filter(([key]) => period_of(key) === undefined);
  const periods = [...new Set(typed.map(([key]) => period_of(key)).filter((period) => period !== undefined))].sort();
  return html`<section><h2>${say('page.form.title')}</h2>
    <table class="list"><tbody>${plain.map(([key, text]) => html`<tr><td>${label_of(view, key)}</td><td class="num">${typed_text(view, key, text)}</td></tr>`)}</tbody></table>
    ${periods.map((period) => html`<p><strong>${period_name(view, period)}</strong> <span class="aside">${typed.filter(([key]) => period_of(key) === period)
      .map(([key, text]) => [own_key(key) ? label_of(view, own_key(key)) : '', typed_text(view, key, text)].filter(Boolean).join(' ')).join(' · ')}</span></p>`)}</section>`;
}

/** Numbers that nobody published, by name. */
function assumed(view: View): TemplateResult | typeof nothing {
  const {say, document, calculation: {assessed, timeline}} = view;
  const all = [...(assessed?.assumptions ?? []), ...(timeline?.assumptions ?? [])].filter(({status}) => status !== 'not_given');
  const names = (path: string): string => {
    if (!path.startsWith('/program')) return name_of(view, path.split('/').slice(1).join('.').replace(/^metrics\./, ''));
    const {names: found, part} = place_in(document, path.slice('/program'.length));
    const name = found.map((item) => (Array.isArray(item) ? say.of(...item) : text_of(view, item))).join(' · ');
    return name ? say('page.grounds.part_of', {part: say.of('part', part), name}) : say.of('part', part);
  };
  if (!all.length) return nothing;
  const statuses = [...new Set(all.map(({status}) => status))];
  return html`<section><h2>${say('page.grounds.title')}</h2>${statuses.map((status) => html`<p><strong>${say.of('provenance', status)}</strong>
    <span class="aside">${list_of(view, [...new Set(all.filter((item) => item.status === status).map(({path}) => names(path)))])}</span></p>`)}</section>`;
}

function source_list(view: View): TemplateResult {
  const {say, format, document} = view;
  return html`<section><h2>${say('page.sources.title')}</h2><ol>${sources(document).map((source) => html`<li class="source">${text_of(view, source.title)}
    <span class="aside">${text_of(view, source.publisher)} · ${source.date ? format.date(source.date) : say('page.sources.no_date')} · ${source.statuses.map((status) => say.of('provenance', status)).join(' ')}${source.url ? ` · ${source.url}` : ''}</span></li>`)}</ol></section>`;
}

export function report(view: View, occasion: Occasion): TemplateResult {
  const {say} = view;
  return html`${head(view, occasion)}${answer(view)}
    <div class="columns">${calendar(view)}${itemisation(view)}${standards(view)}${figures(view)}${assumed(view)}${source_list(view)}</div>
    <footer><p>${say('page.foot.affiliation', {platform: text_of(view, view.document.platform)})}</p>
      <p class="back">${say('page.tools.print.link')} <a href=${occasion.link}>${occasion.link}</a></p>${occasion.lacks ? html`<p>${occasion.lacks}</p>` : nothing}</footer>`;
}
