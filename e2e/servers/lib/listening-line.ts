import { createTransport } from '../../../electron/main/listeners/transport';
import { timers } from '../../../electron/main/timers';
import type { Channel } from '../../../electron/core/model/channel';
import type {
  HeardNotification,
  Listen,
  ListenEnd,
  ListenerTold,
  ListenPort,
  ListenStart,
} from '../../../electron/recipes/listening';
import { createHappenings, type Happenings } from '../web/happenings.js';

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

/** As a service's views would reach it that need no proxy and trust what they meet. */
const openWire = createTransport({
  ...timers,
  routeOf: () => Promise.resolve({ hops: [{ kind: 'direct', host: '', port: 0 }] }),
  isTrusted: () => Promise.resolve(true),
});

/** Listens over the transport of the process of listeners. */
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
    const wire = openWire('one', () => undefined);
    const calls = new Set<() => void>();
    const over = (): void => {
      line.isOver = true;
      wire.close();
      calls.forEach((callOff) => callOff());
      line.stop();
    };
    now.end = over;
    const port: ListenPort = {
      nowMs: timers.nowMs,
      random: Math.random,
      after: (delayMs, act) => {
        const callOff = timers.after(delayMs, () => {
          calls.delete(callOff);
          act();
        });
        calls.add(callOff);
        return callOff;
      },
      request: async (request) => {
        const answer = await wire.request(request);
        // What is over hears nothing more.
        return line.isOver ? new Promise<never>(() => undefined) : answer;
      },
      connect: wire.connect,
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
