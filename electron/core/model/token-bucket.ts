/** How much of something is let through: a burst, then so many a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface TokenBucket {
  /** Takes one token; false when there is none. */
  readonly take: (nowMs: number) => boolean;
  /** Puts one token in, unless it is full. */
  readonly give: () => void;
}

/** Gives a token bucket that starts full. A clock that goes backwards refills nothing. */
export function createTokenBucket({ burst, perSecond }: Rate): TokenBucket {
  let tokens = burst;
  let atMs: number | undefined;
  return {
    take: (nowMs) => {
      const passedMs = Math.max(0, nowMs - (atMs ?? nowMs));
      atMs = nowMs;
      tokens = Math.min(burst, tokens + (passedMs / 1000) * perSecond);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    give: () => {
      tokens = Math.min(burst, tokens + 1);
    },
  };
}
