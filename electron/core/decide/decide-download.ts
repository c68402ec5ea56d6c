import type { Download, DownloadAct, DownloadFailure } from '../model/download';

/** How a download stands, as the person sees it. */
export type DownloadLook = 'running' | 'paused' | 'stopped' | 'done' | 'failed' | 'cancelled';

/** Gives how it stands: one that is under way, but not in this run of the app, has stopped. */
export function toDownloadLook({ state, isPaused }: Download, isRunning: boolean): DownloadLook {
  if (state !== 'under-way') return state;
  if (!isRunning) return 'stopped';
  return isPaused ? 'paused' : 'running';
}

/** Gives what can be done with a download, the likeliest first. What would do something when opened is only shown. */
export function downloadActs(
  { source, isRisky }: Pick<Download, 'source' | 'isRisky'>,
  look: DownloadLook,
): readonly DownloadAct[] {
  switch (look) {
    case 'running':
      return ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'stopped':
      return source === null ? ['cancel'] : ['resume', 'cancel'];
    case 'done':
      return isRisky ? ['show', 'forget'] : ['open', 'show', 'forget'];
    case 'failed':
      return source === null ? ['forget'] : ['retry', 'forget'];
    case 'cancelled':
      return ['forget'];
  }
}

/** What is known where a download broke off. */
export interface BreakFacts {
  /** Room left where it was to be; undefined where that cannot be asked, as of a folder that is not there. */
  readonly freeBytes: number | undefined;
  readonly canWrite: boolean;
  readonly missingBytes: number;
  readonly isOnline: boolean;
}

/** Room that a disk needs to be of any use, in bytes: below it is as good as full. */
const ROOM_MIN = 1_000_000;

/** Gives why a download broke off, as far as it can be told: Chromium does not say. */
export function toDownloadFailure({
  freeBytes,
  canWrite,
  missingBytes,
  isOnline,
}: BreakFacts): DownloadFailure {
  if (!canWrite || freeBytes === undefined) return 'folder';
  if (freeBytes < Math.max(ROOM_MIN, missingBytes)) return 'disk-full';
  return isOnline ? 'broken-off' : 'offline';
}
