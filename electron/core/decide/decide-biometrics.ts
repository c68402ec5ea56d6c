import type { Biometry, LockSettings } from '../model/lock';

/** For how long after the passphrase was given something else may open it, in ms: a week. */
export const BIOMETRICS_MS = 7 * 24 * 60 * 60_000;
/** So many times in a row it is asked for in vain; then the passphrase is. */
export const REFUSALS_MAX = 5;

/** What is known when it locks. */
export interface HoldFacts {
  readonly settings: LockSettings;
  readonly biometry: Biometry;
  /** When the passphrase was last given in this run of the app. */
  readonly passphraseAtMs: number | undefined;
  readonly nowMs: number;
}

/** Until when the key stays in memory while it is locked, in ms since 1970; undefined: it goes at once. */
export function heldUntilMs({ settings, biometry, passphraseAtMs, nowMs }: HoldFacts): number | undefined {
  if (!settings.biometrics || biometry === 'none' || passphraseAtMs === undefined) return undefined;
  // A clock that was set back says nothing of how long it is since.
  if (nowMs < passphraseAtMs) return undefined;
  const untilMs = passphraseAtMs + BIOMETRICS_MS;
  return untilMs > nowMs ? untilMs : undefined;
}
