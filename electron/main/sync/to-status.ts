import type { SyncProblem, SyncStatus } from '../../core/model/sync';
import type { Book } from './book';

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
  aside: book.aside.map(({ name, why }) => ({ name, why })),
  isKeyOpen,
});
