import { describe, expect, it } from 'vitest';
import { aNotification, aService, aState, requested } from '../../../core/fixtures.test-support';
import type { PageNotification } from '../../../core/model/notification';
import type { FocusSummary } from '../../../core/state/app-state';
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
    actionsOf: ({ id }, service) => [
      { id: 'mute-hour', label: `${service.name} ${id} 1 h` },
      { id: 'mute', label: service.name },
    ],
    nowMs: () => 7,
    sendToPage: (notification, event) => page.push(`${event} ${notification.pageId}`),
  });
  const ask = (notification: PageNotification): void => store.dispatch(requested(notification));
  const settled = (): Promise<void> => new Promise(setImmediate);
  const takeDesktop = (): readonly string[] => desktop.splice(0);
  if (held.events === undefined) throw new Error('no presenter was made');
  return { store, events: held.events, shown, page, stop, ask, settled, takeDesktop };
}

describe('startNotifications', () => {
  it('N28 gives the desktop the beginning of a long text', () => {
    const { ask, shown } = setUp();
    ask(aNotification('1', { body: 'word '.repeat(400) }));
    expect(shown[0]?.body).toMatch(/^(?:word ){119}word…$/);
  });

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

  it('D26 what is picked is an action: the page hears that it is closed, and its service is not brought up', async () => {
    const { store, events, ask, page, shown, settled, takeDesktop } = setUp();
    const acts: unknown[] = [];
    store.onAction('notification-acted', (action) => acts.push(action));
    store.dispatch({ kind: 'page-shown', page: 'settings' });
    ask(aNotification('1'));
    ask(aNotification('2'));
    expect(shown[0]?.actions).toEqual([
      { id: 'mute-hour', label: 'Team chat 1 1 h' },
      { id: 'mute', label: 'Team chat' },
    ]);
    events.acted('1', 'mute-hour');
    events.acted('2', 'something');
    await settled();
    expect(acts).toEqual([
      { kind: 'notification-acted', notificationId: '1', action: 'mute-hour', nowMs: 7 },
    ]);
    expect(page).toEqual(['close page-1']);
    expect(takeDesktop()).toEqual(['show 1', 'show 2', 'close 1']);
    expect(store.getState().session.page).toBe('settings');
  });

  const aSummary = (id: string): FocusSummary => ({
    id,
    title: '4 messages held',
    body: 'Team chat 4',
    filter: {},
  });

  it('D27 shows the summary: no service, no sound, no actions; a newer one takes its place', () => {
    const { store, shown, takeDesktop } = setUp();
    store.dispatch({ kind: 'summary-shown', summary: aSummary('s1') });
    store.dispatch({ kind: 'summary-shown', summary: aSummary('s2') });
    expect(takeDesktop()).toEqual(['show s1', 'show s2 for s1']);
    expect(shown[0]).toEqual({
      id: 's1',
      title: '4 messages held',
      body: 'Team chat 4',
      serviceName: undefined,
      picture: undefined,
      isQuiet: true,
      isLasting: false,
      actions: [],
    });
    store.dispatch({ kind: 'summary-dismissed' });
    expect(takeDesktop()).toEqual(['close s2']);
  });

  it.each<[string, (events: PresenterEvents) => void, string]>([
    ['a click', (events) => events.clicked('s1'), 'summary-clicked'],
    ['a dismissal', (events) => events.dismissed('s1'), 'summary-dismissed'],
    ['a failure', (events) => events.failed('s1', 'no daemon'), 'summary-dismissed'],
  ])('D27 passes on %s', async (_, happen, kind) => {
    const { store, events, page, settled } = setUp();
    const heard: string[] = [];
    for (const one of ['summary-clicked', 'summary-dismissed', 'notification-failed'] as const)
      store.onAction(one, (action) => heard.push(action.kind));
    store.dispatch({ kind: 'summary-shown', summary: aSummary('s1') });
    events.shown('s1');
    happen(events);
    await settled();
    expect(heard).toEqual([kind]);
    expect(page).toEqual([]);
    expect(store.getState().session.summary).toBeUndefined();
  });

  it('D27 takes the summary away at the end', () => {
    const { store, stop, takeDesktop } = setUp();
    store.dispatch({ kind: 'summary-shown', summary: aSummary('s1') });
    stop();
    expect(takeDesktop()).toEqual(['show s1', 'close s1', 'stop']);
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
