/** Which number of the result is asked about: parts/told.ts names the subjects. */
import type {View} from '../view';
import {trace_assumption} from './assumption';
import {trace_check, trace_deadline, trace_event, trace_phase} from './course';
import {trace_gate, trace_lookback, trace_standard, trace_tier} from './judged';
import {rules_of, trace_metric} from './metric';
import {replied, trace_node, trace_points, trace_weight} from './node';
import {trace_adjustment, trace_derived, trace_total} from './score';
import type {Trace} from './trace';

/** Nothing where the result has no such number any more. */
export function trace_of(view: View, subject: string): Trace | undefined {
  const cut = subject.indexOf('.');
  const [kind, id] = cut < 0 ? [subject, ''] : [subject.slice(0, cut), subject.slice(cut + 1)];
  const [first = '', ...rest] = id.split('.');
  switch (kind) {
    case 'score': return id ? trace_node(view, id) : trace_total(view);
    case 'weight': return trace_weight(view, id);
    case 'points': return trace_points(view, id);
    case 'part': return replied(view, id) ? trace_points(view, id) : trace_adjustment(view, id);
    case 'adjustment': return trace_adjustment(view, id);
    case 'derived': return trace_derived(view, id);
    case 'tier': return trace_tier(view);
    case 'lookback': return trace_lookback(view);
    case 'standard': return trace_standard(view, first, rest);
    case 'gate': return trace_gate(view, first, rest);
    case 'phase': return trace_phase(view, id);
    case 'event': return trace_event(view, id);
    case 'deadline': return trace_deadline(view);
    case 'check': return trace_check(view, id);
    case 'lever':
    case 'orders':
    case 'room': return trace_metric(view, id, [view.say(`page.told.${kind}`)], rules_of(view, id));
    case 'at': return trace_assumption(view, id);
    default: return undefined;
  }
}
