/** A table of days as it was pasted, or came out of a file: rows of a request's `history`. */
import {parse} from 'papaparse';
import {metric_of} from './document';
import {number_of, type Json} from './exact';
import type {ProgramDocument} from './program';
import {metric_value} from './request';

/** Cells of a spreadsheet have tabs between them, files commas or semicolons. */
const cells_of = (text: string) => parse<string[]>(text.replace(/^\ufeff/, '').trim(), {delimitersToGuess: ['\t', ';', ','], skipEmptyLines: 'greedy', transform: (cell) => cell.trim()}).data;

/** "2026/9/1", "2026年9月1日", "2026-09-01 0:00" -> 2026-09-01, as spreadsheets show dates; anything else stays for the engine to refuse. */
function date_of(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+0?0:00(?::00)?)?$/.exec(cell.normalize('NFKC')) ?? [];
  return year === undefined ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** One day. A column is called like a metric, or like a part of its counts: `<metric>.num`, `.den`, `.sum`, `.n`. */
function day_of(document: ProgramDocument, names: string[], cells: string[]): {[key: string]: Json} {
  const metrics = Object.create(null) as {[key: string]: Json};
  names.forEach((name, at) => {
    const text = cells[at] ?? '';
    if (name === 'date' || text === '') return;
    const [id = '', part] = name.split('.');
    if (part === undefined) metrics[id] = metric_value(metric_of(document, id)?.kind, text);
    else metrics[id] = {...(metrics[id] as {[key: string]: Json} | undefined), [part]: number_of(text) ?? text};
  });
  return {date: date_of(cells[names.indexOf('date')] ?? ''), metrics};
}

export function history_of(document: ProgramDocument, pasted: string): Json[] {
  const [names = [], ...rows] = cells_of(pasted);
  return rows.map((cells) => day_of(document, names, cells));
}
