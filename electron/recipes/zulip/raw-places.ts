import { listIn, own, ownCount, ownList, ownText } from '../raw';
import type { RawConversation, RawMessage, RawTopic, RawUnread } from './raw';

/** Readers for what the fold hands over, by the page: what is not as the fold makes it is left out. */

/** Numbers of people, in rising order. */
const IDS = /^\d+(?:,\d+)*$/;

/** Topics that the person set something of. @throws where there is no list of them */
export const topicsIn = (raw: unknown): readonly RawTopic[] =>
  ownList(raw, 'topics').flatMap((one) => {
    const { streamId, topic } = placeOf(one);
    const policy = own(one, 'policy');
    return streamId === undefined || topic === undefined || typeof policy !== 'number'
      ? []
      : [{ streamId, topic, policy }];
  });

/** Conversations between people. @throws where there is no list of them */
export const conversationsIn = (raw: unknown): readonly RawConversation[] =>
  ownList(raw, 'conversations').flatMap((one) => {
    const ids = ownText(one, 'ids');
    const names = listIn(one, 'names').filter((name) => typeof name === 'string');
    const atMs = ownCount(one, 'atMs') || undefined;
    return !IDS.test(ids) ? [] : [{ ids, names, isBot: own(one, 'isBot') === true, atMs }];
  });

/** Unread messages by place. @throws where there is no list of them */
export const unreadIn = (raw: unknown): readonly RawUnread[] =>
  ownList(raw, 'unread').map((one) => {
    const { streamId, topic, ids } = placeOf(one);
    return {
      streamId,
      topic,
      ids,
      count: ownCount(one, 'count'),
      direct: ownCount(one, 'direct'),
      wild: ownCount(one, 'wild'),
    };
  });

/** One of the last messages, by its id. */
export function messageIn(raw: unknown, id: string): RawMessage | undefined {
  const said = own(own(raw, 'recent'), id);
  const mention = ownText(said, 'mention');
  if (typeof said !== 'object' || said === null) return undefined;
  return {
    ...placeOf(said),
    sender: ownText(said, 'sender'),
    mention: mention === 'personal' || mention === 'group' ? mention : 'none',
  };
}

function placeOf(said: unknown) {
  const [streamId, topic, ids] = [own(said, 'streamId'), own(said, 'topic'), own(said, 'ids')];
  return {
    streamId: typeof streamId === 'number' ? streamId : undefined,
    topic: typeof topic === 'string' ? topic : undefined,
    ids: typeof ids === 'string' && IDS.test(ids) ? ids : undefined,
  };
}
