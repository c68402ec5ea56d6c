import { describe, expect, it } from 'vitest';
import { isPictureFit, readPictureSize } from './picture-size';

const toPng = (width: number, height: number): Buffer => {
  const file = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(file);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
};
const toJpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from('ffc2000b080000000001012200', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe000040000ffff', 'hex').subarray(0, 9), frame]);
};

describe('readPictureSize', () => {
  it('D24 reads PNG and JPEG headers', () => {
    expect(readPictureSize(toPng(300, 20))).toEqual({ width: 300, height: 20 });
    expect(readPictureSize(toJpeg(640, 480))).toEqual({ width: 640, height: 480 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a cut PNG', toPng(1, 1).subarray(0, 20)],
    ['a JPEG without a frame', Buffer.from('ffd8ffe000040000ffda0004', 'hex')],
    ['a JPEG whose parts have no length', Buffer.from('ffd8ffe00000ffe00000', 'hex')],
  ])('D24 gives up on %s', (_what, file) => {
    expect(readPictureSize(file)).toBeUndefined();
    expect(isPictureFit(file)).toBe(false);
  });
});

it('D24 W62 takes no picture that unfolds into gigabytes', () => {
  expect(isPictureFit(toPng(1024, 1024))).toBe(true);
  expect(isPictureFit(toPng(2000, 2000))).toBe(false);
  expect(isPictureFit(toPng(60_000, 60_000))).toBe(false);
  expect(isPictureFit(toPng(0, 10))).toBe(false);
});
