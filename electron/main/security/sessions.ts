import { session, type Session } from 'electron/main';
import { partitionOf, type Service, type ServiceId } from '../../core/model/service';
import { findStorageId, storageIdOf, storagesOf, togetherWith } from '../../core/model/storage-group';
import type { AppState } from '../../core/state/app-state';
import { knownServices } from '../../core/state/is-service';
import type { AppStore, Stop } from '../store/app-store';
import { clearCache, clearCookies, clearEverything } from './clear-data';
import { startServiceNetwork } from './service-network';

interface SessionsDeps {
  readonly store: AppStore;
  /** Sets permission handlers, downloads and worker hooks; called once per session. */
  readonly equip: (storageId: ServiceId, session: Session) => void;
  /** Takes the page of a service away until `work` is done, so that it cannot write down again what is deleted. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  readonly hasPage: (serviceId: ServiceId) => boolean;
  readonly onProblem: (text: string, error: unknown) => void;
}

/** How long the end of the app waits for storage. */
const SETTLE_MAX_MS = 5_000;

/** The storage of the services: a partition each, or one of several that sign in together. */
export interface ServiceSessions {
  readonly prepare: (service: Service) => Session;
  /** Has another session of a service's name its browser and go its way as the service's own; before its first request. */
  readonly join: (serviceId: ServiceId, session: Session) => void;
  /** Forgets one that {@link ServiceSessions.join} was told of. */
  readonly leave: (session: Session) => void;
  readonly sessionOf: (serviceId: ServiceId) => Session | undefined;
  /** Settles once the service's session goes the way the person wants; undefined where it does by itself. */
  readonly whenOnItsWay: (serviceId: ServiceId) => Promise<void> | undefined;
  /** Settles when all that is being deleted is gone and all else is on disk, or after {@link SETTLE_MAX_MS}. */
  readonly settle: () => Promise<void>;
  readonly stop: Stop;
}

/** Gives each service its partition, equipped before its first request, and empties it when the person asks. */
export function createServiceSessions(deps: SessionsDeps): ServiceSessions {
  const { store, equip, onProblem } = deps;
  const prepared = new Map<ServiceId, Session>();
  const clearing = new Set<Promise<void>>();
  /** Which storage each service uses. */
  const used = new Map<ServiceId, ServiceId>();
  const network = startServiceNetwork(deps);

  const prepare = (service: Service): Session => {
    const storageId = storageIdOf(service);
    const known = prepared.get(storageId);
    if (known !== undefined) return known;
    const own = session.fromPartition(partitionOf(storageId));
    network.begin(storageId, own);
    equip(storageId, own);
    prepared.set(storageId, own);
    return own;
  };

  const openStorage = (storageId: ServiceId): Session =>
    prepared.get(storageId) ?? session.fromPartition(partitionOf(storageId));
  const sessionOf = (serviceId: ServiceId): Session =>
    openStorage(findStorageId(store.getState().persisted.services, serviceId));

  const track = (work: Promise<void>): void => {
    clearing.add(work);
    void work.finally(() => clearing.delete(work));
  };

  /** Without a page, which could write down again what is deleted; one that has none gets none by it. */
  const clear = (
    serviceId: ServiceId,
    { persisted }: AppState,
    kind: 'cookies-cleared' | 'cache-cleared' | 'data-cleared',
    work: () => Promise<void>,
  ): void => {
    const ids = togetherWith(persisted.services, serviceId);
    const name = persisted.services
      .filter(({ id }) => ids.includes(id))
      .map((service) => service.name)
      .join(', ');
    const notice = { kind, id: `cleared-${serviceId}`, name } as const;
    const withoutPages = ids.reduce((then, id) => () => deps.withoutPage(id, then), work);
    track(
      withoutPages().then(
        () => store.dispatch({ kind: 'notice-shown', notice }),
        (error: unknown) => onProblem('data not cleared', error),
      ),
    );
  };

  /** What nobody uses any more, nor comes back to. */
  const clearUnused = (before: AppState, after: AppState): void => {
    const left = storagesIn(after);
    for (const storageId of storagesIn(before)) {
      if (left.has(storageId)) continue;
      const work = clearEverything(openStorage(storageId)).catch((error: unknown) =>
        onProblem('data of a removed service not cleared', error),
      );
      track(work);
    }
  };

  /** The page of a service that uses another storage than before. */
  const beginAnew = (services: readonly Service[]): void => {
    for (const service of services) {
      const was = used.get(service.id);
      used.set(service.id, storageIdOf(service));
      if (was === undefined || was === storageIdOf(service)) continue;
      deps
        .withoutPage(service.id, () => Promise.resolve())
        .catch((error: unknown) => onProblem('page not begun anew', error));
    }
  };

  const stops = [
    network.stop,
    store.onAction('data-clearing-requested', ({ serviceId, what }, after) =>
      clear(serviceId, after, what === 'cookies' ? 'cookies-cleared' : 'data-cleared', () =>
        (what === 'cookies' ? clearCookies : clearEverything)(sessionOf(serviceId)),
      ),
    ),
    store.onAction('cache-clearing-requested', ({ serviceId }, after) =>
      clear(serviceId, after, 'cache-cleared', () => clearCache(sessionOf(serviceId))),
    ),
    // Chromium would go on using what it was told.
    store.onAction('login-forgotten', ({ login }, { persisted }) => {
      const cleared = prepared.get(findStorageId(persisted.services, login.serviceId))?.clearAuthCache();
      cleared?.catch((error: unknown) => onProblem('sign-ins not forgotten', error));
    }),
    store.onAction('service-removal-final', (_action, after, before) => clearUnused(before, after)),
    // The last leaves what one began that is gone, or has left it.
    store.onAction('service-storage-set', (_action, after, before) => clearUnused(before, after)),
    store.watch(({ persisted }) => persisted.services, beginAnew),
  ];
  return {
    prepare,
    join: network.join,
    leave: network.leave,
    sessionOf: (serviceId) => prepared.get(findStorageId(store.getState().persisted.services, serviceId)),
    whenOnItsWay: network.whenOnItsWay,
    settle: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, SETTLE_MAX_MS).unref());
      await Promise.race([Promise.all([...clearing, ...[...prepared.values()].map(flush)]), patience]);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** Those of services whose removal can be undone, too. */
const storagesIn = (state: AppState): ReadonlySet<ServiceId> => storagesOf(knownServices(state));

/** Writes what pages stored: Chromium itself would take up to half a minute. */
async function flush(own: Session): Promise<void> {
  own.flushStorageData();
  await own.cookies.flushStore().catch(() => undefined);
}
