import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../support/self-signed.js';
import { createFaults, type Faults } from '../lib/faults.js';
import { findFreePorts, listening, LOOPBACK } from '../lib/net.js';
import { createHappenings, type Happenings } from '../web/happenings.js';
import { closing } from '../web/web-server.js';
import { createChat } from './chat/chat.js';
import { createMemoryKeeper, type Keeper } from './chat/keeper.js';
import { openRedisKeeper } from './chat/redis-keeper.js';
import { defaultSeed, plant, type Seed } from './chat/seed.js';
import { type ClientBehaviour, clientConfig } from './client-config.js';
import { createLimiter, type RateLimit } from './rest/limiter.js';
import { readTruth, type TruthOfRoom } from './truth.js';
import { createVerbs, type Verbs } from './verbs.js';
import { type Instance, startInstance } from './web/instance.js';
import { startInstanceProcess } from './web/instance-process.js';
import { createPageHost } from './web/page-host.js';
import { troubleWords } from './web/trouble.js';

export interface RocketChatOptions {
  /** `8.1.0` when left out; see `VERSIONS`. */
  readonly version?: string;
  readonly siteName?: string;
  /** Where it is hosted: `/chat`; the root when left out. */
  readonly rootPath?: string;
  /** A room of each kind when left out; see `defaultSeed`. */
  readonly seed?: Partial<Seed>;
  /** How the web client differs from what its version does. */
  readonly client?: ClientBehaviour;
  /** Serves https with a certificate that nobody has reason to trust, or with that one. */
  readonly tls?: true | { readonly key: string; readonly cert: string };
  /** None when left out. */
  readonly rateLimit?: RateLimit;
  /** Processes that share one state; 1 when left out. */
  readonly instances?: number;
  /** The Redis in which they share it; in memory when left out. */
  readonly redisPort?: number;
  /** With a Redis: each is a process of its own, which is killed when it is halted. */
  readonly isApart?: boolean;
  /** What the page and links call the server, when a balancer stands before it. */
  readonly siteUrl?: string;
  /** How often it asks clients whether they are there; 15,000 when left out, as Meteor does. */
  readonly heartbeatMs?: number;
}

export interface RocketChat extends Verbs {
  readonly version: string;
  /** The address of the first instance, `/` at the end. */
  readonly url: string;
  /** An address that leads there by a redirect. */
  readonly redirectUrl: string;
  readonly instances: readonly Instance[];
  readonly faults: Faults;
  /** What the instances share, to look at or to change by hand. */
  readonly keeper: Keeper;
  /** `METHOD /path?query` of all requests, oldest first. */
  readonly requests: Happenings<string>;
  /** What the server holds: of each user, by username, each room. */
  truth(): Promise<Readonly<Record<string, readonly TruthOfRoom[]>>>;
  /** What to put into localStorage, or sessionStorage where tokens are there, to be signed in. */
  storageFor(username: string): Promise<Readonly<Record<string, string>>>;
  /** Cuts all WebSockets. */
  dropSockets(): void;
  /** An outage of all instances; what they hold stays. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A stand-in for Rocket.Chat on loopback: page, REST and DDP as a server of that version speaks them. */
export async function startRocketChat(options: RocketChatOptions = {}): Promise<RocketChat> {
  const { version = '8.1.0', siteName = 'Team chat', rootPath = '', heartbeatMs = 15_000 } = options;
  const tls = options.tls === true ? selfSigned : options.tls;
  const { redisPort } = options;
  const memory = createMemoryKeeper();
  const openKeeper = () => (redisPort === undefined ? Promise.resolve(memory) : openRedisKeeper(redisPort));
  const keeper = await openKeeper();
  const chat = createChat(keeper);
  await plant(chat, { ...defaultSeed, ...options.seed });
  const ports = await findFreePorts(options.instances ?? 1);
  const scheme = tls === undefined ? 'http' : 'https';
  const siteUrl = options.siteUrl ?? `${scheme}://${LOOPBACK}:${ports[0]}${rootPath}/`;
  const facts = { version, siteName, siteUrl };
  const config = clientConfig(version, siteUrl, rootPath, options.client);
  const requests = createHappenings<string>();
  const faults = createFaults(troubleWords);
  const limiter = options.rateLimit === undefined ? undefined : createLimiter(options.rateLimit);
  const pages = createPageHost(config);
  const shared = { facts, faults, pages, limiter, tls, rootPath, heartbeatMs, requests };
  const keepers: Keeper[] = [keeper];
  const startHere = async (port: number): Promise<Instance> => {
    // Each has a chat of its own on what they share.
    const own = await openKeeper();
    keepers.push(own);
    return startInstance({ ...shared, chat: createChat(own), port });
  };
  const instances = await Promise.all(
    ports.map((port) =>
      redisPort !== undefined && options.isApart
        ? startInstanceProcess({ redisPort, port, facts, config, heartbeatMs })
        : startHere(port),
    ),
  );
  const redirector = await listening(
    createServer((request, response) => {
      const location = new URL((request.url ?? '/').slice(1), siteUrl).href;
      response.writeHead(302, { location }).end();
    }),
  );
  const stopRedirector = closing(redirector);
  const halt = async () => {
    await Promise.all(instances.map((one) => one.halt()));
  };
  const resume = async () => {
    await Promise.all(instances.map((one) => one.resume()));
  };
  return {
    ...createVerbs(chat),
    version,
    url: instances[0]?.url ?? '',
    redirectUrl: `http://${LOOPBACK}:${(redirector.address() as AddressInfo).port}/`,
    instances,
    faults,
    keeper,
    requests,
    truth: () => readTruth(chat),
    storageFor: async (username) => {
      const user = await chat.book.userNamed(username);
      if (user === undefined) throw new Error(`Rocket.Chat has no user called ${username}.`);
      const { _id, expires } = await chat.accounts.newTokenFor(user._id);
      return { [config.keys.userId]: user._id, [config.keys.token]: _id, [config.keys.expires]: expires };
    },
    dropSockets: () => instances.forEach((one) => one.dropSockets()),
    halt,
    resume,
    restart: async () => {
      await halt();
      await resume();
    },
    stop: async () => {
      await Promise.all([halt(), stopRedirector()]);
      keepers.forEach((one) => one.close());
    },
  };
}
