const SERVER = '[a-z0-9.-]+(?::\\d{1,5})?|\\[[0-9a-f:.]+\\](?::\\d{1,5})?';
/** `#room:server`, `@person:server`, `!id:server`, with what a link may add. */
const NAME = new RegExp(`^[#@!+$][^\\s:/?]+:(${SERVER})(?=$|[/?])`, 'i');
const VIA = new RegExp(`[?&]via=(${SERVER})(?=$|&)`, 'i');
/** What stands for the sign in a `matrix:` link. */
const URI = new RegExp(`^matrix:(?:r|u|roomid|room|user)/[^\\s:/?]+:(${SERVER})(?=$|[/?])`, 'i');

/**
 * Gives the server that a room or person of Matrix is at: by name (`#room:example.org`), by `matrix:` link or by
 * `matrix.to`; undefined for all else.
 */
export function matrixServerIn(link: string): string | undefined {
  const target = /^(?:https?:\/\/)?(?:www\.)?matrix\.to\/#\/(.+)$/i.exec(link)?.[1];
  const name = target === undefined ? link : decoded(target);
  const server = URI.exec(name)?.[1] ?? NAME.exec(name)?.[1];
  return (server ?? (target === undefined ? undefined : VIA.exec(name)?.[1]))?.toLowerCase();
}

/** Gives a part of an address without its escapes, or as it is where they are none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
