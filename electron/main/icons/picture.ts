import { createHash } from 'node:crypto';
import { PICTURE_PIXELS_MAX } from './picture-size';
import { toPlainPng } from './plain-png';

/** A picture for a notification, decoded and encoded anew by us, at most {@link PICTURE_SIDE_MAX} a side. */
export interface Picture {
  /** Names its content. */
  readonly key: string;
  readonly png: Buffer;
}

/** Largest side of a picture on the desktop, in pixels. */
const PICTURE_SIDE_MAX = 128;

/** Decodes a picture for the desktop; `undefined` if it is none, or one that would unfold into too much. */
export function decodePicture(file: Uint8Array): Picture | undefined {
  const png = toPlainPng(file, { sideMax: PICTURE_SIDE_MAX, pixelsMax: PICTURE_PIXELS_MAX });
  if (png === undefined) return undefined;
  return { key: createHash('sha256').update(png).digest('hex').slice(0, 32), png };
}
