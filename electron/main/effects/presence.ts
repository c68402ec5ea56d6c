import type { PersonPort } from '../person';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** After so long without a key or a movement the person is taken to have gone. */
export const AWAY_AFTER_MS = 600_000;
/** How often it is looked whether the person is there. */
const LOOK_MS = 60_000;

interface PresencePort extends TimerPort, PersonPort {
  readonly came: (atMs: number) => void;
  readonly left: (atMs: number) => void;
}

/** Tells when the person comes back and when they go away: lock, sleep, and ten minutes without a touch. */
export function startPresence(port: PresencePort): Stop {
  const now: { isHere: boolean; stopTimer: Stop } = { isHere: true, stopTimer: () => undefined };
  const leave = (atMs: number): void => {
    if (!now.isHere) return;
    now.isHere = false;
    port.left(atMs);
  };
  const come = (atMs: number): void => {
    if (now.isHere) return;
    now.isHere = true;
    port.came(atMs);
  };
  const look = (): void => {
    const idleMs = port.idleMs();
    const nowMs = port.nowMs();
    if (idleMs >= AWAY_AFTER_MS) leave(nowMs - idleMs);
    else if (idleMs < LOOK_MS) come(nowMs - idleMs);
    now.stopTimer = port.after(LOOK_MS, look);
  };
  port.came(port.nowMs());
  now.stopTimer = port.after(LOOK_MS, look);
  const stops = [port.onGone(() => leave(port.nowMs())), port.onBack(() => come(port.nowMs()))];
  return () => {
    now.stopTimer();
    stops.forEach((stop) => stop());
    leave(port.nowMs());
  };
}
