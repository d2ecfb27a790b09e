/** What the score opens and closes, and what each gate still needs. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Gate} from '../generated/shopgauge';
import {verdict_icon} from '../icons';
import {card, list_of, name_of, text_of, type View} from '../view';
import {comparison, finding_name, finding_row, needs_text} from './findings';

/** What a closed gate still asks for, in one line each: "score at least 4.8 (now 4.62)". */
function lacks(view: View, gate: Gate): TemplateResult | typeof nothing {
  if (gate.met !== false) return nothing;
  const unmet = gate.conditions.filter(({met}) => met === false);
  return html`${unmet.map((finding) => {
    const {wanted, seen} = comparison(view, finding);
    const text = `${finding_name(view, finding)} ${wanted}`;
    return html`<small>${view.say('page.gates.lacks', {text: seen.length ? view.say('page.gates.seen', {text, seen: list_of(view, seen)}) : text})}</small>`;
  })}`;
}

function gate_row(view: View, gate: Gate): TemplateResult {
  const {say} = view;
  const rule = view.document.gates?.find(({id}) => id === gate.id);
  const met = String(gate.met);
  return html`<li><details class="gate ${met}" data-gate=${gate.id}>
    <summary>${verdict_icon(met)}<span class="gate-name">${name_of(view, gate.id)}
        ${gate.met === 'undetermined' ? html`<small>${needs_text(view, gate.needs)}</small>` : nothing}${lacks(view, gate)}</span>
      <span class="gate-word">${say.of('met', met)}</span></summary>
    <div class="gate-body">
      <p>${text_of(view, rule?.consequence)}</p>
      <ul class="findings">${gate.conditions.map((finding) => finding_row(view, finding, undefined, `gate.${gate.id}`))}</ul>
      ${rule?.note ? html`<p class="hint">${text_of(view, rule.note)}</p>` : nothing}
    </div></details></li>`;
}

export function gates(view: View): TemplateResult | typeof nothing {
  const {calculation, say} = view;
  const found = calculation.assessed?.gates ?? [];
  if (!found.length) return nothing;
  return card('gates', say('page.gates.title'), html`<ul class="gates">${found.map((gate) => gate_row(view, gate))}</ul>`,
    calculation.old_assessed ? 'old' : '');
}
