import { session, type Session } from 'electron/main';
import { partitionOf, type Service, type ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import { selectService } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import { clearCache, clearCookies, clearEverything } from './clear-data';
import { startServiceNetwork } from './service-network';

interface SessionsDeps {
  readonly store: AppStore;
  /** Sets permission handlers, downloads and worker hooks; called once per session. */
  readonly equip: (serviceId: ServiceId, session: Session) => void;
  /** Takes the page of a service away until `work` is done, so that it cannot write down again what is deleted. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  readonly hasPage: (serviceId: ServiceId) => boolean;
  readonly onProblem: (text: string, error: unknown) => void;
}

/** How long the end of the app waits for storage. */
const SETTLE_MAX_MS = 5_000;

/** The storage of the services: one partition each. */
export interface ServiceSessions {
  readonly prepare: (service: Service) => Session;
  /** Has another session of a service's name its browser and go its way as the service's own; before its first request. */
  readonly join: (serviceId: ServiceId, session: Session) => void;
  readonly sessionOf: (serviceId: ServiceId) => Session | undefined;
  /** Settles once the service's session goes the way the person wants; undefined where it does by itself. */
  readonly whenOnItsWay: (serviceId: ServiceId) => Promise<void> | undefined;
  /** Settles when all that is being deleted is gone and all else is on disk, or after {@link SETTLE_MAX_MS}. */
  readonly settle: () => Promise<void>;
  readonly stop: Stop;
}

/** Gives each service its own partition, equipped before its first request, and empties it when the person asks. */
export function createServiceSessions(deps: SessionsDeps): ServiceSessions {
  const { store, equip, onProblem } = deps;
  const prepared = new Map<ServiceId, Session>();
  const clearing = new Set<Promise<void>>();
  const network = startServiceNetwork(deps);

  const prepare = (service: Service): Session => {
    const known = prepared.get(service.id);
    if (known !== undefined) return known;
    const own = session.fromPartition(partitionOf(service.id));
    network.begin(service, own);
    equip(service.id, own);
    prepared.set(service.id, own);
    return own;
  };

  const sessionOf = (serviceId: ServiceId): Session =>
    prepared.get(serviceId) ?? session.fromPartition(partitionOf(serviceId));

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
    const name = persisted.services.find((service) => service.id === serviceId)?.name ?? '';
    const notice = { kind, id: `cleared-${serviceId}`, name } as const;
    track(
      deps.withoutPage(serviceId, work).then(
        () => store.dispatch({ kind: 'notice-shown', notice }),
        (error: unknown) => onProblem('data not cleared', error),
      ),
    );
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
    store.onAction('login-forgotten', ({ login }) => {
      const cleared = prepared.get(login.serviceId)?.clearAuthCache();
      cleared?.catch((error: unknown) => onProblem('sign-ins not forgotten', error));
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      const work = clearEverything(sessionOf(serviceId)).catch((error: unknown) =>
        onProblem('data of a removed service not cleared', error),
      );
      track(work);
    }),
  ];
  return {
    prepare,
    join: (serviceId, session) => {
      const service = selectService(store.getState(), serviceId);
      if (service !== undefined) network.begin(service, session);
    },
    sessionOf: (serviceId) => prepared.get(serviceId),
    whenOnItsWay: network.whenOnItsWay,
    settle: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, SETTLE_MAX_MS).unref());
      await Promise.race([Promise.all([...clearing, ...[...prepared.values()].map(flush)]), patience]);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** Writes what pages stored: Chromium itself would take up to half a minute. */
async function flush(own: Session): Promise<void> {
  own.flushStorageData();
  await own.cookies.flushStore().catch(() => undefined);
}
