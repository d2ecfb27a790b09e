/**
 * Where the page's own files come from: they lie beside its script. A build of one file has them inside and takes
 * `single/files.ts` in this one's place (scripts/single.mjs), so nothing else may fetch.
 */

/** The folder of the built page. */
export const home = new URL(/* @vite-ignore */ './', import.meta.url);

/** Whether the page's files are fetched one by one, so that a service worker may keep them. */
export const is_folder = true;

export async function fetch_text(path: string): Promise<string> {
  const answer = await fetch(new URL(path, home));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

/** What an engine's factory takes, besides what says where its files are. */
export interface EngineOptions {
  on_progress?: (done: number, all: number) => void;
}

type Factory<T> = (options: EngineOptions & {locateFile: (name: string) => string}) => Promise<T>;

/** Fetches and starts one of the engines that lie in `folder`. */
export async function open_engine<T>(folder: URL, name: string, options: EngineOptions = {}): Promise<T> {
  const glue = (await import(/* @vite-ignore */ new URL(`${name}.js`, folder).href)) as {default: Factory<T>};
  return glue.default({...options, locateFile: (file) => new URL(file, folder).href});
}
