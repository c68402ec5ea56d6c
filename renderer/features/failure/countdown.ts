import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

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
    const timer: { id?: ReturnType<typeof setTimeout> } = {};
    const plan = (): void => {
      const delayMs = toNextTickMs(untilMs, Date.now());
      if (delayMs !== undefined) timer.id = setTimeout(tick, delayMs);
    };
    const tick = (): void => {
      setNowMs(Date.now());
      plan();
    };
    tick();
    return () => clearTimeout(timer.id);
  }, [untilMs]);
  return toSecondsLeft(untilMs, nowMs);
}

/** Gives the way to say so many seconds. */
export function useSecondsText(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 60
      ? t('common.seconds', { count: seconds })
      : t('common.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
