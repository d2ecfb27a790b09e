// The oldest browsers that the page is built for, and what they lack: ARCHITECTURE.md says how they were chosen.

export const floor = {chrome: '107', edge: '107', firefox: '115', safari: '16.1'};

/** For Vite, which rewrites newer syntax. */
export const build_target = Object.entries(floor).map(([browser, version]) => browser + version);

/** For es-check, which looks for newer syntax and newer built-in functions. Web views of iOS are its Safari. */
export const browserslist_query = [...Object.entries(floor), ['ios_saf', floor.safari]].map(([browser, version]) => `${browser} ${version}`).join(', ');

/** What es-check does not know: some syntax, functions of the browser, and CSS; `lacks` is one browser of the floor that has it too late or never. */
export const beyond = [
  {name: 'using', form: /\busing\s+\w+\s*=/, lacks: 'Chromium until 134'},
  {name: 'import attributes', form: /\bfrom\s*["'][^"']+["']\s*with\s*\{/, lacks: 'Chromium until 123'},
  {name: 'checkVisibility', form: /\.checkVisibility\(/, lacks: 'Safari until 17.4'},
  {name: 'popover', form: /\.(show|hide|toggle)Popover\(|\spopover(=|>)/, lacks: 'Chromium until 114'},
  {name: 'URL.canParse', form: /URL\.canParse/, lacks: 'Chromium until 120'},
  {name: 'AbortSignal.any', form: /AbortSignal\.any/, lacks: 'Chromium until 116'},
  {name: 'requestIdleCallback', form: /requestIdleCallback/, lacks: 'Safari'},
  {name: 'view transitions', form: /startViewTransition|view-transition-name/, lacks: 'Chromium until 111'},
  {name: 'bytes as base64', form: /\.(toBase64|fromBase64|toHex)\(/, lacks: 'Chromium until 140'},
  {name: 'durations in words', form: /Intl\.DurationFormat/, lacks: 'Chromium until 129'},
  {name: 'Temporal', form: /\bTemporal\./, lacks: 'Chromium until 144'},
  {name: 'nested rules', form: /[{;]\s*&[\s.:>[]/, lacks: 'Chromium until 112'},
  {name: 'color-mix()', form: /color-mix\(/, lacks: 'Chromium until 111'},
  {name: 'light-dark()', form: /light-dark\(/, lacks: 'Chromium until 123'},
  {name: 'oklch()', form: /\bok(lch|lab)\(/, lacks: 'Chromium until 111'},
  {name: 'dynamic viewport units', form: /\d[dsl]v[hwib]\b/, lacks: 'Chromium until 108'},
  {name: ':has()', form: /:has\(/, lacks: 'Firefox until 121'},
  {name: 'subgrid', form: /subgrid/, lacks: 'Chromium until 117'},
  {name: '@scope', form: /@scope\b/, lacks: 'Chromium until 118'},
  {name: '@starting-style', form: /@starting-style/, lacks: 'Chromium until 117'},
  {name: '@property', form: /@property\b/, lacks: 'Firefox until 128'},
  {name: 'anchor positioning', form: /anchor-name|position-anchor|anchor\(/, lacks: 'Chromium until 125'},
  {name: 'scroll timelines', form: /animation-timeline|(scroll|view)-timeline/, lacks: 'Chromium until 115'},
  {name: 'field-sizing', form: /field-sizing/, lacks: 'Chromium until 123'},
  {name: ':user-invalid', form: /:user-(in)?valid/, lacks: 'Chromium until 119'},
];

/** What a script holds in base64 is no code, though its letters may look like any; also in a script that it holds as a text. */
const without_base64 = (text) => text.replace(/(\\*["'`])[\w+/=]{100,}\1/g, '$1$1');

/** What a script or a style has of that. */
export const beyond_floor = (text) => beyond.filter(({form}) => form.test(without_base64(text)));
