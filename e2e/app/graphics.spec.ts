import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesktop } from '../support/desktop.js';
import { createProfile, removeProfile, startFoyer } from '../support/foyer.js';

test('H31 where no graphics card can be used, the second start does not try it, and draws', async () => {
  const [desktop, profile] = await Promise.all([startDesktop(), createProfile()]);
  try {
    const { env } = desktop;
    const first = await startFoyer({ env, profile });
    const isDrawnBy = (foyer: typeof first) =>
      foyer.app.evaluate(({ app }) => [
        app.getGPUFeatureStatus().gpu_compositing,
        app.commandLine.hasSwitch('disable-gpu'),
      ]);
    const kept = () => readFile(join(profile, 'graphics.json'), 'utf8').catch(() => '');
    const [how, wasSpared] = await isDrawnBy(first);
    test.skip(how !== 'disabled_software', 'This machine has a card that Chromium draws with.');
    expect(wasSpared).toBe(false);
    await expect.poll(kept, { timeout: 15_000 }).toContain('failedAtMs');
    await first.quit();
    const second = await startFoyer({ env, profile });
    expect(await isDrawnBy(second)).toEqual(['disabled_software', true]);
    await expect(second.shell.getByRole('heading', { name: 'Add your first service' })).toBeVisible();
    await second.quit();
  } finally {
    await desktop.stop();
    await removeProfile(profile);
  }
});
