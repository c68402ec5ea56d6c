import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { defaultSettings } from '../../electron/core/model/settings';
import { noticeIn } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { type FileServer, startFileServer } from '../support/file-server.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { seedService } from '../support/seed.js';

test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let files: FileServer;
let folder: string;
let foyer: Foyer;

const launch = async (profile?: string): Promise<void> => {
  const services = [seedService({ id: 'ann', recipeId: 'website', name: 'Files', url: files.address })];
  const settings = { ...defaultSettings, downloads: { kind: 'folder', folder } } as const;
  foyer = await startFoyer({
    env: desktop.env,
    ...(profile === undefined ? { seed: { services, activeServiceId: 'ann', settings } } : { profile }),
  });
};
const sheet = () => foyer.shell.getByRole('dialog', { name: 'Downloads' });
const act = (name: string) => sheet().getByRole('button', { name, exact: true });
const start = async (): Promise<void> => {
  const page = await foyer.servicePage(files.address);
  await page.getByRole('link', { name: 'File' }).click({ noWaitAfter: true });
};
const callUp = async (): Promise<void> => {
  await command(foyer.shell, 'command.run', { id: 'downloads' });
  await expect(sheet()).toBeVisible();
};
const putAway = () => act('Close').click();
const isWhole = async (name: string): Promise<boolean> =>
  files.whole.equals(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)));

test.beforeAll(async () => {
  [desktop, files, folder] = await Promise.all([
    startDesktop(),
    startFileServer(),
    mkdtemp(join(tmpdir(), 'foyer-files-')),
  ]);
  await launch();
});

test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), files?.stop(), rm(folder, { recursive: true, force: true })]);
  await removeProfile(foyer.profile);
});

test('B20 B21 B27 one is followed, paused and gone on with, and the launcher shows how far it is', async () => {
  files.how = 'wait';
  await start();
  await expect(foyer.shell.getByRole('button', { name: 'Downloads, 1 under way' })).toBeVisible();
  await desktop.launcher.nextLauncher(({ progress }) => progress === 0.5);
  await foyer.shell.getByRole('button', { name: 'Downloads, 1 under way' }).click();
  await expect(sheet().getByRole('progressbar', { name: 'minutes.pdf' })).toHaveAttribute('value', '50');
  await act('Pause minutes.pdf').click();
  await expect(sheet()).toContainText('Paused at 2 MB of 4 MB');
  await desktop.launcher.nextLauncher(({ progress }) => progress === undefined);
  files.letGo();
  await act('Go on with minutes.pdf').click();
  await expect(sheet()).toContainText(/4 MB, .*Files/);
  await expect(act('Open minutes.pdf')).toBeVisible();
  expect(await isWhole('minutes.pdf')).toBe(true);
  await act('Clear list').click();
  await expect(sheet()).toContainText('Files you download are listed here.');
  await putAway();
});

test('B24 a connection that is cut is taken up again; where it is cut for good, by the person', async () => {
  files.asked.length = 0;
  files.how = 'cut';
  await start();
  await expect(noticeIn(foyer.shell, /could not be downloaded/)).toBeVisible();
  expect(files.asked.slice(0, 2)).toEqual(['-', 'bytes=2000000-']);
  await callUp();
  await expect(sheet()).toContainText('The server broke it off.');
  files.how = 'all';
  await act('Try minutes (2).pdf again').click();
  await expect(act('Open minutes (2).pdf')).toBeVisible();
  expect(files.asked.at(-1)).toMatch(/^bytes=[1-9]\d{6}-$/);
  expect(await isWhole('minutes (2).pdf')).toBe(true);
  await act('Clear list').click();
  await putAway();
});

test('B22 one that is cancelled leaves nothing', async () => {
  files.how = 'wait';
  await start();
  await callUp();
  await act('Cancel minutes (3).pdf').click();
  await expect(sheet()).toContainText('Cancelled');
  expect((await readdir(folder)).toSorted()).toEqual(['minutes (2).pdf', 'minutes.pdf']);
  await act('Clear list').click();
  await putAway();
});

test('B24 a full disk is named, and there is room for another try', async () => {
  test.skip(process.getuid?.() !== 0, 'a small disk of its own can only be made by root');
  const run = promisify(execFile);
  const small = await mkdtemp(join(tmpdir(), 'foyer-small-'));
  await run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]);
  try {
    const onSmall = { kind: 'folder', folder: small } as const;
    await command(foyer.shell, 'service.set-downloads', { serviceId: 'ann', downloads: onSmall });
    files.how = 'all';
    await start();
    await callUp();
    await expect(sheet()).toContainText('There is no room left on the disk.');
    await run('mount', ['-o', 'remount,size=9m', small]);
    await act('Try minutes.pdf again').click();
    await expect(act('Open minutes.pdf')).toBeVisible();
    expect(files.whole.equals(await readFile(join(small, 'minutes.pdf')))).toBe(true);
    await act('Clear list').click();
    await putAway();
  } finally {
    await command(foyer.shell, 'service.set-downloads', { serviceId: 'ann', downloads: null });
    await run('umount', ['--lazy', small]);
  }
});

test('B23 what the end of the app cuts off goes on with the next start from where it was', async () => {
  files.how = 'wait';
  await start();
  await desktop.launcher.nextLauncher(({ progress }) => progress === 0.5);
  const { profile } = foyer;
  await foyer.quit();
  expect(await readdir(folder)).toContain('minutes (3).pdf.foyer-part');
  files.asked.length = 0;
  files.how = 'all';
  await launch(profile);
  await expect.poll(() => isWhole('minutes (3).pdf')).toBe(true);
  expect(files.asked).toEqual(['bytes=2000000-']);
  await callUp();
  await expect(act('Open minutes (3).pdf')).toBeVisible();
  expect((await readdir(folder)).toSorted()).toEqual(['minutes (2).pdf', 'minutes (3).pdf', 'minutes.pdf']);
});
