import { expect, type Page, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { startIrcPerson } from '../support/irc-person.js';
import { type Ircd, startIrcd } from './ircd.js';
import { type PlainBrowser, startPlainBrowser } from './lib/browser.js';
import { type Lounge, startLounge } from './lounge.js';

test.describe.configure({ mode: 'serial' });

let ircd: Ircd;
let lounge: Lounge;
let desktop: Desktop;
let browser: PlainBrowser;

test.beforeAll(async () => {
  ircd = await startIrcd();
  [lounge, desktop] = await Promise.all([startLounge({ ircd }), startDesktop()]);
  browser = await startPlainBrowser(desktop.env);
  await lounge.whenJoined();
});

test.afterAll(async () => {
  await browser?.close();
  await Promise.all([desktop?.stop(), lounge?.stop()]);
  await ircd?.stop();
});

const joinedRooms = (page: Page) =>
  page
    .locator('.channel-list-item[data-type=channel]:not(.parted-channel)')
    .evaluateAll((rooms) => rooms.map((room) => room.getAttribute('data-name')));

test('The Lounge refuses a wrong password and shows its rooms for the right one', async () => {
  const { page } = browser;
  await page.goto(lounge.pageUrl);
  await page.fill('#signin-username', 'bob');
  await page.fill('#signin-password', 'not-it');
  await page.click('button[type=submit]');
  await expect(page.locator('#sign-in .error')).toHaveText('Authentication failed.');
  await page.fill('#signin-password', 'bob-pw');
  await page.click('button[type=submit]');
  await expect.poll(() => joinedRooms(page)).toEqual(['#general', '#busy', '#private']);
});

test('a prepared session opens the page signed in, and what others say arrives', async () => {
  const { page } = browser;
  await browser.open(lounge.urlFor('alice'), lounge.storageFor('alice'));
  await expect.poll(() => joinedRooms(page)).toHaveLength(3);
  await page.click('.channel-list-item[data-name="#general"]');
  await expect(page).toHaveTitle('#general — The Lounge');
  const carol = await startIrcPerson(ircd, 'carol', ['#general', '#busy', '#private']);
  const arriving = desktop.nextNotification((one) => one.title.includes('carol'));
  await carol.say('#busy', 'nothing for anybody');
  await carol.say('#private', 'alice: look <b>here</b>');
  const arrived = await arriving;
  expect(arrived.title).toBe('carol (#private) says:');
  expect(arrived.body).toContain('alice: look');
  expect(arrived.image).toMatchObject({ width: 192, height: 192 });
  expect(Math.abs(Date.now() - arrived.receivedAtMs)).toBeLessThan(5000);
  await expect(page).toHaveTitle('(1) #general — The Lounge');
  await expect(page.locator('.channel-list-item[data-name="#busy"] .badge')).toHaveText('1');
  await carol.leave();
});

test('an outage of The Lounge is survived by its data and the open page', async () => {
  const { page } = browser;
  await lounge.halt();
  await expect(page.getByText(/reconnect/i).first()).toBeVisible();
  const reloaded = page.waitForEvent('load', { timeout: 15_000 }); // what the page does for a server that is new
  await lounge.resume();
  await reloaded;
  await expect.poll(() => joinedRooms(page), { timeout: 15_000 }).toHaveLength(3);
});

test('users talk to people on IRC', async () => {
  const { page } = browser;
  const dave = await startIrcPerson(ircd, 'dave', ['#general']);
  const hearing = dave.nextHeard((message) => message.from === 'alice');
  await page.click('.channel-list-item[data-name="#general"]');
  await page.fill('#input', 'hello from the page');
  await page.press('#input', 'Enter');
  expect(await hearing).toEqual({ from: 'alice', to: '#general', text: 'hello from the page' });
  await dave.leave();
});
