/** What an engine in a worker tells while it answers one request, and how its asker hears it. The page's forecasts use this too. */

/** Told how many paths of a forecast, or lines of a batch, are done, of all. */
export type OnProgress = (done: number, all: number) => void;

export type Message = {done: number; all: number} | {reply: string} | {failure: string};

export interface Asker {
  resolve: (reply: string) => void;
  reject: (error: Error) => void;
  on_progress?: OnProgress | undefined;
}

/** How often the asker is told. */
const pause_ms = 50;

/** In the worker: passes progress on, its end and at most twenty times a second. */
export function teller(tell: (message: Message) => void): OnProgress {
  let told = performance.now();
  return (done, all) => {
    if (performance.now() - told < pause_ms && done < all) return;
    told = performance.now();
    tell({done, all});
  };
}

/** At the asker. */
export function hear(message: Message, {resolve, reject, on_progress}: Asker): void {
  if ('reply' in message) resolve(message.reply);
  else if ('failure' in message) reject(new Error(message.failure));
  else on_progress?.(message.done, message.all);
}
