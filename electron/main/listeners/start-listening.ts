import { decideListening } from '../../core/decide/decide-listening';
import type { ServiceId } from '../../core/model/service';
import { selectService, selectServiceSession } from '../../core/state/selectors';
import type { Credentials, ListenerTold } from '../../recipes/listening';
import type { AppStore, Stop } from '../store/app-store';
import { isSameList } from '../store/is-same-list';
import type { TimerPort } from '../timers';
import type { ListeningState, ListenRequestOfMain } from './protocol';

/** A page that has just begun to hear and its listener hear together for so long, so that nothing falls between. */
export const OVERLAP_MS = 5_000;

export interface ListeningPort extends TimerPort {
  readonly canListen: (recipeId: string) => boolean;
  /** Creates main's side of the listeners; `events` are what they tell. */
  readonly createListeners: (events: ListeningEvents) => ListenersUsed;
  /** What listeners tell of services. */
  readonly hear: (serviceId: ServiceId, told: readonly ListenerTold[]) => void;
  readonly forget: (serviceId: ServiceId) => void;
  /** What the page of a service signs in with; undefined where nobody is signed in. */
  readonly take: (serviceId: ServiceId) => Promise<Credentials | undefined>;
  /** Undefined where the system cannot seal. */
  readonly seal: (credentials: Credentials) => string | undefined;
  readonly unseal: (sealed: string) => Credentials | undefined;
}

/** What is used of them. */
export interface ListenersUsed {
  readonly listen: (request: ListenRequestOfMain) => void;
  readonly unlisten: (serviceId: ServiceId) => void;
  readonly hurry: () => void;
  readonly stop: () => Promise<void>;
}

export interface ListeningEvents {
  readonly onHeard: (serviceId: ServiceId, told: readonly ListenerTold[]) => void;
  readonly onState: (serviceId: ServiceId, state: ListeningState, reason: string) => void;
}

export interface Listening {
  /** Takes what the service's page signs in with, to listen with from then on; false where there is nothing. */
  readonly takeCredentials: (serviceId: ServiceId) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Listens to the services that {@link decideListening} names. What they signed in with lives here, sealed where it is kept. */
export function startListening(store: AppStore, port: ListeningPort): Listening {
  const taken = new Map<ServiceId, Credentials>();
  const on = new Set<ServiceId>();
  const ending = new Map<ServiceId, Stop>();
  const tellState = (serviceId: ServiceId, state: ListeningState | 'off', reason: string): void =>
    store.dispatch({ kind: 'listening-changed', serviceId, listening: state, reason, nowMs: port.nowMs() });

  const listeners = port.createListeners({
    onHeard: (serviceId, told) => {
      if (!on.has(serviceId)) return;
      port.hear(serviceId, told);
    },
    onState: (serviceId, state, reason) => {
      if (!on.has(serviceId)) return;
      tellState(serviceId, state, reason);
      // Not tried again with what the server did not take.
      if (state === 'refused') store.dispatch({ kind: 'credentials-forgotten', serviceId });
    },
  });

  const credentialsOf = (serviceId: ServiceId): Credentials | undefined => {
    const known = taken.get(serviceId);
    if (known !== undefined) return known;
    const kept = store.getState().persisted.credentials.find((one) => one.serviceId === serviceId);
    const opened = kept && port.unseal(kept.sealed);
    if (opened !== undefined) taken.set(serviceId, opened);
    return opened;
  };
  const begin = (serviceId: ServiceId): void => {
    ending.get(serviceId)?.();
    ending.delete(serviceId);
    if (on.has(serviceId)) return;
    const service = selectService(store.getState(), serviceId);
    if (service === undefined) return;
    const credentials = credentialsOf(serviceId);
    if (credentials === undefined) {
      // What another key ring sealed is lost.
      store.dispatch({ kind: 'credentials-forgotten', serviceId });
      return tellState(serviceId, 'refused', 'no sign-in that can be read');
    }
    on.add(serviceId);
    const { recipeId, url } = service;
    tellState(serviceId, 'connecting', '');
    // Until now its page heard; from one connection to the next the listeners themselves remember.
    listeners.listen({ serviceId, recipeId, url, credentials, resume: undefined });
  };
  const end = (serviceId: ServiceId): void => {
    ending.get(serviceId)?.();
    ending.delete(serviceId);
    if (!on.delete(serviceId)) return;
    listeners.unlisten(serviceId);
    const { kind } = selectServiceSession(store.getState(), serviceId).listening;
    if (kind !== 'refused' && kind !== 'unfit') tellState(serviceId, 'off', '');
  };
  const endSoon = (serviceId: ServiceId): void => {
    // Nothing is to be handed over.
    if (selectServiceSession(store.getState(), serviceId).load.kind !== 'ready') return end(serviceId);
    if (ending.has(serviceId)) return;
    ending.set(
      serviceId,
      port.after(OVERLAP_MS, () => end(serviceId)),
    );
  };
  const forget = (serviceId: ServiceId): void => {
    const wasTaken = taken.delete(serviceId);
    if (!wasTaken && !on.has(serviceId)) return;
    end(serviceId);
    port.forget(serviceId);
  };

  const stops = [
    store.watch(
      (state) => decideListening(state, port.canListen),
      (wanted) => {
        for (const serviceId of [...on]) if (!wanted.includes(serviceId)) endSoon(serviceId);
        for (const serviceId of wanted) begin(serviceId);
      },
      isSameList,
    ),
    store.watch(
      ({ persisted, session }) =>
        // The person agreed, and nothing has taken it back.
        persisted.services.filter(
          ({ id, listen }) =>
            taken.has(id) && !(listen === 'yes' && session.services[id]?.canSignIn === true),
        ),
      (gone) => gone.forEach(({ id }) => forget(id)),
      isSameList,
    ),
    store.onAction('credentials-forgotten', ({ serviceId }) => forget(serviceId)),
    store.onAction('service-removal-final', ({ serviceId }) => forget(serviceId)),
    store.onAction('data-clearing-requested', ({ serviceId }) => forget(serviceId)),
    store.onAction('system-resumed', () => listeners.hurry()),
    store.onAction('network-changed', ({ online }) => {
      if (online) listeners.hurry();
    }),
  ];
  return {
    takeCredentials: async (serviceId) => {
      const credentials = await port.take(serviceId);
      if (credentials === undefined || selectService(store.getState(), serviceId)?.listen !== 'yes')
        return false;
      taken.set(serviceId, credentials);
      const sealed = port.seal(credentials);
      const kept = sealed === undefined ? undefined : { serviceId, sealed, takenAtMs: port.nowMs() };
      store.dispatch({ kind: 'credentials-taken', serviceId, kept });
      return true;
    },
    stop: async () => {
      stops.forEach((stop) => stop());
      ending.forEach((stop) => stop());
      await listeners.stop();
    },
  };
}
