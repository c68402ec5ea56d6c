import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../fixtures.test-support';
import { noAbilities } from '../model/adapter';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { nextUnread } from './unread-places';

const told = (serviceId: string, canOpen = true, ...channels: ReturnType<typeof aChannel>[]): Action => ({
  kind: 'channels-reported',
  serviceId,
  channels,
  abilities: { ...noAbilities, canOpen },
});
const start = [
  told('a', true, aChannel('a1'), aChannel('a2', { unread: 2 }), aChannel('a3', { unread: 3, mentions: 1 })),
  told('b', true, aChannel('b1', { kind: 'direct', unread: 1 }), aChannel('b2', { unread: 9, muted: true })),
  {
    kind: 'unread-reported',
    serviceId: 'web',
    source: 'badge',
    unread: { direct: 2, indirect: false },
  } as const,
  told('off', true, aChannel('o1', { unread: 5 })),
].reduce(
  reduce,
  aState([
    aService('a'),
    aService('b'),
    aService('off', { enabled: false }),
    aService('web'),
    aService('quiet'),
  ]),
);
const at = (serviceId: string, channelId?: string) => {
  const there = reduce(start, { kind: 'service-activated', serviceId });
  return channelId === undefined ? there : reduce(there, { kind: 'channel-shown', serviceId, channelId });
};
const name = (place: ReturnType<typeof nextUnread>): string =>
  place === undefined ? 'nowhere' : `${place.serviceId}/${place.channelId ?? ''}`;

describe('nextUnread', () => {
  it('O3 goes over all services and their channels, round and round, past what is read, muted or off', () => {
    const way: string[] = [];
    let state = at('a', 'a1');
    for (let index = 0; index < 5; index += 1) {
      const place = nextUnread(state, 1, false);
      way.push(name(place));
      if (place !== undefined) state = at(place.serviceId, place.channelId);
    }
    expect(way).toEqual(['a/a2', 'a/a3', 'b/b1', 'web/', 'a/a2']);
  });

  it('O3 goes on from where one is on the way to, before its page is there', () => {
    const onTheWay = reduce(at('a', 'a1'), {
      kind: 'channel-open-requested',
      serviceId: 'a',
      channelId: 'a3',
    });
    expect(name(nextUnread(onTheWay, 1, false))).toBe('b/b1');
  });

  it('O3 goes the other way round', () => {
    expect(name(nextUnread(at('a', 'a1'), -1, false))).toBe('web/');
    expect(name(nextUnread(at('b', 'b1'), -1, false))).toBe('a/a3');
  });

  it('O3 with what is meant for the person alone it passes over the rest', () => {
    expect(name(nextUnread(at('a', 'a1'), 1, true))).toBe('a/a3');
    expect(name(nextUnread(at('a', 'a3'), 1, true))).toBe('b/b1');
    expect(name(nextUnread(at('web'), 1, true))).toBe('a/a3');
  });

  it('O3 begins somewhere from the inbox, or where no channel is known', () => {
    expect(name(nextUnread(reduce(start, { kind: 'page-shown', page: 'inbox' }), 1, false))).toBe('a/a2');
    expect(name(nextUnread(at('quiet'), 1, false))).toBe('a/a2');
  });

  it('O3 goes by the rules: what is not to be counted is passed over', () => {
    const scope = {
      kind: 'channel',
      serviceId: 'a',
      channelId: 'a2',
      name: 'a2',
      channelKind: 'public',
    } as const;
    const ruled = reduce(at('a', 'a1'), { kind: 'rule-set', scope, values: { badge: 'none' } });
    expect(name(nextUnread(ruled, 1, false))).toBe('a/a3');
  });

  it('O3 a service whose channels cannot be opened is one place', () => {
    const closed = reduce(at('b', 'b1'), told('a', false, aChannel('a2', { unread: 2 })));
    expect(name(nextUnread(closed, -1, false))).toBe('a/');
  });

  it('O3 leads nowhere where nothing is unread, or only what one looks at', () => {
    expect(nextUnread(aState(), 1, false)).toBeUndefined();
    const one = reduce(aState([aService('a')]), told('a', true, aChannel('x', { unread: 1 })));
    const there = reduce(one, { kind: 'channel-shown', serviceId: 'a', channelId: 'x' });
    expect(nextUnread(there, 1, false)).toBeUndefined();
  });

  it('O3 begins at the end where it goes back from the inbox', () => {
    expect(name(nextUnread(reduce(start, { kind: 'page-shown', page: 'inbox' }), -1, false))).toBe('web/');
  });

  it('O3 leaves the workspace that is up only when nothing is left there, and for none that stays quiet', () => {
    const add = (id: string, staysQuiet: boolean, serviceIds: readonly string[]): Action => ({
      kind: 'workspace-added',
      workspace: { id, name: id, serviceIds, staysQuiet },
    });
    const up = [
      add('work', false, ['quiet', 'b']),
      add('hush', true, ['a']),
      { kind: 'workspace-activated', workspaceId: 'work' } as const,
      { kind: 'service-activated', serviceId: 'quiet' } as const,
    ].reduce(reduce, start);
    expect(name(nextUnread(up, 1, false))).toBe('b/b1');
    const read = reduce(up, told('b'));
    expect(name(nextUnread(read, 1, false))).toBe('web/');
    expect(name(nextUnread(read, -1, false))).toBe('web/');
  });
});
