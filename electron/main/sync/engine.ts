import type { Persisted } from '../../core/model/persisted';
import type { SyncProblem } from '../../core/model/sync';
import { keptToMade, madeToKept } from '../../core/sync/bridge';
import { diffMade } from '../../core/sync/diff-made';
import { isSharedSame } from '../../core/sync/made';
import { settle } from '../../core/sync/settle';
import type { AppStore } from '../store/app-store';
import type { Book } from './book';
import { createSyncDocument } from './document';
import type { SyncPlace } from './place';
import { readFresh } from './read-fresh';
import { toStatus } from './to-status';
import { writeOwn } from './write-own';

export interface EnginePort {
  readonly store: Pick<AppStore, 'getState' | 'dispatch'>;
  readonly place: SyncPlace;
  readonly key: Buffer;
  readonly book: Book;
  readonly save: (book: Book) => Promise<boolean>;
  /** Resolves when what is kept is on the disk. */
  readonly keep: () => Promise<void>;
  readonly nowMs: () => number;
  readonly isKeyOpen: boolean;
}

/** Puts together what is here with what is in the place. */
export interface SyncEngine {
  /** Once: what was agreed on, and what was left half done. */
  readonly begin: () => void;
  /**
   * One round: takes what was done here, reads what is new, writes what is not there. Gives what stands in the way. Once it
   * is stopped it only ends what it is at.
   */
  readonly round: (isStopped?: () => boolean) => Promise<SyncProblem | undefined>;
  /** Says how it stands. */
  readonly tell: () => void;
}

/**
 * Creates the engine. What is kept and the document change in one step, so that the difference between what was agreed on
 * and what is kept is always what the person did here. Nothing is written into the place before it is on this disk.
 */
export function createSyncEngine(port: EnginePort): SyncEngine {
  const { store, book, place, keep, nowMs } = port;
  const document = createSyncDocument(book.machineId, book.document);
  const now: {
    seen: Persisted | undefined;
    problem: SyncProblem | null;
    isSaved: boolean;
    isBegun: boolean;
  } = {
    seen: undefined,
    problem: null,
    isSaved: false,
    isBegun: false,
  };
  const kept = (): Persisted => store.getState().persisted;

  /** True where something was done here. */
  const takeHere = (): boolean => {
    if (now.seen !== undefined && isSharedSame(now.seen, kept())) return false;
    now.seen = kept();
    const here = keptToMade(now.seen, book.links);
    const edits = diffMade(book.agreed, here);
    if (edits.length === 0) return false;
    const update = document.edit(edits);
    book.agreed = here;
    now.isSaved = false;
    if (update !== undefined) book.going = [...book.going, update];
    return true;
  };
  const takeThere = (updates: readonly Uint8Array[]): void => {
    const isDone = takeHere();
    if (updates.length === 0 && !isDone && now.isBegun) return;
    now.isBegun = true;
    document.apply(updates);
    const next = madeToKept(document.made(), kept(), book.links);
    if (next !== kept()) store.dispatch({ kind: 'kept-merged', persisted: next });
    now.seen = kept();
    book.agreed = keptToMade(now.seen, book.links);
    now.isSaved = false;
  };
  const save = async (): Promise<boolean> => {
    if (now.isSaved) return true;
    now.isSaved = true;
    book.document = document.encode();
    now.isSaved = (await port.save(book)) && now.isSaved;
    return now.isSaved;
  };
  const round = async (isStopped: () => boolean): Promise<SyncProblem | undefined> => {
    // What hung on a service comes back with it.
    takeThere([]);
    const listed = await place.list();
    if (isStopped()) return undefined;
    if (!listed.ok) return listed.reason;
    const fresh = await readFresh({ ...port, isStopped }, listed.value);
    if (fresh.isOther) now.isSaved = false;
    if (isStopped()) return undefined;
    if (book.coming.length > 0) {
      if (!(await save())) return 'disk';
      if (isStopped()) return undefined;
      takeThere(book.coming);
      await keep();
      book.coming = [];
      book.readAtMs = nowMs();
    }
    await keep();
    if (isStopped()) return undefined;
    if (!(await save())) return 'disk';
    if (isStopped()) return undefined;
    const written = await writeOwn({ ...port, document, isStopped }, listed.value);
    if (!written.ok) return written.reason;
    // What was written is noted, stopped or not.
    if (written.value) now.isSaved = false;
    if (!(await save())) return 'disk';
    return fresh.problem;
  };
  const tell = (): void =>
    store.dispatch({ kind: 'sync-changed', sync: toStatus(book, now.problem, port.isKeyOpen) });
  return {
    begin: () => {
      if (book.coming.length > 0) {
        const trial = createSyncDocument(book.machineId, book.document);
        trial.apply(book.coming);
        const came = keptToMade(madeToKept(trial.made(), kept(), book.links), book.links);
        book.agreed = settle(book.agreed, came, keptToMade(kept(), book.links));
      }
      takeThere(book.coming);
      tell();
    },
    round: async (isStopped = () => false) => {
      const problem = await round(isStopped);
      if (isStopped()) return undefined;
      now.problem = problem ?? null;
      tell();
      return problem;
    },
    tell,
  };
}
