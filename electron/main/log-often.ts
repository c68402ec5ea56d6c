/** How often the same may be written in a minute. */
export const SAME_MAX = 5;
const MINUTE_MS = 60_000;
/** Most texts that are told apart; what comes beyond begins anew. */
const TEXTS_MAX = 500;

interface Said {
  readonly sinceMs: number;
  readonly count: number;
}

/**
 * Gives what decides whether a text is written: undefined where the same was too often within a minute, else how often it
 * was kept back since. Numbers of times (`x7`) make no other text.
 */
export function createOftenGate(): (text: string, nowMs: number) => number | undefined {
  const said = new Map<string, Said>();
  return (text, nowMs) => {
    const key = text.replaceAll(/ x\d+\b/g, '');
    const before = said.get(key);
    // A clock that was set back ends the minute as well.
    const isOver = before === undefined || Math.abs(nowMs - before.sinceMs) >= MINUTE_MS;
    if (said.size >= TEXTS_MAX && before === undefined) said.clear();
    said.set(key, isOver ? { sinceMs: nowMs, count: 1 } : { ...before, count: before.count + 1 });
    if (!isOver) return before.count < SAME_MAX ? 0 : undefined;
    return before === undefined ? 0 : Math.max(0, before.count - SAME_MAX);
  };
}
