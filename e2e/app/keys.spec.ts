import { expect, type Page, test } from '@playwright/test';
import { barOf, onBar } from '../support/bar.js';
import { type Foyer, startFoyer } from '../support/foyer.js';
import { type KeysScene, startKeysScene } from '../support/keys-scene.js';

test.describe.configure({ mode: 'serial' });

let scene: KeysScene;
let shell: Page;
let foyer: Foyer;

test.beforeAll(async () => {
  scene = await startKeysScene();
  ({ shell, foyer } = scene);
});

test.afterAll(async () => {
  await scene?.stop();
});

for (const from of ['the page', 'the shell'] as const) {
  const start = (id: string) => (from === 'the page' ? scene.focusPage(id) : scene.focusShell(id));

  test(`with the keyboard in ${from}: numbers and Page Down go to services, and the keyboard goes with them`, async () => {
    await start('ann');
    await scene.keyboard.press('Control+2');
    await scene.shown('bob');
    await expect.poll(() => scene.keyboardAt()).toBe('bob');
    await start('bob');
    await scene.keyboard.press('Control+4');
    await scene.shown('dan');
    await start('dan');
    await scene.keyboard.press('Control+3');
    await scene.shown('cat');
    await expect(shell.getByRole('heading', { name: 'cat is turned off' })).toBeVisible();
    await start('ann');
    await scene.keyboard.press('Control+9');
    await scene.shown('ann');
    await start('bob');
    await scene.keyboard.press('Control+PageDown');
    await scene.shown('dan'); // the one that is off is passed over
    await start('dan');
    await scene.keyboard.press('Control+PageDown');
    await scene.shown('ann');
    await start('ann');
    await scene.keyboard.press('Control+PageUp');
    await scene.shown('dan');
    await expect.poll(() => scene.keyboardAt()).toBe('dan');
  });
}

test('F6 goes to the bar, to the service that is shown, and back to where one typed', async () => {
  const page = await scene.focusPage('bob');
  await scene.keyboard.type('hel');
  await scene.keyboard.press('F6');
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  await expect(barOf(shell).locator(':focus')).toHaveAccessibleName(/^bob/);
  await scene.keyboard.press('F6');
  await expect.poll(() => scene.keyboardAt()).toBe('bob');
  await scene.keyboard.type('lo');
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('hello');
  await scene.keyboard.press('F6');
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  await scene.keyboard.press('Escape');
  await expect.poll(() => scene.keyboardAt()).toBe('bob');
});

test('a page hears nothing of what the app takes, and everything else', async () => {
  const page = await scene.focusPage('ann');
  await scene.keyboard.press('Control+2');
  await scene.focusPage('bob');
  await scene.keyboard.press('Control+1');
  await scene.shown('ann');
  await scene.keyboard.press('Control+,');
  await expect(shell.getByRole('textbox', { name: 'Search settings' })).toBeFocused();
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  await scene.keyboard.press('Escape');
  await expect.poll(() => scene.keyboardAt()).toBe('ann');
  await scene.keyboard.press('F6');
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  const taken = await scene.heardBy(page);
  expect(taken.filter((key) => !/(?:Control|Alt|Shift)$/.test(key))).toEqual([]);
  await scene.focusPage('ann');
  const free = [
    'Control+b',
    'Control+j',
    'Alt+1',
    'Control+Alt+2',
    'Control+Shift+K',
    'Escape',
    'F5',
    'Control+f',
  ];
  for (const key of free) await scene.keyboard.press(key);
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard);
  await expect
    .poll(async () => (await heard()).filter((key) => !/(?:Control|Alt|Shift)$/.test(key)))
    .toEqual(free);
  await scene.shown('ann');
});

test('F9 begins and ends focus and F8 opens and leaves the inbox, wherever the keyboard is', async () => {
  const page = await scene.focusPage('ann');
  const button = shell.locator('.focus-button');
  await scene.keyboard.press('F9');
  await expect(button).toHaveAccessibleName('Focus until you end it');
  await scene.keyboard.press('F9');
  await expect(button).toHaveAccessibleName('Focus is off');
  await scene.keyboard.press('F8');
  await expect(shell.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await scene.keyboard.press('F8');
  await scene.shown('ann');
  expect(await scene.heardBy(page)).toEqual([]);
});

test('Ctrl+Q ends the app from a page', async () => {
  await scene.focusPage('bob');
  const ended = foyer.app.waitForEvent('close');
  await scene.keyboard.press('Control+q');
  await ended;
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});

test('Ctrl+Q ends the app from the shell', async () => {
  foyer = await startFoyer({ env: scene.desktop.env, profile: foyer.profile });
  await onBar(foyer.shell, 'Settings').click();
  await expect.poll(() => scene.keyboardAt(foyer)).toBe('shell');
  const ended = foyer.app.waitForEvent('close');
  await scene.keyboard.press('Control+q');
  await ended;
});
