export interface RateLimit {
  /** 10 on a fresh server. */
  readonly calls: number;
  /** 60,000 on a fresh server. */
  readonly windowMs: number;
}

export interface Limited {
  readonly isOver: boolean;
  readonly words: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a call of an address to a route. */
export type Limiter = (key: string) => Limited;

/** Rocket.Chat's limit by address and route, with its headers. */
export function createLimiter({ calls, windowMs }: RateLimit, nowMs: () => number = Date.now): Limiter {
  const windows = new Map<string, { readonly endsMs: number; count: number }>();
  return (key) => {
    const known = windows.get(key);
    const window =
      known !== undefined && known.endsMs > nowMs() ? known : { endsMs: nowMs() + windowMs, count: 0 };
    windows.set(key, window);
    window.count += 1;
    const seconds = Math.ceil((window.endsMs - nowMs()) / 1000);
    return {
      isOver: window.count > calls,
      words: tooMany(seconds),
      headers: {
        'x-ratelimit-limit': String(calls),
        'x-ratelimit-remaining': String(Math.max(0, calls - window.count)),
        'x-ratelimit-reset': String(window.endsMs),
      },
    };
  };
}

/** What a Rocket.Chat says then. */
export const tooMany = (seconds: number): string =>
  `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;
