import type { InboxHealth, InboxStep } from '../../core/model/inbox';
import type { Stop } from '../store/app-store';
import { handled } from './asks';
import { InboxError, type Inbox } from './inbox';
import { putSteps } from './put-steps';
import type { WaitingFile } from './waiting-file';

/** An inbox that can be shut: its process ends, its key is forgotten, and what comes meanwhile waits, sealed. */
export interface LockableInbox extends Inbox {
  readonly lock: () => void;
  readonly unlock: () => void;
}

export interface LockableInboxPort {
  /** Creates the inbox itself; again after each unlocking. */
  readonly create: () => Inbox;
  readonly waiting: WaitingFile;
  readonly isLocked: boolean;
}

/** Creates it, shut or not. */
export function createLockableInbox({ create, waiting, isLocked }: LockableInboxPort): LockableInbox {
  const listeners = new Set<(health: InboxHealth) => void>();
  const now: Now = {
    inner: undefined,
    stopHealth: () => undefined,
    health: { kind: 'closed' },
    isWanted: !isLocked,
    isStopped: false,
    closing: Promise.resolve(),
  };
  const tell = (health: InboxHealth): void => {
    now.health = health;
    for (const listener of listeners) listener(health);
  };
  const open = (): Inbox => {
    const inner = create();
    now.inner = inner;
    now.stopHealth = inner.onHealth(tell);
    return inner;
  };
  /** What waited is put in; a second time changes nothing, so it is removed only when all is on the disk. */
  const takeIn = async (inner: Inbox): Promise<void> => {
    const steps = await waiting.read();
    if (steps.length === 0) return;
    await putSteps(inner, steps);
    await inner.flush();
    // Locked again meanwhile, more may wait there by now.
    if (now.inner === inner) await waiting.clear();
  };
  const reopen = async (): Promise<void> => {
    // The file is let go of by the process before.
    await now.closing;
    if (!now.isWanted || now.isStopped || now.inner !== undefined) return;
    await takeIn(open());
  };
  const shut = (): Promise<void> => {
    const { inner } = now;
    now.stopHealth();
    now.inner = undefined;
    tell({ kind: 'closed' });
    return inner?.stop() ?? Promise.resolve();
  };
  const put = (step: InboxStep, toInner: (inner: Inbox) => void): void => {
    if (now.inner !== undefined) toInner(now.inner);
    else if (!now.isStopped) waiting.put(step);
  };
  const ask = <T>(question: (inner: Inbox) => Promise<T>): Promise<T> =>
    now.inner === undefined ? handled(Promise.reject(new InboxError('closed'))) : question(now.inner);
  if (now.isWanted) open();

  return {
    add: (entry) => put({ kind: 'entry', entry }, (inner) => inner.add(entry)),
    came: (atMs) => put({ kind: 'came', atMs }, (inner) => inner.came(atMs)),
    left: (atMs) => put({ kind: 'left', atMs }, (inner) => inner.left(atMs)),
    page: (...about) => ask((inner) => inner.page(...about)),
    entry: (id) => ask((inner) => inner.entry(id)),
    channels: (filter) => ask((inner) => inner.channels(filter)),
    count: (filter) => ask((inner) => inner.count(filter)),
    markRead: (...about) => ask((inner) => inner.markRead(...about)),
    remove: (selection) => ask((inner) => inner.remove(selection)),
    exportTo: (...about) => ask((inner) => inner.exportTo(...about)),
    prune: (olderThanMs) => ask((inner) => inner.prune(olderThanMs)),
    onHealth: (listener) => {
      listeners.add(listener);
      listener(now.health);
      return () => void listeners.delete(listener);
    },
    flush: () => now.inner?.flush() ?? waiting.settled(),
    stop: async () => {
      now.isStopped = true;
      await Promise.all([now.closing, shut(), waiting.settled()]);
    },
    lock: () => {
      now.isWanted = false;
      now.closing = Promise.all([now.closing, shut()]).then(() => undefined);
    },
    unlock: () => {
      now.isWanted = true;
      // What could not be taken in waits on, until the next time.
      reopen().catch(() => undefined);
    },
  };
}

interface Now {
  inner: Inbox | undefined;
  stopHealth: Stop;
  health: InboxHealth;
  isWanted: boolean;
  isStopped: boolean;
  /** Settles when the process before has let go of the file. */
  closing: Promise<unknown>;
}
