import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFaults, type Faults } from '../lib/faults.js';
import { startInstance } from '../lib/instance.js';
import { createMemoryState } from '../lib/shared-state.js';
import { createHappenings, type Happenings } from '../web/happenings.js';
import type { ServerFacts, ServerState, Shared, Told } from './model.js';
import { createPage, type PageOptions } from './page-files.js';
import { createApi } from './rest/api.js';
import { createWaiting } from './rest/waiting.js';
import { defaultSeed, type MatrixSeed, seedState } from './seed.js';
import { troubleWords } from './trouble.js';
import { type Truth, truthOf } from './truth.js';
import { createVerbs, userIdOf, type Verbs } from './verbs.js';

export interface MatrixOptions extends PageOptions, Partial<ServerFacts> {
  /** What `defaultSeed` has where it is left out. */
  readonly seed?: Partial<MatrixSeed>;
}

/** A Matrix homeserver, and a web client beside it on another origin, as most have it. */
export interface Matrix extends Verbs {
  /** The homeserver: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The web client: `http://element.localhost:<port>/`. */
  readonly pageUrl: string;
  /** The web client under another name, which is an origin of its own. */
  pageUrlFor(host: string): string;
  readonly faults: Faults;
  readonly shared: Shared;
  /** `METHOD /path?query` of all requests, oldest first. */
  readonly requests: Happenings<string>;
  truth(): Promise<Truth>;
  /** What the web client keeps of a new session, to be put into its `localStorage`. */
  storageFor(user: string): Promise<Readonly<Record<string, string>>>;
  /** Returns once a client of that person waits for what comes. */
  whenListening(user: string): Promise<void>;
  /** An outage; what the server knows stays. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A stand-in on loopback for a homeserver of Matrix 1.11, with a page that is Element to a shell. */
export async function startMatrix(options: MatrixOptions = {}): Promise<Matrix> {
  const { seed = {} } = options;
  const shared = createMemoryState<ServerState, Told>(seedState({ ...defaultSeed, ...seed }, options));
  const faults = createFaults(troubleWords);
  const requests = createHappenings<string>();
  const waiting = createWaiting(shared);
  const api = createApi(shared, waiting);
  const page = createPage(options);
  const instance = await startInstance({
    onRequest: (request: IncomingMessage, response: ServerResponse) => {
      requests.add(`${request.method} ${request.url}`);
      if (/^\/(?:_matrix|\.well-known)\//.test(request.url ?? '')) void api(request, response);
      else page(request, response);
    },
    onUpgrade: (_request, socket) => socket.destroy(),
    faults: [faults],
  });
  const verbs = createVerbs(shared);
  const halt = () => instance.halt();
  const resume = () => instance.resume();
  const pageUrlFor = (host: string): string => `${instance.urlFor(host)}/`;
  return {
    ...verbs,
    url: instance.url,
    pageUrl: pageUrlFor('element'),
    pageUrlFor,
    faults,
    shared,
    requests,
    truth: async () => truthOf(await shared.read()),
    storageFor: async (user) => {
      const { token, userId, deviceId } = await verbs.signIn(user);
      return {
        mx_hs_url: instance.url,
        mx_user_id: userId,
        mx_device_id: deviceId,
        mx_has_access_token: 'true',
        mx_access_token: token,
      };
    },
    whenListening: async (user) => waiting.whenListening(userIdOf({ state: await shared.read() }, user)),
    halt,
    resume,
    restart: async () => {
      await halt();
      await resume();
    },
    stop: async () => {
      waiting.stop();
      await halt();
    },
  };
}
