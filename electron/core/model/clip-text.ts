/** Gives a text on one line, fit to show and to send on: white space joined, nothing unseen, at most so many UTF-16 units. */
export const clipText = (text: string, max: number): string =>
  text
    .slice(0, max * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .slice(0, max)
    // The cut may leave half a character, which no address can hold.
    .replace(/\p{Surrogate}/gu, '')
    .trim();

/** The same, with a mark where something was left out. */
export function shortenText(text: string, max: number): string {
  const whole = clipText(text, max + 1);
  return whole.length <= max ? whole : `${clipText(whole, max - 1)}…`;
}
