/**
 * A host's accent, made readable: buttons have it as it came, with black or white on it; words, lines and marks have it as
 * dark, or in the dark as light, as 4.5:1 wants it on every ground that they stand on. Drawing, not a rule of any program.
 */

type Colour = [red: number, green: number, blue: number];

const enough = 4.5;
/** How much of the accent its own soft ground has. */
const softness = 0.1;

/** The grounds that words in the accent stand on, as styles/tokens.ts has them: page, card, sunken, pass, near, fail. */
const grounds: Record<'light' | 'dark', Colour[]> = {
  light: [[244, 245, 247], [255, 255, 255], [239, 241, 244], [226, 243, 233], [250, 239, 217], [251, 232, 230]],
  dark: [[15, 18, 22], [23, 27, 33], [32, 38, 46], [20, 48, 31], [51, 39, 15], [58, 27, 25]],
};
const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);

export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const mix = (one: Colour, other: Colour, share: number) => one.map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * share)) as Colour;

const css = (colour: Colour) => `rgb(${colour.join(' ')})`;

/** Whatever CSS calls a colour, opaque; undefined where it is none. */
function colour_of(text: string): Colour | undefined {
  const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');
  if (!context || !CSS.supports('color', text)) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)] as Colour;
}

function rules(accent: Colour, theme: 'light' | 'dark'): string {
  const [, card = white] = grounds[theme];
  const soft = mix(card, accent, theme === 'light' ? softness : 2 * softness);
  const all = [...grounds[theme], soft];
  const end = theme === 'light' ? black : white;
  let words = accent;
  for (let share = 0; share < 1 && all.some((ground) => contrast(words, ground) < enough); share += 1 / 64) words = mix(accent, end, share);
  const on_it = contrast(accent, white) >= enough ? white : black;
  return `--accent:${css(words)};--accent-soft:${css(soft)};--fill:${css(accent)};--accent-text:${css(on_it)}`;
}

/** The style sheet for an accent as a host writes it; undefined where it is no colour. */
export function accent_sheet(text: string): string | undefined {
  const accent = colour_of(text);
  if (!accent) return undefined;
  const dark = rules(accent, 'dark');
  return `:host{${rules(accent, 'light')}}@media (prefers-color-scheme:dark){:host(:not([theme=light])){${dark}}}:host([theme=dark]){${dark}}`;
}
