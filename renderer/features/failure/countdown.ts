import { useEffect, useState } from 'react';

/** Gives the whole seconds left until a moment, never below 0. */
export const toSecondsLeft = (untilMs: number, nowMs: number): number =>
  Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

/** Gives how long until the number of seconds left changes, in ms; `undefined` when it stays 0. */
export function toNextTickMs(untilMs: number, nowMs: number): number | undefined {
  const leftMs = untilMs - nowMs;
  if (leftMs <= 0) return undefined;
  const overMs = leftMs % 1000;
  return overMs === 0 ? 1000 : overMs;
}

/** Gives the whole seconds left, anew each second; nothing runs once it is 0. */
export function useSecondsLeft(untilMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const delayMs = toNextTickMs(untilMs, Date.now());
    if (delayMs === undefined) return undefined;
    const timer = setTimeout(() => setNowMs(Date.now()), delayMs);
    return () => clearTimeout(timer);
  }, [untilMs, nowMs]);
  return toSecondsLeft(untilMs, Math.max(nowMs, 0));
}
