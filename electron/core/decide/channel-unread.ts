import { isDirectKind, type Channel } from '../model/channel';
import type { ServiceId } from '../model/service';
import { toCount, type Unread } from '../model/unread';
import { resolveValue } from './resolve-values';
import { ladderOf, type RuleBook } from './rule-book';

interface Known {
  readonly book: RuleBook;
  readonly nowMs: number;
  readonly unread: Unread;
}

const sums = new WeakMap<readonly Channel[], Known>();

/** Gives what one channel adds to the badge of its service, by its rules. */
export function channelUnread(book: RuleBook, serviceId: ServiceId, channel: Channel, nowMs: number): Unread {
  const subject = { serviceId, channel, isThreadReply: false };
  const badge = resolveValue(ladderOf(book, subject, nowMs), 'badge', channel.kind).value;
  // In a direct conversation all is meant for the person, but what is muted on the server is not heard of there either.
  const isAllForMe = isDirectKind(channel.kind) && !channel.muted;
  const forMe = isAllForMe ? Math.max(channel.unread, channel.mentions) : channel.mentions;
  if (badge === 'none') return { direct: 0, indirect: false };
  const hasOther = badge === 'all' && !channel.muted && channel.unread > forMe;
  return { direct: toCount(forMe), indirect: hasOther };
}

/** Gives the badge of a service whose channels are known: the sum of what each adds. */
export function channelsUnread(
  book: RuleBook,
  serviceId: ServiceId,
  channels: readonly Channel[],
  nowMs: number,
): Unread {
  const known = sums.get(channels);
  if (known?.book === book && known.nowMs === nowMs) return known.unread;
  let direct = 0;
  let indirect = false;
  for (const channel of channels) {
    if (channel.unread === 0 && channel.mentions === 0) continue;
    const added = channelUnread(book, serviceId, channel, nowMs);
    direct += added.direct === 'unknown' ? 0 : added.direct;
    indirect ||= added.indirect;
  }
  const unread = { direct: toCount(direct), indirect };
  sums.set(channels, { book, nowMs, unread });
  return unread;
}
