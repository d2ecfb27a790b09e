// What tests of kept stores share: saving one, and the records as they lie on the device.
import {open_sheet} from './fixture.mjs';

export async function save_store(page, name) {
  await open_sheet(page, 'stores');
  await page.locator('[name="store-name"]').fill(name);
  await page.locator('[data-act="save"]').click();
  await page.locator('[data-open]').getByText(name, {exact: true}).waitFor();
}

export async function keep_month(page, month) {
  await page.locator('select[name="month"]').selectOption(month);
  await page.locator('[data-act="keep-month"]').click();
  await page.locator(`tr[data-month="${month}"]`).waitFor();
}

/** The records as they lie on the device. */
export const records = (page) => page.evaluate(() => new Promise((done, failed) => {
  const asked = indexedDB.open('shopgauge');
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction('stores').objectStore('stores').getAll();
    all.onsuccess = () => {
      asked.result.close();
      done(all.result);
    };
  };
}));
