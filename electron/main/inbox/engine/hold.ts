import { open } from 'node:fs/promises';

/** Asks the disk to hold a file through a power cut (`fsync`). */
export async function holdFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Gives what has the disk hold what was written last. Nobody waits for it, so a slow disk keeps nothing back from being written;
 * asked again meanwhile, it does so once more after. A disk that fails at it says so at the next write.
 */
export function createHold(hold: () => Promise<void>): () => void {
  const now = { isAsked: false, isAtIt: false };
  const work = async (): Promise<void> => {
    now.isAtIt = true;
    while (now.isAsked) {
      now.isAsked = false;
      await hold().catch(() => undefined);
    }
    now.isAtIt = false;
  };
  return () => {
    now.isAsked = true;
    if (!now.isAtIt) void work();
  };
}
