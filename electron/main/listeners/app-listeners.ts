import { utilityProcess } from 'electron/main';
import type { Log } from '../log';
import type { CertificateDesk } from '../security/certificates';
import type { LoginDesk } from '../security/logins';
import type { ServiceSessions } from '../security/sessions';
import type { AppStore } from '../store/app-store';
import { timers } from '../timers';
import { knock } from './knock';
import { createListeners, type Listeners, type ListenersPort, type ListenersProcess } from './listeners';
import type { FromListeners } from './protocol';
import { createRoutesAndTrust } from './routes-and-trust';

/** What the app's listeners are made of. */
export interface AppListenersOptions extends Pick<ListenersPort, 'onHeard' | 'onState'> {
  /** The process's program, `listeners-process.js`. */
  readonly processFile: string;
  readonly store: AppStore;
  readonly sessions: Pick<ServiceSessions, 'prepare'>;
  readonly logins: Pick<LoginDesk, 'recallBasic' | 'recallProxy'>;
  readonly certificates: Pick<CertificateDesk, 'verdictOf'>;
  readonly log: Log;
}

/** Creates the listeners of the app. Costs nothing before the first service is listened to. */
export function createAppListeners(options: AppListenersOptions): Listeners {
  const { store, sessions, logins, certificates, log } = options;
  const { routeOf, isTrusted } = createRoutesAndTrust({
    sessionOf: (serviceId) => {
      const service = store.getState().persisted.services.find(({ id }) => id === serviceId);
      return service === undefined ? undefined : sessions.prepare(service);
    },
    knock: (session, url) => knock(session, url, logins.recallProxy),
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
    start: () => startProcess(options.processFile),
    onHeard: options.onHeard,
    onState: options.onState,
    routeOf,
    isTrusted,
    onBug: (text) => log.problem(`bug in the listeners: ${text}`),
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

function startProcess(processFile: string): ListenersProcess {
  const child = utilityProcess.fork(processFile, [], {
    serviceName: 'Foyer listeners',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromListeners) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
