import { describe, expect, it } from 'vitest';
import {
  aChannel,
  aMessage,
  aNotification,
  aService,
  aState,
  requested,
} from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startEntryOpener } from './entry-opener';

function setUp() {
  const rules = [{ scope: { kind: 'service', serviceId: 'b' }, values: { notify: 'none' } } as const];
  const store = createAppStore(aState([aService('a'), aService('b')], { rules }), (error) => {
    throw error;
  });
  const clicked: string[] = [];
  const asked: string[] = [];
  const clock = createTestClock();
  startEntryOpener(store, {
    ...clock,
    click: (way) => {
      expect(Object.keys(way).toSorted()).toEqual(['origin', 'pageId', 'senderKey']);
      clicked.push(way.pageId.replace('page-', ''));
    },
    openChannel: (serviceId, { channelId, messageId }) =>
      asked.push([serviceId, channelId, messageId].filter(Boolean).join(' ')) > 0,
  });
  const open = (
    key: string,
    serviceId = 'b',
    channelId: string | null = null,
    messageId: string | null = null,
  ): void => store.dispatch({ kind: 'inbox-entry-opened', serviceId, key, channelId, messageId });
  const speak = (canOpen: boolean, ...ids: readonly string[]): void =>
    ['a', 'b'].forEach((serviceId) =>
      store.dispatch({
        kind: 'channels-reported',
        serviceId,
        channels: ids.map((id) => aChannel(id)),
        abilities: { canOpen, canMarkRead: false, mutes: [], ownNames: [] },
      }),
    );
  return { store, clicked, asked, clock, open, speak };
}

describe('startEntryOpener', () => {
  it('I56 brings the service up and lets the page hear a click, also on what was never shown', () => {
    const { store, clicked, open } = setUp();
    store.dispatch(requested(aNotification('n1', { serviceId: 'b' })));
    store.dispatch({ kind: 'page-shown', page: 'inbox' });
    open('n1');
    expect(clicked).toEqual(['n1']);
    expect(store.getState()).toMatchObject({
      persisted: { activeServiceId: 'b' },
      session: { page: 'service' },
    });
  });

  it('I56 brings the service alone up where the document is gone, or the app was started anew', () => {
    const { store, clicked, open } = setUp();
    store.dispatch(requested(aNotification('n1', { serviceId: 'b' })));
    store.dispatch(requested(aNotification('n2', { serviceId: 'b', origin: 'worker' })));
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    open('n1');
    open('n2');
    open('from before');
    expect(clicked).toEqual(['n2']);
    expect(store.getState().persisted.activeServiceId).toBe('b');
  });

  it('C9 lets the adapter open the channel where it can, and the page hear a click where it cannot', () => {
    const { store, clicked, asked, open, speak } = setUp();
    store.dispatch(requested(aNotification('n1', { serviceId: 'b' })));
    speak(true, 'room');
    open('n1', 'b', 'room');
    expect([asked, clicked]).toEqual([['b room'], []]);
    open('n1', 'b', 'gone');
    speak(false, 'room');
    open('n1', 'b', 'room');
    expect([asked, clicked]).toEqual([['b room'], ['n1', 'n1']]);
  });

  it('C14 names the message, also when the adapter speaks later', () => {
    const { asked, open, speak } = setUp();
    open('n1', 'b', 'room', 'm1');
    speak(true, 'room');
    open('n2', 'b', 'room', 'm2');
    expect(asked).toEqual(['b room m1', 'b room m2']);
  });

  it('C9 opens it once the adapter speaks, as long as the person waits for it', () => {
    const { store, asked, clock, open, speak } = setUp();
    open('from before', 'b', 'room');
    expect(store.getState().persisted.activeServiceId).toBe('b');
    speak(true, 'room');
    speak(true, 'room', 'other');
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    store.dispatch({ kind: 'channel-open-requested', serviceId: 'b', channelId: 'other' });
    speak(true, 'room', 'other');
    expect(asked).toEqual(['b room', 'b other']);
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    open('from before', 'b', 'room');
    store.dispatch({ kind: 'service-activated', serviceId: 'a' });
    speak(true, 'room');
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    open('from before', 'b', 'room');
    clock.pass(60_000);
    speak(true, 'room');
    expect(asked).toHaveLength(2);
  });

  it('C9 asks the next page for what the one before was asked for just before it went, once', () => {
    const { store, asked, clock, open, speak } = setUp();
    const replace = (): void => store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    speak(true, 'room');
    open('n1', 'b', 'room', 'm1');
    clock.pass(1_999);
    replace();
    speak(true, 'room');
    replace();
    speak(true, 'room');
    expect(asked).toEqual(['b room m1', 'b room m1']);
    open('n2', 'b', 'room');
    clock.pass(2_000);
    replace();
    speak(true, 'room');
    expect(asked).toHaveLength(3);
    open('n3', 'b', 'room');
    store.dispatch({ kind: 'channel-shown', serviceId: 'b', channelId: 'other' });
    store.dispatch({ kind: 'channel-shown', serviceId: 'b', channelId: 'room' });
    replace();
    speak(true, 'room');
    expect(asked).toHaveLength(4);
  });

  it('C9 whoever wants the start page wants no channel any more; one who loads anew where they are, does', () => {
    const { store, asked, open, speak } = setUp();
    const reload = (fromStartPage: boolean): void => {
      store.dispatch({ kind: 'reload-requested', serviceId: 'b', fromStartPage });
      store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
      speak(true, 'room');
    };
    speak(true, 'room');
    open('n1', 'b', 'room');
    reload(true);
    expect(asked).toEqual(['b room']);
    open('n2', 'b', 'room');
    reload(false);
    expect(asked).toEqual(['b room', 'b room', 'b room']);
  });

  it('N10 a click on what a page made that is gone, or goes at once, opens its channel once the adapter speaks', () => {
    const { store, asked, clicked, speak } = setUp();
    const shown = (id: string, origin: 'page' | 'worker' = 'page'): void =>
      store.dispatch(
        requested(
          aNotification(id, {
            serviceId: 'a',
            origin,
            message: aMessage({ channel: { id: 'room', name: 'room', kind: 'public' }, messageId: id }),
          }),
        ),
      );
    const click = (notificationId: string): void =>
      store.dispatch({ kind: 'notification-clicked', notificationId });
    const replace = (): void => store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    shown('there');
    shown('gone');
    shown('worked', 'worker');
    click('there');
    replace();
    expect(asked).toEqual([]);
    speak(true, 'room');
    expect(asked).toEqual(['a room there']);
    click('gone');
    click('worked');
    expect([asked.slice(1), clicked]).toEqual([['a room gone'], []]);
  });

  it('I56 remembers the last 500 of each service, and of them the way back alone', () => {
    const { store, clicked, open } = setUp();
    store.dispatch(requested(aNotification('of a')));
    for (let index = 0; index <= 500; index += 1)
      store.dispatch(requested(aNotification(`n${index}`, { serviceId: 'b' })));
    open('n0');
    open('n1');
    open('of a', 'a');
    expect(clicked).toEqual(['n1', 'of a']);
  });
});
