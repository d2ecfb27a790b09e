/** What every entry of the package exports. */
import stamped from 'piece:version';

export type * from '../../../web/src/generated/shopgauge';
export type {Asked, BatchAnswer, BatchRequest, CreateOptions, Engine, ProgramDocument, ProgressOptions, TextEngine} from './engine';
export type {OnProgress} from './exchange';
/** Of the package and of the engine in it. */
export const version: string = stamped;
