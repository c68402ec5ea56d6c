import { createHash, randomBytes } from 'node:crypto';

/** Meteor leaves out what looks alike. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** An id as Meteor makes them, 17 signs. */
export const newId = (): string => toId(randomBytes(17));

/** The same id for the same words in every run. */
export const idOf = (...words: readonly string[]): string =>
  toId(createHash('sha256').update(words.join('\n')).digest().subarray(0, 17));

/** A login token as Meteor makes them, 43 signs. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What clients send in place of a password. */
export const digestOf = (password: string): string => createHash('sha256').update(password).digest('hex');

const toId = (bytes: Uint8Array): string => Array.from(bytes, (one) => SIGNS[one % SIGNS.length]).join('');
