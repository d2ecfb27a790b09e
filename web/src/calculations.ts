/** Keeps the last calculation. A mistake in a field that is still being typed is shown only after a moment. */
import {calculate, no_calculation, type Calculation} from './calculation';
import type {Loaded} from './content';
import type {Engine} from './engine';
import type {Fields} from './state';

/** How long a half-typed number may be wrong before the page says so. */
const patience_ms = 500;

/** `need_mistakes` fetches the words for mistakes; `show` is told of each calculation that is to be shown. */
export function make_calculations(need_mistakes: () => Promise<void>, show: (calculation: Calculation) => void) {
  let last = no_calculation;
  /** The last one that was begun; it may still wait for its words. */
  let newest = no_calculation;
  let late: ReturnType<typeof setTimeout> | undefined;

  const adopt = (next: Calculation) => show((last = next));

  /** The words for mistakes are fetched with the first one; without a connection the bare codes must do. */
  async function adopt_with_problems(next: Calculation): Promise<void> {
    await need_mistakes().catch(() => {});
    if (next === newest) adopt(next);
  }

  const stop = () => clearTimeout(late);

  return {
    /** The one that is shown. */
    last: () => last,
    stop,
    /** Forgets what was computed for another document; what still waits is not shown any more. */
    forget(): void {
      last = newest = no_calculation;
    },
    begin(engine: Engine, loaded: Loaded, fields: Fields, patient: boolean): void {
      stop();
      const next = (newest = calculate(engine, loaded, fields, last));
      if (!next.problems.length) adopt(next);
      else late = setTimeout(() => void adopt_with_problems(next), patient ? patience_ms : 0);
    },
  };
}
