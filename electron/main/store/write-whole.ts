import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The steps of replacing a file; tests cut them short. */
export interface WholePort {
  /** Writes all of a new file and makes it last. */
  readonly fill: (path: string, bytes: Uint8Array) => void;
  readonly rename: (from: string, to: string) => void;
}

const disk: WholePort = {
  fill: (path, bytes) => {
    const handle = openSync(path, 'w', 0o600);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: renameSync,
};

/**
 * Replaces a file whole: it holds the old or the new at every instant. Readable by its owner alone.
 * @throws where the disk refuses, or what is read back is not what was written
 */
export function writeWhole(path: string, bytes: Uint8Array, port: WholePort = disk): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `${basename(path)}.tmp`);
  port.fill(temporary, bytes);
  // A disk that fills up in the middle may have taken a part of it.
  if (!readFileSync(temporary).equals(bytes)) throw new Error(`${basename(path)} is not what was written`);
  port.rename(temporary, path);
  syncFolder(dirname(path));
}

/** Makes a rename or a removal itself last through a power cut; Windows has no such call and refuses. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The data is in place either way; only the last change could be lost with the power.
  }
}
