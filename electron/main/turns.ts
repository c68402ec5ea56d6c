/** Work that is done in turns, so that a lot of it at once keeps nobody else waiting. */
export interface Turns {
  /** Does it at once while the turn has time, else in its order in a later one. */
  readonly take: (work: () => void) => void;
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
  const waiting: (() => void)[] = [];
  const turn = { usedMs: 0, isNextDue: false };

  const run = (work: () => void): void => {
    const startMs = monotonicMs();
    try {
      work();
    } finally {
      turn.usedMs += monotonicMs() - startMs;
    }
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
        const work = waiting.shift();
        if (work === undefined) return;
        run(work);
      }
    } finally {
      if (waiting.length > 0 || turn.usedMs > 0) demandNext();
    }
  };
  return {
    take: (work) => {
      demandNext();
      if (waiting.length > 0 || turn.usedMs >= TURN_MS) waiting.push(work);
      else run(work);
    },
  };
}
