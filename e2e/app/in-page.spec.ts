import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startMirror } from '../support/dictionary-mirror.js';
import { noticeIn } from '../support/bar.js';
import { command } from '../support/inbox.js';
import { type KeysScene, startKeysScene } from '../support/keys-scene.js';
import { type NativeMenus, watchNativeMenus } from '../support/native-menu.js';

test.describe.configure({ mode: 'serial' });

let scene: KeysScene;
let menus: NativeMenus;

const WHOLE = ['Reload', 'Copy Page Address', 'Open Page in Browser', 'Print', 'Save as PDF'];
const setSpelling = (changes: { readonly languages: string[]; readonly mirror?: string }) =>
  command(scene.shell, 'settings.change', { spelling: { mirror: '', words: [], ...changes } });
const clipboard = () => scene.foyer.app.evaluate(({ clipboard: system }) => system.readText());
const opened = () =>
  scene.foyer.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));

test.beforeAll(async () => {
  scene = await startKeysScene({ ids: ['ann'], off: [] });
  menus = await watchNativeMenus(scene.foyer, scene.keyboard);
  // Whatever dictionaries there are on this machine.
  await setSpelling({ languages: [] });
  await scene.foyer.app.evaluate(({ shell }) => {
    const told: string[] = [];
    Object.assign(globalThis, { opened: told });
    shell.openExternal = (url) => Promise.resolve(void told.push(url));
  });
});

test.afterAll(async () => {
  await scene?.stop();
});

test('B7 by key, the menu of a field cuts, and pastes again', async () => {
  const page = await scene.focusPage('ann');
  const field = page.getByRole('textbox', { name: 'User' });
  await scene.keyboard.type('tea');
  await scene.keyboard.press('Shift+F10');
  // There is nothing to paste yet.
  expect(await menus.next()).toEqual(['Undo', 'Select All']);
  // The last line, as a person goes up to it.
  await scene.keyboard.press('ArrowUp');
  await scene.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('tea');
  await scene.keyboard.press('Shift+F10');
  expect(await menus.next()).toEqual([
    'Search DuckDuckGo for “tea”',
    ...['Undo', 'Cut', 'Copy', 'Select All'],
  ]);
  await menus.choose('Cut');
  await expect(field).toHaveValue('');
  expect(await clipboard()).toBe('tea');
  await scene.keyboard.press('Shift+F10');
  await menus.next();
  await menus.choose('Paste');
  await expect(field).toHaveValue('tea');
});

test('B2 B4 links open outside or are copied, what is selected is searched for there', async () => {
  const page = await scene.focusPage('ann');
  await page.evaluate(() => {
    document.querySelector('a')?.setAttribute('href', 'https://elsewhere.test/a?b=c');
  });
  const link = page.getByRole('link', { name: 'Room' });
  await link.click({ button: 'right' });
  expect(await menus.next()).toEqual([
    ...['Open Link in Browser', 'Open Link in Foyer', 'Copy Link Address'],
    'Always Open Links to elsewhere.test in Foyer',
  ]);
  await menus.choose('Open Link in Browser');
  await expect.poll(opened).toEqual(['https://elsewhere.test/a?b=c']);
  await link.click({ button: 'right' });
  await menus.next();
  await menus.choose('Copy Link Address');
  await expect.poll(clipboard).toBe('https://elsewhere.test/a?b=c');
  await command(scene.shell, 'settings.change', {
    search: { kind: 'own', template: 'https://find.test/?words=%s' },
  });
  const heading = page.getByRole('heading');
  await heading.selectText();
  await heading.click({ button: 'right' });
  expect(await menus.next()).toEqual(['Search find.test for “Signed out”', 'Copy']);
  await menus.choose('Search find.test for “Signed out”');
  await expect.poll(opened).toEqual(['https://find.test/?words=Signed%20out']);
});

test('B1 a picture is copied, and the page itself loaded anew', async () => {
  const page = await scene.focusPage('ann');
  await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
    const image = Object.assign(new Image(), { src: canvas.toDataURL(), alt: 'A picture' });
    document.body.append(image);
    return image.decode();
  });
  await page.getByRole('img', { name: 'A picture' }).click({ button: 'right' });
  expect(await menus.next()).toEqual(['Save Image', 'Copy Image']);
  await menus.choose('Copy Image');
  const pasted = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('paste', (event) => resolve(event.clipboardData?.files[0]?.type)),
      ),
  );
  await page.getByRole('textbox', { name: 'User' }).click();
  await scene.keyboard.press('Control+v');
  expect(await pasted).toBe('image/png');
  await page.locator('html').click({ button: 'right', position: { x: 300, y: 500 } });
  expect(await menus.next()).toEqual(WHOLE);
  const loaded = page.waitForEvent('load');
  await menus.choose('Reload');
  await loaded;
});

test('B40 B41 B42 a page is gone back in, its address taken along, and it is saved as PDF', async () => {
  const page = await scene.focusPage('ann');
  const plain = { button: 'right', position: { x: 300, y: 500 } } as const;
  const address = page.url();
  await page.evaluate(() => history.pushState({}, '', '?further'));
  await page.locator('html').click(plain);
  expect(await menus.next()).toEqual(['Back', ...WHOLE]);
  await menus.choose('Copy Page Address');
  await expect.poll(clipboard).toBe(`${address}?further`);
  await page.locator('html').click(plain);
  await menus.next();
  await menus.choose('Back');
  await expect.poll(() => page.url()).toBe(address);
  await command(scene.shell, 'command.run', { id: 'page.openOutside' });
  await expect.poll(opened).toEqual([address]);
  const file = join(scene.foyer.profile, 'page.pdf');
  await scene.foyer.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await command(scene.shell, 'command.run', { id: 'page.savePdf' });
  await expect(noticeIn(scene.shell, /Page of ann\.pdf was saved/)).toBeVisible();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('B40 the video of a page leaves it, and comes back', async () => {
  const page = await scene.focusPage('ann');
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
    const video = Object.assign(document.createElement('video'), { muted: true });
    video.srcObject = canvas.captureStream(5);
    document.body.append(video);
    await video.play();
  });
  const isOut = () => page.evaluate(() => document.pictureInPictureElement !== null);
  await command(scene.shell, 'command.run', { id: 'page.pictureInPicture' });
  await expect.poll(isOut).toBe(true);
  await command(scene.shell, 'command.run', { id: 'page.pictureInPicture' });
  await expect.poll(isOut).toBe(false);
});

test('B50 B52 B53 B54 spelling is checked in two languages, by dictionaries of the mirror', async () => {
  const mirror = await startMirror();
  const page = await scene.focusPage('ann');
  const field = page.getByRole('textbox', { name: 'Words' });
  await page.evaluate(() => {
    const made = Object.assign(document.createElement('textarea'), { ariaLabel: 'Words' });
    made.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 300px; height: 80px';
    document.body.append(made);
  });
  /** The menu of the first word; what is written is checked in a moment. */
  const menuOf = async (words: string, line: string, isThere = true): Promise<void> => {
    await expect(async () => {
      await field.fill('');
      await field.pressSequentially(words);
      await field.click({ button: 'right', position: { x: 12, y: 10 } });
      const lines = await menus.next();
      if (lines.includes(line) !== isThere) await menus.close();
      expect(lines.includes(line)).toBe(isThere);
    }).toPass();
  };
  await menuOf('Hauss und ', 'Add to Dictionary', false);
  await menus.close();
  expect(mirror.asked).toEqual([]);
  await setSpelling({ languages: ['de', 'en-US', 'fr'], mirror: mirror.address });
  // One that is under way when another fails is asked for again.
  const asked = () => [...new Set(mirror.asked.map((name) => name.slice(0, 5)))].toSorted();
  await expect.poll(asked).toEqual(['de-de', 'en-us', 'fr-fr']);
  await menuOf('Hauss und tree ', 'Haus');
  await menus.choose('Haus');
  await expect(field).toHaveValue('Haus und tree ');
  await menuOf('Foyer and ein ', 'Add to Dictionary');
  await menus.choose('Add to Dictionary');
  await menuOf('Foyer and ein ', 'Add to Dictionary', false);
  await menus.close();
  await command(scene.shell, 'service.set-spelling', { serviceId: 'ann', spelling: ['de'] });
  await menuOf('tree ein ', 'Add to Dictionary');
  await menus.close();
  await mirror.stop();
});

test('B5 B6 in Foyer’s own fields it is for editing; pages are looked into in developer mode alone', async () => {
  const { shell, keyboard } = scene;
  await scene.focusPage('ann');
  await keyboard.press('Control+,');
  const search = shell.getByRole('textbox', { name: 'Search settings' });
  await search.click();
  await keyboard.type('developer');
  await search.click({ button: 'right' });
  expect(await menus.next()).toEqual(['Undo', 'Paste', 'Select All']);
  await menus.choose('Select All');
  await keyboard.press('Delete');
  await expect(search).toHaveValue('');
  await search.fill('developer');
  await shell.getByRole('switch', { name: 'Developer mode' }).click();
  const page = await scene.focusPage('ann');
  await page.locator('html').click({ button: 'right', position: { x: 300, y: 500 } });
  expect(await menus.next()).toEqual(['Forward', ...WHOLE, 'Inspect']);
  await menus.choose('Inspect');
  const isOpen = () =>
    scene.foyer.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()),
    );
  await expect.poll(isOpen).toBe(true);
});
