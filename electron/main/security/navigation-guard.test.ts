import { describe, expect, it } from 'vitest';
import { createOpeningLimit } from './navigation-guard';

describe('createOpeningLimit', () => {
  const takeAll = (limit: { readonly take: () => boolean }): number =>
    Array.from({ length: 100 }, limit.take).filter(Boolean).length;

  it('lets three through at once, then one in two seconds, never more than three', () => {
    const clock = { nowMs: 0 };
    const limit = createOpeningLimit(() => clock.nowMs);
    expect(takeAll(limit)).toBe(3);
    clock.nowMs = 1_999;
    expect(takeAll(limit)).toBe(0);
    clock.nowMs = 4_000;
    expect(takeAll(limit)).toBe(2);
    clock.nowMs = 1_000_000;
    expect(takeAll(limit)).toBe(3);
  });

  it('lets one through for each click', () => {
    const limit = createOpeningLimit(() => 0);
    takeAll(limit);
    limit.give();
    expect(takeAll(limit)).toBe(1);
  });
});
