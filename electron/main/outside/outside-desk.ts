import type { OutsideRefusal, Reading } from '../../core/model/asked';
import { vendors } from '../../core/model/vendor';
import { createTokenBucket } from '../../core/model/token-bucket';
import type { Translate } from '../../core/model/translate';
import { decideAsked, type AskedDecision } from '../../core/outside/decide-asked';
import { readAsked } from '../../core/outside/read-asked';
import { USAGE } from '../../core/outside/read-command';
import { toStatus, toStatusLines } from '../../core/outside/to-status';
import { canWait, isStillMeant, type Waiting } from '../../core/outside/waiting';
import { isLocked } from '../../core/state/veil';
import type { AppStore } from '../store/app-store';

/** A click is one link; a page that sends many gets no further. */
const LINK_RATE = { burst: 4, perSecond: 0.5 };
/** What programs ask for, again and again perhaps. */
const COMMAND_RATE = { burst: 40, perSecond: 10 };

/** What nobody is there to read, or was one of too many, is not said in the window. */
const UNSAID: ReadonlySet<OutsideRefusal> = new Set(['too-many', 'busy', 'locked', 'locked-waits']);

/** What whoever asked is told: how a program ends that asked for them, and what it writes. */
export interface OutsideAnswer {
  /** 0 done, 1 not done, 2 not understood. */
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

export interface OutsidePort {
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly translate: Translate;
  readonly version: string;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  /** Gives the window's own page the keyboard. */
  readonly focusShell: () => void;
  readonly log: (line: string) => void;
}

/** Hears what Foyer is asked for from outside, whichever way it came. */
export interface OutsideDesk {
  readonly hear: (args: readonly string[]) => OutsideAnswer;
  /** The person answered what a link asks for. */
  readonly answer: (questionId: string, isWanted: boolean) => void;
  /** It was unlocked: what was asked for last meanwhile is done. */
  readonly goOn: () => void;
}

export function createOutsideDesk(store: AppStore, port: OutsidePort): OutsideDesk {
  const rates = { link: createTokenBucket(LINK_RATE), command: createTokenBucket(COMMAND_RATE) };
  const done: OutsideAnswer = { code: 0, text: '' };
  const held: { waiting: Waiting | undefined } = { waiting: undefined };

  const refuse = (from: Reading['from'], reason: OutsideRefusal, name: string): OutsideAnswer => {
    port.log(`asked from outside by a ${from}: ${reason}`);
    if (from === 'link' && !UNSAID.has(reason)) {
      const notice = { kind: 'outside-refused', id: `outside-${reason}`, reason, name } as const;
      store.dispatch({ kind: 'notice-shown', notice });
    }
    if (from === 'link' && reason !== 'too-many') store.dispatch({ kind: 'window-show-requested' });
    const isUnread = from === 'command' && (reason === 'malformed' || reason === 'unknown-verb');
    const text = isUnread ? USAGE : `${port.translate(`outside.refused.${reason}`, { name })}\n`;
    return { code: isUnread ? 2 : 1, text };
  };

  const carryOut = (decision: AskedDecision, from: Reading['from']): OutsideAnswer => {
    switch (decision.kind) {
      case 'refused':
        return refuse(from, decision.reason, decision.name);
      case 'status': {
        const status = toStatus(store.getState());
        const text = decision.isJson
          ? `${JSON.stringify({ isRunning: true, version: port.version, ...status })}\n`
          : toStatusLines(status);
        return { code: 0, text };
      }
      case 'ask':
        store.dispatch({ kind: 'window-show-requested' });
        store.dispatch({ kind: 'outside-asked', question: { id: port.newId(), ...decision.question } });
        port.focusShell();
        return done;
      case 'do': {
        const { actions, copies, showsWindow } = decision;
        if (showsWindow) store.dispatch({ kind: 'window-show-requested' });
        for (const action of actions) store.dispatch(action);
        if (copies !== undefined) tellCopied(copies);
        return done;
      }
    }
  };

  const tellCopied = (text: string): void => {
    port.copy(text);
    const { services, activeServiceId } = store.getState().persisted;
    const name = services.find(({ id }) => id === activeServiceId)?.name ?? '';
    store.dispatch({ kind: 'notice-shown', notice: { kind: 'text-copied', id: 'text-copied', name } });
  };

  const hear = (args: readonly string[]): OutsideAnswer => {
    const state = store.getState();
    const isShut = isLocked(state);
    // While all is sealed nobody knows which apps' links are wanted: that is looked at when it is unlocked.
    const reading = readAsked(args, isShut ? vendors : state.persisted.settings.vendorLinks);
    const { from } = reading;
    if (!rates[from].take(port.nowMs())) return refuse(from, 'too-many', '');
    if (reading.kind === 'unread') return refuse(from, reading.reason, reading.scheme ?? '');
    if (isShut && canWait(reading.asked)) {
      held.waiting = { args, atMs: port.nowMs() };
      return refuse(from, 'locked-waits', '');
    }
    return carryOut(decideAsked(state, reading.asked, from), from);
  };

  return {
    hear,
    goOn: () => {
      const { waiting } = held;
      held.waiting = undefined;
      if (waiting !== undefined && isStillMeant(waiting, port.nowMs())) hear(waiting.args);
    },
    answer: (questionId, isWanted) => {
      const question = store.getState().session.asked;
      if (question?.id !== questionId) return;
      store.dispatch({ kind: 'outside-asked', question: undefined });
      if (isWanted) carryOut(decideAsked(store.getState(), question.asked, 'person'), 'link');
    },
  };
}
