import { createHash, randomBytes } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A room's id that is the same for the same words: what seeds get. */
export function roomIdOf(serverName: string, ...words: readonly string[]): string {
  const bytes = createHash('sha256').update(words.join('\n')).digest();
  return `!${toLetters(bytes.subarray(0, 18))}:${serverName}`;
}

/** A room's id that nobody has. */
export const newRoomId = (serverName: string): string => `!${toLetters(randomBytes(18))}:${serverName}`;

/** An event's id as rooms of version 4 and later have them: a hash, 44 characters. */
export const newEventId = (): string => `$${randomBytes(32).toString('base64url')}`;

export const newToken = (): string => `syt_${randomBytes(24).toString('base64url')}`;
export const newDeviceId = (): string => toLetters(randomBytes(10)).toUpperCase();

const toLetters = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
