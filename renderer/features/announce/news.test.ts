import { describe, expect, it } from 'vitest';
import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection';
import { defaultSettings, type Settings } from '../../../electron/core/model/settings';
import { aProjection, aService } from '../../../e2e/support/shell-fixtures';
import { toNewsworthy, toTold } from './news';

const shown = aService('shown');
const chat = (changes: Partial<ServiceProjection> = {}): ServiceProjection =>
  aService('chat', { name: 'Team chat', ...changes });
const withChat = (
  changes: Partial<ServiceProjection> = {},
  announce: Settings['announce'] = 'mentions',
  more: Partial<Projection> = {},
): Projection =>
  aProjection({
    services: [shown, chat(changes)],
    activeServiceId: 'shown',
    settings: { ...defaultSettings, announce },
    ...more,
  });
const forMe = { unread: { direct: 2, indirect: false } } as const;
const other = { unread: { direct: 0, indirect: true } } as const;
const asleep = { kind: 'asleep', sinceMs: 0 } as const;
const told = (after: Projection): unknown => toTold(after, new Set(['chat'])).news;

describe('toNewsworthy', () => {
  it.each<[string, Settings['announce'], Partial<ServiceProjection>, Partial<ServiceProjection>, boolean]>([
    ['X1 more for the person', 'mentions', {}, forMe, true],
    ['X1 more for the person, of all', 'all', {}, forMe, true],
    ['X1 other messages, when only the person’s are told', 'mentions', {}, other, false],
    ['X1 other messages, of all', 'all', {}, other, true],
    ['X1 one more other message', 'all', { ...other, unreadCount: 3 }, { ...other, unreadCount: 4 }, true],
    ['X1 other messages where only mentions are heard of', 'all', {}, { ...other, level: 'mentions' }, false],
    ['X1 anything, when nothing is told', 'off', {}, forMe, false],
    ['X1 what was read', 'all', forMe, {}, false],
    ['X2 what a page says first', 'all', { unread: { direct: 'unknown', indirect: false } }, forMe, false],
    ['X2 what is held in focus', 'all', {}, { ...forMe, inFocus: true }, false],
    ['X2 what is muted', 'all', {}, { ...forMe, level: 'none' }, false],
    ['X2 what is quiet for a while', 'all', {}, { ...forMe, quietUntilMs: 9 }, false],
    ['Z66 what comes for one that sleeps', 'mentions', { load: asleep }, { load: asleep, ...forMe }, true],
    ['Z66 that one falls asleep', 'all', forMe, { ...forMe, load: asleep, countsFromMs: 5 }, false],
    ['Z66 that one wakes', 'all', { ...forMe, load: asleep }, { ...forMe, load: { kind: 'loading' } }, false],
    ['X2 what is turned off', 'all', {}, { ...forMe, enabled: false }, false],
  ])('%s', (_, announce, before, after, isNews) => {
    const [then, now] = [withChat(before, announce), withChat(after, announce)];
    expect(toNewsworthy(then, now)).toEqual(isNews ? ['chat'] : []);
  });

  it('X2 is nothing of the page on the screen, but of one that is behind settings or failed', () => {
    const active = { activeServiceId: 'chat' };
    const before = withChat({}, 'mentions', active);
    expect(toNewsworthy(before, withChat(forMe, 'mentions', active))).toEqual([]);
    const behind = { ...active, page: 'settings' } as const;
    expect(toNewsworthy(before, withChat(forMe, 'mentions', behind))).toEqual(['chat']);
    const failed = withChat({ ...forMe, load: { kind: 'hung', attempt: 0 } }, 'mentions', active);
    expect(toNewsworthy(before, failed)).toEqual(['chat']);
  });

  it('X2 is nothing of a service that was just added', () => {
    expect(toNewsworthy(aProjection({ services: [shown] }), withChat(forMe))).toEqual([]);
  });
});

describe('toTold', () => {
  it('X1 says how many there are and how many of them are for the person', () => {
    const unread = { direct: 1, indirect: true } as const;
    expect(told(withChat({ unread, unreadCount: 3 }))).toMatchObject([
      { name: 'Team chat', count: 3, forMe: 1 },
    ]);
    expect(told(withChat({ unread }))).toMatchObject([{ count: 1, forMe: undefined }]);
    expect(told(withChat({ ...other, unreadCount: 3 }, 'all'))).toMatchObject([
      { count: 3, forMe: undefined },
    ]);
    expect(told(withChat(other, 'all'))).toMatchObject([{ count: undefined, forMe: undefined }]);
  });

  it('X3 leaves out what was read, muted or opened before it was told', () => {
    expect(told(withChat())).toEqual([]);
    expect(told(withChat(other))).toEqual([]);
    expect(told(withChat({ ...forMe, level: 'none' }))).toEqual([]);
    expect(told(withChat(forMe, 'mentions', { activeServiceId: 'chat' }))).toEqual([]);
  });

  it('X3 names three services, and says how many more there are', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const services = ids.map((id) => aService(id, { name: id, ...forMe }));
    const { news, more } = toTold(aProjection({ services, activeServiceId: null }), new Set(ids));
    expect(news.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(more).toBe(2);
  });
});
