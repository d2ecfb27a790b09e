/** The worker of a forecast in a build of one file: the whole script once more, which begins as a worker where there is no document. */
import {worker_of_text} from '../worker_of_text';

declare global {
  /** The whole script, as a function. */
  const shopgauge_script: () => void;
  /** The script's address where it came as a file. */
  const shopgauge_address: string | undefined;
}

/** From its own address where that is the page's origin, as `script-src 'self'` wants it; else from its text. */
export const open_worker = () =>
  (shopgauge_address && self.origin !== 'null' && new URL(shopgauge_address).origin === self.origin ? new Worker(shopgauge_address) : worker_of_text(`(${String(shopgauge_script)})()`));
