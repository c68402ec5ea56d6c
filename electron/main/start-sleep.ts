import { powerMonitor } from 'electron/main';
import { listenNoticeId } from '../core/state/reduce-listening';
import { selectService } from '../core/state/selectors';
import { listenable } from '../recipes/index';
import { formsOf } from '../recipes/recipe-facts';
import { createAppListeners } from './listeners/app-listeners';
import { createListenerEar } from './listeners/hear';
import { fromSealed, toSealed } from './listeners/sealed-credentials';
import { startListening } from './listeners/start-listening';
import type { Log } from './log';
import type { Platform } from './platform';
import { sealPort } from './seal';
import { canSeal } from './seal-port';
import { startSleeper } from './sleep/sleeper';
import type { Pages } from './start-pages';
import type { AppStore } from './store/app-store';
import { timers } from './timers';

interface SleepDeps {
  readonly store: AppStore;
  readonly pages: Pages;
  readonly platform: Platform;
  /** The listeners' program, `listeners-process.js`. */
  readonly processFile: string;
  readonly newId: () => string;
  readonly log: Log;
}

/** Starts what lets services sleep, and what hears them meanwhile. */
export function startSleep({ store, pages, platform, processFile, newId, log }: SleepDeps): {
  readonly stop: () => Promise<void>;
} {
  const seal = sealPort(platform);
  const canListen = (recipeId: string): boolean => listenable.includes(recipeId);
  const ear = createListenerEar({
    ...timers,
    store,
    newId,
    told: pages.pages.told,
    formsOf,
  });
  const listening = startListening(store, {
    ...timers,
    canListen,
    createListeners: (events) => {
      const { logins, certificates } = pages;
      const listeners = createAppListeners({
        ...events,
        processFile,
        store,
        logins,
        certificates,
        sessionOnItsWay: async (service) => {
          const own = pages.sessions.prepare(service);
          await pages.sessions.whenOnItsWay(service.id);
          return own;
        },
        log,
      });
      powerMonitor.on('suspend', listeners.pause);
      return {
        ...listeners,
        stop: () => {
          powerMonitor.off('suspend', listeners.pause);
          return listeners.stop();
        },
      };
    },
    hear: ear.hear,
    forget: ear.forget,
    take: pages.credentials.take,
    seal: (credentials) => toSealed(seal, credentials),
    unseal: (sealed) => fromSealed(seal, sealed),
  });
  const stopSleeper = startSleeper(store, {
    ...timers,
    canListen,
    takeCredentials: listening.takeCredentials,
    closePage: (serviceId) =>
      pages.views.sleep(serviceId, (contents) => pages.sleepFacts.letGo(serviceId, contents)),
    ask: (serviceId) => {
      const name = selectService(store.getState(), serviceId)?.name ?? '';
      const about = { serviceId, name, isSealed: canSeal(seal) };
      const notice = { kind: 'listen', id: listenNoticeId(serviceId), ...about } as const;
      store.dispatch({ kind: 'notice-shown', notice });
    },
  });
  return {
    stop: () => {
      stopSleeper();
      return listening.stop();
    },
  };
}
