import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Platform } from '../platform';

/** Longest path of a socket on macOS, in bytes; Linux has a little more. */
const PATH_MAX = 103;

export interface AskPlaceFacts {
  readonly platform: Platform;
  /** The data folder: each has a running Foyer of its own. */
  readonly folder: string;
  /** A folder of this user alone for what lives as long as their session; where paths are too long for the data folder. */
  readonly runtimeFolder: string | undefined;
}

/** Where a running Foyer hears commands. */
export interface AskPlace {
  /** A socket's path, or the name of a pipe. */
  readonly address: string;
  /** Made, for this user alone, before it is listened there; undefined where no folder is needed. */
  readonly folder: string | undefined;
}

/** Gives where the running Foyer of a data folder hears commands; undefined where there can be no such place. */
export function toAskPlace({ platform, folder, runtimeFolder }: AskPlaceFacts): AskPlace | undefined {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  // Windows gives others no right to write to it.
  if (platform === 'win32') return { address: `\\\\.\\pipe\\foyer-${name}`, folder: undefined };
  const own = join(folder, 'asked');
  const places = [own, ...(runtimeFolder === undefined ? [] : [join(runtimeFolder, `foyer-${name}`)])];
  const place = places.find((one) => Buffer.byteLength(join(one, 'socket')) <= PATH_MAX);
  return place === undefined ? undefined : { address: join(place, 'socket'), folder: place };
}
