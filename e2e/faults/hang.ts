import { expect } from '@playwright/test';
import { onBar } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { loaded, type Stand, troubleOf } from './stand.js';

/** Waits until it is said that Cat, in front, does not answer; has it loaded anew, and says how long that took, in ms. */
export async function unhang(stand: Stand, foyer: Foyer): Promise<number> {
  await expect(troubleOf(foyer, /Cat is not responding/)).toBeVisible({ timeout: 40_000 });
  await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/not responding/);
  const after = stand.web.reports.items.length;
  const pressedMs = performance.now();
  await troubleOf(foyer, /not responding/)
    .getByRole('button', { name: 'Reload now' })
    .click();
  await loaded(stand.web, 'cat', after);
  await expect(troubleOf(foyer, /not responding/)).toHaveCount(0);
  return performance.now() - pressedMs;
}
