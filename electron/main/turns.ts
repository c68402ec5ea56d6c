/** Work that is done in turns, so that a lot of it at once keeps nobody else waiting. */
export interface Turns {
  /** Does it at once while the turn has time, else in a later one: in the order of `whose`, who take turns among each other. */
  readonly take: (whose: string, work: () => void) => void;
}

/** What turns need. */
export interface TurnsPort {
  /** Goes on whatever becomes of the clock. */
  readonly monotonicMs: () => number;
  /** Runs something once all that waits now has had its turn. */
  readonly later: (run: () => void) => void;
}

/** How long a turn may be: less than a frame. */
export const TURN_MS = 8;

/** The machine's own. */
export const ownTurns: TurnsPort = {
  monotonicMs: () => performance.now(),
  later: (run) => void setImmediate(run),
};

/** Gives turns of at most {@link TURN_MS}, or of one piece of work that takes longer. What throws keeps nothing else from its turn. */
export function createTurns({ monotonicMs, later }: TurnsPort): Turns {
  /** Whoever is first in it comes next, and then stands at its end. None is empty. */
  const waiting = new Map<string, (() => void)[]>();
  const turn = { usedMs: 0, isNextDue: false };

  const run = (work: () => void): void => {
    const startMs = monotonicMs();
    try {
      work();
    } finally {
      turn.usedMs += monotonicMs() - startMs;
    }
  };
  const takeNext = (): (() => void) | undefined => {
    for (const [whose, works] of waiting) {
      const work = works.shift();
      waiting.delete(whose);
      if (works.length > 0) waiting.set(whose, works);
      return work;
    }
    return undefined;
  };
  const demandNext = (): void => {
    if (turn.isNextDue) return;
    turn.isNextDue = true;
    later(next);
  };
  const next = (): void => {
    turn.isNextDue = false;
    turn.usedMs = 0;
    try {
      while (turn.usedMs < TURN_MS) {
        const work = takeNext();
        if (work === undefined) return;
        run(work);
      }
    } finally {
      if (waiting.size > 0 || turn.usedMs > 0) demandNext();
    }
  };
  return {
    take: (whose, work) => {
      demandNext();
      if (waiting.size === 0 && turn.usedMs < TURN_MS) return run(work);
      const own = waiting.get(whose);
      if (own === undefined) waiting.set(whose, [work]);
      else own.push(work);
    },
  };
}
