import type { MessageHint } from '../../core/ipc/channel-messages';
import { own, ownCount, ownText } from '../raw';
import type { NotificationSaid } from '../types';
import { roomsOf } from './read';

/** Of a message, what tells of which it is: a counter that begins anew with the server, and when the server got it. */
export const messageIdOf = (said: unknown): string => `${ownCount(said, 'id')}@${ownText(said, 'time')}`;

/**
 * Whether a message of a room means the person: where nobody else is, nobody in particular is meant. IRC knows no word for
 * all, but people do: where no name is called, the words tell.
 */
export function mentionOf(type: string, said: unknown): 'personal' | 'none' | 'unknown' {
  if (type === 'query') return 'none';
  return own(said, 'highlight') === true ? 'personal' : 'unknown';
}

/** Gives what is known of a notification: the page makes it right after it took in the message. */
export function hintOf({ tag, title }: NotificationSaid, raw: unknown): MessageHint | undefined {
  const heard = own(raw, 'heard');
  const nick = ownText(heard, 'nick');
  // Of an invitation the title does not say by whom.
  const isOfIt = nick !== '' && (title.startsWith(nick) || ownText(heard, 'type') === 'invite');
  if (own(heard, 'tag') !== tag || !isOfIt) return undefined;
  const room = roomsOf(raw).find(({ channel }) => channel.tag === tag);
  if (room === undefined) return undefined;
  const mention = mentionOf(room.channel.kind === 'direct' ? 'query' : 'channel', heard);
  return {
    channelId: room.channel.id,
    sender: nick,
    mention: mention === 'unknown' ? undefined : mention,
    messageId: messageIdOf(heard),
  };
}
