import { expect, type Page, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../../support/desktop.js';
import { callsOf, lastCall, lendDesktop, nextCall, setEchoing, tellPage } from './desktop-double.js';
import { type Mattermost, startMattermost } from './mattermost.js';
import { type PageBrowser, readSidebar, setFocus, startPageBrowser } from './page-browser.js';

let desktop: Desktop;
let mattermost: Mattermost;
let browser: PageBrowser;
let page: Page;

test.beforeAll(async () => {
  desktop = await startDesktop();
  browser = await startPageBrowser(desktop.env);
  await browser.beDesktop(true);
  ({ page } = browser);
  await lendDesktop(page);
});

test.afterAll(async () => {
  await browser?.close();
  await desktop?.stop();
});

test.beforeEach(async () => {
  mattermost = await startMattermost({ reconnectMs: 100 });
});

test.afterEach(async () => {
  await browser?.forget();
  await mattermost?.stop();
});

const visit = (path: string) => browser.visit(mattermost, 'alice', path);

const channel = (name: string) => page.locator(`#sidebarItem_${name}`);
const notified = async () => (await lastCall(page, 'sendNotification'))?.slice(0, 2);
const truthOf = async (user: string, team: string) => {
  const channels = (await mattermost.truth())[user] ?? [];
  return channels
    .filter((one) => one.team === team || one.team === '')
    .map(({ name, mentions, unread, muted: isMuted }) => ({
      name,
      mentions,
      isUnread: mentions > 0 || (unread > 0 && !isMuted),
      isMuted,
    }));
};

test('the form signs in, refuses a wrong password, and the desktop is told in the vendor’s order', async () => {
  await page.goto(`${mattermost.url}/engineering/channels/builds`);
  await page.fill('#input_loginId', 'alice');
  await page.fill('#input_password-input', 'not-it');
  await page.click('#saveSetting');
  await expect(page.getByRole('alert')).toContainText('valid email or username');
  expect((await callsOf(page)).map(([name]) => name)).toEqual([
    'getAppInfo',
    'reactAppInitialized',
    'setSessionExpired',
  ]);
  await page.fill('#input_password-input', 'alice-pw');
  await page.click('#saveSetting');
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Builds');
  await expect(page).toHaveTitle('Builds - Engineering Mattermost');
  await expect.poll(() => lastCall(page, 'onLogin')).toEqual([]);
  await page.reload();
  await expect.poll(() => lastCall(page, 'reactAppInitialized')).toEqual([]);
  const names = (await callsOf(page)).map(([name]) => name);
  expect(names[0]).toBe('getAppInfo');
  expect(names.slice(-2)).toEqual(['onLogin', 'reactAppInitialized']);
});

test('messages reach list, title, favicon and desktop; a notification says its channel, team and url', async () => {
  await visit('/engineering/channels/town-square');
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([false, 0]);
  await mattermost.say('engineering/builds', 'bob', 'plain');
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([true, 0]);
  await expect(page).toHaveTitle('Town Square - Engineering Mattermost');
  const icon = page.locator('link[rel=icon][sizes="32x32"]');
  await expect(icon).toHaveAttribute('href', /favicon-unread-32x32\.png$/);
  await mattermost.say('garden/roses', 'bob', '**@alice** see [this](https://x.test)');
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([true, 1]);
  await expect(page).toHaveTitle('(1) Town Square - Engineering Mattermost');
  await expect(icon).toHaveAttribute('href', /favicon-mentions-32x32\.png$/);
  expect(await lastCall(page, 'sendNotification')).toEqual([
    'Roses',
    '@bob: @alice see this',
    await mattermost.channelId('garden/roses'),
    await mattermost.teamId('garden'),
    '/garden/channels/roses',
    false,
    'Bing',
  ]);
  await mattermost.say('alice,bob', 'bob', 'psst');
  await expect.poll(() => notified()).toEqual(['Direct Message', '@bob: psst']);
  expect((await lastCall(page, 'sendNotification'))?.[4]).toMatch(
    /^\/engineering\/channels\/\w{26}__\w{26}$/,
  );
  await expect.poll(() => readSidebar(page)).toEqual(await truthOf('alice', 'engineering'));
});

test('the page goes elsewhere only when the desktop says so back, and a click on a notification does', async () => {
  await visit('/engineering/channels/town-square');
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Town Square');
  await setEchoing(page, false);
  await channel('builds').click();
  await expect.poll(() => lastCall(page, 'sendBrowserHistoryPush')).toEqual(['/engineering/channels/builds']);
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Town Square');
  await tellPage(page, 'push', '/engineering/channels/builds');
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Builds');
  await setEchoing(page, true);
  await mattermost.say('garden/roses', 'bob', 'hello @alice');
  const loads = await page.evaluate(() => performance.timeOrigin);
  await tellPage(
    page,
    'click',
    await mattermost.channelId('garden/roses'),
    await mattermost.teamId('garden'),
    '/garden/channels/roses',
  );
  await expect(page).toHaveTitle(/Roses - Garden Club/);
  expect(page.url()).toBe(`${mattermost.url}/garden/channels/roses`);
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loads);
  await expect
    .poll(async () => (await truthOf('alice', 'garden')).find(({ name }) => name === 'Roses'))
    .toMatchObject({ mentions: 0, isUnread: false });
});

test('a channel opens by its id, and conversations by theirs', async () => {
  const builds = await mattermost.channelId('engineering/builds');
  await visit(`/engineering/channels/${builds}`);
  await expect(page).toHaveURL(`${mattermost.url}/engineering/channels/builds`);
  await mattermost.say('alice,bob', 'bob', 'psst');
  const direct = await mattermost.channelId('alice,bob');
  await tellPage(page, 'push', `/garden/channels/${direct}`);
  await expect(page).toHaveURL(`${mattermost.url}/garden/messages/@bob`);
  await expect(page).toHaveTitle(/bob - Garden Club Mattermost$/);
  const post = await mattermost.say('garden/roses', 'bob', 'look here');
  await tellPage(page, 'push', `/garden/pl/${post.id}`);
  await expect(page).toHaveURL(`${mattermost.url}/garden/channels/roses/${post.id}`);
  await tellPage(page, 'push', '/garden/channels/no-such-channel');
  await expect(page).toHaveURL(`${mattermost.url}/garden/channels/town-square`);
});

test('what happens elsewhere is seen at once: read, muted, renamed, left, archived', async () => {
  await visit('/engineering/channels/town-square');
  await expect(channel('builds')).toBeVisible();
  const post = await mattermost.say('engineering/builds', 'bob', 'hello @alice');
  await mattermost.say('engineering/leads', 'bob', 'plain');
  const isRight = () => expect.poll(() => readSidebar(page)).toEqual(wanted);
  let wanted = await truthOf('alice', 'engineering');
  expect(wanted.find(({ name }) => name === 'Builds')).toMatchObject({ mentions: 1 });
  await isRight();
  for (const doIt of [
    () => mattermost.readElsewhere('engineering/builds', 'alice'),
    () => mattermost.markUnreadElsewhere(post.id, 'alice'),
    () => mattermost.muteElsewhere('engineering/leads', 'alice'),
    () => mattermost.rename('engineering/builds', 'bob', 'Nightly'),
    () => mattermost.leave('engineering/builds', 'alice'),
    () => mattermost.join('engineering/builds', 'alice', 'bob'),
    () => mattermost.archive('engineering/builds'),
    () => mattermost.archive('engineering/builds', false),
    () => mattermost.say('alice,bob,carol', 'carol', 'three of us'),
  ]) {
    await doIt();
    wanted = (await truthOf('alice', 'engineering')).toSorted((one, other) =>
      one.name.localeCompare(other.name),
    );
    await expect
      .poll(async () =>
        (await readSidebar(page)).toSorted((one, other) => one.name.localeCompare(other.name)),
      )
      .toEqual(wanted);
  }
});

test('a muted channel makes neither notification nor count, and is muted on the server by the page', async () => {
  await visit('/engineering/channels/leads');
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  expect((await truthOf('alice', 'engineering')).find(({ name }) => name === 'Leads')).toMatchObject({
    isMuted: true,
  });
  await setFocus(page, false);
  await mattermost.say('engineering/leads', 'bob', 'plain, for @channel');
  await expect(page.locator('#postListContent')).toContainText('for @channel');
  expect(await lastCall(page, 'setUnreadsAndMentions')).toEqual([false, 0]);
  await mattermost.say('engineering/leads', 'bob', 'in person, @alice');
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([true, 0]);
  expect(await notified()).toBeUndefined();
});

test('replies go to their thread when collapsed', async () => {
  const root = await mattermost.say('engineering/builds', 'alice', 'root');
  await visit('/engineering/channels/town-square');
  await expect.poll(() => lastCall(page, 'onLogin')).toEqual([]);
  const reply = await mattermost.reply(root.id, 'bob', 'for @alice');
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([true, 1]);
  expect(await notified()).toEqual(['Reply in Builds', '@bob: for @alice']);
  const url = `/engineering/pl/${reply.id}`;
  expect((await lastCall(page, 'sendNotification'))?.[4]).toBe(url);
  await tellPage(page, 'click', root.channel_id, root.channel_id, url);
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([false, 0]);
  await channel('threads').click();
  await expect(page).toHaveTitle(/Threads - Engineering Mattermost$/);
});

test('the page comes back by itself after an outage, with what happened meanwhile', async () => {
  await visit('/engineering/channels/town-square');
  await mattermost.halt();
  await mattermost.say('engineering/builds', 'bob', 'while @alice was away');
  await mattermost.resume();
  const wanted = await truthOf('alice', 'engineering');
  await expect.poll(() => readSidebar(page)).toEqual(wanted);
});

test('a session that ends leads to the form, and the desktop is told; so is logging out', async () => {
  await visit('/engineering/channels/town-square');
  await expect.poll(() => lastCall(page, 'onLogin')).toEqual([]);
  await page.waitForLoadState('networkidle'); // else it finds out by itself, from what it asks at its start
  await mattermost.signOut('alice');
  await channel('builds').click();
  await expect(page.getByRole('alert')).toContainText('session has expired');
  await expect.poll(() => lastCall(page, 'setSessionExpired')).toEqual([true]);
  await page.fill('#input_loginId', 'alice');
  await page.fill('#input_password-input', 'alice-pw');
  await page.click('#saveSetting');
  await expect.poll(() => lastCall(page, 'setSessionExpired')).toEqual([false]);
  const leaving = Promise.all([page.waitForURL('**/login'), nextCall(page, 'onLogout')]);
  await page.click('#logout');
  await leaving;
  await expect.poll(() => lastCall(page, 'setSessionExpired')).toEqual([false]);
});

test('of 500 messages in 20 channels each is notified once, with its own channel', async () => {
  await mattermost.stop();
  const names = Array.from({ length: 20 }, (_, index) => `channel-${index}`);
  mattermost = await startMattermost({
    seed: { channels: names.map((name) => ({ team: 'engineering', name })) },
  });
  await visit('/engineering/channels/town-square');
  const said = [];
  for (let index = 0; index < 500; index += 1)
    said.push(await mattermost.say(`engineering/${names[(index * 7) % 20]}`, 'bob', `@alice ${index}`));
  const notified = async () => (await callsOf(page)).filter(([name]) => name === 'sendNotification');
  await expect.poll(async () => (await notified()).length).toBe(500);
  const seen = (await notified()).map(([, , body, channelId]) => `${String(channelId)} ${String(body)}`);
  expect(seen).toEqual(said.map((post) => `${post.channel_id} @bob: ${post.message}`));
  await expect.poll(() => lastCall(page, 'setUnreadsAndMentions')).toEqual([true, 500]);
});
