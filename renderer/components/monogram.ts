/** How many grounds there are for letters on a tile; `service-icon.css` holds them. */
const HUES = 8;

/** A letter or a digit. */
export const LETTER = /[\p{L}\p{N}]/u;

/** Gives the words of a name: what has a letter or a digit in it. */
export const wordsIn = (name: string): readonly string[] =>
  name.split(/[\s._-]+/u).filter((word) => LETTER.test(word));

/** Gives one or two letters that stand for a name, and which ground they stand on. */
export function toMonogram(name: string): { readonly letters: string; readonly hue: number } {
  const firsts = wordsIn(name)
    .slice(0, 2)
    .map((word) => LETTER.exec(word)?.[0] ?? '');
  const letters = firsts.join('').toLocaleUpperCase() || (Array.from(name.trim())[0] ?? '?');
  const sum = Array.from(name).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return { letters, hue: sum % HUES };
}

/** Gives up to two letters or digits that tell a service from others with the same picture: the number its name ends in, else its initials. */
export function toChip(name: string): string {
  return /(?:^|\s)(\d{1,2})$/u.exec(name.trim())?.[1] ?? toMonogram(name).letters;
}
