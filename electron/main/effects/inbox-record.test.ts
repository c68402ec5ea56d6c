import { describe, expect, it, vi } from 'vitest';
import {
  aChannel,
  aMessage,
  aNotification,
  aService,
  aState,
  requested,
} from '../../core/fixtures.test-support';
import type { Channel } from '../../core/model/channel';
import type { InboxFilter, InboxHealth, NewInboxEntry } from '../../core/model/inbox';
import type { Persisted } from '../../core/model/persisted';
import { defaultSettings } from '../../core/model/settings';
import type { Unread } from '../../core/model/unread';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startInboxRecord } from './inbox-record';

const general = { id: 'g', name: '#general', kind: 'public' } as const;
const message = aMessage({ channel: general, sender: 'Mara', mention: 'none' });

function setUp(persisted: Partial<Persisted> = {}, keepText = true) {
  const store = createAppStore(aState([aService('a', { name: 'Lounge', keepText })], persisted), (error) => {
    throw error;
  });
  const clock = createTestClock(1000);
  const added: NewInboxEntry[] = [];
  const marked: object[] = [];
  const counted: InboxFilter[] = [];
  const health: { tell: (health: InboxHealth) => void } = { tell: () => undefined };
  const stop = startInboxRecord(store, {
    ...clock,
    add: (entry) => void added.push(entry),
    count: (filter) => {
      counted.push(filter);
      return Promise.resolve(filter.decisions === undefined ? 4 : 2);
    },
    markRead: (choice) => {
      marked.push(choice);
      return Promise.resolve(1);
    },
    onHealth: (listener) => {
      health.tell = listener;
      listener({ kind: 'closed' });
      return () => undefined;
    },
    hasEntries: () => added.length > 0,
  });
  const come = (id = 'n1'): void => store.dispatch(requested(aNotification(id, { message, tag: 't' }), 1000));
  const unread = (unread: Unread): void =>
    store.dispatch({ kind: 'unread-reported', serviceId: 'a', source: 'badge', unread });
  return { store, clock, added, marked, counted, health, stop, come, unread };
}

describe('startInboxRecord', () => {
  it('I50 puts in what is shown and what is not, with what was decided and why', () => {
    const { store, added, come } = setUp();
    come('n1');
    store.dispatch({
      kind: 'rule-set',
      scope: { kind: 'service', serviceId: 'a' },
      values: { preset: 'nothing' },
    });
    come('n2');
    expect(added).toMatchObject([
      {
        key: 'n1',
        atMs: 1000,
        serviceId: 'a',
        serviceName: 'Lounge',
        channelId: 'g',
        channelName: '#general',
        channelKind: 'public',
        sender: 'Mara',
        title: 'Title n1',
        body: 'Body',
        tag: 't',
        mention: 'none',
        decision: 'show',
        reason: 'wanted',
        from: null,
        isRead: false,
      },
      { key: 'n2', decision: 'drop', reason: 'muted', from: { scope: { kind: 'service', serviceId: 'a' } } },
    ]);
    expect(added[1]?.trail.at(-1)).toMatchObject({ field: 'notify', value: 'none', decided: true });
  });

  it.each<[string, Partial<Persisted>, boolean, object]>([
    ['all', {}, true, { title: 'Title n1', body: 'Body', sender: 'Mara' }],
    [
      'who alone, by rule',
      { rules: [{ scope: { kind: 'everywhere' }, values: { preview: 'sender' } }] },
      true,
      { title: '', body: '', sender: 'Mara' },
    ],
    [
      'nothing, by rule',
      { rules: [{ scope: { kind: 'everywhere' }, values: { preview: 'nothing' } }] },
      true,
      { title: '', body: '', sender: null },
    ],
    ['no text of a service', {}, false, { title: '', body: '', sender: 'Mara' }],
    [
      'no text anywhere',
      { settings: { ...defaultSettings, inbox: { days: 90, keepText: false } } },
      true,
      { title: '', body: '', sender: 'Mara' },
    ],
  ])('I51 keeps of the words as much as is wanted: %s', (_, persisted, keepText, expected) => {
    const { added, come } = setUp(persisted, keepText);
    come();
    expect(added[0]).toMatchObject(expected);
  });

  it('I52 marks read what was clicked, on the desktop or in the inbox', () => {
    const { store, marked, come } = setUp();
    come();
    store.dispatch({ kind: 'notification-clicked', notificationId: 'n1' });
    store.dispatch({ kind: 'inbox-entry-opened', serviceId: 'a', key: 'n7', channelId: null });
    expect(marked).toEqual([{ keys: ['n1'] }, { keys: ['n7'] }]);
  });

  it('I52 marks all of a service read when it says that all is read, having said that something was not', () => {
    const { marked, come, unread } = setUp();
    come();
    unread({ direct: 0, indirect: false });
    expect(marked).toEqual([]);
    unread({ direct: 2, indirect: false });
    unread({ direct: 0, indirect: true });
    expect(marked).toEqual([]);
    unread({ direct: 0, indirect: false });
    expect(marked).toEqual([{ serviceId: 'a' }]);
  });

  it('C7 marks a channel read by the adapter’s word, and all of a service once nothing of it is left', () => {
    const { store, marked, come } = setUp();
    come();
    const tell = (counts: Readonly<Record<string, number>>): void =>
      store.dispatch({
        kind: 'channels-reported',
        serviceId: 'a',
        channels: Object.entries(counts).map(([id, count]) => aChannel(id, { unread: count })),
      });
    tell({ g: 0, r: 0 });
    tell({ g: 2, r: 1 });
    tell({ g: 1, r: 1 });
    expect(marked).toEqual([]);
    tell({ g: 0, r: 1 });
    expect(marked).toEqual([{ serviceId: 'a', channelId: 'g' }]);
    tell({ g: 0, r: 0 });
    expect(marked.at(-1)).toEqual({ serviceId: 'a' });
  });

  it('C7 what is gone, muted here, or told by another than before has not been read', () => {
    const { store, marked, come, unread } = setUp();
    const tell = (...channels: readonly Channel[]): void =>
      store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels });
    come();
    unread({ direct: 2, indirect: false });
    tell(aChannel('g'), aChannel('r', { unread: 3 }));
    unread({ direct: 0, indirect: false });
    store.dispatch({
      kind: 'rule-set',
      scope: { kind: 'service', serviceId: 'a' },
      values: { badge: 'none' },
    });
    tell(aChannel('g'));
    tell(aChannel('g', { unread: 1 }));
    store.dispatch({ kind: 'adapter-failed', serviceId: 'a', reason: 'x' });
    tell(aChannel('g', { unread: 1 }));
    store.dispatch({ kind: 'sign-in-reported', serviceId: 'a', isSignedIn: false, server: undefined });
    unread({ direct: 0, indirect: false });
    expect(marked).toEqual([]);
  });

  it('I53 counts at most four times a second, what is held only while something holds', async () => {
    const { store, clock, counted, come } = setUp();
    store.dispatch({ kind: 'shell-painted' });
    clock.pass(3_000);
    expect(counted).toEqual([]);
    for (let index = 0; index < 50; index += 1) come(`n${index}`);
    clock.pass(250);
    await vi.waitFor(() => expect(store.getState().session.inbox.unread).toBe(4));
    expect(counted).toEqual([{ isUnread: true }]);
    store.dispatch({
      kind: 'focus-begun',
      now: { startedAtMs: 900, untilMs: null, end: 'duration', isPause: false },
    });
    clock.pass(250);
    await vi.waitFor(() => expect(store.getState().session.inbox.held).toBe(2));
    expect(counted.at(-1)).toEqual({ decisions: ['hold'], isUnread: true, fromMs: 900 });
    expect(store.getState().session.inbox.version).toBe(3);
  });

  it('I53 asks nothing of an inbox in which nothing ever was', () => {
    const { store, clock, marked, counted, health, unread } = setUp();
    store.dispatch({ kind: 'shell-painted' });
    clock.pass(60_000);
    health.tell({ kind: 'ready', seal: { kind: 'sealed' } });
    unread({ direct: 2, indirect: false });
    unread({ direct: 0, indirect: false });
    store.dispatch({ kind: 'notification-clicked', notificationId: 'n1' });
    expect([marked, counted]).toEqual([[], []]);
    expect(store.getState().session.inbox.health.kind).toBe('ready');
  });
});
