import { expect, test, type Page } from '@playwright/test';
import { startIrcd, type Ircd } from '../servers/ircd';
import { startLounge, type Lounge } from '../servers/lounge';
import { barOf } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { startIrcPerson, type IrcPerson } from '../support/irc-person';

// The main job, whole, on a real self-hosted chat: section 7 of the foundation, steps 1 to 6 in order.
test.describe.configure({ mode: 'serial' });

let ircd: Ircd;
let lounge: Lounge;
let desktop: Desktop;
let profile: string;
let foyer: Foyer;
let carol: IrcPerson;

test.beforeAll(async () => {
  ircd = await startIrcd();
  [lounge, desktop, profile] = await Promise.all([startLounge({ ircd }), startDesktop(), createProfile()]);
  await lounge.whenJoined();
  carol = await startIrcPerson(ircd, 'carol', ['#general', '#busy', '#private']);
  foyer = await startFoyer({ env: desktop.env, profile });
});

test.afterAll(async () => {
  await foyer?.quit();
  await carol?.leave();
  await Promise.all([desktop?.stop(), lounge?.stop()]);
  await ircd?.stop();
  await removeProfile(profile);
});

const onBar = (name: string | RegExp) => barOf(foyer.shell).getByRole('button', { name });
const room = (page: Page, name: string) => page.locator(`.channel-list-item[data-name="${name}"]`);
const windowTitle = () => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getTitle());
const loungeAt = (host: string) => foyer.servicePage(new RegExp(`^http://${host}:`));

async function addLounge(address: string, name: string): Promise<void> {
  if ((await onBar(/Add a service/).count()) > 0) await onBar(/Add a service/).click();
  await foyer.shell.getByRole('combobox', { name: 'Search services' }).fill('lounge');
  await foyer.shell.keyboard.press('Enter');
  await foyer.shell.getByRole('textbox', { name: 'Address' }).fill(address);
  await foyer.shell.getByRole('textbox', { name: 'Name on the bar' }).fill(name);
  await foyer.shell.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(onBar(new RegExp(name))).toBeVisible();
}

async function signIn(page: Page, user: string): Promise<void> {
  await page.fill('#signin-username', user);
  await page.fill('#signin-password', `${user}-pw`);
  await page.click('button[type=submit]');
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(3);
}

async function turnNotificationsOn(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings/notifications'));
  await page.locator('#desktopNotifications').check();
  await room(page, '#general').click();
  await expect(page).toHaveTitle('#general — The Lounge');
}

test('1. a person adds the service, signs in and sees the rooms', async () => {
  await addLounge(`lounge.localhost:${new URL(lounge.pageUrl).port}`, 'Team chat');
  const page = await loungeAt('lounge.localhost');
  await signIn(page, 'alice');
  await expect(room(page, '#busy')).toBeVisible();
  await turnNotificationsOn(page);
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});

test('6. two accounts of the same chat share neither cookies nor storage', async () => {
  await addLounge(lounge.urlFor('bob'), 'Second account');
  const second = await loungeAt('bob.localhost');
  await expect(second.locator('#signin-username')).toBeVisible();
  const sameOrigin = `http://lounge.localhost:${new URL(lounge.pageUrl).port}`;
  await addLounge(sameOrigin, 'Same address');
  await expect
    .poll(() => foyer.app.windows().filter((page) => page.url().startsWith(sameOrigin)).length)
    .toBe(2);
  const pages = foyer.app.windows().filter((page) => page.url().startsWith(sameOrigin));
  const tokens = await Promise.all(pages.map((page) => page.evaluate(() => localStorage.getItem('token'))));
  expect(tokens.filter((token) => token !== null)).toHaveLength(1);
  await expect(onBar(/Same address/)).toHaveAttribute('aria-current', /page|true/);
});

test('2. while another service is on top, a mention reaches badge, tray, launcher and desktop', async () => {
  const arriving = desktop.nextNotification((one) => one.title.includes('carol'));
  const counted = desktop.launcher.nextLauncher((state) => state.isCountVisible && state.count === 1);
  const trayCounted = desktop.tray.nextTray((item) => item.tooltip.title.includes('1 unread'));
  await carol.say('#private', 'alice: look <b>here</b>');
  const arrived = await arriving;
  expect(arrived.title).toBe('carol (#private) says · Team chat');
  expect(arrived.body).toContain('look');
  expect(arrived.appName).toBe('Foyer');
  expect(arrived.hints['image-path']).toMatch(/^file:.*\.png$/);
  expect((await counted).appUri).toBe('application://foyer.desktop');
  await trayCounted;
  await expect(onBar(/Team chat/)).toHaveAccessibleName(/1 unread/);
  expect(await windowTitle()).toMatch(/^\(1\) /);
});

test('3. clicking it brings up window, service and the room it came from', async () => {
  await foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.hide());
  const notification = desktop.notifications().find((one) => one.title.includes('carol'));
  if (notification === undefined) throw new Error('no notification to click');
  await desktop.click(notification.id);
  const page = await loungeAt('lounge.localhost');
  await expect(page).toHaveTitle(/#private — The Lounge/);
  await expect(onBar(/Team chat/)).toHaveAttribute('aria-current', /page|true/);
  await expect
    .poll(() => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});

test('4. reading the room clears all counts', async () => {
  await expect(onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  await expect.poll(() => desktop.launcher.last()?.isCountVisible).toBe(false);
  await expect.poll(async () => (await desktop.tray.items())[0]?.tooltip.title).not.toMatch(/\d/);
  expect(await windowTitle()).toBe('Team chat — Foyer');
});

test('a message that the service worker would show reaches the desktop too, and its click the room', async () => {
  await addLounge(lounge.workerUrl, 'By worker');
  const page = await loungeAt('127.0.0.1');
  await signIn(page, 'bob');
  await turnNotificationsOn(page);
  await onBar(/Team chat/).click();
  const arriving = desktop.nextNotification((one) => one.body.includes('from the worker'));
  await carol.say('#busy', 'bob: this comes from the worker');
  await desktop.click((await arriving).id);
  await expect(page).toHaveTitle(/#busy — The Lounge/);
  await expect(onBar(/By worker/)).toHaveAttribute('aria-current', /page|true/);
});

test('5. after a restart services, order, sign-ins and window are as before', async () => {
  const names = () =>
    barOf(foyer.shell)
      .getByRole('button', { name: /chat|account|address|worker/ })
      .allTextContents();
  const bounds = () => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getBounds());
  await foyer.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setBounds({ x: 90, y: 70, width: 1010, height: 720 }),
  );
  await expect.poll(bounds).toMatchObject({ width: 1010, height: 720 });
  // What was read there is not counted any more; other rooms may leave a dot.
  await expect(onBar(/By worker/)).not.toHaveAccessibleName(/\d unread/);
  const before = { names: await names(), bounds: await bounds() };
  await foyer.quit();
  foyer = await startFoyer({ env: desktop.env, profile });
  expect(await names()).toEqual(before.names);
  expect(await bounds()).toEqual(before.bounds);
  const page = await loungeAt('lounge.localhost');
  await expect(page.locator('.channel-list-item[data-type=channel]')).toHaveCount(3);
  await expect(page.locator('#signin-username')).toHaveCount(0);
  await expect(onBar(/By worker/)).toHaveAttribute('aria-current', /page|true/);
  const counted = desktop.launcher.nextLauncher((state) => state.isCountVisible && state.count === 1);
  await carol.say('#busy', 'alice: still there?');
  await counted;
  await expect(onBar(/Team chat/)).toHaveAccessibleName(/1 unread/);
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});
