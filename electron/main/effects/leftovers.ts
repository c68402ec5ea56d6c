import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceId } from '../../core/model/service';
import { storagesOf } from '../../core/model/storage-group';
import { knownServices } from '../../core/state/is-service';
import { whenPainted, type AppStore, type Stop } from '../store/app-store';

interface LeftoversPort {
  /** The app's data folder. */
  readonly folder: string;
  /** True when the list of services is the one last written; after a fault it may lack some that are to come back. */
  readonly isComplete: boolean;
}

type KeptKind = 'storages' | 'services';
/** What is there, and stays. */
type Kept = Readonly<Record<KeptKind, ReadonlySet<ServiceId>>>;

const PLACES = [
  { place: 'Partitions', pattern: /^service-([a-z0-9-]{1,64})$/, of: 'storages' },
  { place: 'icons', pattern: /^([a-z0-9-]{1,64})\.png(?:\.new)?$/, of: 'services' },
] as const;

/** Deletes what services left that are no longer there: the app may have been killed before it could. Waits until the shell is drawn. */
export function startLeftovers(store: AppStore, { folder, isComplete }: LeftoversPort): Stop {
  if (!isComplete) return () => undefined;
  const start = toKept(store);
  return whenPainted(store, () => {
    // What came meanwhile is none of ours, nor is what went: it may come back. Deleting takes time, in which more comes.
    void removeLeftovers(folder, (of, id) => start[of].has(id) || toKept(store)[of].has(id));
  });
}

/** What a service that is gone began may be in use by others. */
function toKept(store: AppStore): Kept {
  const services = knownServices(store.getState());
  return { storages: storagesOf(services), services: new Set(services.map(({ id }) => id)) };
}

/** Deletes all storages and icons but those kept, asking before each; what cannot be deleted stays for another time. */
export async function removeLeftovers(
  folder: string,
  isKept: (of: KeptKind, id: ServiceId) => boolean,
): Promise<void> {
  for (const { place, pattern, of } of PLACES) {
    const names = await readdir(join(folder, place)).catch(() => []);
    for (const name of names) {
      const id = pattern.exec(name)?.[1];
      if (id === undefined || isKept(of, id)) continue;
      await rm(join(folder, place, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
