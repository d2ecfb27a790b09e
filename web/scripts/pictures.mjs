// One picture for each edition and language: what the calculator answers for the example store. For pages that allow links and pictures alone.
// By hand: node scripts/pictures.mjs FOLDER writes them there.
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {picture_answer} from './picture_answer.mjs';
import {draw} from './picture_drawing.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const engine_folder = join(root, 'build/wasm/wasm');
const langs = ['zh-CN', 'en'];

const read_json = async (path) => JSON.parse(await readFile(join(root, path), 'utf8'));

async function start_engine() {
  const {default: start} = await import(pathToFileURL(join(engine_folder, 'shopgauge.min.js')).href);
  return start({wasmBinary: await readFile(join(engine_folder, 'shopgauge.wasm'))});
}

/** The page's own colours and type, from where they stand. */
async function look() {
  const source = await readFile(join(root, 'web/src/styles/tokens.ts'), 'utf8');
  const colours = (name) => {
    const block = new RegExp(`const ${name} = css\`([^\`]*)\``).exec(source)?.[1] ?? '';
    const found = Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key, value]));
    if (!found.accent) throw new Error(`src/styles/tokens.ts has no colours called ${name}`);
    return found;
  };
  const font = /--font: (?:var\(--shopgauge-font, )?([^;]+?)\)?;/.exec(source)?.[1];
  if (!font) throw new Error('src/styles/tokens.ts has no --font');
  return {light: colours('light'), dark: colours('dark'), font};
}

function in_force_text({from, until, article}, words) {
  if (article) return words.say('page.edition.article');
  return until ? words.say('page.tools.print.in_force_until', {from: words.date(from), until: words.date(until)}) : words.say('page.tools.print.in_force', {from: words.date(from)});
}

const row_text = ({name, value, note}) => `${name}: ${value ?? note}`;

function described({words, kind, big, of, verdict_text, tier, head, rows}, example, edition) {
  const answer = kind === 'score' ? `${big} ${of}${verdict_text ? `, ${verdict_text}` : ''}` : `${head}: ${verdict_text}`;
  return [example, answer, ...(tier ? [tier] : []), ...rows.map(row_text), edition].join(words.say('picture.mark'));
}

/** The example store of an edition: the program's own, else the one that is kept for it (web/pictures/README.md), so that a picture never changes. */
async function example_of(program, edition) {
  const own = await read_json(`core/programs/${program}/example.request.json`);
  const kept = `web/pictures/${program}.${edition}.json`;
  const request = own.edition === edition ? own : await read_json(kept);
  if (request.program !== program || request.edition !== edition) throw new Error(`${kept} is of ${request.program} ${request.edition}`);
  return request;
}

async function picture(engine, program, edition_id, lang, table, style) {
  const request = await example_of(program, edition_id);
  const document = await read_json(`core/programs/${program}/${edition_id}.json`);
  const loaded = JSON.parse(engine.load(JSON.stringify(document)));
  if (!loaded.ok) throw new Error(`${program}: ${JSON.stringify(loaded.issues)}`);
  const answer = picture_answer(engine, document, request, lang, table);
  const {words} = answer;
  const [example, edition, in_force] = [words.say('picture.example'), words.say('page.tools.print.edition', {edition: document.edition}), in_force_text(document.in_force, words)];
  const platform = document.platform[lang];
  return {path: `pictures/${program}.${edition_id}.${lang}.svg`, content: draw({
    ...answer, lang, title: document.title[lang], platform, example, edition, in_force, open: words.say('picture.open'), affiliation: words.say('picture.affiliation', {platform}),
    description: described(answer, example, `${edition}, ${in_force}`),
  }, style)};
}

/** The editions of a program, the newest last. */
const editions_of = async (program) => (await readdir(join(root, 'core/programs', program))).filter((file) => /^\d{4}-\d{2}-\d{2}\.json$/.test(file)).map((file) => file.slice(0, 10)).sort();

/** Every picture: {path below dist, content}. The newest edition's stands there a second time, without the edition in its name. */
export async function pictures() {
  const [engine, style] = await Promise.all([start_engine(), look()]);
  const names = (await readdir(join(root, 'core/programs'), {withFileTypes: true})).filter((entry) => entry.isDirectory()).map(({name}) => name).sort();
  const found = [];
  for (const lang of langs) {
    const table = await read_json(`core/api/texts/${lang}.json`);
    for (const name of names) {
      const editions = await editions_of(name);
      for (const edition of editions) found.push(await picture(engine, name, edition, lang, table, style));
      found.push({...found.at(-1), path: `pictures/${name}.${lang}.svg`});
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const {path, content} of await pictures()) {
    const file = join(process.argv[2] ?? 'dist', path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, content);
  }
}
