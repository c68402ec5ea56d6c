import { describe, expect, it } from 'vitest';
import { messageLimits } from '../core/ipc/service-limits';
import type { Channel } from '../core/model/channel';
import { fittingChannels } from './fitting-channels';

const channel = (index: number, changes: Partial<Channel> = {}): Channel => ({
  id: `c${index}`,
  name: `Channel ${index}`,
  kind: 'public',
  unread: 0,
  mentions: 0,
  muted: false,
  favourite: false,
  lastActivityMs: undefined,
  ...changes,
});

describe('fittingChannels', () => {
  it('C1 gives all that main takes in as they are', () => {
    const channels = Array.from({ length: messageLimits.channels }, (_, index) => channel(index));
    expect(fittingChannels(channels)).toBe(channels);
  });

  it('C1 of more it leaves out those in which nothing waits and nothing was said for long', () => {
    const many = Array.from({ length: 3 * messageLimits.channels }, (_, index) =>
      channel(index, { lastActivityMs: index % 3 === 0 ? index : undefined }),
    );
    const channels = [...many, channel(99_998, { unread: 1 }), channel(99_999, { mentions: 1 })];
    const fitting = fittingChannels(channels);
    expect(fitting).toHaveLength(messageLimits.channels);
    expect(fitting.slice(-2).map(({ id }) => id)).toEqual(['c99998', 'c99999']);
    expect(fitting[0]?.id).toBe('c6');
    expect(fitting.map(({ id }) => Number(id.slice(1)))).toEqual(
      fitting.map(({ id }) => Number(id.slice(1))).toSorted((a, b) => a - b),
    );
  });
});
