import { isDirectKind, type Channel } from '../model/channel';
import type { ServiceId } from '../model/service';
import { toCount, type Unread } from '../model/unread';
import { resolveValue } from './resolve-values';
import { ladderOf, type RuleBook } from './rule-book';

interface Known {
  readonly book: RuleBook;
  readonly nowMs: number;
  readonly unread: Unread;
  readonly count: number;
}

const sums = new WeakMap<readonly Channel[], Known>();

/** Gives what one channel adds to the badge of its service, by its rules. */
export function channelUnread(book: RuleBook, serviceId: ServiceId, channel: Channel, nowMs: number): Unread {
  const { direct, hasOther } = addedBy(book, serviceId, channel, nowMs);
  return { direct: toCount(direct), indirect: hasOther };
}

function addedBy(
  book: RuleBook,
  serviceId: ServiceId,
  channel: Channel,
  nowMs: number,
): { readonly direct: number; readonly hasOther: boolean } {
  const subject = { serviceId, channel, isThreadReply: false };
  const badge = resolveValue(ladderOf(book, subject, nowMs), 'badge', channel.kind).value;
  // In a direct conversation all is meant for the person, but what is muted on the server is not heard of there either.
  const isAllForMe = isDirectKind(channel.kind) && !channel.muted;
  const forMe = isAllForMe ? Math.max(channel.unread, channel.mentions) : channel.mentions;
  if (badge === 'none') return { direct: 0, hasOther: false };
  return { direct: forMe, hasOther: badge === 'all' && !channel.muted && channel.unread > forMe };
}

/** Gives the badge of a service whose channels are known: the sum of what each adds. */
export function channelsUnread(
  book: RuleBook,
  serviceId: ServiceId,
  channels: readonly Channel[],
  nowMs: number,
): Unread {
  return sumOf(book, serviceId, channels, nowMs).unread;
}

/** Gives how many messages that badge stands for, those of the dot too. */
export const channelsCount = (
  book: RuleBook,
  serviceId: ServiceId,
  channels: readonly Channel[],
  nowMs: number,
): number => sumOf(book, serviceId, channels, nowMs).count;

function sumOf(book: RuleBook, serviceId: ServiceId, channels: readonly Channel[], nowMs: number): Known {
  const known = sums.get(channels);
  if (known?.book === book && known.nowMs === nowMs) return known;
  let direct = 0;
  let count = 0;
  let indirect = false;
  for (const channel of channels) {
    if (channel.unread === 0 && channel.mentions === 0) continue;
    const added = addedBy(book, serviceId, channel, nowMs);
    direct += added.direct;
    count += added.hasOther ? channel.unread : added.direct;
    indirect ||= added.hasOther;
  }
  const sum = { book, nowMs, unread: { direct: toCount(direct), indirect }, count: toCount(count) };
  sums.set(channels, sum);
  return sum;
}
