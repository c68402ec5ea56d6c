/** True for what may stand in a word; all else ends one. */
const isOfWord = (char: string): boolean => /^\w$/.test(char);

/** Where a piece without `*` stands in a text from `from` on; -1 where it does not. `?` is any one character. */
function findPiece(
  text: string,
  piece: string,
  from: number,
  fits: (start: number, end: number) => boolean,
): number {
  for (let start = from; start + piece.length <= text.length; start += 1) {
    if (isAt(text, piece, start) && fits(start, start + piece.length)) return start;
  }
  return -1;
}

function isAt(text: string, piece: string, start: number): boolean {
  for (let i = 0; i < piece.length; i += 1)
    if (piece.charAt(i) !== '?' && piece.charAt(i) !== text.charAt(start + i)) return false;
  return true;
}

/**
 * Says whether a pattern with `*` and `?` fits a text, whatever the case of its letters: the whole of it, or with
 * `isInside` some words in it. Takes no more time than pattern times text, whatever they are.
 */
export function fitsGlob(pattern: string, text: string, isInside: boolean): boolean {
  const low = text.toLowerCase();
  const pieces = pattern.toLowerCase().split('*');
  const mayStart = (at: number): boolean => (isInside ? at === 0 || !isOfWord(low.charAt(at - 1)) : at === 0);
  const mayEnd = (at: number): boolean => at === low.length || (isInside && !isOfWord(low.charAt(at)));
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const found = findPiece(
      low,
      piece,
      at,
      (start, end) => (!isFirst || mayStart(start)) && (!isLast || mayEnd(end)),
    );
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}
