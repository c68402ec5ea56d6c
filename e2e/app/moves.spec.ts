import { expect, type Page, test } from '@playwright/test';
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

test('M9 Ctrl+Tab goes to where one was before; held, it shows the list and goes where it is let go', async () => {
  await scene.focusPage('ann');
  await scene.focusPage('bob');
  await scene.focusPage('dan');
  await scene.keyboard.press('Control+Tab');
  await scene.shown('bob');
  await expect.poll(() => scene.keyboardAt()).toBe('bob');
  await scene.keyboard.press('Control+Tab');
  await scene.shown('dan');
  const control = await scene.keyboard.hold('Control');
  await scene.keyboard.press('Tab');
  await scene.keyboard.press('Tab');
  const list = shell.getByRole('listbox', { name: 'Last used' });
  await expect(list.getByRole('option', { selected: true })).toHaveText(/ann/);
  await control.letGo();
  await scene.shown('ann');
  await expect(list).toHaveCount(0);
  await expect.poll(() => scene.keyboardAt()).toBe('ann');
});

test('O2 back and forward go along the way over services', async () => {
  await scene.focusPage('bob');
  await scene.focusPage('dan');
  await scene.keyboard.press('Alt+ArrowLeft');
  await scene.shown('bob');
  await scene.keyboard.press('Alt+ArrowLeft');
  await scene.shown('ann');
  await scene.keyboard.press('Alt+ArrowRight');
  await scene.shown('bob');
  await expect.poll(() => scene.keyboardAt()).toBe('bob');
});

test('M12 a page is made larger and smaller, for its service alone', async () => {
  const page = await scene.focusPage('ann');
  const ratio = () => page.evaluate(() => devicePixelRatio);
  const before = await ratio();
  await scene.keyboard.press('Control+=');
  await expect.poll(ratio).toBeCloseTo(before * 1.1, 2);
  await scene.keyboard.press('Control+-');
  await scene.keyboard.press('Control+-');
  await expect.poll(ratio).toBeCloseTo(before * 0.9, 2);
  expect(await scene.pageOf('bob').evaluate(() => devicePixelRatio)).toBe(before);
  await scene.keyboard.press('Control+0');
  await expect.poll(ratio).toBe(before);
});
