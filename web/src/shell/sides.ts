/** Hands the kept stores, and the months of the open one, to the element: what today can be compared with. */
import type {HandedSide} from '../sides';
import type {Host} from './host';
import type {Keeper} from './keeper';
import type {KeptStore} from './kept';

/** What a store has for the program. */
function of_store(store: KeptStore, program: string): HandedSide[] {
  const sheet = Object.hasOwn(store.sheets, program) ? store.sheets[program] : undefined;
  if (!sheet?.fields.length) return [];
  const {edition, fields, own} = sheet;
  return [{id: `kept.${store.id}`, name: store.name, program, edition, fields, ...(own && store.file ? {document: store.file.text} : {})}];
}

/** What a store has for each program that is shipped. */
const sheets_of = ({sheets}: KeptStore) => Object.entries(sheets).flatMap(([program, {edition, fields, own}]) => (own ? [] : [{program, edition, fields}]));

/** Newest first. */
function of_months({id, name, months, sheets, file}: KeptStore, program: string): HandedSide[] {
  const own = Object.hasOwn(sheets, program) && sheets[program]?.own && file ? {document: file.text} : {};
  return months.filter((item) => item.program === program).reverse()
    .map(({month, edition, fields}) => ({id: `kept.${id}.${month}`, name, program, edition, fields, month, ...own}));
}

export function hand_over_sides(host: Host, keeper: Keeper): void {
  let last: unknown[] = [];
  host.addEventListener('change', () => {
    const {element} = host;
    const {program = ''} = element;
    const {stores, open} = keeper;
    const now = [stores, open, program];
    if (now.every((item, at) => item === last[at])) return;
    last = now;
    const others = stores.filter(({id}) => id !== open?.id).flatMap((store) => of_store(store, program));
    element.sides = {...(open ? {here: open.name, sheets: sheets_of(open)} : {}), others: [...others, ...(open ? of_months(open, program) : [])]};
    element.requestUpdate();
  });
}
