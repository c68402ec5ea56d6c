import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { WrongTries } from '../../core/decide/decide-lock';
import { writeWhole } from '../store/write-whole';
import { safeParse } from '../../core/model/safe-parse';

/** How often in a row it was wrong; kept, so that starting the app anew does not begin the count anew. */
export interface TriesFile {
  readonly read: () => WrongTries;
  /** A disk that refuses is no reason to hear nobody. */
  readonly write: (tries: WrongTries) => void;
  readonly clear: () => void;
}

export const TRIES_FILE = 'lock.tries.json';
const none: WrongTries = { count: 0, atMs: 0 };
const schema = z.object({
  count: z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000)),
  atMs: z.number().check(z.minimum(0)),
});

/** Opens the file of a folder. */
export function openTriesFile(folder: string): TriesFile {
  const path = join(folder, TRIES_FILE);
  const now: { tries: WrongTries | undefined } = { tries: undefined };
  return {
    read: () => (now.tries ??= load(path)),
    write: (tries) => {
      now.tries = tries;
      try {
        writeWhole(path, Buffer.from(JSON.stringify(tries)));
      } catch {
        // It is remembered while the app runs.
      }
    },
    clear: () => {
      now.tries = none;
      rmSync(path, { force: true });
    },
  };
}

function load(path: string): WrongTries {
  try {
    const parsed = safeParse(schema, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : none;
  } catch {
    return none;
  }
}
