import type { SyncPlaceName } from '../../core/model/sync';
import type { SealPort } from '../seal-port';
import type { AppStore } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { Book, BookFile } from './book';
import { createSyncEngine, type SyncEngine } from './engine';
import { keyName } from './file-names';
import type { SyncPlace } from './place';
import { startRounds, type Rounds } from './rounds';
import { readSecrets } from './secrets';
import { takeAsJoining } from './take-as-joining';
import { toStatus } from './to-status';

/** Several machines, at work or paused. */
export interface Running {
  readonly go: () => void;
  /** Resolves when it is written down, and nothing is under way where it is paused. */
  readonly pause: (isPaused: boolean) => Promise<void>;
  readonly leave: (removesFiles: boolean) => Promise<void>;
  /** Resolves when nothing is under way any more; with `isLast` what was done last is written first, where that takes no time. */
  readonly close: (isLast: boolean) => Promise<void>;
}

export interface RunPort extends TimerPort {
  readonly store: Pick<AppStore, 'getState' | 'dispatch' | 'watch'>;
  readonly file: Pick<BookFile, 'save'>;
  readonly seal: SealPort;
  readonly openPlace: (name: SyncPlaceName, password: string, machineId: string) => SyncPlace;
  readonly keep: () => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}

/** How long the end waits for what was done last to be written into the place. */
const LAST_MS = 1_500;

/**
 * Goes on with a book; `isComplete`: what is kept is what it was when this machine ended.
 * @throws where what is in it cannot be used
 */
export function runBook(book: Book, port: RunPort, isComplete = true): Running {
  const { store, after, nowMs } = port;
  if (!isComplete) {
    takeAsJoining(book, store.getState().persisted);
    void port.file.save(book);
  }
  const secrets = readSecrets(book.secrets, port.seal);
  if (secrets === undefined) return withoutKey(book, port);
  const { key, password } = secrets;
  const place = port.openPlace(book.place, password, book.machineId);
  const begin = (): SyncEngine => {
    const isKeyOpen = 'key' in book.secrets;
    const engine = createSyncEngine({
      ...{ store, place, key, book, nowMs, isKeyOpen },
      ...{ save: port.file.save, keep: port.keep },
    });
    engine.begin();
    return engine;
  };
  const engine = beginWithout(book, begin, port.onProblem);
  const now: { rounds: Rounds | undefined; last: Promise<void> } = {
    rounds: undefined,
    last: Promise.resolve(),
  };
  const start = (): void => {
    now.rounds = startRounds({ store, engine, place, after, onProblem: port.onProblem, before: now.last });
  };
  /** Resolves when nothing is under way any more. */
  const stop = (): Promise<void> => {
    now.rounds?.stop();
    now.last = now.rounds?.settled() ?? now.last;
    now.rounds = undefined;
    return now.last;
  };
  if (!book.isPaused) start();
  return {
    go: () => void now.rounds?.go(),
    pause: async (isPaused) => {
      if (isPaused !== book.isPaused) {
        book.isPaused = isPaused;
        engine.tell();
        if (isPaused) void stop();
        else start();
      }
      await Promise.all([port.file.save(book), isPaused ? now.last : undefined]);
    },
    leave: async (removesFiles) => {
      await stop();
      if (removesFiles) await removeOwn(place, book);
      key.fill(0);
    },
    close: async (isLast) => {
      const late = (): Promise<void> => new Promise((resolve) => void after(LAST_MS, resolve));
      if (isLast && now.rounds !== undefined) await Promise.race([now.rounds.go(), late()]);
      // Whoever is still under way has a use for the key; at the end nobody waits for that.
      const ended = stop().then(() => void key.fill(0));
      await (isLast ? undefined : ended);
    },
  };
}

/** What is left to do where the key ring does not give the key. */
function withoutKey(book: Book, { store, file, openPlace }: RunPort): Running {
  const { place: name, machineId } = book;
  const tell = (): void => store.dispatch({ kind: 'sync-changed', sync: toStatus(book, 'no-key', false) });
  tell();
  return {
    go: () => undefined,
    pause: async (isPaused) => {
      book.isPaused = isPaused;
      await file.save(book);
      tell();
    },
    leave: async (removesFiles) => {
      // The password of a server is not there without the key ring, which the person was told.
      if (removesFiles && name.kind === 'folder') await removeOwn(openPlace(name, '', machineId), book);
    },
    close: async () => undefined,
  };
}

/** Begins; where what came last breaks that, without it, so that it does not do so at every start. */
function beginWithout<T>(book: Book, begin: () => T, onProblem: (error: unknown) => void): T {
  const { agreed, going, document } = book;
  try {
    return begin();
  } catch (error) {
    if (book.coming.length === 0) throw error;
    onProblem(error);
    Object.assign(book, { agreed, going, document, coming: [] });
    return begin();
  }
}

async function removeOwn(place: SyncPlace, { own, machineId }: Book): Promise<void> {
  for (const name of [...own.map((one) => one.name), keyName(machineId)]) await place.remove(name);
}
