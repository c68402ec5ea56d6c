import type { TimerPort } from '../timers';

/** How long a page may take to say whether it may go. One that does not answer has nothing to keep. */
const ANSWER_MS = 5_000;

type PageEvent = 'destroyed' | 'did-start-navigation' | 'will-prevent-unload';
type Listener = (event: unknown) => unknown;

/** What is used of a page. */
export interface LeavingPage {
  readonly listeners: (event: PageEvent) => readonly unknown[];
  readonly removeAllListeners: (event: PageEvent) => unknown;
  readonly on: (event: PageEvent, listener: Listener) => unknown;
  readonly once: (event: PageEvent, listener: () => void) => unknown;
  readonly off: (event: PageEvent, listener: () => void) => unknown;
  readonly isDestroyed: () => boolean;
  readonly close: (options: { readonly waitForBeforeUnload: boolean }) => void;
  readonly reload: () => void;
}

/** Closes a page unless it would ask the person about what is not saved; says whether it is gone. Shows no dialog. */
export async function closeUnlessUnsaved(page: LeavingPage, after: TimerPort['after']): Promise<boolean> {
  const ask = (): void => page.close({ waitForBeforeUnload: true });
  if (!(await leaveUnlessUnsaved(page, 'destroyed', ask, after))) return false;
  if (!page.isDestroyed()) page.close({ waitForBeforeUnload: false });
  return true;
}

/** The same for loading it anew. */
export const reloadUnlessUnsaved = (page: LeavingPage, after: TimerPort['after']): Promise<boolean> =>
  leaveUnlessUnsaved(page, 'did-start-navigation', () => page.reload(), after);

function leaveUnlessUnsaved(
  page: LeavingPage,
  done: 'destroyed' | 'did-start-navigation',
  ask: () => void,
  after: TimerPort['after'],
): Promise<boolean> {
  if (page.isDestroyed()) return Promise.resolve(true);
  // At other times a page that would rather stay is not heard.
  const others = page.listeners('will-prevent-unload').filter(isListener);
  page.removeAllListeners('will-prevent-unload');
  return new Promise((resolve) => {
    const settle = (isLeaving: boolean): void => {
      stopWaiting();
      page.off('will-prevent-unload', keep);
      page.off(done, go);
      for (const listener of others) page.on('will-prevent-unload', listener);
      resolve(isLeaving);
    };
    // Not prevented, the event keeps the page.
    const keep = (): void => settle(false);
    const go = (): void => settle(true);
    const stopWaiting = after(ANSWER_MS, go);
    page.once('will-prevent-unload', keep);
    page.once(done, go);
    ask();
  });
}

const isListener = (one: unknown): one is Listener => typeof one === 'function';
