import { clip, toIconUrl } from '../../core/ipc/message-fields';
import { messageLimits } from '../../core/ipc/service-limits';
import { toChannels, toOwnNames } from '../../core/ipc/to-channels';
import type { Mention } from '../../core/model/message';
import type { HeardNotification, ListenerTold } from '../../recipes/listening';

const mentions: ReadonlySet<unknown> = new Set<Mention>(['personal', 'group', 'none', 'unknown']);

/** Gives what a listener told within the limits of what a page may say; undefined for what says nothing. */
export function clipTold(told: ListenerTold): ListenerTold | undefined {
  switch (told.kind) {
    case 'live':
      return { kind: 'live' };
    case 'channels':
      return { kind: 'channels', channels: toChannels(told.channels) };
    case 'channels-changed':
      return {
        kind: 'channels-changed',
        channels: toChannels(told.channels),
        gone: (told.gone ?? []).filter(isChannelId).slice(0, messageLimits.channels),
      };
    case 'own-names':
      return { kind: 'own-names', names: toOwnNames(told.names) };
    case 'notification':
      return clipNotification(told);
    case 'read':
      return isChannelId(told.channelId) ? { kind: 'read', channelId: told.channelId } : undefined;
    default:
      return undefined;
  }
}

/** Clipped, two ids of channels could become one: they are left out instead. */
const isChannelId = (id: unknown): id is string =>
  typeof id === 'string' && id !== '' && id.length <= messageLimits.channelId;

const toText = (value: unknown, max: number): string => (typeof value === 'string' ? clip(value, max) : '');

function clipNotification(told: HeardNotification): HeardNotification | undefined {
  const messageId = toText(told.messageId, messageLimits.messageId);
  if (!isChannelId(told.channelId) || messageId === '') return undefined;
  const { sentAtMs } = told;
  const sender = toText(told.sender, messageLimits.title);
  return {
    kind: 'notification',
    title: toText(told.title, messageLimits.title),
    body: toText(told.body, messageLimits.body),
    iconUrl: toIconUrl(told.iconUrl),
    tag: toText(told.tag, messageLimits.tag),
    channelId: told.channelId,
    sender: sender === '' ? undefined : sender,
    mention: mentions.has(told.mention) ? told.mention : 'unknown',
    isThreadReply: (told.isThreadReply as unknown) === true,
    messageId,
    sentAtMs: typeof sentAtMs === 'number' && sentAtMs >= 0 && sentAtMs <= 8.64e15 ? sentAtMs : undefined,
  };
}
