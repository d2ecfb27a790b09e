/** The worker of a forecast: one task, one reply. */
import {teller, type Message} from '../../wasm/npm/src/exchange';
import type {ForecastTask} from './forecast';
import {answer} from './forecast_run';

const tell = (message: Message) => postMessage(message);

addEventListener('message', ({data}: MessageEvent<ForecastTask>) => {
  answer(data, teller(tell)).then((reply) => tell({reply}), (error: unknown) => tell({failure: String(error)}));
});
