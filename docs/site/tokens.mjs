/**
 * How the search cuts text into words: Latin words and numbers as they are, Chinese into single signs and pairs. The generator
 * writes this function into the page, so it needs nothing from outside.
 */
export function tokens(text) {
  const found = [];
  for (const [word] of text.toLowerCase().matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_.-])+/gu)) {
    if (!/\p{Script=Han}/u.test(word)) found.push(word);
    else for (let at = 0; at < word.length; at += 1) found.push(word[at], ...(at + 1 < word.length ? [word.slice(at, at + 2)] : []));
  }
  return found;
}
