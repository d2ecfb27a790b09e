/** The drawer: what a number is, the rules that it rests on, and of each on whose word, since when, and where the shop's own may stand instead. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons';
import type {Ground, Table} from '../trace/ground';
import {trace_of} from '../trace/subject';
import type {Trace} from '../trace/trace';
import {text_of, type View} from '../view';
import {about_metric} from './about';
import {go_to_own} from './profile_opener';

function close(event: globalThis.Event): void {
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
}

function table(view: View, {heads, rows, used}: Table): TemplateResult {
  return html`<table class="told-table"><thead><tr>${heads.map((head) => html`<th scope="col" class="num">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((cells, at) => html`<tr class=${used.includes(at) ? 'used' : ''}>${cells.map((cell, place) => html`<td class="num">${cell}${used.includes(at) && place === cells.length - 1
      ? html`<span class="visually-hidden"> ${view.say('page.told.used')}</span>` : nothing}</td>`)}</tr>`)}</tbody></table>
    ${used.length ? html`<p class="hint">${view.say('page.told.used_hint')}</p>` : nothing}`;
}

function source_of(view: View, id: string): TemplateResult | typeof nothing {
  const {say, format, document} = view;
  const source = document.sources.find((item) => item.id === id);
  if (!source) return nothing;
  const {from, until, last_seen} = document.in_force;
  const title = text_of(view, source.title);
  const linked = source.url && /^https?:/.test(source.url);
  return html`<dl class="told-source" data-source=${id}>
    <dt>${say('page.told.source')}</dt><dd>${linked ? html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${title}${icon('link')}</a>` : title}</dd>
    <dt>${say('page.told.publisher')}</dt><dd>${text_of(view, source.publisher)}</dd>
    <dt>${say('page.told.published')}</dt><dd>${source.date ? format.date(source.date) : say('page.sources.no_date')}</dd>
    <dt>${say(until === null ? 'page.told.seen' : 'page.told.in_force')}</dt><dd>${until === null ? (last_seen ? format.date(last_seen) : say('page.sources.no_date')) : say('page.told.ruled', {from: format.date(from), until: format.date(until)})}</dd></dl>`;
}

/** Where the shop's own number goes, or where it was typed. */
function own(view: View, {field, where, status}: Ground): TemplateResult | typeof nothing {
  if (field === undefined) return nothing;
  const {say} = view;
  return html`<div class="told-own">${where ? html`<p><span class="hint">${say('page.about.where')}</span> ${where}</p>` : nothing}
    ${status === 'own' ? nothing : html`<p class="hint">${say('page.told.may_be_own')}</p>`}
    <button type="button" class="quiet" data-action="to-field" data-field=${field} @click=${(event: globalThis.Event) => {
      const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
      close(event);
      void go_to_own(view, field, root);
    }}>${icon('edit')}${say(status === 'own' ? 'page.told.change' : 'page.told.enter')}</button></div>`;
}

/** Neighbours that rest on the same word stand together. */
function together(grounds: Ground[]): Ground[][] {
  const same = (one: Ground, other: Ground) => !one.table && !other.table && one.status === other.status && one.source === other.source && one.note === other.note && one.field === other.field;
  const found: Ground[][] = [];
  for (const ground of grounds) {
    const last = found.at(-1);
    if (last?.[0] && same(last[0], ground)) last.push(ground);
    else found.push([ground]);
  }
  return found;
}

function section(view: View, group: Ground[]): TemplateResult {
  const {say} = view;
  const [{status, note, source, table: rows}] = group as [Ground];
  return html`<section class="told-ground" data-status=${status}>
    ${group.map(({name, value}) => html`<p class="assumption"><span>${name}</span><strong class="num">${value}</strong></p>`)}
    ${rows ? table(view, rows) : nothing}
    <p class="told-status"><span class="tag ${status}">${status === 'own' || status === 'missing' ? say(`page.told.status.${status}`) : say.of('provenance', status)}</span> ${say(`page.told.means.${status}`)}</p>
    ${note ? html`<p class="hint">${note}</p>` : nothing}
    ${source ? source_of(view, source) : nothing}${own(view, group[0] as Ground)}</section>`;
}

function body(view: View, {clauses = [], how = [], parts, metric, grounds}: Trace): TemplateResult {
  const {say, format, document} = view;
  return html`${how.map((text) => html`<p>${text}</p>`)}
    ${parts ? html`<ul class="told-parts">${parts.map(([name, value]) => html`<li class="assumption"><span>${name}</span><strong class="num">${value}</strong></li>`)}</ul>` : nothing}
    ${clauses.length ? html`<div class="told-clause"><p class="hint">${say('page.told.clause')}</p>${clauses.map((text) => html`<p>${text}</p>`)}</div>` : nothing}
    ${together(grounds).map((group) => section(view, group))}
    ${metric ? html`<details class="fold"><summary><span class="fold-title">${say('page.told.counted')}</span></summary><div class="fold-body about">${about_metric(view, metric)}</div></details>` : nothing}
    <p class="hint">${say('page.sources.edition', {edition: format.date(document.edition)})} ${say('page.foot.affiliation', {platform: text_of(view, document.platform)})}</p>`;
}

export function drawer(view: View, subject: string, closed: () => void): TemplateResult | typeof nothing {
  const {say} = view;
  const trace = trace_of(view, subject);
  if (!trace) return nothing;
  return html`<dialog class="drawer" id="told" aria-labelledby="told-title" data-subject=${subject} @close=${closed}
      @click=${(event: MouseEvent) => {
        if (event.target === event.currentTarget) close(event);
      }}>
    <div class="drawer-top"><div><h2 id="told-title">${trace.title}</h2>${trace.value ? html`<p class="told-value num">${trace.value}</p>` : nothing}</div>
      <button type="button" class="switch" data-action="close-told" aria-label=${say('page.told.close')} title=${say('page.told.close')} @click=${close}>${icon('cross')}</button></div>
    <div class="drawer-body" tabindex="0" role="region" aria-label=${trace.title}>${body(view, trace)}</div></dialog>`;
}
