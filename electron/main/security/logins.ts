import type { App, AuthInfo, WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import { canOpenPrompt } from '../../core/state/reduce-shell';
import type { AppStore, Stop } from '../store/app-store';
import { isPromptOpen, whenPromptsGo } from '../store/open-prompts';
import type { LoginMemory } from './login-memory';
import { protocolOf, type Credentials, type LoginPlace, type LoginQuestion } from './login-question';

type Callback = (credentials?: Credentials) => void;

/** Holds login questions (HTTP basic and digest, proxies) open until the shell's sheet answers them. */
export interface LoginDesk {
  readonly ask: (question: LoginQuestion, callback: Callback) => void;
  /** `isKept`: sealed and used again, where the system can seal. */
  readonly answer: (promptId: string, credentials: Credentials | null, isKept?: boolean) => void;
  /** What is at an address was let through: what was answered for it was right. */
  readonly accepted: (serviceId: ServiceId, url: string) => void;
  /** What was told of a proxy or kept for it, which is the same for all who go through it. */
  readonly recallProxy: (
    info: Pick<AuthInfo, 'host' | 'port' | 'realm' | 'scheme'>,
    /** Who goes through it, where it may be the service's own. */
    serviceId?: ServiceId,
  ) => Credentials | undefined;
  /** What was kept for a server, or told of a proxy, before it asks. */
  readonly recallBasic: LoginMemory['recallBasic'];
  readonly stop: Stop;
}

/** Longest realm shown; a server may send anything. */
const REALM_MAX = 100;
/** Asked again so soon after an answer, the answer was refused. */
const AGAIN_MS = 60_000;

const toShown = (realm: string): string => realm.replace(/\p{Cc}/gu, ' ').slice(0, REALM_MAX);

interface Waiting {
  readonly url: string;
  readonly callback: Callback;
}

/** Creates the desk. A kept answer is given without a question, once for a request; refused, it is forgotten. */
export function createLoginDesk(
  store: AppStore,
  memory: LoginMemory,
  newId: () => string,
  nowMs: () => number,
): LoginDesk {
  const open = new Map<string, Waiting[]>();
  const answeredAtMs = new Map<string, number>();
  const answeredUrls = new Map<string, Set<string>>();
  const placeOf = ({ serviceId, place, isProxy, protocol, scheme }: Omit<LoginPlace, 'realm'>) =>
    `${serviceId} ${place} ${isProxy} ${protocol} ${scheme}`;
  const isSoon = (place: string): boolean =>
    nowMs() - (answeredAtMs.get(place) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS;

  const note = (place: string, urls: readonly string[]): void => {
    const known = isSoon(place) ? answeredUrls.get(place) : undefined;
    answeredUrls.set(place, new Set([...(known ?? []), ...urls]));
    answeredAtMs.set(place, nowMs());
  };

  const settle = (promptId: string, credentials?: Credentials): void => {
    const waiting = open.get(promptId) ?? [];
    open.delete(promptId);
    for (const { callback } of waiting) callback(credentials);
  };

  const stop = whenPromptsGo(store, open, settle);

  const answerOne = (promptId: string, credentials: Credentials | null): void => {
    const prompt = store.getState().session.prompts.find((one) => one.id === promptId);
    if (prompt?.kind !== 'login') return;
    const urls = (open.get(promptId) ?? []).map(({ url }) => url);
    if (credentials !== null) note(placeOf(prompt), urls);
    settle(promptId, credentials ?? undefined);
    store.dispatch({ kind: 'prompt-closed', promptId });
  };

  return {
    ask: (asked, callback) => {
      const realm = toShown(asked.realm);
      const question = { ...asked, realm, protocol: protocolOf(asked) };
      const place = placeOf(question);
      const wasAnswered = isSoon(place) && answeredUrls.get(place)?.has(question.url) === true;
      // Not the first for the request may be the first here: a proxy on the way had to be answered before.
      const isRefused = question.isFirst !== true && wasAnswered;
      if (isRefused) memory.refused(question);
      const recalled = isRefused ? undefined : memory.recall(question);
      if (recalled !== undefined) {
        note(place, [question.url]);
        return callback(recalled);
      }
      // A page and its pictures may all ask for the same place: one question serves them all.
      const same = store
        .getState()
        .session.prompts.find((one) => one.kind === 'login' && placeOf(one) === place);
      const waiting = same === undefined ? undefined : open.get(same.id);
      if (waiting !== undefined) return void waiting.push({ url: question.url, callback });
      if (!canOpenPrompt(store.getState(), question.serviceId)) return callback();
      const id = newId();
      const { serviceId, host, isProxy, protocol, scheme } = question;
      open.set(id, [{ url: question.url, callback }]);
      store.dispatch({
        kind: 'prompt-opened',
        prompt: {
          kind: 'login',
          id,
          serviceId,
          host,
          place: question.place,
          realm,
          isProxy,
          protocol,
          scheme,
          again: isRefused || isSoon(place),
          canKeep: memory.canKeep(),
        },
      });
      if (!isPromptOpen(store, id)) settle(id);
    },
    answer: (promptId, credentials, isKept = false) => {
      const { prompts } = store.getState().session;
      const prompt = prompts.find((one) => one.id === promptId);
      if (prompt?.kind !== 'login') return;
      if (credentials !== null) memory.answered(prompt, credentials, isKept);
      answerOne(promptId, credentials);
      // A proxy is the same for all services: what one of them was told is told to the others that wait.
      if (credentials === null || !prompt.isProxy) return;
      const others = prompts.filter(
        (one) =>
          one.kind === 'login' &&
          one.isProxy &&
          one.place === prompt.place &&
          one.scheme === prompt.scheme &&
          one.id !== promptId,
      );
      for (const { id } of others) answerOne(id, credentials);
    },
    accepted: (serviceId, url) => {
      for (const [place, urls] of answeredUrls) {
        if (!place.startsWith(`${serviceId} `) || !urls.delete(url)) continue;
        answeredAtMs.delete(place);
      }
    },
    recallProxy: ({ host, port, realm, scheme }, serviceId = '') =>
      memory.recall({
        serviceId,
        place: `${host}:${port}`,
        realm: toShown(realm),
        isProxy: true,
        protocol: '',
        scheme,
      }),
    recallBasic: memory.recallBasic,
    stop,
  };
}

/** Brings the login questions of services' pages to the desk; those of others stay Electron's affair. */
export function startLoginQuestions(
  port: Pick<App, 'on' | 'off'>,
  serviceOf: (contentsId: number) => ServiceId | undefined,
  desk: Pick<LoginDesk, 'ask'>,
): Stop {
  const hear = (
    event: { readonly preventDefault: () => void },
    contents: WebContents | null | undefined,
    // Electron 33 tells whether it is the first try, but its types do not say so.
    details: { readonly url: string; readonly firstAuthAttempt?: boolean },
    info: AuthInfo,
    callback: (username?: string, password?: string) => void,
  ): void => {
    const serviceId = contents === null || contents === undefined ? undefined : serviceOf(contents.id);
    if (serviceId === undefined) return;
    event.preventDefault();
    const { host, port: number, realm, isProxy, scheme } = info;
    const { url, firstAuthAttempt: isFirst } = details;
    const question = { serviceId, host, place: `${host}:${number}`, realm, isProxy, scheme, url, isFirst };
    desk.ask(question, (credentials) => {
      if (credentials === undefined) callback();
      else callback(credentials.username, credentials.password);
    });
  };
  port.on('login', hear);
  return () => void port.off('login', hear);
}
