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
  /** Begins where there is something to go on with, once what is kept can be read and the shell is drawn. */
  readonly open: () => void;
  /** Ends; what was done last is written first, where that takes no time. */
  readonly stop: () => Promise<void>;
}

/** Starts several machines. While it is locked, nothing is written or read. */
export function startSync(deps: AppSyncDeps): Sync {
  const { store, folder, log } = deps;
  const now: { desk: Promise<SyncDesk> | undefined } = { desk: undefined };
  const desk = (): Promise<SyncDesk> =>
    (now.desk ??= import('./sync/app-sync').then(({ createAppSync }) => createAppSync(deps)));
  const open = (): void => {
    if (existsSync(join(folder, SYNC_FILE))) void desk().then((it) => it.open());
  };
  const stops: Stop[] = [
    store.onAction('locked', () => void now.desk?.then((it) => it.close(false))),
    store.onAction('unlocked', open),
  ];
  return {
    desk,
    open: () => stops.push(whenPainted(store, open)),
    stop: async () => {
      stopAll(stops, (error) => log.problem('bug', error));
      await now.desk?.then((it) => it.close(true));
    },
  };
}
