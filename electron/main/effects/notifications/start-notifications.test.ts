import { describe, expect, it } from 'vitest';
import { aNotification, aService, aState } from '../../../core/fixtures.test-support';
import type { PageNotification } from '../../../core/model/notification';
import { createAppStore } from '../../store/app-store';
import type { DesktopNotification, PresenterEvents } from './presenter';
import { startNotifications } from './start-notifications';

const chat = aService('a', { name: 'Team chat' });

function setUp() {
  const store = createAppStore(aState([chat]), (error) => {
    throw error;
  });
  const desktop: string[] = [];
  const shown: DesktopNotification[] = [];
  const page: string[] = [];
  const held: { events: PresenterEvents | undefined } = { events: undefined };
  const stop = startNotifications(store, {
    createPresenter: (events) => {
      held.events = events;
      return {
        show: (notification, replacedId) => {
          shown.push(notification);
          desktop.push(`show ${notification.id}${replacedId === undefined ? '' : ` for ${replacedId}`}`);
        },
        close: (id) => desktop.push(`close ${id}`),
        stop: () => desktop.push('stop'),
      };
    },
    pictureOf: (service, iconUrl) => ({ key: `${service.id} ${iconUrl ?? 'own'}`, png: Buffer.alloc(0) }),
    sendToPage: (notification, event) => page.push(`${event} ${notification.pageId}`),
  });
  const ask = (notification: PageNotification): void =>
    store.dispatch({ kind: 'notification-requested', notification, nowMs: 0 });
  const settled = (): Promise<void> => new Promise(setImmediate);
  const takeDesktop = (): readonly string[] => desktop.splice(0);
  if (held.events === undefined) throw new Error('no presenter was made');
  return { store, events: held.events, shown, page, stop, ask, settled, takeDesktop };
}

describe('startNotifications', () => {
  it('D20 shows what is new with the name and picture of its service, once', () => {
    const { store, ask, shown, takeDesktop } = setUp();
    ask(aNotification('1', { iconUrl: 'https://a.test/i.png', requireInteraction: true }));
    store.dispatch({ kind: 'network-changed', online: false });
    ask(aNotification('2', { silent: true }));
    expect(takeDesktop()).toEqual(['show 1', 'show 2']);
    expect(shown).toMatchObject([
      {
        title: 'Title 1',
        body: 'Body',
        serviceName: 'Team chat',
        picture: { key: 'a https://a.test/i.png' },
        isQuiet: false,
        isLasting: true,
      },
      { picture: { key: 'a own' }, isQuiet: true, isLasting: false },
    ]);
  });

  it('D20 closes what the page withdrew', async () => {
    const { store, ask, page, settled, takeDesktop } = setUp();
    ask(aNotification('1'));
    store.dispatch({
      kind: 'notification-withdrawn',
      serviceId: 'a',
      senderKey: 'doc1',
      pageId: 'page-1',
    });
    await settled();
    expect(takeDesktop()).toEqual(['show 1', 'close 1']);
    expect(page).toEqual(['close page-1']);
  });

  it('D20 puts one of the same tag in the place of the older, quietly unless it wants to be heard', async () => {
    const { ask, page, shown, settled, takeDesktop } = setUp();
    ask(aNotification('1', { tag: 'room' }));
    ask(aNotification('2', { tag: 'room' }));
    ask(aNotification('3', { tag: 'room', renotify: true }));
    ask(aNotification('4', { tag: 'other' }));
    await settled();
    expect(takeDesktop()).toEqual(['show 1', 'show 2 for 1', 'show 3 for 2', 'show 4']);
    expect(shown.map((one) => one.isQuiet)).toEqual([false, true, false, false]);
    expect(page).toEqual(['close page-1', 'close page-2']);
  });

  it('D20 does not end for the page one that it shows anew under the same name', async () => {
    const { ask, page, settled, takeDesktop } = setUp();
    ask(aNotification('1', { pageId: 'p' }));
    ask(aNotification('2', { pageId: 'p' }));
    await settled();
    expect(takeDesktop()).toEqual(['show 1', 'show 2 for 1']);
    expect(page).toEqual([]);
  });

  it('D20 tells the page in order: shown, clicked, closed; the click is an action', async () => {
    const { store, events, ask, page, settled, takeDesktop } = setUp();
    ask(aNotification('1'));
    events.shown('1');
    events.clicked('1');
    events.clicked('1');
    await settled();
    expect(page).toEqual(['show page-1', 'click page-1', 'close page-1']);
    expect(takeDesktop()).toEqual(['show 1', 'close 1']);
    expect(store.getState().persisted.activeServiceId).toBe('a');
  });

  it('D20 tells of a dismissal, and of a failure as an error', async () => {
    const { store, events, ask, page, settled } = setUp();
    ask(aNotification('1'));
    ask(aNotification('2'));
    events.dismissed('1');
    events.failed('2', 'no daemon');
    await settled();
    expect(page).toEqual(['close page-1', 'error page-2']);
    expect(store.getState().session.notifications).toEqual([]);
  });

  it('D20 says nothing to a page that has been replaced', async () => {
    const { store, events, ask, page, settled, takeDesktop } = setUp();
    ask(aNotification('1'));
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    events.shown('1');
    events.clicked('1');
    await settled();
    expect(page).toEqual([]);
    expect(takeDesktop()).toEqual(['show 1', 'close 1']);
  });

  it('D20 takes all away at the end', () => {
    const { ask, stop, takeDesktop } = setUp();
    ask(aNotification('1'));
    ask(aNotification('2'));
    takeDesktop();
    stop();
    ask(aNotification('3'));
    expect(takeDesktop()).toEqual(['close 1', 'close 2', 'stop']);
  });
});
