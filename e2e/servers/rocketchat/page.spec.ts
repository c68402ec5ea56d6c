import { expect, test } from '@playwright/test';
import { type PlainBrowser, startPlainBrowser } from '../lib/browser.js';
import { clientConfig } from './client-config.js';
import { badgeOf, onStage } from './page-stage.js';
import { readAsDesktop } from './page-watch.js';
import { VERSIONS } from './versions.js';

let browser: PlainBrowser;

test.beforeAll(async () => {
  browser = await startPlainBrowser(process.env as Record<string, string>);
});

test.afterAll(() => browser?.close());

/** Below 7.8 Meteor's session knows the number; from 8 on the desktop may lead the page, and old rooms are not told again. */
const CLIENTS: Readonly<Record<(typeof VERSIONS)[number], readonly [unread: boolean, leads: boolean]>> = {
  '4.8.7': [true, false],
  '6.13.1': [true, false],
  '7.9.0': [false, false],
  '8.1.0': [false, true],
};

for (const version of VERSIONS) {
  test(`the page of ${version} answers a desktop's questions and does what its client does`, () =>
    onStage(browser, { version }, async ({ server, page, seen }) => {
      const { modules } = clientConfig(version, server.url, '');
      const [hasSessionUnread, hasRouteNavigation] = CLIENTS[version];
      await server.say('alice,bob', 'bob', 'psst');
      await expect(page).toHaveTitle('(1) Team chat');
      expect(await readAsDesktop(page, modules)).toEqual({
        version,
        home: `${server.url}channel/general`,
        userId: await server.userId('alice'),
        commit: 'c0ffee',
        unread: hasSessionUnread ? 1 : undefined,
        title: 'Team chat',
      });
      const calls = (await seen()).calls.map(({ name, args }) => [name, args[0]]);
      expect(calls).toContainEqual(['setTitle', 'Team chat']);
      expect(calls).toContainEqual(['setFavicon', 'images/logo/icon.svg']);
      expect(calls).toContainEqual(['setUrlResolver', 'a function']);
      expect(calls.some(([name]) => name === 'onNavigateToRoute')).toBe(hasRouteNavigation);
      expect(calls.some(([name]) => name === 'setBadge')).toBe(false);
    }));
}

test('signing in by the form: refused, then let in, kept where Meteor keeps it, and out again', () =>
  onStage(browser, { isSignedIn: false, as: 'browser' }, async ({ server, page }) => {
    await page.fill('input[name=usernameOrEmail]', 'alice');
    await page.fill('input[name=password]', 'wrong');
    await page.click('button[type=submit]');
    await expect(page.getByRole('alert')).toHaveText('User not found or incorrect password');
    await page.fill('input[name=password]', 'alice-pw');
    await page.click('button[type=submit]');
    await expect(page.locator('nav a')).toHaveCount(10);
    const kept = await page.evaluate((): Record<string, string> => ({
      ...Object.fromEntries(Object.entries(localStorage)),
      cookies: document.cookie,
    }));
    expect(kept).toMatchObject({
      'Meteor.userId': await server.userId('alice'),
      'Meteor.loginToken': expect.any(String),
      'Meteor.loginTokenExpires': expect.any(String),
      cookies: expect.stringContaining(`rc_uid=${await server.userId('alice')}`),
    });
    expect(kept['cookies']).toContain(`rc_token=${kept['Meteor.loginToken']}`);
    await page.reload();
    await expect(page.locator('nav a')).toHaveCount(10);
    await server.signOut('alice');
    await expect(page.locator('form.login')).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }));

test('unread: events by subscription, total, dot and title; hidden rooms leave without a word', () =>
  onStage(browser, {}, async ({ server, page, seen }) => {
    const totals = async () =>
      (await seen()).events.filter(({ name }) => name === 'unread-changed').map(({ detail }) => detail);
    await server.say('general', 'bob', 'nothing for anybody');
    await expect(page).toHaveTitle('(•) Team chat');
    await server.say('general', 'bob', '@alice look');
    await server.say('alice,bob', 'bob', 'psst');
    await expect(page).toHaveTitle('(2) Team chat');
    await expect(badgeOf(page, 'general')).toHaveText('1');
    const { events } = await seen();
    const last = events.findLast(({ name }) => name === 'unread-changed-by-subscription');
    expect(last?.detail).toMatchObject({
      t: 'd',
      rid: await server.roomId('alice,bob'),
      unread: 1,
      alert: true,
    });
    expect(last?.detail).not.toHaveProperty('u');
    const rid = await server.roomId('general');
    const ofGeneral = async () =>
      (await seen()).events.filter(({ detail }) => (detail as { rid?: string } | null)?.rid === rid).length;
    const before = await ofGeneral();
    await server.hide('general', 'alice');
    await expect(page).toHaveTitle('(1) Team chat');
    expect(await ofGeneral()).toBe(before);
    await server.readElsewhere('alice,bob', 'alice');
    await expect(page).toHaveTitle('Team chat');
    expect((await totals()).at(-1)).toBe(0);
    await server.preferElsewhere('busy', 'alice', 'hideUnreadStatus', '1');
    await server.say('busy', 'bob', '@alice unseen');
    await expect(badgeOf(page, 'busy')).toHaveText('1');
    await expect(page).toHaveTitle('Team chat');
  }));

test('more than 999 are 999+, and old clients tell of every room each time', () =>
  onStage(browser, { version: '6.13.1' }, async ({ server, page, seen }) => {
    const rid = await server.roomId('alice,bob');
    const uid = await server.userId('alice');
    await server.keeper.change('subscriptions', `${uid}/${rid}`, (now) =>
      now ? { keep: { ...now, unread: 999 } } : {},
    );
    await server.say('alice,bob', 'bob', 'one more');
    await expect(page).toHaveTitle('(999+) Team chat');
    const { modules } = clientConfig('6.13.1', server.url, '');
    expect(await readAsDesktop(page, modules)).toMatchObject({ unread: '999+' });
    const { events } = await seen();
    const at = events.findLastIndex(({ name }) => name === 'unread-changed');
    expect(events.slice(at - 10, at).every(({ name }) => name === 'unread-changed-by-subscription')).toBe(
      true,
    );
  }));

test('a notification: the event with the room, then Notification by message id; a click and a reply', () =>
  onStage(browser, {}, async ({ server, page, seen }) => {
    const { _id } = await server.say('general', 'bob', 'look <b>here</b>');
    await expect.poll(async () => (await seen()).notifications).toHaveLength(1);
    const { events, notifications } = await seen();
    expect(events.find(({ name }) => name === 'notification')?.detail).toMatchObject({
      notification: {
        title: '#general',
        payload: { _id, rid: await server.roomId('general'), name: 'general' },
      },
      fromOpenedRoom: false,
    });
    expect(notifications[0]).toEqual({
      title: '#general',
      options: {
        icon: '/avatar/bob',
        body: 'bob: look here',
        tag: _id,
        canReply: true,
        silent: true,
        requireInteraction: false,
      },
    });
    const marked = await page.evaluate(() => {
      Reflect.set(window, 'marked', true);
      const shown = Reflect.get(window, 'lastNotification') as EventTarget & { onclick(): void };
      shown.dispatchEvent(Object.assign(new Event('reply'), { response: 'seen' }));
      shown.onclick();
      return location.pathname + location.search;
    });
    expect(marked).toBe(`/channel/general?jump=${_id}`);
    await expect(page.locator('.messages li').last()).toHaveText('alice: seen');
    expect(await page.evaluate(() => Reflect.get(window, 'marked') as boolean)).toBe(true);
    await server.say('sealed', 'bob', 'secret');
    await expect.poll(async () => (await seen()).notifications.at(-1)?.options['body']).toBe('bob: secret');
    const last = (await seen()).events.findLast(({ name }) => name === 'notification');
    expect(JSON.stringify(last?.detail)).not.toContain('secret');
  }));
