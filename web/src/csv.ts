/** A table as CSV for spreadsheets. */
import {unparse} from 'papaparse';

export type CsvRow = (string | number)[];

/** A cell that a spreadsheet would take for a formula gets a quote before it; numbers with a sign stay numbers. */
const formula = /^[=@\t\r]|^[+-](?![\d.])/;

/** With the mark of its encoding: spreadsheets take Chinese for something else without it. */
export const csv_of = (rows: CsvRow[]) => `\ufeff${unparse(rows, {escapeFormulae: formula})}\r\n`;
