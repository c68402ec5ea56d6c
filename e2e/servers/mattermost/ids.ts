import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769'; // 32 letters, as the vendor's ids have

/** An id of 26 letters that is the same for the same words: what seeds get. */
export function idOf(...words: readonly string[]): string {
  return toLetters(createHash('sha256').update(words.join('\n')).digest());
}

/** An id that nobody has. */
export function newId(): string {
  return toLetters(randomBytes(26));
}

/** The name of a direct channel: both ids, the smaller first. */
export function directName(userId: string, otherId: string): string {
  return userId < otherId ? `${userId}__${otherId}` : `${otherId}__${userId}`;
}

/** The name of a group channel: 40 hex digits made of its members. */
export function groupName(userIds: readonly string[]): string {
  return createHash('sha1').update(userIds.toSorted().join('')).digest('hex');
}

function toLetters(bytes: Buffer): string {
  return [...bytes.subarray(0, 26)].map((byte) => ALPHABET[byte % 32] ?? '').join('');
}
