import { expect, test, type Page } from '@playwright/test';
import { startKeyboard, type Keyboard } from '../support/keyboard.js';
import { startStage, type Stage } from '../servers/web/stage.js';

test.describe.configure({ mode: 'serial' });

// What a page sees of the screen, and how it ends.
let stage: Stage;
let page: Page;
let keyboard: Keyboard;

test.beforeAll(async () => {
  stage = await startStage({
    services: (web) => ({ call: `${web.own}/share.html`, calm: `${web.own}/calm.html` }),
  });
  keyboard = await startKeyboard(stage.desktop.displayName);
  page = await stage.page('share.html');
});

test.afterAll(async () => {
  keyboard?.stop();
  await stage?.stop();
});

const sheet = () => stage.foyer.shell.getByRole('dialog', { name: 'Call would like to see your screen' });
const sign = () => stage.foyer.shell.getByText('Your screen is shared with Call', { exact: true });
const said = (what: RegExp, after: number) =>
  stage.web.reports.find((one) => one.from === 'share' && what.test(one.what), { after });
/** Presses a button of the page, shares the whole screen, and gives what the page says next. */
async function shareBy(name: string): Promise<number> {
  const after = stage.web.reports.items.length;
  await page.getByRole('button', { name, exact: true }).click();
  await sheet().getByRole('radio').first().check({ force: true });
  await sheet().getByRole('button', { name: 'Share', exact: true }).click();
  await expect(sheet()).toBeHidden();
  return after;
}

const title = () => stage.foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getTitle());

test('V30 V32 V33 V36 V38 the person chooses by keys what is seen, and it is said everywhere that it is', async () => {
  const { shell } = stage.foyer;
  const plain = await stage.desktop.tray.nextTray(() => true);
  const after = stage.web.reports.items.length;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(sheet()).toContainText(`Asked by ${stage.web.own}`);
  const [share, screen] = [
    sheet().getByRole('button', { name: 'Share', exact: true }),
    sheet().getByRole('radio'),
  ];
  await expect(screen).toHaveCount(1);
  await expect(share).toHaveAttribute('aria-disabled', 'true');
  const picture = sheet().locator('.share-source img');
  await expect(picture).toHaveJSProperty('complete', true);
  const [width, height] = await picture.evaluate((img: HTMLImageElement) => [
    img.naturalWidth,
    img.naturalHeight,
  ]);
  expect([width, height]).toEqual([320, 200]);
  await sheet().getByRole('tab', { name: 'Windows' }).click();
  await expect(sheet()).toContainText('Foyer’s own windows are left out.');
  await expect(screen).toHaveCount(0);
  await shell.keyboard.press('ArrowLeft');
  await expect(sheet().getByRole('tab', { name: 'Screens' })).toBeFocused();
  await shell.keyboard.press('Tab');
  await shell.keyboard.press('Space');
  await expect(screen).toBeChecked();
  await expect(share).toHaveAttribute('aria-disabled', 'false');
  await shell.keyboard.press('Enter');
  await expect(sheet()).toBeHidden();
  expect((await said(/./, after)).what).toBe('sees 1600x1000');
  await expect(sign()).toBeVisible();
  await expect(stage.onBar(/^Call/)).toHaveAccessibleName(/sees your screen/);
  await expect.poll(title).toBe('Screen shared with Call – Call — Foyer');
  const marked = await stage.desktop.tray.nextTray((item) =>
    item.tooltip.title.endsWith(', screen shared with Call'),
  );
  expect(marked.pixmaps[0]?.argb).not.toEqual(plain.pixmaps[0]?.argb);
  await stage.command('page.show', { page: 'settings' });
  await expect(sign()).toBeVisible();
  await stage.command('service.activate', { serviceId: 'call' });
});

test('V37 V40 it ends from the tray as by a browser’s own button, not by what the page says; and the page stays', async () => {
  const forged = stage.web.reports.items.length;
  await page.evaluate(() => {
    Reflect.set(globalThis, 'stayed', true);
    const video = document.querySelector('video') as HTMLVideoElement & { captureStream: () => MediaStream };
    const [track] = (video.srcObject as MediaStream).getTracks();
    const [copy] = video.captureStream().clone().getTracks();
    if (track === undefined || copy === undefined) return;
    copy.addEventListener('ended', (event) => track.onended?.(event));
    track.dispatchEvent(new Event('ended'));
    track.stop();
  });
  await said(/^ended$/, forged);
  await expect(sign()).toBeVisible();
  const after = stage.web.reports.items.length;
  await stage.desktop.tray.clickMenu('Stop sharing with Call');
  expect((await said(/./, after)).what).toBe('ended');
  await expect(sign()).toBeHidden();
  await expect.poll(title).toBe('Call — Foyer');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'stayed'))).toBe(true);
});

for (const place of ['page', 'shell'] as const)
  test(`V40 M13 it ends by its key with the keyboard in the ${place}`, async () => {
    const after = await shareBy('Share');
    await expect(sign()).toBeVisible();
    await (place === 'page'
      ? page.locator('p').click()
      : stage.foyer.shell.getByRole('button', { name: 'Settings' }).first().focus());
    await keyboard.press('Alt+Shift+s');
    await said(/^ended$/, after);
    await expect(sign()).toBeHidden();
  });

test('V32 Escape shares nothing, and the page hears what it would hear in a browser', async () => {
  const after = stage.web.reports.items.length;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(sheet()).toBeVisible();
  await stage.foyer.shell.keyboard.press('Escape');
  expect((await said(/^no/, after)).what).toBe('no: NotAllowedError');
  await expect(sheet()).toBeHidden();
  await expect(sign()).toBeHidden();
});

test('V30 V38 a frame of another site asks where the page allows it to, under its own name', async () => {
  const frameOf = async (allow: string) => {
    await page.evaluate(
      ([src, given]) => {
        document.querySelector('iframe')?.remove();
        document.body.append(Object.assign(document.createElement('iframe'), { src, allow: given }));
      },
      [`${stage.web.foreign}/share.html`, allow] as const,
    );
    return page.frameLocator('iframe').getByRole('button', { name: 'Share', exact: true });
  };
  const refused = stage.web.reports.items.length;
  await (await frameOf('')).click();
  await said(/^no: NotAllowedError$/, refused);
  const after = stage.web.reports.items.length;
  await (await frameOf('display-capture')).click();
  await expect(sheet()).toContainText(`Asked by ${stage.web.foreign}`);
  await sheet().getByRole('radio').first().check({ force: true });
  await sheet().getByRole('button', { name: 'Share', exact: true }).click();
  await said(/^sees/, after);
  await expect(sign()).toBeVisible();
  await stage.desktop.tray.clickMenu('Stop sharing with Call');
  await said(/^ended$/, after);
  await expect(sign()).toBeHidden();
});

test('V37 V41 a page that gets it past our code ends it with its document, once it is told to', async () => {
  const after = await shareBy('Share slyly');
  await said(/^sees/, after);
  await expect(sign()).toBeVisible();
  const loaded = page.waitForEvent('load');
  await sign().locator('..').getByRole('button', { name: 'Stop sharing' }).click();
  await loaded;
  await expect(sign()).toBeHidden();
});

test('V36 one that takes in the old way what nobody chose is ended before it sees anything', async () => {
  const ended = page.waitForEvent('crash');
  const after = await shareBy('Take the old way');
  await expect.poll(() => stage.foyer.log()).toMatch(/refused: share: taken past the picker/);
  await expect(sign()).toBeHidden();
  // Nothing more is said by then.
  await ended;
  expect(stage.web.reports.items.slice(after).map(({ what }) => what)).toEqual([]);
});
