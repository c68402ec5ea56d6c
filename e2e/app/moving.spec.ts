import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { exportOf } from '../../electron/main/moving/exports.test-support.js';
import { writeFerdiumDatabase } from '../../electron/main/moving/ferdium-database.test-support.js';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { namesOnBar, onBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

const NAMES = [
  ...['Ops', 'Acme', 'IRC', 'Team', 'WhatsApp', 'WhatsApp 2'],
  ...['Mail', 'Intranet', 'Outlook', 'Zulip', 'Discord', 'Jira'],
];

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let shell: Page;
let home: string;
let profile: string;

const start = async (): Promise<void> => {
  const env = { ...desktop.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  foyer = await startFoyer({ env, profile });
  ({ shell } = foyer);
};
/** What the system's file dialog gives back. */
const answerDialogWith = (file: string) =>
  foyer.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
const openPage = async (): Promise<void> => {
  await command(shell, 'command.run', { id: 'moving' });
  await expect(shell.getByRole('heading', { name: 'Bring services over' })).toBeVisible();
};

test.beforeAll(async () => {
  [desktop, site, home, profile] = await Promise.all([
    startDesktop(),
    startSite(),
    createFolder('home'),
    createProfile(),
  ]);
  // As Ferdium leaves it, without an account; its servers are ours.
  const ferdium = join(home, '.config/Ferdium');
  await mkdir(join(ferdium, 'recipes/discord'), { recursive: true });
  await writeFile(join(ferdium, 'recipes/discord/user.css'), 'body { letter-spacing: 1px }');
  const text = exportOf('ferdium-texts.ferdium-data').replaceAll(
    'https://mm.example.org/ops',
    site.addressOf('mm'),
  );
  writeFerdiumDatabase(join(ferdium, 'server.sqlite'), text);
  await start();
});

test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), site?.stop()]);
  if (home !== undefined) await removeFolder(home);
  if (profile !== undefined) await removeProfile(profile);
});

test('E6 E9 E10 E11 on the first start what is in Ferdium’s folder is shown, then comes over, by keyboard', async () => {
  const way = shell.getByRole('button', { name: 'Ferdium is on this computer: bring its services over' });
  await expect(way).toBeVisible();
  await way.focus();
  await shell.keyboard.press('Enter');
  await shell.getByRole('button', { name: 'See what is there: Ferdium' }).press('Enter');
  await expect(shell.getByRole('heading', { name: 'What comes from Ferdium' })).toBeVisible();
  await expect(shell.getByRole('checkbox', { checked: true })).toHaveCount(NAMES.length + 1);
  await expect(shell.getByRole('checkbox', { name: 'Ops' })).toHaveAccessibleDescription(/With it: no sound/);
  await expect(shell.getByRole('checkbox', { name: 'Intranet' })).toHaveAccessibleDescription(
    /With it: its proxy Not taken over: the password of its proxy/,
  );
  await shell.getByText('What is not taken over, and why').click();
  await expect(shell.getByText(/^Passwords of proxies: the file has them for all to read/)).toBeVisible();
  // Nothing is done yet.
  expect(await namesOnBar(shell)).toEqual([]);
  await shell.getByRole('button', { name: 'Bring 12 services over' }).press('Enter');
  await expect(shell.getByRole('heading', { name: '12 services and 2 workspaces came over' })).toBeVisible();
  expect(await namesOnBar(shell)).toEqual(NAMES);
  const told = await shell.getByText(/^What came, what did not and why is written in/).textContent();
  const report = await readFile(told?.replace(/^.* in /, '') ?? '', 'utf8');
  expect(report).toContain('body { letter-spacing: 1px }');
  await expect(shell.getByRole('button', { name: 'Go to your services' })).toBeFocused();
  await shell.keyboard.press('Enter');
  await expect((await foyer.servicePage(site.addressOf('mm'))).locator('body')).toBeVisible();
  await expect(onBar(shell, 'WhatsApp')).toHaveAccessibleName(/off/);
  await expect(onBar(shell, 'Acme')).toHaveAccessibleName(/notifications off/);
});

test('E7 after a restart the same brings nothing twice; a file of another app adds what is new', async () => {
  await foyer.quit();
  await start();
  await expect.poll(() => namesOnBar(shell)).toEqual(NAMES);
  await openPage();
  await shell.getByRole('button', { name: 'See what is there: Ferdium' }).click();
  await expect(shell.getByText('Is here already', { exact: true })).toHaveCount(NAMES.length);
  await expect(shell.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await shell.getByRole('button', { name: 'Back' }).click();

  const file = join(home, 'rambox-backup.json');
  await writeFile(file, exportOf('rambox-backup.json'));
  await answerDialogWith(file);
  await shell.getByRole('button', { name: 'Choose a file' }).click();
  await shell.getByRole('checkbox', { name: 'Phone' }).uncheck();
  // The Team and the Acme of Rambox are those that came from Ferdium.
  await expect(shell.getByText('Is here already', { exact: true })).toHaveCount(2);
  await shell.getByRole('button', { name: 'Bring 3 services over' }).click();
  await expect(shell.getByRole('heading', { name: '3 services came over' })).toBeVisible();
  await expect.poll(() => namesOnBar(shell)).toEqual([...NAMES, 'Wiki', 'Telegram', 'MM']);
});

test('E2 E4 nonsense is told with what to do, and an address that is missing is asked for', async () => {
  await shell.getByRole('button', { name: 'Bring more over' }).click();
  const file = join(home, 'cut.ferdium-data');
  await writeFile(file, exportOf('ferdium-texts.ferdium-data').slice(0, 700));
  await answerDialogWith(file);
  await shell.getByRole('button', { name: 'Choose a file' }).click();
  await expect(shell.getByRole('alert')).toHaveText(/^That file is broken or cut off\. Export it again/);
  await writeFile(file, '{"services":[{"id":1,"recipeId":"self-made","name":"Ours"}],"workspaces":[]}');
  await shell.getByRole('button', { name: 'Choose a file' }).click();
  const address = shell.getByRole('textbox', { name: 'Address of Ours' });
  await expect(shell.getByRole('button', { name: 'Bring 0 services over' })).toBeDisabled();
  await address.fill('mailto:ours');
  await shell.getByRole('button', { name: 'Bring 1 service over' }).click();
  await expect(address).toHaveAccessibleDescription(/^That is not an address/);
  await address.fill(site.addressOf('ours'));
  await shell.getByRole('button', { name: 'Bring 1 service over' }).click();
  await expect(shell.getByRole('heading', { name: '1 service came over' })).toBeVisible();
  expect(await namesOnBar(shell)).toContain('Ours');
});
