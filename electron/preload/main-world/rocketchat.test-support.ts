import { vi } from 'vitest';
import { replaceBadge } from './badge';
import { addCodec } from './codec';
import { addConvert } from './convert';
import { addDesk } from './desk';
import type { Func } from './install';
import { replaceNotification } from './notification';
import { takePrimordials } from './primordials';
import { addProbeDesk } from './probe-desk';
import { createTestWorld } from './test-world';
import { adapter } from '../../recipes/rocketchat/adapter';

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The page: storage, a window that hears, and a server whose answers the test puts into `answers`. */
function addPage(): void {
  const target = new EventTarget();
  const page = globalThis as unknown as Record<string, unknown>;
  class CustomEvent extends Event {
    readonly detail: unknown;
    constructor(name: string, { detail }: { readonly detail: unknown }) {
      super(name);
      this.detail = detail;
    }
  }
  class PopStateEvent extends Event {}
  const sockets: unknown[] = [];
  class WebSocket extends EventTarget {
    readonly #url: string;
    constructor(url: string) {
      super();
      this.#url = url;
      sockets.push(this);
    }
    get url(): string {
      return this.#url;
    }
  }
  const asked: unknown[] = [];
  const answers: Record<string, { status?: number; headers?: object; body?: unknown; text?: string }> = {};
  const storageOf = (items: Record<string, string>) => ({
    items,
    getItem: (name: string) => items[name] ?? null,
  });
  Object.assign(page, {
    CustomEvent,
    PopStateEvent,
    WebSocket,
    /** Of all sockets of the page. */
    line: (event: string) => sockets.forEach((one) => (one as EventTarget).dispatchEvent(new Event(event))),
    AbortSignal: { timeout: () => undefined },
    nowMs: 1_795_000_000_000,
    asked,
    answers,
    went: [] as unknown[],
    navigation: new EventTarget(),
    localStorage: storageOf({}),
    sessionStorage: storageOf({}),
    history: {
      pushState: (_state: unknown, _title: string, path: string) =>
        void (page['went'] as unknown[]).push(path),
    },
    addEventListener: target.addEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    fire: (name: string, detail: unknown) => target.dispatchEvent(new CustomEvent(name, { detail })),
    fetch: (path: string, init: { headers: object; body?: string }) => {
      const [bare = ''] = path.split('?');
      asked.push({ path, headers: init.headers, body: init.body && JSON.parse(init.body) });
      const { status = 200, headers = {}, body = {}, text } = answers[bare] ?? { status: 404 };
      const get = (name: string) => (headers as Record<string, string>)[name] ?? null;
      const said = text ?? JSON.stringify({ success: status === 200, ...(body as object) });
      return Promise.resolve({ status, headers: { get }, text: () => Promise.resolve(said) });
    },
    answer: (path: string, given: object) => void (answers[`${page['root'] as string}/api/${path}`] = given),
  });
  Object.assign(page['location'] as object, { pathname: '/' });
  Object.assign(page['document'] as object, { readyState: 'complete', addEventListener: () => undefined });
  Date.now = () => page['nowMs'] as number;
}

const parts = [adapter.probe].flat() as Func[];

/** Opens a page of a Rocket.Chat below that root; timers are to be faked. */
export function openRocketPage(root = '') {
  const world = createTestWorld([takePrimordials, addCodec, addConvert], [
    addDesk,
    replaceNotification,
    replaceBadge,
    addProbeDesk,
    addPage,
    ...parts,
  ] as Func[]);
  const put = (path: string, given: object) =>
    world.run(`answer(${JSON.stringify(path)}, ${JSON.stringify(given)})`);
  world.run(`globalThis.root = ${JSON.stringify(root)};
    globalThis.__meteor_runtime_config__ = { ROOT_URL: 'https://chat.example${root}/', ROOT_URL_PATH_PREFIX: root }`);
  put('info', { body: { version: '8.1' } });
  put('v1/me', {
    body: {
      _id: 'u1',
      username: 'alice',
      name: 'Alice',
      settings: { preferences: { highlights: ['deploy'] } },
    },
  });
  put('v1/settings.public', { body: { settings: [{ _id: 'Site_Name', value: 'Team chat' }] } });
  put('v1/rooms.get', { body: { update: [{ _id: 'r1', lm: '2026-11-25T10:00:00.000Z' }], remove: [] } });
  const subscribe = (more: object = {}, remove: readonly object[] = []) =>
    put('v1/subscriptions.get', {
      body: { update: [{ ...subscription, ...more }], remove },
    });
  subscribe();
  return {
    ...world,
    put,
    subscribe,
    signIn: (storage = 'localStorage', suffix = '') =>
      world.run(
        `Object.assign(${storage}.items, { 'Meteor.userId${suffix}': 'u1', 'Meteor.loginToken${suffix}': 'secret-token' })`,
      ),
    fire: (name: string, detail?: unknown) =>
      world.run(`fire(${JSON.stringify(name)}, ${JSON.stringify(detail)})`),
    /** The page goes there without loading anything. */
    goTo: (path: string) =>
      world.run(
        `location.pathname = ${JSON.stringify(path)}; navigation.dispatchEvent(new Event('currententrychange'))`,
      ),
    asked: () => JSON.parse(world.run('JSON.stringify(asked)') as string) as readonly Asked[],
    /** Lets time pass, in the world too. */
    pass: async (ms: number) => {
      for (let left = ms; left > 0; left -= 50) {
        world.run('nowMs += 50');
        await vi.advanceTimersByTimeAsync(50);
      }
    },
    raws: () =>
      world.sent
        .filter(({ kind }) => kind === 'adapter-raw')
        .map(
          ({ raw }) =>
            JSON.parse(raw as string) as {
              isSignedIn: boolean;
              readonly connection?: string;
              readonly path: string;
              rooms: { unread: number; userMentions: number }[];
            },
        ),
    troubles: () => world.sent.flatMap(({ kind, reason }) => (kind === 'adapter-trouble' ? [reason] : [])),
  };
}

const subscription = {
  _id: 's1',
  rid: 'r1',
  t: 'c',
  name: 'general',
  open: true,
  alert: false,
  unread: 0,
  userMentions: 0,
  groupMentions: 0,
  _updatedAt: '2026-11-25T10:00:00.000Z',
};
