import type { ChannelKind } from './channel';
import type { DecisionKind, DecisionReason, RuleSource, TrailStep } from './decision';
import type { Mention } from './message';
import type { ServiceId } from './service';

/** A notification that reached the app, to be put in the inbox. Texts are as far as the preview allows. */
export interface NewInboxEntry {
  /** Made by main; unique for ever. The same again changes nothing. */
  readonly key: string;
  readonly atMs: number;
  readonly serviceId: ServiceId;
  readonly serviceName: string;
  readonly channelId: string | null;
  readonly channelName: string | null;
  readonly channelKind: ChannelKind;
  readonly sender: string | null;
  readonly title: string;
  readonly body: string;
  /** As the page tagged it; tells conversations apart where nothing else does. */
  readonly tag: string;
  /** As the service names it; the way back to this one message. */
  readonly messageId: string | null;
  readonly mention: Mention;
  readonly decision: DecisionKind;
  readonly reason: DecisionReason;
  readonly from: RuleSource | null;
  readonly trail: readonly TrailStep[];
  readonly isRead: boolean;
}

/** What is put into the inbox, in this order. Each can be put twice: the second time changes nothing. */
export type InboxStep =
  | { readonly kind: 'entry'; readonly entry: NewInboxEntry }
  | { readonly kind: 'came' | 'left'; readonly atMs: number };

/** One in the inbox. */
export interface InboxEntry extends NewInboxEntry {
  /** Place in the order of arrival; grows. */
  readonly id: number;
  /** The stretch it belongs to, see {@link InboxSession}. */
  readonly sessionId: number;
}

/** From one coming back of the person to the next: `leftMs` is when they went away in between, if they did. */
export interface InboxSession {
  readonly id: number;
  readonly cameMs: number;
  readonly leftMs: number | null;
}

/** What is looked for; what is left out does not matter. Moments: from the first, up to but not including the second. */
export interface InboxFilter {
  readonly text?: string | undefined;
  readonly serviceId?: ServiceId | undefined;
  readonly channelId?: string | undefined;
  readonly sender?: string | undefined;
  readonly decisions?: readonly DecisionKind[] | undefined;
  /** Only messages meant for the person: mentions and direct ones. */
  readonly isForMe?: boolean | undefined;
  readonly isUnread?: boolean | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** Most entries a page of the inbox may have. */
export const INBOX_PAGE_MAX = 200;

/** Entries, the newest first, and the stretches they belong to. `nextId` is given back as `beforeId` to go on. */
export interface InboxPage {
  readonly entries: readonly InboxEntry[];
  readonly sessions: readonly InboxSession[];
  readonly nextId: number | null;
}

/** What one conversation had. */
export interface InboxChannelCount {
  readonly serviceId: ServiceId;
  readonly channelId: string | null;
  readonly channelName: string | null;
  readonly channelKind: ChannelKind;
  readonly count: number;
  readonly unread: number;
  readonly lastMs: number;
}

/** Whether what is kept can be read by others. */
export type InboxSeal =
  /** Encrypted, and the key is sealed by the system. */
  | { readonly kind: 'sealed' }
  /** Encrypted, but the system has nothing to seal the key with: it lies beside the file, for this user alone. */
  | { readonly kind: 'key-in-file' };

/** How the inbox is. */
export type InboxHealth =
  | { readonly kind: 'closed' }
  | { readonly kind: 'ready'; readonly seal: InboxSeal }
  /** `lost`: how many could not be kept waiting in memory any longer. */
  | { readonly kind: 'failing'; readonly reason: string; readonly lost?: number | undefined };

/** Why the inbox does not do what was asked. */
export type InboxProblem =
  | 'disk-full'
  | 'read-only'
  | 'folder-gone'
  | 'disk-error'
  | 'busy'
  | 'broken'
  | 'crashed'
  | 'closed'
  | 'refused';

/** An inbox that could not be used. It lies beside the new one under this name, whole. */
export interface InboxSetAside {
  /** `key-lost`: its key is gone or cannot be unsealed any more. */
  readonly why: 'broken' | 'newer' | 'key-lost';
  readonly setAsideAs: string;
}

/** What exported files say they are. */
export const INBOX_EXPORT = { format: 'foyer-inbox', version: 1 } as const;
