import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchElectron } from '../../support/electron-launch';
import { createFolder, removeFolder } from './managed.js';
import { SERVERS_FOLDER } from './packages.js';

export interface PlainBrowser {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Goes to that origin with localStorage filled before the page's first script. */
  open(url: string, storage?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/** A bare Electron window with a profile of its own, to see a page by itself. */
export async function startPlainBrowser(env: Readonly<Record<string, string>>): Promise<PlainBrowser> {
  const profile = await createFolder('browser');
  const app = await launchElectron({
    args: [
      `--user-data-dir=${profile}`,
      '--password-store=basic',
      join(SERVERS_FOLDER, 'fixtures', 'browser'),
    ],
    env,
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    open: async (url, storage) => {
      if (storage) {
        const { origin } = new URL(url);
        await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
        await page.goto(`${origin}/`);
        await page.evaluate(
          (items) => Object.entries(items).forEach((pair) => localStorage.setItem(...pair)),
          storage,
        );
        await page.unroute(`${origin}/`);
      }
      await page.goto(url);
    },
    close: async () => {
      // At once, and all its processes: a page may hold up its window while it says goodbye to a server that is gone,
      // and one that is asked to leave was seen to stay. Nothing of it is looked at any more.
      const ended = app.waitForEvent('close');
      const { pid } = app.process();
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      await ended;
      await removeFolder(profile);
    },
  };
}
