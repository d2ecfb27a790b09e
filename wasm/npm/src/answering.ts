/** What a worker does with its calls: one engine, one request at a time. */
import type {TextEngine} from './engine';
import {teller, type Message} from './exchange';
import type {Task} from './worker';

/** A page's worker, or the port of a thread of Node. */
interface Port {
  postMessage(message: Message): void;
  addEventListener?(kind: 'message', heard: (event: {data: Task}) => void): void;
  on?(kind: 'message', heard: (task: Task) => void): void;
}

interface Threads {
  parentPort: Port | null;
}

const node = (globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}}).process;
const threads = node?.getBuiltinModule?.('node:worker_threads') as Threads | undefined;
const port = threads?.parentPort ?? (globalThis as unknown as Port);

async function work(started: Promise<TextEngine>, {name, text, progress}: Task): Promise<void> {
  try {
    const engine = await started;
    const options = progress ? {on_progress: teller((message) => port.postMessage(message))} : {};
    port.postMessage({reply: name === 'forecast' ? engine.forecast(text, options) : engine[name](text)});
  } catch (error) {
    port.postMessage({failure: String(error)});
  }
}

/** Hears from now on; the first call waits until the engine has started. */
export function answer_calls(started: Promise<TextEngine>): void {
  if (port.on) port.on('message', (task) => void work(started, task));
  else port.addEventListener?.('message', ({data}) => void work(started, data));
}
