import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLockSettings } from '../model/lock';
import { decideLock, locksWithScreen, waitAfterMs, waitUntilMs, type LockFacts } from './decide-lock';

const MINUTE_MS = 60_000;
const facts = (changes: Partial<LockFacts> = {}): LockFacts => ({
  lock: { kind: 'open' },
  settings: defaultLockSettings,
  idleMs: 0,
  isInCall: false,
  ...changes,
});
const locked = { kind: 'locked', why: 'idle', waitUntilMs: null, isBroken: false, opensBy: 'none' } as const;

describe('decideLock', () => {
  it.each([
    ['nobody touched it for so long', facts({ idleMs: 10 * MINUTE_MS }), { kind: 'lock' }],
    ['not yet', facts({ idleMs: 9 * MINUTE_MS }), { kind: 'look-again', afterMs: MINUTE_MS }],
    ['nearly', facts({ idleMs: 10 * MINUTE_MS - 1 }), { kind: 'look-again', afterMs: 1_000 }],
    [
      'in a call',
      facts({ idleMs: 99 * MINUTE_MS, isInCall: true }),
      { kind: 'look-again', afterMs: MINUTE_MS },
    ],
    [
      'never, as set',
      facts({ idleMs: 1e9, settings: { ...defaultLockSettings, idleMin: null } }),
      { kind: 'rest' },
    ],
    ['no passphrase', facts({ idleMs: 1e9, lock: { kind: 'none' } }), { kind: 'rest' }],
    ['locked already', facts({ idleMs: 1e9, lock: locked }), { kind: 'rest' }],
  ])('L53 locks when nobody is there: %s', (_name, given, decision) => {
    expect(decideLock(given)).toEqual(decision);
  });

  it('L53 locks with the screen unless that is switched off, or there is no passphrase', () => {
    expect(locksWithScreen(facts())).toBe(true);
    expect(locksWithScreen(facts({ settings: { ...defaultLockSettings, withScreen: false } }))).toBe(false);
    expect(locksWithScreen(facts({ lock: { kind: 'none' } }))).toBe(false);
    expect(locksWithScreen(facts({ lock: locked }))).toBe(false);
  });
});

describe('wrong passphrases', () => {
  it('L59 three are free, then each waits twice as long as the one before, five minutes at most', () => {
    expect([0, 1, 2, 3, 4, 5, 8, 9, 10, 1_000_000].map((count) => waitAfterMs(count) / 1000)).toEqual([
      0, 0, 0, 5, 10, 20, 160, 300, 300, 300,
    ]);
  });

  it('L59 a clock that is set anyhow makes nobody wait longer', () => {
    expect(waitUntilMs({ count: 3, atMs: 1_000 }, 2_000)).toBe(6_000);
    expect(waitUntilMs({ count: 3, atMs: 1_000 }, 6_000)).toBeNull();
    const any = fc.record({ count: fc.nat(100), atMs: fc.nat() });
    fc.assert(
      fc.property(any, fc.nat(), (tries, nowMs) => {
        expect((waitUntilMs(tries, nowMs) ?? nowMs) - nowMs).toBeLessThanOrEqual(waitAfterMs(tries.count));
      }),
    );
  });
});
