import type { IncomingMessage, ServerResponse } from 'node:http';
import { selfSigned } from '../../support/self-signed.js';
import { createFaults, type Faults } from '../lib/faults.js';
import { type Instance, startInstance } from '../lib/instance.js';
import { createMemoryState } from '../lib/shared-state.js';
import { createHappenings, type Happenings } from '../web/happenings.js';
import type { ServerFacts, ServerState, Session, Shared, Told } from './model.js';
import { createPage, type PageOptions } from './page-files.js';
import { userIdOf } from './refs.js';
import { createApi } from './rest/api.js';
import { seedState } from './seed.js';
import { defaultSeed, type MattermostSeed } from './seed-types.js';
import { createSockets } from './sockets.js';
import { troubleWords } from './trouble.js';
import { type Truth, truthOf } from './truth.js';
import { createVerbs, type Verbs } from './verbs.js';

export interface MattermostOptions extends PageOptions, Partial<ServerFacts> {
  /** What `defaultSeed` has where it is left out. */
  readonly seed?: Partial<MattermostSeed>;
  /** How many instances serve the same state; 1 when left out. */
  readonly instances?: number;
  /** A state shared with instances elsewhere; one in memory, made of the seed, when left out. */
  readonly shared?: Shared;
  /** Serves https with a certificate that nobody vouches for, or with that one. */
  readonly tls?: true | { readonly key: string; readonly cert: string };
  /** What the server calls itself when a balancer stands before it; the address it is asked under when left out. */
  readonly siteUrl?: string;
  /** True, when left out: cookies alone do not do for anything but GET. False: `X-Requested-With` does, as by the vendor's default. */
  readonly isCsrfStrict?: boolean;
}

/** One of the instances, with faults of its own. */
export interface MattermostInstance extends Instance {
  readonly faults: Faults;
  /** Returns once a client of that person hears what is told by this instance. */
  whenListening(user: string): Promise<void>;
  /** The next event for that person's sockets here gets lost on its way; their client sees the gap. */
  loseNextEvent(user: string): Promise<void>;
}

/** A Mattermost that says what the vendor's says, to REST, WebSockets and pages. */
export interface Mattermost extends Verbs {
  /** The address of the first instance, without `/` at the end. */
  readonly url: string;
  readonly instances: readonly MattermostInstance[];
  /** Faults of all instances. */
  readonly faults: Faults;
  /** What the instances share. */
  readonly shared: Shared;
  /** `METHOD /path?query` of all requests, oldest first. */
  readonly requests: Happenings<string>;
  /** What the server holds for each person. */
  truth(): Promise<Truth>;
  /** Cookies of a new session, as a browser takes them, for the first instance or another address. */
  cookiesFor(user: string, url?: string): Promise<readonly Cookie[]>;
  /** Returns once a page or other client of that person hears what is told; only then do messages reach it as they come. */
  whenListening(user: string): Promise<void>;
  /** Cuts the WebSockets of all instances without a word; gives how many there were. */
  dropSockets(): number;
  /** An outage of all instances; what they know stays, but clients lose their place in the stream. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
  readonly httpOnly: boolean;
}

/** A stand-in for Mattermost on loopback: page, REST and WebSockets as a server of that version speaks them. */
export async function startMattermost(options: MattermostOptions = {}): Promise<Mattermost> {
  const { seed = {}, siteUrl, isCsrfStrict = true, tls, subPath = '' } = options;
  const shared =
    options.shared ?? createMemoryState<ServerState, Told>(seedState({ ...defaultSeed, ...seed }, options));
  const faults = createFaults(troubleWords);
  const requests = createHappenings<string>();
  const page = createPage(options);
  const api = createApi({ shared, isCsrfStrict, siteUrl, subPath });
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    requests.add(`${request.method} ${request.url}`);
    if (!enter(request, subPath)) return void response.writeHead(404).end();
    if (request.url?.startsWith('/api/')) void api(request, response);
    else page(request, response);
  };
  const startOne = async (): Promise<MattermostInstance & { readonly stopSockets: () => void }> => {
    const own = createFaults(troubleWords);
    const sockets = createSockets(shared);
    const instance = await startInstance({
      onRequest,
      onUpgrade: (request, socket, head) => {
        if (enter(request, subPath)) sockets.onUpgrade(request, socket, head);
        else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      },
      faults: [own, faults],
      tls: tls === true ? selfSigned : tls,
    });
    return {
      ...instance,
      faults: own,
      whenListening: async (user) => sockets.whenListening(userIdOf(await shared.read(), user)),
      loseNextEvent: async (user) => sockets.loseNextEvent(userIdOf(await shared.read(), user)),
      halt: async () => {
        sockets.forget();
        await instance.halt();
      },
      stopSockets: sockets.stop,
    };
  };
  const instances = await Promise.all(Array.from({ length: options.instances ?? 1 }, startOne));
  const url = `${instances[0]?.url ?? ''}${subPath}`;
  const verbs = createVerbs(shared);
  const halt = async () => void (await Promise.all(instances.map((one) => one.halt())));
  const resume = async () => void (await Promise.all(instances.map((one) => one.resume())));
  return {
    ...verbs,
    url,
    instances,
    faults,
    shared,
    requests,
    truth: async () => truthOf(await shared.read()),
    cookiesFor: async (user, at = url) => cookiesOf(await verbs.signIn(user), at),
    whenListening: (user) => Promise.any(instances.map((one) => one.whenListening(user))),
    dropSockets: () => instances.reduce((count, one) => count + one.dropSockets(), 0),
    halt,
    resume,
    restart: async () => {
      await halt();
      await resume();
    },
    stop: async () => {
      for (const one of instances) one.stopSockets();
      await halt();
    },
  };
}

/** Takes the server's own path off an address; false for one that is elsewhere. */
function enter(request: IncomingMessage, subPath: string): boolean {
  const { url = '/' } = request;
  if (subPath === '') return true;
  if (!url.startsWith(subPath) || !/^[/?]|^$/.test(url.slice(subPath.length))) return false;
  const rest = url.slice(subPath.length);
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  return true;
}

function cookiesOf({ token, userId, csrf }: Session, url: string): Cookie[] {
  return [
    { name: 'MMAUTHTOKEN', value: token, url, httpOnly: true },
    { name: 'MMUSERID', value: userId, url, httpOnly: false },
    { name: 'MMCSRF', value: csrf, url, httpOnly: false },
  ];
}
