/** The tools of the standalone page: kept stores, sharing, tables, printing, files, working offline. Fetched after the first result. */
import {adopt} from '../css';
import {Keeper} from './keeper';
import {Host} from './host';
import {look_at_link} from './link_notes';
import './notes';
import {start_offline} from './offline';
import {start_printing} from './printing';
import {page_print} from './print_styles';
import {hand_over_sides} from './sides';
import './tools';
import {WayBack} from './way_back';

const element = document.querySelector('shop-gauge');

function put<Tag extends 'shop-tools' | 'shop-notes'>(tag: Tag, slot: string, own: object): void {
  const part = Object.assign(document.createElement(tag), own, {slot});
  element?.append(part);
}

async function start(gauge: NonNullable<typeof element>): Promise<void> {
  const host = new Host(gauge);
  const keeper = new Keeper(host);
  const describe = () => document.querySelector('meta[name="description"]')?.setAttribute('content', host.view?.say('page.tools.description') ?? '');
  const speak = () => void host.speak().then(describe).catch(() => {});
  await host.speak();
  describe();
  put('shop-notes', 'notices', {host});
  put('shop-tools', 'tools', {host, keeper});
  gauge.addEventListener('shopgauge-change', () => host.changed());
  // The element gives the document its language and its light once it has the words.
  new MutationObserver(() => {
    speak();
    host.changed();
  }).observe(document.documentElement, {attributeFilter: ['lang', 'data-theme']});
  adopt(document, page_print);
  start_printing(host, keeper);
  hand_over_sides(host, keeper);
  new WayBack(host, keeper);
  await keeper.start();
  await look_at_link(host, keeper);
  addEventListener('hashchange', () => gauge.addEventListener('shopgauge-change', () => void look_at_link(host, keeper), {once: true}));
  await start_offline(host);
}

if (element) void start(element);
