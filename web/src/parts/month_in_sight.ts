/** The calendar strip opens where the current month is in sight: at its beginning, else where the phase begins. */
const shown = new WeakMap<Element, string>();

/** Once for each strip and day, so that it stays where the reader moved it. */
export function show_month(root: ParentNode, date = ''): void {
  const strip = root.querySelector('.strip');
  const now = strip?.querySelector('.now');
  if (!strip || !now || shown.get(strip) === date) return;
  shown.set(strip, date);
  const {right, left} = strip.getBoundingClientRect();
  const over = now.getBoundingClientRect().right + strip.scrollLeft - right;
  const phase = (now.closest('.phase') ?? now).getBoundingClientRect().left + strip.scrollLeft - left;
  strip.scrollLeft = over > -48 ? Math.max(phase, over) : 0;
}
