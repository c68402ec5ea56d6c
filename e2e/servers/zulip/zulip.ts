import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFaults, type Faults } from '../lib/faults.js';
import { startInstance } from '../lib/instance.js';
import { createHappenings, type Happenings } from '../web/happenings.js';
import type { Scene } from './acts/messages.js';
import { createPageHost, type PageOptions } from './page-host.js';
import { createQueues } from './queues.js';
import { createApi } from './rest/api.js';
import { defaultSeed, plant, type ZulipSeed } from './seed.js';
import { newSession, type Cookie } from './sessions.js';
import { troubleWords } from './trouble.js';
import { truthOf, type PlaceTruth } from './truth.js';
import { createVerbs, type Verbs } from './verbs.js';

export interface ZulipOptions extends PageOptions {
  /** `11.4` when left out, with the feature level of it. */
  readonly version?: string;
  readonly featureLevel?: number;
  readonly realmName?: string;
  /** What `defaultSeed` has where it is left out. */
  readonly seed?: Partial<ZulipSeed>;
  /** Whether some streams are open to who has no account; false when left out. */
  readonly isOpenToAll?: boolean;
  /** How long a poll for events waits at most; the vendor's 50,000 when left out. */
  readonly heartbeatMs?: number;
}

/** A Zulip that says what the vendor's says, to REST, event queues and pages. */
export interface Zulip extends Verbs {
  /** Its address without `/` at the end. */
  readonly url: string;
  /** The same under a name of its own, which is an origin of its own. */
  urlFor(host: string): string;
  readonly faults: Faults;
  /** `METHOD /path?query` of all requests, oldest first. */
  readonly requests: Happenings<string>;
  /** What the server holds for a person. */
  truth(user: string): Readonly<Record<string, PlaceTruth>>;
  /** Name and value of the cookies of a new session. */
  cookiesFor(user: string): readonly Cookie[];
  /** How many queues that person's clients have, and at how many somebody waits. */
  queues(user: string): { readonly count: number; readonly waitedAt: number };
  /** An outage: polls end, what is known stays, and event queues too unless told otherwise. */
  halt(options?: { readonly losesQueues?: boolean }): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** What 11.4 says of itself. */
const FEATURE_LEVEL = 421;
const HEARTBEAT_MS = 50_000;

/** A stand-in for Zulip on loopback. */
export async function startZulip(options: ZulipOptions = {}): Promise<Zulip> {
  const { version = '11.4', featureLevel = FEATURE_LEVEL, realmName = 'Team chat' } = options;
  const seed = { ...defaultSeed, ...options.seed };
  const queues = createQueues(options.heartbeatMs ?? HEARTBEAT_MS);
  const organisation = plant(seed, { name: realmName, version, featureLevel });
  const scene: Scene = { organisation, queues };
  const faults = createFaults(troubleWords);
  const requests = createHappenings<string>();
  const api = createApi({
    scene,
    isOpenToAll: options.isOpenToAll ?? false,
    urlOf: ({ headers }) => `http://${headers.host}`,
  });
  const page = createPageHost(scene, options);
  const answer = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.add(`${request.method} ${request.url}`);
    return /^\/(api|json)\//.test(request.url ?? '') ? api(request, response) : page(request, response);
  };
  const instance = await startInstance({
    onRequest: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
      });
    },
    onUpgrade: (_request, socket) => socket.destroy(),
    faults: [faults],
  });
  const verbs = createVerbs(scene);
  return {
    ...verbs,
    url: instance.url,
    urlFor: instance.urlFor,
    faults,
    requests,
    truth: (user) => truthOf(organisation, verbs.userId(user)),
    cookiesFor: (user) => newSession(organisation, verbs.userId(user)),
    queues: (user) => {
      const id = verbs.userId(user);
      return { count: queues.countOf(id), waitedAt: queues.waitedAt(id) };
    },
    halt: async ({ losesQueues = false } = {}) => {
      if (losesQueues) queues.forget();
      await instance.halt();
    },
    resume: instance.resume,
    stop: async () => {
      queues.forget();
      await instance.halt();
    },
  };
}
