// @ts-check

/**
 * A plugin that writes the few signs of a bundle that are not in Latin-1 as escapes. V8 keeps a source in which there is one such
 * sign with two bytes for each of its signs, for as long as the program runs, and in each page a preload is in.
 * @returns {import('vite').Plugin}
 */
export function oneByteSources() {
  return {
    name: 'foyer-one-byte-sources',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          chunk.code = toOneByte(chunk.code);
          // Outside of texts an escape would be none.
          this.parse(chunk.code);
        }
      },
    },
  };
}

const WIDE = /[^\0-\u00FF]/g;
/** Such a sign with all backslashes before it. */
const WIDE_AND_BEFORE = /(\\*)([^\0-\u00FF])/g;
/** What an escape has more than the sign it stands for. */
const ESCAPE_MORE = 5;

/**
 * Gives the same program in Latin-1; one that would be longer than with two bytes for each sign stays as it is.
 * @param {string} code @throws where a line of the program itself ends by such a sign
 */
export function toOneByte(code) {
  const count = code.match(WIDE)?.length ?? 0;
  if (count === 0 || count * ESCAPE_MORE >= code.length) return code;
  return code.replaceAll(WIDE_AND_BEFORE, (_all, before, sign) => {
    const isEscaped = before.length % 2 === 1;
    if (isEscaped && /[\u2028\u2029]/.test(sign))
      throw new Error('a text goes on in the next line by U+2028');
    // An escaped sign that means nothing by itself is that sign.
    const kept = isEscaped ? before.slice(1) : before;
    return `${kept}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
