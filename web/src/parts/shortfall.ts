/** Why a goal is out of reach, in words. */
import type {DeskView} from '../desk_view';
import type {Shortfall} from '../generated/shopgauge';
import {document_text, list_of, name_of} from '../view';

/** What the best there is still lacks: "only 83 points", "not met: A, B". */
export function best_text(view: DeskView, {best, needs = []}: Shortfall): string {
  const {say, format, today} = view;
  const digits = today?.score?.digits ?? 0;
  if (best?.score !== undefined) return say('page.do.best_score', {score: format.fixed(best.score, digits)});
  if (best?.score_high !== undefined) return say('page.do.best_score', {score: format.fixed(best.score_high, digits)});
  if (best?.unmet?.length) return say('page.do.best_unmet', {names: list_of(view, best.unmet.map((id) => name_of(view, id)))});
  return needs.length ? say('page.do.best_needs', {names: list_of(view, needs.map((id) => name_of(view, id)))}) : '';
}

/** How far the rest leads; what is held fast, where that cannot be said. */
function fixed_text(view: DeskView, shortfall: Shortfall): string {
  const {say} = view;
  const best = best_text(view, shortfall);
  if (best) return say('page.do.rest_is_short', {best});
  return say('page.do.effort_said', {effort: say.of('effort', 'fixed'), names: list_of(view, (shortfall.fixed ?? []).map((id) => name_of(view, id)))});
}

/** Why a goal is out of reach, in one sentence. */
export function shortfall_text(view: DeskView, shortfall: Shortfall): string {
  const {say} = view;
  switch (shortfall.code) {
    case 'not_scored':
    case 'not_applicable': return shortfall.reason === undefined ? say.of('status', shortfall.code) : document_text(view, 'reason', shortfall.reason);
    case 'endless_orders': return say('page.do.endless_orders');
    case 'no_lever': return say('page.do.no_lever');
    case 'only_by_fixed': return fixed_text(view, shortfall);
    case 'needs_unknown': return best_text(view, {...shortfall, best: {}});
    case 'best_is_short': return say('page.do.best_is_short', {best: best_text(view, shortfall)});
  }
}
