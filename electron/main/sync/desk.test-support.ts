import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aService, aState } from '../../core/fixtures.test-support';
import type { SealPort } from '../seal-port';
import { plainCodec } from '../lock/vault';
import { createAppStore, type AppStore } from '../store/app-store';
import { timers } from '../timers';
import { createBookFile } from './book';
import { createSyncDesk, type SyncDesk } from './desk';
import { createFolderPlace } from './folder-place';
import type { SyncPlace } from './place';
import { runBook } from './run-book';

const made: { folders: string[]; desks: SyncDesk[] } = { folders: [], desks: [] };
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sync-'));
  made.folders.push(folder);
  return folder;
};
/** Ends all machines and removes their folders. */
export async function endAll(): Promise<void> {
  for (const desk of made.desks.splice(0)) await desk.close(true);
  for (const folder of made.folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** A key ring that turns every byte round. */
const seal = {
  canSeal: () => true,
  seal: (text: string) => Buffer.from(text).map((byte) => byte ^ 255) as Buffer,
  unseal: (sealed: Buffer) => Buffer.from(sealed.map((byte) => byte ^ 255)).toString('utf8'),
};
const derive = async (passphrase: string, salt: Uint8Array) =>
  Buffer.concat([Buffer.from(passphrase), salt], 64).subarray(0, 32);

export interface Seat {
  readonly store: AppStore;
  readonly desk: SyncDesk;
  readonly folder: string;
  /** What was not to be. */
  readonly problems: readonly unknown[];
}

interface SeatChanges {
  readonly wrap?: (it: SyncPlace) => SyncPlace;
  readonly ring?: SealPort;
  /** The first status that is told throws. */
  readonly breaksOnce?: boolean;
}

/** Seats a machine at a place; `folder` is its own. */
export async function sit(
  place: string,
  ids: readonly string[],
  folder?: string,
  { wrap = (it) => it, ring = seal, breaksOnce = false }: SeatChanges = {},
): Promise<Seat> {
  const own = folder ?? (await newFolder());
  const store = createAppStore(aState(ids.map((id) => aService(id))), (error) => {
    throw error;
  });
  const file = createBookFile(own, plainCodec, timers.nowMs);
  const openPlace = (_name: unknown, _password: string, machineId: string) =>
    wrap(createFolderPlace(place, machineId));
  const problems: unknown[] = [];
  const desk = createSyncDesk({
    ...{ store, file, seal: ring, derive, openPlace },
    chooseFolder: async () => place,
    toDavUrl: () => undefined,
    makeFolder: async () => undefined,
    keepCopy: async () => '/copy',
    machineName: 'Machine',
    onProblem: (error) => void problems.push(error),
    run: (book, isComplete) =>
      runBook(
        book,
        {
          ...{ ...timers, file, store: breaksOnce ? breaking(store) : store, seal: ring, openPlace },
          keep: async () => undefined,
          onProblem: (error) => void problems.push(error),
        },
        isComplete,
      ),
  });
  made.desks.push(desk);
  return { store, desk, folder: own, problems };
}
function breaking(store: AppStore): AppStore {
  const broken = { isYet: false };
  const dispatch: AppStore['dispatch'] = (action) => {
    const isFirst = !broken.isYet;
    broken.isYet = true;
    if (isFirst) throw new Error('what came cannot be taken over');
    store.dispatch(action);
  };
  return { ...store, dispatch };
}
export const namesOf = ({ store }: Seat) => store.getState().persisted.services.map(({ id }) => id);
export const syncOf = ({ store }: Seat) => store.getState().session.sync;
/** Foyer's own; what is being written has another name. */
export const filesIn = async (place: string): Promise<readonly string[]> =>
  (await readdir(place)).filter((name) => /^foyer-[0-9a-f]{16}(-\d{8}\.sync|\.key)$/.test(name));
export const passphrase = 'correct horse';
