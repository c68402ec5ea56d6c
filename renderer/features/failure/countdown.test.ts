// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toNextTickMs, toSecondsLeft, useSecondsLeft } from './countdown';

describe('toSecondsLeft', () => {
  it.each([
    [20_000, 0, 20],
    [20_000, 1, 20],
    [20_000, 1_000, 19],
    [20_000, 19_999, 1],
    [20_000, 20_000, 0],
    [20_000, 90_000, 0],
  ])('V4 until %i at %i is %i', (untilMs, nowMs, seconds) => {
    expect(toSecondsLeft(untilMs, nowMs)).toBe(seconds);
  });
});

describe('toNextTickMs', () => {
  it.each([
    [5_000, 0, 1_000],
    [5_000, 4_400, 600],
    [5_300, 5_000, 300],
    [5_000, 5_000, undefined],
    [5_000, 9_000, undefined],
  ])('V4 until %i at %i is %s', (untilMs, nowMs, wanted) => {
    expect(toNextTickMs(untilMs, nowMs)).toBe(wanted);
  });
});

describe('useSecondsLeft', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_250 });
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('V4 counts down once a second and then leaves no timer behind', () => {
    const seen: number[] = [];
    const Seconds = (): null => {
      const seconds = useSecondsLeft(1_003_000);
      if (seen.at(-1) !== seconds) seen.push(seconds);
      return null;
    };
    const root = createRoot(document.createElement('div'));
    act(() => root.render(createElement(Seconds)));
    for (const _ of [1, 2, 3]) act(() => void vi.advanceTimersByTime(1000));
    expect(seen).toEqual([3, 2, 1, 0]);
    expect(vi.getTimerCount()).toBe(0);
    act(() => root.unmount());
  });
});
