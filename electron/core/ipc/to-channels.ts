import { channelKindSchema, type Channel, type ChannelKind } from '../model/channel';
import { OWN_NAME_MAX } from '../model/service';
import { toCount } from '../model/unread';
import { clip } from './message-fields';
import { messageLimits } from './service-limits';

/** Gives the first 2,000 channels; what names none is left out, of two with one id the first counts. */
export function toChannels(value: unknown): readonly Channel[] {
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
    name: toText(read('name'), messageLimits.channelName) || clip(id, messageLimits.channelName),
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

/** Gives what the person goes by: the first 20 names, clipped, none empty. */
export const toOwnNames = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.slice(0, messageLimits.ownNames) : [])
    .map((name: unknown) => toText(name, OWN_NAME_MAX).trim())
    .filter((name) => name !== '');
