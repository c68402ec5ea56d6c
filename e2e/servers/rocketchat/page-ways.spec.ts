import { expect, test } from '@playwright/test';
import { type PlainBrowser, startPlainBrowser } from '../lib/browser.js';
import { badgeOf, onStage } from './page-stage.js';

let browser: PlainBrowser;

test.beforeAll(async () => {
  browser = await startPlainBrowser(process.env as Record<string, string>);
});

test.afterAll(() => browser?.close());

test('routes by name, by id, by the desktop and by hand, none with a load; opening reads', () =>
  onStage(browser, { path: 'channel/general' }, async ({ server, page, seen }) => {
    await expect(page).toHaveTitle('general - Team chat');
    await page.evaluate(() => Reflect.set(window, 'marked', true));
    await server.say('private', 'bob', '@alice there');
    await expect(badgeOf(page, 'private')).toHaveText('1');
    const go = (path: string) =>
      page.evaluate(
        (to) => (Reflect.get(window, 'desktop:onNavigateToRoute') as (path: string) => void)(to),
        path,
      );
    await go(`/group/${await server.roomId('private')}`);
    await expect(page).toHaveTitle('private - Team chat');
    await expect
      .poll(async () => (await server.truth())['alice']?.find(({ name }) => name === 'private')?.unread)
      .toBe(0);
    await go('/direct/bob');
    await expect(page).toHaveURL(`${server.url}direct/${await server.roomId('alice,bob')}`);
    await expect(page).toHaveTitle('bob - Team chat');
    await page.evaluate(
      (id) => {
        history.pushState(null, '', `/live/${id}`);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      await server.roomId('Dana Visitor'),
    );
    await expect(page).toHaveTitle('Dana Visitor - Team chat');
    await page.locator('nav a', { hasText: 'Lunch, where?' }).click();
    await expect(page).toHaveTitle('Lunch, where? - Team chat');
    const opened = (await seen()).events.filter(({ name }) => name === 'room-opened');
    expect(opened).toHaveLength(5);
    expect(opened[0]?.detail).not.toHaveProperty('usernames');
    await server.rename('Lunch, where?', 'bob', 'Supper');
    await expect(page).toHaveTitle('Supper - Team chat');
    expect(await page.evaluate(() => Reflect.get(window, 'marked') as boolean)).toBe(true);
  }));

test('calls and documents go to the desktop; a page around this one may send it somewhere', () =>
  onStage(browser, { path: 'channel/general' }, async ({ server, page, seen }) => {
    const callsOf = async (name: string) =>
      (await seen()).calls.filter((one) => one.name === name).map(({ args }) => args);
    await server.call('voice', 'alice', 'bob', 'one');
    await server.call('voice', 'alice', 'bob', 'one', 'end');
    await expect.poll(() => callsOf('closeCustomNotification')).toEqual([['one']]);
    expect(await callsOf('dispatchCustomNotification')).toEqual([
      [
        {
          type: 'voice',
          id: 'one',
          payload: { title: 'bob', body: 'Incoming voice call', requireInteraction: true },
        },
      ],
    ]);
    expect(await callsOf('onTelephonyCallRequested')).toEqual([['a function']]);
    await server.call('video', 'alice', 'bob', 'two');
    await page.getByRole('button', { name: 'Accept call of bob' }).click();
    expect(await callsOf('openInternalVideoChatWindow')).toEqual([
      ['https://meet.test/two', { providerName: 'jitsi' }],
    ]);
    await server.say('general', 'bob', 'the plan', { file: 'plan.pdf' });
    await page.getByRole('link', { name: 'plan.pdf' }).click();
    expect(await callsOf('openDocumentViewer')).toEqual([
      [`${server.url}images/plan.pdf?contentDisposition=inline`, 'PDF', ''],
    ]);
    await server.set('Site_Name', 'Renamed');
    await server.set('Iframe_Integration_receive_enable', true);
    await expect(page).toHaveTitle(/Renamed$/);
    await page.evaluate(() => postMessage({ externalCommand: 'go', path: '/group/private' }));
    await expect(page).toHaveTitle(/private - Renamed$/);
  }));

test('an old client whose notification has no room name goes nowhere on a click; empty ids do no harm', () =>
  onStage(
    browser,
    { version: '6.13.1', seed: { settings: { Push_show_username_room: false } } },
    async ({ server, page, seen }) => {
      await server.say('general', 'bob', 'nameless');
      await expect.poll(async () => (await seen()).notifications).toHaveLength(1);
      await page.evaluate(() => (Reflect.get(window, 'lastNotification') as { onclick(): void }).onclick());
      expect(new URL(page.url()).pathname).toBe('/home');
      const payload = {
        _id: '',
        rid: '',
        tmid: '',
        type: 'l',
        sender: { username: 'guest-1' },
        message: { msg: '' },
      };
      await server.notify('alice', { title: 'A guest waits', text: 'help', payload });
      await expect
        .poll(async () => (await seen()).events.filter(({ name }) => name === 'notification'))
        .toHaveLength(2);
      expect((await seen()).notifications).toHaveLength(1);
    },
  ));

test('a lost line is told, comes back, and nothing said meanwhile is missing', () =>
  onStage(browser, { path: 'channel/general', client: { reconnectMs: 50 } }, async ({ server, page }) => {
    await expect(page.getByRole('status')).toHaveText('');
    const accept = server.faults.refuseSockets();
    server.dropSockets();
    await expect(page.getByRole('status')).toHaveText('Waiting for the server');
    await server.say('general', 'bob', 'said meanwhile');
    await server.say('alice,bob', 'bob', 'and this');
    accept();
    await expect(page.locator('.messages li').last()).toHaveText('bob: said meanwhile');
    await expect(badgeOf(page, 'bob').first()).toHaveText('1');
  }));

test('below a path, over TLS, with tokens for the session only, a late require, and signed in by address', () =>
  onStage(
    browser,
    {
      rootPath: '/chat',
      tls: true,
      isSignedIn: false,
      client: { tokenStorage: 'session', requireDelayMs: 300 },
    },
    async ({ server, page, seen }) => {
      const { 'Meteor.userId:/:/chat': userId = '', 'Meteor.loginToken:/:/chat': token = '' } =
        await server.storageFor('alice');
      await page.goto(`${server.url}home?resumeToken=${token}&userId=${userId}`);
      await expect(page.locator('nav a')).toHaveCount(10);
      expect(page.url()).toBe(`${server.url}home`);
      const kept = await page.evaluate(() => ({
        session: Object.entries(sessionStorage),
        local: Object.entries(localStorage),
      }));
      expect(kept).toEqual({
        session: expect.arrayContaining([['Meteor.loginToken:/:/chat', token]]),
        local: [],
      });
      await page.locator('nav a', { hasText: 'general' }).click();
      await expect(page).toHaveURL(`${server.url}channel/general`);
      await expect.poll(async () => (await seen()).requireAtMs).toBeGreaterThan(300);
    },
  ));
