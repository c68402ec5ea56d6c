import * as z from 'zod/mini';
import { serviceIdSchema } from './service';

/** Longest id and name of a channel, in UTF-16 units. */
export const CHANNEL_ID_MAX = 300;
export const CHANNEL_NAME_MAX = 120;

export const channelKindSchema = z.enum(['public', 'private', 'direct', 'group', 'thread', 'bot', 'unknown']);
export const channelIdSchema = z.string().check(z.minLength(1), z.maxLength(CHANNEL_ID_MAX));
const channelNameSchema = z.string().check(z.minLength(1), z.maxLength(CHANNEL_NAME_MAX));

/** How a conversation is recognised by its notifications where the service does not say which it is. */
export const channelPatternSchema = z.object({
  /** Id of the channel it stands for; `pattern:` and an id of main's. */
  channelId: channelIdSchema,
  serviceId: serviceIdSchema,
  name: channelNameSchema,
  kind: channelKindSchema,
  on: z.enum(['title', 'tag']),
  how: z.enum(['is', 'starts', 'ends', 'contains']),
  text: z.string().check(z.minLength(1), z.maxLength(512)),
});

/** `private` is a private room, `group` a direct conversation of several; `unknown` where the service does not say. */
export type ChannelKind = z.infer<typeof channelKindSchema>;
/** Identifies a channel within its service, across restarts. */
export type ChannelId = z.infer<typeof channelIdSchema>;
export type ChannelPattern = Readonly<z.infer<typeof channelPatternSchema>>;

/** A conversation as a notification names it. */
export interface ChannelRef {
  readonly id: ChannelId;
  readonly name: string;
  readonly kind: ChannelKind;
}

/** A channel as a service's adapter tells it. Counts are whole numbers from 0. */
export interface Channel extends ChannelRef {
  readonly unread: number;
  /** Of the unread, those that name the person, alone or with all; in a direct conversation every one. */
  readonly mentions: number;
  /** Muted on the server. */
  readonly muted: boolean;
  readonly favourite: boolean;
  readonly lastActivityMs: number | undefined;
  /** What its notifications are tagged with, where the tag names the channel. */
  readonly tag?: string | undefined;
  /** As things are set in the service, its notifications are of mentions and nothing else. */
  readonly notifiesMentionsOnly?: boolean | undefined;
}

/** Conversations in which every message is meant for the person. */
export const isDirectKind = (kind: ChannelKind): boolean => kind === 'direct' || kind === 'group';
