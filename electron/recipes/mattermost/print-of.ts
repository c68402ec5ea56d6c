const PRINT_MAX = 200;

/**
 * Gives a number made of the words of a text, without what Markdown adds: the same for a message and for the notification
 * of it. The probe has the same function, so that no words need to leave the page.
 */
export function printOf(text: string): number {
  const bare = text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, PRINT_MAX);
  let print = 2_166_136_261;
  for (let i = 0; i < bare.length; i += 1) print = Math.imul(print ^ bare.charCodeAt(i), 16_777_619);
  return print >>> 0;
}
