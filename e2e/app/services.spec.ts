import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { barOf, menuEntry, namesOnBar, onBar, openAddresses, openSettings, pickFor } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { expectColour, icoOf, pngOf } from '../support/pictures.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

const RED = '255,0,0';
const GREEN = '0,128,0';
const BLUE = '0,0,255';
const YELLOW = '255,255,0';

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let shell: Page;
let folder: string;

test.beforeAll(async () => {
  [desktop, site, folder] = await Promise.all([startDesktop(), startSite(), createFolder('icons')]);
  site.favicons.set('ann', { type: 'image/png', bytes: pngOf('red') });
  site.favicons.set('bob', { type: 'image/x-icon', bytes: icoOf('green') });
  site.favicons.set('cat', { type: 'image/png', bytes: pngOf('blue'), isInline: true });
  const services = ['ann', 'bob', 'cat'].map((id) =>
    seedService({ id, recipeId: 'website', name: id.toUpperCase(), url: site.addressOf(id) }),
  );
  foyer = await startFoyer({ env: desktop.env, seed: { services, activeServiceId: 'ann' } });
  ({ shell } = foyer);
});

test.afterAll(async () => {
  await foyer?.quit();
  if (foyer) await removeProfile(foyer.profile);
  await Promise.all([desktop?.stop(), site?.stop(), removeFolder(folder)]);
});

const pageOf = (id: string): Promise<Page> => foyer.servicePage(site.addressOf(id));
const unread = (page: Page, count: number) => page.evaluate((n) => navigator.setAppBadge(n), count);

/** The shell has asked for the system's file dialog: this is what it gives back. */
const answerDialogWith = (file: string | undefined) =>
  foyer.app.evaluate(({ dialog }, filePath) => {
    const filePaths = filePath === undefined ? [] : [filePath];
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  }, file);

test('renamed from the menu; a name of nothing but spaces is refused', async () => {
  await pickFor(shell, 'ANN', 'Rename');
  const name = shell.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await name.fill('   ');
  await shell.keyboard.press('Enter');
  await expect(name).toHaveAccessibleDescription('Give it a name.');
  await name.fill('  Ann’s   <b>chat</b>  ');
  await shell.keyboard.press('Enter');
  await expect(onBar(shell, 'Ann’s <b>chat</b>')).toBeVisible();
  await expect(shell.getByRole('heading', { name: 'Ann’s <b>chat</b>' })).toBeVisible();
  await pickFor(shell, 'Ann’s <b>chat</b>', 'Rename');
  await name.fill('Ann');
  await shell.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(onBar(shell, 'Ann')).toBeVisible();
});

test('the icon is the recipe’s, the site’s own (PNG, ICO, data:), or a chosen file', async () => {
  await expect(onBar(shell, 'Ann').locator('use')).toHaveAttribute('href', /^#drawing-/);
  await pickFor(shell, 'Ann', 'Icon', 'Of the site');
  await expectColour(onBar(shell, 'Ann'), RED);
  await pickFor(shell, 'BOB', 'Icon', 'Of the site');
  await expectColour(onBar(shell, 'BOB'), GREEN);
  await pickFor(shell, 'CAT', 'Icon', 'Of the site');
  await expectColour(onBar(shell, 'CAT'), BLUE);

  const file = join(folder, 'own.png');
  await writeFile(file, pngOf('yellow', 700));
  await answerDialogWith(undefined);
  await pickFor(shell, 'BOB', 'Icon', 'Choose a picture');
  await expectColour(onBar(shell, 'BOB'), GREEN);
  await answerDialogWith(file);
  await pickFor(shell, 'BOB', 'Icon', 'Choose a picture');
  await expectColour(onBar(shell, 'BOB'), YELLOW);

  await writeFile(join(folder, 'text.png'), 'no picture');
  await answerDialogWith(join(folder, 'text.png'));
  await pickFor(shell, 'BOB', 'Icon', 'Choose a picture');
  await expect(shell.getByRole('dialog', { name: 'The icon is unchanged' })).toBeVisible();
  await shell.getByRole('button', { name: 'Close' }).click();
  await expectColour(onBar(shell, 'BOB'), YELLOW);
  await pickFor(shell, 'BOB', 'Icon', 'Of the recipe');
  await expect(onBar(shell, 'BOB').locator('use')).toHaveAttribute('href', /^#drawing-/);
});

test('a site that changes its picture soon after it came is followed', async () => {
  const page = await pageOf('ann');
  await page.evaluate(
    (address) => {
      document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href = address;
    },
    site.addressOf('bob') + 'favicon',
  );
  await expectColour(onBar(shell, 'Ann'), GREEN);
});

test('put in order by mouse, by keys and by menu', async () => {
  expect(await namesOnBar(shell)).toEqual(['Ann', 'BOB', 'CAT']);
  await expect(barOf(shell).locator('.service-slot')).toHaveCount(3);
  const [from, to] = await Promise.all(['Ann', 'CAT'].map((name) => onBar(shell, name).boundingBox()));
  if (!from || !to) throw new Error('not on the bar');
  await shell.mouse.move(from.x + 20, from.y + 20);
  await shell.mouse.down();
  await shell.mouse.move(from.x + 20, from.y + 40, { steps: 4 });
  await shell.mouse.move(to.x + 20, to.y + 30, { steps: 8 });
  await shell.mouse.up();
  await expect.poll(() => namesOnBar(shell)).toEqual(['BOB', 'CAT', 'Ann']);

  await onBar(shell, 'Ann').focus();
  await shell.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => namesOnBar(shell)).toEqual(['BOB', 'Ann', 'CAT']);
  await expect(onBar(shell, 'Ann')).toBeFocused();
  await expect(shell.getByText('Ann is now at place 2 of 3.')).toBeAttached();
  await shell.keyboard.press('Alt+Home');
  await expect.poll(() => namesOnBar(shell)).toEqual(['Ann', 'BOB', 'CAT']);
  await pickFor(shell, 'Ann', 'Move down');
  await expect.poll(() => namesOnBar(shell)).toEqual(['BOB', 'Ann', 'CAT']);
  await pickFor(shell, 'Ann', 'Move up');
  await expect.poll(() => namesOnBar(shell)).toEqual(['Ann', 'BOB', 'CAT']);
});

test('turned off it has no page and no count; turned on it has both again', async () => {
  await unread(await pageOf('bob'), 4);
  await expect(onBar(shell, 'BOB')).toHaveAccessibleName(/4 unread messages/);
  await desktop.launcher.nextLauncher(({ count }) => count === 4);
  await pickFor(shell, 'BOB', 'Turn off');
  await expect(onBar(shell, 'BOB')).toHaveAccessibleName('BOB, turned off');
  await expect.poll(() => openAddresses(foyer)).not.toContain(site.addressOf('bob'));
  await desktop.launcher.nextLauncher(({ isCountVisible }) => !isCountVisible);
  await onBar(shell, 'BOB').click();
  await expect(shell.getByRole('heading', { name: 'BOB is turned off' })).toBeVisible();
  await shell.getByRole('button', { name: 'Turn on' }).click();
  await expect(onBar(shell, 'BOB')).toHaveAccessibleName('BOB, shown');
  await unread(await pageOf('bob'), 2);
  await expect(onBar(shell, 'BOB')).toHaveAccessibleName(/2 unread messages/);
  await unread(await pageOf('bob'), 0);
});

test('reload stays where it is, and there is a way back to the start page', async () => {
  await onBar(shell, 'Ann').click();
  const page = await pageOf('ann');
  await page.getByRole('link', { name: 'Room' }).click();
  await expect(page).toHaveURL(`${site.addressOf('ann')}room`);
  const reloaded = page.waitForEvent('load');
  await shell.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await expect(page).toHaveURL(`${site.addressOf('ann')}room`);
  await shell.getByRole('button', { name: 'More' }).click();
  await menuEntry(shell, 'Back to the start page').click();
  await expect(page).toHaveURL(site.addressOf('ann'));
  await shell.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(`${site.addressOf('ann')}room`);
});

test('where nothing is wanted of a service none reaches the desktop, and nothing counts, until it is wanted again', async () => {
  const [ann, bob] = await Promise.all([pageOf('ann'), pageOf('bob')]);
  const notify = (page: Page, title: string) => page.evaluate((text) => void new Notification(text), title);
  await pickFor(shell, 'Ann', 'Notifications', 'Nothing');
  await expect(onBar(shell, 'Ann')).toHaveAccessibleName(/notifications off/);
  const arriving = desktop.nextNotification(({ title }) => title.startsWith('after'));
  await notify(ann, 'quiet');
  await unread(ann, 3);
  await notify(bob, 'after');
  await arriving;
  expect(desktop.notifications().map(({ title }) => title)).toEqual([expect.stringMatching(/^after.*BOB/)]);
  await expect(onBar(shell, 'Ann')).not.toHaveAccessibleName(/unread/);
  await pickFor(shell, 'Ann', 'Notifications', 'As everywhere');
  await expect(onBar(shell, 'Ann')).toHaveAccessibleName(/3 unread messages/);
  await desktop.launcher.nextLauncher(({ count }) => count === 3);
  const again = desktop.nextNotification(({ title }) => title.startsWith('heard'));
  await notify(ann, 'heard');
  await again;
});

test('left out of the total it counts for itself only, in tray and launcher at once', async () => {
  await unread(await pageOf('bob'), 2);
  await desktop.launcher.nextLauncher(({ count }) => count === 5);
  await openSettings(shell);
  await shell.getByText('127.0.0.1').first().click();
  await shell.getByRole('switch', { name: 'Count in the total' }).first().click();
  await desktop.launcher.nextLauncher(({ count }) => count === 2);
  await desktop.tray.nextTray(({ tooltip }) => tooltip.title.includes('2 unread'));
  await expect(onBar(shell, 'Ann')).toHaveAccessibleName(/3 unread messages/);
  await shell.getByRole('switch', { name: 'Count in the total' }).first().click();
  await desktop.launcher.nextLauncher(({ count }) => count === 5);
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});
