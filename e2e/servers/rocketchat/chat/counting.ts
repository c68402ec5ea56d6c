import type { Message, RoomType, Subscription } from './records.js';

/** The values of the settings `Unread_Count`, `Unread_Count_DM` and `Unread_Count_Omni`. */
export type UnreadCount =
  | 'all_messages'
  | 'user_mentions_only'
  | 'group_mentions_only'
  | 'user_and_group_mentions_only';

/** Whom a message is meant for. */
export interface Addressees {
  readonly userIds: readonly string[];
  /** `@all` or `@here`. */
  readonly everybody: boolean;
}

/** Who is named in it; `@all` and `@here` name nobody in particular, and nobody names themselves. */
export function addresseesOf(message: Pick<Message, 'mentions' | 'u'>): Addressees {
  const ids = message.mentions.map(({ _id }) => _id);
  return {
    userIds: ids.filter((id) => id !== 'all' && id !== 'here' && id !== message.u._id),
    everybody: ids.includes('all') || ids.includes('here'),
  };
}

/** Whether one of the words that a person wants to hear of is in it. */
export const isHighlighted = (message: Pick<Message, 'msg'>, words: readonly string[] = []): boolean =>
  words.some((word) => message.msg.toLowerCase().includes(word.toLowerCase()));

/** What a message that is not only in a thread does to the subscription of somebody else (`notifyUsersOnMessage.ts`). */
export function countMessage(
  subscription: Subscription,
  to: Addressees,
  unreadCount: UnreadCount,
): Subscription {
  const opened = { ...subscription, alert: true, open: true };
  const { unread, userMentions, groupMentions } = subscription;
  if (to.userIds.includes(subscription.u._id)) {
    const adds = countsAlways(subscription.t) || unreadCount !== 'group_mentions_only';
    return { ...opened, userMentions: userMentions + 1, unread: unread + (adds ? 1 : 0) };
  }
  if (to.everybody) {
    // Whoever is named takes away the turn of everybody; then only those named are counted.
    if (to.userIds.length > 0) return opened;
    const adds = countsAlways(subscription.t) || unreadCount !== 'user_mentions_only';
    return { ...opened, groupMentions: groupMentions + 1, unread: unread + (adds ? 1 : 0) };
  }
  return { ...opened, unread: unread + (unreadCount === 'all_messages' ? 1 : 0) };
}

const countsAlways = (type: RoomType): boolean => type === 'd' || type === 'l';

export interface ThreadReply {
  readonly tmid: string;
  readonly isNamed: boolean;
  readonly everybody: boolean;
  readonly at: string;
}

/** What a thread's reply does to the subscription of one who follows it: no count, ever (`threads/server/functions.ts`). */
export function countReply(subscription: Subscription, reply: ThreadReply): Subscription {
  const { tmid } = reply;
  return {
    ...subscription,
    alert: true,
    open: true,
    lr: reply.at,
    tunread: withOne(subscription.tunread, tmid),
    ...(reply.isNamed ? { tunreadUser: withOne(subscription.tunreadUser, tmid) } : {}),
    ...(reply.everybody && !reply.isNamed ? { tunreadGroup: withOne(subscription.tunreadGroup, tmid) } : {}),
  };
}

const withOne = (list: readonly string[] = [], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

/** What reading the room leaves (`readMessages.ts`): unread threads keep its alert. */
export function markRead(subscription: Subscription, at: string, withThreads: boolean): Subscription {
  const { tunread, tunreadUser: _user, tunreadGroup: _group, ...rest } = subscription;
  const read = { open: true, unread: 0, userMentions: 0, groupMentions: 0, ls: at };
  if (withThreads) return { ...rest, ...read, alert: false };
  return { ...subscription, ...read, alert: subscription.alert && (tunread?.length ?? 0) > 0 };
}

/** What reading one thread leaves; the last one takes the alert with it. */
export function markThreadRead(subscription: Subscription, tmid: string): Subscription {
  const without = (list: readonly string[] = []) => list.filter((one) => one !== tmid);
  const isLast = subscription.tunread?.length === 1 && subscription.tunread[0] === tmid;
  return {
    ...subscription,
    tunread: without(subscription.tunread),
    tunreadUser: without(subscription.tunreadUser),
    tunreadGroup: without(subscription.tunreadGroup),
    ...(isLast ? { alert: false } : {}),
  };
}
