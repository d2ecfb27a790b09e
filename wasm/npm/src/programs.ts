/** The program documents that the package ships, as texts: in a text every number keeps its digits. */
import found from 'piece:documents';

/** One edition of a program. */
export interface ShippedDocument {
  readonly program: string;
  readonly edition: string;
  /** The JSON text of the document (FORMAT.md). */
  readonly text: string;
}

/** All of them, by program and date. */
export const documents: readonly ShippedDocument[] = found;

/** The texts of all shipped editions, or of those of some programs; for `create({documents: shipped()})`. A name that is not shipped gives nothing. */
export const shipped = (...programs: string[]): string[] => documents.filter(({program}) => !programs.length || programs.includes(program)).map(({text}) => text);
