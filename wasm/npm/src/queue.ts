/** The calls of an engine in a worker, one after the other. A call that is ended takes its worker with it; the next one gets a new worker with the same documents. */
import {hear, type Message, type OnProgress} from './exchange';
import {start_thread, type MakeWorker, type Thread} from './thread';
import type {Task} from './worker';

interface AskOptions {
  signal?: AbortSignal | undefined;
  on_progress?: OnProgress | undefined;
}

interface Call {
  task: Task;
  resolve: (reply: string) => void;
  reject: (error: unknown) => void;
  on_progress?: OnProgress | undefined;
}

export interface Queue {
  ask(name: Task['name'], text: string, options?: AskOptions): Promise<string>;
  close(): void;
}

export function make_queue(make: MakeWorker | undefined): Queue {
  const waiting: Call[] = [];
  /** What a new worker is given first. */
  const documents = new Set<string>();
  let running: Call | undefined;
  let thread: Thread | undefined;
  let closed = false;

  function stop() {
    thread?.stop();
    thread = undefined;
  }

  function next() {
    running = undefined;
    while (!running && waiting.length) {
      const call = waiting.shift() as Call;
      try {
        run(call);
      } catch (error) {
        call.reject(error);
        stop();
        running = undefined;
      }
    }
    thread?.busy(running !== undefined);
  }

  function run(call: Call) {
    running = call;
    thread ??= restarted();
    thread.busy(true);
    thread.post(call.task);
  }

  /** A worker that answers the loading of its documents first; these replies are passed over. */
  function restarted(): Thread {
    let unheard = documents.size;
    const started = start_thread(make, {
      hear: (message) => {
        if (started !== thread) return;
        if (unheard && !('failure' in message)) --unheard;
        else finish(message);
      },
      fail: (error) => started === thread && finish({failure: error.message}),
    });
    for (const text of documents) started.post({name: 'load', text, progress: false});
    return started;
  }

  function finish(message: Message) {
    const call = running;
    if (call) hear(message, call);
    if ('done' in message) return;
    if ('failure' in message) stop();
    next();
  }

  function end(call: Call, reason: unknown) {
    call.reject(reason);
    const place = waiting.indexOf(call);
    if (place >= 0) waiting.splice(place, 1);
    if (call !== running) return;
    stop();
    next();
  }

  function ask(name: Task['name'], text: string, {signal, on_progress}: AskOptions = {}): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      signal?.throwIfAborted();
      if (closed) throw new Error('the engine is closed');
      const aborted = () => end(call, signal?.reason);
      const settled = <Value>(settle: (value: Value) => void) => (value: Value) => {
        signal?.removeEventListener('abort', aborted);
        settle(value);
      };
      const answered = (reply: string) => {
        if (name === 'load' && reply.startsWith('{"ok":true')) documents.add(text);
        resolve(reply);
      };
      const call: Call = {task: {name, text, progress: on_progress !== undefined}, resolve: settled(answered), reject: settled(reject), on_progress};
      signal?.addEventListener('abort', aborted);
      waiting.push(call);
      if (!running) next();
    });
  }

  function close() {
    closed = true;
    stop();
    for (const call of [running, ...waiting.splice(0)]) call?.reject(new Error('the engine is closed'));
    running = undefined;
  }

  return {ask, close};
}
