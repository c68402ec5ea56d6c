import type { InboxProblem, InboxSeal, InboxSetAside } from '../../core/model/inbox';
import type { OwnProcess } from '../fork-process';
import type { InboxKey } from './key';
import type { FromInbox, NotUsable, ToInbox } from './protocol';

/** A file that takes the process with it so often when it is opened counts as broken. */
const OPENING_CRASHES_MAX = 3;

/** The process of the inbox, as main has it. */
export type InboxProcess = OwnProcess<ToInbox, FromInbox>;

/** What it takes to have the process. */
export interface LinkPort {
  /** The data folder. */
  readonly folder: string;
  /** Starts the process; called at first need, never before. */
  readonly start: () => InboxProcess;
  /** Gives the key of the file; called once, before the first start. */
  readonly openKey: () => InboxKey;
  readonly onSetAside: (told: InboxSetAside) => void;
  readonly onBug: (text: string) => void;
  readonly nowMs: () => number;
}

/** What the link tells. */
export interface LinkEvents {
  /** The file is open; what is posted now is heard. */
  readonly onOpen: (seal: InboxSeal) => void;
  /** It cannot be opened at present. */
  readonly onRefused: (problem: InboxProblem) => void;
  readonly onMessage: (message: WorkMessage) => void;
  /** The process is gone; a new one may be started. */
  readonly onGone: (how: 'ended' | 'crashed') => void;
}
export type WorkMessage = Extract<FromInbox, { kind: 'written' | 'not-written' | 'answer' | 'no-answer' }>;

/** The process, from start to end. */
export interface InboxLink {
  readonly phase: () => 'none' | 'opening' | 'open' | 'ending';
  /** Starts the process; only when there is none. */
  readonly start: () => void;
  readonly post: (message: ToInbox) => void;
  /** Lets the process finish what it was asked and close the file. */
  readonly end: (nowMs: number | undefined) => void;
  readonly kill: () => void;
}

/**
 * Creates the link to the process. A file that cannot be used is let go of by ending the process, and set aside by the
 * next one: only so it can be renamed on every system.
 */
export function createInboxLink(port: LinkPort, events: LinkEvents): InboxLink {
  const now: Now = { process: undefined, phase: 'none', key: undefined, notUsable: undefined, crashes: 0 };

  const hear = (message: FromInbox, seal: InboxSeal): void => {
    switch (message.kind) {
      case 'opened':
        now.phase = 'open';
        now.crashes = 0;
        now.notUsable = undefined;
        if (message.setAside !== undefined) port.onSetAside(message.setAside);
        events.onOpen(seal);
        return;
      case 'not-opened':
        now.phase = 'ending';
        events.onRefused(message.problem);
        return;
      case 'not-usable': {
        // Set aside, and the new one not usable either: something else is wrong.
        const isAgain = now.phase === 'opening' && now.notUsable !== undefined;
        now.phase = 'ending';
        now.notUsable = message.notUsable;
        if (isAgain) events.onRefused('broken');
        return;
      }
      case 'ending':
        now.phase = 'ending';
        return;
      case 'bug':
        port.onBug(message.text);
        return;
      default:
        events.onMessage(message);
    }
  };
  const goneOf = (process: InboxProcess): void => {
    if (now.process !== process) return;
    const how = now.phase === 'ending' ? 'ended' : 'crashed';
    now.crashes = now.phase === 'opening' ? now.crashes + 1 : 0;
    if (now.crashes >= OPENING_CRASHES_MAX) now.notUsable ??= { why: 'broken' };
    now.process = undefined;
    now.phase = 'none';
    events.onGone(how);
  };
  const openKey = (): GoodKey | undefined => {
    if (now.key !== undefined) return now.key;
    const key = port.openKey();
    if (key.kind === 'refused') {
      events.onRefused(key.problem);
      return undefined;
    }
    // What was written with another key cannot be read.
    if (key.isNew) now.notUsable ??= { why: 'key-lost' };
    return (now.key = key);
  };

  return {
    phase: () => now.phase,
    start: () => {
      const key = openKey();
      if (key === undefined || now.process !== undefined) return;
      const process = port.start();
      now.process = process;
      now.phase = 'opening';
      process.onMessage((message) => {
        if (now.process === process) hear(message, key.seal);
      });
      process.onExit(() => goneOf(process));
      const { notUsable } = now;
      process.post({ kind: 'open', folder: port.folder, key: key.key, notUsable, nowMs: port.nowMs() });
    },
    post: (message) => now.process?.post(message),
    end: (nowMs) => {
      if (now.phase === 'none' || now.phase === 'ending') return;
      now.phase = 'ending';
      now.process?.post({ kind: 'end', nowMs });
    },
    kill: () => now.process?.kill(),
  };
}

type GoodKey = Extract<InboxKey, { kind: 'good' }>;

interface Now {
  process: InboxProcess | undefined;
  phase: ReturnType<InboxLink['phase']>;
  key: GoodKey | undefined;
  /** Why the next process is not to use the file that is there. */
  notUsable: NotUsable | undefined;
  /** How often in a row a process died while it opened the file. */
  crashes: number;
}
