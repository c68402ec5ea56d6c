import { expect, test } from '@playwright/test';
import { startDesktop, type Desktop } from '../support/desktop';
import { startPlainServer, type PlainServer } from '../support/plain-server';
import { startShellApp, type ShellApp } from '../support/shell-app';

// The shell of the real app: what a person sees and does, by mouse and by keyboard.

let desktop: Desktop;
let server: PlainServer;
let it: ShellApp;

test.beforeAll(async () => {
  [desktop, server] = await Promise.all([startDesktop(), startPlainServer()]);
});
test.afterAll(() => Promise.all([desktop?.stop(), server?.stop()]));
/** Has the tests beside this call share one start: each leaves what those after it need. */
function share(names: readonly string[]): void {
  test.beforeAll(() => start(names));
  test.afterAll(() => it?.stop());
  test.beforeEach(() => it.onBar(/^One/).click());
}
/** Starts the app with services of these names, each on a host of its own. */
async function start(names: readonly string[] = []): Promise<void> {
  it = await startShellApp(desktop, server, names);
}

test.describe('started for each', () => {
  test.afterEach(() => it?.stop());
  test('a first start waits for a name, and the keyboard alone adds a service', async () => {
    await start();
    const { shell } = it.foyer();
    await expect(shell.getByRole('combobox', { name: 'Search services' })).toBeFocused();
    await shell.keyboard.type('websi');
    await expect(shell.getByRole('option')).toHaveCount(1);
    await shell.keyboard.press('Enter');
    await expect(shell.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await shell.keyboard.type(`plain.localhost:${server.port}`);
    await expect(shell.getByText('Found: Plain page')).toBeVisible();
    await expect(shell.getByRole('textbox', { name: 'Name on the bar' })).toHaveValue('Plain page');
    await shell.keyboard.press('Enter');
    await expect(it.onBar(/^Plain page/)).toHaveAttribute('aria-current', 'page');
    await it.pageOf('plain');
    await expect.poll(it.isShellOnTop).toBe(false);
  });

  test('an address that cannot be a service is refused with a reason', async () => {
    await start();
    const gone = await startPlainServer();
    await gone.stop();
    const { shell } = it.foyer();
    await expect(shell.getByRole('combobox')).toBeFocused();
    await shell.keyboard.type('rocket');
    await shell.keyboard.press('Enter');
    const address = shell.getByRole('textbox', { name: 'Address' });
    for (const [typed, said] of [
      ['ftp://chat.example.org', 'Only web addresses work here.'],
      ['https://me:pw@chat.example.org', 'Leave the user name and password out'],
      ['two words', 'An address has no spaces.'],
      [`gone.localhost:${gone.port}`, 'no server answers'],
    ] as const) {
      await address.fill(typed);
      await shell.keyboard.press('Enter');
      await expect(shell.getByText(said)).toBeVisible();
      await expect(address).toHaveAttribute('aria-invalid', 'true');
    }
    await expect(it.bar().locator('[data-service-id]')).toHaveCount(0);
  });

  test('a second account of one kind gets a name and a storage of its own', async () => {
    await start(['Plain page']);
    const { shell } = it.foyer();
    await it.onBar('Add a service').click();
    await expect(shell.getByRole('combobox')).toBeFocused();
    await shell.keyboard.type('website');
    await shell.keyboard.press('Enter');
    await expect(shell.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await shell.keyboard.type(server.urlFor('plain.localhost'));
    await expect(shell.getByRole('textbox', { name: 'Name on the bar' })).toHaveValue('Plain page 2');
    await shell.keyboard.press('Enter');
    await expect(it.onBar(/^Plain page 2/)).toHaveAttribute('aria-current', 'page');
  });

  test('arrows go through the bar, Enter opens, Alt with arrows moves, and the order is kept', async () => {
    await start(['One', 'Two', 'Three']);
    const { shell } = it.foyer();
    await it.pageOf('one');
    await it.onBar(/^One/).focus();
    await shell.keyboard.press('ArrowDown');
    await expect(it.onBar(/^Two/)).toBeFocused();
    await shell.keyboard.press('Enter');
    await expect(it.onBar(/^Two/)).toHaveAttribute('aria-current', 'page');
    await it.onBar(/^Two/).focus();
    await shell.keyboard.press('Alt+ArrowDown');
    await expect.poll(it.order).toEqual(['one', 'three', 'two']);
    await expect(it.onBar(/^Two/)).toBeFocused();
    await shell.keyboard.press('Alt+Home');
    await expect.poll(it.order).toEqual(['two', 'one', 'three']);
    await it.restart();
    await expect.poll(it.order).toEqual(['two', 'one', 'three']);
  });
});

test.describe('three services', () => {
  share(['One', 'Two', 'Three']);

  test('a removed service comes back by undo, where it was', async () => {
    await it.onBar(/^Two/).click({ button: 'right' });
    await it.menuItem('Remove').click();
    await expect.poll(it.order).toEqual(['one', 'three']);
    const area = (await it.stack()).find(({ url }) => url.includes('one.localhost'));
    await it.foyer().shell.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(it.order).toEqual(['one', 'two', 'three']);
    await expect(it.foyer().shell.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    // The page gave way to the notice and has its room back.
    await expect
      .poll(async () => (await it.stack()).find(({ url }) => url.includes('one.localhost'))?.height)
      .toBe((area?.height ?? 0) + 44);
  });

  test('the menu is drawn over the page, renames by keyboard, and the page is on top again after', async () => {
    const { shell } = it.foyer();
    await it.pageOf('one');
    await expect.poll(it.isShellOnTop).toBe(false);
    const before = (await it.stack()).find(({ url }) => url.includes('one.localhost'));
    await it.onBar(/^Two/).focus();
    await shell.keyboard.press('Shift+F10');
    await expect(it.menuItem('Rename')).toBeVisible();
    await expect.poll(it.isShellOnTop).toBe(true);
    expect((await it.stack()).find(({ url }) => url.includes('one.localhost'))).toEqual(before);
    await it.menuItem('Rename').press('Enter');
    await expect(shell.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await shell.keyboard.type('Second');
    await shell.keyboard.press('Enter');
    await expect(it.onBar(/^Second/)).toBeVisible();
    await expect(shell.getByRole('dialog')).toHaveCount(0);
    await expect.poll(it.isShellOnTop).toBe(false);
  });

  test('the mouse moves a service', async () => {
    const { shell } = it.foyer();
    await expect(it.bar().locator('.service-slot')).toHaveCount(3);
    const from = await it.onBar(/^One/).boundingBox();
    const to = await it.onBar(/^Three/).boundingBox();
    if (from === null || to === null) throw new Error('the bar is not there');
    await shell.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await shell.mouse.down();
    await shell.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await shell.mouse.up();
    await expect.poll(it.order).toEqual(['two', 'three', 'one']);
  });
});

test.describe('one service', () => {
  share(['One']);

  test('a service that is turned off says so and comes back when turned on', async () => {
    const { shell } = it.foyer();
    await it.pageOf('one');
    await it.onBar(/^One/).click({ button: 'right' });
    await it.menuItem('Turn off').click();
    await expect(shell.getByRole('heading', { name: 'One is turned off' })).toBeVisible();
    await expect(it.onBar('One, turned off, shown')).toBeVisible();
    await shell.getByRole('button', { name: 'Turn on' }).click();
    await expect(shell.getByRole('heading', { name: 'One is turned off' })).toHaveCount(0);
    await it.pageOf('one');
  });

  test('a server that is gone: what failed, a countdown, and the page again once it is back', async () => {
    const { shell } = it.foyer();
    await it.pageOf('one');
    await server.halt();
    await shell.getByRole('button', { name: 'Reload' }).click();
    await expect(shell.getByRole('heading', { name: /one\.localhost:\d+ did not answer/ })).toBeVisible();
    await expect(shell.getByText(/^Next try in \d+ s$|^Trying again$/).first()).toBeVisible();
    await shell.getByText('Details').click();
    await expect(shell.getByText('ERR_CONNECTION_REFUSED')).toBeVisible();
    await server.resume();
    await shell.getByRole('button', { name: /Try now|Trying again/ }).click();
    await expect(shell.getByRole('heading', { name: /did not answer/ })).toHaveCount(0);
    await expect.poll(it.isShellOnTop).toBe(false);
  });

  test('focus begins and ends from the bar', async () => {
    const { shell } = it.foyer();
    await it.onBar('Focus is off').click();
    await it.menuItem('Focus for one hour').click();
    await it.onBar(/^Focus until/).click();
    await it.menuItem('End focus').click();
    await expect(it.onBar('Focus is off')).toBeVisible();
    expect(await shell.getByRole('menu').count()).toBe(0);
  });

  test('a page asks for the place: Escape leaves it open, Allow is kept, listed and forgotten', async () => {
    const { shell } = it.foyer();
    const page = await it.pageOf('one');
    const ask = () => page.evaluate(() => navigator.geolocation.getCurrentPosition(() => undefined));
    const sheet = shell.getByRole('dialog', { name: 'One would like to know where you are' });
    await ask();
    await expect(sheet).toBeFocused();
    await expect.poll(it.isShellOnTop).toBe(true);
    await shell.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await ask();
    const allow = sheet.getByRole('button', { name: 'Allow', exact: true });
    await expect(allow).toHaveAttribute('aria-disabled', 'false');
    await allow.click();
    await expect(sheet).toHaveCount(0);
    await it.onBar('Settings').click();
    await shell.getByRole('textbox', { name: 'Search settings' }).fill('location');
    const forget = shell.getByRole('button', {
      name: /^Forget the answer on Location for http:\/\/one\.localhost/,
    });
    await forget.click();
    await expect(forget).toHaveCount(0);
  });

  test('a server asks for a password: a wrong one is asked for again, the right one opens the page', async () => {
    const { shell } = it.foyer();
    const page = await it.pageOf('one');
    await page.evaluate(() => location.assign('/locked'));
    const sheet = shell.getByRole('dialog', { name: /^Sign in to one\.localhost/ });
    await expect(sheet.getByText('It says: Staff only')).toBeVisible();
    await expect(sheet.getByRole('textbox', { name: 'User name' })).toBeFocused();
    await shell.keyboard.type('ada');
    await shell.keyboard.press('Tab');
    await shell.keyboard.type('wrong');
    await shell.keyboard.press('Enter');
    await expect(sheet.getByText('That did not work.')).toBeVisible();
    await shell.keyboard.type('ada');
    await shell.keyboard.press('Tab');
    await shell.keyboard.type('secret');
    await shell.keyboard.press('Enter');
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveTitle('locked');
  });

  test('the settings change the look at once: size of the bar, theme', async () => {
    const { shell } = it.foyer();
    await it.pageOf('one');
    await it.onBar('Settings').click();
    await shell.getByText('With names').click();
    await expect.poll(async () => (await it.bar().boundingBox())?.width).toBe(200);
    await shell.getByText('Dark', { exact: true }).click();
    await expect
      .poll(() => shell.evaluate(() => getComputedStyle(document.querySelector('.header')!).backgroundColor))
      .toBe('rgb(23, 22, 20)');
    await shell.keyboard.press('Escape');
    await expect.poll(async () => (await it.stack()).find(({ url }) => url.includes('one'))?.x).toBe(200);
  });
});
