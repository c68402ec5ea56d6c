import type { Session } from 'electron/main';
import { toProxyConfig } from '../../core/model/proxy';
import type { Service, ServiceId } from '../../core/model/service';
import { leaderOf, membersOf } from '../../core/model/storage-group';
import { tweaksOf, type Tweaks } from '../../core/model/tweaks';
import { selectService } from '../../core/state/selectors';
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
  /** Before the first request of a storage's session. */
  readonly begin: (storageId: ServiceId, session: NetworkSession) => void;
  /** Before the first request of another session, which goes as the service does. */
  readonly join: (serviceId: ServiceId, session: NetworkSession) => void;
  /** Once such a session is not used any more: what changes is not told to it. */
  readonly leave: (session: NetworkSession) => void;
  /** Settles once it goes the way the person wants; undefined where it does by itself. Where that fails it never settles well. */
  readonly whenOnItsWay: (serviceId: ServiceId) => Promise<void> | undefined;
  readonly stop: Stop;
}

interface Begun {
  readonly session: NetworkSession;
  /** As Electron has it. */
  readonly givenUserAgent: string;
  /** The service that it goes as. */
  readonly leads: () => ServiceId;
  /** Those whose pages are loaded by it. */
  readonly loads: () => readonly ServiceId[];
  /** As it was last told to go. */
  now: Tweaks;
  way: Promise<void> | undefined;
}

/** Keeps user agent and proxy of all sessions as the person has them: a page that is open begins anew with what was changed. */
export function startServiceNetwork(deps: NetworkDeps): ServiceNetwork {
  const { store, onProblem } = deps;
  const begun = new Set<Begun>();
  const servicesNow = (): readonly Service[] => store.getState().persisted.services;
  const tweaksNow = (serviceId: ServiceId): Tweaks => tweaksOf(store.getState().persisted.tweaks, serviceId);

  const setUserAgent = ({ session, givenUserAgent, leads, now }: Begun): void => {
    const service = selectService(store.getState(), leads());
    const recipe = service === undefined ? undefined : recipeById(service.recipeId);
    const usual = recipe === undefined ? givenUserAgent : userAgentFor(recipe.userAgent, givenUserAgent);
    session.setUserAgent(now.userAgent === '' ? usual : now.userAgent);
  };
  /** Lines that are open go the old way, and so does what Chromium was told there. */
  const setProxy = async ({ session, now }: Begun): Promise<void> => {
    await session.setProxy(toProxyConfig(now.proxy));
    await session.forceReloadProxyConfig();
    await Promise.all([session.closeAllConnections(), session.clearAuthCache()]);
  };
  const go = (one: Begun): void => {
    one.way = setProxy(one);
    one.way.catch((error: unknown) => onProblem('proxy not set', error));
  };
  const whenOnItsWay = (serviceId: ServiceId): Promise<void> | undefined => {
    const ways = [...begun].flatMap(({ way, loads }) =>
      way !== undefined && loads().includes(serviceId) ? [way] : [],
    );
    return ways.length === 0 ? undefined : Promise.all(ways).then(() => undefined);
  };

  /** Tells a session what holds now; true where its pages begin anew with it. */
  const follow = (one: Begun): boolean => {
    const was = one.now;
    one.now = tweaksNow(one.leads());
    const isOtherWay = JSON.stringify(was.proxy) !== JSON.stringify(one.now.proxy);
    const isLoginGiven = was.proxyLogin !== one.now.proxyLogin && one.now.proxyLogin !== null;
    if (was.userAgent === one.now.userAgent && !isOtherWay && !isLoginGiven) return false;
    setUserAgent(one);
    if (isOtherWay || isLoginGiven) go(one);
    return true;
  };
  const followAll = (): void => {
    const anew = new Set([...begun].filter(follow).flatMap(({ loads }) => loads()));
    for (const serviceId of anew) {
      if (!deps.hasPage(serviceId)) continue;
      const way = async (): Promise<void> => whenOnItsWay(serviceId)?.catch(() => undefined);
      deps.withoutPage(serviceId, way).catch(() => undefined);
    }
  };

  const add = (session: NetworkSession, leads: () => ServiceId, loads: () => readonly ServiceId[]): void => {
    const now = tweaksNow(leads());
    const one: Begun = { session, givenUserAgent: session.getUserAgent(), leads, loads, now, way: undefined };
    begun.add(one);
    setUserAgent(one);
    if (now.proxy.kind !== 'system') go(one);
  };

  const stops = [
    store.watch(({ persisted }) => persisted.tweaks, followAll),
    store.watch(({ persisted }) => persisted.services, followAll),
  ];
  return {
    begin: (storageId, session) =>
      add(
        session,
        () => leaderOf(servicesNow(), storageId),
        () => membersOf(servicesNow(), storageId).map(({ id }) => id),
      ),
    join: (serviceId, session) =>
      add(
        session,
        () => serviceId,
        () => [serviceId],
      ),
    leave: (session) => {
      for (const one of begun) if (one.session === session) begun.delete(one);
    },
    whenOnItsWay,
    stop: () => stops.forEach((stop) => stop()),
  };
}
