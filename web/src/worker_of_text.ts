/** A worker whose script is a text: it belongs to the page's origin, wherever the text came from. A page's policy may allow it with `worker-src blob:`. */

/** How long the text is there for the worker to read, in milliseconds. */
const readable_ms = 10_000;

export function worker_of_text(code: string, options?: WorkerOptions): Worker {
  const address = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
  const worker = new Worker(address, options);
  setTimeout(() => URL.revokeObjectURL(address), readable_ms);
  return worker;
}
