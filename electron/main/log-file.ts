import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Largest that a file of the log gets, in bytes, and how many there are: the one written to and those before it. */
export const LOG_BYTES_MAX = 256 * 1024;
export const LOG_FILES = 3;
/** Most lines that wait for a slow disk; what comes then is not written. */
const WAITING_MAX = 1000;

/** The log on the disk. */
export interface LogFile {
  readonly write: (lines: string) => void;
  /** Resolves once all is written that was given to it, or could not be. */
  readonly flush: () => Promise<void>;
}

export interface LogFileOptions {
  readonly bytesMax?: number;
  readonly files?: number;
}

/**
 * Writes `foyer.log` in a folder; once it is full it becomes `foyer.1.log`, that `foyer.2.log`, and the oldest goes. Never
 * throws and keeps nobody waiting: a log that cannot be written is none.
 */
export function openLogFile(folder: string, options: LogFileOptions = {}): LogFile {
  const { bytesMax = LOG_BYTES_MAX, files = LOG_FILES } = options;
  const nameOf = (number: number): string => join(folder, number === 0 ? 'foyer.log' : `foyer.${number}.log`);
  const now: { bytes: number | undefined; waiting: number; turn: Promise<void> } = {
    bytes: undefined,
    waiting: 0,
    turn: Promise.resolve(),
  };

  const rotate = async (): Promise<void> => {
    await rm(nameOf(files - 1), { force: true });
    for (let number = files - 2; number >= 0; number -= 1)
      await rename(nameOf(number), nameOf(number + 1)).catch(() => undefined);
    now.bytes = 0;
  };
  const append = async (lines: string): Promise<void> => {
    if (now.bytes === undefined) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      now.bytes = await stat(nameOf(0)).then(
        ({ size }) => size,
        () => 0,
      );
    }
    const size = Buffer.byteLength(lines);
    if (now.bytes > 0 && now.bytes + size > bytesMax) await rotate();
    await appendFile(nameOf(0), lines, { mode: 0o600 });
    now.bytes += size;
  };

  return {
    write: (lines) => {
      if (now.waiting >= WAITING_MAX) return;
      now.waiting += 1;
      now.turn = now.turn
        .then(() => append(lines))
        .catch(() => undefined)
        .finally(() => {
          now.waiting -= 1;
        });
    },
    flush: () => now.turn,
  };
}
