import * as z from 'zod/mini';

/** Fewest characters of a passphrase, of the lock or of a backup. */
export const PASSPHRASE_MIN = 8;
/** Most characters of a passphrase, in UTF-16 units. */
export const PASSPHRASE_MAX = 1000;
/** Longest time without a touch after which it locks, in minutes. */
export const LOCK_IDLE_MAX_MIN = 1440;

export const lockSettingsSchema = z.object({
  /** Minutes without a touch after which it locks; null: that alone never locks. */
  idleMin: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(LOCK_IDLE_MAX_MIN))),
  /** It locks with the screen, and when the machine falls asleep. */
  withScreen: z.boolean(),
  /** What the machine knows its person by opens it, too, for a while after the passphrase was given. */
  biometrics: z.boolean(),
});

/** The settings as they are kept; files from before it say nothing of biometrics. */
export const keptLockSettingsSchema = z.extend(lockSettingsSchema, {
  biometrics: z._default(z.boolean(), false),
});

/** When it locks by itself, once there is a passphrase. */
export type LockSettings = Readonly<z.infer<typeof lockSettingsSchema>>;

export const defaultLockSettings: LockSettings = {
  idleMin: 10,
  withScreen: true,
  biometrics: false,
};

/** What the machine knows its person by, and Electron can ask it for. */
export type Biometry = 'none' | 'touch-id';

/** Why it is locked. */
type LockWhy = 'start' | LaterWhy;
/** Why it was locked after it was open. */
export type LaterWhy = 'asked' | 'idle' | 'screen';

/** Where the lock stands. `none`: there is no passphrase. */
export type LockState =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'locked';
      readonly why: LockWhy;
      /** No passphrase is looked at before that, after several wrong ones; null: at once. */
      readonly waitUntilMs: number | null;
      /** What wraps the key is gone or broken: no passphrase opens what is sealed. */
      readonly isBroken: boolean;
      /** What opens it beside the passphrase. */
      readonly opensBy: Biometry;
    };

export const noLock: LockState = { kind: 'none' };

/** What becomes of a passphrase that was given. */
export type LockAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones just now: this one was not looked at. */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Too short, or too long. */
  | { readonly kind: 'unfit' }
  /** Another one is being looked at, or there is nothing to do it to. */
  | { readonly kind: 'not-now' }
  /** The disk refuses; what was kept is as it was, or sealed in part, and nothing is lost. */
  | { readonly kind: 'failed'; readonly reason: string };
