import type { PatternSuggestion } from '../decide/attribute';
import type { AdapterState, ServerInfo } from '../model/adapter';
import type { Channel, ChannelKind } from '../model/channel';
import type { Decision, RuleSource, TrailStep } from '../model/decision';
import type { InboxChannelCount, InboxEntry, InboxPage } from '../model/inbox';
import type { Mention } from '../model/message';
import type { FullValues, RuleField, RuleScope, RuleValues } from '../model/rule';
import type { ServiceId } from '../model/service';

/** A value that holds, and the rule it comes from; no rule is the value that holds where none says otherwise. */
export interface RuleCell<F extends RuleField> {
  readonly value: FullValues[F];
  readonly from: RuleSource | undefined;
}

/** One line of the table of rules: everywhere, a service, a kind of its channels, or a channel. */
export interface RuleRow {
  readonly scope: RuleScope;
  readonly serviceId: ServiceId | undefined;
  /** Of the channel or the service; empty for everywhere and for kinds, which the shell names itself. */
  readonly name: string;
  readonly channelKind: ChannelKind | undefined;
  /** What the person set at this very scope. */
  readonly own: RuleValues;
  readonly notify: RuleCell<'notify'>;
  readonly groupMentions: RuleCell<'groupMentions'>;
  readonly badge: RuleCell<'badge'>;
  readonly sound: RuleCell<'sound'>;
  readonly preview: RuleCell<'preview'>;
  /** A rule for a while at this very scope ends then. */
  readonly quietUntilMs: number | undefined;
  /** Messages in the last hour. */
  readonly traffic: number;
  /** Muted on the server, as far as is known. */
  readonly isMutedThere: boolean | undefined;
  /** It is recognised by a pattern of the person's. */
  readonly isPattern: boolean;
}

/** Part of the table of rules, and how many rows there are in all. */
export interface RuleTable {
  readonly rows: readonly RuleRow[];
  readonly total: number;
}

/** What would become of a message there now, and why. */
export interface Explanation {
  readonly mention: Mention;
  readonly decision: Decision;
  readonly trail: readonly TrailStep[];
}

/** What comes of saving to or reading from a file the person chooses; `reason` is in the locale file under `file.`. */
export type FileAnswer =
  | { readonly kind: 'saved'; readonly file: string; readonly count: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: FileProblem };
export type ImportAnswer =
  | {
      readonly kind: 'imported';
      readonly rules: number;
      readonly schedules: number;
      readonly skipped: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: FileProblem };
export type FileProblem =
  | 'unreadable'
  | 'not-ours'
  | 'newer'
  | 'too-many'
  | 'disk-full'
  | 'not-writable'
  | 'other';

/** What asking the inbox comes to; `reason` is in the locale file under `inbox.failing.`. */
export type InboxAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly reason: string };
export type InboxPageAnswer = InboxAnswer<InboxPage>;
export type InboxEntryAnswer = InboxAnswer<InboxEntry>;
export type InboxChannelsAnswer = InboxAnswer<readonly InboxChannelCount[]>;

/** How a conversation could be recognised, and what of the inbox that would have been. */
export interface PatternOffer {
  readonly suggestion: PatternSuggestion;
  /** How many of the last notifications of the service it fits. */
  readonly count: number;
  /** Titles of some of them, none twice. */
  readonly examples: readonly string[];
}

/** What the adapter of a service last told. */
export interface ChannelsAnswer {
  readonly adapter: AdapterState;
  readonly server: ServerInfo | null;
  /** Null where none are known. Also of an earlier page, until the present one says. */
  readonly channels: readonly Channel[] | null;
  /** The one of them that the page shows. */
  readonly openChannelId: string | null;
}

/** What choosing an icon gives. */
export type ChooseIconAnswer = { readonly kind: 'chosen' | 'cancelled' | 'not-a-picture' | 'too-large' };
