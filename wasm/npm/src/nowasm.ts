/** The engine as JavaScript, for where WebAssembly is forbidden or missing: the same replies, four to five times slower. */
import type {CreateOptions, Engine} from './engine';
import {start} from './start';

export * from './public';

/** Starts an engine. Rejected where one of `documents` has faults. */
export const create = (options?: CreateOptions): Promise<Engine> => start(options);
