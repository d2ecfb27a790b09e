/** The engine with its WebAssembly inside: nothing is fetched, whatever the bundler, the server or the address. */
import type {CreateOptions, Engine} from './engine';
import {instantiate_inside} from './inside';
import {start} from './start';

export * from './public';

/** Starts an engine. Rejected where the page's policy forbids WebAssembly (`shopgauge/nowasm` serves there), or where one of `documents` has faults. */
export const create = (options?: CreateOptions): Promise<Engine> => start(options, instantiate_inside);
