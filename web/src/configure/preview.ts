/** The preview is the snippet itself, in a page of its own that stands in for the author's. */
import type {Theme} from '../state';

export function preview_document(snippet: string, theme: Theme | undefined): string {
  const scheme = theme ?? 'light dark';
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="${scheme}"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body>\n${snippet}\n</body></html>`;
}

/** What most pages say of themselves; the policy of the configurator lets no style sheet be written into the page. */
export function dress(frame: HTMLIFrameElement, more = ''): void {
  const {contentDocument: page, contentWindow} = frame;
  if (!page || !contentWindow || !('adoptedStyleSheets' in page)) return;
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync('body { margin: 0; } a { display: block; padding: 16px; } img { display: block; max-width: 100%; height: auto; }' + more);
  page.adoptedStyleSheets = [sheet];
}
