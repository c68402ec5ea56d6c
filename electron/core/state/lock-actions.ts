import type { Biometry, LaterWhy, LockSettings } from '../model/lock';
import type { Notice } from '../model/notice';
import type { Persisted } from '../model/persisted';

/** What becomes of the lock. */
export type LockAction =
  /** There is a passphrase from now on, or is none any more. */
  | { readonly kind: 'passphrase-set' }
  | { readonly kind: 'passphrase-removed' }
  /** The person wants it locked. */
  | { readonly kind: 'lock-requested' }
  | {
      readonly kind: 'locked';
      readonly why: LaterWhy;
      /** What opens it beside the passphrase, where anything does. */
      readonly opensBy?: Biometry;
      /** No passphrase is looked at before that, after several wrong ones. */
      readonly waitUntilMs?: number | null;
    }
  /** From now on the passphrase alone opens it. */
  | { readonly kind: 'biometrics-ended' }
  /** What the machine has was looked at. */
  | { readonly kind: 'biometry-seen'; readonly biometry: Biometry }
  /** A wrong passphrase; the next is looked at from then on. */
  | { readonly kind: 'unlock-failed'; readonly waitUntilMs: number | null }
  | { readonly kind: 'unlocked' }
  /** The same after a start: only now is known what was kept. */
  | {
      readonly kind: 'kept-opened';
      readonly persisted: Persisted;
      readonly notices: readonly Notice[];
      readonly hasPassphrase: boolean;
      readonly nowMs: number;
    }
  | { readonly kind: 'lock-settings-changed'; readonly settings: Partial<LockSettings> };
