/** Style sheets as texts: what a document or a shadow tree adopts. */

/** Only joins; the tag is for editors and for the build, which squeezes the white space. */
export const css = (strings: TemplateStringsArray, ...values: string[]) => String.raw({raw: strings}, ...values);

export function adopt(into: Document | ShadowRoot, text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  into.adoptedStyleSheets = [...into.adoptedStyleSheets, sheet];
}
