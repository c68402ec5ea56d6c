import { expect, test } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { clickFor } from '../support/walls-scene.js';

// What the shell draws in services' own windows when something ends that should not.
test.describe.configure({ mode: 'serial' });

let stage: Stage;
let keyboard: Keyboard;

test.beforeAll(async () => {
  stage = await startStage({
    services: (web) => ({
      front: `${web.own}/calm.html?name=front`,
      room: `${web.own}/calm.html?name=room`,
    }),
  });
  keyboard = await startKeyboard(stage.desktop.displayName);
  await stage.command('own-window.open', { serviceId: 'room' });
});
test.afterAll(async () => {
  keyboard?.stop();
  await stage?.stop();
});

const room = () => stage.page('name=room');
/** Ends the process of the page at that address, and no other. */
const crash = (part: string) =>
  stage.foyer.app.evaluate(async ({ webContents }, address) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith(address));
    await new Promise<void>((resolve) => {
      page?.once('render-process-gone', () => resolve());
      page?.forcefullyCrashRenderer();
    });
  }, part);
/** What is read in the page at that address now; Playwright does not get over a crash. */
const readIn = (part: string, script: string) =>
  stage.foyer.app.evaluate(
    ({ webContents }, [address, code]) => {
      const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith(address));
      // One that is being loaded would not answer.
      return page === undefined || page.isCrashed() || page.isLoading()
        ? undefined
        : page.executeJavaScript(code);
    },
    [part, script] as const,
  );
const isFull = () =>
  stage.foyer.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows().some((window) => window.isFullScreen()),
  );
const fill = () => void document.documentElement.requestFullscreen();

test('H30 V85 a line that ends while one finds by it is there again, with what was sought and the keyboard', async () => {
  await (await room()).mouse.click(200, 200);
  await keyboard.press('F3');
  const line = await stage.page('#own=room');
  await expect(line.getByRole('textbox', { name: 'Find in page' })).toBeFocused();
  await keyboard.type('chat');
  await expect(line.getByRole('status')).toHaveText('1 of 1');
  await crash('#own=room');
  const field = "document.querySelector('.find-bar input')";
  await expect.poll(() => readIn('#own=room', `${field}?.value`)).toBe('chat');
  await expect
    .poll(() => readIn('#own=room', `document.hasFocus() && document.activeElement === ${field}`))
    .toBe(true);
  await keyboard.press('Escape');
  await expect.poll(() => readIn('#own=room', 'true')).toBeUndefined();
});

test('W52 H30 where the line that says whose page fills the screen ends, it fills it no more', async () => {
  await clickFor(await room(), fill);
  const line = await stage.page('#own=room');
  await expect(line.getByRole('status')).toContainText('fills the screen');
  await expect.poll(isFull).toBe(true);
  await crash('#own=room');
  await expect.poll(isFull, { timeout: 1_000 }).toBe(false);
  await expect.poll(async () => (await room()).evaluate(() => document.fullscreenElement)).toBe(null);
  // The next time it is said again.
  await clickFor(await room(), fill);
  await expect
    .poll(() => readIn('#own=room', "document.querySelector('[role=status]')?.innerText"))
    .toContain('fills the screen');
  await keyboard.press('Escape');
  await expect.poll(isFull).toBe(false);
});

test('W52 H30 so it is in the window of the shell, which is there again at once', async () => {
  await stage.command('service.activate', { serviceId: 'front' });
  await clickFor(await stage.page('name=front'), fill);
  await expect(stage.foyer.shell.getByText('fills the screen')).toBeVisible();
  await expect.poll(isFull).toBe(true);
  await crash('/index.html');
  await expect.poll(isFull, { timeout: 1_000 }).toBe(false);
  await expect
    .poll(() => readIn('/index.html', "document.querySelectorAll('[data-service-id]').length"))
    .toBe(2);
});
