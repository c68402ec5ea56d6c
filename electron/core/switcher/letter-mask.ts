/** Bits for the 26 letters of ASCII; all others share those that are left of 32. */
const ASCII_LETTERS = 26;
const OTHERS = 32 - ASCII_LETTERS;

/** Gives which letters a folded text has, or part of it, as bits: one that is not there cannot be found in it. */
export function maskOf(text: string, from = 0, to = text.length): number {
  let mask = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = code >= 97 && code <= 122;
    mask |= 1 << (isLetter ? code - 97 : ASCII_LETTERS + (code % OTHERS));
  }
  return mask;
}

/** True when no more than so many bits are set; at most a few are asked for. */
export function hasAtMostBits(mask: number, most: number): boolean {
  let rest = mask;
  for (let count = 0; rest !== 0; count += 1) {
    if (count === most) return false;
    rest &= rest - 1;
  }
  return true;
}
