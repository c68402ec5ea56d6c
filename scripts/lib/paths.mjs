// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where downloads and assembled things are kept; git ignores it. */
export const cacheDir = join(rootDir, '.cache');

/** Paths inside the repository, joined to its root. @param {...string} parts */
export const inRoot = (...parts) => join(rootDir, ...parts);
