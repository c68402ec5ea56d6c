import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { startWebdav, type Webdav } from '../servers/webdav.js';
import { namesOnBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

// Two machines: two apps, two profiles, one folder, then one WebDAV server.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let site: Site;
let webdav: Webdav;
let folder: string;
let here: Foyer;
let there: Foyer;
const profiles: string[] = [];

const passphrase = 'correct horse battery';
const start = async (services: readonly (readonly [id: string, name: string])[]): Promise<Foyer> => {
  const profile = await createProfile();
  profiles.push(profile);
  return startFoyer({
    env: desktop.env,
    profile,
    seed: {
      services: services.map(([id, name]) =>
        seedService({
          id,
          recipeId: 'website',
          name,
          url: site.addressOf(name.toLowerCase()),
          enabled: false,
        }),
      ),
    },
  });
};
const chooses = (foyer: Foyer) =>
  foyer.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, folder);
const press = (shell: Page, name: string) => shell.getByRole('button', { name, exact: true }).click();
const open = (shell: Page) => command(shell, 'command.run', { id: 'settings.sync' });
const both = (): readonly Page[] => [here.shell, there.shell];

test.beforeAll(async () => {
  [desktop, site, webdav, folder] = await Promise.all([
    startDesktop(),
    startSite(),
    startWebdav(),
    createFolder('sync'),
  ]);
  here = await start([
    ['a', 'ANN'],
    ['b', 'BOB'],
  ]);
  there = await start([
    ['other-a', 'ANN'],
    ['c', 'CAT'],
  ]);
});

test.afterAll(async () => {
  await Promise.all([here?.quit(), there?.quit()]);
  await Promise.all([desktop?.stop(), site?.stop(), webdav?.stop()]);
  if (folder !== undefined) await removeFolder(folder);
  for (const profile of profiles) await removeProfile(profile);
});

test('E41 E42 the first machine begins in a folder, with a passphrase given twice; nobody reads a name there', async () => {
  const { shell } = here;
  await open(shell);
  await shell.getByRole('button', { name: 'Set up', exact: true }).press('Enter');
  await expect(shell.getByRole('button', { name: 'Choose a folder' })).toBeFocused();
  await chooses(here);
  await shell.keyboard.press('Enter');
  const field = shell.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await field.fill(passphrase);
  await press(shell, 'Begin');
  await expect(shell.getByText('The two are not the same.')).toBeVisible();
  await shell.getByLabel('The same again').fill(passphrase);
  await shell.getByLabel('What this machine is called').fill('Desk');
  await press(shell, 'Begin');
  await expect(shell.getByRole('list', { name: 'Your machines' })).toContainText('Desk');
  await expect.poll(async () => (await readdir(folder)).length).toBe(2);
  for (const name of await readdir(folder))
    expect(await readFile(join(folder, name), 'latin1')).not.toMatch(/ANN|BOB|website/);
});

test('E48 the second sees what comes, joins, and doubles nothing', async () => {
  const { shell } = there;
  await open(shell);
  await press(shell, 'Set up');
  await chooses(there);
  await press(shell, 'Choose a folder');
  await shell.getByLabel('Passphrase', { exact: true }).fill('wrong horse battery');
  await press(shell, 'Look what is there');
  await expect(shell.getByRole('alert')).toHaveText('That is not the passphrase of this place.');
  await shell.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await shell.getByLabel('What this machine is called').fill('Laptop');
  await press(shell, 'Look what is there');
  await expect(shell.getByText('Come: BOB')).toBeVisible();
  expect(await namesOnBar(shell)).toEqual(['ANN', 'CAT']);
  await press(shell, 'Join');
  await expect(shell.getByRole('dialog')).toHaveCount(0);
  for (const page of both())
    await expect.poll(async () => (await namesOnBar(page)).toSorted()).toEqual(['ANN', 'BOB', 'CAT']);
  await expect(shell.getByRole('list', { name: 'Your machines' })).toContainText('Desk');
});

test('E44 E46 E54 what is done on both while apart is put together, removals too', async () => {
  for (const page of both()) await press(page, 'Pause');
  await command(here.shell, 'service.rename', { serviceId: 'a', name: 'ANNA' });
  await command(here.shell, 'service.remove', { serviceId: 'c' });
  await command(here.shell, 'service.remove', { serviceId: 'b' });
  await command(there.shell, 'service.set-own-names', { serviceId: 'other-a', ownNames: ['me'] });
  await command(there.shell, 'rule.set', {
    scope: { kind: 'service', serviceId: 'b' },
    values: { sound: false },
  });
  for (const page of both()) await press(page, 'Go on');
  for (const page of both())
    await expect.poll(async () => (await namesOnBar(page)).toSorted()).toEqual(['ANNA', 'BOB']);
  // The removal of one is over; what hangs on the other is there.
  await expect
    .poll(() =>
      command(here.shell, 'app.connect', undefined).then(({ services }) =>
        services.map((one) => one.ownNames),
      ),
    )
    .toContainEqual(['me']);
});

test('E49 a file that is cut off is set aside and named, until it is whole', async () => {
  const name = (await readdir(folder)).find((one) => one.endsWith('.sync')) ?? '';
  const whole = await readFile(join(folder, name));
  const copy = name.replace('.sync', ' (conflicted copy).sync');
  await writeFile(join(folder, copy), whole);
  const aside = there.shell.getByRole('list', { name: 'Files set aside' });
  await expect(aside).toContainText(copy);
  await expect(aside).toContainText('No file of Foyer’s, or a copy under another name.');
  expect(await readdir(folder)).toContain(copy);
});

test('E54 leaving keeps what is here and takes its own files away', async () => {
  for (const page of both()) {
    await press(page, 'Leave');
    await page.getByRole('checkbox', { name: 'Remove what this machine wrote there, too' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByRole('button', { name: 'Set up', exact: true })).toBeVisible();
    expect((await namesOnBar(page)).toSorted()).toEqual(['ANNA', 'BOB']);
  }
  expect((await readdir(folder)).filter((name) => !name.includes('conflicted'))).toEqual([]);
});

test('E41 E52 E55 the same over a real WebDAV server, which is away for a while', async () => {
  const url = `${webdav.url}Foyer`;
  const { user, password } = webdav;
  const look = (page: Page, secret = password) =>
    command(page, 'sync.look-webdav', { url, user, password: secret });
  expect(await look(here.shell, 'wrong')).toEqual({ kind: 'failed', reason: 'wrong-login' });
  await press(here.shell, 'Set up');
  await here.shell.getByLabel('Address of the folder').fill(url);
  await here.shell.getByLabel('User name').fill(user);
  await here.shell.getByLabel('Password', { exact: true }).fill(password);
  await press(here.shell, 'Connect');
  await here.shell.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await here.shell.getByLabel('The same again').fill(passphrase);
  await press(here.shell, 'Begin');
  await expect.poll(async () => (await readdir(join(webdav.files, 'Foyer'))).length).toBe(2);
  expect(await look(there.shell)).toMatchObject({ kind: 'found', isNew: false });
  expect(await command(there.shell, 'sync.begin', { passphrase, machineName: 'Laptop' })).toMatchObject({
    kind: 'offer',
  });
  expect(await command(there.shell, 'sync.join', undefined)).toMatchObject({ kind: 'joined' });
  await command(there.shell, 'service.rename', { serviceId: 'other-a', name: 'ANITA' });
  const sees = (page: Page, name: string) =>
    expect
      .poll(async () => {
        await command(page, 'sync.now', undefined);
        return namesOnBar(page);
      })
      .toContain(name);
  await sees(here.shell, 'ANITA');
  await webdav.halt();
  await command(here.shell, 'service.rename', { serviceId: 'a', name: 'ANOUK' });
  await expect(
    here.shell.getByText('The server did not answer. Nothing is lost; it is tried again.'),
  ).toBeVisible();
  await webdav.resume();
  await press(here.shell, 'Sync now');
  await expect(here.shell.getByText('The server did not answer.')).toBeHidden();
  await sees(there.shell, 'ANOUK');
});
