import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLockSettings } from '../model/lock';
import { BIOMETRICS_MS, heldUntilMs, type HoldFacts } from './decide-biometrics';

const facts: HoldFacts = {
  settings: { ...defaultLockSettings, biometrics: true },
  biometry: 'touch-id',
  passphraseAtMs: 1_000,
  nowMs: 5_000,
};

describe('heldUntilMs', () => {
  it('L68 L71 is a week after the passphrase was given, where biometrics are wanted and there', () => {
    expect(heldUntilMs(facts)).toBe(1_000 + BIOMETRICS_MS);
    expect(heldUntilMs({ ...facts, settings: defaultLockSettings })).toBeUndefined();
    expect(heldUntilMs({ ...facts, biometry: 'none' })).toBeUndefined();
    expect(heldUntilMs({ ...facts, passphraseAtMs: undefined })).toBeUndefined();
    expect(heldUntilMs({ ...facts, nowMs: 1_000 + BIOMETRICS_MS })).toBeUndefined();
  });

  it('L71 is that same moment at each lock, or none, however the clock is set', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (passphraseAtMs, nowMs) => {
        const untilMs = heldUntilMs({ ...facts, passphraseAtMs, nowMs });
        const isWithin = nowMs >= passphraseAtMs && nowMs < passphraseAtMs + BIOMETRICS_MS;
        expect(untilMs).toBe(isWithin ? passphraseAtMs + BIOMETRICS_MS : undefined);
      }),
    );
  });
});
