import type { App, AuthInfo, WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import { canOpenPrompt } from '../../core/state/reduce-shell';
import type { AppStore, Stop } from '../store/app-store';
import { isPromptOpen } from './permissions';

/** Who asks for a name and password. */
export interface LoginQuestion {
  readonly serviceId: ServiceId;
  readonly host: string;
  readonly realm: string;
  readonly isProxy: boolean;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Holds login questions (HTTP basic, proxies) open until the shell's sheet answers them. Nothing is kept. */
export interface LoginDesk {
  readonly ask: (question: LoginQuestion, callback: (credentials?: Credentials) => void) => void;
  readonly answer: (promptId: string, credentials: Credentials | null) => void;
  readonly stop: Stop;
}

/** Longest realm shown; a server may send anything. */
const REALM_MAX = 100;

/** Creates the desk. The same place asking again within a minute of an answer means the answer was refused. */
export function createLoginDesk(store: AppStore, newId: () => string, nowMs: () => number): LoginDesk {
  const open = new Map<string, ((credentials?: Credentials) => void)[]>();
  const answeredAtMs = new Map<string, number>();
  const placeOf = (question: Omit<LoginQuestion, 'realm'>): string =>
    `${question.serviceId} ${question.host} ${question.isProxy}`;

  const settle = (promptId: string, credentials?: Credentials): void => {
    open.get(promptId)?.forEach((callback) => callback(credentials));
    open.delete(promptId);
  };

  const stop = store.watch(
    (state) => state.session.prompts,
    () => {
      for (const id of [...open.keys()]) if (!isPromptOpen(store, id)) settle(id);
    },
  );

  return {
    ask: (question, callback) => {
      // A page and its pictures may all ask for the same place: one question serves them all.
      const same = store
        .getState()
        .session.prompts.find((one) => one.kind === 'login' && placeOf(one) === placeOf(question));
      const waiting = same === undefined ? undefined : open.get(same.id);
      if (waiting !== undefined) return void waiting.push(callback);
      if (!canOpenPrompt(store.getState(), question.serviceId)) return callback();
      const id = newId();
      const realm = question.realm.replace(/\p{Cc}/gu, ' ').slice(0, REALM_MAX);
      const again = nowMs() - (answeredAtMs.get(placeOf(question)) ?? Number.NEGATIVE_INFINITY) < 60_000;
      open.set(id, [callback]);
      store.dispatch({ kind: 'prompt-opened', prompt: { ...question, kind: 'login', id, realm, again } });
      if (!isPromptOpen(store, id)) settle(id);
    },
    answer: (promptId, credentials) => {
      const prompt = store.getState().session.prompts.find((one) => one.id === promptId);
      if (prompt?.kind !== 'login') return;
      if (credentials !== null) answeredAtMs.set(placeOf(prompt), nowMs());
      settle(promptId, credentials ?? undefined);
      store.dispatch({ kind: 'prompt-closed', promptId });
    },
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
    _details: unknown,
    info: AuthInfo,
    callback: (username?: string, password?: string) => void,
  ): void => {
    const serviceId = contents === null || contents === undefined ? undefined : serviceOf(contents.id);
    if (serviceId === undefined) return;
    event.preventDefault();
    desk.ask({ serviceId, host: info.host, realm: info.realm, isProxy: info.isProxy }, (credentials) => {
      if (credentials === undefined) callback();
      else callback(credentials.username, credentials.password);
    });
  };
  port.on('login', hear);
  return () => void port.off('login', hear);
}
