/**
 * Most pixels of a page's picture that is decoded at all: a small file can unfold into gigabytes, and four million stop
 * main for longer than a storm may.
 */
export const PICTURE_PIXELS_MAX = 1_200_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads the size of a PNG or JPEG from its header without decoding it; `undefined` for all else. */
export function readPictureSize(file: Buffer): PictureSize | undefined {
  if (file.length >= 24 && file.subarray(0, 8).equals(PNG_SIGNATURE))
    return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  return file.length >= 4 && file.readUInt16BE(0) === 0xffd8 ? readJpegSize(file) : undefined;
}

/** True when a picture is of a kind and size we decode. */
export function isPictureFit(file: Buffer, pixelsMax: number = PICTURE_PIXELS_MAX): boolean {
  const size = readPictureSize(file);
  return size !== undefined && size.width > 0 && size.height > 0 && size.width * size.height <= pixelsMax;
}

function readJpegSize(file: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 <= file.length;) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    if (isFrame(marker)) return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    // A fill byte or a marker without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0…SOF15 without the three of that range that mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
