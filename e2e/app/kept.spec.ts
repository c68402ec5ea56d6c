import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { emptyPersisted, type Persisted } from '../../electron/core/model/persisted.js';
import { FILES } from '../../electron/main/store/disk.js';
import { namesOnBar, onBar, openSettings, pickFor } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { seedService } from '../support/seed.js';

let desktop: Desktop;
let foyer: Foyer | undefined;
let profile: string;

test.beforeAll(async () => {
  desktop = await startDesktop();
});

test.beforeEach(async () => {
  profile = await createProfile();
});

test.afterEach(async () => {
  await quit();
  await removeProfile(profile);
});

test.afterAll(() => desktop?.stop());

async function launch(seed?: Partial<Persisted>): Promise<Foyer> {
  foyer = await startFoyer({ env: desktop.env, profile, ...(seed === undefined ? {} : { seed }) });
  return foyer;
}
async function quit(): Promise<void> {
  await foyer?.quit();
  foyer = undefined;
}

const main = () => join(profile, FILES.main);
const backup = () => join(profile, FILES.backup);
const kept = async (): Promise<Persisted> => JSON.parse(await readFile(main(), 'utf8')) as Persisted;
const asideFiles = async () =>
  (await readdir(profile)).filter((name) => /^foyer\.(?:backup\.)?(?:broken|from-version)/.test(name));
// Nobody listens there, and nobody needs to.
const services = ['ann', 'bob', 'cat'].map((id) =>
  seedService({ id, recipeId: 'website', name: id, url: `http://127.0.0.1:1023/${id}/` }),
);
const textOf = (changes: object) => JSON.stringify({ ...emptyPersisted, ...changes });
const notice = (running: Foyer) => running.shell.getByRole('complementary', { name: 'Notices' });

test('services, their order and all settings are there after a restart', async () => {
  const { shell } = await launch({ services, activeServiceId: 'ann' });
  await pickFor(shell, 'cat', 'Move up');
  await pickFor(shell, 'ann', 'Rename');
  await shell.getByRole('textbox', { name: 'Name' }).fill('Anna');
  await shell.keyboard.press('Enter');
  await pickFor(shell, 'bob', 'Turn off');
  await openSettings(shell);
  for (const name of ['With names', 'Dark']) {
    const radio = shell.getByRole('radio', { name });
    // It is chosen once main says so.
    await radio.click({ force: true });
    await expect(radio).toBeChecked();
  }
  await onBar(shell, 'Focus is off').click();
  await shell.getByRole('menuitem', { name: 'Focus until you end it' }).click();
  await expect(onBar(shell, 'Focus until you end it')).toBeVisible();
  await quit();
  const { shell: again } = await launch();
  expect(await namesOnBar(again)).toEqual(['Anna', 'cat', 'bob']);
  await expect(onBar(again, 'bob')).toHaveAccessibleName(/turned off/);
  await expect(onBar(again, 'Focus until you end it')).toBeVisible();
  await openSettings(again);
  await expect(again.getByRole('radio', { name: 'With names' })).toBeChecked();
  await expect(again.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

const whole = textOf({ services, activeServiceId: 'bob' });
// Each place to cut it is tried by disk.test.ts, and by `npm run faults`.
const broken: readonly (readonly [string, string])[] = [
  ['cut off in the middle', whole.slice(0, whole.length / 2)],
  ['of another shape', textOf({ services: services.map(({ id }) => ({ id })) })],
];
for (const [what, text] of broken)
  test(`K2 a file ${what}: the backup is used, the person is told, nothing is thrown away`, async () => {
    await writeFile(main(), text);
    await writeFile(backup(), textOf({ services: services.slice(0, 2), activeServiceId: 'bob' }));
    const running = await launch();
    expect(await namesOnBar(running.shell)).toEqual(['ann', 'bob']);
    const [aside] = await asideFiles();
    await expect(notice(running)).toContainText(
      `Your settings could not be read, so the last good copy is in use. The broken file was kept as ${aside}.`,
    );
    expect(await readFile(join(profile, aside ?? ''), 'utf8')).toBe(text);
    await expect.poll(() => kept().then((one) => one.services.length)).toBe(2);
  });

test('what was set aside is told until it is put away, and not at the next start', async () => {
  await writeFile(main(), '{');
  await writeFile(backup(), textOf({ services, activeServiceId: 'bob' }));
  const running = await launch();
  await running.shell.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(running)).toBeHidden();
  await expect.poll(() => kept().then((one) => one.services.length)).toBe(3);
  await quit();
  await expect(notice(await launch())).toBeHidden();
});

test('both files broken: it starts afresh and says so', async () => {
  await writeFile(main(), '{"version":1,');
  await writeFile(backup(), '');
  const running = await launch();
  await expect(running.shell.getByRole('heading', { name: 'Add your first service' })).toBeVisible();
  await expect(notice(running)).toContainText('Your settings could not be read, so Foyer starts fresh.');
  expect(await asideFiles()).toHaveLength(2);
});

test('written by a newer version: it is set aside whole, and the person is told', async () => {
  const newer = JSON.stringify({ version: 99, rooms: ['of another time'] });
  await writeFile(main(), newer);
  const running = await launch();
  await expect(notice(running)).toContainText('Your settings are from a newer Foyer');
  const [aside] = await asideFiles();
  expect(aside).toContain('from-version-99');
  expect(await readFile(join(profile, aside ?? ''), 'utf8')).toBe(newer);
});

test('killed right after a change was written, the change is there; ended with the session, it ends in order', async () => {
  const running = await launch({ services, activeServiceId: 'ann' });
  await pickFor(running.shell, 'bob', 'Remove');
  await expect.poll(() => namesOnBar(running.shell)).toEqual(['ann', 'cat']);
  await expect.poll(() => kept().then((one) => one.services.map(({ id }) => id))).toEqual(['ann', 'cat']);
  const ended = running.app.waitForEvent('close');
  running.app.process().kill('SIGKILL');
  await ended;
  foyer = undefined;
  const again = await launch();
  expect(await namesOnBar(again.shell)).toEqual(['ann', 'cat']);
  await expect(notice(again)).toBeHidden();
  // A library that hears this signal too, later than Chromium does, would end it at once.
  const over = once(again.app.process(), 'exit');
  again.app.process().kill('SIGTERM');
  expect(await over).toEqual([0, null]);
  foyer = undefined;
});

test('a file that cannot be written is told, nothing is lost, and it is made up for', async () => {
  const running = await launch({ services, activeServiceId: 'ann' });
  await rm(main());
  await mkdir(join(main(), 'in the way'), { recursive: true });
  await pickFor(running.shell, 'bob', 'Turn off');
  await expect(notice(running)).toContainText('Your last change could not be saved: ');
  await expect(onBar(running.shell, 'bob')).toHaveAccessibleName(/turned off/);
  await rm(main(), { recursive: true });
  await expect(notice(running)).toBeHidden();
  expect((await kept()).services.map(({ enabled }) => enabled)).toEqual([true, false, true]);
});

test('a full disk is told, and what was there before stays whole', async () => {
  test.skip(process.getuid?.() !== 0, 'a small disk of its own can only be made by root');
  const run = promisify(execFile);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', profile]);
  try {
    const running = await launch({ services, activeServiceId: 'ann' });
    await expect(onBar(running.shell, 'bob')).toBeVisible();
    const filler = join(profile, 'filler');
    await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']).catch(() => undefined); // ends when it is full
    await run('dd', ['if=/dev/zero', `of=${filler}-2`, 'bs=1']).catch(() => undefined);
    await pickFor(running.shell, 'bob', 'Turn off');
    await expect(notice(running)).toContainText('Your last change could not be saved: ');
    expect((await kept()).services.map(({ enabled }) => enabled)).toEqual([true, true, true]);
    await Promise.all([rm(filler), rm(`${filler}-2`, { force: true })]);
    await expect(notice(running)).toBeHidden();
    expect((await kept()).services.map(({ enabled }) => enabled)).toEqual([true, false, true]);
  } finally {
    await quit();
    await run('umount', ['--lazy', profile]);
  }
});
