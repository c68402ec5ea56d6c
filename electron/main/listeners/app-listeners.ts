import { session, type Session } from 'electron/main';
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
  readonly log: Log;
}

/** Creates the listeners of the app. Costs nothing before the first service is listened to. */
export function createAppListeners(options: AppListenersOptions): Listeners {
  const { store, logins, certificates, log } = options;
  const made: { session: Session | undefined } = { session: undefined };
  const own = (): Session => (made.session ??= openSession(certificates));
  const { routeOf, isTrusted } = createRoutesAndTrust({
    userAgentOf: (serviceId) => {
      const service = store.getState().persisted.services.find(({ id }) => id === serviceId);
      const recipe = service === undefined ? undefined : recipeById(service.recipeId);
      if (service === undefined) return undefined;
      const given = own().getUserAgent();
      return recipe === undefined ? given : userAgentFor(recipe.userAgent, given);
    },
    resolveProxy: (url) => own().resolveProxy(url),
    knock: (url) => knock(own(), url, logins.recallProxy),
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
  const stopWatching = store.onAction('certificate-trust-revoked', listeners.renew);
  return {
    ...listeners,
    stop: () => {
      stopWatching();
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
