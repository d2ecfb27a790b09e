// Draws a picture of a program: an SVG that follows the reader's light or dark by itself, with system fonts, a title and a description.
export const width = 640;
export const height = 388;

const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** How wide a text is at most, in parts of its size: fonts differ, so a little is added. */
function ems(text) {
  let sum = 0;
  for (const letter of text) sum += /[\u2e80-\u9fff\uf900-\uffef]/.test(letter) ? 1 : /[MWmw@%]/.test(letter) ? 0.92 : /[A-Z]/.test(letter) ? 0.7 : /[ .,:;'|ilj·()\/-]/.test(letter) ? 0.34 : 0.54;
  return sum;
}

/** Words, and Chinese letters each by itself. */
const pieces = (text) => text.match(/[\u2e80-\u9fff\uf900-\uffef][,.)]*\s*|[^\s\u2e80-\u9fff\uf900-\uffef]+\s*|\s+/g) ?? [];

/** What stands in brackets at the end of a name: the platform's own term beside its translation. */
const gloss = /\s*[（(][^（）()]*[）)]$/;

/** A name that has no room for its gloss goes without it. */
const name_in = (name, size, room) => cut(ems(name) * size > room ? name.replace(gloss, '') || name : name, size, room);

function cut(text, size, room) {
  if (ems(text) * size <= room) return text;
  let kept = '';
  for (const letter of text) {
    if (ems(`${kept}${letter}…`) * size > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

function lines(text, size, room, most) {
  const before = text.replace(gloss, '');
  const parts = [before, text.slice(before.length).trim()];
  if (most > 1 && before !== text && ems(text) * size > room && parts.every((part) => ems(part) * size <= room)) return parts;
  const found = [''];
  for (const piece of pieces(text)) {
    if (found.at(-1) && ems(found.at(-1) + piece.trimEnd()) * size > room) found.push('');
    found[found.length - 1] += piece;
  }
  const kept = found.slice(0, most).map((line) => line.trim());
  if (found.length > most) kept[most - 1] = cut(`${kept[most - 1]} ${found.slice(most).join('')}`, size, room);
  return kept.map((line) => cut(line, size, room));
}

const text = (x, y, size, words, {fill = 'text', weight = 400, anchor} = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" class="${fill}"${weight === 400 ? '' : ` font-weight="${weight}"`}${anchor ? ` text-anchor="${anchor}"` : ''}>${escape(words)}</text>`;

const box = (x, y, w, h, r, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" class="${fill}"/>`;

const marks = {pass: 'M4 10.5l4 4 8-9', fail: 'M5 5l10 10M15 5L5 15', open: 'M5 10h10'};
const tone = {pass: 'pass', true: 'pass', fail: 'fail', false: 'fail'};

function mark(x, y, size, verdict) {
  const kind = tone[verdict] ?? 'open';
  return `<path d="${marks[kind]}" transform="translate(${x} ${y}) scale(${size / 20})" class="stroke ${kind}-line"/>`;
}

const round = (value) => Number(value.toFixed(1));

function score_side({big, of, scale: [low, high], at, ends, verdict, verdict_text, verdict_of, tier}, top) {
  const w = 240;
  const wide = ems(big) * 68;
  const share = (at - low) / (high - low);
  const y = top + 88;
  return [
    text(32, top + 60, 68, big, {weight: 700}), text(round(32 + wide + 10), top + 60, 18, of, {fill: 'muted'}),
    box(32, y, w, 8, 4, 'line'), box(32, y, round(Math.max(8, w * share)), 8, 4, 'accent'),
    text(32, y + 26, 12, ends[0], {fill: 'muted'}), text(32 + w, y + 26, 12, ends[1], {fill: 'muted', anchor: 'end'}),
    ...(verdict ? [mark(32, y + 40, 18, verdict), text(56, y + 55, 16, verdict_text, {weight: 600}), text(56, y + 75, 12.5, cut(verdict_of, 12.5, w - 10), {fill: 'muted'})] : []),
    ...(tier ? [text(32, y + (verdict ? 100 : 54), 14, name_in(tier, 14, w))] : []),
  ];
}

function verdict_side({head, verdict, verdict_text, tier, cells}, top) {
  const w = 256;
  const heads = lines(head, 15, w, 2);
  const y = top + 8 + heads.length * 20;
  const cell_top = top + 122;
  return [
    ...heads.map((line, at) => text(32, top + 14 + at * 20, 15, line, {fill: 'muted'})),
    mark(32, y + 10, 32, verdict), text(74, y + 38, 34, cut(verdict_text, 34, w - 42), {weight: 700}),
    ...(tier ? [text(32, y + 66, 14, name_in(tier, 14, w))] : []),
    ...cells.flatMap((cell, at) => {
      const x = 32 + at * 51;
      return [box(x, cell_top, 46, 48, 8, `${tone[cell.verdict]}-soft`), text(x + 23, cell_top + 18, 12, cell.name, {anchor: 'middle', weight: 600}), mark(x + 15, cell_top + 26, 16, cell.verdict)];
    }),
  ];
}

function row_side({rows}, top) {
  const [x, w] = [328, 280];
  const step = rows[0]?.share === undefined ? 44 : 48;
  return rows.flatMap(({name, value, share, note, met}, at) => {
    const y = top + 14 + at * step;
    if (share !== undefined) {
      return [text(x, y, 15, name_in(name, 15, w - 56)), text(x + w, y, 15, value, {weight: 600, anchor: 'end'}), box(x, y + 10, w, 6, 3, 'line'), box(x, y + 10, round(Math.max(6, w * share)), 6, 3, 'accent')];
    }
    return [mark(x, y - 13, 18, met), text(x + 28, y, 14.5, name_in(name, 14.5, w - 28)), text(x + 28, y + 19, 13, cut(note, 13, w - 28), {fill: 'muted'})];
  });
}

function foot({edition, in_force, affiliation, open}) {
  const pill = round(ems(open) * 14 + 48);
  const left = width - 32 - pill;
  const room = left - 32 - 24;
  return [
    box(32, 318, width - 64, 1, 0, 'line'),
    text(32, 344, 12.5, cut(`${edition} · ${in_force}`, 12.5, room)), text(32, 364, 12, cut(affiliation, 12, room), {fill: 'muted'}),
    box(left, 332, pill, 36, 10, 'accent'), text(left + 16, 355, 14, open, {fill: 'on-accent', weight: 600}),
    `<path d="M0 4h9M5.5 0l4 4-4 4" transform="translate(${round(left + pill - 26)} 346)" class="stroke on-accent-line"/>`,
  ];
}

const custom_properties = (colours) => Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`).join(';');

function style({light, dark, font}) {
  const fills = {text: 'text', muted: 'muted', accent: 'accent', 'on-accent': 'accent-text', line: 'line', surface: 'surface', 'pass-soft': 'pass-soft', 'fail-soft': 'fail-soft', sunken: 'sunken'};
  const strokes = {pass: 'pass', fail: 'fail', open: 'near', 'on-accent': 'accent-text'};
  return `svg{${custom_properties(light)}}@media (prefers-color-scheme:dark){svg{${custom_properties(dark)}}}` +
    `text{font-family:${font.replaceAll('"', "'")}}.stroke{fill:none;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}.frame{fill:var(--surface);stroke:var(--line)}` +
    Object.entries(fills).map(([name, colour]) => `.${name}{fill:var(--${colour})}`).join('') + Object.entries(strokes).map(([name, colour]) => `.${name}-line{stroke:var(--${colour})}`).join('');
}

/** `look`: the page's tokens. `picture`: the answer with its words around it. */
export function draw(picture, look) {
  const {lang, title, platform, example, description} = picture;
  const titles = lines(title, 23, width - 64, 2);
  const top = titles.length > 1 ? 140 : 124;
  const tag = round(ems(example) * 13 + 24);
  const parts = [
    text(32, 44, 13.5, cut(platform, 13.5, width - 100 - tag), {fill: 'muted'}),
    box(width - 32 - tag, 27, tag, 25, 12.5, 'sunken'), text(round(width - 32 - tag / 2), 44, 13, example, {fill: 'muted', anchor: 'middle'}),
    ...titles.map((line, at) => text(32, 82 + at * 28, 23, line, {weight: 650})),
    ...(picture.kind === 'score' ? score_side(picture, top) : verdict_side(picture, top)), ...row_side(picture, top), ...foot(picture),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="${lang}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escape(title)}</title><desc id="desc">${escape(description)}</desc><style>${style(look)}</style>` +
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="16" class="frame"/>${parts.join('')}</svg>\n`;
}
