import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { safeParse } from '../../core/model/safe-parse';

/** What was read of a kept file. `isSound`: nothing of it has changed since it was written, or nobody can say. */
export interface KeptText {
  readonly value: unknown;
  readonly isSound: boolean;
}

const summedSchema = z.looseObject({ sum: z.string() });

/** Gives the text of a kept file: the value, and at its end the sum by which a bit that turned is found. Rule K20 of `docs/spec/storage.md`. */
export const toKeptText = (value: object): string =>
  JSON.stringify({ ...value, sum: sumOf(value) }, undefined, 2);

/**
 * Reads the text of a kept file; spaces and a byte order mark, as editors leave it, are no damage. A file without a sum is one
 * that somebody edited, or of a version that wrote none.
 * @throws when it is no JSON
 */
export function readKeptText(text: string): KeptText {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const summed = safeParse(summedSchema, value);
  if (!summed.success) return { value, isSound: true };
  const { sum, ...rest } = summed.data;
  return { value: rest, isSound: sum === sumOf(rest) };
}

const sumOf = (value: object): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
