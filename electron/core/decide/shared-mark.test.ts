import { expect, it } from 'vitest';
import { withSharedMark } from './shared-mark';

it('V38 marks the upper end of a picture with a red disc, parted from the rest, and leaves all else', () => {
  const grey = new Uint8Array(22 * 22 * 4).fill(200);
  const { bytes, width, height } = withSharedMark({ width: 22, height: 22, bytes: grey });
  const at = (x: number, y: number) => [...bytes.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
  expect([width, height, bytes.length]).toEqual([22, 22, grey.length]);
  expect(at(16, 5)).toEqual([0x44, 0x3b, 0xe5, 255]);
  expect(at(10, 5)).toEqual([0, 0, 0, 0]);
  expect(at(2, 20)).toEqual([200, 200, 200, 200]);
  expect(grey.every((byte) => byte === 200)).toBe(true);
});
