import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Channel } from '../../../electron/core/model/channel';
import {
  ListenProblem,
  type HeardNotification,
  type Listen,
  type ListenEnd,
  type ListenerTold,
  type ListenPort,
  type ListenStart,
  type SocketEvents,
} from '../../../electron/recipes/listening';
import { createHappenings, type Happenings } from '../web/happenings.js';
import { packageFolder, SERVERS_FOLDER } from './packages.js';

/** A listener at work, as main's hub has it work: a new connection for each that was lost, with what was remembered. */
export interface ListeningLine {
  readonly told: Happenings<ListenerTold>;
  readonly ends: Happenings<readonly [ListenEnd, string]>;
  /** By id, as they were told last. */
  readonly channels: () => ReadonlyMap<string, Channel>;
  readonly notifications: () => readonly HeardNotification[];
  /** The notification of the message with that text in it. */
  readonly notificationOf: (words: string) => Promise<HeardNotification>;
  /** How many connections there were. */
  readonly count: () => number;
  /** Resolves when the connection is live that is opened as that one of all, from 1. */
  readonly live: (count?: number) => Promise<void>;
  /** Ends the connection as a lost network does; the next opens when the given promise resolves, or at once. */
  readonly cut: (until?: Promise<unknown>) => void;
  readonly stop: () => void;
}

/** What of `ws` is used here. */
interface Socket {
  readonly on: (event: string, listener: (...args: readonly never[]) => void) => void;
  readonly send: (text: string) => void;
  readonly close: () => void;
  readonly terminate: () => void;
}

/** Listens over real sockets. */
export function listenOver(listen: Listen, start: Omit<ListenStart, 'resume'>): ListeningLine {
  const told = createHappenings<ListenerTold>();
  const ends = createHappenings<readonly [ListenEnd, string]>();
  const lives = createHappenings<number>();
  const channels = new Map<string, Channel>();
  const now: { count: number; turn: number; resume: unknown; end: () => void; isStopped: boolean } = {
    count: 0,
    turn: 0,
    resume: undefined,
    end: () => undefined,
    isStopped: false,
  };
  const hear = (one: ListenerTold): void => {
    if (one.kind === 'channels') channels.clear();
    if (one.kind === 'channels' || one.kind === 'channels-changed')
      for (const channel of one.channels) channels.set(channel.id, channel);
    if (one.kind === 'channels-changed') for (const id of one.gone ?? []) channels.delete(id);
    told.add(one);
    if (one.kind === 'live') lives.add(now.count);
  };
  const open = (): void => {
    if (now.isStopped) return;
    now.count += 1;
    const line: { isOver: boolean; stop: () => void } = { isOver: false, stop: () => undefined };
    const closers = new Set<() => void>();
    const over = (): void => {
      line.isOver = true;
      closers.forEach((close) => close());
      line.stop();
    };
    now.end = over;
    const port: ListenPort = {
      ...portOver(closers, () => line.isOver),
      tell: (one) => void (line.isOver || hear(one)),
      remember: (resume) => {
        if (line.isOver) return;
        const text = JSON.stringify(resume);
        if (text.length > 16_384) throw new Error('too much is remembered');
        now.resume = JSON.parse(text);
      },
      end: (why, reason) => {
        if (line.isOver) return;
        over();
        ends.add([why, reason]);
        if (why !== 'lost') return;
        const { turn } = now;
        setTimeout(() => void (turn === now.turn && open()), 20);
      },
    };
    line.stop = listen({ ...start, resume: now.resume }, port);
    if (line.isOver) line.stop();
  };
  open();
  const notifications = () =>
    told.items.filter((one): one is HeardNotification => one.kind === 'notification');
  return {
    told,
    ends,
    channels: () => channels,
    notifications,
    notificationOf: async (words) =>
      (await told.find(
        (one) => one.kind === 'notification' && one.body.includes(words),
      )) as HeardNotification,
    count: () => now.count,
    live: async (count = 1) => void (await lives.find((one) => one >= count)),
    cut: (until) => {
      now.end();
      now.turn += 1;
      const { turn } = now;
      if (until === undefined) open();
      // Another cut meanwhile opens its own.
      else void until.then(() => void (turn === now.turn && open()));
    },
    stop: () => {
      now.isStopped = true;
      now.end();
    },
  };
}

function portOver(
  closers: Set<() => void>,
  isOver: () => boolean,
): Omit<ListenPort, 'tell' | 'remember' | 'end'> {
  return {
    nowMs: Date.now,
    random: Math.random,
    after: (delayMs, act) => {
      const timer = setTimeout(() => {
        closers.delete(stop);
        act();
      }, delayMs);
      const stop = () => clearTimeout(timer);
      closers.add(stop);
      return stop;
    },
    request: async ({ url, method = 'GET', headers = {}, body, timeoutMs = 30_000 }) => {
      try {
        const answer = await fetch(url, {
          method,
          headers,
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body }),
        });
        const text = await answer.text();
        if (isOver()) return await new Promise<never>(() => undefined);
        return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
      } catch {
        throw new ListenProblem('network');
      }
    },
    connect: ({ url, headers = {} }, hear) => {
      const socket = openSocket(url, headers, hear, isOver);
      const end = () => socket.terminate();
      closers.add(end);
      return {
        send: (text) => void (isOver() || socket.send(text)),
        close: () => socket.close(),
      };
    },
  };
}

function openSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  hear: SocketEvents,
  isOver: () => boolean,
): Socket {
  packageFolder('ws');
  const { WebSocket: Plain } = createRequire(join(SERVERS_FOLDER, 'package.json'))('ws') as {
    readonly WebSocket: new (url: string, options: object) => Socket;
  };
  const socket = new Plain(url, { headers });
  const state: { status: number | undefined } = { status: undefined };
  socket.on('error', () => undefined);
  socket.on('unexpected-response', (_request: never, response: { readonly statusCode: number }) => {
    state.status = response.statusCode;
    socket.terminate();
  });
  socket.on('open', () => void (isOver() || hear.onOpen()));
  socket.on('message', (data: Buffer) => void (isOver() || hear.onText(data.toString())));
  socket.on('close', (code: number) => {
    if (!isOver()) hear.onClose({ code, ...(state.status === undefined ? {} : { status: state.status }) });
  });
  return socket;
}
