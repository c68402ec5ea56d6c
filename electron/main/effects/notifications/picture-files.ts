import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Picture } from '../../icons/picture';

/** Most files kept at a time. */
const FILES_MAX = 100;

/** Pictures as files, since a daemon takes a path at no cost and pixels only through every byte of the bus. */
export interface PictureFiles {
  /** Gives the `file:` URL of a picture, written if it is not there yet; `undefined` when it cannot be written. */
  readonly urlOf: (picture: Picture) => Promise<string | undefined>;
  /** Removes them all; who asks for one again gets it again. */
  readonly clear: () => void;
}

/** Creates the files in a new folder, for this user only, inside `parent`. */
export function createPictureFiles(parent: string): PictureFiles {
  const held: { folder: Promise<string> | undefined; path: string | undefined } = {
    folder: undefined,
    path: undefined,
  };
  const files = new Map<string, Promise<string>>();

  const openFolder = async (): Promise<string> => {
    held.path = await mkdtemp(join(parent, 'foyer-pictures-'));
    return held.path;
  };

  const write = async ({ key, png }: Picture): Promise<string> => {
    held.folder ??= openFolder();
    const file = join(await held.folder, `${key}.png`);
    await writeFile(file, png, { mode: 0o600 });
    return file;
  };

  const dropOldest = (): void => {
    const [oldest] = files;
    if (files.size <= FILES_MAX || oldest === undefined) return;
    files.delete(oldest[0]);
    void oldest[1].then((file) => rm(file, { force: true })).catch(() => undefined);
  };

  return {
    urlOf: async (picture) => {
      const file = files.get(picture.key) ?? write(picture);
      // Said anew, so that the one used last is dropped last.
      files.delete(picture.key);
      files.set(picture.key, file);
      dropOldest();
      try {
        return pathToFileURL(await file).href;
      } catch {
        files.delete(picture.key);
        held.folder = undefined;
        return undefined;
      }
    },
    clear: () => {
      const { path } = held;
      Object.assign(held, { folder: undefined, path: undefined });
      files.clear();
      if (path !== undefined) rmSync(path, { recursive: true, force: true });
    },
  };
}
