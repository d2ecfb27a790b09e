/** Works without a network after the first visit; a new version is offered, never taken by itself. */
import {home} from '../content';
import type {Host} from './host';

/** What this visit has fetched so far: it came before the worker was there to keep it. */
const fetched = () => [location.href.replace(/[?#].*/, ''), ...performance.getEntriesByType('resource').map(({name}) => name)].filter((address) => address.startsWith(home.href));

function offer(host: Host, worker: ServiceWorker): void {
  host.tell({id: 'update', icon: 'info', text: ({say}) => say('page.tools.update'), ways: ({say}) => [
    {label: say('page.tools.update.reload'), go: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true});
      worker.postMessage({take_over: true});
    }},
    {label: say('page.tools.update.later'), go: () => host.untell('update')},
  ]});
}

/** Once a worker is there, it is asked to keep what was fetched before it. */
async function keep(registration: ServiceWorkerRegistration): Promise<void> {
  await navigator.serviceWorker.ready;
  registration.active?.postMessage({keep: fetched()});
}

export async function start_offline(host: Host): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Where the browser refuses (no https, private window), the page works as ever, with a network.
  const registration = await navigator.serviceWorker.register(new URL('worker.js', home), {updateViaCache: 'none'}).catch(() => undefined);
  if (!registration) return;
  const watch = (worker: ServiceWorker | null) => {
    const offer_installed = () => {
      if (worker?.state === 'installed' && navigator.serviceWorker.controller) offer(host, worker);
    };
    worker?.addEventListener('statechange', offer_installed);
    offer_installed();
  };
  watch(registration.waiting);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  await keep(registration);
}
