import { nativeImage, type NativeImage } from 'electron/common';
import { toPngFromIco } from './ico';
import { isPictureFit } from './picture-size';

/** Side of the services' icons, in px. */
export const ICON_SIDE_MAX = 96;

interface PlainPngLimits {
  /** Largest side of what is given, in px; larger pictures are made smaller. */
  readonly sideMax: number;
  /** Most pixels of what is decoded at all. */
  readonly pixelsMax: number;
}

/**
 * Decodes a PNG, JPEG or .ico file and encodes it anew as PNG, so that nothing but pixels goes on; `undefined` for all
 * else and for what is too large by its own header.
 */
export function toPlainPng(file: Uint8Array, { sideMax, pixelsMax }: PlainPngLimits): Buffer | undefined {
  const image = decode(file, pixelsMax);
  if (image === undefined || image.isEmpty()) return undefined;
  const { width, height } = image.getSize();
  const scale = Math.min(1, sideMax / Math.max(width, height));
  if (scale === 1) return image.toPNG();
  const toSide = (side: number): number => Math.max(1, Math.round(side * scale));
  return image.resize({ width: toSide(width), height: toSide(height), quality: 'best' }).toPNG();
}

function decode(file: Uint8Array, pixelsMax: number): NativeImage | undefined {
  const ico = toPngFromIco(file);
  if (ico?.kind === 'pixels')
    return nativeImage.createFromBitmap(Buffer.from(ico.bgra), { width: ico.width, height: ico.height });
  const bytes = Buffer.from(ico?.png ?? file);
  return isPictureFit(bytes, pixelsMax) ? nativeImage.createFromBuffer(bytes) : undefined;
}
