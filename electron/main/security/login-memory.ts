import * as z from 'zod/mini';
import { proxyPlace } from '../../core/model/proxy';
import type { SavedLogin } from '../../core/model/sign-in';
import { safeParse } from '../../core/model/safe-parse';
import { tweaksOf } from '../../core/model/tweaks';
import { canSeal, sealOrNot, unsealJson, type SealPort } from '../seal-port';
import type { AppStore } from '../store/app-store';
import type { Credentials, LoginPlace } from './login-question';

/** What was answered before: kept where the person wants it, and for proxies, which all services share, while the app runs. */
export interface LoginMemory {
  readonly canKeep: () => boolean;
  readonly recall: (asked: LoginPlace) => Credentials | undefined;
  /** The same where nobody has asked yet, so that the realm is not known: what is sent as it is (basic) alone. */
  readonly recallBasic: (
    place: Pick<LoginPlace, 'serviceId' | 'place' | 'isProxy' | 'protocol'>,
  ) => Credentials | undefined;
  /** Takes note of what the person answered. */
  readonly answered: (asked: LoginPlace, credentials: Credentials, isKept: boolean) => void;
  /** What was answered there is wrong: it is not used again. */
  readonly refused: (asked: LoginPlace) => void;
}

const credentialsSchema = z.object({ username: z.string(), password: z.string() });

type OwnAsked = Pick<LoginPlace, 'serviceId' | 'place' | 'isProxy'>;

/** Creates the memory. */
export function createLoginMemory(store: AppStore, port: SealPort, nowMs: () => number): LoginMemory {
  const proxies = new Map<string, Credentials>();
  const proxyOf = ({ place, scheme }: LoginPlace): string => `${place} ${scheme}`;
  const isSame = (one: SavedLogin, asked: LoginPlace): boolean =>
    one.place === asked.place &&
    one.realm === asked.realm &&
    one.isProxy === asked.isProxy &&
    one.protocol === asked.protocol &&
    one.scheme === asked.scheme &&
    (asked.isProxy || one.serviceId === asked.serviceId);
  const recall = (asked: LoginPlace, fits: (one: SavedLogin) => boolean): Credentials | undefined => {
    const saved = store.getState().persisted.logins.find(fits);
    const kept = saved === undefined ? undefined : unseal(port, saved.sealed);
    return kept ?? (asked.isProxy ? proxies.get(proxyOf(asked)) : undefined);
  };
  /** What the person gave for the proxy that this service alone goes through; nobody else is told it. */
  const ofOwnProxy = ({ serviceId, place, isProxy }: OwnAsked): Credentials | undefined => {
    if (!isProxy) return undefined;
    const { proxy, proxyLogin } = tweaksOf(store.getState().persisted.tweaks, serviceId);
    if (proxyLogin === null || proxyPlace(proxy) !== place.toLowerCase()) return undefined;
    return unseal(port, proxyLogin);
  };
  return {
    canKeep: () => canSeal(port),
    recall: (asked) => ofOwnProxy(asked) ?? recall(asked, (one) => isSame(one, asked)),
    recallBasic: (asked) => {
      const basic = { ...asked, realm: '', scheme: 'basic' };
      return ofOwnProxy(basic) ?? recall(basic, (one) => isSame({ ...one, realm: '' }, basic));
    },
    answered: (asked, credentials, isKept) => {
      if (asked.isProxy) proxies.set(proxyOf(asked), credentials);
      const sealed = isKept ? sealLogin(port, credentials) : undefined;
      if (sealed === undefined) return;
      const login: SavedLogin = { ...toKey(asked), sealed, sinceMs: nowMs() };
      store.dispatch({ kind: 'login-saved', login });
    },
    refused: (asked) => {
      if (ofOwnProxy(asked) !== undefined)
        store.dispatch({ kind: 'proxy-login-forgotten', serviceId: asked.serviceId });
      proxies.delete(proxyOf(asked));
      for (const login of store.getState().persisted.logins) {
        if (isSame(login, asked)) store.dispatch({ kind: 'login-forgotten', login: toKey(login) });
      }
    },
  };
}

const toKey = ({ serviceId, place, realm, isProxy, protocol, scheme }: LoginPlace): LoginPlace => ({
  serviceId,
  place,
  realm,
  isProxy,
  protocol,
  scheme,
});

/** Seals a name and password; `undefined` where the system cannot. */
export const sealLogin = (port: SealPort, { username, password }: Credentials): string | undefined =>
  sealOrNot(JSON.stringify({ username, password }), port);

/** What another key ring sealed is as good as not there. */
function unseal(port: SealPort, sealed: string): Credentials | undefined {
  const parsed = safeParse(credentialsSchema, unsealJson(sealed, port));
  return parsed.success ? parsed.data : undefined;
}
