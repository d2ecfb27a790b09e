/** Works without a network after the first visit; a new version is offered, never taken by itself. */
import {home, is_folder} from '../files';
import type {Host} from './host';

const an_hour_ms = 3_600_000;

/** What this visit has fetched so far: it came before the worker was there to keep it. */
const fetched = () => [location.href.replace(/[?#].*/, ''), ...performance.getEntriesByType('resource').map(({name}) => name)].filter((address) => address.startsWith(home.href));

/** Set while this tab waits for the version that its reader asked for. */
let asked = false;

function offer(host: Host, take: () => void): void {
  host.tell({id: 'update', icon: 'info', text: ({say}) => say('page.tools.update'), ways: ({say}) => [
    {label: say('page.tools.update.reload'), go: take},
    {label: say('page.tools.update.later'), go: () => host.untell('update')},
  ]});
}

/** Another tab may take the new version too: this one then runs with files that are gone, and had better be reloaded. */
function watch_takeover(host: Host): void {
  const {serviceWorker} = navigator;
  let before = serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (before) offer(host, () => location.reload());
    before = serviceWorker.controller;
  });
}

/** Once a worker is there, it is asked to keep what was fetched before it. */
async function keep(registration: ServiceWorkerRegistration): Promise<void> {
  await navigator.serviceWorker.ready;
  registration.active?.postMessage({keep: fetched()});
}

export async function start_offline(host: Host): Promise<void> {
  if (!import.meta.env.PROD || !is_folder || !('serviceWorker' in navigator)) return;
  // Where the browser refuses (no https, private window), the page works as ever, with a network.
  const registration = await navigator.serviceWorker.register(new URL('worker.js', home), {updateViaCache: 'none'}).catch(() => undefined);
  if (!registration) return;
  watch_takeover(host);
  const watch = (worker: ServiceWorker | null) => {
    const offer_installed = () => {
      if (worker?.state !== 'installed' || !navigator.serviceWorker.controller) return;
      offer(host, () => {
        asked = true;
        worker.postMessage({take_over: true});
      });
    };
    worker?.addEventListener('statechange', offer_installed);
    offer_installed();
  };
  watch(registration.waiting);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  // A page that stays open for days asks by itself.
  setInterval(() => void registration.update().catch(() => {}), an_hour_ms);
  await keep(registration);
}
