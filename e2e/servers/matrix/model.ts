import type { SharedState, World as WorldOf } from '../lib/shared-state.js';

export { nextTimeMs, step } from '../lib/shared-state.js';

export type Content = Readonly<Record<string, unknown>>;

/** How the server is set up. */
export interface ServerFacts {
  /** The part after the colon of ids; `chat.test` when left out. */
  readonly serverName: string;
  /** What the server's software says of itself; Synapse's when left out. */
  readonly software: { readonly name: string; readonly version: string };
  /** Whether it can be asked by sliding sync; true when left out. */
  readonly slides: boolean;
}

/** All the server knows: plain JSON. Each thing that happens takes the next position, by which clients sync. */
export interface ServerState extends ServerFacts {
  readonly users: Record<string, UserRecord>;
  readonly rooms: Record<string, RoomRecord>;
  /** By token. */
  readonly sessions: Record<string, Session>;
  readonly filters: Record<string, Content>;
  position: number;
  /** The time given last, in ms; each is given once. */
  lastTimeMs: number;
}

/** Something of which only the last counts, and when that came. */
export interface Kept {
  readonly content: Content;
  readonly position: number;
}

export interface UserRecord {
  readonly userId: string;
  readonly name: string;
  readonly password: string;
  displayName: string;
  readonly accountData: Record<string, Kept>;
  pushRules: PushRules;
}

export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly deviceId: string;
  /** The device told keys of its own, so that it can be sent what is encrypted. */
  hasKeys?: boolean;
}

export interface RoomRecord {
  readonly roomId: string;
  /** All that happened there, oldest first. */
  readonly events: RoomEvent[];
  /** Of each kind of receipt the last, by user, kind and thread. */
  readonly receipts: Receipt[];
  /** By user. */
  readonly accountData: Record<string, Record<string, Kept>>;
  /** What was to be notified or highlighted for each user, decided as the event came. */
  readonly pushes: Record<string, Push[]>;
}

export interface RoomEvent {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly state_key?: string;
  content: Content;
  readonly position: number;
  /** The id of its root where it is of a thread. */
  readonly threadId?: string;
  readonly redacts?: string;
  redactedBy?: string;
  /** Which of its own requests a device knows it by. */
  readonly transaction?: { readonly deviceId: string; readonly id: string };
}

/** `threadId` is `main`, a thread's root, or undefined for a receipt that is of no thread and so of all. */
export interface Receipt {
  readonly userId: string;
  readonly kind: 'm.read' | 'm.read.private';
  readonly threadId: string | undefined;
  readonly eventId: string;
  /** Where what it says has been read ends. */
  readonly readTo: number;
  readonly timeMs: number;
  readonly position: number;
  /** Follows from what they said; nobody is told of it. */
  readonly isImplied: boolean;
}

export interface Push {
  readonly eventId: string;
  readonly position: number;
  readonly threadId: string | undefined;
  readonly isHighlight: boolean;
}

export type PushRuleKind = 'override' | 'content' | 'room' | 'sender' | 'underride';
export type PushRules = Readonly<Record<PushRuleKind, readonly PushRule[]>>;
export type PushAction =
  | string
  | { readonly set_tweak: string; readonly value?: string | boolean | undefined };

export interface PushRule {
  readonly rule_id: string;
  readonly default: boolean;
  readonly enabled: boolean;
  readonly actions: readonly PushAction[];
  readonly conditions?: readonly PushCondition[];
  readonly pattern?: string;
}

export interface PushCondition {
  readonly kind: string;
  readonly key?: string;
  readonly pattern?: string;
  readonly value?: unknown;
  readonly is?: string;
}

/** What waiting syncs are told. */
export type Told = { readonly kind: 'changed' } | { readonly kind: 'signed-out'; readonly userId: string };

export type World = WorldOf<ServerState, Told>;
export type Shared = SharedState<ServerState, Told>;

/** The position of what happens now; syncs that wait are told. */
export function nextPosition({ state, tell }: World): number {
  state.position += 1;
  tell({ kind: 'changed' });
  return state.position;
}
