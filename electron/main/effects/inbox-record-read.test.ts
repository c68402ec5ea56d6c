import { describe, expect, it } from 'vitest';
import { aChannel } from '../../core/fixtures.test-support';
import type { Channel } from '../../core/model/channel';
import { setUp } from './inbox-record.test-support';

describe('startInboxRecord, what is read', () => {
  it('I52 marks read what was clicked, on the desktop or in the inbox', () => {
    const { store, marked, come } = setUp();
    come();
    store.dispatch({ kind: 'notification-clicked', notificationId: 'n1' });
    store.dispatch({
      kind: 'inbox-entry-opened',
      serviceId: 'a',
      key: 'n7',
      channelId: null,
      messageId: null,
    });
    expect(marked).toEqual([{ keys: ['n1'] }, { keys: ['n7'] }]);
  });
  it('I52 marks all of a service read when it says that all is read, having said that something was not', () => {
    const { clock, marked, come, unread } = setUp();
    come();
    unread({ direct: 0, indirect: false });
    clock.pass(3_000);
    expect(marked).toEqual([]);
    unread({ direct: 2, indirect: false });
    unread({ direct: 0, indirect: true });
    expect(marked).toEqual([]);
    unread({ direct: 0, indirect: false });
    const toMs = clock.nowMs();
    clock.pass(3_000);
    expect(marked).toEqual([{ serviceId: 'a', toMs }]);
  });

  it('I52 takes a title that blinks, a rule, or a page that is loaded anew for no reading', () => {
    const { store, clock, marked, come, unread } = setUp();
    come();
    for (let blink = 0; blink < 5; blink += 1) {
      unread({ direct: 2, indirect: false });
      clock.pass(1_000);
      unread({ direct: 0, indirect: false });
      clock.pass(1_000);
    }
    unread({ direct: 2, indirect: false });
    const scope = { kind: 'service', serviceId: 'a' } as const;
    store.dispatch({ kind: 'rule-set', scope, values: { preset: 'nothing' } });
    clock.pass(10_000);
    unread({ direct: 0, indirect: false });
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    clock.pass(10_000);
    unread({ direct: 2, indirect: false });
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    unread({ direct: 0, indirect: false });
    clock.pass(10_000);
    expect(marked).toEqual([]);
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

  it('C22 marks read at once what the person says, whatever becomes of it on the server', () => {
    const { store, clock, marked, come } = setUp();
    come();
    const toMs = clock.nowMs();
    store.dispatch({ kind: 'channel-read-requested', serviceId: 'a', channelId: 'g' });
    store.dispatch({ kind: 'service-read-requested', serviceId: 'a' });
    expect(marked).toEqual([
      { serviceId: 'a', channelId: 'g', toMs },
      { serviceId: 'a', toMs },
    ]);
  });
});
