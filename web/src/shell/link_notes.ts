/** Links that cannot be taken as they are: packed, damaged, from another version. Each has a way on. */
import type {View} from '../view';
import type {Keeper} from './keeper';
import type {Host, Way} from './host';
import {unpacked_address} from './pack';

/** Empties the form, or opens what the device has. */
function ways_on(host: Host, keeper: Keeper, view: View, done: () => void, has_something: boolean): Way[] {
  const {say, actions} = view;
  const [last] = keeper.stores;
  const way = (label: string, go: () => void) => ({label, go: () => {
    done();
    go();
  }});
  return [
    ...(has_something ? [way(say('page.tools.link.keep'), () => {})] : []),
    way(say('page.tools.link.start_anew'), () => host.show({...host.state(), fields: new Map()})),
    ...(last ? [way(say('page.tools.link.open_store', {name: last.name}), () => keeper.open_store(last))] : [way(say('page.example'), () => actions.load_example())]),
  ];
}

type Opened = 'readable' | 'damaged' | 'failed';

async function unpack(host: Host): Promise<Opened> {
  if (!/[#&]z=/.test(location.hash)) return 'readable';
  const packed = location.hash;
  const hash = await unpacked_address(packed).catch(() => packed);
  if (hash === undefined) return 'damaged';
  if (hash === packed) return 'failed';
  // The same state in other words: the way back does not lead to it.
  history.replaceState(null, '', hash);
  host.expect(hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
  return 'readable';
}

export async function look_at_link(host: Host, keeper: Keeper): Promise<void> {
  host.untell('link');
  const opened = await unpack(host);
  const has_faults = host.element.view()?.notices.some(({key}) => key.startsWith('page.link.'));
  const done = () => host.untell('link');
  if (opened === 'failed') host.tell({id: 'link', icon: 'alert', text: ({say}) => say('page.failed'), ways: ({say}) => [{label: say('page.tools.close'), go: done}]});
  else if (opened === 'damaged') host.tell({id: 'link', icon: 'alert', text: ({say}) => say('page.tools.link.damaged'), ways: (view) => ways_on(host, keeper, view, done, false)});
  else if (has_faults) host.tell({id: 'link', icon: 'info', text: ({say}) => say('page.tools.link.partly'), ways: (view) => ways_on(host, keeper, view, done, true)});
}
