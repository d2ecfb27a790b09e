/** Numbers that may lie between two ends, as replies have them: `x`, or `x_low` and `x_high`. */

export const nothing_known = '—';

/** "5", "+5", "0–5". */
export function ends_text(show: (value: number) => string, value?: number, low?: number, high?: number): string {
  if (value !== undefined) return show(value);
  if (low === undefined || high === undefined) return nothing_known;
  return low === high ? show(low) : `${show(low)}–${show(high)}`.replaceAll('+', '');
}

/** What one side has more than another, from the least to the most. */
export interface Change {
  low: number;
  high: number;
}

/** A reply tells how far each end moves, and the high end may move less than the low one; where it tells nothing, nothing moves. */
export function change_of(value?: number, low = value, high = value): Change | undefined {
  return low === undefined || high === undefined ? undefined : {low: Math.min(low, high), high: Math.max(low, high)};
}

type WithEnds<Name extends string> = {[Key in Name | `${Name}_low` | `${Name}_high`]?: number};

/** A member of a difference. */
export const moved = <Name extends string>(of: WithEnds<Name> | undefined, name: Name) => change_of(of?.[name], of?.[`${name}_low`], of?.[`${name}_high`]);

export const change_text = (show: (value: number) => string, {low, high}: Change) => ends_text(show, undefined, low, high);

/** The class of its cell; none where it may go either way. */
export const direction = ({low, high}: Change) => (low >= 0 && high > 0 ? 'rises' : high <= 0 && low < 0 ? 'falls' : '');
