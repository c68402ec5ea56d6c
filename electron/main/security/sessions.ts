import { session, type Session } from 'electron/main';
import { partitionOf, type Service, type ServiceId } from '../../core/model/service';
import { recipeById } from '../../recipes/index';
import { userAgentFor } from '../../recipes/user-agent';
import type { AppStore, Stop } from '../store/app-store';

interface SessionsDeps {
  readonly store: AppStore;
  /** Sets permission handlers, downloads and worker hooks; called once per session. */
  readonly equip: (serviceId: ServiceId, session: Session) => void;
  /** Takes the page of a service away until `work` is done, so that it cannot write down again what is deleted. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  readonly onProblem: (text: string, error: unknown) => void;
}

/** How long the end of the app waits for storage. */
const SETTLE_MAX_MS = 5_000;

/** The storage of the services: one partition each. */
export interface ServiceSessions {
  readonly prepare: (service: Service) => Session;
  readonly sessionOf: (serviceId: ServiceId) => Session | undefined;
  /** Settles when all that is being deleted is gone and all else is on disk, or after {@link SETTLE_MAX_MS}. */
  readonly settle: () => Promise<void>;
  readonly stop: Stop;
}

/** Gives each service its own partition, equipped before its first request, and empties it when the person asks. */
export function createServiceSessions(deps: SessionsDeps): ServiceSessions {
  const { store, equip, onProblem } = deps;
  const prepared = new Map<ServiceId, Session>();
  const clearing = new Set<Promise<void>>();

  const prepare = (service: Service): Session => {
    const known = prepared.get(service.id);
    if (known !== undefined) return known;
    const own = session.fromPartition(partitionOf(service.id));
    const recipe = recipeById(service.recipeId);
    if (recipe !== undefined) own.setUserAgent(userAgentFor(recipe.userAgent, own.getUserAgent()));
    equip(service.id, own);
    prepared.set(service.id, own);
    return own;
  };

  const clear = async (serviceId: ServiceId): Promise<void> => {
    const own = prepared.get(serviceId) ?? session.fromPartition(partitionOf(serviceId));
    await Promise.all([
      own.clearStorageData(),
      own.clearCache(),
      own.clearAuthCache(),
      own.clearHostResolverCache(),
    ]);
    own.flushStorageData();
  };

  const track = (work: Promise<void>): void => {
    clearing.add(work);
    void work.finally(() => clearing.delete(work));
  };

  const stops = [
    store.onAction('data-clearing-requested', ({ serviceId }, after) => {
      const name = after.persisted.services.find((service) => service.id === serviceId)?.name ?? '';
      const notice = { kind: 'data-cleared', id: `cleared-${serviceId}`, name } as const;
      const work = deps
        .withoutPage(serviceId, () => clear(serviceId))
        .then(
          () => store.dispatch({ kind: 'notice-shown', notice }),
          (error: unknown) => onProblem('data not cleared', error),
        );
      track(work);
    }),
    // Chromium would go on using what it was told.
    store.onAction('login-forgotten', ({ login }) => {
      const cleared = prepared.get(login.serviceId)?.clearAuthCache();
      cleared?.catch((error: unknown) => onProblem('sign-ins not forgotten', error));
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      const work = clear(serviceId).catch((error: unknown) =>
        onProblem('data of a removed service not cleared', error),
      );
      track(work);
    }),
  ];
  return {
    prepare,
    sessionOf: (serviceId) => prepared.get(serviceId),
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
