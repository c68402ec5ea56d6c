import { expect, test, type Page } from '@playwright/test';
import type { Rect } from '../../electron/core/model/window';
import { putAxeInto, readPage } from '../support/axe';
import { onBar, pickFor } from '../support/bar';
import { findCut } from '../support/cut';
import { startFoyer, type Foyer } from '../support/foyer';
import { command } from '../support/inbox';
import { startKeysScene, type KeysScene } from '../support/keys-scene';
import { startPointer, type Pointer } from '../support/pointer';

// Two services side by side, in one run of the real app, and once more for what is kept.
test.describe.configure({ mode: 'serial' });

let scene: KeysScene;
let pointer: Pointer;
let again: Foyer | undefined;
const shell = (): Page => scene.shell;
const side = (name: string) => shell().getByRole('region', { name, exact: true });
const divider = () => shell().getByRole('separator');
const keyboardIsAt = (where: string) => expect.poll(() => scene.keyboardAt()).toBe(where);

/** Where the pages are, and which are over the shell. */
const placesOf = ({
  app,
}: Foyer): Promise<readonly (Rect & { readonly path: string; readonly isSeen: boolean })[]> =>
  app.evaluate(({ BaseWindow, WebContentsView }) => {
    const views = (BaseWindow.getAllWindows()[0]?.contentView.children ?? []).flatMap((view) =>
      view instanceof WebContentsView ? [{ ...view.getBounds(), url: view.webContents.getURL() }] : [],
    );
    const shellAt = views.findIndex(({ url }) => url.startsWith('app:'));
    // The last of them is drawn over all others.
    return views.flatMap(({ url, ...bounds }, at) =>
      at === shellAt ? [] : [{ ...bounds, path: new URL(url).pathname, isSeen: at > shellAt }],
    );
  });
const placeOf = async (id: string): Promise<Rect> => {
  const place = (await placesOf(scene.foyer)).find(({ path }) => path.includes(id));
  if (place === undefined) throw new Error(`${id} has no place`);
  return place;
};
/** Pages that are to be seen, by their paths. */
const seen = async (): Promise<readonly string[]> =>
  (await placesOf(scene.foyer)).flatMap(({ path, isSeen }) => (isSeen ? [path] : [])).toSorted();
/** A point of the window on the screen. */
const onScreen = async (x: number, y: number) => {
  const window = await scene.foyer.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.getContentBounds(),
  );
  return { x: x + (window?.x ?? 0), y: y + (window?.y ?? 0) };
};
const sizeWindow = (width: number, height: number) =>
  scene.foyer.app.evaluate(
    ({ BaseWindow }, [wide, high]) => BaseWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
    [width, height],
  );

test.beforeAll(async () => {
  scene = await startKeysScene({ ids: ['ann', 'bob', 'cat'], off: [] });
  pointer = await startPointer(scene.desktop.displayName);
  await putAxeInto(scene.foyer.app.context());
  await sizeWindow(1200, 800);
  await expect.poll(async () => (await placeOf('ann')).width).toBe(1136);
});

test.afterAll(async () => {
  await again?.quit();
  pointer?.stop();
  await scene?.stop();
});

test('V70 V71 V76 a service is opened beside from its menu: both pages are seen under their heads, and it has the keyboard', async () => {
  await scene.focusPage('ann');
  await pickFor(shell(), 'bob', 'Open beside');
  await expect(side('bob')).toHaveAttribute('data-active', 'true');
  await keyboardIsAt('bob');
  await expect.poll(() => placeOf('ann')).toMatchObject({ x: 64, y: 72, width: 564, height: 728 });
  expect(await placeOf('bob')).toMatchObject({ x: 636, width: 564 });
  expect(await seen()).toEqual(['/ann/', '/bob/']);
});

test('V76 a press in the other page, F6 and Shift+F6 go from side to side; commands are of the side with the keyboard', async () => {
  const { x, y } = await placeOf('ann');
  await pointer.click(await onScreen(x + 200, y + 400));
  await scene.shown('ann');
  await keyboardIsAt('ann');
  await expect(side('ann')).toHaveAttribute('data-active', 'true');
  await scene.keyboard.press('F6');
  await scene.shown('bob');
  await keyboardIsAt('bob');
  await scene.keyboard.press('Control+Shift+=');
  await expect.poll(() => scene.pageOf('bob').evaluate(() => devicePixelRatio)).toBeGreaterThan(1);
  expect(await scene.pageOf('ann').evaluate(() => devicePixelRatio)).toBe(1);
  await scene.keyboard.press('F6');
  await keyboardIsAt('shell');
  await scene.keyboard.press('Shift+F6');
  await keyboardIsAt('bob');
  await scene.keyboard.press('Shift+F6');
  await keyboardIsAt('ann');
});

test('V76 a page beside cannot take the keyboard, nor one that loads', async () => {
  await keyboardIsAt('ann');
  const loaded = scene.pageOf('bob').waitForEvent('load');
  await scene.pageOf('bob').evaluate(() => {
    window.focus();
    location.reload();
  });
  await loaded;
  await keyboardIsAt('ann');
  await expect(side('ann')).toHaveAttribute('data-active', 'true');
});

test('V73 the divider is dragged over pages, moved by keys, and halved by a double click', async () => {
  await pointer.drag(await onScreen(632, 400), await onScreen(832, 420));
  await expect.poll(async () => (await placeOf('ann')).width).toBe(764);
  await divider().focus();
  await shell().keyboard.press('Home');
  await expect.poll(async () => (await placeOf('ann')).width).toBe(320);
  await expect(divider()).toHaveAttribute('aria-valuenow', '28');
  await divider().dblclick();
  await expect.poll(async () => (await placeOf('ann')).width).toBe(564);
});

test('V70 a third comes where the keyboard is; sides are swapped and put away', async () => {
  await onBar(shell(), 'cat').click();
  await expect(side('cat')).toBeVisible();
  await expect(side('ann')).toHaveCount(0);
  await command(shell(), 'command.run', { id: 'split.swap' });
  await expect.poll(async () => (await placeOf('cat')).x).toBe(636);
  // Heads change places after pages do: a click in between would be on the other one's.
  await expect.poll(async () => (await side('cat').boundingBox())?.x ?? 0).toBeGreaterThan(600);
  await side('cat').getByRole('button', { name: 'Close the side of cat' }).click();
  await expect(divider()).toHaveCount(0);
  await scene.shown('bob');
  await expect.poll(async () => (await placeOf('bob')).width).toBe(1136);
});

test('V80 V81 V83 V84 V85 V86 a service goes into a window of its own as it is, with its keys; it is gone to there, hidden while locked, and closing brings it back', async () => {
  const { app } = scene.foyer;
  const page = scene.pageOf('cat');
  await page.getByRole('textbox', { name: 'User' }).fill('half a word');
  const windows = () =>
    app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows().map(
        (window) => `${window.getTitle()} ${window.isVisible()} ${window.contentView.children.length}`,
      ),
    );
  const titled = (title: string) => windows().then((all) => all.find((one) => one.startsWith(title)));
  await command(shell(), 'service.activate', { serviceId: 'cat' });
  await command(shell(), 'own-window.open', { serviceId: 'cat' });
  await expect.poll(() => titled('cat')).toBe('cat — Foyer true 1');
  await expect(onBar(shell(), 'cat')).toHaveAccessibleName('cat, in its own window');
  await scene.shown('bob');
  await keyboardIsAt('cat');
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('half a word');
  expect(await page.evaluate(() => innerWidth)).toBeGreaterThan(400);
  await scene.keyboard.press('Control+Shift+=');
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeGreaterThan(1);
  await onBar(shell(), 'bob').click();
  await keyboardIsAt('bob');
  await onBar(shell(), 'cat').click();
  await keyboardIsAt('cat');
  await scene.shown('bob');
  // One finds in it by a line of its own, and the page gives way to that.
  const height = () => page.evaluate(() => innerHeight);
  const before = await height();
  await scene.keyboard.press('F3');
  const line = await scene.foyer.servicePage('#own=cat');
  const field = line.getByRole('textbox', { name: 'Find in page' });
  await expect(field).toBeFocused();
  await expect.poll(height).toBeLessThan(before);
  expect((await readPage(line)).violations).toEqual([]);
  await command(shell(), 'settings.change', { textSize: 200 });
  await expect.poll(() => line.evaluate(() => innerHeight)).toBe(60);
  expect(await findCut(line)).toEqual([]);
  await command(shell(), 'settings.change', { textSize: 100 });
  await scene.keyboard.press('u');
  await expect(line.getByRole('status')).not.toHaveText('');
  await scene.keyboard.press('Escape');
  await expect.poll(height).toBe(before);
  await keyboardIsAt('cat');
  expect(line.isClosed()).toBe(true);
  // It fills the screen by its window, where it is said whose it is; Escape always ends that.
  const isFull = () =>
    app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows().flatMap((window) => (window.isFullScreen() ? [window.getTitle()] : [])),
    );
  await page.evaluate(() => {
    const fill = () => void document.documentElement.requestFullscreen();
    addEventListener('click', fill, { once: true });
    addEventListener('keydown', (event) => event.preventDefault());
  });
  await page.getByRole('textbox', { name: 'User' }).click();
  const sign = await scene.foyer.servicePage('#own=cat');
  await expect(sign.getByRole('status')).toContainText('fills the screen');
  expect((await readPage(sign)).violations).toEqual([]);
  await expect.poll(isFull).toEqual(['cat — Foyer']);
  await expect(shell().getByText('fills the screen')).toBeHidden();
  await scene.keyboard.press('Escape');
  await expect.poll(isFull).toEqual([]);
  await expect.poll(() => sign.isClosed()).toBe(true);
  await keyboardIsAt('cat');
  const passphrase = 'correct horse battery staple';
  await command(shell(), 'lock.set', { passphrase });
  // Once it is locked nothing is answered.
  await command(shell(), 'lock.now', undefined).catch(() => undefined);
  // Neither a name nor a page, and not to be seen.
  await expect.poll(async () => (await windows()).toSorted().at(0)).toBe('Foyer false 0');
  expect(await titled('cat')).toBeUndefined();
  await command(shell(), 'lock.unlock', { passphrase });
  await expect.poll(() => titled('cat')).toBe('cat — Foyer true 1');
  await command(shell(), 'lock.remove', { passphrase });
  await app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith('cat'))
      ?.close(),
  );
  await expect.poll(async () => (await windows()).length).toBe(1);
  await onBar(shell(), 'cat').click();
  await scene.shown('cat');
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('half a word');
  await onBar(shell(), 'bob').click();
});

test('V72 V74 V80 in a narrow window they stand one above the other, in a small one alone, and all come back after a restart', async () => {
  await command(shell(), 'split.open', { serviceId: 'ann' });
  await sizeWindow(600, 800);
  await expect(divider()).toHaveAttribute('aria-orientation', 'horizontal');
  expect((await placeOf('ann')).y).toBeGreaterThan((await placeOf('bob')).y);
  await sizeWindow(600, 420);
  await expect(divider()).toHaveCount(0);
  await expect.poll(() => placeOf('ann')).toMatchObject({ x: 64, y: 40, width: 536, height: 380 });
  await sizeWindow(1200, 800);
  await expect(divider()).toHaveCount(1);
  await command(shell(), 'own-window.open', { serviceId: 'cat' });
  await scene.foyer.quit();
  again = await startFoyer({ env: scene.desktop.env, profile: scene.foyer.profile });
  await expect(again.shell.getByRole('region', { name: 'ann', exact: true })).toHaveAttribute(
    'data-active',
    'true',
  );
  await expect(again.shell.getByRole('region', { name: 'bob', exact: true })).toBeVisible();
  const { app } = again;
  await expect
    .poll(() =>
      app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows().map((window) => window.getTitle())),
    )
    .toContain('cat — Foyer');
});
