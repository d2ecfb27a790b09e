/** What a tab remembers over a reload of it, and the device for a visit without an address. A browser that keeps nothing forgets this too. */

/** The open store's id: that of the tab, and the last one of all. */
const store_key = 'shopgauge-store';
/** What the tab shows of the open store without having saved it. */
const look_key = 'shopgauge-look';

const [of_tab, of_device] = [() => sessionStorage, () => localStorage];

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // Then the next visit starts without it.
  }
}

export const tab_store = () => read(of_tab, store_key);
export const last_store = () => read(of_device, store_key);
export const tab_look = () => read(of_tab, look_key);

export const remember_tab_store = (id: string | undefined) => write(of_tab, store_key, id);
export const remember_last_store = (id: string | undefined) => write(of_device, store_key, id);
export const remember_look = (look: string | undefined) => write(of_tab, look_key, look);
