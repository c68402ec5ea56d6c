/**
 * What a Rocket.Chat keeps, by its own names of fields (contracts.md §1.6, `@rocket.chat/core-typings`). Dates are ISO
 * strings, so that a record is plain JSON in whatever keeps it; DDP turns them into EJSON at the border.
 */

/** `c` public channel, `p` private group, `d` direct (of two or more), `l` omnichannel. */
export type RoomType = 'c' | 'p' | 'd' | 'l';

export type Status = 'online' | 'away' | 'busy' | 'offline';

export type Wish = 'all' | 'mentions' | 'nothing';

export interface Person {
  readonly _id: string;
  readonly username: string;
  readonly name?: string;
}

export interface User extends Person {
  readonly name: string;
  readonly type: 'user' | 'bot';
  readonly active: boolean;
  readonly roles: readonly string[];
  readonly status: Status;
  readonly statusConnection: Status;
  readonly createdAt: string;
  readonly _updatedAt: string;
  readonly emails: readonly { readonly address: string; readonly verified: boolean }[];
  readonly settings: { readonly preferences: Readonly<Record<string, unknown>> };
  /** SHA-256 of the password in hex, as clients send it. */
  readonly digest: string;
}

export interface Token {
  /** The token itself; a real server keeps its hash. */
  readonly _id: string;
  readonly userId: string;
  readonly expires: string;
}

export interface Room {
  readonly _id: string;
  readonly t: RoomType;
  readonly name?: string;
  readonly fname?: string;
  readonly u: Person;
  readonly ts: string;
  readonly msgs: number;
  readonly usersCount: number;
  readonly uids?: readonly string[];
  readonly usernames?: readonly string[];
  readonly prid?: string;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  readonly encrypted?: boolean;
  readonly archived?: boolean;
  readonly open?: boolean;
  readonly v?: { readonly _id: string; readonly username: string; readonly token: string };
  readonly lm?: string;
  readonly lastMessage?: Message;
  readonly _updatedAt: string;
}

export interface Subscription {
  readonly _id: string;
  readonly rid: string;
  readonly t: RoomType;
  readonly name: string;
  readonly fname?: string;
  readonly u: Person;
  readonly ts: string;
  readonly ls?: string;
  readonly lr?: string;
  readonly f?: boolean;
  readonly open: boolean;
  readonly alert: boolean;
  readonly unread: number;
  readonly userMentions: number;
  readonly groupMentions: number;
  readonly tunread?: readonly string[];
  readonly tunreadUser?: readonly string[];
  readonly tunreadGroup?: readonly string[];
  readonly roles?: readonly string[];
  readonly prid?: string;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  readonly encrypted?: boolean;
  readonly archived?: boolean;
  readonly ignored?: readonly string[];
  readonly userHighlights?: readonly string[];
  readonly disableNotifications?: boolean;
  readonly hideUnreadStatus?: true;
  readonly hideMentionStatus?: true;
  readonly muteGroupMentions?: boolean;
  readonly unreadAlert?: 'default' | Wish;
  readonly audioNotificationValue?: string;
  readonly desktopNotifications?: Wish;
  readonly mobilePushNotifications?: Wish;
  readonly emailNotifications?: Wish;
  readonly desktopPrefOrigin?: 'subscription' | 'user';
  readonly mobilePrefOrigin?: 'subscription' | 'user';
  readonly emailPrefOrigin?: 'subscription' | 'user';
  readonly v?: { readonly _id: string; readonly username: string };
  readonly _updatedAt: string;
}

export interface Mention extends Person {
  readonly type?: 'user' | 'team';
}

/** A file of a message. */
export interface Attachment {
  readonly type: 'file';
  readonly title: string;
  readonly title_link: string;
  /** `PDF`, `TXT`, … */
  readonly format: string;
}

export interface Message {
  readonly _id: string;
  readonly rid: string;
  readonly msg: string;
  readonly ts: string;
  readonly u: Person;
  readonly t?: string;
  readonly tmid?: string;
  readonly tshow?: boolean;
  readonly tcount?: number;
  readonly tlm?: string;
  readonly replies?: readonly string[];
  readonly mentions: readonly Mention[];
  readonly channels: readonly { readonly _id: string; readonly name?: string }[];
  readonly urls: readonly { readonly url: string }[];
  readonly attachments?: readonly Attachment[];
  readonly reactions?: Readonly<Record<string, { readonly usernames: readonly string[] }>>;
  readonly editedAt?: string;
  readonly editedBy?: { readonly _id: string; readonly username: string };
  readonly _updatedAt: string;
}

/** A subscription or room that is no more, for `remove` of the lists. */
export interface Gone {
  readonly _id: string;
  readonly userId: string;
  readonly what: 'subscription' | 'room';
  readonly of: string;
  readonly at: string;
}

export interface Setting {
  readonly _id: string;
  readonly value: unknown;
}

export interface Kinds {
  readonly users: User;
  readonly tokens: Token;
  readonly rooms: Room;
  /** By `<uid>/<rid>`. */
  readonly subscriptions: Subscription;
  readonly messages: Message;
  readonly gone: Gone;
  readonly settings: Setting;
}
