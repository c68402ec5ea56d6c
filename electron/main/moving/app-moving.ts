import { app, dialog, type BaseWindow } from 'electron/main';
import { loadAddresses } from '../../core/import/addresses';
import { recipeById } from '../../recipes/index';
import { forkProcess } from '../fork-process';
import type { MovingPort } from '../ipc/moving-handlers';
import type { FileCodec } from '../lock/vault';
import { readPeerPlaces } from '../platform';
import { timers } from '../timers';
import { findPeers, readPeerKinds } from './find-peers';
import { keepReport } from './keep-report';
import { readDatabase, type DatabasePort } from './read-database';
import { readForeign } from './read-foreign';

/** What moving in is made of. */
export interface AppMovingOptions {
  readonly window: BaseWindow;
  /** The app's data folder. */
  readonly folder: string;
  /** Says whether what is kept is sealed. */
  readonly codec: Pick<FileCodec, 'seals'>;
  /** The program that reads a database, `database-process.js`. */
  readonly processFile: string;
  /** The engine's binary, see `PlatformFacts.engineFile`. */
  readonly engineFile: string;
}

/** Gives what moving in reaches outside: files, folders of other apps, and the system's own dialog. */
export function createAppMoving(options: AppMovingOptions): MovingPort {
  const { window, folder, codec, processFile, engineFile } = options;
  const port: DatabasePort = {
    tempFolder: app.getPath('temp'),
    start: () => forkProcess(processFile, [engineFile], 'Foyer import'),
    after: timers.after,
  };
  return {
    choose: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'showHiddenFiles'],
        filters: [
          {
            name: 'Ferdium, Ferdi, Franz, Rambox',
            extensions: ['ferdium-data', 'ferdi-data', 'json', 'sqlite'],
          },
          { name: '*', extensions: ['*'] },
        ],
      });
      return filePaths[0] ?? null;
    },
    find: () => findPeers(readPeerPlaces()),
    read: (file) => readForeign(file, (database) => readDatabase(database, port)),
    readKinds: readPeerKinds,
    known: async () => {
      const known = await loadAddresses();
      return { recipe: recipeById, addressOf: (kind) => known.get(kind) };
    },
    keepReport: async (from, plan, brought) =>
      // It names all services, and is for people to read: where such things are sealed there is none.
      codec.seals() ? undefined : keepReport(folder, { from, plan, brought, nowMs: timers.nowMs() }),
  };
}
