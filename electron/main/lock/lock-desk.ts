import { waitUntilMs } from '../../core/decide/decide-lock';
import { PASSPHRASE_MAX, PASSPHRASE_MIN, type LaterWhy, type LockAnswer } from '../../core/model/lock';
import type { AppStore } from '../store/app-store';
import { toReason } from '../store/disk-error';
import { newKeyPair, type KeyPair } from './box';
import type { Cost, Derive } from './by-passphrase';
import { readLock, removeLock, writeLock } from './lock-file';
import type { HeldKey } from './held-key';
import type { TriesFile } from './tries-file';
import type { Vault } from './vault';
import { unwrapKey, wrapKey, type LockFile } from './wrap';

export interface LockDeskPort {
  readonly store: Pick<AppStore, 'getState' | 'dispatch'>;
  /** The data folder. */
  readonly folder: string;
  readonly vault: Vault;
  readonly derive: Derive;
  readonly cost?: Cost;
  readonly tries: TriesFile;
  readonly held: HeldKey;
  readonly nowMs: () => number;
  /** Writes all that is kept anew, sealed or not as the vault says. Rejects where the disk refuses. */
  readonly rewrite: () => Promise<void>;
  /** At the first unlocking after the start: reads what is kept, and goes on with the start. */
  readonly openKept: () => void;
  /** Sets aside all that is sealed, and goes on with the start, empty. */
  readonly startOver: () => void;
}

/** What the person does with the lock. Rules in `docs/spec/lock.md`. */
export interface LockDesk {
  readonly set: (passphrase: string) => Promise<LockAnswer>;
  readonly change: (passphrase: string, next: string) => Promise<LockAnswer>;
  readonly remove: (passphrase: string) => Promise<LockAnswer>;
  /** From now on what the machine knows its person by opens it, too: another secret, so it takes this one. */
  readonly allowBiometrics: (passphrase: string) => Promise<LockAnswer>;
  readonly unlock: (passphrase: string) => Promise<LockAnswer>;
  /** Not at a start: nothing but the passphrase opens it then. */
  readonly unlockByBiometrics: () => Promise<LockAnswer>;
  readonly startOver: () => LockAnswer;
  readonly lock: (why: LaterWhy) => void;
}

const done: LockAnswer = { kind: 'done' };
const notNow: LockAnswer = { kind: 'not-now' };
const isFit = (passphrase: string): boolean =>
  passphrase.length >= PASSPHRASE_MIN && passphrase.length <= PASSPHRASE_MAX;

/** Creates the desk. One thing at a time is done on it. */
export function createLockDesk(port: LockDeskPort): LockDesk {
  const { store, folder, vault, derive, tries, held } = port;
  const now: { isBusy: boolean; lockNext: LaterWhy | undefined } = { isBusy: false, lockNext: undefined };
  const kind = () => store.getState().session.lock.kind;
  /** What is kept is not read yet. */
  const isAtStart = (): boolean => {
    const { lock: it } = store.getState().session;
    return it.kind === 'locked' && it.why === 'start';
  };

  const alone = async (run: () => Promise<LockAnswer>): Promise<LockAnswer> => {
    if (now.isBusy) return notNow;
    now.isBusy = true;
    try {
      return await run();
    } catch (error) {
      return { kind: 'failed', reason: toReason(error) };
    } finally {
      now.isBusy = false;
      const why = now.lockNext;
      now.lockNext = undefined;
      if (why !== undefined) lock(why);
    }
  };
  const lock = (why: LaterWhy): void => {
    // While a passphrase is set, changed or removed the keys are in use.
    if (now.isBusy) now.lockNext = why;
    else if (kind() === 'open' && vault.isOpen()) {
      store.dispatch({
        kind: 'locked',
        why,
        opensBy: held.hold(vault.copyKeys()),
        // Those before it was opened by something else still count.
        waitUntilMs: waitUntilMs(tries.read(), port.nowMs()),
      });
      vault.lock();
    }
  };

  /** Runs with the keys where the passphrase is the right one; else counts it, on the disk before it is looked at. */
  const withKeys = (passphrase: string, run: (keys: KeyPair) => Promise<LockAnswer>): Promise<LockAnswer> =>
    alone(async () => {
      const found = readLock(folder);
      if (found.kind !== 'good') return notNow;
      const before = tries.read();
      const untilMs = waitUntilMs(before, port.nowMs());
      if (untilMs !== null) {
        store.dispatch({ kind: 'unlock-failed', waitUntilMs: untilMs });
        return { kind: 'wait', untilMs };
      }
      tries.write({ count: before.count + 1, atMs: port.nowMs() });
      const opened = await openAny(found.files, passphrase, derive).catch((error: unknown) => {
        // Nobody has learnt anything.
        tries.write(before);
        throw error;
      });
      if (opened === undefined) {
        store.dispatch({ kind: 'unlock-failed', waitUntilMs: waitUntilMs(tries.read(), port.nowMs()) });
        return { kind: 'wrong' };
      }
      const { keys, file } = opened;
      tries.clear();
      held.passphraseGiven();
      try {
        // One of them is gone, broken, or has another passphrase since the changing of it was cut short.
        if (!found.isPaired) writeLock(folder, file);
        return await run(keys);
      } finally {
        keys.privateKey.fill(0);
      }
    });

  return {
    set: (passphrase) =>
      alone(async () => {
        if (kind() !== 'none' || readLock(folder).kind === 'good') return notNow;
        if (!isFit(passphrase)) return { kind: 'unfit' };
        const keys = newKeyPair();
        const file = await wrapKey(keys, passphrase, derive, port.cost);
        try {
          writeLock(folder, file);
        } catch (error) {
          // Nothing is sealed yet.
          removeLock(folder);
          throw error;
        }
        vault.open(keys);
        keys.privateKey.fill(0);
        held.passphraseGiven();
        store.dispatch({ kind: 'passphrase-set' });
        // Where the disk refuses, what lies open is sealed with the next write, or at the next start.
        await port.rewrite();
        return done;
      }),
    change: (passphrase, next) =>
      isFit(next)
        ? withKeys(passphrase, async (keys) => {
            writeLock(folder, await wrapKey(keys, next, derive, port.cost));
            return done;
          })
        : Promise.resolve({ kind: 'unfit' }),
    remove: (passphrase) =>
      withKeys(passphrase, async (keys) => {
        if (kind() !== 'open') return notNow;
        vault.leaveOpen();
        try {
          await port.rewrite();
        } catch (error) {
          vault.open(keys);
          throw error;
        }
        // Last of all: till then the passphrase opens what is still sealed.
        removeLock(folder);
        vault.forget();
        store.dispatch({ kind: 'passphrase-removed' });
        return done;
      }),
    allowBiometrics: (passphrase) =>
      withKeys(passphrase, () => {
        if (kind() !== 'open') return Promise.resolve(notNow);
        store.dispatch({ kind: 'lock-settings-changed', settings: { biometrics: true } });
        return Promise.resolve(done);
      }),
    unlock: (passphrase) =>
      kind() === 'locked'
        ? withKeys(passphrase, (keys) => {
            held.drop();
            vault.open(keys);
            if (isAtStart()) port.openKept();
            else store.dispatch({ kind: 'unlocked' });
            return Promise.resolve(done);
          })
        : Promise.resolve(notNow),
    unlockByBiometrics: async () => {
      const given = await held.ask();
      if (given.kind !== 'given') return given;
      const { keys } = given;
      try {
        // A passphrase that is being looked at decides.
        if (now.isBusy || kind() !== 'locked') return notNow;
        held.drop();
        vault.open(keys);
        store.dispatch({ kind: 'unlocked' });
        return done;
      } finally {
        keys.privateKey.fill(0);
      }
    },
    startOver: () => {
      if (!isAtStart() || now.isBusy) return notNow;
      tries.clear();
      port.startOver();
      return done;
    },
    lock,
  };
}

/** One that is whole and yet says something else is as good as gone: then the other opens. */
async function openAny(
  files: readonly LockFile[],
  passphrase: string,
  derive: Derive,
): Promise<{ readonly keys: KeyPair; readonly file: LockFile } | undefined> {
  for (const file of files) {
    const keys = await unwrapKey(file, passphrase, derive);
    if (keys !== undefined) return { keys, file };
  }
  return undefined;
}
