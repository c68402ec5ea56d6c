import type { Stop } from '../store/app-store';

/** An object of somebody on the bus. */
export interface BusTarget {
  /** Well-known name. */
  readonly name: string;
  readonly path: string;
  readonly interface: string;
}

export interface BusCall extends BusTarget {
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** 25,000 when left out; `never` waits as long as the other side lives. */
  readonly timeoutMs?: number | 'never';
}

/** A signal of our own, for whoever listens. */
export type BusSignal = Omit<BusCall, 'name' | 'timeoutMs'>;

export type BusAnswer =
  | { readonly kind: 'reply'; readonly body: readonly unknown[] }
  | { readonly kind: 'failed'; readonly reason: string };

export interface BusWatcher {
  /** Who has the name now, `undefined` for nobody. First called once that is known, then with each change. */
  readonly onOwner: (owner: string | undefined) => void;
  /** A signal of that object, sent by the name's owner and nobody else. */
  readonly onSignal?: (member: string, body: readonly unknown[]) => void;
}

/** What somebody on the bus is answered. */
export type BusReply =
  | { readonly kind: 'reply'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

export interface BusMethod {
  /** Types of what it takes, and of the one value it gives; nothing when left out. */
  readonly takes: string;
  readonly gives?: string;
  readonly answer: (body: readonly unknown[]) => BusReply;
}

/** An object of our own, under a name that nobody else has. */
export interface BusObject extends BusTarget {
  readonly methods: Readonly<Record<string, BusMethod>>;
}

/** The desktop's session bus. Nothing here blocks, throws or rejects: a bus that is away fails calls with a reason. */
export interface SessionBus {
  readonly call: (call: BusCall) => Promise<BusAnswer>;
  readonly emit: (signal: BusSignal) => void;
  readonly watch: (target: BusTarget, watcher: BusWatcher) => Stop;
  /** Answers calls under a name of our own, as long as nobody else has it; connects at once. */
  readonly serve: (object: BusObject) => Stop;
  readonly close: Stop;
}
