import type { Channel } from '../../core/model/channel';
import type {
  HeardNotification,
  Listen,
  ListenPort,
  ListenProblem,
  ListenStart,
} from '../../recipes/listening';
import { createTestClock } from '../test-clock.test-support';
import type { Wire } from './connection';
import { createHub, type ToHub } from './hub';
import type { FromListeners } from './protocol';

/** A connection that a test holds in its hands. */
export interface HeldConnection {
  readonly start: ListenStart;
  readonly port: ListenPort;
  /** Whether its listener was stopped. */
  readonly isStopped: () => boolean;
  readonly wire: HeldWire;
}

interface HeldWire {
  heardAtMs: number;
  canProbe: boolean;
  probes: number;
  isClosed: boolean;
  problem: ListenProblem | undefined;
  onUnfit: (reason: string) => void;
}

/** A hub with a clock moved by hand, whose listeners do what the test says. */
export function openHub({ random = 0, listen }: { readonly random?: number; readonly listen?: Listen } = {}) {
  const clock = createTestClock(1_000_000);
  const posted: FromListeners[] = [];
  const connections: HeldConnection[] = [];
  const wires = { newest: newWire(0) };
  const thrown: ((error: unknown) => void)[] = [];
  const hub = createHub({
    ...clock,
    random: () => random,
    listenerOf: (recipeId) => {
      if (recipeId === 'broken') return Promise.reject(new Error('cannot be loaded'));
      if (recipeId !== 'known') return Promise.resolve(undefined);
      return Promise.resolve(
        listen ??
          ((start, port) => {
            const held = { isStopped: false };
            connections.push({ start, port, wire: wires.newest, isStopped: () => held.isStopped });
            return () => {
              held.isStopped = true;
            };
          }),
      );
    },
    openWire: (_serviceId, onUnfit) => {
      const wire = { ...newWire(clock.nowMs()), onUnfit };
      wires.newest = wire;
      return {
        request: () => new Promise(() => undefined),
        connect: () => ({ send: () => undefined, close: () => undefined }),
        probe: () => {
          wire.probes += 1;
          return wire.canProbe;
        },
        heardAtMs: () => wire.heardAtMs,
        problem: () => wire.problem,
        close: () => {
          wire.isClosed = true;
        },
      };
    },
    within: (onThrown, work) => {
      thrown.push(onThrown);
      work();
    },
    post: (message) => posted.push(message),
  });
  /** Lets time pass, and what was promised come. */
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const say = (message: ToHub): Promise<void> => {
    hub.receive(message);
    return pass(0);
  };
  return {
    hub,
    clock,
    connections,
    thrown,
    pass,
    say,
    listen: (serviceId = 'one', more: Partial<Extract<ToHub, { kind: 'listen' }>> = {}) =>
      say({ ...listenTo(serviceId), ...more }),
    last: (): HeldConnection => {
      const last = connections.at(-1);
      if (last === undefined) throw new Error('nothing is listened to');
      return last;
    },
    /** What was posted since the last call. */
    told: (): FromListeners[] => posted.splice(0),
    states: (): string[] =>
      posted.flatMap((one) => (one.kind === 'state' ? [`${one.state} ${one.reason}`.trim()] : [])),
  };
}

const newWire = (heardAtMs: number): HeldWire => ({
  heardAtMs,
  canProbe: true,
  probes: 0,
  isClosed: false,
  problem: undefined,
  onUnfit: () => undefined,
});

/** A wire to a server that a test plays, which is always there. */
export const wireOver = (
  { request, connect }: Pick<Wire, 'request' | 'connect'>,
  heardAtMs: Wire['heardAtMs'],
  close: Wire['close'],
): Wire => ({ request, connect, probe: () => true, heardAtMs, problem: () => undefined, close });

export const listenTo = (serviceId: string): Extract<ToHub, { kind: 'listen' }> => ({
  kind: 'listen',
  turn: 1,
  serviceId,
  recipeId: 'known',
  url: 'https://chat.example/',
  credentials: { cookies: { session: 'tok-3n' }, values: {} },
  resume: undefined,
});

export const channel = (id: string, unread = 0): Channel => ({
  id,
  name: id,
  kind: 'public',
  unread,
  mentions: 0,
  muted: false,
  favourite: false,
  lastActivityMs: undefined,
  tag: undefined,
  notifiesMentionsOnly: false,
});

export const notification = (messageId: string, channelId = 'a'): HeardNotification => ({
  kind: 'notification',
  title: 'Ada',
  body: 'Hello',
  iconUrl: undefined,
  tag: '',
  channelId,
  sender: undefined,
  mention: 'none',
  isThreadReply: false,
  messageId,
  sentAtMs: undefined,
});
