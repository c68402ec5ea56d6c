import type { LockSettings, LockState } from '../model/lock';

/** What is needed to know whether it is to lock. */
export interface LockFacts {
  readonly lock: LockState;
  readonly settings: LockSettings;
  /** How long nobody has touched the machine. */
  readonly idleMs: number;
  /** A page uses microphone, camera or screen. */
  readonly isInCall: boolean;
}

/** Whether it locks now, and when to ask again; `rest`: only once the lock or its settings change. */
export type LockDecision =
  | { readonly kind: 'lock' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'look-again'; readonly afterMs: number };

const MINUTE_MS = 60_000;
/** Soonest to ask again. */
const LEAST_MS = 1_000;

/** Decides whether it locks since nobody has touched the machine: in a call one listens, and touches nothing. */
export function decideLock({ lock, settings, idleMs, isInCall }: LockFacts): LockDecision {
  if (lock.kind !== 'open' || settings.idleMin === null) return { kind: 'rest' };
  if (isInCall) return { kind: 'look-again', afterMs: MINUTE_MS };
  const leftMs = settings.idleMin * MINUTE_MS - idleMs;
  return leftMs <= 0 ? { kind: 'lock' } : { kind: 'look-again', afterMs: Math.max(LEAST_MS, leftMs) };
}

/** True where it locks when the screen is locked, or the machine falls asleep. */
export const locksWithScreen = ({ lock, settings }: Pick<LockFacts, 'lock' | 'settings'>): boolean =>
  lock.kind === 'open' && settings.withScreen;

/** Wrong passphrases in a row. */
export interface WrongTries {
  readonly count: number;
  /** When the last was. */
  readonly atMs: number;
}

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const WAIT_MAX_MS = 5 * 60_000;

/** How long nobody is heard after so many wrong passphrases in a row. Never for good: data is not lost by guessing. */
export const waitAfterMs = (count: number): number =>
  count < FREE_TRIES ? 0 : Math.min(WAIT_MAX_MS, FIRST_WAIT_MS * 2 ** Math.min(16, count - FREE_TRIES));

/** Until when nobody is heard; null: a passphrase is looked at now. A clock that was set back does not make it longer than it can be. */
export function waitUntilMs({ count, atMs }: WrongTries, nowMs: number): number | null {
  const untilMs = Math.min(atMs, nowMs) + waitAfterMs(count);
  return untilMs > nowMs ? untilMs : null;
}
