import { own, ownCount, ownText } from '../raw';
import type { Known } from './listener-known';

/** News of who came and went count for nothing. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  'system_join_channel',
  'system_leave_channel',
  'system_add_to_channel',
  'system_remove_from_channel',
  'system_join_leave',
  'system_add_remove',
]);

/** Counts a message as the server and its clients do, unless the last answer had it already. */
export function countPost(known: Known, post: unknown, isMentioned: boolean): void {
  const id = ownText(post, 'channel_id');
  const [channel, member] = [known.channels.get(id), known.members.get(id)];
  const createdMs = ownCount(post, 'create_at');
  if (channel === undefined || createdMs <= ownCount(channel, 'last_post_at')) return;
  const isReply = ownText(post, 'root_id') !== '';
  const type = ownText(post, 'type');
  const counts = UNCOUNTED.has(type) ? 0 : 1;
  known.channels.set(id, {
    ...channel,
    last_post_at: createdMs,
    total_msg_count: ownCount(channel, 'total_msg_count') + counts,
    total_msg_count_root: ownCount(channel, 'total_msg_count_root') + (isReply ? 0 : counts),
  });
  if (isMentioned && member !== undefined)
    known.members.set(id, {
      ...member,
      mention_count: ownCount(member, 'mention_count') + 1,
      mention_count_root: ownCount(member, 'mention_count_root') + (isReply ? 0 : 1),
    });
  const isOwn = ownText(post, 'user_id') === known.me['id'];
  // Whoever writes has read; with collapsed threads a reply says nothing of the channel.
  if (isOwn && type === '' && !(isReply && known.isCollapsing)) markRead(known, id, createdMs);
}

/** The person has read a channel up to that time. False where something came since: then only the server knows. */
export function markRead(known: Known, id: string, atMs: number): boolean {
  const [channel, member] = [known.channels.get(id), known.members.get(id)];
  if (channel === undefined || member === undefined) return true;
  if (atMs < ownCount(channel, 'last_post_at')) return false;
  known.members.set(id, {
    ...member,
    last_viewed_at: atMs,
    msg_count: ownCount(channel, 'total_msg_count'),
    msg_count_root: ownCount(channel, 'total_msg_count_root'),
    mention_count: 0,
    mention_count_root: 0,
  });
  return true;
}

const COUNTS = ['msg_count', 'msg_count_root', 'mention_count', 'mention_count_root', 'last_viewed_at'];

/** The person wants a message, and all after it, to be unread again: the server says the counts. */
export function markUnread(known: Known, id: string, said: unknown): void {
  const member = known.members.get(id);
  if (member === undefined) return;
  known.members.set(id, { ...member, ...Object.fromEntries(COUNTS.map((name) => [name, own(said, name)])) });
}

/** Whether anything of a channel is unread, in threads or not. */
export function hasUnread(known: Known, id: string): boolean {
  const [channel, member] = [known.channels.get(id), known.members.get(id)];
  if (channel === undefined || member === undefined) return false;
  const isUnread = ownCount(channel, 'total_msg_count') > ownCount(member, 'msg_count');
  const isMentioned = ownCount(member, 'mention_count') > 0;
  return isUnread || isMentioned || [...known.threads.values()].some((one) => one['channelId'] === id);
}
