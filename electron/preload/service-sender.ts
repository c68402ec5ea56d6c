import { messageLimits } from '../core/ipc/service-limits';
import { createTokenBucket } from '../core/model/token-bucket';

/** What is used of the clock and of IPC. */
export interface SenderPort {
  readonly post: (text: string) => void;
  readonly nowMs: () => number;
  readonly later: (run: () => void, delayMs: number) => void;
}

const RATE = { burst: 700, perSecond: 50 } as const;
/** Of its own, so that a page that floods does not lose the sound of its call. */
const CAPTURE_RATE = { burst: 20, perSecond: 5 } as const;
const BADGE_QUIET_MS = 50;
const FLOOD_REPORT_MS = 1000;

/**
 * Gives what passes a page's messages on to main, so that a page that floods is stopped in its own process: 700 at
 * once and 50 a second, of badges within 50 ms only the last, nothing too big. What is held back is counted and told.
 */
export function createServiceSender(port: SenderPort): (text: string) => void {
  const bucket = createTokenBucket(RATE);
  const captures = createTokenBucket(CAPTURE_RATE);
  let dropped = 0;
  let quiet = false;
  let badge: string | undefined;

  const post = (text: string): void => {
    if (text.length <= limitOf(text) && bucket.take(port.nowMs())) {
      port.post(text);
      return;
    }
    if (dropped === 0) {
      port.later(() => {
        port.post(JSON.stringify({ kind: 'flood', dropped }));
        dropped = 0;
      }, FLOOD_REPORT_MS);
    }
    dropped += 1;
  };
  const settle = (): void => {
    const text = badge;
    badge = undefined;
    quiet = text !== undefined;
    if (text === undefined) return;
    port.later(settle, BADGE_QUIET_MS);
    post(text);
  };
  return (text) => {
    if (text.startsWith('{"kind":"capture"')) {
      if (captures.take(port.nowMs())) port.post(text);
      return;
    }
    if (!text.startsWith('{"kind":"badge"')) return post(text);
    badge = text;
    if (!quiet) settle();
  };
}

/** What tells of channels may be larger, and is the adapter's: it is told at most five times a second. */
const limitOf = (text: string): number =>
  text.startsWith('{"kind":"channels"') ? messageLimits.channelsWire : messageLimits.wire;
