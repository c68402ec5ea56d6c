import type { Session } from 'electron/main';
import { toProxyConfig } from '../../core/model/proxy';
import type { Service, ServiceId } from '../../core/model/service';
import { tweaksOf, type Tweaks } from '../../core/model/tweaks';
import { recipeById } from '../../recipes/index';
import { userAgentFor } from '../../recipes/user-agent';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a service's session. */
export type NetworkSession = Pick<
  Session,
  | 'getUserAgent'
  | 'setUserAgent'
  | 'setProxy'
  | 'forceReloadProxyConfig'
  | 'closeAllConnections'
  | 'clearAuthCache'
>;

interface NetworkDeps {
  readonly store: AppStore;
  /** Takes the page of a service away until `work` is done. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  readonly hasPage: (serviceId: ServiceId) => boolean;
  readonly onProblem: (text: string, error: unknown) => void;
}

/** How services name their browser, and which way they go. */
export interface ServiceNetwork {
  /** Before the first request of a session; a service may have several. */
  readonly begin: (service: Service, session: NetworkSession) => void;
  /** Settles once it goes the way the person wants; undefined where it does by itself. Where that fails it never settles well. */
  readonly whenOnItsWay: (serviceId: ServiceId) => Promise<void> | undefined;
  readonly stop: Stop;
}

interface Begun {
  readonly session: NetworkSession;
  readonly recipeId: string;
  /** As Electron has it. */
  readonly givenUserAgent: string;
}

/** Keeps user agent and proxy of all sessions as the person has them: a page that is open begins anew with what was changed. */
export function startServiceNetwork(deps: NetworkDeps): ServiceNetwork {
  const { store, onProblem } = deps;
  const begun = new Map<ServiceId, readonly Begun[]>();
  const ways = new Map<ServiceId, Promise<void>>();
  const known = { tweaks: store.getState().persisted.tweaks };

  const setUserAgent = ({ session, recipeId, givenUserAgent }: Begun, { userAgent }: Tweaks): void => {
    const recipe = recipeById(recipeId);
    const usual = recipe === undefined ? givenUserAgent : userAgentFor(recipe.userAgent, givenUserAgent);
    session.setUserAgent(userAgent === '' ? usual : userAgent);
  };
  /** Lines that are open go the old way, and so does what Chromium was told there. */
  const setProxy = async ({ session }: Begun, { proxy }: Tweaks): Promise<void> => {
    await session.setProxy(toProxyConfig(proxy));
    await session.forceReloadProxyConfig();
    await Promise.all([session.closeAllConnections(), session.clearAuthCache()]);
  };
  const go = (
    serviceId: ServiceId,
    sessions: readonly Begun[],
    tweaks: Tweaks,
    before?: Promise<void>,
  ): Promise<void> => {
    const way = Promise.all([before, ...sessions.map((one) => setProxy(one, tweaks))]).then(() => undefined);
    ways.set(serviceId, way);
    way.catch((error: unknown) => onProblem('proxy not set', error));
    return way;
  };

  const stop = store.watch(
    (state) => state.persisted.tweaks,
    (list) => {
      const before = known.tweaks;
      known.tweaks = list;
      for (const [serviceId, all] of begun) {
        const was = tweaksOf(before, serviceId);
        const is = tweaksOf(list, serviceId);
        const isOtherWay = JSON.stringify(was.proxy) !== JSON.stringify(is.proxy);
        const isLoginGiven = was.proxyLogin !== is.proxyLogin && is.proxyLogin !== null;
        if (was.userAgent === is.userAgent && !isOtherWay && !isLoginGiven) continue;
        for (const one of all) setUserAgent(one, is);
        const way = isOtherWay || isLoginGiven ? go(serviceId, all, is) : Promise.resolve();
        if (deps.hasPage(serviceId))
          deps.withoutPage(serviceId, () => way.catch(() => undefined)).catch(() => undefined);
      }
    },
  );

  return {
    begin: (service, session) => {
      const one = { session, recipeId: service.recipeId, givenUserAgent: session.getUserAgent() };
      const tweaks = tweaksOf(store.getState().persisted.tweaks, service.id);
      begun.set(service.id, [...(begun.get(service.id) ?? []), one]);
      setUserAgent(one, tweaks);
      if (tweaks.proxy.kind !== 'system')
        void go(service.id, [one], tweaks, ways.get(service.id)).catch(() => undefined);
    },
    whenOnItsWay: (serviceId) => ways.get(serviceId),
    stop,
  };
}
