import { expect, type Page, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../../support/desktop.js';
import { type PlainBrowser, startPlainBrowser } from '../lib/browser.js';
import { type Matrix, startMatrix } from './matrix.js';

interface Made {
  readonly title: string;
  readonly options: NotificationOptions;
  readonly target: EventTarget;
}

let desktop: Desktop;
let matrix: Matrix;
let browser: PlainBrowser;
let page: Page;

test.beforeAll(async () => {
  desktop = await startDesktop();
  browser = await startPlainBrowser(desktop.env);
  ({ page } = browser);
  await page.addInitScript(() => {
    const made: Made[] = [];
    class Recorded extends EventTarget {
      static readonly permission = 'granted';
      constructor(title: string, options: NotificationOptions) {
        super();
        made.push({ title, options, target: this });
      }
      close(): void {
        this.dispatchEvent(new Event('close'));
      }
    }
    Object.assign(window, { Notification: Recorded, made });
  });
});

test.afterAll(async () => {
  await browser?.close();
  await desktop?.stop();
});

test.beforeEach(async () => {
  matrix = await startMatrix();
});

test.afterEach(async () => {
  await page?.goto('about:blank');
  await matrix?.stop();
});

const visit = async (): Promise<void> => {
  await browser.open(matrix.pageUrl, await matrix.storageFor('alice'));
  await matrix.whenListening('alice');
};
const tile = (name: string) => page.locator('.mx_RoomTile', { hasText: name });
const icon = () => page.locator('link[rel~="icon"]').getAttribute('href');
const made = () =>
  page.evaluate(() =>
    (window as unknown as { readonly made: readonly Made[] }).made.map(({ title, options }) => ({
      title,
      options,
    })),
  );

test('the form refuses and signs in; what it keeps signs in the next time', async () => {
  await page.goto(matrix.pageUrl);
  await expect(page).toHaveURL(/#\/login$/);
  await expect(page).toHaveTitle('Element');
  await page.fill('#mx_LoginForm_username', 'alice');
  await page.fill('#mx_LoginForm_password', 'wrong');
  await page.click('.mx_Login_submit');
  await expect(page.getByRole('alert')).toHaveText('Incorrect username and/or password.');
  await page.fill('#mx_LoginForm_password', 'alice-pw');
  await page.click('.mx_Login_submit');
  await expect(page).toHaveURL(/#\/home$/);
  await page.reload();
  await expect(tile('General')).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(localStorage).toSorted());
  expect(kept.filter((name) => name.startsWith('mx_'))).toEqual([
    'mx_device_id',
    'mx_has_access_token',
    'mx_hs_url',
    'mx_user_id',
  ]);
});

test('the title counts rooms and stars what is not notified; the favicon counts too', async () => {
  await visit();
  await expect(page).toHaveTitle('Element [1]'); // the invitation
  await matrix.leave('Surprise', 'alice');
  await expect(page).toHaveTitle('Element');
  const plain = await icon();
  await matrix.say('General', 'bob', 'one');
  await matrix.say('General', 'bob', 'two');
  await expect(page).toHaveTitle('Element [1]');
  await expect.poll(icon).not.toBe(plain);
  await expect(tile('General').locator('.mx_NotificationBadge')).toHaveText('2');
  await matrix.setLevelElsewhere('Builds', 'alice', 'mentions');
  await matrix.say('Builds', 'bob', 'not notified');
  await matrix.readElsewhere('General', 'alice');
  await expect(page).toHaveTitle('Element *');
  await tile('Leads').click();
  await expect(page).toHaveTitle('Element * | Leads');
  await expect(page).toHaveURL(new RegExp(`#/room/${await matrix.roomId('Leads')}$`));
  const { alice = [] } = await matrix.truth();
  expect(await page.locator('.mx_RoomTile').count()).toBe(alice.length);
});

test('notifications are worded as Element’s: no tag, silent; a click opens the room, reading closes them', async () => {
  await visit();
  await matrix.say('General', 'bob', 'hello');
  // What a room begins with is not new to the SDK.
  await matrix.say('alice,bob', 'bob', 'hello');
  await expect(tile('Bob')).toBeVisible();
  await matrix.say('alice,bob', 'bob', 'between us');
  await expect.poll(made).toEqual([
    { title: 'Bob (General)', options: { body: 'hello', silent: true } },
    { title: 'Bob', options: { body: 'between us', silent: true } },
  ]);
  await page.evaluate(() => {
    const [first] = (window as unknown as { readonly made: readonly Made[] }).made;
    first?.target.addEventListener('close', () => Object.assign(window, { isClosed: true }));
    first?.target.dispatchEvent(new Event('click'));
  });
  await expect(page).toHaveTitle(/\| General$/);
  await matrix.readElsewhere('General', 'alice');
  await page.waitForFunction(() => Reflect.get(window, 'isClosed') === true);
});

test('an address leads to a room and a message; who moves the mouse there has read it', async () => {
  const said = await matrix.say('General', 'bob', 'read me');
  await visit();
  const hash = `#/room/${await matrix.roomId('General')}/${said.event_id}`;
  await page.evaluate((to) => history.replaceState(null, '', to), hash);
  await page.reload();
  await expect(page.locator('.mx_EventTile_selected')).toHaveText('Bob: read me');
  expect((await matrix.truth())['alice']?.find(({ name }) => name === 'General')?.unread).toBe(1);
  await page.mouse.move(20, 20);
  await page.mouse.move(40, 40);
  await expect
    .poll(async () => (await matrix.truth())['alice']?.find(({ name }) => name === 'General')?.unread)
    .toBe(0);
  await matrix.say('General', 'bob', 'seen at once');
  await matrix.say('Builds', 'bob', 'not seen');
  await expect.poll(async () => (await made()).map(({ title }) => title)).toEqual(['Bob (Builds)']);
});

test('it lends client and dispatcher as Element does now, and no desktop', async () => {
  await visit();
  const lent = await page.evaluate(async () => {
    const { mxMatrixClientPeg: peg, mxDispatcher: dispatcher } = window as unknown as {
      readonly mxMatrixClientPeg: { get(): unknown; safeGet(): unknown };
      readonly mxDispatcher: {
        register(hear: (payload: { readonly action: string }) => void): string;
        dispatch(payload: object): void;
      };
    };
    const heard = new Promise<string>((resolve) => {
      dispatcher.register(({ action }) => resolve(action));
    });
    dispatcher.dispatch({ action: 'view_home_page' });
    return { isSame: peg.get() === peg.safeGet(), action: await heard, hasDesktop: 'electron' in window };
  });
  expect(lent).toEqual({ isSame: true, action: 'view_home_page', hasDesktop: false });
  await matrix.signOut('alice');
  await expect(page).toHaveURL(/#\/login$/);
});
