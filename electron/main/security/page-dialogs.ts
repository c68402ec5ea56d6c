import { hostOf } from '../../core/model/address';
import { createTokenBucket } from '../../core/model/token-bucket';
import type { Log } from '../log';

/** What is used of a page: Electron's own, unnamed event for `alert`, `confirm` and `prompt`. */
export interface DialogPort {
  readonly listeners: (event: '-run-dialog') => readonly unknown[];
  readonly removeAllListeners: (event: '-run-dialog') => unknown;
  readonly on: (event: '-run-dialog', listener: RunDialog) => unknown;
}

/** What the gate asks and tells. */
export interface DialogDeps {
  /** The person looks at the page. */
  readonly isWelcome: () => boolean;
  readonly refuse: (reason: string) => void;
  readonly nowMs: () => number;
  readonly log: Pick<Log, 'problem'>;
}

type Answer = (accepted: boolean, text: string) => void;
type RunDialog = (info: unknown, answer: Answer) => unknown;

/** Dialogs of one page: a few in a row, then one in five seconds. */
const DIALOG_RATE = { burst: 5, perSecond: 0.2 } as const;
/** Longest text of a dialog, in UTF-16 units, and most lines: it is to fit on the screen. */
const TEXT_MAX = 1_500;
const LINES_MAX = 25;

const isRunDialog = (listener: unknown): listener is RunDialog => typeof listener === 'function';

/**
 * Lets a page's dialogs through only while the person looks at it: a page behind could otherwise cover everything with
 * boxes. They say whose they are, for they look like the app's own. A dialog that cannot be shown is answered with no;
 * left open, it would stop its page for ever. Where Electron has no such event the page's dialogs stay Electron's affair.
 * `isOpen` tells that the page stands still for one.
 */
export function gateDialogs(
  page: DialogPort,
  { isWelcome, refuse, nowMs, log }: DialogDeps,
): { readonly isOpen: () => boolean } {
  const open = { count: 0 };
  const state = { isOpen: () => open.count > 0 };
  const bucket = createTokenBucket(DIALOG_RATE);
  const [own, ...others] = page.listeners('-run-dialog');
  if (!isRunDialog(own) || others.length > 0) return state;
  page.removeAllListeners('-run-dialog');
  page.on('-run-dialog', async (info, answer) => {
    const whyNot = !isWelcome()
      ? 'dialog of a page that is not shown'
      : bucket.take(nowMs())
        ? undefined
        : 'dialog: too many';
    if (whyNot !== undefined) {
      refuse(whyNot);
      return answer(false, '');
    }
    open.count += 1;
    try {
      await own.call(page, withSource(info), answer);
    } catch (error) {
      log.problem('dialog not shown', error);
      answer(false, '');
    } finally {
      open.count -= 1;
    }
  });
  return state;
}

/** What Electron is given of a dialog, with the host of its frame before its words, and no more of them than fits. */
function withSource(info: unknown): unknown {
  if (typeof info !== 'object' || info === null) return info;
  const frame: unknown = Reflect.get(info, 'frame');
  const url: unknown = typeof frame === 'object' && frame !== null ? Reflect.get(frame, 'url') : undefined;
  const text: unknown = Reflect.get(info, 'messageText');
  if (typeof url !== 'string' || typeof text !== 'string') return info;
  const host = hostOf(url);
  const lines = text.slice(0, TEXT_MAX).split('\n').slice(0, LINES_MAX).join('\n');
  return { ...info, messageText: `${host === '' ? 'about:blank' : host}:\n\n${lines}` };
}
