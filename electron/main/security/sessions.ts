import { session, type Session } from 'electron/main';
import { partitionOf, type Service, type ServiceId } from '../../core/model/service';
import { recipeById } from '../../recipes/index';
import { userAgentFor } from '../../recipes/user-agent';
import type { AppStore, Stop } from '../store/app-store';

interface SessionsDeps {
  readonly store: AppStore;
  /** Sets permission handlers, downloads and worker hooks; called once per session. */
  readonly equip: (serviceId: ServiceId, session: Session) => void;
  readonly onProblem: (text: string, error: unknown) => void;
}

/** The storage of the services: one partition each. */
export interface ServiceSessions {
  readonly prepare: (service: Service) => Session;
  readonly sessionOf: (serviceId: ServiceId) => Session | undefined;
  readonly stop: Stop;
}

/** Gives each service its own partition, equipped before its first request, and empties it when the person asks. */
export function createServiceSessions({ store, equip, onProblem }: SessionsDeps): ServiceSessions {
  const prepared = new Map<ServiceId, Session>();

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

  const stops = [
    store.onAction('data-clearing-requested', ({ serviceId }, after) => {
      const name = after.persisted.services.find((service) => service.id === serviceId)?.name ?? '';
      clear(serviceId).then(
        () => {
          store.dispatch({ kind: 'reload-requested', serviceId, fromStartPage: true });
          store.dispatch({
            kind: 'notice-shown',
            notice: { kind: 'data-cleared', id: `cleared-${serviceId}`, name },
          });
        },
        (error: unknown) => onProblem('data not cleared', error),
      );
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      clear(serviceId).catch((error: unknown) => onProblem('data of a removed service not cleared', error));
    }),
  ];
  return {
    prepare,
    sessionOf: (serviceId) => prepared.get(serviceId),
    stop: () => stops.forEach((stop) => stop()),
  };
}
