import { messageLimits } from '../../core/ipc/service-limits';
import type { HeardNotification } from '../listening';
import { own, ownText } from '../raw';
import { mentionOf, messageIdOf } from './hint';
import type { Network, Room, Settings } from './model';
import { roomId } from './read';

/** Bold, colours and what else IRC writes into a text. */
const FORMATTING =
  // oxlint-disable-next-line no-control-regex -- that is what they are written with
  /[\u0002\u000f\u0011\u0016\u001d-\u001f]|\u0003(?:\d{1,2}(?:,\d{1,2})?)?|\u0004(?:[\da-f]{6}(?:,[\da-f]{6})?)?/giu;

/** Whether the page would notify of a message, if its room is not muted. */
export const isNotified = (said: unknown, { isOn, notifiesAll }: Settings): boolean =>
  isOn &&
  own(said, 'self') !== true &&
  (own(said, 'highlight') === true || (notifiesAll && ownText(said, 'type') === 'message'));

/** Gives what the page would show of a message. `base` is the address of the page's folder. */
export function noticeOf(
  { network, room }: { readonly network: Network; readonly room: Room },
  said: unknown,
  base: string,
): HeardNotification {
  const type = ownText(said, 'type');
  const nick = ownText(own(said, 'from'), 'nick');
  const atMs = Date.parse(ownText(said, 'time'));
  const isInvite = type === 'invite';
  const place = room.type === 'query' ? '' : ` (${room.name})`;
  const title = isInvite ? 'New channel invite:' : `${nick}${place}${type === 'message' ? ' says:' : ''}`;
  const text = ownText(said, 'text').replaceAll(FORMATTING, '').trim();
  const body = isInvite ? `${nick} invited you to ${ownText(said, 'channel')}` : text;
  return {
    kind: 'notification',
    title: title.slice(0, messageLimits.title),
    body: body.slice(0, messageLimits.body),
    iconUrl: `${base}img/icon-alerted-grey-bg-192x192px.png`,
    tag: `chan-${room.id}`,
    channelId: roomId(network.uuid, room.name),
    sender: nick,
    mention: mentionOf(room.type, said),
    isThreadReply: false,
    messageId: messageIdOf(said),
    sentAtMs: Number.isNaN(atMs) ? undefined : atMs,
  };
}

/** What counts as unread: what people say, and what else means the person. */
const COUNTED: ReadonlySet<string> = new Set([
  'message',
  'action',
  'notice',
  'ctcp',
  'ctcp_request',
  'invite',
  'wallops',
]);

/** Gives those of a room's messages that are unread and notified of: `messages` are its last, oldest first. */
export function unreadAmong(
  messages: readonly unknown[],
  room: Room,
  settings: Settings,
): readonly unknown[] {
  const found: unknown[] = [];
  let { unread, highlight } = room;
  for (const said of messages.toReversed()) {
    // Who writes has read.
    if (own(said, 'self') === true || unread <= 0) break;
    const isHighlight = own(said, 'highlight') === true;
    if (!isHighlight && !COUNTED.has(ownText(said, 'type'))) continue;
    unread -= 1;
    if (isHighlight) highlight -= 1;
    if (isNotified(said, settings) && (!isHighlight || highlight >= 0)) found.unshift(said);
  }
  return found;
}
