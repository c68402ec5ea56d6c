import type { Stand } from './stand.js';

/** What a fault strikes; each has a file of its own and a part of the table in `docs/reliability.md`. */
export const groups = {
  killed: 'The app itself is killed',
  processes: 'One of its processes is killed',
  pages: 'A page goes wrong',
  kept: 'What is kept is damaged',
  disk: 'The disk refuses',
  network: 'The network fails',
  desktop: 'The desktop fails',
  machine: 'Clock, sleep and settings of the machine',
} as const;
export type FaultGroup = keyof typeof groups;

/** What came of a fault. */
export interface Outcome {
  /** What the person sees of it, as it was asserted. */
  readonly seen: string;
  /**
   * For each time that something had to recover: from the moment at which Foyer could know that the cause was over (a process
   * died, the network came back, the person pressed the button) until all was as before, in ms.
   */
  readonly recoverMs: readonly number[];
  /** Settings, rules and entries of the inbox that were acknowledged before and are missing after. */
  readonly lost: number;
  /** How often it was done; once when left out. */
  readonly tries?: number;
  /** The longest that main's thread stood still meanwhile, where that is asked. */
  readonly mainPauseMs?: number;
}

/** Something that goes wrong, done to the real app. `run` asserts; a fault that Foyer does not survive fails there. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  readonly group: FaultGroup;
  /** `quick`: part of `npm test`. */
  readonly cost: 'quick' | 'nightly';
  /** What it takes: a user who may mount, or a network of its own (`npm run faults` gives it one). */
  readonly needs?: 'root' | 'own-network';
  /** Longest it may take in ms; a minute when left out. */
  readonly timeoutMs?: number;
  readonly run: (stand: Stand) => Promise<Outcome>;
}

/** The kind of annotation by which a test says what came of a fault. */
export const FAULT = 'fault';
