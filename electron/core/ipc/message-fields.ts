import * as z from 'zod/mini';
import { DEVICE_NAME_MAX, DEVICES_MAX } from '../model/devices';
import { messageLimits } from './service-limits';

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

/** Gives names of devices: texts, clipped, none empty or twice, so many at most. */
export const toDeviceNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [
        ...new Set(
          value
            .slice(0, DEVICES_MAX)
            .map((name: unknown) => (typeof name === 'string' ? clip(name, DEVICE_NAME_MAX) : ''))
            .filter((name) => name !== ''),
        ),
      ]
    : [];

/** Gives the address of a picture, by the web or with the picture in it; undefined for any other, or one too long. */
export function toIconUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^data:image\//i.test(value)) return value.length <= messageLimits.dataUrl ? value : undefined;
  return /^https?:\/\//i.test(value) && value.length <= messageLimits.url ? value : undefined;
}
