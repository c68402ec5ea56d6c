import { describe, expect, it } from 'vitest';
import { searchSwitcher } from './search';
import { createSwitcherIndex } from './switcher-index';
import { anEntry, found, indexOf } from './switcher.test-support';
import { noteUse, nothingUsed } from './usage';

describe('with nothing typed', () => {
  const all = [
    anEntry('command', { kind: 'command' }),
    anEntry('used command', { kind: 'command' }),
    anEntry('plain'),
    anEntry('lively', { lastActivityMs: 9 }),
    anEntry('favourite', { favourite: true }),
    anEntry('used first'),
    anEntry('used last'),
    anEntry('muted', { unread: 3, mentions: 2, isDirect: true, muted: true }),
    anEntry('unread', { unread: 8, lastActivityMs: 1 }),
    anEntry('unread later', { unread: 1, lastActivityMs: 2 }),
    anEntry('mentioned', { unread: 1, mentions: 1 }),
    anEntry('direct', { unread: 1, mentions: 1, isDirect: true }),
  ];
  const use = [['used first'], ['used first'], ['used command', 'command'], ['used last']] as const;
  const usage = use.reduce(
    (before, [name, kind = 'channel'], index) => noteUse(before, `${kind}::${name}`, '', index + 1),
    nothingUsed,
  );

  it('Y10 lists unread by importance, then used, favourites, the lively, the rest, commands', () => {
    expect(found(all, ' ', { usage })).toEqual([
      'direct',
      'mentioned',
      'unread later',
      'unread',
      'used last',
      'used command',
      'used first',
      'favourite',
      'lively',
      'muted',
      'plain',
      'command',
    ]);
  });

  it('Y10 has where one is among what is read and not used', () => {
    const rest = ['favourite', 'lively', 'muted', 'plain', 'used last', 'command'];
    expect(found(all, '', { usage, hereKey: 'channel::used last' }).slice(-6)).toEqual(rest);
    expect(found(all, '', { hereKey: 'channel::direct' })[0]).toBe('mentioned');
    expect(found(all, 'direct', { hereKey: 'channel::direct' })).toEqual(['direct']);
  });

  it('Y10 gives as many as wanted', () => {
    expect(found(all, '', { limit: 2 })).toEqual(['direct', 'mentioned']);
    for (const limit of [0, -1, Number.NaN]) expect(found(all, '', { limit })).toEqual([]);
    expect(found(all, '', { limit: Number.POSITIVE_INFINITY })).toHaveLength(all.length);
  });
});

describe('groups', () => {
  const names = (index: ReturnType<typeof indexOf>, query = 'r'): readonly string[] =>
    searchSwitcher(index, { query, usage: nothingUsed, nowMs: 0, limit: 9 }).map(({ entry }) => entry.name);

  it('Y17 are replaced and removed alone, at once', () => {
    const index = createSwitcherIndex();
    index.setGroup('a', [anEntry('red'), anEntry('rose')]);
    index.setGroup('b', [anEntry('rust')]);
    expect(names(index)).toEqual(['red', 'rose', 'rust']);
    index.setGroup('a', [anEntry('ruby', { unread: 1 })]);
    expect(names(index)).toEqual(['ruby', 'rust']);
    index.removeGroup('b');
    index.removeGroup('none');
    expect(names(index)).toEqual(['ruby']);
    index.setGroup('a', []);
    expect(names(index)).toEqual([]);
  });

  it('Y17 show what is known of use after they were replaced', () => {
    const usage = noteUse(nothingUsed, 'channel::rust', '', 0);
    const index = indexOf([anEntry('red'), anEntry('rust')]);
    const first = (): string | undefined =>
      searchSwitcher(index, { query: 'r', usage, nowMs: 0, limit: 1 })[0]?.entry.name;
    expect(first()).toBe('rust');
    index.setGroup('all', [anEntry('rust'), anEntry('red'), anEntry('rad')]);
    expect(first()).toBe('rust');
  });
});
