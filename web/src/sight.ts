/** Where an element is seen: it begins once it comes near the screen, and on a wide one the form stands beside the results. */
import type {LitElement} from 'lit';

/** From here on, the form stands beside the results: as in styles/base.ts, in pixels of the element. */
const wide_from = 1024;

/** Calls `begin` in time, at once where the element has the page to itself; gives whether it is wide. */
export function watch_sight(element: LitElement & {address: boolean}, begin: () => void): () => boolean {
  let wide = false;

  function measure(): void {
    const is_wide = element.clientWidth >= wide_from;
    if (is_wide !== wide) element.requestUpdate();
    wide = is_wide;
  }

  function meet(): void {
    near.disconnect();
    measure();
    begin();
  }

  const size = new ResizeObserver(measure);
  const near = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) meet();
  }, {rootMargin: '25%'});

  element.addController({
    hostConnected() {
      size.observe(element);
      if (element.address) meet();
      else near.observe(element);
    },
    hostDisconnected() {
      size.disconnect();
      near.disconnect();
    },
  });
  return () => wide;
}
