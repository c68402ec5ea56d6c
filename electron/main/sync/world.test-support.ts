import { randomBytes } from 'node:crypto';
import { createInitialState } from '../../core/state/app-state';
import type { Action } from '../../core/state/actions';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { keptToMade } from '../../core/sync/bridge';
import { noLinks } from '../../core/sync/links';
import { createAppStore, type AppStore } from '../store/app-store';
import { newBook, readBook, writeBook, type Book } from './book';
import { createSyncEngine, type SyncEngine } from './engine';
import { planJoin } from './plan-join';
import { answered, type SyncPlace } from './place';

/** A folder of a machine, as it is on its disk. */
export type Folder = Map<string, { readonly bytes: Uint8Array; readonly stamp: number }>;

/** A machine with what it keeps, its folder, and what it does there. */
export interface Machine {
  readonly folder: Folder;
  readonly store: () => AppStore;
  readonly act: (action: Action) => void;
  readonly round: () => Promise<void>;
  /** Ends it without warning, with what is on its disk, and starts it anew. */
  readonly crash: () => void;
  readonly kept: () => Persisted;
  readonly book: () => Book;
  /** How much of the next file is written before the power goes; undefined: all. */
  readonly cutNext: (bytes: number | undefined) => void;
  readonly setClock: (nowMs: number) => void;
}

const stamps = { next: 1 };
export const put = (folder: Folder, name: string, bytes: Uint8Array): void => {
  stamps.next += 1;
  folder.set(name, { bytes, stamp: stamps.next });
};

/** Gives a place on a folder in memory; writing may be cut, once. */
export function placeOn(folder: Folder, cut: { bytes: number | undefined }): SyncPlace {
  return {
    lookEveryMs: 1000,
    list: async () =>
      answered(
        [...folder]
          .map(([name, { bytes, stamp }]) => ({ name, sizeBytes: bytes.length, stamp: String(stamp) }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    read: async (name) => answered(folder.get(name)?.bytes),
    write: async (name, bytes) => {
      if (folder.has(name)) return answered(false);
      const { bytes: kept } = cut;
      cut.bytes = undefined;
      if (kept !== undefined && kept < bytes.length) {
        put(folder, name, bytes.subarray(0, kept));
        return { ok: false, reason: 'failed' };
      }
      put(folder, name, bytes);
      return answered(true);
    },
    remove: async (name) => {
      folder.delete(name);
      return answered(undefined);
    },
    watch: () => () => undefined,
  };
}

/** Starts a machine; `there` is what the place holds when it joins. */
export function startMachine(
  key: Buffer,
  kept: Persisted = emptyPersisted,
  there: readonly Uint8Array[] = [],
): Machine {
  const folder: Folder = new Map();
  const cut: { bytes: number | undefined } = { bytes: undefined };
  const machineId = randomBytes(8).toString('hex');
  const plan = planJoin(there, kept, machineId);
  const first = newBook({
    machineId,
    machineName: machineId.slice(0, 4),
    place: { kind: 'folder', folder: '/' },
    secrets: { key: key.toString('base64'), password: '' },
    links: plan.links,
    document: plan.document,
    agreed: plan.agreed,
    keyText: 'key',
  });
  const disk = { kept, book: writeBook(first) };
  const clock = { nowMs: 0 };
  const start = () => {
    const book = readBook(disk.book);
    if (book === undefined) throw new Error('the book cannot be read');
    const store = createAppStore(createInitialState(disk.kept), (error) => {
      throw error;
    });
    const engine = createSyncEngine({
      store,
      place: placeOn(folder, cut),
      key,
      book,
      save: async (one) => {
        disk.book = writeBook(one);
        return true;
      },
      keep: async () => {
        disk.kept = store.getState().persisted;
      },
      nowMs: () => clock.nowMs,
      isKeyOpen: true,
    });
    engine.begin();
    return { store, engine, book };
  };
  const now: { running: { store: AppStore; engine: SyncEngine; book: Book } } = { running: start() };
  return {
    folder,
    store: () => now.running.store,
    act: (action) => now.running.store.dispatch(action),
    round: async () => {
      await now.running.engine.round();
    },
    crash: () => {
      now.running = start();
    },
    kept: () => now.running.store.getState().persisted,
    book: () => now.running.book,
    cutNext: (bytes) => {
      cut.bytes = bytes;
    },
    setClock: (nowMs) => {
      clock.nowMs = nowMs;
    },
  };
}

/** Carries all files to all machines until none has anything new; as a sync program does in the end. */
export async function meet(machines: readonly Machine[]): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    for (const machine of machines) await machine.round();
    for (const from of machines) for (const to of machines) if (from !== to) carryAll(from, to, machines);
  }
  for (const machine of machines) await machine.round();
}

/** A file is that of the machine that wrote it: what is gone there goes, what is cut is made whole. */
function carryAll(from: Machine, to: Machine, machines: readonly Machine[]): void {
  const id = from.book().machineId;
  for (const [name, { bytes }] of from.folder) {
    if (!name.includes(id)) continue;
    const other = to.folder.get(name);
    if (other === undefined || Buffer.compare(other.bytes, bytes) !== 0) put(to.folder, name, bytes);
  }
  for (const name of [...to.folder.keys()])
    if (name.includes(id) && !from.folder.has(name) && machines.includes(from)) to.folder.delete(name);
}

/** What a machine has, in a form that can be compared. */
export const madeOf = (machine: Machine): unknown => {
  const made = keptToMade(machine.kept(), noLinks);
  return [...made].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

export const added = (id: string): Action => ({ kind: 'service-added', service: aService(id) });
