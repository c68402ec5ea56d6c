import type { InboxHealth, InboxProblem, InboxSeal, InboxStep } from '../../core/model/inbox';
import type { TimerPort } from '../timers';
import { createAsks, handled } from './asks';
import { type Inbox, InboxError } from './inbox';
import { createInboxLink, type LinkPort, type WorkMessage } from './inbox-link';
import { createNamedTimers } from './named-timers';
import { createStepQueue } from './step-queue';

/** What is added within this time is written together; far below the 250 ms that are promised. */
export const GATHER_MS = 20;
/** So many go to the process at once: few enough that packing them does not hold up main. */
export const BATCH_MAX = 100;
/** Most entries that wait for a disk that refuses. */
export const WAITING_MAX = 10_000;
/** The process is ended when it had nothing to do for so long; starting it again takes about 150 ms. */
export const IDLE_MS = 5 * 60_000;
/** First and longest wait after a failure. */
export const RETRY_FIRST_MS = 1_000;
export const RETRY_MAX_MS = 60_000;
/** So often one step may take the process with it; then it is given up. */
const CRASHES_MAX = 3;
const STOP_FLUSH_MS = 3_000;
const STOP_END_MS = 1_500;

/** What the inbox needs from outside. */
export type InboxPort = LinkPort & TimerPort;

/** Creates the inbox on a port; nothing is started or read before the first need. */
export function createInbox(port: InboxPort): Inbox {
  const queue = createStepQueue(WAITING_MAX);
  const asks = createAsks();
  const listeners = new Set<(health: InboxHealth) => void>();
  const flushes = new Set<Flush>();
  const timers = createNamedTimers(port);
  const now: Now = {
    seal: undefined,
    batch: 0,
    isWriting: false,
    failures: 0,
    crashes: 0,
    oneByOne: 0,
    health: { kind: 'closed' },
    isStopped: false,
    isEnded: false,
    onGone: undefined,
  };

  const setHealth = (health: InboxHealth): void => {
    if (JSON.stringify(health) === JSON.stringify(now.health)) return;
    now.health = health;
    for (const listener of listeners) listener(health);
  };
  const setReady = (): void => {
    now.failures = 0;
    if (now.seal !== undefined) setHealth({ kind: 'ready', seal: now.seal });
  };
  const settleFlushes = (problem?: InboxProblem): void => {
    const { settled } = queue.counts();
    for (const flush of flushes) {
      if (problem === undefined && flush.put > settled) continue;
      flushes.delete(flush);
      flush.settle(problem);
    }
  };
  const fail = (problem: InboxProblem): void => {
    now.failures += 1;
    // A process that died once is started again without a word.
    const isQuiet = problem === 'crashed' && now.failures === 1;
    const waitMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.min(16, now.failures - 1));
    timers.set('retry', isQuiet ? 0 : waitMs, work);
    if (isQuiet) return;
    const { lost } = queue.counts();
    setHealth({ kind: 'failing', reason: problem, ...(lost > 0 ? { lost } : {}) });
    settleFlushes(problem);
  };

  /** Something in what was sent does harm: from here on one by one, to find which; that one is given up in the end. */
  const suspect = (): void => {
    now.oneByOne = BATCH_MAX;
    now.crashes += 1;
    if (now.crashes < CRASHES_MAX) return;
    now.crashes = 0;
    queue.dropFirst();
  };

  const link = createInboxLink(port, {
    onOpen: (seal) => {
      now.seal = seal;
      if (!queue.hasEntries()) setReady();
      work();
    },
    onRefused: (problem) => {
      asks.refuseAll(problem);
      fail(problem);
    },
    onMessage: (message) => {
      hear(message);
      work();
    },
    onGone: (how) => {
      const wasWriting = now.isWriting;
      now.isWriting = false;
      queue.putBack();
      asks.putBack();
      now.onGone?.();
      if (how === 'ended') {
        work();
        return;
      }
      if (wasWriting) suspect();
      fail('crashed');
      if (asks.size() > 0) work();
    },
  });

  const hear = (message: WorkMessage): void => {
    switch (message.kind) {
      case 'written':
        queue.done();
        now.isWriting = false;
        now.crashes = 0;
        now.oneByOne = Math.max(0, now.oneByOne - 1);
        setReady();
        settleFlushes();
        return;
      case 'not-written':
        queue.putBack();
        now.isWriting = false;
        if (message.problem === 'refused') suspect();
        // A broken file is set aside at once, and a new one begun.
        if (message.problem !== 'broken') fail(message.problem);
        return;
      case 'answer':
        asks.answer(message.id, message.answer);
        return;
      case 'no-answer':
        asks.refuse(message.id, message.problem);
    }
  };

  /** Does what there is to do now: starts the process, writes, asks, or waits for the time to end it. */
  const work = (): void => {
    if (now.isEnded) return;
    const phase = link.phase();
    const mayWrite = !timers.has('retry');
    if (phase === 'none') {
      if (asks.size() > 0 || (queue.hasEntries() && mayWrite)) link.start();
      return;
    }
    if (phase !== 'open') return;
    if (mayWrite && !now.isWriting && queue.size() > 0) {
      now.batch += 1;
      now.isWriting = true;
      const steps = queue.take(now.oneByOne > 0 ? 1 : BATCH_MAX);
      link.post({ kind: 'write', batch: now.batch, steps });
    }
    for (const { id, question } of asks.take()) link.post({ kind: 'ask', id, question });
    if (now.isWriting || queue.size() > 0 || asks.size() > 0) timers.clear('idle');
    else if (!timers.has('idle')) timers.set('idle', IDLE_MS, () => link.end(port.nowMs()));
  };
  const put = (step: InboxStep): void => {
    if (now.isStopped) return;
    queue.put(step);
    if (!timers.has('gather')) timers.set('gather', GATHER_MS, work);
  };

  const ask: typeof asks.add = (question) => {
    if (now.isStopped) return handled(Promise.reject(new InboxError('closed')));
    const answer = asks.add(question);
    work();
    return answer;
  };
  const flush = (): Promise<void> => {
    const { put, settled } = queue.counts();
    if (put === settled) return Promise.resolve();
    return handled(
      new Promise((resolve, reject) => {
        flushes.add({
          put,
          settle: (problem) => (problem === undefined ? resolve() : reject(new InboxError(problem))),
        });
        // Waits for no retry.
        timers.clear('retry');
        work();
      }),
    );
  };
  const waitAtMost = (waitMs: number, what: Promise<unknown>): Promise<unknown> =>
    Promise.race([what, new Promise<void>((resolve) => timers.set('stop', waitMs, resolve))]);

  return {
    add: (entry) => put({ kind: 'entry', entry }),
    came: (atMs) => put({ kind: 'came', atMs }),
    left: (atMs) => put({ kind: 'left', atMs }),
    page: (filter, beforeId, limit) => ask({ kind: 'page', filter, beforeId, limit }),
    entry: (id) => ask({ kind: 'entry', id }),
    channels: (filter) => ask({ kind: 'channels', filter }),
    count: (filter) => ask({ kind: 'count', filter }),
    markRead: (selection, isRead) => ask({ kind: 'markRead', selection, isRead }),
    remove: (selection) => ask({ kind: 'remove', selection }),
    exportTo: (file, filter) => ask({ kind: 'exportTo', file, filter, nowMs: port.nowMs() }),
    prune: (olderThanMs) => ask({ kind: 'prune', olderThanMs }),
    onHealth: (listener) => {
      listeners.add(listener);
      listener(now.health);
      return () => void listeners.delete(listener);
    },
    flush,
    stop: async () => {
      if (now.isStopped) return;
      now.isStopped = true;
      await waitAtMost(STOP_FLUSH_MS, flush()).catch(() => undefined);
      work();
      now.isEnded = true;
      asks.refuseAll('closed');
      if (link.phase() !== 'none') {
        const gone = new Promise<void>((resolve) => (now.onGone = resolve));
        link.end(undefined);
        await waitAtMost(STOP_END_MS, gone);
        link.kill();
      }
      timers.clear('retry', 'idle', 'gather', 'stop');
      setHealth({ kind: 'closed' });
    },
  };
}

interface Flush {
  /** How many had been put by then. */
  readonly put: number;
  readonly settle: (problem?: InboxProblem) => void;
}

interface Now {
  seal: InboxSeal | undefined;
  batch: number;
  isWriting: boolean;
  failures: number;
  /** Without a success in between. */
  crashes: number;
  /** So many more go to the process alone. */
  oneByOne: number;
  health: InboxHealth;
  isStopped: boolean;
  isEnded: boolean;
  onGone: (() => void) | undefined;
}
