import type { IncomingMessage } from 'node:http';

/** An answer that is not the server's own. */
export interface FaultAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What may go wrong with a request instead of its answer. */
export type Fault =
  | ({ readonly kind: 'answer' } & FaultAnswer)
  /** The connection ends without an answer. */
  | { readonly kind: 'cut' }
  /** No answer, for as long as the asker waits. */
  | { readonly kind: 'hang' };

/** Which requests go wrong: REST when `path` is left out, for ever when `times` is. */
export interface Where {
  readonly path?: RegExp;
  readonly method?: string;
  readonly times?: number;
}

/** Trouble on order. Each order gives what takes it back; of several that fit the latest counts. */
export interface Faults {
  /** Answers by that status, in the words of the vendor or of the balancer before it. */
  answer(status: number, where?: Where): () => void;
  answerWith(answer: FaultAnswer, where?: Where): () => void;
  redirect(to: string, where?: Where & { readonly status?: 301 | 302 | 307 | 308 }): () => void;
  cut(where?: Where): () => void;
  hang(where?: Where): () => void;
  /** Lets requests wait that long before they are worked on. */
  slow(ms: number, where?: Where): () => void;
  /** No new WebSockets, as behind a proxy that knows none of them; those there are stay. */
  refuseSockets(): () => void;
  /** WebSockets stay open, but nothing passes either way until it is taken back, as when the network goes away. */
  deafen(): () => void;
  clear(): void;
}

/** The side of faults that servers ask. */
export interface FaultsInForce {
  /** What goes wrong with this request; counts for its `times`. */
  meet(request: IncomingMessage): Fault | undefined;
  /** How long this request waits, in ms. */
  delayFor(request: IncomingMessage): number;
  refusesSockets(): boolean;
  isDeaf(): boolean;
  /** Calls back when it may have become deaf or heard again. */
  onDeafness(listener: () => void): void;
}

interface RequestOrder {
  readonly kind: 'request';
  readonly trouble: Fault | { readonly kind: 'slow'; readonly ms: number };
  readonly where: Where;
  left: number;
}

type Order = RequestOrder | { readonly kind: 'refuse' | 'deaf' };

const REST = /\/(?:api|_matrix)\//;

/** Faults of a server, or of one instance; `wordsFor` is how its vendor answers by a status. */
export function createFaults(wordsFor: (status: number) => FaultAnswer): Faults & FaultsInForce {
  const orders: Order[] = [];
  const listeners = new Set<() => void>();
  const order = (one: Order) => {
    orders.unshift(one);
    listeners.forEach((listener) => listener());
    return () => remove(one);
  };
  const remove = (one: Order) => {
    const index = orders.indexOf(one);
    if (index >= 0) orders.splice(index, 1);
    listeners.forEach((listener) => listener());
  };
  const onRequest = (trouble: RequestOrder['trouble'], where: Where = {}) =>
    order({ kind: 'request', trouble, where, left: where.times ?? Infinity });
  const take = (request: IncomingMessage, isSlow: boolean) => {
    const one = orders.find(
      (order): order is RequestOrder =>
        order.kind === 'request' && (order.trouble.kind === 'slow') === isSlow && isMet(order.where, request),
    );
    if (one === undefined) return undefined;
    one.left -= 1;
    if (one.left <= 0) remove(one);
    return one.trouble;
  };
  return {
    answer: (status, where) => onRequest({ kind: 'answer', ...wordsFor(status) }, where),
    answerWith: (answer, where) => onRequest({ kind: 'answer', ...answer }, where),
    redirect: (location, where = {}) =>
      onRequest({ kind: 'answer', status: where.status ?? 302, headers: { location } }, where),
    cut: (where) => onRequest({ kind: 'cut' }, where),
    hang: (where) => onRequest({ kind: 'hang' }, where),
    slow: (ms, where) => onRequest({ kind: 'slow', ms }, where),
    refuseSockets: () => order({ kind: 'refuse' }),
    deafen: () => order({ kind: 'deaf' }),
    clear: () => {
      orders.splice(0);
      listeners.forEach((listener) => listener());
    },
    meet: (request) => {
      const trouble = take(request, false);
      return trouble?.kind === 'slow' ? undefined : trouble;
    },
    delayFor: (request) => {
      const trouble = take(request, true);
      return trouble?.kind === 'slow' ? trouble.ms : 0;
    },
    refusesSockets: () => orders.some(({ kind }) => kind === 'refuse'),
    isDeaf: () => orders.some(({ kind }) => kind === 'deaf'),
    onDeafness: (listener) => void listeners.add(listener),
  };
}

function isMet({ path = REST, method: wanted }: Where, { url = '/', method }: IncomingMessage): boolean {
  return path.test(url) && (wanted === undefined || wanted === method);
}
