import type { Log } from '../log';

/** What is used of a page: Electron's own, unnamed event for `alert`, `confirm` and `prompt`. */
export interface DialogPort {
  readonly listeners: (event: '-run-dialog') => readonly unknown[];
  readonly removeAllListeners: (event: '-run-dialog') => unknown;
  readonly on: (event: '-run-dialog', listener: RunDialog) => unknown;
}

type Answer = (accepted: boolean, text: string) => void;
type RunDialog = (info: unknown, answer: Answer) => unknown;

const isRunDialog = (listener: unknown): listener is RunDialog => typeof listener === 'function';

/**
 * Lets a page's dialogs through only while the person looks at it: a page behind could otherwise cover everything with
 * boxes. A dialog that cannot be shown is answered with no; left open, it would stop its page for ever. Where Electron
 * has no such event the page's dialogs stay Electron's affair. `isOpen` tells that the page stands still for one.
 */
export function gateDialogs(
  page: DialogPort,
  isWelcome: () => boolean,
  refuse: (reason: string) => void,
  log: Pick<Log, 'problem'>,
): { readonly isOpen: () => boolean } {
  const open = { count: 0 };
  const state = { isOpen: () => open.count > 0 };
  const [own, ...others] = page.listeners('-run-dialog');
  if (!isRunDialog(own) || others.length > 0) return state;
  page.removeAllListeners('-run-dialog');
  page.on('-run-dialog', async (info, answer) => {
    if (!isWelcome()) {
      refuse('dialog of a page that is not shown');
      return answer(false, '');
    }
    open.count += 1;
    try {
      await own.call(page, info, answer);
    } catch (error) {
      log.problem('dialog not shown', error);
      answer(false, '');
    } finally {
      open.count -= 1;
    }
  });
  return state;
}
