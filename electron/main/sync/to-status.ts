import type { SyncProblem, SyncStatus } from '../../core/model/sync';
import type { Book } from './book';

/** Most files set aside that are shown. */
const ASIDE_MAX = 100;

/** Gives what is shown of the book. */
export const toStatus = (book: Book, problem: SyncProblem | null, isKeyOpen: boolean): SyncStatus => ({
  kind: 'on',
  place: book.place,
  isPaused: book.isPaused,
  problem,
  wroteAtMs: book.wroteAtMs,
  readAtMs: book.readAtMs,
  machines: [
    { id: book.machineId, name: book.machineName, isThis: true, heardAtMs: null },
    ...book.machines.map((one) => ({ ...one, isThis: false })),
  ],
  aside: book.aside.slice(0, ASIDE_MAX).map(({ name, why }) => ({ name, why })),
  isKeyOpen,
});
