/** What the page knows of a message, in the words of the vendor's message store. */
export interface PageMessage {
  readonly id: number;
  readonly type: 'stream' | 'private';
  readonly sender_id: number;
  readonly sender_full_name: string;
  content: string;
  readonly stream_id: number;
  topic: string;
  /** Of a conversation: all who are in it. */
  readonly display_recipient: readonly Person[] | string;
  readonly display_reply_to: string;
  readonly to_user_ids: string;
  unread: boolean;
  mentioned: boolean;
  mentioned_me_directly: boolean;
  alerted: boolean;
}

export interface Person {
  readonly id: number;
  readonly full_name: string;
}

/** A message as the server sends it. */
export interface ServerMessage extends Pick<
  PageMessage,
  'id' | 'type' | 'sender_id' | 'sender_full_name' | 'content' | 'display_recipient'
> {
  readonly stream_id?: number;
  readonly subject: string;
  readonly flags?: readonly string[];
}

export interface PageStream {
  readonly stream_id: number;
  name: string;
  invite_only: boolean;
  is_muted: boolean;
  pin_to_top: boolean;
  desktop_notifications: boolean | null;
  wildcard_mentions_notify: boolean | null;
}

export interface PageUser {
  readonly user_id: number;
  full_name: string;
}

export interface PageSettings {
  readonly enable_desktop_notifications: boolean;
  readonly enable_stream_desktop_notifications: boolean;
  readonly enable_followed_topic_desktop_notifications: boolean;
  readonly wildcard_mentions_notify: boolean;
  readonly enable_followed_topic_wildcard_mentions_notify: boolean;
  readonly pm_content_in_desktop_notifications: boolean;
  readonly desktop_icon_count_display: number;
}

/** Where an unread message is. */
export interface UnreadPlace {
  readonly stream_id?: number;
  readonly topic?: string;
  /** The others of a conversation, in rising order. */
  readonly user_ids?: string;
}

export interface Model {
  readonly userId: number;
  readonly fullName: string;
  realmName: string;
  readonly streams: Map<number, PageStream>;
  readonly users: Map<number, PageUser>;
  /** By `stream id:topic in lower case`. */
  readonly policies: Map<string, number>;
  readonly settings: PageSettings;
  readonly messages: Map<number, PageMessage>;
  readonly unread: Map<number, UnreadPlace>;
  readonly mentions: Set<number>;
  readonly conversations: Set<string>;
}

/** What an event of the server's queue may hold, as far as the page looks. */
export interface PageEvent {
  readonly id: number;
  readonly type: string;
  readonly op?: string;
  readonly [member: string]: unknown;
}
