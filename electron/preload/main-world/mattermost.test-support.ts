import { vi } from 'vitest';
import { adapter } from '../../recipes/mattermost/adapter';
import { addCodec } from './codec';
import { addConvert } from './convert';
import { addDesk } from './desk';
import type { Func } from './install';
import { replaceNotification } from './notification';
import { takePrimordials } from './primordials';
import { addProbeDesk } from './probe-desk';
import { createTestWorld } from './test-world';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The page: cookies, a history, sockets that hear, and a server whose answers the test puts into `answers`. */
function addPage(): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const target = new EventTarget();
  class MessageEvent extends Event {
    readonly #data: unknown;
    constructor(type: string, init: { readonly data: unknown }) {
      super(type);
      this.#data = init.data;
    }
    get data(): unknown {
      return this.#data;
    }
  }
  class PopStateEvent extends Event {}
  class WebSocket extends EventTarget {
    readonly #url: string;
    constructor(url: string) {
      super();
      this.#url = url;
    }
    get url(): string {
      return this.#url;
    }
  }
  class Headers {
    constructor(readonly items: Readonly<Record<string, string>>) {}
    get(name: string): string | null {
      return this.items[name] ?? null;
    }
  }
  class Response {
    readonly #said: { readonly status: number; readonly headers: Headers; readonly body: unknown };
    constructor(said: { readonly status: number; readonly headers: Headers; readonly body: unknown }) {
      this.#said = said;
    }
    get status(): number {
      return this.#said.status;
    }
    get headers(): Headers {
      return this.#said.headers;
    }
    json(): Promise<unknown> {
      return Promise.resolve(this.#said.body);
    }
  }
  const asked: unknown[] = [];
  const answers: Record<string, { status?: number; headers?: Record<string, string>; body?: unknown }> = {};
  Object.assign(page, {
    MessageEvent,
    PopStateEvent,
    WebSocket,
    Headers,
    Response,
    AbortSignal: { timeout: () => undefined },
    basename: '/chat',
    nowMs: 1_795_000_000_000,
    asked,
    answers,
    went: [] as unknown[],
    navigation: new EventTarget(),
    queueMicrotask: (run: () => void) => void Promise.resolve().then(run),
    matchMedia: () => Object.assign(new EventTarget(), { matches: true }),
    history: { pushState: (...given: unknown[]) => void (page['went'] as unknown[]).push(given[2]) },
    addEventListener: target.addEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    location: { origin: 'https://chat.example', pathname: '/chat/', assign: () => undefined },
    fetch: (url: string, init: { method: string; headers: object; body?: string }) => {
      const path = url.replace('https://chat.example/chat/api/v4', '');
      asked.push({ ...init, path, body: init.body && JSON.parse(init.body) });
      const { status = 200, headers = {}, body = {} } = answers[path] ?? { status: 404 };
      return Promise.resolve(new Response({ status, headers: new Headers(headers), body }));
    },
  });
  Date.now = () => page['nowMs'] as number;
  Object.assign(page['document'] as object, {
    readyState: 'complete',
    cookie: 'MMUSERID=u; MMCSRF=csrf-secret',
    addEventListener: () => undefined,
  });
}

export const idOf = (name: string): string => name.padEnd(26, 'x');
const me = idOf('alice');
const facts = {
  '/config/client?format=old': { SiteName: 'Riverside', Version: '11.9.0', CollapsedThreads: 'disabled' },
  '/users/me': { id: me, username: 'alice', notify_props: { mention_keys: 'deploy' }, password: 'pw-secret' },
  '/users/me/teams': [{ id: idOf('eng'), name: 'engineering', display_name: 'Engineering' }],
  '/users/me/preferences': [],
};

/** Opens a page of a Mattermost below `/chat`, with Alice signed in; timers are to be faked. */
export function openMattermostPage(channels: readonly string[] = ['builds', 'leads']) {
  const world = createTestWorld([takePrimordials, addCodec, addConvert], [
    addDesk,
    replaceNotification,
    addProbeDesk,
    addPage,
    ...[adapter.probe].flat(),
  ] as Func[]);
  const put = (path: string, given: object) =>
    world.run(`answers[${JSON.stringify(path)}] = ${JSON.stringify(given)}`);
  const said = channels.map((name) => ({
    id: idOf(name),
    type: 'O',
    display_name: name,
    name,
    header: 'words-secret',
  }));
  const member = (name: string) => ({ channel_id: idOf(name), user_id: me, notify_props: {} });
  for (const [path, body] of Object.entries(facts)) put(path, { body });
  put('/users/me/channels', { body: said });
  put('/users/me/channel_members?page=0&per_page=200', { body: channels.map(member) });
  for (const one of said) {
    put(`/channels/${one.id}`, { body: one });
    put(`/channels/${one.id}/members/me`, { body: member(one.name) });
  }
  world.run(`globalThis.socket = new WebSocket('wss://chat.example/chat/api/v4/websocket')`);
  const raws = () =>
    world.sent.flatMap(({ kind, raw }) =>
      kind === 'adapter-raw'
        ? [
            JSON.parse(raw as string) as {
              isSignedIn: boolean;
              isLive?: boolean;
              path: string;
              about?: object;
            },
          ]
        : [],
    );
  return {
    ...world,
    put,
    raws,
    /** Lets time pass, in the world too, and all that was promised come about. */
    pass: async (ms = 0) => {
      world.run(`nowMs += ${ms}`);
      await vi.advanceTimersByTimeAsync(ms);
      for (let turn = 0; turn < 50; turn += 1) await vi.advanceTimersByTimeAsync(0);
    },
    /** The page goes there without loading anything. */
    goTo: (path: string) =>
      world.run(
        `location.pathname = ${JSON.stringify(path)}; navigation.dispatchEvent(new Event('currententrychange'))`,
      ),
    /** What was asked since the last time. */
    asked: () => JSON.parse(world.run('JSON.stringify(asked.splice(0))') as string) as readonly Asked[],
    /** The socket hears an event. */
    hear: (event: string, data: object, broadcast: object = {}) =>
      world.run(
        `socket.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(JSON.stringify({ event, data, broadcast }))} }))`,
      ),
    post: (channel: string, message: string, more: object = {}) => {
      const post = {
        id: idOf('post'),
        channel_id: idOf(channel),
        user_id: idOf('bob'),
        message,
        root_id: '',
        ...more,
      };
      return { post: JSON.stringify(post), channel_type: 'O', sender_name: '@bob' };
    },
  };
}
