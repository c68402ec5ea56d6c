import * as z from 'zod/mini';
import { fromJson } from '../model/from-json';
import { safeParse } from '../model/safe-parse';

const fieldsSchema = z.record(z.string(), z.unknown());

/** Members of something of which nothing is sure. */
export type Fields = Readonly<Record<string, unknown>>;

/** Gives the members of an object; `undefined` of anything else. */
export function toFields(value: unknown): Fields | undefined {
  const parsed = safeParse(fieldsSchema, value);
  return parsed.success && !Array.isArray(value) ? parsed.data : undefined;
}

/** Gives what is there as itself or as JSON in a text, as a database keeps it. */
export const unpacked = (value: unknown): unknown => (typeof value === 'string' ? fromJson(value) : value);

/** Reads yes and no as files of many years have them: also as 0 and 1, as words, and as nothing at all. */
export function toFlag(value: unknown, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true' || value === '1') return true;
  if (value === 0 || value === 'false' || value === '0') return false;
  return otherwise;
}

/** Gives a text without white space around it; numbers count as text, all else as none. */
export function toText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** A short name of a text, the same each time: 53 bits by two multiplications, no secret. */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Makes keys of texts: the same text gives the same key each time, the second of one file another. */
export function createKeys(prefix: string): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    const key = `${prefix}-${shortHash(text)}`;
    return count === 1 ? key : `${key}-${count}`;
  };
}
