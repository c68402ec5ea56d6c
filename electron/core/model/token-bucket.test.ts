import { describe, expect, it } from 'vitest';
import { createTokenBucket, type TokenBucket } from './token-bucket';

describe('createTokenBucket', () => {
  const rate = { burst: 3, perSecond: 0.5 };
  const takeAll = (bucket: TokenBucket, nowMs: number): number =>
    Array.from({ length: 100 }, () => bucket.take(nowMs)).filter(Boolean).length;

  it('W22 lets three through at once, then one in two seconds, never more than three', () => {
    const bucket = createTokenBucket(rate);
    expect(takeAll(bucket, 0)).toBe(3);
    expect(takeAll(bucket, 1_999)).toBe(0);
    expect(takeAll(bucket, 4_000)).toBe(2);
    expect(takeAll(bucket, 1_000_000)).toBe(3);
  });

  it('W22 lets one through for each given, up to a full bucket', () => {
    const bucket = createTokenBucket(rate);
    takeAll(bucket, 0);
    bucket.give();
    expect(takeAll(bucket, 0)).toBe(1);
    for (let times = 0; times < 10; times += 1) bucket.give();
    expect(takeAll(bucket, 0)).toBe(3);
  });

  it('W22 is refilled by no clock that goes backwards', () => {
    const bucket = createTokenBucket(rate);
    expect(takeAll(bucket, 10_000)).toBe(3);
    expect(takeAll(bucket, 0)).toBe(0);
    expect(takeAll(bucket, 2_000)).toBe(1);
  });
});
