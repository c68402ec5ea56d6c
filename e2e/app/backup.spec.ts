import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Persisted } from '../../electron/core/model/persisted.js';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { namesOnBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let shell: Page;
let folder: string;
let profile: string;
let other: string;

const launch = async (inProfile: string, seed?: Partial<Persisted>): Promise<void> => {
  foyer = await startFoyer({ env: desktop.env, profile: inProfile, ...(seed !== undefined && { seed }) });
  ({ shell } = foyer);
};
/** What the system's file dialogs give back. */
const answerDialogsWith = (file: string) =>
  foyer.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
const press = (name: string) => shell.getByRole('button', { name, exact: true }).click();

test.beforeAll(async () => {
  [desktop, site, folder, profile, other] = await Promise.all([
    startDesktop(),
    startSite(),
    createFolder('backups'),
    createProfile(),
    createProfile(),
  ]);
  const services = ['ann', 'bob'].map((id) =>
    seedService({ id, recipeId: 'website', name: id.toUpperCase(), url: site.addressOf(id) }),
  );
  const rules: Persisted['rules'] = [
    { scope: { kind: 'service', serviceId: 'bob' }, values: { sound: false } },
  ];
  const workspaces = [{ id: 'w', name: 'Day job', serviceIds: ['bob'], staysQuiet: false }];
  await launch(profile, { services, rules, workspaces, activeServiceId: 'ann' });
});

test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), site?.stop()]);
  if (folder !== undefined) await removeFolder(folder);
  for (const one of [profile, other]) if (one !== undefined) await removeProfile(one);
});

test('E21 E22 is saved with a passphrase, and nobody reads a name in it', async () => {
  const page = await foyer.servicePage(site.addressOf('ann'));
  await page.evaluate(() => new Notification('Hello there', { body: 'from Ann' }));
  await expect.poll(() => command(shell, 'inbox.count', { filter: {} })).toEqual({ kind: 'ok', value: 1 });
  await command(shell, 'command.run', { id: 'backup' });
  await answerDialogsWith(join(folder, 'sealed.json'));
  await press('Save a backup');
  await shell.getByRole('textbox', { name: 'Passphrase, if you want one' }).fill('correct horse');
  await press('Save');
  await expect(shell.getByRole('textbox', { name: 'The same once more' })).toHaveAccessibleDescription(
    'The two are not the same.',
  );
  await shell.getByRole('textbox', { name: 'The same once more' }).fill('correct horse');
  await shell.getByRole('checkbox', { name: 'With all entries of the inbox' }).check();
  await press('Save');
  await expect(shell.getByRole('heading', { name: 'The backup is saved' })).toBeVisible();
  const text = await readFile(join(folder, 'sealed.json'), 'utf8');
  expect(text).toContain('"argon2id"');
  expect(text).not.toMatch(/ANN|Hello|Day job/);
});

test('E24 E25 E26 E27 on another computer it is looked at, restored, and there after a restart', async () => {
  await foyer.quit();
  const services = [seedService({ id: 'cat', recipeId: 'website', name: 'CAT', url: site.addressOf('cat') })];
  await launch(other, { services, activeServiceId: 'cat' });
  await command(shell, 'command.run', { id: 'backup' });
  await press('Restore a backup');
  await writeFile(
    join(folder, 'cut.json'),
    (await readFile(join(folder, 'sealed.json'), 'utf8')).slice(0, 200),
  );
  await answerDialogsWith(join(folder, 'cut.json'));
  await press('Choose a backup');
  await expect(shell.getByRole('alert')).toHaveText(/^That backup is broken or cut off/);
  await answerDialogsWith(join(folder, 'sealed.json'));
  await press('Choose a backup');
  const passphrase = shell.getByRole('textbox', { name: 'Passphrase of sealed.json' });
  await passphrase.fill('wrong horse');
  await press('Open the backup');
  await expect(shell.getByRole('alert')).toHaveText(/^That is not the passphrase/);
  await passphrase.fill('correct horse');
  await passphrase.press('Enter');
  await expect(shell.getByText('Come: ANN, BOB')).toBeVisible();
  await expect(shell.getByText('Go: CAT')).toBeVisible();
  await expect(shell.getByText('1 entry comes into the inbox, which is empty here.')).toBeVisible();
  expect(await namesOnBar(shell)).toEqual(['CAT']);
  await press('Restore');
  await expect(shell.getByRole('heading', { name: 'The backup is restored' })).toBeVisible();
  expect(await namesOnBar(shell)).toEqual(['ANN', 'BOB']);
  const told = await shell.getByText(/^What was here before is kept in/).textContent();
  const copy = told?.replace(/^.* kept in (.*) and can be.*$/, '$1') ?? '';
  expect(await readFile(copy, 'utf8')).toContain('CAT');
  await foyer.quit();
  await launch(other);
  await expect.poll(() => namesOnBar(shell)).toEqual(['ANN', 'BOB']);
  await expect((await foyer.servicePage(site.addressOf('ann'))).locator('body')).toBeVisible();
  expect(await command(shell, 'inbox.count', { filter: { text: 'Hello' } })).toEqual({
    kind: 'ok',
    value: 1,
  });

  // What was before comes back from its copy.
  await command(shell, 'command.run', { id: 'backup' });
  await press('Restore a backup');
  await answerDialogsWith(copy);
  await press('Choose a backup');
  await expect(shell.getByText('Come: CAT')).toBeVisible();
  await press('Restore');
  await expect.poll(() => namesOnBar(shell)).toEqual(['CAT']);

  // One that is at another address there begins anew, at that address.
  await foyer.servicePage(site.addressOf('cat'));
  const moved = join(folder, 'moved.json');
  await writeFile(
    moved,
    (await readFile(copy, 'utf8')).replace(site.addressOf('cat'), site.addressOf('dog')),
  );
  await answerDialogsWith(moved);
  await press('Back');
  await press('Restore a backup');
  await press('Choose a backup');
  await expect(shell.getByText('Change: CAT')).toBeVisible();
  await press('Restore');
  await foyer.servicePage(site.addressOf('dog'));
});
