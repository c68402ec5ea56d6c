import { aPort } from './listen-port.test-support';
import type {
  Listen,
  ListenAnswer,
  ListenEnd,
  ListenerTold,
  ListenPort,
  ListenStart,
  SocketEvents,
  SocketRequest,
} from './listening';

/** A port with a server behind it that answers at once; time stands until it is moved. */
export interface FakePort extends ListenPort {
  readonly told: ListenerTold[];
  readonly ends: (readonly [ListenEnd, string])[];
  readonly remembered: object[];
  /** All frames that were sent. */
  readonly sent: unknown[];
  /** Paths that were asked for. */
  readonly asked: string[];
  readonly connected: SocketRequest[];
  /** The server says it. */
  readonly say: (text: string) => void;
  readonly close: (status?: number) => void;
  /** Lets time pass, and all that waits for it happen. */
  readonly pass: (ms: number) => void;
  /** Resolves once all that is answered at once is. */
  readonly settle: () => Promise<void>;
}

/** By path, without its query; what is missing is not found. */
export type Answers = Readonly<Record<string, Partial<ListenAnswer> | undefined>>;

/** Creates it; `reply` gives what the server says to a frame, and to the line's opening where there is none. */
export function createFakePort(answers: Answers, reply: (frame: unknown) => readonly object[]): FakePort {
  const state: { nowMs: number; hear: SocketEvents | undefined } = { nowMs: 0, hear: undefined };
  const timers = new Set<{ readonly atMs: number; readonly act: () => void }>();
  const answerTo = (frame: unknown): void => {
    for (const one of reply(frame)) queueMicrotask(() => port.say(JSON.stringify(one)));
  };
  const {
    port: heard,
    told,
    remembered,
  } = aPort(({ url }) => {
    const { pathname, search } = new URL(url);
    port.asked.push(pathname + search);
    const answer = answers[pathname];
    return { status: answer === undefined ? 404 : 200, headers: {}, text: '', ...answer };
  });
  const port: FakePort = {
    ...heard,
    told,
    remembered,
    ends: [],
    sent: [],
    asked: [],
    connected: [],
    nowMs: () => state.nowMs,
    after: (delayMs, act) => {
      const timer = { atMs: state.nowMs + delayMs, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    connect: (request, hear) => {
      port.connected.push(request);
      state.hear = hear;
      queueMicrotask(() => {
        hear.onOpen();
        answerTo(undefined);
      });
      return {
        send: (text) => {
          const frame: unknown = JSON.parse(text);
          port.sent.push(frame);
          answerTo(frame);
        },
        close: () => undefined,
      };
    },
    end: (why, reason) => void port.ends.push([why, reason]),
    say: (text) => state.hear?.onText(text),
    close: (status) => state.hear?.onClose({ code: 1006, ...(status === undefined ? {} : { status }) }),
    pass: (ms) => {
      state.nowMs += ms;
      for (const timer of [...timers].toSorted((one, other) => one.atMs - other.atMs)) {
        if (timer.atMs > state.nowMs) continue;
        timers.delete(timer);
        timer.act();
      }
    },
    settle: () => new Promise((resolve) => void setImmediate(resolve)),
  };
  return port;
}

/** Gives what listens, and gives the port once all is answered that is answered at once. */
export const liveOver =
  (listen: Listen, start: ListenStart) =>
  async (port: FakePort, resume?: unknown): Promise<FakePort> => {
    listen({ ...start, resume }, port);
    await port.settle();
    return port;
  };

export const kinds = ({ told }: FakePort) => told.map(({ kind }) => kind);

/** The ids of messages that were notified of. */
export const notified = ({ told }: FakePort) =>
  told.flatMap((one) => (one.kind === 'notification' ? [one.messageId] : []));
