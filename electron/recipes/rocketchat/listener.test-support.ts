import type {
  ListenAnswer,
  ListenEnd,
  ListenerTold,
  ListenPort,
  ListenRequest,
  SocketEvents,
} from '../listening';
import { own, ownText } from '../raw';
import { listen } from './listener';

/** A port with a server behind it that says what a Rocket.Chat 8.1 with one room says; time stands until it is moved. */
export interface FakePort extends ListenPort {
  readonly told: ListenerTold[];
  readonly ends: (readonly [ListenEnd, string])[];
  readonly remembered: object[];
  /** All frames that were sent. */
  readonly sent: unknown[];
  readonly asked: string[];
  /** The server says it. */
  readonly say: (text: string) => void;
  readonly close: (status?: number) => void;
  /** Lets time pass, and all that waits for it happen. */
  readonly pass: (ms: number) => void;
  /** Resolves once all that is answered at once is. */
  readonly settle: () => Promise<void>;
}

export type Answers = Readonly<Record<string, Partial<ListenAnswer> | undefined>>;

export const json = (body: object): Partial<ListenAnswer> => ({
  text: JSON.stringify({ success: true, ...body }),
});

const REST: Answers = {
  '/api/info': json({ version: '8.1' }),
  '/api/v1/me': json({ _id: 'u1', username: 'alice', name: 'Alice', settings: { preferences: {} } }),
  '/api/v1/subscriptions.get': json({
    update: [
      {
        _id: 's1',
        rid: 'r1',
        t: 'c',
        name: 'general',
        open: true,
        alert: true,
        _updatedAt: '1970-01-01T00:00:01Z',
      },
    ],
  }),
  '/api/v1/rooms.get': json({ update: [{ _id: 'r1', lm: '1970-01-01T00:00:00.9Z' }] }),
  '/api/v1/settings.public': json({ settings: [{ _id: 'UI_Use_Real_Name', value: false }] }),
};

/** What methods give. */
const METHODS: Readonly<Record<string, unknown>> = {
  login: { id: 'u1', token: 't1' },
};

/** Creates it; answers given are instead of the server's own. */
export function fakePort(answers: Answers = {}, methods: Readonly<Record<string, unknown>> = {}): FakePort {
  const state = { nowMs: 0, hear: undefined as SocketEvents | undefined };
  const timers = new Set<{ readonly atMs: number; readonly act: () => void }>();
  const port: FakePort = {
    told: [],
    ends: [],
    remembered: [],
    sent: [],
    asked: [],
    nowMs: () => state.nowMs,
    random: () => 0.5,
    after: (delayMs, act) => {
      const timer = { atMs: state.nowMs + delayMs, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    request: ({ url }: ListenRequest) => {
      const { pathname, search } = new URL(url);
      port.asked.push(pathname + search);
      const answer = { ...REST, ...answers }[pathname];
      return Promise.resolve({ status: answer === undefined ? 404 : 200, headers: {}, text: '', ...answer });
    },
    connect: (_request, hear) => {
      state.hear = hear;
      queueMicrotask(hear.onOpen);
      return { send: (text) => answerTo(JSON.parse(text)), close: () => undefined };
    },
    tell: (told) => void port.told.push(told),
    remember: (resume) => void port.remembered.push(resume),
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
  const answerTo = (frame: unknown): void => {
    port.sent.push(frame);
    const say = (answer: object): void => queueMicrotask(() => port.say(JSON.stringify(answer)));
    const [id, name] = [own(frame, 'id'), ownText(frame, 'method')];
    switch (own(frame, 'msg')) {
      case 'connect':
        return say({ msg: 'connected', session: 'x' });
      case 'sub':
        return say({ msg: 'ready', subs: [id] });
      case 'method': {
        const result = { ...METHODS, ...methods }[name];
        return say({ msg: 'result', id, ...(result instanceof Error ? { error: result } : { result }) });
      }
      default:
        return undefined;
    }
  };
  return port;
}

/** What a page of that server keeps. */
export const start = {
  url: 'https://chat.example.org/',
  credentials: { cookies: {}, values: { 'Meteor.userId': 'u1', 'Meteor.loginToken': 't1' } },
  resume: undefined,
};

/** Listens, and gives the port once all is answered that is answered at once. */
export async function live(port: FakePort, resume?: unknown): Promise<FakePort> {
  listen({ ...start, resume }, port);
  await port.settle();
  return port;
}
