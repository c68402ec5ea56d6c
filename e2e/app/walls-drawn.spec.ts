import { expect, test, type Page } from '@playwright/test';
import type { Stage } from '../servers/web/stage.js';
import { attack } from '../support/attack.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { clickFor, startWallsScene, type WallsScene } from '../support/walls-scene.js';

// The walls in the real app: what a page draws over the rest, and what it keeps from the person.
test.describe.configure({ mode: 'serial' });

let scene: WallsScene;
let stage: Stage;
let trap: Page;
let keyboard: Keyboard;

test.beforeAll(async () => {
  scene = await startWallsScene();
  ({ stage, trap } = scene);
  keyboard = await startKeyboard(stage.desktop.displayName);
});

test.afterAll(async () => {
  keyboard?.stop();
  await scene?.stop();
});

const windows = () =>
  stage.foyer.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => ({
      title: one.getTitle(),
      bounds: one.getBounds(),
      isSeen: one.isVisible() && one.getOpacity() === 1,
      isPlain: one.isFocusable() && !one.isAlwaysOnTop() && !one.isKiosk() && !one.isFullScreen(),
      isFocused: one.isFocused(),
    })),
  );
const isFull = () =>
  stage.foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isFullScreen());

test(
  'W50 W51 a window that a page opens is seen, has a frame and says where it is; it cannot hide or come forward',
  attack('hidden-window', 'topmost-window', 'nameless-window', 'window-that-comes-forward'),
  async () => {
    await scene.show('trap');
    await clickFor(trap, () => {
      const features =
        'width=1,height=1,left=-5000,top=-5000,show=no,frame=no,opacity=0,alwaysOnTop=yes,skipTaskbar=yes,focusable=no,' +
        'fullscreen=yes,kiosk=yes,transparent=yes,type=splash,title=Foyer';
      Reflect.set(window, 'child', window.open('/calm.html?name=child', '_blank', features));
    });
    const host = new URL(stage.web.own).host;
    await expect.poll(windows).toMatchObject([{ title: `${host} — Calm`, isSeen: true, isPlain: true }]);
    await trap.evaluate(() => {
      const child = Reflect.get(window, 'child') as Window;
      child.document.title = 'Foyer';
      child.resizeTo(1, 1);
      child.moveTo(-9000, -9000);
    });
    await expect
      .poll(windows)
      .toMatchObject([{ title: `${host} — Foyer`, bounds: { width: 320, height: 240 } }]);
    expect((await windows())[0]?.bounds.x).toBeGreaterThanOrEqual(0);
    await stage.foyer.app.evaluate(({ BaseWindow, BrowserWindow }) => {
      const children = new Set<unknown>(BrowserWindow.getAllWindows());
      BaseWindow.getAllWindows()
        .find((one) => !children.has(one))
        ?.focus();
    });
    await expect.poll(windows).toMatchObject([{ isFocused: false }]);
    await trap.evaluate(() => {
      for (let index = 0; index < 50; index += 1) (Reflect.get(window, 'child') as Window).focus();
    });
    expect(await windows()).toMatchObject([{ isFocused: false }]);
    await stage.foyer.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((one) => one.destroy()),
    );
  },
);

test(
  'W52 full screen says whose it is, ends by Esc whatever the page wants, and with another service',
  attack('full-screen-without-sign', 'keep-escape', 'full-screen-from-behind'),
  async () => {
    await scene.show('trap');
    await trap.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()));
    const fill = () => void document.documentElement.requestFullscreen().catch(() => undefined);
    await clickFor(trap, fill);
    const sign = stage.foyer.shell.getByText(`${new URL(stage.web.own).host} fills the screen`);
    await expect(sign).toBeVisible();
    await expect.poll(isFull).toBe(true);
    await stage.foyer.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL().includes('/trap'))
        ?.focus(),
    );
    await keyboard.press('Escape');
    await expect.poll(isFull).toBe(false);
    await expect(sign).toBeHidden();
    expect(await trap.evaluate(() => document.fullscreenElement)).toBe(null);

    await clickFor(trap, () => void window.open('/calm.html?name=filler', '_blank', 'width=300,height=200'));
    await (await stage.page('name=filler')).evaluate(fill);
    await expect.poll(() => stage.foyer.log()).toMatch(/refused: permission fullscreen: not in front/);
    expect(await isFull()).toBe(false);
    await stage.foyer.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((one) => one.destroy()),
    );

    await clickFor(trap, fill);
    await expect.poll(isFull).toBe(true);
    await scene.show('other');
    await expect.poll(isFull).toBe(false);
    // What it asks for from behind is refused, or waits until it is shown: it has no frames there.
    await expect.poll(() => trap.evaluate(() => document.fullscreenElement)).toBe(null);
    await trap.evaluate(fill);
    expect(await trap.evaluate(() => document.fullscreenElement)).toBe(null);
    expect(await isFull()).toBe(false);
  },
);

test('W56 a page that swallows every key does not keep the app’s', attack('catch-keys'), async () => {
  await scene.show('trap');
  await trap.evaluate(() =>
    addEventListener(
      'keydown',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    ),
  );
  await keyboard.press('Control+k');
  await expect.poll(async () => (await stage.projection()).surface).toBe('switcher');
});

test('W57 a page that does not want to be left is left', attack('refuse-to-leave'), async () => {
  await scene.show('trap');
  await clickFor(trap, () => {
    document.title = 'Stay';
    addEventListener('beforeunload', (event) => event.preventDefault());
  });
  await expect.poll(async () => (await stage.service('trap')).title).toBe('Stay');
  await stage.command('service.reload', { serviceId: 'trap', fromStartPage: false });
  await expect.poll(async () => (await stage.service('trap')).title).toBe('Trap');
});

test('W54 Chromium’s tools do not stay open on a page', attack('open-tools'), async () => {
  const isOpen = await stage.foyer.app.evaluate(async ({ webContents }) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().includes('/trap'));
    const closed = new Promise((resolve) => page?.once('devtools-closed', () => resolve(true)));
    page?.openDevTools({ mode: 'detach', activate: false });
    await closed;
    return page?.isDevToolsOpened();
  });
  expect(isOpen).toBe(false);
});
