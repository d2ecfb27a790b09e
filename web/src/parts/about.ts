/** What a field is: how a metric is counted, where it is found, what moves it; where the back office shows one of the shop's own numbers. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ProfileField} from '../document';
import type {Metric} from '../program';
import {text_of, type View} from '../view';

export function about_metric(view: View, metric: Metric): TemplateResult {
  const {say} = view;
  const rows: [string, string][] = [
    [say('page.about.numerator'), text_of(view, metric.numerator)],
    [say('page.about.denominator'), text_of(view, metric.denominator)],
    [say('page.about.window'), text_of(view, metric.window)],
    [say('page.about.clock'), text_of(view, metric.clock)],
    [say('page.about.where'), text_of(view, metric.where)],
  ];
  return html`<p>${text_of(view, metric.what)}</p>
    <dl>${rows.map(([name, text]) => (text ? html`<dt>${name}</dt><dd>${text}</dd>` : nothing))}</dl>
    ${metric.advice?.length
      ? html`<p class="advice-title">${say('page.about.advice')}</p><ul>${metric.advice.map((item) => html`<li>${text_of(view, item)}</li>`)}</ul>`
      : nothing}`;
}

/** Nothing where there is nothing to say. */
export function about(view: View, what: Metric | ProfileField): TemplateResult | undefined {
  if ('id' in what) return about_metric(view, what);
  const where = text_of(view, what.where);
  return where ? html`<dl><dt>${view.say('page.about.where')}</dt><dd>${where}</dd></dl>` : undefined;
}
