/** A worker of a page, or a thread of Node, with one face. */
import script from 'piece:worker_script';
import type {Message} from './exchange';
import type {Task} from './worker';

/** What is used of a page's worker; every `Worker` is one. */
export interface PageWorker {
  postMessage(message: object): void;
  terminate(): void;
  onmessage: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
}

export type MakeWorker = () => PageWorker;

export interface Thread {
  post(task: Task): void;
  stop(): void;
  /** Node ends by itself while its threads have nothing to do. */
  busy(busy: boolean): void;
}

export interface Listener {
  hear(message: Message): void;
  fail(error: Error): void;
}

interface NodeThread {
  postMessage(task: Task): void;
  on(kind: 'message', heard: (message: Message) => void): void;
  on(kind: 'error', heard: (error: Error) => void): void;
  terminate(): unknown;
  ref(): void;
  unref(): void;
}

interface Threads {
  Worker: new (script: string, options: {eval: true}) => NodeThread;
}

/** Its address is kept until the worker speaks: not every browser has read the script before. */
function blob_thread(listener: Listener): Thread {
  const address = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
  const hear = (message: Message) => {
    URL.revokeObjectURL(address);
    listener.hear(message);
  };
  return page_thread(new Worker(address), {...listener, hear});
}

function page_thread(worker: PageWorker, {hear, fail}: Listener): Thread {
  worker.onmessage = ({data}: {data: Message}) => hear(data);
  worker.onerror = (event: {message?: string}) => fail(new Error(event.message || 'the worker cannot be started'));
  return {post: (task) => worker.postMessage(task), stop: () => worker.terminate(), busy: () => {}};
}

function node_thread({Worker: Made}: Threads, {hear, fail}: Listener): Thread {
  const worker = new Made(script, {eval: true});
  worker.on('message', hear);
  worker.on('error', fail);
  return {post: (task) => worker.postMessage(task), stop: () => void worker.terminate(), busy: (busy) => (busy ? worker.ref() : worker.unref())};
}

export function start_thread(make: MakeWorker | undefined, listener: Listener): Thread {
  if (make) return page_thread(make(), listener);
  if (typeof Worker === 'function') return blob_thread(listener);
  const node = (globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}}).process;
  const threads = node?.getBuiltinModule?.('node:worker_threads') as Threads | undefined;
  if (!threads) throw new Error('there are no workers here');
  return node_thread(threads, listener);
}
