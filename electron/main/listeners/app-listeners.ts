import { session, type Session } from 'electron/main';
import type { Service, ServiceId } from '../../core/model/service';
import { tweaksOf } from '../../core/model/tweaks';
import type { AppState } from '../../core/state/app-state';
import { selectService } from '../../core/state/selectors';
import { recipeById } from '../../recipes/index';
import { userAgentFor } from '../../recipes/user-agent';
import { forkProcess } from '../fork-process';
import type { Log } from '../log';
import type { CertificateDesk } from '../security/certificates';
import type { LoginDesk } from '../security/logins';
import { denyPermissions } from '../security/lock-down';
import type { AppStore } from '../store/app-store';
import { timers } from '../timers';
import { knock } from './knock';
import { createListeners, type Listeners, type ListenersPort } from './listeners';
import { createRoutesAndTrust } from './routes-and-trust';

/** What the app's listeners are made of. */
export interface AppListenersOptions extends Pick<ListenersPort, 'onHeard' | 'onState'> {
  /** The process's program, `listeners-process.js`. */
  readonly processFile: string;
  readonly store: AppStore;
  readonly logins: Pick<LoginDesk, 'recallBasic' | 'recallProxy'>;
  readonly certificates: Pick<CertificateDesk, 'guardOwn' | 'verdictOf'>;
  /** The service's session, once it goes the way the person wants. */
  readonly sessionOnItsWay: (service: Service) => Promise<Session>;
  readonly log: Log;
}

/** Creates the listeners of the app. Costs nothing before the first service is listened to. */
export function createAppListeners(options: AppListenersOptions): Listeners {
  const { store, logins, certificates, log } = options;
  const made: { session: Session | undefined } = { session: undefined };
  const own = (): Session => (made.session ??= openSession(certificates));
  const hasOwnWay = (serviceId: ServiceId): boolean =>
    tweaksOf(store.getState().persisted.tweaks, serviceId).proxy.kind !== 'system';
  /** What has a way of its own goes by its own session alone. */
  const sessionFor = async (serviceId: ServiceId): Promise<Session> => {
    const service = selectService(store.getState(), serviceId);
    return service !== undefined && hasOwnWay(serviceId) ? options.sessionOnItsWay(service) : own();
  };
  const { routeOf, isTrusted } = createRoutesAndTrust({
    userAgentOf: (serviceId) => {
      const service = store.getState().persisted.services.find(({ id }) => id === serviceId);
      const recipe = service === undefined ? undefined : recipeById(service.recipeId);
      if (service === undefined) return undefined;
      const { userAgent } = tweaksOf(store.getState().persisted.tweaks, serviceId);
      if (userAgent !== '') return userAgent;
      const given = own().getUserAgent();
      return recipe === undefined ? given : userAgentFor(recipe.userAgent, given);
    },
    resolveProxy: async (serviceId, url) => (await sessionFor(serviceId)).resolveProxy(url),
    knock: async (serviceId, url) =>
      knock(await sessionFor(serviceId), url, (info) => logins.recallProxy(info, serviceId)),
    hasOwnWay,
    logins,
    certificates,
    showsOwnCertificate: (serviceId, place) =>
      store
        .getState()
        .persisted.ownCertificates.some((one) => one.serviceId === serviceId && one.place === place),
    nowMs: timers.nowMs,
  });
  const listeners = createListeners({
    ...timers,
    start: () => forkProcess(options.processFile, [], 'Foyer listeners'),
    onHeard: options.onHeard,
    onState: options.onState,
    routeOf,
    isTrusted,
    onBug: (text) => log.problem('bug in the listeners', text),
  });
  const ways = (state: AppState): string =>
    JSON.stringify(
      state.persisted.tweaks.map(({ serviceId, userAgent, proxy, proxyLogin }) => [
        ...[serviceId, userAgent, proxyLogin],
        proxy,
      ]),
    );
  const stops = [
    store.onAction('certificate-trust-revoked', listeners.renew),
    // Lines that are open go the old way.
    store.watch(ways, listeners.renew),
  ];
  return {
    ...listeners,
    stop: () => {
      stops.forEach((stop) => stop());
      return listeners.stop();
    },
  };
}

/**
 * One session in memory for all: what Chromium makes of certificates and proxies does not depend on the service, and those of
 * services that sleep since the start need not be opened.
 */
function openSession(certificates: Pick<CertificateDesk, 'guardOwn'>): Session {
  const own = session.fromPartition('listening');
  denyPermissions(own);
  certificates.guardOwn(own);
  return own;
}
