/** What is used of a session's cookies. */
export interface CookieJar {
  /** Those that would be sent to an address, the closest path first. */
  readonly get: (filter: {
    readonly url: string;
  }) => Promise<readonly { readonly name: string; readonly value: string }[]>;
}

/**
 * Picks the cookies that would be sent to `url`, by name. A name that ends in `?` may be missing; undefined when
 * another one is.
 */
export async function pickCookies(
  jar: CookieJar,
  url: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>> | undefined> {
  if (names.length === 0) return {};
  const found = await jar.get({ url }).catch(() => []);
  const picked: Record<string, string> = {};
  for (const wanted of names) {
    const name = wanted.replace(/\?$/, '');
    const cookie = found.find((one) => one.name === name);
    if (cookie !== undefined) picked[name] = cookie.value;
    else if (name === wanted) return undefined;
  }
  return picked;
}
