import * as fc from 'fast-check';
import { emptyPersisted } from '../model/persisted';
import type { LockAction } from './lock-actions';

/** What each action about the lock carries, for properties of the state. */
export const lockActions: {
  readonly [A in LockAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'passphrase-set': fc.constant({}),
  'passphrase-removed': fc.constant({}),
  'lock-requested': fc.constant({}),
  locked: fc.record({
    why: fc.constantFrom('asked' as const, 'idle' as const, 'screen' as const),
    opensBy: fc.constantFrom('none' as const, 'touch-id' as const),
  }),
  'biometrics-ended': fc.constant({}),
  'biometry-seen': fc.record({ biometry: fc.constantFrom('none' as const, 'touch-id' as const) }),
  'unlock-failed': fc.record({ waitUntilMs: fc.option(fc.nat(1_000_000)) }),
  unlocked: fc.constant({}),
  'kept-opened': fc.record({
    persisted: fc.constant(emptyPersisted),
    notices: fc.constant([]),
    hasPassphrase: fc.boolean(),
    nowMs: fc.nat(1_000_000),
  }),
  'lock-settings-changed': fc.record({
    settings: fc.record(
      {
        idleMin: fc.option(fc.integer({ min: 1, max: 60 })),
        withScreen: fc.boolean(),
        biometrics: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
};
