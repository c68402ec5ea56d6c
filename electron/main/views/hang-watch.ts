import type { WebContents } from 'electron/main';
import type { Stop } from '../store/app-store';

/** How often a page that is looked at is asked for a sign of life. */
export const PING_EVERY_MS = 5_000;
/** How long it may leave that unanswered. */
export const HUNG_AFTER_MS = 15_000;

/** What is used of a page and its surroundings. */
export interface HangPort {
  /** Settles when the page's main thread has come to it; may never settle when its document goes. */
  readonly ping: () => Promise<unknown>;
  /** The person looks at the page, and it waits for nobody (a dialog stops a page too). */
  readonly isExpectedToAnswer: () => boolean;
  readonly nowMs: () => number;
  readonly every: (intervalMs: number, run: () => void) => Stop;
}

/**
 * Tells when a page that is looked at stops answering, and when it answers again. Chromium tells so too, but not while
 * a debugger is attached, which on Electron before 35 is how workers are met. `reset` is for a new document or process.
 */
export function startHangWatch(
  port: HangPort,
  on: { readonly hung: () => void; readonly responsive: () => void },
): { readonly reset: () => void; readonly stop: Stop } {
  const now = { waitingSinceMs: undefined as number | undefined, isHung: false, turn: 0 };

  const ask = (): void => {
    const turn = (now.turn += 1);
    now.waitingSinceMs = port.nowMs();
    const answered = (): void => {
      if (turn !== now.turn) return;
      now.waitingSinceMs = undefined;
      if (now.isHung) on.responsive();
      now.isHung = false;
    };
    port.ping().then(answered, answered);
  };
  const tick = (): void => {
    if (now.waitingSinceMs === undefined) {
      if (port.isExpectedToAnswer()) ask();
    } else if (!port.isExpectedToAnswer()) {
      now.waitingSinceMs = port.nowMs();
    } else if (!now.isHung && port.nowMs() - now.waitingSinceMs >= HUNG_AFTER_MS) {
      now.isHung = true;
      on.hung();
    }
  };
  return {
    stop: port.every(PING_EVERY_MS, tick),
    reset: () => {
      now.turn += 1;
      now.waitingSinceMs = undefined;
      now.isHung = false;
    },
  };
}

/** Asks a page's main frame; nothing of the page's own runs. */
export const pingPage = (contents: WebContents): Promise<unknown> =>
  contents.mainFrame.executeJavaScript('0');
