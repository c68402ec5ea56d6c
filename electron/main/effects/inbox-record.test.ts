import { describe, expect, it, vi } from 'vitest';
import { aMessage, aNotification, requested } from '../../core/fixtures.test-support';
import type { Persisted } from '../../core/model/persisted';
import { defaultSettings } from '../../core/model/settings';
import { setUp } from './inbox-record.test-support';

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

  it('I53 under the do-not-disturb of the system counts what was held since it was noticed', async () => {
    const { store, clock, counted, come } = setUp();
    come();
    store.dispatch({ kind: 'shell-painted' });
    clock.pass(5_000);
    store.dispatch({ kind: 'system-dnd-changed', dnd: 'on' });
    const fromMs = clock.nowMs();
    clock.pass(250);
    await vi.waitFor(() => expect(counted.at(-1)).toEqual({ decisions: ['hold'], isUnread: true, fromMs }));
  });

  it('I51 keeps no place that is made of words that are not to be kept', () => {
    const { store, added } = setUp({}, false);
    const channel = { id: 'name:The whole message', name: 'The whole message', kind: 'unknown' } as const;
    store.dispatch(
      requested(
        aNotification('n1', { title: 'The whole message', tag: 't', message: aMessage({ channel }) }),
      ),
    );
    expect(added[0]).toMatchObject({ title: '', tag: '', channelId: null, channelName: null });
  });

  it('I51 where nothing is to be seen keeps neither name nor tag of a place', () => {
    const rules = [{ scope: { kind: 'everywhere' }, values: { preview: 'nothing' } } as const];
    const { store, added, come } = setUp({ rules });
    come();
    const mara = { id: 'with:Mara', name: 'Mara', kind: 'direct' } as const;
    store.dispatch(requested(aNotification('n2', { tag: 't', message: aMessage({ channel: mara }) })));
    expect(added).toMatchObject([
      { channelId: 'g', channelName: null, tag: '' },
      { channelId: null, channelName: null, tag: '' },
    ]);
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
