import type { ServiceId } from '../../core/model/service';
import type { FromListeners, Route, ToListeners, TrustQuestion } from './protocol';

/** What the process asks main. */
export interface Questions {
  /** Undefined where main does not know. */
  readonly routeOf: (serviceId: ServiceId, url: string) => Promise<Route | undefined>;
  readonly isTrusted: (question: TrustQuestion) => Promise<boolean>;
  readonly receive: (answer: Extract<ToListeners, { kind: 'route' | 'trust' }>) => void;
}

/** Creates the questions, which main answers by their numbers. */
export function createQuestions(post: (message: FromListeners) => void): Questions {
  const routes = new Map<number, (route: Route | undefined) => void>();
  const trusts = new Map<number, (isTrusted: boolean) => void>();
  const now = { lastId: 0 };
  return {
    routeOf: (serviceId, url) =>
      new Promise((resolve) => {
        const id = (now.lastId += 1);
        routes.set(id, resolve);
        post({ kind: 'ask-route', id, serviceId, url });
      }),
    isTrusted: (question) =>
      new Promise((resolve) => {
        const id = (now.lastId += 1);
        trusts.set(id, resolve);
        post({ kind: 'ask-trust', id, ...question });
      }),
    receive: (answer) => {
      if (answer.kind === 'route') {
        routes.get(answer.id)?.(answer.route);
        routes.delete(answer.id);
      } else {
        trusts.get(answer.id)?.(answer.isTrusted);
        trusts.delete(answer.id);
      }
    },
  };
}
