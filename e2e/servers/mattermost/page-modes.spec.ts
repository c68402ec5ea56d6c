import { expect, type Page, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../../support/desktop.js';
import { type Mattermost, startMattermost } from './mattermost.js';
import { type PageBrowser, setFocus, startPageBrowser } from './page-browser.js';

/** What a page said by messages, and the notifications it made. */
interface Noted {
  readonly messages: { readonly type: string; readonly message?: unknown }[];
  readonly notifications: Notification[];
}

let desktop: Desktop;
let mattermost: Mattermost;
let browser: PageBrowser;
let page: Page;

test.beforeAll(async () => {
  desktop = await startDesktop();
  browser = await startPageBrowser(desktop.env);
  ({ page } = browser);
  await page.addInitScript(noteWhatHappens);
});

test.afterAll(async () => {
  await browser?.close();
  await desktop?.stop();
});

test.beforeEach(async () => {
  mattermost = await startMattermost();
});

test.afterEach(async () => {
  await browser?.forget();
  await mattermost?.stop();
});

function noteWhatHappens(): void {
  const noted: Noted = { messages: [], notifications: [] };
  const Native = Notification;
  const Noting = function (title: string, options?: NotificationOptions) {
    const made = new Native(title, options);
    noted.notifications.push(made);
    return made;
  };
  Object.setPrototypeOf(Noting, Native);
  window.addEventListener('message', ({ data }: MessageEvent<Noted['messages'][number]>) =>
    noted.messages.push(data),
  );
  Object.assign(window, { noted, Notification: Noting });
}

const messagesOf = () => page.evaluate(() => (window as unknown as { noted: Noted }).noted.messages);

test('in a browser the page notifies by itself, with its text as the tag and no channel; a click opens it', async () => {
  await browser.visit(mattermost, 'alice', '/engineering/channels/town-square');
  await expect(page).toHaveTitle('Town Square - Engineering Mattermost');
  const arriving = desktop.nextNotification((one) => one.body.includes('look <b>here'));
  await mattermost.say('garden/roses', 'bob', '@alice look <b>here</b>');
  expect((await arriving).title).toBe('Roses');
  await expect(page).toHaveTitle('(1) Town Square - Engineering Mattermost');
  const made = await page.evaluate(() => {
    const [first] = (window as unknown as { noted: Noted }).noted.notifications;
    return { tag: first?.tag, body: first?.body, icon: first?.icon, silent: first?.silent };
  });
  const body = '@bob: @alice look <b>here</b>';
  expect(made).toEqual({
    tag: body,
    body,
    icon: `${mattermost.url}/static/images/icon50x50.png`,
    silent: false,
  });
  expect(await messagesOf()).toEqual([]);
  await page.evaluate(() => {
    (window as unknown as { noted: Noted }).noted.notifications[0]?.dispatchEvent(new Event('click'));
  });
  await expect(page).toHaveURL(`${mattermost.url}/garden/channels/roses`);
  await expect(page).toHaveTitle('Roses - Garden Club Mattermost');
});

test('nothing is notified of what is on screen, of plain messages, and while the person wants no disturbance', async () => {
  await browser.visit(mattermost, 'alice', '/engineering/channels/builds');
  await expect(page).toHaveTitle('Builds - Engineering Mattermost');
  await setFocus(page, true);
  await mattermost.say('engineering/builds', 'bob', '@alice, on screen');
  await expect(page.locator('#postListContent')).toContainText('on screen');
  await mattermost.say('engineering/leads', 'bob', 'plain');
  await mattermost.setStatus('alice', 'dnd');
  await mattermost.say('engineering/leads', 'bob', '@alice, not now');
  await mattermost.setStatus('alice', 'online');
  await expect(page.locator('#sidebarItem_leads .badge')).toHaveText('1');
  await setFocus(page, false);
  await mattermost.say('engineering/builds', 'bob', '@alice, while you look away');
  const titles = () =>
    page.evaluate(() => (window as unknown as { noted: Noted }).noted.notifications.map((one) => one.body));
  await expect.poll(titles).toEqual(['@bob: @alice, while you look away']);
  await expect(page).toHaveTitle('(2) Builds - Engineering Mattermost');
  await setFocus(page, true);
  await expect(page).toHaveTitle('(1) Builds - Engineering Mattermost');
});

test('with replies not collapsed they count and notify as any message', async () => {
  await mattermost.collapseThreads('alice', false);
  const root = await mattermost.say('engineering/builds', 'alice', 'root');
  await browser.visit(mattermost, 'alice', '/engineering/channels/town-square');
  await expect(page.locator('#sidebarItem_builds')).toBeVisible();
  await expect(page.locator('#sidebarItem_threads')).toHaveCount(0);
  const arriving = desktop.nextNotification((one) => one.body.includes('a reply'));
  await mattermost.reply(root.id, 'bob', '@alice, a reply');
  expect((await arriving).title).toBe('Builds');
  await expect(page.locator('#sidebarItem_builds .badge')).toHaveText('1');
});

test('a desktop without the newer functions is spoken with by messages', async () => {
  await browser.beDesktop(true);
  await browser.visit(mattermost, 'alice', '/login', false);
  await expect.poll(() => messagesOf()).toEqual([{ type: 'webapp-ready' }]);
  await page.evaluate(() => {
    window.postMessage(
      { type: 'register-desktop', message: { name: 'Old', version: '5.0.1' } },
      location.origin,
    );
  });
  await mattermost.whenListening('alice');
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Town Square');
  await mattermost.say('garden/roses', 'bob', 'for @alice');
  const channelId = await mattermost.channelId('garden/roses');
  const teamId = await mattermost.teamId('garden');
  const sent = async () => (await messagesOf()).find(({ type }) => type === 'dispatch-notification')?.message;
  await expect
    .poll(sent)
    .toMatchObject({ title: 'Roses', body: '@bob: for @alice', channel: { id: channelId }, teamId });
  await page.evaluate(
    (message) => {
      window.postMessage({ type: 'notification-clicked', message }, location.origin);
    },
    { channel: { id: channelId }, teamId, url: '/garden/channels/roses' },
  );
  const pushed = async () =>
    (await messagesOf()).find(({ type }) => type === 'browser-history-push')?.message;
  await expect.poll(pushed).toEqual({ path: '/garden/channels/roses' });
  await page.evaluate(() => {
    window.postMessage(
      { type: 'browser-history-push-return', message: { pathName: '/garden/channels/roses' } },
      location.origin,
    );
  });
  await expect(page).toHaveTitle('Roses - Garden Club Mattermost');
});
