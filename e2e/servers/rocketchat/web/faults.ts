/** Trouble on order. Each order gives what takes it back; all of them hold for every instance. */
export interface Faults {
  /** Answers requests whose path fits by that status; REST when `path` is left out, for ever when `times` is. */
  answer(
    status: 401 | 403 | 429 | 500 | 502 | 503,
    options?: Where & { readonly times?: number },
  ): () => void;
  /** Lets requests wait that long before they are worked on. */
  slow(ms: number, options?: Where): () => void;
  /** No new WebSockets; those there are stay. */
  refuseSockets(): () => void;
  /** WebSockets stay open, but nothing passes either way, as with a network that went away. */
  deafen(): () => void;
  clear(): void;
  /** For the server: what is ordered. */
  statusFor(path: string): number | undefined;
  delayFor(path: string): number;
  refusesSockets(): boolean;
  isDeaf(): boolean;
}

export interface Where {
  readonly path?: RegExp;
}

type Order =
  | { readonly kind: 'answer'; readonly path: RegExp; readonly status: number; left: number }
  | { readonly kind: 'slow'; readonly path: RegExp; readonly ms: number }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'deaf' };

const REST = /\/api\//;

export function createFaults(): Faults {
  const orders = new Set<Order>();
  const order = (one: Order) => {
    orders.add(one);
    return () => void orders.delete(one);
  };
  return {
    answer: (status, { path = REST, times = Infinity } = {}) =>
      order({ kind: 'answer', path, status, left: times }),
    slow: (ms, { path = REST } = {}) => order({ kind: 'slow', path, ms }),
    refuseSockets: () => order({ kind: 'refuse' }),
    deafen: () => order({ kind: 'deaf' }),
    clear: () => orders.clear(),
    statusFor: (path) => {
      for (const one of orders) {
        if (one.kind !== 'answer' || !one.path.test(path)) continue;
        one.left -= 1;
        if (one.left <= 0) orders.delete(one);
        return one.status;
      }
      return undefined;
    },
    delayFor: (path) => {
      const delays = [...orders].flatMap((one) =>
        one.kind === 'slow' && one.path.test(path) ? [one.ms] : [],
      );
      return Math.max(0, ...delays);
    },
    refusesSockets: () => [...orders].some(({ kind }) => kind === 'refuse'),
    isDeaf: () => [...orders].some(({ kind }) => kind === 'deaf'),
  };
}
