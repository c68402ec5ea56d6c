// @ts-check

/** What a scanner found: which check, in which file, and the line as it stands there. @typedef {{ readonly id: string, readonly file: string, readonly line: string }} Finding */
/** A finding that is as it has to be, with the reason. @typedef {Finding & { readonly why: string }} Explained */

/**
 * Sets what was found against what is explained. Lines are told apart by their text, not their number, so that what
 * stands above them may change.
 * @param {readonly Finding[]} found @param {readonly Explained[]} explained
 * @returns {{ readonly unexplained: readonly Finding[], readonly stale: readonly Explained[] }} what nobody explained,
 *   and explanations of what is no longer found
 */
export function compareFindings(found, explained) {
  /** @param {Finding} one */
  const key = ({ id, file, line }) => JSON.stringify([id, file, line]);
  const foundKeys = new Set(found.map(key));
  const explainedKeys = new Set(explained.filter(({ why }) => why.trim() !== '').map(key));
  return {
    unexplained: found.filter((one) => !explainedKeys.has(key(one))),
    stale: explained.filter((one) => !foundKeys.has(key(one))),
  };
}
