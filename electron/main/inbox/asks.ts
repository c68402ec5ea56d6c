import type { InboxProblem } from '../../core/model/inbox';
import { InboxError } from './inbox';
import type { InboxAnswers, InboxQuestion, InboxQuestionKind } from './protocol';

/** A question is put to a second process when the first one died of it, or before it; not to a third. */
const ATTEMPTS_MAX = 2;

/** Questions that wait for their answers. */
export interface Asks {
  readonly add: <K extends InboxQuestionKind>(
    question: Extract<InboxQuestion, { kind: K }>,
  ) => Promise<InboxAnswers[K]['answer']>;
  /** Gives those that were not sent yet; they count as sent. */
  readonly take: () => readonly { readonly id: number; readonly question: InboxQuestion }[];
  readonly answer: (id: number, answer: unknown) => void;
  readonly refuse: (id: number, problem: InboxProblem) => void;
  readonly refuseAll: (problem: InboxProblem) => void;
  /** The process is gone: what was sent is to be sent again. */
  readonly putBack: () => void;
  readonly size: () => number;
}

interface Ask {
  readonly question: InboxQuestion;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: InboxError) => void;
  attempts: number;
  isSent: boolean;
}

/** Makes an empty set of questions. */
export function createAsks(): Asks {
  const waiting = new Map<number, Ask>();
  const now = { id: 0 };
  const settle = (id: number, how: (ask: Ask) => void): void => {
    const ask = waiting.get(id);
    waiting.delete(id);
    if (ask !== undefined) how(ask);
  };
  const refuse = (id: number, problem: InboxProblem): void =>
    settle(id, ({ reject }) => reject(new InboxError(problem)));
  return {
    add: (question) => {
      now.id += 1;
      const { id } = now;
      return handled(
        new Promise((resolve, reject) => {
          waiting.set(id, { question, resolve, reject, attempts: 0, isSent: false });
        }),
      );
    },
    take: () =>
      [...waiting].flatMap(([id, ask]) => {
        if (ask.isSent) return [];
        ask.isSent = true;
        ask.attempts += 1;
        return [{ id, question: ask.question }];
      }),
    answer: (id, answer) => settle(id, ({ resolve }) => resolve(answer as never)),
    refuse,
    refuseAll: (problem) => {
      for (const id of [...waiting.keys()]) refuse(id, problem);
    },
    putBack: () => {
      for (const [id, ask] of [...waiting]) {
        if (ask.isSent && ask.attempts >= ATTEMPTS_MAX) refuse(id, 'crashed');
        ask.isSent = false;
      }
    },
    size: () => waiting.size,
  };
}

/** A refusal is no bug, even where nobody waits for the answer. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
