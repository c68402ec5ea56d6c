import { expect, test } from '@playwright/test';
import { aNotification, aService, aState, requested } from '../../electron/core/fixtures.test-support';
import type { ActionKind } from '../../electron/core/state/actions';
import { createLinuxPresenter } from '../../electron/main/effects/notifications/linux-presenter';
import { toNotificationActions } from '../../electron/main/effects/notifications/notification-actions';
import { startNotifications } from '../../electron/main/effects/notifications/start-notifications';
import { createSessionBus } from '../../electron/main/session-bus/session-bus';
import { createAppStore, type AppStore, type Stop } from '../../electron/main/store/app-store';
import { type Desktop, startDesktop } from '../support/desktop.js';

// The effect and the presenter as they are in the app, on a real bus with a real daemon.
let desktop: Desktop;
let store: AppStore;
let stop: Stop;
const page: string[] = [];
const heard: string[] = [];

test.beforeEach(async () => {
  desktop = await startDesktop({ isDisplayShared: true, hasTray: false });
  store = createAppStore(aState([aService('a', { name: 'Team chat' })]), (error) => {
    throw error;
  });
  const bus = createSessionBus({ address: desktop.busAddress, load: () => import('dbus-next') });
  const translate = (key: string, values?: object): string => [key, ...Object.values(values ?? {})].join(' ');
  page.length = heard.length = 0;
  const kinds: readonly ActionKind[] = [
    'notification-clicked',
    'notification-acted',
    'summary-clicked',
    'summary-dismissed',
  ];
  for (const kind of kinds)
    store.onAction(kind, (action) => heard.push('action' in action ? `${kind} ${action.action}` : kind));
  const stopShowing = startNotifications(store, {
    createPresenter: (events) =>
      createLinuxPresenter(events, {
        bus,
        urlOf: () => Promise.resolve(undefined),
        translate,
        desktopEntry: 'foyer',
      }),
    pictureOf: () => undefined,
    actionsOf: (notification, service) => toNotificationActions(notification, service.name, translate),
    nowMs: Date.now,
    sendToPage: (notification, event) => page.push(`${event} ${notification.title}`),
  });
  stop = () => {
    stopShowing();
    bus.close();
  };
});

test.afterEach(async () => {
  stop();
  await desktop.stop();
});

const shown = () => desktop.counts().then((counts) => counts.shown);

test('D26 a conversation is muted from its notification; the page hears a closing and no click', async () => {
  const arriving = desktop.nextNotification(({ title }) => title.includes('#random'));
  store.dispatch(requested(aNotification('1', { title: '#random' })));
  const one = await arriving;
  expect(one.actions.map(({ key }) => key)).toEqual(['default', 'mute-hour', 'mute']);
  expect(one.actions.map(({ label }) => label)).toEqual([
    'notification.open',
    'notification.muteHour Team chat',
    'notification.mute Team chat',
  ]);
  await expect.poll(() => page).toEqual(['show #random']);
  await desktop.act(one.id, 'mute-hour');
  await expect.poll(() => heard).toEqual(['notification-acted mute-hour']);
  await expect.poll(() => page).toEqual(['show #random', 'close #random']);
  await expect.poll(shown).toBe(0);
});

test('D27 the summary comes without sound and service, and its click is its own', async () => {
  const arriving = desktop.nextNotification(() => true);
  const summary = { id: 's1', title: '4 messages were held', body: '#random 3 · Ann 1', filter: {} };
  store.dispatch({ kind: 'summary-shown', summary });
  const one = await arriving;
  expect(one).toMatchObject({ title: '4 messages were held', body: '#random 3 · Ann 1' });
  expect(one.hints['suppress-sound']).toBe(true);
  expect(one.actions.map(({ key }) => key)).toEqual(['default']);
  await desktop.click(one.id);
  await expect.poll(() => heard).toEqual(['summary-clicked']);
  await expect.poll(shown).toBe(0);
});
