import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openSettings } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

/** In every text that is somebody's: none of them may be in the log or the diagnostics. */
const MARKER = 'qzmark';
let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let profile: string;

test.beforeAll(async () => {
  [desktop, site, profile] = await Promise.all([startDesktop(), startSite(), createProfile()]);
  const services = [
    seedService({
      id: 'a',
      recipeId: 'website',
      name: `${MARKER} name`,
      url: site.addressOf(`${MARKER}-place`),
      ownNames: [`${MARKER} me`],
    }),
    seedService({ id: 'b', recipeId: 'website', name: 'b', url: `http://${MARKER}.localhost:9/` }),
  ];
  const rules = [
    {
      scope: { kind: 'everywhere' as const },
      values: { letThrough: { senders: [`${MARKER} sender`], keywords: [] } },
    },
  ];
  // The other one is on screen: of what is on screen nobody is told.
  const seed = { services, activeServiceId: 'b', rules };
  foyer = await startFoyer({ env: desktop.env, profile, seed });
});

test.afterAll(async () => {
  await foyer?.quit().catch(() => undefined);
  await Promise.all([desktop?.stop(), site?.stop()]);
  if (profile !== undefined) await removeProfile(profile);
});

test('W220 W223 W225 what goes wrong with names, messages and tokens in it is logged and told without them', async () => {
  const page = await foyer.servicePage(MARKER);
  const shown = desktop.nextNotification(({ title }) => title.includes(MARKER));
  await page.evaluate((marker) => {
    document.title = `(3) ${marker}`;
    Reflect.construct(Notification, [`${marker} title`, { body: `${marker} body`, tag: `${marker} tag` }]);
    window.open(`intent://${marker}`);
    location.href = `${marker}:open`;
  }, MARKER);
  await shown;
  await foyer.app.evaluate((_, marker) => {
    const error = Object.assign(new TypeError(`${marker} token at https://${marker}.example`), {
      code: 'ENOENT',
    });
    process.emit('uncaughtException', error);
  }, MARKER);
  // Both have been written before anything is shown.
  await expect.poll(() => foyer.log()).toContain('refused: ');
  await openSettings(foyer.shell);
  await foyer.shell.getByRole('button', { name: 'Diagnostics' }).click();
  const dialog = foyer.shell.getByRole('dialog', { name: 'Diagnostics' });
  const content = dialog.getByRole('region', { name: 'What the file holds' });
  await expect(content).toContainText('foyer-diagnostics');
  const file = join(profile, 'saved.json');
  await foyer.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('status')).toContainText('saved.json');
  const saved = await readFile(file, 'utf8');
  expect(saved).toBe(await content.textContent());
  expect(JSON.parse(saved)).toMatchObject({
    services: [{ service: 'service-1', host: expect.stringMatching(/^host-\d$/) }, { service: 'service-2' }],
    log: expect.arrayContaining([
      expect.objectContaining({
        text: 'bug',
        error: expect.objectContaining({ name: 'TypeError', code: 'ENOENT' }),
      }),
    ]),
  });
  expect(saved.toLowerCase()).not.toContain(MARKER);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await foyer.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(saved);
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('W214 licences of all that is shipped are listed, and their texts open', async () => {
  await foyer.shell.getByRole('button', { name: 'Licences' }).click();
  const dialog = foyer.shell.getByRole('dialog', { name: 'Licences' });
  await expect(dialog.getByRole('button', { name: /^zod / })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Abseil', exact: true })).toBeVisible();
  await dialog.getByRole('textbox').fill('react-dom');
  await dialog.getByRole('button', { name: /^react-dom / }).press('Enter');
  const text = foyer.shell.getByRole('region', { name: 'react-dom' });
  await expect(text).toBeFocused();
  await expect(text).toContainText('Permission is hereby granted');
  // Escape goes back by one step, and never closes the page underneath, wherever in the dialog the keyboard is.
  await foyer.shell.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: /^react-dom / })).toBeFocused();
  await dialog.getByRole('heading', { name: 'Licences' }).click();
  await foyer.shell.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(foyer.shell.getByRole('textbox', { name: 'Search settings' })).toBeVisible();
});

test('W220 W221 the log on the disk has it, and no word of anybody’s', async () => {
  await foyer.quit();
  const folder = join(profile, 'logs');
  const texts = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  const all = texts.join('');
  expect(all).toMatch(/bug: TypeError ENOENT\n/);
  expect(all).toMatch(/refused: /);
  expect(all.toLowerCase()).not.toContain(MARKER);
});
