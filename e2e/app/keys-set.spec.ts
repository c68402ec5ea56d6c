import { expect, type Page, test } from '@playwright/test';
import { windowOf } from '../support/bar.js';
import { command } from '../support/inbox.js';
import { record, rowOf, searchSettings } from '../support/key-settings.js';
import { type KeysScene, startKeysScene } from '../support/keys-scene.js';

test.describe.configure({ mode: 'serial' });

let scene: KeysScene;
let shell: Page;

test.beforeAll(async () => {
  scene = await startKeysScene();
  ({ shell } = scene);
});

test.afterAll(async () => {
  await scene?.stop();
});

const inboxTitle = () => shell.getByRole('heading', { level: 1, name: 'Inbox' });
/** The keys a page has heard since it was last asked, beside what was held. */
const heardBy = async (page: Page): Promise<readonly string[]> =>
  (await scene.heardBy(page)).filter((key) => !/(?:Control|Alt|Shift)$/.test(key));

test('M7 all keys are listed from a page, searched, and put away; then the page has the keyboard again', async () => {
  await scene.focusPage('ann');
  await scene.keyboard.press('Control+/');
  const sheet = shell.getByRole('dialog', { name: 'All keys' });
  await expect(sheet.getByRole('textbox', { name: 'Search commands and keys' })).toBeFocused();
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  await scene.keyboard.type('reload');
  const found = ['Reload', 'Reload from the start page', 'Reload all services'];
  await expect(sheet.getByRole('term')).toHaveText(found);
  await expect(sheet.getByRole('definition').first()).toHaveText('CtrlR');
  await scene.keyboard.press('Escape');
  await expect(sheet.getByRole('term').filter({ hasText: 'Service 1–9' })).toBeVisible();
  await scene.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect.poll(() => scene.keyboardAt()).toBe('ann');
});

test('M7 M14 from the shell ? lists them too, and leads to where they are set, again and again', async () => {
  for (const round of [1, 2]) {
    await scene.focusShell('ann');
    await scene.keyboard.press('Shift+/');
    const sheet = shell.getByRole('dialog', { name: 'All keys' });
    await sheet.getByRole('button', { name: 'Change keys' }).click();
    await expect(sheet, `round ${round}`).toHaveCount(0);
    await expect(shell.getByRole('heading', { name: 'Keyboard' })).toBeInViewport();
    await expect(rowOf(shell, 'Show or hide Foyer from anywhere').locator(':focus')).toHaveCount(1);
  }
});

test('M8 a key is recorded though another command has it, taken over, cleared, and given back', async () => {
  await searchSettings(scene, 'inbox');
  await record(scene, 'Inbox', 'Control+2');
  const row = rowOf(shell, 'Inbox');
  await expect(row.getByRole('alert')).toHaveText('Ctrl+2 is for: Service 2');
  await row.getByRole('button', { name: 'Use it here' }).click();
  await expect(row.getByRole('listitem')).toHaveText(['F8', 'Ctrl2']);
  await record(scene, 'Inbox', 'c');
  await expect(row.getByRole('alert')).toContainText('C is needed for typing');
  await record(scene, 'Inbox', 'Control+c');
  await expect(row.getByRole('alert')).toHaveText('Ctrl+C is needed for editing text.');
  await record(scene, 'Inbox', 'Escape');
  await expect(row.getByText('Add key')).toBeVisible();

  const page = await scene.focusPage('ann');
  await scene.keyboard.press('Control+2');
  await expect(inboxTitle()).toBeVisible();
  await scene.keyboard.press('Control+2');
  await scene.shown('ann');
  expect(await heardBy(page)).toEqual([]);

  await searchSettings(scene, 'service 2');
  await expect(rowOf(shell, 'Service 2').getByText('Now for: Inbox')).toBeVisible();
  await searchSettings(scene, 'inbox');
  await row.getByRole('button', { name: 'No key for: Inbox' }).click();
  await expect(row.getByRole('listitem')).toHaveCount(0);
  await scene.focusPage('ann');
  await scene.keyboard.press('F8');
  await expect.poll(() => heardBy(page)).toEqual(['F8']);
  await scene.keyboard.press('Control+2');
  await scene.shown('bob');

  await searchSettings(scene, 'as they came');
  await shell.getByRole('button', { name: 'Take back' }).click();
  await expect(shell.getByText('All commands have the keys they came with.')).toBeVisible();
  await shell.getByRole('button', { name: 'Undo' }).click();
  await searchSettings(scene, 'inbox');
  await row.getByRole('button', { name: 'Back to default: Inbox' }).click();
  await expect(row.getByRole('listitem')).toHaveText(['F8']);
});

test('M6 a key is given back to the pages of one service', async () => {
  await searchSettings(scene, 'ann');
  await shell.getByRole('combobox', { name: 'Keys its pages keep' }).selectOption('F9');
  const page = await scene.focusPage('ann');
  await scene.keyboard.press('F9');
  await expect.poll(() => heardBy(page)).toEqual(['F9']);
  await expect(shell.locator('.focus-button')).toHaveAccessibleName('Focus is off');
  await scene.focusPage('bob');
  await scene.keyboard.press('F9');
  await expect(shell.locator('.focus-button')).toHaveAccessibleName('Focus until you end it');
  await scene.keyboard.press('F9');
});

test('M11 F3 finds in the page, goes on and back, and leaves what was found selected', async () => {
  const page = await scene.focusPage('bob');
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.textContent = 'oak elm oak Oak';
    document.body.append(words);
  });
  await scene.keyboard.press('F3');
  const bar = shell.getByRole('search', { name: 'Find in page' });
  const said = bar.getByRole('status');
  await expect(bar.getByRole('textbox')).toBeFocused();
  await expect.poll(() => scene.keyboardAt()).toBe('shell');
  await scene.keyboard.type('oak');
  await expect(said).toHaveText('1 of 3');
  await scene.keyboard.press('Enter');
  await expect(said).toHaveText('2 of 3');
  await scene.keyboard.press('F3');
  await expect(said).toHaveText('3 of 3');
  await scene.keyboard.press('Shift+F3');
  await expect(said).toHaveText('2 of 3');
  await scene.keyboard.press('Shift+Enter');
  await expect(said).toHaveText('1 of 3');
  await bar.getByRole('button', { name: 'Match case' }).click();
  // Chromium goes on from where it was.
  await expect(said).toHaveText(/of 2$/);
  await bar.getByRole('textbox').fill('beech');
  await expect(said).toHaveText('Not found');
  await bar.getByRole('textbox').fill('elm');
  await expect(said).toHaveText('1 of 1');
  await scene.keyboard.press('Escape');
  await expect.poll(() => scene.keyboardAt()).toBe('bob');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('elm');
  await scene.keyboard.press('F3');
  await expect(bar.getByRole('textbox')).toHaveValue('elm');
  await expect(said).toHaveText('1 of 1');
  await scene.keyboard.press('Escape');
});

test('M13 in the settings, the inbox and the rules F3 and Ctrl+F go to where one searches', async () => {
  for (const { id, field } of [
    { id: 'settings', field: 'Search settings' },
    { id: 'rules', field: 'Search services and channels' },
    { id: 'inbox', field: 'Search the inbox' },
  ]) {
    await command(shell, 'command.run', { id });
    const search = shell.getByRole('textbox', { name: field });
    await expect(search).toBeVisible();
    await expect.poll(() => scene.keyboardAt()).toBe('shell');
    for (const find of ['F3', 'Control+f']) {
      await shell.getByRole('button', { name: 'Close this page' }).focus();
      await scene.keyboard.press(find);
      await expect(search).toBeFocused();
    }
  }
});

test('M13 with the keyboard in the shell Ctrl+F finds in the page that is shown', async () => {
  const bar = shell.getByRole('search', { name: 'Find in page' });
  await scene.focusShell('bob');
  await scene.keyboard.press('Control+f');
  await expect(bar.getByRole('textbox')).toBeFocused();
  await scene.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});

test('M10 a key of the whole system brings Foyer up, and hides it', async () => {
  await searchSettings(scene, 'from anywhere');
  const name = 'Show or hide Foyer from anywhere';
  await record(scene, name, 'Control+Alt+f');
  await expect(rowOf(shell, name).getByRole('listitem')).toHaveText(['CtrlAltF']);
  await expect.poll(async () => (await windowOf(scene.foyer)).isFocused).toBe(true);
  await scene.keyboard.press('Control+Alt+f');
  await expect.poll(async () => (await windowOf(scene.foyer)).isVisible).toBe(false);
  await scene.keyboard.press('Control+Alt+f');
  await expect.poll(async () => (await windowOf(scene.foyer)).isVisible).toBe(true);
  const take = rowOf(shell, name).getByRole('button', { name: /^Take Ctrl\+Alt\+F away/ });
  await take.click();
  await expect(rowOf(shell, name).getByRole('listitem')).toHaveCount(0);
});
