import { randomUUID } from 'node:crypto';
import { Refusal } from './model.js';

export interface QueueEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}

type Numbered = QueueEvent & { readonly id: number };

/** What was told to one client and not yet confirmed by it. */
interface Queue {
  readonly id: string;
  readonly userId: number;
  /** Undefined: all of them. */
  readonly types: ReadonlySet<string> | undefined;
  events: readonly Numbered[];
  lastId: number;
  wake: (() => void) | undefined;
}

/** The vendor's event queues: what happened since a client registered, asked for by long polling. */
export interface Queues {
  register(userId: number, types: readonly string[] | undefined): string;
  /** Adds an event to the queues of those people that want such. */
  tell(userIds: Iterable<number>, event: QueueEvent): void;
  /**
   * Gives what came after `lastId`, as soon as there is something; a heartbeat when nothing comes for long.
   * @throws the vendor's refusal when there is no such queue of that person.
   */
  poll(ask: Poll): Promise<readonly Numbered[]>;
  remove(userId: number, queueId: string): void;
  /** Forgets all queues, as a server does that was killed. */
  forget(): void;
  /** Ends the waits of all polls with nothing. */
  release(): void;
  /** How many queues that person has. */
  countOf(userId: number): number;
  /** Queues of a person that somebody waits at. */
  waitedAt(userId: number): number;
}

interface Poll {
  readonly userId: number;
  readonly queueId: string;
  readonly lastId: number;
  readonly isPatient: boolean;
  readonly isGone: AbortSignal;
}

/** Creates them; `heartbeatMs` is how long a poll waits at most. */
export function createQueues(heartbeatMs: number): Queues {
  const queues = new Map<string, Queue>();
  const add = (queue: Queue, event: QueueEvent): void => {
    queue.lastId += 1;
    queue.events = [...queue.events, { ...event, id: queue.lastId }];
    queue.wake?.();
  };
  const find = (userId: number, queueId: string): Queue => {
    const queue = queues.get(queueId);
    if (queue?.userId === userId) return queue;
    throw new Refusal(400, 'BAD_EVENT_QUEUE_ID', `Bad event queue ID: ${queueId}`, { queue_id: queueId });
  };
  return {
    register: (userId, types) => {
      const id = randomUUID();
      const wanted = types === undefined ? undefined : new Set(types);
      queues.set(id, { id, userId, types: wanted, events: [], lastId: -1, wake: undefined });
      return id;
    },
    tell: (userIds, event) => {
      const told = new Set(userIds);
      for (const queue of queues.values())
        if (told.has(queue.userId) && (queue.types?.has(event.type) ?? true)) add(queue, event);
    },
    poll: async ({ userId, queueId, lastId, isPatient, isGone }) => {
      const queue = find(userId, queueId);
      queue.events = queue.events.filter(({ id }) => id > lastId);
      if (queue.events.length === 0 && isPatient) await whenWoken(queue, heartbeatMs, isGone);
      if (queue.events.length === 0 && isPatient && queues.has(queueId) && !isGone.aborted)
        add(queue, { type: 'heartbeat' });
      return queue.events;
    },
    remove: (userId, queueId) => {
      find(userId, queueId).wake?.();
      queues.delete(queueId);
    },
    forget: () => {
      for (const queue of queues.values()) queue.wake?.();
      queues.clear();
    },
    release: () => {
      for (const queue of queues.values()) queue.wake?.();
    },
    countOf: (userId) => [...queues.values()].filter((queue) => queue.userId === userId).length,
    waitedAt: (userId) =>
      [...queues.values()].filter((queue) => queue.userId === userId && queue.wake !== undefined).length,
  };
}

/** Waits for the queue's next event, at most that long, or until whoever asked has gone. Who asked before is let go. */
async function whenWoken(queue: Queue, atMostMs: number, isGone: AbortSignal): Promise<void> {
  queue.wake?.();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => wake(), atMostMs);
    const wake = (): void => {
      clearTimeout(timer);
      if (queue.wake === wake) queue.wake = undefined;
      resolve();
    };
    queue.wake = wake;
    isGone.addEventListener('abort', wake, { once: true });
  });
}
