/** A comparison as a table: the figures of each side, the differences and their causes. */
import {csv_of, type CsvRow} from './csv';
import type {DeskView} from './desk_view';
import {columns_of, overview_rows, today_name} from './parts/overview';
import {choice_name} from './parts/choices';
import {pair_rows} from './parts/pair';
import {save_file} from './save_file';

/** What stands in a cell: words as the page has them. */
const cell = (text: unknown) => (typeof text === 'string' || typeof text === 'number' ? text : '');

function several(view: DeskView): CsvRow[] {
  const columns = columns_of(view.compared);
  const head = [view.say('page.why.part'), ...[today_name(view, columns), ...columns.map(({compared}) => choice_name(view, compared.choice))], 'id'];
  return [head, ...overview_rows(view, columns).map(({id, name, cells}) => [name, ...cells.map(({text, word}) => cell(word ?? text)), id])];
}

export function save_comparison(view: DeskView): void {
  const [one] = view.compared;
  const rows = view.compared.length === 1 && one?.value ? pair_rows({...view, pair: one}, one.value) : several(view);
  save_file(`shopgauge-${view.document.program}-compare.csv`, 'text/csv', csv_of(rows));
}
