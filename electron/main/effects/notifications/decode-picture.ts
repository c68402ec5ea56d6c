import { createHash } from 'node:crypto';
import { nativeImage } from 'electron/common';
import { isPictureFit } from './picture-size';
import type { Picture } from './presenter';

/** Largest side of a picture on the desktop, in pixels. */
export const PICTURE_SIDE_MAX = 128;

/** Decodes a PNG or JPEG and encodes it anew, small, so that nothing but pixels goes on; `undefined` for all else. */
export function decodePicture(file: Buffer): Picture | undefined {
  if (!isPictureFit(file)) return undefined;
  const image = nativeImage.createFromBuffer(file);
  if (image.isEmpty()) return undefined;
  const { width, height } = image.getSize();
  const scale = Math.min(1, PICTURE_SIDE_MAX / Math.max(width, height));
  const small =
    scale === 1
      ? image
      : image.resize({
          width: Math.max(1, Math.round(width * scale)),
          height: Math.max(1, Math.round(height * scale)),
          quality: 'best',
        });
  const png = small.toPNG();
  return { key: createHash('sha256').update(png).digest('hex').slice(0, 32), png };
}
