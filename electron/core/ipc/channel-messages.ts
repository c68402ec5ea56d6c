import * as z from 'zod/mini';
import { connectionSchema } from '../model/adapter';
import type { Channel } from '../model/channel';
import { levelSchema, type Level } from '../model/rule';
import { clipped, flag } from './message-fields';
import { messageLimits } from './service-limits';
import { toChannels, toOwnNames } from './to-channels';

const channels = z.pipe(
  z.unknown(),
  z.transform((value: unknown): readonly Channel[] => toChannels(value)),
);
const ownNames = z.pipe(
  z.unknown(),
  z.transform((value: unknown): readonly string[] => toOwnNames(value)),
);
const mutes = z.pipe(
  z.unknown(),
  z.transform((value: unknown): readonly Level[] => toLevels(value)),
);
const server = z.object({
  name: z.optional(clipped(messageLimits.name)),
  version: z.optional(clipped(messageLimits.name)),
});

/** What an adapter knows of a notification. Its channel is one of those it told. */
export const hint = z.object({
  channelId: z.optional(clipped(messageLimits.channelId)),
  sender: z.optional(clipped(messageLimits.title)),
  mention: z.optional(z.catch(z.enum(['personal', 'group', 'none', 'unknown']), 'unknown')),
  isThreadReply: z.optional(flag),
  messageId: z.optional(clipped(messageLimits.messageId)),
  /** The server gave the id, to this one message: the sender has no say in it. */
  isServerId: z.optional(flag),
});
export type MessageHint = z.infer<typeof hint>;

/** What an adapter says to main. */
export const channelMessages = [
  z.object({ kind: z.literal('channels'), channels, ownNames, canOpen: flag, canMarkRead: flag, mutes }),
  z.object({
    kind: z.literal('signed-in'),
    isSignedIn: z.boolean(),
    server: z.optional(z.catch(z.optional(server), undefined)),
  }),
  z.object({ kind: z.literal('connection'), connection: connectionSchema }),
  /** The page shows this channel, or none. */
  z.object({
    kind: z.literal('channel-shown'),
    channelId: z.optional(z.string().check(z.minLength(1), z.maxLength(messageLimits.channelId))),
  }),
  z.object({ kind: z.literal('adapter-failed'), reason: clipped(messageLimits.reason) }),
] as const;

const toLevels = (value: unknown): readonly Level[] =>
  (Array.isArray(value) ? value.slice(0, 3) : []).flatMap((level: unknown): readonly Level[] => {
    const parsed = levelSchema.safeParse(level);
    return parsed.success ? [parsed.data] : [];
  });
