import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxProblem, InboxSetAside, InboxStep } from '../../core/model/inbox';
import { setAside } from '../store/set-aside';
import { type InboxEngine, openEngine } from './engine/engine';
import { InboxFault, toProblem } from './engine/problem';
import { INBOX_FILE, INBOX_FILE_PARTS } from './engine/schema';
import type { FromInbox, InboxQuestion, NotUsable, ToInbox } from './protocol';

/** What the process of the inbox needs of its surroundings. */
export interface ServePort {
  readonly post: (message: FromInbox) => void;
  /** Ends the process, once what was posted is on its way. */
  readonly exit: () => void;
  /** Lets messages that have come be heard. */
  readonly pause: () => Promise<void>;
}

/** Gives what answers main's messages; the only part of the app that knows the engine. Runs in a process of its own. */
export function serveInbox(port: ServePort): (message: ToInbox) => void {
  const now: { engine: InboxEngine | undefined; asked: number; isEnding: boolean } = {
    engine: undefined,
    asked: 0,
    isEnding: false,
  };

  /** Says what a fault is; a file that is broken or gone is let go of, which only the end of the process does. */
  const toTold = (error: unknown): InboxProblem => {
    const problem = toProblem(error);
    if (problem === undefined) port.post({ kind: 'bug', text: textOf(error) });
    return problem ?? 'refused';
  };
  /** Tells first that nothing more is to be sent here, then what became of what was sent. */
  const refuse = (problem: InboxProblem, message: FromInbox, isLost: boolean): void => {
    if (isLost) {
      port.post(
        problem === 'broken' ? { kind: 'not-usable', notUsable: { why: 'broken' } } : { kind: 'ending' },
      );
    }
    port.post(message);
    if (isLost) port.exit();
  };

  const open = ({ folder, key, notUsable, nowMs }: Extract<ToInbox, { kind: 'open' }>): void => {
    try {
      const aside = notUsable === undefined ? undefined : putAside(folder, notUsable, nowMs);
      const opened = openEngine(folder, key, port.pause);
      if (opened.kind === 'good') {
        now.engine = opened.engine;
        port.post({ kind: 'opened', setAside: aside });
        return;
      }
      const why: NotUsable =
        opened.kind === 'newer' ? { why: 'newer', version: opened.version } : { why: 'broken' };
      port.post({ kind: 'not-usable', notUsable: why });
    } catch (error) {
      port.post({ kind: 'not-opened', problem: toTold(error) });
    }
    port.exit();
  };

  const write = (engine: InboxEngine | undefined, batch: number, steps: readonly InboxStep[]): void => {
    try {
      if (engine === undefined) throw new InboxFault('closed');
      engine.write(steps);
      port.post({ kind: 'written', batch });
    } catch (error) {
      const problem = toTold(error);
      refuse(
        problem,
        { kind: 'not-written', batch, problem },
        problem === 'broken' || problem === 'folder-gone',
      );
    }
  };

  const ask = async (engine: InboxEngine | undefined, id: number, question: InboxQuestion): Promise<void> => {
    now.asked += 1;
    try {
      if (engine === undefined) throw new InboxFault('closed');
      port.post({ kind: 'answer', id, answer: await engine.answer(question) });
    } catch (error) {
      const problem = toTold(error);
      // With an export it is the other folder that is gone.
      const isGone = problem === 'folder-gone' && question.kind !== 'exportTo';
      refuse(problem, { kind: 'no-answer', id, problem }, problem === 'broken' || isGone);
    } finally {
      now.asked -= 1;
    }
  };

  const end = async (engine: InboxEngine | undefined, nowMs: number | undefined): Promise<void> => {
    while (now.asked > 0) await port.pause();
    try {
      if (nowMs !== undefined) engine?.check(nowMs);
      engine?.close();
    } catch (error) {
      if (toTold(error) === 'broken') port.post({ kind: 'not-usable', notUsable: { why: 'broken' } });
    }
    port.exit();
  };

  return (message) => {
    switch (message.kind) {
      case 'open':
        open(message);
        return;
      case 'write':
        write(now.engine, message.batch, message.steps);
        return;
      case 'ask':
        void ask(now.engine, message.id, message.question);
        return;
      case 'end':
        void end(now.engine, message.nowMs);
    }
  };
}

/**
 * Moves the file out of the way.
 * @throws an {@link InboxFault} when it cannot be moved: it is never written over
 */
function putAside(folder: string, notUsable: NotUsable, nowMs: number): InboxSetAside | undefined {
  const size = statSync(join(folder, INBOX_FILE), { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return undefined;
  const why =
    notUsable.why === 'newer'
      ? ({ kind: 'newer', version: notUsable.version } as const)
      : ({ kind: 'broken' } as const);
  const setAsideAs = setAside(folder, INBOX_FILE, why, nowMs, INBOX_FILE_PARTS);
  if (setAsideAs === INBOX_FILE) throw new InboxFault('read-only');
  return { why: notUsable.why, setAsideAs };
}

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
