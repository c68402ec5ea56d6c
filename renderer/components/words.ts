/**
 * Gives a list with what was typed added to its end: parts by comma or line, without spaces around, none twice whatever
 * its case.
 */
export function withWords(
  words: readonly string[],
  typed: string,
  { wordMax, wordsMax }: { readonly wordMax: number; readonly wordsMax: number },
): readonly string[] {
  const known = new Set(words.map((word) => word.toLocaleLowerCase()));
  const added: string[] = [];
  for (const part of typed.split(/[,\n]/)) {
    const word = part.trim().replaceAll(/\s+/g, ' ').slice(0, wordMax);
    if (word === '' || known.has(word.toLocaleLowerCase())) continue;
    known.add(word.toLocaleLowerCase());
    added.push(word);
  }
  return added.length === 0 ? words : [...words, ...added].slice(0, wordsMax);
}
