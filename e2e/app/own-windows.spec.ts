import { expect, test } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startSelfSigned } from '../servers/web/tls.js';
import { putAxeInto, readPage } from '../support/axe.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { clickFor } from '../support/walls-scene.js';

// What the shell draws in services' own windows when something ends that should not.
test.describe.configure({ mode: 'serial' });

let stage: Stage;
let keyboard: Keyboard;
let tls: Awaited<ReturnType<typeof startSelfSigned>>;

test.beforeAll(async () => {
  tls = await startSelfSigned();
  stage = await startStage({
    services: (web) => ({
      front: `${web.own}/calm.html?name=front`,
      room: `${web.own}/calm.html?name=room`,
      unsafe: tls.url,
    }),
  });
  await putAxeInto(stage.foyer.app.context());
  keyboard = await startKeyboard(stage.desktop.displayName);
  await stage.command('own-window.open', { serviceId: 'room' });
});
test.afterAll(async () => {
  keyboard?.stop();
  await stage?.stop();
  await tls?.stop();
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
const isLineThere = () =>
  stage.foyer.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().some((one) => one.getURL().includes('#own=')),
  );
const isFull = () =>
  stage.foyer.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows().some((window) => window.isFullScreen()),
  );
const fill = () => void document.documentElement.requestFullscreen();

test('V87 why its page is not there is said in its window, with the keyboard, until it is back', async () => {
  stage.web.comeBetween((_request, response) => void response.writeHead(503).end());
  await (await room()).mouse.click(200, 200);
  await keyboard.press('Control+r');
  const line = await stage.page('#own=room');
  const failure = line.getByRole('region', { name: /has a problem/ });
  await expect(failure).toContainText('Next try in');
  const heightOf = () => line.evaluate(() => innerHeight);
  await expect.poll(heightOf).toBeGreaterThan(300);
  // Foyer's own window goes on saying what it says.
  await expect(stage.foyer.shell.getByRole('region', { name: /has a problem/ })).toHaveCount(0);
  await keyboard.press('Tab');
  const again = failure.getByRole('button', { name: 'Try now' });
  await expect(again).toBeFocused();
  const attempt = async () => (await stage.service('room')).attempt;
  const before = await attempt();
  await keyboard.press('Enter');
  await expect.poll(attempt).toBeGreaterThan(before);
  await expect(failure).toContainText('Next try in');
  // What failed behind has not taken the keyboard.
  expect(await line.evaluate(() => document.hasFocus())).toBe(true);
  await expect(again).toBeFocused();
  expect((await readPage(line)).violations).toEqual([]);
  stage.web.comeBetween(undefined);
  await keyboard.press('Enter');
  await expect.poll(async () => (await stage.service('room')).load.kind).toBe('ready');
  await expect.poll(isLineThere).toBe(false);
  await expect.poll(async () => (await room()).evaluate(() => document.hasFocus())).toBe(true);
});

test('V87 a certificate that was refused is trusted there', async () => {
  await stage.command('own-window.open', { serviceId: 'unsafe' });
  const line = await stage.page('#own=unsafe');
  await line.getByRole('button', { name: 'Trust this certificate' }).click();
  const dialog = line.getByRole('dialog', { name: /Trust this certificate at/ });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await line.getByRole('button', { name: 'Trust this certificate' }).click();
  await dialog.getByRole('button', { name: 'Trust it' }).click();
  await expect.poll(async () => (await stage.service('unsafe')).load.kind).toBe('ready');
  await expect.poll(isLineThere).toBe(false);
  await stage.command('own-window.close', { serviceId: 'unsafe' });
});

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
  await expect.poll(isLineThere).toBe(false);
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
    .toBe(3);
});
