/** What the rows of a table say once its columns have their meanings. Cells that cannot be read say nothing. */
import {reader_of, type Column} from './columns';
import type {RateUnit, Reader} from './quantities';

/** Both by the place of the column. */
export interface Meanings {
  columns: (Column | undefined)[];
  readers: (Reader | undefined)[];
}

export const meanings_of = (header: string[], columns: (Column | undefined)[], unit: RateUnit): Meanings =>
  ({columns, readers: columns.map((column, at) => column && reader_of(column, header[at] ?? '', unit))});

/** A row's cell under a meaning, as it would be typed. */
export function said_in({columns, readers}: Meanings, row: string[], id: string): string | undefined {
  const at = columns.findIndex((column) => column?.id === id);
  return readers[at]?.(row[at] ?? '');
}

/** The fields that a row fills in. */
export function fields_in({columns, readers}: Meanings, row: string[]): [string, string][] {
  return columns.flatMap((column, at): [string, string][] => {
    if (!column || !/^[mgp]\./.test(column.id)) return [];
    const text = readers[at]?.(row[at] ?? '');
    return text ? [[column.id, text]] : [];
  });
}

/** Rows with a month that can be read, the last one of each month. */
export function months_in(meanings: Meanings, rows: string[][]): Map<string, string[]> {
  return new Map(rows.flatMap((row): [string, string[]][] => {
    const month = said_in(meanings, row, 'month');
    return month ? [[month, row]] : [];
  }).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How many cells cannot be read. */
export const unreadable_in = ({readers}: Meanings, rows: string[][]) =>
  rows.reduce((sum, row) => sum + readers.filter((read, at) => read && read(row[at] ?? '') === undefined).length, 0);
