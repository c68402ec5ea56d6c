import type { ProbeKit } from '../types';

/** What the probe of Zulip hands over: what the server told it, as far as it is needed. */
export interface RawZulip {
  readonly isSignedIn: boolean;
  readonly realmName: unknown;
  readonly version: unknown;
  /** False while the server does not answer. */
  readonly isReached?: boolean;
  /** Where the page is. */
  readonly hash?: string;
  readonly featureLevel?: unknown;
  readonly userId?: unknown;
  readonly fullName?: unknown;
  readonly alertWords?: unknown;
  /** What the person wants to be notified of, by the server's names. */
  readonly settings?: unknown;
  /** Subscriptions, by the server's names. */
  readonly streams?: readonly object[];
  readonly topics?: readonly RawTopic[];
  readonly conversations?: readonly RawConversation[];
  readonly unread?: readonly RawUnread[];
  /** The last messages by id, for what is notified of them. */
  readonly recent?: Readonly<Record<string, RawMessage>>;
}

/** A topic that the person set something of: 1 muted, 2 unmuted, 3 followed. */
export interface RawTopic {
  readonly streamId: number;
  readonly topic: string;
  readonly policy: number;
}

/** Direct messages with one or several others; `ids` are theirs in rising order. */
export interface RawConversation {
  readonly ids: string;
  readonly names: readonly string[];
  readonly isBot: boolean;
  readonly atMs: number | undefined;
}

/** Where a message is: in a topic of a stream, or in a conversation. */
export interface RawPlace {
  readonly streamId?: number | undefined;
  readonly topic?: string | undefined;
  readonly ids?: string | undefined;
}

/** Unread messages of one place: all, those that mention the person, those that mention everybody there. */
export interface RawUnread extends RawPlace {
  count: number;
  direct: number;
  wild: number;
}

export interface RawMessage extends RawPlace {
  readonly sender: string;
  readonly mention: 'personal' | 'group' | 'none';
}

/** What the server or the page says; looked at member by member. */
export type Said = Readonly<Record<string, unknown>>;

/** What is known, as events change it. */
export interface Model {
  readonly facts: Record<string, unknown>;
  readonly streams: Map<unknown, Record<string, unknown>>;
  readonly users: Map<unknown, Said>;
  readonly topics: Map<string, RawTopic>;
  readonly conversations: Map<string, number | undefined>;
  readonly unread: Map<number, RawPlace & { readonly mention: 'direct' | 'wild' | undefined }>;
  readonly recent: Map<string, RawMessage>;
}

/** The first part of Zulip's probe: makes a model of what `register` answers, and lets events change it. */
export interface Fold {
  readonly create: (state: Said) => Model;
  readonly apply: (model: Model, event: Said) => void;
  /** Takes a message of the page's own store, before the server's event of it is here. */
  readonly meet: (model: Model, message: Said) => void;
  readonly toRaw: (model: Model) => RawZulip;
}

export interface FoldKit extends ProbeKit {
  fold: Fold;
}
