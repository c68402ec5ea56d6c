import type * as fc from 'fast-check';
import { pick, scripts, type Step } from './steps';

const numbers: readonly number[] = [0, 1, 2, 4, 8, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xff];
const lengths: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0x7f, 0xff, 0xff, 0xff],
  [0x80, 0, 0, 0],
  [0, 0, 0, 1],
  [1, 0, 0, 0],
];

function changeBytes(bytes: Buffer, { at, how, what }: Step): Buffer {
  // What is decisive stands at the start of most files.
  const place = (how % 16 < 8 ? at % 64 : at) % Math.max(1, bytes.length);
  const start = bytes.subarray(0, place);
  switch (how % 8) {
    case 0:
    case 1:
      return Buffer.concat([start, Buffer.of(what & 0xff), bytes.subarray(place + 1)]);
    case 2:
      return Buffer.concat([start, Buffer.of(pick(numbers, what)), bytes.subarray(place + 1)]);
    case 3:
      return Buffer.concat([start, Buffer.from(pick(lengths, what)), bytes.subarray(place + 4)]);
    case 4:
      return start;
    case 5:
      return Buffer.concat([start, bytes.subarray(place + 1 + (what % 40))]);
    case 6:
      return Buffer.concat([start, Buffer.of(what & 0xff, (what >> 8) & 0xff), bytes.subarray(place)]);
    default:
      return Buffer.concat([start, bytes.subarray(place, place + (what % 64)), bytes.subarray(place)]);
  }
}

/** Gives files made of samples: bytes flipped, cut out, put in, lengths that lie. */
export const bytesLike = (samples: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  scripts.map(({ sample, steps }) => steps.reduce(changeBytes, pick(samples, sample)));
