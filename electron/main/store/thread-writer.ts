import type { OwnProcess } from '../fork-process';
import type { FileRole } from './disk';

/** Writes the kept files; nothing of main waits for the disk meanwhile. */
export interface KeptWriter {
  /**
   * Replaces one file whole; it holds the old or the new contents at every instant.
   * Rejects when it could not be written, or does not read back as written.
   */
  readonly write: (role: FileRole, value: object) => Promise<void>;
}

/** What main says to the thread that writes. */
export interface ToWriter {
  readonly id: number;
  readonly role: FileRole;
  readonly value: object;
}

/** What became of it; `refused` says why it was not written. */
export interface FromWriter {
  readonly id: number;
  readonly refused?: string;
}

/** Has a thread do the writing. It is started at the first write, and anew after one that ended. */
export function createThreadWriter(start: () => OwnProcess<ToWriter, FromWriter>): KeptWriter {
  const waiting = new Map<number, (refused: string | undefined) => void>();
  const now: { thread: OwnProcess<ToWriter, FromWriter> | undefined; count: number } = {
    thread: undefined,
    count: 0,
  };
  const settle = ({ id, refused }: FromWriter): void => {
    waiting.get(id)?.(refused);
    waiting.delete(id);
  };
  const begin = (): OwnProcess<ToWriter, FromWriter> => {
    const thread = start();
    thread.onMessage(settle);
    thread.onExit(() => {
      now.thread = undefined;
      for (const id of waiting.keys()) settle({ id, refused: 'the writer has ended' });
    });
    return thread;
  };
  return {
    write: (role, value) =>
      new Promise((resolve, reject) => {
        now.count += 1;
        const id = now.count;
        waiting.set(id, (refused) => (refused === undefined ? resolve() : reject(new Error(refused))));
        now.thread ??= begin();
        now.thread.post({ id, role, value });
      }),
  };
}
