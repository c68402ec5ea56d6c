import { randomBytes } from 'node:crypto';
import { compareBackup, isUnchanged } from '../../core/decide/compare-backup';
import type { SyncBeginAnswer, SyncJoinAnswer, SyncPlaceAnswer } from '../../core/ipc/sync-contract';
import { toBackedUp } from '../../core/model/backup';
import { PASSPHRASE_MIN } from '../../core/model/lock';
import { syncOff, toMachineName, type PlaceProblem, type SyncPlaceName } from '../../core/model/sync';
import type { Derive } from '../lock/by-passphrase';
import { isLocked } from '../../core/state/veil';
import type { SealPort } from '../seal-port';
import type { AppStore } from '../store/app-store';
import { newBook, type Book, type BookFile } from './book';
import { wrapSyncKey } from './key-file';
import { hasFiles, openPlace, readUpdates } from './look';
import type { SyncPlace } from './place';
import { planJoin } from './plan-join';
import { SYNC_KEY_BYTES } from './sealed-file';
import { keepSecrets } from './secrets';
import type { Running } from './run-book';

export interface DeskPort {
  readonly store: Pick<AppStore, 'getState' | 'dispatch'>;
  readonly file: BookFile;
  readonly seal: SealPort;
  readonly derive: Derive;
  /** Opens a place; for a server with its password. */
  readonly openPlace: (name: SyncPlaceName, password: string, machineId: string) => SyncPlace;
  readonly chooseFolder: () => Promise<string | null>;
  readonly toDavUrl: (typed: string) => string | undefined;
  /** Makes a folder that is not there on a server. */
  readonly makeFolder: (name: SyncPlaceName, password: string) => Promise<void>;
  /** Writes what was before to the app's own folder; undefined where that fails. */
  readonly keepCopy: () => Promise<string | undefined>;
  readonly machineName: string;
  readonly onProblem: (error: unknown) => void;
  /**
   * Begins with a book, or goes on with it; whether what is kept is what it was then.
   * @throws where the book cannot be used
   */
  readonly run: (book: Book, isComplete: boolean) => Running;
}

/** What the person does about several machines. Rules in `docs/spec/sync.md`. */
export interface SyncDesk {
  readonly chooseFolder: () => Promise<SyncPlaceAnswer>;
  readonly lookWebdav: (typed: { url: string; user: string; password: string }) => Promise<SyncPlaceAnswer>;
  readonly begin: (given: { passphrase: string; machineName: string }) => Promise<SyncBeginAnswer>;
  readonly join: () => Promise<SyncJoinAnswer>;
  readonly now: () => void;
  /** Resolves when it is written down, and nothing is under way any more; false where there is nothing to pause. */
  readonly pause: (isPaused: boolean) => Promise<boolean>;
  readonly leave: (removesFiles: boolean) => Promise<void>;
  /**
   * Goes on with the book there is; at the start, and when it is unlocked. `isComplete`: what is kept was read whole, and not
   * lost or from before. True once it goes on.
   */
  readonly open: (isComplete: boolean) => Promise<boolean>;
  /** Ends; with `isLast` what was done last is written first. */
  readonly close: (isLast: boolean) => Promise<void>;
}

interface Looked {
  readonly name: SyncPlaceName;
  readonly password: string;
  readonly machineId: string;
  readonly place: SyncPlace;
}

interface Offered extends Looked {
  readonly key: Buffer;
  readonly keyText: string;
  readonly machineName: string;
}

/** Creates the desk. */
export function createSyncDesk(port: DeskPort): SyncDesk {
  const { store, file } = port;
  const now: {
    looked?: Looked | undefined;
    offered?: Offered | undefined;
    running?: Running | undefined;
    /** Two at work with one book would write over each other. */
    closing: Promise<void>;
    /** The book there is cannot be used. */
    isBroken: boolean;
  } = { closing: Promise.resolve(), isBroken: false };
  const kept = () => store.getState().persisted;

  const look = async (name: SyncPlaceName, password: string): Promise<SyncPlaceAnswer> => {
    const machineId = randomBytes(8).toString('hex');
    const place = port.openPlace(name, password, machineId);
    let listed = await place.list();
    if (!listed.ok && listed.reason === 'gone') {
      await port.makeFolder(name, password);
      listed = await place.list();
    }
    if (!listed.ok) return { kind: 'failed', reason: listed.reason };
    now.looked = { name, password, machineId, place };
    return {
      kind: 'found',
      place: name.kind === 'folder' ? name.folder : name.url,
      isNew: !hasFiles(listed.value),
      machineName: port.machineName,
    };
  };
  /** Gives why it cannot be begun. */
  const start = async (offered: Offered): Promise<PlaceProblem | 'not-kept' | undefined> => {
    const updates = await readUpdates(offered.place, offered.key);
    if (!updates.ok) return updates.reason;
    if (isLocked(store.getState())) return 'not-kept';
    const { key, password, name: place, machineId, machineName, keyText } = offered;
    const { links, document, agreed } = planJoin(updates.value, kept(), machineId);
    const secrets = keepSecrets({ key, password }, port.seal);
    const book = newBook({ machineId, machineName, place, secrets, keyText, links, document, agreed });
    if (now.isBroken) file.setAside();
    now.isBroken = false;
    if (!(await file.save(book))) return 'not-kept';
    now.looked = undefined;
    now.offered = undefined;
    // Locked meanwhile, it goes on once it is unlocked; it may be already.
    if (!isLocked(store.getState())) now.running ??= port.run(book, true);
    return undefined;
  };
  const goOn = (isComplete: boolean): void => {
    const book = file.load();
    if (book === undefined) return;
    try {
      if (book !== 'broken') now.running = port.run(book, isComplete);
    } catch (error) {
      port.onProblem(error);
    }
    now.isBroken = now.running === undefined;
    if (now.isBroken) store.dispatch({ kind: 'sync-changed', sync: { kind: 'off', problem: 'book' } });
  };
  return {
    chooseFolder: async () => {
      const folder = await port.chooseFolder();
      return folder === null ? { kind: 'cancelled' } : look({ kind: 'folder', folder }, '');
    },
    lookWebdav: async ({ url: typed, user, password }) => {
      const url = port.toDavUrl(typed);
      return url === undefined
        ? { kind: 'failed', reason: 'bad-address' }
        : look({ kind: 'webdav', url, user }, password);
    },
    begin: async ({ passphrase, machineName: typed }) => {
      const { looked } = now;
      if (looked === undefined || now.running !== undefined) return { kind: 'failed', reason: 'gone' };
      const opened = await openPlace(looked.place, passphrase, port.derive);
      if (opened.kind === 'failed') return opened;
      if (opened.kind === 'new' && passphrase.length < PASSPHRASE_MIN)
        return { kind: 'failed', reason: 'unfit' };
      const key = opened.kind === 'open' ? opened.key : randomBytes(SYNC_KEY_BYTES);
      const keyText = await wrapSyncKey(key, passphrase, port.derive);
      const offered = { ...looked, key, keyText, machineName: toMachineName(typed) ?? port.machineName };
      if (opened.kind === 'new') {
        const problem = await start(offered);
        return problem === undefined ? { kind: 'begun' } : { kind: 'failed', reason: problem };
      }
      const updates = await readUpdates(looked.place, key);
      if (!updates.ok) return { kind: 'failed', reason: updates.reason };
      now.offered = offered;
      const { persisted } = planJoin(updates.value, kept(), looked.machineId);
      const changes = compareBackup(toBackedUp(kept()), toBackedUp(persisted));
      return { kind: 'offer', changes, isUnchanged: isUnchanged(changes) };
    },
    join: async () => {
      const { offered } = now;
      if (offered === undefined) return { kind: 'failed', reason: 'gone' };
      const copy = await port.keepCopy();
      if (copy === undefined) return { kind: 'failed', reason: 'no-copy' };
      const problem = await start(offered);
      return problem === undefined ? { kind: 'joined', copy } : { kind: 'failed', reason: problem };
    },
    now: () => now.running?.go(),
    pause: async (isPaused) => {
      await now.closing;
      const { running } = now;
      await running?.pause(isPaused);
      return running !== undefined;
    },
    leave: async (removesFiles) => {
      await now.closing;
      const { running } = now;
      now.running = undefined;
      await running?.leave(removesFiles);
      file.remove();
      store.dispatch({ kind: 'sync-changed', sync: syncOff });
    },
    open: async (isComplete) => {
      await now.closing;
      if (isLocked(store.getState())) return false;
      if (now.running === undefined) goOn(isComplete);
      return now.running !== undefined;
    },
    close: async (isLast) => {
      const { running } = now;
      now.running = undefined;
      now.offered = undefined;
      const ended = running?.close(isLast) ?? Promise.resolve();
      now.closing = Promise.all([now.closing, ended]).then(() => undefined);
      await (isLast ? ended : now.closing);
    },
  };
}
