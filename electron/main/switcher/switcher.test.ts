import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import { noAbilities } from '../../core/model/adapter';
import type { InboxEntry } from '../../core/model/inbox';
import type { Action } from '../../core/state/actions';
import { nothingUsed, type Usage } from '../../core/switcher/usage';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { keyOfPlace, targetOf } from './entries';
import { createSwitcher } from './switcher';

const anEntry = {
  id: 7,
  title: 'Mara',
  body: 'the marmalade\n is ready',
  channelName: 'kitchen',
  serviceName: 'Alpha',
  serviceId: 'a',
  isRead: false,
  atMs: 3,
} as InboxEntry;

async function setUp() {
  const services = [
    aService('a', { name: 'Alpha', recipeId: 'rocketchat', url: 'https://chat.alpha.test/' }),
    aService('b', { name: 'Beta' }),
    aService('off', { name: 'Gamma', enabled: false }),
  ];
  const store = createAppStore(aState(services), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const done: string[] = [];
  const entries = [anEntry];
  const heard: Action[] = [];
  for (const kind of [
    'channel-open-requested',
    'channel-read-requested',
    'service-activated',
    'rule-set',
    'focus-requested',
  ] as const)
    store.onAction(kind, (action) => void heard.push(action));
  const channels = [
    aChannel('general', { unread: 2 }),
    aChannel('x:1', { name: 'with: colons', kind: 'private' }),
    aChannel('mara', { kind: 'direct', unread: 1 }),
  ];
  store.dispatch({
    kind: 'channels-reported',
    serviceId: 'a',
    channels,
    abilities: { ...noAbilities, canOpen: true },
  });
  store.dispatch({ kind: 'channels-reported', serviceId: 'off', channels: [aChannel('hidden')] });
  const kept: { usage: Usage } = { usage: nothingUsed };
  const switcher = createSwitcher(store, {
    ...clock,
    platform: 'linux',
    translate: (key) => key,
    recipeName: (id) => (id === 'rocketchat' ? 'Rocket.Chat' : 'Website'),
    lastEntries: () => Promise.resolve(entries.slice()),
    openEntry: (id) => done.push(`entry ${id}`),
    linkOf: ({ url }, { channelId }) => `${url}${channelId ?? ''}`,
    copy: (text) => done.push(`copy ${text}`),
    loadUsage: () => kept.usage,
    saveUsage: (usage) => {
      kept.usage = usage;
    },
  });
  store.dispatch({ kind: 'inbox-health-changed', health: { kind: 'ready', seal: { kind: 'sealed' } } });
  store.dispatch({ kind: 'surface-shown', surface: 'switcher' });
  await switcher.whole();
  const names = (query: string): readonly string[] => switcher.search(query, 20).rows.map(({ name }) => name);
  return { store, clock, switcher, names, done, heard, kept, entries };
}

describe('createSwitcher', () => {
  it('Y19 finds services that are on, their channels, commands, and entries of the inbox', async () => {
    const { names } = await setUp();
    expect(names('alpha')[0]).toBe('Alpha');
    expect(names('rocket general')).toEqual(['general']);
    expect(names('hidden')).toEqual([]);
    expect(names('gamma')).toEqual([]);
    expect(names('marmalade')).toEqual(['Mara: the marmalade is ready']);
    expect(names('> focusHour')).toContain('command.focusHour');
    expect(names('>')).not.toContain('command.switcher');
  });

  it('Y19 follows what changes, and forgets what is gone', async () => {
    const { store, names, kept, switcher } = await setUp();
    switcher.act('channel:a:general', 'open', 'gen');
    store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels: [aChannel('garden')] });
    expect(names('garden')).toEqual(['garden']);
    expect(names('general')).toEqual([]);
    expect(kept.usage).toHaveLength(1);
    store.dispatch({ kind: 'service-removed', serviceId: 'a' });
    expect(names('garden')).toEqual([]);
    store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
    expect(kept.usage).toEqual([]);
  });

  it('Y19 finds what came into the inbox since, once it is asked for the whole', async () => {
    const { store, switcher, names, entries } = await setUp();
    entries.push({ ...anEntry, id: 8, body: 'pumpernickel at four' });
    await switcher.whole();
    expect(names('pumpernickel')).toEqual([]);
    store.dispatch({ kind: 'inbox-changed' });
    await switcher.whole();
    expect(names('pumpernickel')).toEqual(['Mara: pumpernickel at four']);
  });

  it('Y19 is made ready behind, a second after a change, once', async () => {
    const { store, clock, switcher } = await setUp();
    const before = clock.waiting();
    store.dispatch({ kind: 'channels-reported', serviceId: 'b', channels: [aChannel('c')] });
    store.dispatch({ kind: 'channels-reported', serviceId: 'b', channels: [aChannel('d')] });
    expect(clock.waiting()).toBe(Math.max(1, before));
    clock.pass(1000);
    expect(clock.waiting()).toBe(0);
    switcher.stop();
  });

  it('Y20 Y21 opens channels and services, marks as read, and learns from it', async () => {
    const { store, switcher, heard, kept } = await setUp();
    switcher.act('channel:a:x:1', 'open', 'col');
    switcher.act('channel:a:mara', 'open-read', '');
    switcher.act('service:b', 'open', 'be');
    expect(heard).toEqual([
      { kind: 'channel-open-requested', serviceId: 'a', channelId: 'x:1' },
      { kind: 'channel-open-requested', serviceId: 'a', channelId: 'mara' },
      { kind: 'channel-read-requested', serviceId: 'a', channelId: 'mara' },
      { kind: 'service-activated', serviceId: 'b' },
    ]);
    expect(store.getState().session.surface).toBeUndefined();
    expect(kept.usage.map(({ key }) => key)).toEqual(['channel:a:x:1', 'channel:a:mara', 'service:b']);
  });

  it('Y21 mutes, copies links, opens entries, and runs commands as if it were not there', async () => {
    const { store, switcher, heard, done, kept } = await setUp();
    switcher.act('channel:a:general', 'mute', '');
    switcher.act('channel:a:general', 'copy-link', '');
    expect(store.getState().session.surface).toBe('switcher');
    switcher.act('entry:7', 'open', 'x');
    switcher.act('command:focus.hour', 'open', 'foc');
    expect(heard.map(({ kind }) => kind)).toEqual(['rule-set', 'focus-requested']);
    expect(done).toEqual(['copy https://chat.alpha.test/general', 'entry 7']);
    expect(store.getState().session.surface).toBeUndefined();
    expect(kept.usage.map(({ key }) => key)).toEqual(['command:focus.hour']);
  });

  it('Y21 does nothing with what is not there', async () => {
    const { switcher, heard, done } = await setUp();
    for (const key of ['', 'service:gone', 'channel:gone:x', 'entry:x', 'command:none', 'constructor'])
      for (const act of ['open', 'open-read', 'mute', 'copy-link'] as const) switcher.act(key, act, '');
    expect(heard).toEqual([]);
    expect(done).toEqual([]);
  });

  it('Y20 with nothing typed gives what is unread, the direct message first, and not where one is', async () => {
    const { store, names } = await setUp();
    expect(names('').slice(0, 2)).toEqual(['mara', 'general']);
    store.dispatch({ kind: 'channel-shown', serviceId: 'a', channelId: 'mara' });
    expect(names('')[0]).toBe('general');
  });
});

describe('keys of entries', () => {
  it('Y19 are read back as what they were made of', () => {
    for (const place of [
      { serviceId: 'a', channelId: undefined },
      { serviceId: 'a', channelId: 'x:y:z' },
      { serviceId: 'a', channelId: 'line\nbreak' },
    ])
      expect(targetOf(keyOfPlace(place))).toEqual({ kind: 'place', place });
  });
});
