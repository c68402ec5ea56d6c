import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { whenPainted, stopAll, type Stop } from './store/app-store';
import type { AppSyncDeps } from './sync/app-sync';
import type { SyncDesk } from './sync/desk';
import { SYNC_FILE } from './sync/file-names';

/** Several machines, joined to this one. */
export interface Sync {
  /** Loaded at the first need: who has one machine pays nothing for it. */
  readonly desk: () => Promise<SyncDesk>;
  /**
   * Begins where there is something to go on with, once what is kept can be read and the shell is drawn. `isComplete`: it
   * was read whole; else nothing that is missing was removed by anybody (E56).
   */
  readonly open: (isComplete: boolean) => void;
  /** Ends; what was done last is written first, where that takes no time. */
  readonly stop: () => Promise<void>;
}

/** Starts several machines. While it is locked, nothing is written or read. */
export function startSync(deps: AppSyncDeps): Sync {
  const { store, folder, log } = deps;
  const now: { desk: Promise<SyncDesk> | undefined; isComplete: boolean } = {
    desk: undefined,
    isComplete: true,
  };
  const desk = (): Promise<SyncDesk> =>
    (now.desk ??= import('./sync/app-sync').then(({ createAppSync }) => createAppSync(deps)));
  const open = (): void => {
    if (!existsSync(join(folder, SYNC_FILE))) return;
    void desk().then(async (it) => {
      if (await it.open(now.isComplete)) now.isComplete = true;
    });
  };
  const stops: Stop[] = [
    store.onAction('locked', () => void now.desk?.then((it) => it.close(false))),
    store.onAction('unlocked', open),
  ];
  return {
    desk,
    open: (isComplete) => {
      now.isComplete = isComplete;
      // What is missing may be kept as it is now: that is not to happen before it is back.
      if (isComplete) stops.push(whenPainted(store, open));
      else open();
    },
    stop: async () => {
      stopAll(stops, (error) => log.problem('bug', error));
      await now.desk?.then((it) => it.close(true));
    },
  };
}
