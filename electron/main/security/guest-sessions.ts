import type { ServiceId } from '../../core/model/service';
import { isServiceKnown } from '../../core/state/is-service';
import type { AppStore, Stop } from '../store/app-store';

/** What is done with the sessions of guests. */
export interface GuestSessionPort<T> {
  /** Opens one in memory that nobody had before. */
  readonly open: (serviceId: ServiceId) => T;
  /** Empties one that nobody uses any more: what it is made of goes with the app alone. */
  readonly empty: (session: T) => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}

/** The sessions of windows for links to other sites, one for each service that had such a window. */
export interface GuestSessions<T> {
  readonly sessionOf: (serviceId: ServiceId) => T;
  readonly stop: Stop;
}

/** Creates what opens them, and empties those of services that are not there any more and do not come back. */
export function createGuestSessions<T>(store: AppStore, port: GuestSessionPort<T>): GuestSessions<T> {
  const known = new Map<ServiceId, T>();
  const drop = (): void => {
    for (const [serviceId, session] of [...known]) {
      if (isServiceKnown(store.getState(), serviceId)) continue;
      known.delete(serviceId);
      port.empty(session).catch(port.onProblem);
    }
  };
  const stops = [
    store.watch(({ persisted }) => persisted.services, drop),
    store.watch(({ session }) => session.removed, drop),
  ];
  return {
    sessionOf: (serviceId) => {
      const session = known.get(serviceId) ?? port.open(serviceId);
      known.set(serviceId, session);
      return session;
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
