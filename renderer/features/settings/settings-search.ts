const toPlain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** True when every word of the query is somewhere in the texts; an empty query fits all. */
export function isFound(query: string, texts: readonly (string | undefined)[]): boolean {
  const hay = toPlain(texts.filter((text) => text !== undefined).join(' '));
  return toPlain(query)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
