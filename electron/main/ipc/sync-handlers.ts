import type { syncContract } from '../../core/ipc/sync-contract';
import type { SyncDesk } from '../sync/desk';
import type { Handlers } from './serve-commands';

/** Gives the handlers of commands about several machines. */
export const createSyncHandlers = (
  desk: () => Promise<SyncDesk>,
): Pick<Handlers, keyof typeof syncContract> => ({
  'sync.choose-folder': async () => (await desk()).chooseFolder(),
  'sync.look-webdav': async (typed) => (await desk()).lookWebdav(typed),
  'sync.begin': async (given) => (await desk()).begin(given),
  'sync.join': async () => (await desk()).join(),
  'sync.now': async () => (await desk()).now(),
  'sync.pause': async ({ isPaused }) => {
    await (await desk()).pause(isPaused);
  },
  'sync.leave': async ({ removesFiles }) => (await desk()).leave(removesFiles),
});
