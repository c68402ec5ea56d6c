import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import type { BreakFacts } from '../../core/decide/decide-download';
import { toFreePath } from './free-path';

/** What downloads need of the file system. */
export interface DownloadFiles {
  readonly exists: (path: string) => boolean;
  /** Puts a second name to what has come so far: Chromium deletes the first when the app ends. */
  readonly saveAside: (path: string) => void;
  /** Gives the file its name again, or another where that is taken meanwhile, and how much of it is there. */
  readonly bringBack: (path: string, sizeBytes: number) => { readonly path: string; readonly bytes: number };
  /** Deletes what came of a file that is not wanted any more; with `orItself` also where the app was killed. */
  readonly discard: (path: string, orItself: boolean) => void;
  readonly room: (path: string) => Pick<BreakFacts, 'freeBytes' | 'canWrite'>;
}

/** Name of what came of a file before the app ended. */
export const asideOf = (path: string): string => `${path}.foyer-part`;

/** The real file system; what fails is as if it were not there, and the download begins anew. */
export const systemFiles: DownloadFiles = {
  exists: (path) => existsSync(path) || existsSync(asideOf(path)),
  saveAside: (path) => attempt(() => linkSync(path, asideOf(path))),
  bringBack: (path, sizeBytes) => {
    const aside = attempt(() => statSync(asideOf(path)));
    const there = attempt(() => statSync(path));
    if (aside === undefined) {
      const isOurs = there === undefined || sizeBytes === 0 || there.size < sizeBytes;
      return isOurs ? { path, bytes: there?.size ?? 0 } : { path: toFreeBeside(path), bytes: 0 };
    }
    if (there?.ino === aside.ino) {
      // Two names of one file: to give it one of them anew does nothing and leaves both.
      attempt(() => rmSync(asideOf(path)));
      return { path, bytes: aside.size };
    }
    const target = there === undefined ? path : toFreeBeside(path);
    return attempt(() => renameSync(asideOf(path), target) ?? true) === true
      ? { path: target, bytes: aside.size }
      : { path: toFreeBeside(path), bytes: 0 };
  },
  discard: (path, orItself) => {
    const one = existsSync(asideOf(path)) ? asideOf(path) : path;
    if (one !== path || orItself) attempt(() => rmSync(one, { force: true }));
  },
  room: (path) => ({
    freeBytes: attempt(() => {
      const { bavail, bsize } = statfsSync(dirname(path));
      return bavail * bsize;
    }),
    canWrite: attempt(() => accessSync(dirname(path), constants.W_OK) ?? true) ?? false,
  }),
};

const toFreeBeside = (path: string): string => toFreePath(dirname(path), basename(path));

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
