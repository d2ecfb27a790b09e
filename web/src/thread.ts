/** The worker of a forecast: a script of its own beside the page's. A build of one file takes `single/thread.ts` in this one's place. */
import script from './forecast_worker?worker&url';
import {worker_of_text} from './worker_of_text';

const address = new URL(script, import.meta.url);

/** A browser starts a worker from its page's own origin alone: on other people's pages, a line there fetches it. What is asked before it has come, waits. */
const fetching = (from: string) => `onmessage = ({data}) => {
  onmessage = null;
  import(${JSON.stringify(from)}).then(() => dispatchEvent(new MessageEvent('message', {data})), (error) => setTimeout(() => { throw error; }));
};`;

/** Throws where the page may have no worker; or the worker says so. */
export const open_worker = () => (address.origin === self.origin ? new Worker(address, {type: 'module'}) : worker_of_text(fetching(address.href), {type: 'module'}));
