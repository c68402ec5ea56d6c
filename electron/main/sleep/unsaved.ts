import type { TimerPort } from '../timers';

/** How long a page may take to say whether it may be closed. One that does not answer has nothing to keep. */
const ANSWER_MS = 5_000;

/** What is used of a page. */
export interface ClosingPage {
  readonly once: (event: 'destroyed' | 'will-prevent-unload', listener: () => void) => unknown;
  readonly off: (event: 'destroyed' | 'will-prevent-unload', listener: () => void) => unknown;
  readonly isDestroyed: () => boolean;
  readonly close: (options: { readonly waitForBeforeUnload: boolean }) => void;
}

/** Closes a page unless it would ask the person about what is not saved; says whether it is gone. Shows no dialog. */
export function closeUnlessUnsaved(page: ClosingPage, after: TimerPort['after']): Promise<boolean> {
  if (page.isDestroyed()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (isClosed: boolean): void => {
      stopWaiting();
      page.off('will-prevent-unload', keep);
      page.off('destroyed', go);
      resolve(isClosed);
    };
    const keep = (): void => settle(false);
    const go = (): void => settle(true);
    const stopWaiting = after(ANSWER_MS, () => {
      settle(true);
      if (!page.isDestroyed()) page.close({ waitForBeforeUnload: false });
    });
    page.once('will-prevent-unload', keep);
    page.once('destroyed', go);
    page.close({ waitForBeforeUnload: true });
  });
}
