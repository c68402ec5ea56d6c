import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storagesOf } from '../../core/model/storage-group';
import { whenPainted, type AppStore, type Stop } from '../store/app-store';

interface LeftoversPort {
  /** The app's data folder. */
  readonly folder: string;
  /** True when the list of services is the one last written; after a fault it may lack some that are to come back. */
  readonly isComplete: boolean;
}

const PLACES = [
  { place: 'Partitions', pattern: /^service-([a-z0-9-]{1,64})$/ },
  { place: 'icons', pattern: /^([a-z0-9-]{1,64})\.png(?:\.new)?$/ },
] as const;

/** Deletes what services left that are no longer there: the app may have been killed before it could. Waits until the shell is drawn. */
export function startLeftovers(store: AppStore, { folder, isComplete }: LeftoversPort): Stop {
  if (!isComplete) return () => undefined;
  // Those that are added from now on are none of ours. What a service that is gone began may be in use by others.
  const ids = new Set(storagesOf(store.getState().persisted.services));
  const added = store.onAction('service-added', ({ service }) => ids.add(service.id));
  const painted = whenPainted(store, () => void removeLeftovers(folder, ids));
  return () => {
    added();
    painted();
  };
}

/** Deletes the storage and icons of all services but these; what cannot be deleted stays for another time. */
export async function removeLeftovers(folder: string, ids: ReadonlySet<string>): Promise<void> {
  for (const { place, pattern } of PLACES) {
    const names = await readdir(join(folder, place)).catch(() => []);
    for (const name of names) {
      const id = pattern.exec(name)?.[1];
      if (id === undefined || ids.has(id)) continue;
      await rm(join(folder, place, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
