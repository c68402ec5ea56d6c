import { messageLimits } from '../core/ipc/service-limits';
import type { Channel } from '../core/model/channel';

/**
 * Gives the channels that main takes in: all, or, of more than it takes, those in which something waits, then those in which
 * something was said last, in the order in which they came.
 */
export function fittingChannels(channels: readonly Channel[]): readonly Channel[] {
  if (channels.length <= messageLimits.channels) return channels;
  const waits = ({ unread, mentions }: Channel): number => Number(unread > 0 || mentions > 0);
  const byWeight = channels.toSorted(
    (a, b) => waits(b) - waits(a) || (b.lastActivityMs ?? 0) - (a.lastActivityMs ?? 0),
  );
  const kept = new Set(byWeight.slice(0, messageLimits.channels));
  return channels.filter((channel) => kept.has(channel));
}
