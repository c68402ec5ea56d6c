import type { InboxHealth, InboxSetAside, NewInboxEntry } from '../../core/model/inbox';
import { timers } from '../timers';
import { createInbox, type InboxPort } from './create-inbox';
import type { Inbox } from './inbox';
import type { InboxProcess } from './inbox-link';
import type { FromInbox, ToInbox } from './protocol';
import { serveInbox } from './serve';

export const TEST_KEY = '5a'.repeat(32);

/** An entry as main makes them; `key` says which. */
export const anEntry = (key: string, part: Partial<NewInboxEntry> = {}): NewInboxEntry => ({
  key,
  atMs: Date.UTC(2026, 10, 25, 12),
  serviceId: 'work',
  serviceName: 'Work',
  channelId: 'general',
  channelName: 'General',
  channelKind: 'public',
  sender: 'Ada',
  title: 'Ada in General',
  body: 'Lunch at noon?',
  tag: '',
  messageId: null,
  mention: 'none',
  decision: 'show',
  reason: 'wanted',
  from: null,
  trail: [{ step: 'value', field: 'notify', value: 'all', from: undefined, decided: true }],
  isRead: false,
  ...part,
});

/** A process that is none: the real engine, in this process, on a real folder. `kill` is what a crash looks like. */
export function inThisProcess(): InboxProcess {
  const hear = new Set<(message: FromInbox) => void>();
  const exits = new Set<() => void>();
  const now = { isOver: false };
  const over = (): void => {
    if (now.isOver) return;
    now.isOver = true;
    for (const listener of exits) listener();
  };
  const receive = serveInbox({
    post: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!now.isOver) for (const listener of hear) listener(copy);
      });
    },
    exit: () => void setImmediate(() => setImmediate(over)),
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
  });
  return {
    post: (message: ToInbox) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!now.isOver) receive(copy);
      });
    },
    onMessage: (listener) => void hear.add(listener),
    onExit: (listener) => void exits.add(listener),
    kill: over,
  };
}

/** An inbox on a real folder, and what it told. */
export interface TestInbox extends Inbox {
  readonly told: {
    readonly health: InboxHealth[];
    readonly setAside: InboxSetAside[];
    readonly bugs: string[];
  };
}

/** The inbox as the app has it, but for the process. For tests of what uses it, too. */
export function createTestInbox(folder: string, part: Partial<InboxPort> = {}): TestInbox {
  const told: TestInbox['told'] = { health: [], setAside: [], bugs: [] };
  const inbox = createInbox({
    ...timers,
    folder,
    start: inThisProcess,
    openKey: () => ({ kind: 'good', key: TEST_KEY, seal: { kind: 'sealed' }, isNew: false }),
    onSetAside: (one) => void told.setAside.push(one),
    onBug: (text) => void told.bugs.push(text),
    ...part,
  });
  inbox.onHealth((health) => void told.health.push(health));
  return { ...inbox, told };
}

/** Timers that run when they are told to; a wait of 0 ms by itself. */
export function handTimers(): {
  readonly due: () => readonly number[];
  readonly run: (delayMs: number) => void;
} & Pick<InboxPort, 'after'> {
  const waiting: { delayMs: number; run: () => void }[] = [];
  return {
    due: () => waiting.map(({ delayMs }) => delayMs),
    run: (delayMs) => {
      const found = waiting.findIndex((one) => one.delayMs === delayMs);
      if (found < 0)
        throw new Error(`no timer of ${delayMs} ms in ${waiting.map((one) => one.delayMs).join(', ')}`);
      waiting.splice(found, 1)[0]?.run();
    },
    after: (delayMs, run) => {
      const timer = { delayMs, run };
      if (delayMs === 0) setImmediate(run);
      else waiting.push(timer);
      return () => void waiting.splice(waiting.indexOf(timer), waiting.includes(timer) ? 1 : 0);
    },
  };
}
