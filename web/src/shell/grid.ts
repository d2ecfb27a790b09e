/** A table out of pasted cells or a file: rows of texts under a header, whichever way round it came. */
import {parse} from 'papaparse';

export interface Grid {
  header: string[];
  rows: string[][];
  /** Rows beyond the most that are read. */
  cut: number;
  /** The names stood in the first column. */
  turned: boolean;
}

/** workbook: an .xlsx file; empty: no cells. */
export type GridRefusal = 'workbook' | 'empty';

export const most_rows = 20_000;

/** The text of a file: UTF-8, UTF-16 as spreadsheets write it, else the Chinese encoding that they write. */
export function text_of_bytes(bytes: Uint8Array): string | GridRefusal {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return 'workbook';
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** So many rows tell which way round a table is. */
const most_looked_at = 100;

const is_number = (cell: string) => /^[¥￥$]?\s*[+-]?[\d,]*\.?\d+\s*[%‰万亿]?$/.test(cell.normalize('NFKC').trim());

function turned(cells: string[][]): string[][] {
  const width = Math.max(...cells.map((row) => row.length));
  return Array.from({length: width}, (_, at) => cells.map((row) => row[at] ?? ''));
}

/** `knows` says whether a cell is the name of a field. Names in the first column are turned into a header. */
export function read_grid(text: string, knows: (cell: string) => boolean): Grid | GridRefusal {
  const {data} = parse<string[]>(text.replace(/^\ufeff/, ''), {skipEmptyLines: 'greedy', delimitersToGuess: ['\t', ',', ';', '|']});
  let cells = data.map((row) => row.map((cell) => cell.trim()));
  if (!cells.length) return 'empty';
  const known_above = (cells[0] ?? []).filter(knows).length;
  const known_left = cells.slice(0, most_looked_at).filter((row) => knows(row[0] ?? '')).length;
  const turn = known_left > 1 && known_left > known_above && cells.length <= most_looked_at;
  if (turn) cells = turned(cells);
  const [first = [], ...rest] = cells;
  const has_header = first.some(knows) || !first.some(is_number);
  const width = Math.max(...cells.map((row) => row.length));
  const header = Array.from({length: width}, (_, at) => (has_header ? (first[at] ?? '') : ''));
  const rows = has_header ? rest : cells;
  if (!rows.length) return 'empty';
  return {header, rows: rows.slice(0, most_rows), cut: Math.max(rows.length - most_rows, 0), turned: turn};
}
