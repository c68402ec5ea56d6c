import * as z from 'zod/mini';

/** Cuts without leaving half a character: the desktop's bus takes only whole ones. */
export function clip(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A text of anything a page may say, clipped; what is no text, number or truth value is none. */
export const clipped = (max: number) =>
  z.pipe(
    z.unknown(),
    z.transform((value: unknown): string => (isPrimitive(value) ? clip(`${value}`, max) : '')),
  );

export const flag = z.pipe(
  z.unknown(),
  z.transform((value: unknown): boolean => value === true),
);

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
