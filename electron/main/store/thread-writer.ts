import type { OwnProcess } from '../fork-process';
import type { TimerPort } from '../timers';
import type { Stop } from './app-store';
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

/** How long a thread with nothing to do is kept: it takes 13 MB, and 30 ms to start anew, which nobody waits for. */
const IDLE_MS = 3_000;

/** Has a thread do the writing. It is started when there is something to write, and ends when there was nothing for a while. */
export function createThreadWriter(
  start: () => OwnProcess<ToWriter, FromWriter>,
  after: TimerPort['after'],
): KeptWriter {
  const waiting = new Map<number, (refused: string | undefined) => void>();
  const now: { thread: OwnProcess<ToWriter, FromWriter> | undefined; count: number; stopTimer: Stop } = {
    thread: undefined,
    count: 0,
    stopTimer: () => undefined,
  };
  const rest = (): void => {
    const { thread } = now;
    now.thread = undefined;
    thread?.kill();
  };
  const settle = ({ id, refused }: FromWriter): void => {
    waiting.get(id)?.(refused);
    waiting.delete(id);
    now.stopTimer();
    if (waiting.size === 0 && now.thread !== undefined) now.stopTimer = after(IDLE_MS, rest);
  };
  const begin = (): OwnProcess<ToWriter, FromWriter> => {
    const thread = start();
    thread.onMessage(settle);
    thread.onExit(() => {
      // One that was let go has nothing left to answer for.
      if (now.thread !== thread) return;
      now.thread = undefined;
      for (const id of waiting.keys()) settle({ id, refused: 'the writer has ended' });
    });
    return thread;
  };
  return {
    write: (role, value) =>
      new Promise((resolve, reject) => {
        now.stopTimer();
        now.count += 1;
        const id = now.count;
        waiting.set(id, (refused) => (refused === undefined ? resolve() : reject(new Error(refused))));
        now.thread ??= begin();
        now.thread.post({ id, role, value });
      }),
  };
}
