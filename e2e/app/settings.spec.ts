import { expect, type Page, test } from '@playwright/test';
import { barOf, menuEntry, onBar, openSettings } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { passTime } from '../support/inbox.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';
import { defaultFocus } from '../../electron/core/model/focus.js';
import type { Persisted } from '../../electron/core/model/persisted.js';

let desktop: Desktop;
let site: Site;
let foyer: Foyer | undefined;
let profile: string;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
});

test.afterEach(() => desktop.forget());

test.afterAll(async () => {
  await Promise.all([desktop?.stop(), site?.stop()]);
});

async function end(): Promise<void> {
  await foyer?.quit();
  await removeProfile(profile);
}
type Running = Foyer & { readonly page: Page };
async function launch(changes: Partial<Persisted> = {}): Promise<Running> {
  const services = [seedService({ id: 'ann', recipeId: 'website', name: 'Ann', url: site.addressOf('ann') })];
  const seed = { services, activeServiceId: 'ann', ...changes };
  profile = await createProfile();
  const running = await startFoyer({ env: desktop.env, profile, seed });
  foyer = running;
  return { ...running, page: await running.servicePage(site.addressOf('ann')) };
}

const pausedUntil = (untilMs: number): Persisted['focus'] => ({
  ...defaultFocus,
  now: { startedAtMs: untilMs - 3_600_000, untilMs, end: 'moment', isPause: true },
});
/** Titles of all that pages brought to the desktop, without the name of the service; Foyer's own summary is none. */
const shownTitles = () =>
  desktop
    .notifications()
    .map(({ title }) => title.replace(/\W+Ann\W*$/, ''))
    .filter((title) => !title.startsWith('Focus is over'));
/** Ends a focus and waits for the word on what was held in it. */
async function summedUp(end: () => Promise<unknown>): Promise<void> {
  const summary = desktop.nextNotification(({ title }) => title.startsWith('Focus is over'));
  await end();
  await summary;
}
const choose = (shell: Page, name: string) => shell.getByText(name, { exact: true }).click();
/** What a page is told of the theme; the test tool itself would have it light. */
async function isDarkIn(page: Page): Promise<boolean> {
  await page.emulateMedia({ colorScheme: null });
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}
const inkOf = (shell: Page) =>
  shell.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);
const DARK_INK = 'rgb(33, 32, 29)';
const LIGHT_INK = 'rgb(236, 234, 228)';

test.describe('started for each', () => {
  test.afterEach(end);
  test('light, dark, as the system: shell, pages and the system’s own parts follow, also after a restart', async () => {
    const { shell, page, app } = await launch();
    const themeSource = () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    await openSettings(shell);
    await choose(shell, 'Dark');
    await expect.poll(() => isDarkIn(page)).toBe(true);
    await expect.poll(() => inkOf(shell)).toBe(LIGHT_INK);
    expect(await themeSource()).toBe('dark');
    await choose(shell, 'Light');
    await expect.poll(() => isDarkIn(page)).toBe(false);
    await expect.poll(() => inkOf(shell)).toBe(DARK_INK);
    await choose(shell, 'System');
    await expect.poll(themeSource).toBe('system');
    await expect.poll(() => isDarkIn(page)).toBe(false);
    await choose(shell, 'Dark');
    await expect.poll(() => isDarkIn(page)).toBe(true);
    await foyer?.quit();
    foyer = await startFoyer({ env: desktop.env, profile });
    expect(await inkOf(foyer.shell)).toBe(LIGHT_INK);
    expect(await isDarkIn(await foyer.servicePage(site.addressOf('ann')))).toBe(true);
    expect(await foyer.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });

  test('L1 L2 S13 X8 another language holds at once, tray and sides of the window too, and from the first draw of the next start', async () => {
    const { shell, app, quit } = await launch();
    const language = (page: Page) => page.getByRole('combobox', { name: /^(?:Language|Sprache|اللغة)$/ });
    const pageX = (running: Foyer['app']) =>
      running.evaluate(
        ({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.contentView.children[0]?.getBounds().x,
      );
    const barX = async (page: Page) => (await page.locator('.service-bar').boundingBox())?.x;
    const spoken = (page: Page) => page.evaluate(() => `${document.dir} ${document.documentElement.lang}`);
    await openSettings(shell);
    await language(shell).selectOption('de');
    await expect(shell.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
    await expect.poll(async () => (await desktop.tray.menu()).at(-1)?.label).toBe('Beenden');
    expect(await spoken(shell)).toBe('ltr de');
    await language(shell).selectOption('ar');
    await expect(shell.getByRole('heading', { level: 1 })).toHaveText('الإعدادات');
    expect([await spoken(shell), await barX(shell), await pageX(app)]).toEqual(['rtl ar', 1200 - 64, 0]);
    await quit();
    foyer = await startFoyer({ env: desktop.env, profile });
    await expect(foyer.shell.locator('.service-bar')).toBeVisible();
    expect([await spoken(foyer.shell), await barX(foyer.shell), await pageX(foyer.app)]).toEqual([
      'rtl ar',
      1200 - 64,
      0,
    ]);
    const service = foyer.shell.locator('[data-service-id]').first();
    await service.focus();
    await foyer.shell.keyboard.press('Shift+F10');
    const below = foyer.shell.locator('[role="menuitem"][aria-haspopup="menu"]').first();
    await below.focus();
    await foyer.shell.keyboard.press('ArrowRight');
    await expect(below).toHaveAttribute('aria-expanded', 'false');
    await foyer.shell.keyboard.press('ArrowLeft');
    await expect(foyer.shell.getByRole('menu')).toHaveCount(2);
    await foyer.shell.keyboard.press('ArrowRight');
    await expect(below).toHaveAttribute('aria-expanded', 'false');
    await expect(below).toBeFocused();
    await foyer.shell.keyboard.press('Escape');
    await expect(service).toBeFocused();
    await foyer.shell.locator('.service-bar button').last().click();
    await language(foyer.shell).selectOption('system');
    await expect(foyer.shell.getByRole('heading', { level: 1 })).toHaveText('Settings');
    expect([await spoken(foyer.shell), await barX(foyer.shell), await pageX(foyer.app)]).toEqual([
      'ltr en',
      0,
      64,
    ]);
  });

  test('a pause with an end ends by itself, everywhere', async () => {
    const running = await launch({ focus: pausedUntil(Date.now() + 30 * 60_000) });
    const { shell, page } = running;
    await expect(barOf(shell).getByRole('button', { name: /^Paused until/ })).toBeVisible();
    await page.evaluate(() => void new Notification('too early'));
    await summedUp(() => passTime(running, 31 * 60_000));
    await expect(onBar(shell, 'Focus is off')).toBeVisible();
    await desktop.tray.nextTray(({ tooltip }) => !tooltip.title.includes('paused'));
    const arriving = desktop.nextNotification((one) => one.title.startsWith('in time'));
    await page.evaluate(() => void new Notification('in time'));
    await arriving;
    expect(shownTitles()).toEqual(['in time']);
  });

  test('a pause whose end passed while the app was not running is over', async () => {
    const { shell, page } = await launch({ focus: pausedUntil(Date.now() - 60_000) });
    await expect(onBar(shell, 'Focus is off')).toBeVisible();
    const arriving = desktop.nextNotification((one) => one.title.startsWith('now'));
    await page.evaluate(() => void new Notification('now'));
    await arriving;
  });
});

test.describe('in one start', () => {
  let running: Running;
  test.beforeAll(async () => {
    running = await launch();
  });
  test.afterAll(end);
  test('the bar has three sizes, and the page takes exactly what is left', async () => {
    const { shell, page } = running;
    const sizes = [
      ['Compact', 44],
      ['With names', 200],
      ['Normal', 64],
    ] as const;
    for (const [name, width] of sizes) {
      await openSettings(shell);
      await choose(shell, name);
      await expect.poll(async () => (await barOf(shell).boundingBox())?.width).toBe(width);
      await onBar(shell, 'Ann').click();
      await expect
        .poll(() => page.evaluate(() => [innerWidth, innerHeight]))
        .toEqual([1200 - width, 800 - 40]);
      await expect(shell.getByText('Ann', { exact: true })).toHaveCount(name === 'With names' ? 2 : 1);
    }
  });

  test('in focus or paused, from the bar or from the tray, nothing reaches the desktop until it is ended', async () => {
    const { shell, page } = running;
    const notify = (title: string) => page.evaluate((text) => void new Notification(text), title);
    const arrives = async (title: string) => {
      const arriving = desktop.nextNotification((one) => one.title.startsWith(title));
      await notify(title);
      await arriving;
    };
    const bell = (words: string | RegExp) => barOf(shell).getByRole('button', { name: words });
    await desktop.tray.nextTray(() => true);
    await arrives('first');
    await bell('Focus is off').click();
    await menuEntry(shell, 'Focus until you end it').click();
    await expect(bell(/^Focus until you end it/)).toBeVisible();
    await desktop.tray.nextTray(({ tooltip }) => tooltip.title.endsWith(', in focus'));
    await notify('quiet one');
    await page.evaluate(() => navigator.setAppBadge(3));
    await desktop.launcher.nextLauncher(({ count }) => count === 3); // counts go on
    await summedUp(() => desktop.tray.clickMenu('End focus'));
    await expect(bell('Focus is off')).toBeVisible();
    await arrives('second');
    await desktop.tray.clickMenu('Pause for 1 hour');
    await expect(barOf(shell).getByRole('button', { name: /^Paused until/ })).toBeVisible();
    await notify('quiet two');
    await barOf(shell)
      .getByRole('button', { name: /^Paused until/ })
      .click();
    await summedUp(() => menuEntry(shell, 'End the pause').click());
    await expect(bell('Focus is off')).toBeVisible();
    await arrives('third');
    expect(shownTitles()).toEqual(['first', 'second', 'third']);
  });
});
