import { join } from 'node:path';
import type { Persisted } from '../../electron/core/model/persisted';
import { startDesktop } from '../support/desktop';
import { removeProfile, startFoyer, type Foyer } from '../support/foyer';

/** Where they are kept. */
export const folder = join(import.meta.dirname, '../../docs/images');
const size = { width: 1280, height: 800 };
const window = { bounds: { x: 0, y: 0, ...size }, maximized: false };

/** What a picture shows, and how it comes to that. */
interface Scene {
  readonly seed: Partial<Persisted>;
  readonly act: (foyer: Foyer) => Promise<void>;
}

/** Takes a picture of the whole app. */
export async function take(name: string, { seed, act }: Scene): Promise<void> {
  const desktop = await startDesktop({ size: `${size.width}x${size.height}` });
  const foyer = await startFoyer({ env: desktop.env, seed: { window, ...seed } });
  try {
    await act(foyer);
    // What appears fades in; what turns for ever, as the loading arc does, is not waited for.
    await foyer.shell.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((one) => one.effect?.getTiming().iterations !== Infinity)
          .map((one) => one.finished),
      ),
    );
    // What is in the page is on the screen after the frame that is under way and one more.
    await foyer.shell.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await desktop.screenshot(join(folder, `${name}.png`));
  } finally {
    await foyer.quit();
    await desktop.stop();
    await removeProfile(foyer.profile);
  }
}
