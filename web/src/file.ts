/** A program document opened from the device: read, checked by the engine, and kept here alone. */
import type {Loaded} from './content';
import {check, type FullEngine} from './engine';
import type {Issue} from './generated/shopgauge';
import type {ProgramDocument} from './program';

export interface OpenedFile {
  name: string;
  /** Absent where the file has faults. */
  loaded?: Loaded;
  faults: Issue[];
}

/** No program document is as long; such a file is not even read. */
const most_bytes = 4_000_000;

export async function open_file(engine: FullEngine, file: File): Promise<OpenedFile> {
  const {name, size} = file;
  const text = size > most_bytes ? '' : await file.text();
  const reply = check(engine, text);
  if (!reply.ok) return {name, faults: reply.issues};
  return {name, faults: [], loaded: {text, document: JSON.parse(text) as ProgramDocument, from_device: true}};
}
