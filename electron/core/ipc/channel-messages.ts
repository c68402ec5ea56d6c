import * as z from 'zod/mini';
import { connectionSchema } from '../model/adapter';
import { channelKindSchema, type Channel, type ChannelKind } from '../model/channel';
import { levelSchema, type Level } from '../model/rule';
import { OWN_NAME_MAX } from '../model/service';
import { toCount } from '../model/unread';
import { clip, clipped, flag } from './message-fields';
import { messageLimits } from './service-limits';

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

/** Reads the first 2,000 channels; what names none is left out, of two with one id the first counts. */
function toChannels(value: unknown): readonly Channel[] {
  if (!Array.isArray(value)) return [];
  const byId = new Map<string, Channel>();
  for (const raw of value.slice(0, messageLimits.channels)) {
    const channel = toChannel(raw);
    if (channel !== undefined && !byId.has(channel.id)) byId.set(channel.id, channel);
  }
  return [...byId.values()];
}

function toChannel(raw: unknown): Channel | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const read = (name: keyof Channel): unknown =>
    Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
  const id = toText(read('id'), messageLimits.channelId + 1);
  // Clipped, two ids could become one.
  if (id === '' || id.length > messageLimits.channelId) return undefined;
  const tag = toText(read('tag'), messageLimits.tag);
  const lastActivityMs = read('lastActivityMs');
  return {
    id,
    name: toText(read('name'), messageLimits.channelName) || id.slice(0, messageLimits.channelName),
    kind: toKind(read('kind')),
    unread: toWhole(read('unread')),
    mentions: toWhole(read('mentions')),
    muted: read('muted') === true,
    favourite: read('favourite') === true,
    lastActivityMs: isMoment(lastActivityMs) ? lastActivityMs : undefined,
    tag: tag === '' ? undefined : tag,
    notifiesMentionsOnly: read('notifiesMentionsOnly') === true,
  };
}

const toText = (value: unknown, max: number): string => (typeof value === 'string' ? clip(value, max) : '');
const toWhole = (value: unknown): number => (typeof value === 'number' ? toCount(value) : 0);
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 8.64e15;

function toKind(value: unknown): ChannelKind {
  const parsed = channelKindSchema.safeParse(value);
  return parsed.success ? parsed.data : 'unknown';
}

const toOwnNames = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.slice(0, messageLimits.ownNames) : [])
    .map((name: unknown) => toText(name, OWN_NAME_MAX).trim())
    .filter((name) => name !== '');

const toLevels = (value: unknown): readonly Level[] =>
  (Array.isArray(value) ? value.slice(0, 3) : []).flatMap((level: unknown): readonly Level[] => {
    const parsed = levelSchema.safeParse(level);
    return parsed.success ? [parsed.data] : [];
  });
