import type { MessageHint } from '../../core/ipc/channel-messages';
import { own, ownCount, ownList, ownText } from '../raw';
import type { NotificationSaid } from '../types';
import { conversationId, streamId, topicId } from './ids';
import type { RawConversation } from './raw';
import { conversationsIn, messageIn, topicsIn } from './raw-places';

/** Gives what is known of a notification: by its message, whose id is the tag, else by the wording. */
export function hintOf({ title, tag }: NotificationSaid, raw: unknown): MessageHint | undefined {
  const message = messageIn(raw, tag);
  if (message === undefined) return byWording(title, tag, raw);
  const { sender, mention, ids, streamId: stream = 0, topic = '' } = message;
  return {
    channelId: ids === undefined ? placeId(raw, stream, topic) : conversationId(ids),
    sender,
    mention,
    isThreadReply: false,
    messageId: tag,
  };
}

/** The topic where the person set something of it, else its stream. */
export function placeId(raw: unknown, stream: number, topic: string): string {
  const id = topicId(stream, topic);
  return topicsIn(raw).some((one) => topicId(one.streamId, one.topic) === id) ? id : streamId(stream);
}

/** `Bob (#stream > topic)`, `Bob (to you)`, `3 messages from Bob (to you and Carol)`. */
const TITLE = /^(?:\d+ messages from )?(?<sender>.+?) \((?<place>#.+|to you|to you and .+)\)$/u;

function byWording(title: string, tag: string, raw: unknown): MessageHint | undefined {
  const { sender, place } = TITLE.exec(title)?.groups ?? {};
  if (sender === undefined || place === undefined) return undefined;
  const messageId = /^\d+$/.test(tag) ? tag : undefined;
  // Before the probe's first word the tag says which message it is all the same.
  if (raw === undefined) return { sender, messageId };
  if (own(raw, 'isSignedIn') !== true) return undefined;
  const channelId = place.startsWith('#')
    ? streamByWording(place.slice(1), raw)
    : conversationByWording(sender, place, raw);
  return { channelId, sender, messageId };
}

/** A stream's name may hold what stands before the topic: the longest name that fits is meant. */
function streamByWording(place: string, raw: unknown): string | undefined {
  const [found] = ownList(raw, 'streams')
    .filter((one) => place.startsWith(`${ownText(one, 'name')} > `))
    .toSorted((one, other) => ownText(other, 'name').length - ownText(one, 'name').length);
  if (found === undefined) return undefined;
  const topic = place.slice(ownText(found, 'name').length + ' > '.length);
  const id = placeId(raw, ownCount(found, 'stream_id'), topic);
  // A topic without a name is called so in titles.
  const isNameless = topic === 'general chat' && !id.startsWith('topic/');
  return isNameless ? placeId(raw, ownCount(found, 'stream_id'), '') : id;
}

/** The one conversation of people called so; where there are several nobody can tell. */
function conversationByWording(sender: string, place: string, raw: unknown): string | undefined {
  const others = place.replace(/^to you(?: and )?/u, '');
  const fits = ({ names }: RawConversation): boolean => {
    const rest = names.filter((_, index) => index !== names.indexOf(sender));
    if (rest.length === names.length || (others === '') !== (rest.length === 0)) return false;
    return rest.every((name) => others.includes(name)) && rest.join('').length <= others.length;
  };
  const found = conversationsIn(raw).filter(fits);
  return found.length === 1 && found[0] !== undefined ? conversationId(found[0].ids) : undefined;
}
