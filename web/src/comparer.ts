/** Asks for each comparison once, and fetches the editions that it needs. */
import type {Loading} from './desk_view';
import {compare, type FullEngine} from './engine';
import type {CompareReply, Issue} from './generated/shopgauge';
import type {Reply} from './engine';
import type {ProgramDocument} from './program';
import type {Shelf} from './shelf';
import {compare_request, is_earlier, type Choice} from './sides';
import type {Comparison} from './trial';
import type {View} from './view';

export interface Compared {
  choice: Choice;
  /** The choice stands on the left. */
  earlier: boolean;
  loading: Loading;
  issues: Issue[];
  value: Comparison | undefined;
  /** The choice's own rules, once they are there. */
  document: ProgramDocument | undefined;
}

export function make_comparer(engine: FullEngine, shelf: Shelf): (view: View, choices: Choice[], usable: boolean) => Compared[] {
  const known = new Map<string, {request: string; reply: Reply<CompareReply>}>();

  function reply_to(id: string, request: string): Reply<CompareReply> {
    const last = known.get(id);
    if (last?.request === request) return last.reply;
    const reply = compare(engine, request);
    known.set(id, {request, reply});
    return reply;
  }

  return (view, choices, usable) => choices.map((choice) => {
    const {program, edition} = view.document;
    const own = choice.edition === edition;
    const loading = own ? 'ready' : shelf.state(program, choice.edition);
    const document = own ? view.document : shelf.document(program, choice.edition);
    // Beside several, today comes first.
    const earlier = choices.length === 1 && is_earlier(view.document, choice);
    const reply = usable && loading === 'ready' && document ? reply_to(choice.id, compare_request(view, choice, document, earlier)) : undefined;
    return {choice, earlier, loading, document, value: reply?.ok ? reply.value : undefined, issues: reply?.ok === false ? reply.issues : []};
  });
}
